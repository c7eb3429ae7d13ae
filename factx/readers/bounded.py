"""Reading with a bound: a small file may unpack to more than any memory holds, and a device may never end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factx.errors import InputError, Location

MOST = 1 << 29
"""Bytes that one document may have."""

_PIECE = 1 << 20


def whole(stream: BinaryIO, name: str) -> bytes:
    """All that a stream holds. InputError where that is more than a document may be."""
    pieces, size = [], 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > MOST:
            raise _too_long(name)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of a stream. InputError where one is longer than a document may be."""
    number = 0
    while line := stream.readline(MOST + 1):
        number += 1
        if len(line) > MOST:
            raise _too_long(name, number)
        yield line


def _too_long(name: str, line: int | None = None) -> InputError:
    remedy = "split it, or write JSON Lines, a document a line"
    return InputError(f"one document of more than {MOST >> 20} MB", Location(name, line), remedy)
