"""Bytes to articles: files, folders, globs and standard input, each format with a reader of its own."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from factx.errors import InputError, Location
from factx.readers import formats
from factx.readers.article import Article, Fields
from factx.readers.meter import Meter
from factx.readers.walk import STDIN, walk

__all__ = ["STDIN", "Article", "Fields", "Meter", "read_all"]


def read_all(
    paths: Sequence[str], stdin: BinaryIO, fields: Fields, meter: Meter | None = None
) -> Iterator[Article | InputError]:
    """The articles of every path in turn, and an error in the place of each that cannot be read."""
    meter = meter or Meter(paths, stdin)
    for path in walk(paths):
        if isinstance(path, InputError):
            yield path
        elif path == STDIN:
            yield from _guarded(stdin, path, fields, meter)
        else:
            try:
                stream = open(path, "rb")  # noqa: SIM115 (what goes wrong on opening is told apart)
            except (OSError, ValueError) as error:
                yield _unreadable(path, error)
                continue
            with stream:
                yield from _guarded(stream, path, fields, meter)


def _guarded(stream: BinaryIO, name: str, fields: Fields, meter: Meter) -> Iterator[Article | InputError]:
    meter.start(stream)
    try:
        before = _state(stream)
        for item in read(stream, name, fields):
            meter.articles += 1
            yield item
        if _state(stream) != before:
            yield InputError("changed while it was read", Location(name), "run again when nothing writes to it")
    except InputError as error:
        yield error
    except OSError as error:
        yield _unreadable(name, error)
    except MemoryError:
        yield InputError("does not fit into memory", Location(name), "split the file")
    meter.stop()


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article | InputError]:
    """The articles of one stream; its name, or else its first bytes, say which reader is asked."""
    stem, unpacker = formats.unpacker_by_name(name)
    reader = formats.reader_by_name(stem)
    if unpacker is None and reader is None:
        stream = _peekable(stream)
        unpacker = formats.unpacker_by_bytes(_head(stream))
    if unpacker is not None:
        stream = formats.load(unpacker).unpack(stream, name)
    if reader is None:
        stream = _peekable(stream)
        reader = formats.reader_by_bytes(_head(stream))
    yield from formats.load(reader).read(stream, name, fields)


def _state(stream: BinaryIO) -> tuple[int, int] | None:
    """What tells that a file was written to; None for a pipe and whatever else is no file on a disk."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def _peekable(stream: BinaryIO) -> BinaryIO:
    if hasattr(stream, "peek"):
        return stream
    return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))


def _head(stream: BinaryIO) -> bytes:
    return cast(io.BufferedReader, stream).peek(4096)


def _unreadable(path: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file", Location(path), "check the name")
    if isinstance(error, PermissionError):
        return InputError("may not be read", Location(path), "check its permissions")
    if isinstance(error, IsADirectoryError):
        return InputError("is a folder", Location(path), "name a file")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"cannot be read: {reason}", Location(path), "check the file")
