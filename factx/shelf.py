"""A shelf: pickled objects by name in one file, each read when it is asked for.

    check, length of the table | table: the key, and where each name's object lies | objects

The file is mapped into memory: to open one of five megabytes costs no more than to check that it is whole.
"""

from __future__ import annotations

import mmap
import pickle
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from factx.folders import replace

_HEAD = struct.Struct("<II")
"""The CRC-32 of what follows it, and the bytes of the table."""
_CHECKED_FROM = 4


class Shelf:
    """The objects of one file, by name."""

    def __init__(self, path: str) -> None:
        """Open a file that `write` has written. Raises OSError or ValueError where there is none or it is damaged."""
        with open(path, "rb") as file:
            self._bytes = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if len(self._bytes) < _HEAD.size:
            raise ValueError("the file is cut short")
        check, length = _HEAD.unpack_from(self._bytes)
        if zlib.crc32(self._bytes[_CHECKED_FROM:]) != check:
            raise ValueError("the file is damaged")
        self._objects = self._bytes[_HEAD.size + length :]
        self.key: str
        """What the objects were made from, as the writer put it."""
        self._places: dict[str, tuple[int, int]]
        self.key, self._places = pickle.loads(self._bytes[_HEAD.size : _HEAD.size + length])

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def pickled(self, name: str) -> memoryview:
        """The object of a name as it lies there. Raises KeyError where there is none."""
        start, end = self._places[name]
        return self._objects[start:end]

    def __getitem__(self, name: str) -> Any:
        """The object of a name, made anew. Raises KeyError where there is none."""
        return pickle.loads(self.pickled(name))


def write(path: str, key: str, objects: Mapping[str, bytes | memoryview]) -> None:
    """Write pickled objects to a file, whole. Raises OSError where it cannot be written."""
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for name, pickled in objects.items():
        places[name] = (at, at + len(pickled))
        at += len(pickled)
    table = pickle.dumps((key, places), 5)
    rest = b"".join((struct.pack("<I", len(table)), table, *objects.values()))
    replace(path, struct.pack("<I", zlib.crc32(rest)) + rest)
