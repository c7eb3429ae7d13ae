"""Which reader reads what: by the name of the file, or by its first bytes where the name does not tell.

A reader is a module with `read(stream, name, fields) -> Iterator[Article | InputError]`, an unpacker one with
`unpack(stream, name) -> BinaryIO`. A new one is a file beside this one and a line in a table.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
UNPACKERS = {
    ".gz": "gzip",
}
_FIRST_BYTES = ((re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:[^\"\\\n]|\\.)*\"\s*:"), "jsonl"),)
_PACKED = ((re.compile(rb"\x1f\x8b\x08"), "gzip"),)


def known(name: str) -> bool:
    """Whether the name of a file in a folder says that there is something to read in it."""
    return reader_by_name(unpacker_by_name(name)[0]) is not None


def unpacker_by_name(name: str) -> tuple[str, str | None]:
    """The name without the suffix of its packing, and the unpacker's module."""
    for suffix, module in UNPACKERS.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)], module
    return name, None


def reader_by_name(name: str) -> str | None:
    """The module that reads files of this name."""
    lowered = name.lower()
    return next((module for suffix, module in READERS.items() if lowered.endswith(suffix)), None)


def unpacker_by_bytes(head: bytes) -> str | None:
    """The unpacker for data that begin with `head`."""
    return next((module for pattern, module in _PACKED if pattern.match(head)), None)


def reader_by_bytes(head: bytes) -> str:
    """The reader for data that begin with `head`: plain text where nothing else is seen."""
    return next((module for pattern, module in _FIRST_BYTES if pattern.match(head)), "text")


def load(module: str) -> Any:
    """The reader or unpacker of this name, imported when it is first needed."""
    return import_module(f"factx.readers.{module}")
