"""How far the reading has come, in bytes of the input as it lies on the disk or comes through the pipe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import BinaryIO

from factx.errors import InputError
from factx.readers.walk import STDIN, walk


class Meter:
    """Told of each stream that is opened; asked by whoever shows progress."""

    def __init__(self, paths: Sequence[str], stdin: BinaryIO) -> None:
        self._paths, self._stdin = paths, stdin
        self.articles = 0
        """How many have been read; not all of them need be worked through."""
        self._done = 0
        self._stream: BinaryIO | None = None

    def start(self, stream: BinaryIO) -> None:
        """`stream` is read from now on."""
        self._stream = stream

    def stop(self) -> None:
        """The stream has been read."""
        self._done = self.position
        self._stream = None

    @property
    def position(self) -> int:
        """The bytes read so far."""
        try:
            return self._done + (self._stream.tell() if self._stream else 0)
        except (OSError, ValueError):  # a pipe has no position
            return self._done

    @cached_property
    def total(self) -> int:
        """The bytes that there are to read; 0 where nobody can know."""
        size = 0
        try:
            for path in walk(self._paths):
                if not isinstance(path, InputError):
                    status = os.fstat(self._stdin.fileno()) if path == STDIN else os.stat(path)
                    size += status.st_size
        except OSError:
            return 0
        return size
