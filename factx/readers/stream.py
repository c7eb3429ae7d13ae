"""Streams of bytes that say what is wrong in factx's own words."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

from factx.errors import InputError, Location


class _Guarded(io.RawIOBase):
    def __init__(self, inner: Any, name: str, errors: tuple[type[Exception], ...]) -> None:
        self._inner, self._name, self._errors = inner, name, errors

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except self._errors as error:
            place, remedy = Location(self._name), "get the file again; what came before the damage was read"
            raise InputError(f"the compressed data are damaged: {error}", place, remedy) from None
        buffer[: len(data)] = data
        return len(data)


def guarded(inner: Any, name: str, errors: tuple[type[Exception], ...]) -> BinaryIO:
    """A buffered stream over `inner`, whose `errors` on reading become an InputError about `name`."""
    return cast(BinaryIO, io.BufferedReader(_Guarded(inner, name, errors), 1 << 16))
