"""HTML: the article of a web page, without what stands around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from factx.errors import InputError, Location
from factx.readers.article import Article, Fields, read_date
from factx.readers.bounded import whole
from factx.readers.foreign import library, sound

_ROOT = re.compile(rb"<(?:html|body|!doctype)\b", re.I)


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """One article: the page's title, then its main text. The page's own date and address come with it."""
    trafilatura = library("trafilatura", "html", name)
    for logger in ("trafilatura", "htmldate"):  # what they have to say is said by what they return
        logging.getLogger(logger).addHandler(logging.NullHandler())
    data = whole(stream, name)
    if not _ROOT.search(data) and b"\0" not in data:  # a fragment, and not one in UTF-16
        data = b"<html><body>" + data
    with sound("HTML", name):
        found = _article(trafilatura, data)
    if not found["text"].strip():
        raise InputError("there is no text in this page", Location(name), "give the page as a reader sees it")
    yield Article(found["text"], name, name, found.get("title"), found.get("url"), read_date(found.get("date") or ""))


def _article(trafilatura: Any, data: bytes) -> dict[str, Any]:
    """The page's metadata and main text, or all its text where no main one stands out."""
    page = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    found: dict[str, Any] = page.as_dict() if page else {}
    text = found.get("text") or trafilatura.html2txt(data) or ""
    title = found.get("title")
    found["text"] = f"{title}\n\n{text}" if title and not text.startswith(title) else text
    return found
