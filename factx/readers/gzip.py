"""gzip: what is inside is read by its own reader."""

from __future__ import annotations

import gzip
import zlib
from typing import BinaryIO

from factx.readers.stream import guarded


def unpack(stream: BinaryIO, name: str) -> BinaryIO:
    """The unpacked bytes of `stream`; InputError on reading where they are damaged."""
    return guarded(gzip.GzipFile(fileobj=stream, mode="rb"), name, (gzip.BadGzipFile, EOFError, zlib.error))
