"""Word documents: paragraphs and tables in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from factx.readers.article import Article, Fields
from factx.readers.bounded import whole
from factx.readers.foreign import library, sound


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """One article: a line for each paragraph, and for each row of a table with tabs between its cells."""
    docx = library("docx", "docx", name)
    with sound("Word document", name):
        document = docx.Document(io.BytesIO(whole(stream, name)))
        text = "\n".join(_lines(document))
        title = (document.core_properties.title or "").strip()
    yield Article(text, name, name, title or None)


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
        else:
            yield block.text
