"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factx.readers.article import Article, Fields
from factx.readers.bounded import whole
from factx.readers.encoding import decode


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The whole stream as one article, its offsets those of the decoded file."""
    text, notices = decode(whole(stream, name))
    yield Article(text, name, name, notices=tuple(notices))
