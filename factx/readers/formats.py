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
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
UNPACKERS = {
    ".gz": "gzip",
    ".zst": "zstd",
}
# Patterns of the first bytes, which `re` compiles when, and if, a name does not tell.
_SPACE = rb"(?:\xef\xbb\xbf)?\s*"
_KEY = rb'"(?:[^"\\\n]|\\.)*"\s*:'
_FIRST_BYTES = (
    (_SPACE + rb"\{[ \t]*" + _KEY, "jsonl"),
    (_SPACE + rb"(?:\[\s*)?\{\s*" + _KEY, "json"),
    (_SPACE + rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?i:<!doctype\s+html|<html)\b", "html"),
    (rb"%PDF-", "pdf"),
    (rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|word/|docProps/)", "docx"),
)
_PACKED = (
    (rb"\x1f\x8b\x08", "gzip"),
    (rb"\x28\xb5\x2f\xfd", "zstd"),
)


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
    return next((module for pattern, module in _PACKED if re.match(pattern, head)), None)


def reader_by_bytes(head: bytes) -> str:
    """The reader for data that begin with `head`: plain text where nothing else is seen."""
    return next((module for pattern, module in _FIRST_BYTES if re.match(pattern, head, re.S)), "text")


def load(module: str) -> Any:
    """The reader or unpacker of this name, imported when it is first needed."""
    return import_module(f"factx.readers.{module}")
