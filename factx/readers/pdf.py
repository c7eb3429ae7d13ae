"""PDF: the text of all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from factx.errors import InputError, Location
from factx.readers.article import Article, Fields
from factx.readers.bounded import whole
from factx.readers.foreign import library, sound

_HYPHEN = re.compile("[\ufffe\u00ad](?:\n)?")
"""What the library gives for the hyphen of a word that goes on in the next line."""


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """One article, page after page, each line of a page a line of the text."""
    pypdfium2 = library("pypdfium2", "pdf", name)
    with sound("PDF", name):
        document = pypdfium2.PdfDocument(whole(stream, name))
        pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
        title = document.get_metadata_value("Title").strip()
    text = _HYPHEN.sub("", "\n\n".join(pages))
    if not text.strip():
        raise InputError(
            "there is no text in this PDF", Location(name), "its pages are pictures: recognise the text first"
        )
    yield Article(text, name, name, title or None)
