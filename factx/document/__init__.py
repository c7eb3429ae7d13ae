"""Documents: a text read into sections and sentences."""

from __future__ import annotations

import datetime
import re

from factx.document.model import Document, Notice, Section, Sentence

__all__ = ["Document", "Notice", "Section", "Sentence", "read_text"]

_SENTENCE = re.compile(r"\S(?:.*?[.!?][\"')]*(?=\s+[A-Z\"'(]|\s*$)|.*)", re.MULTILINE)


def read_text(
    text: str, *, id: str = "-", source: str = "-", date: datetime.date | None = None,
    title: str | None = None, url: str | None = None,
) -> Document:  # fmt: skip
    """A document with its sections and sentences found."""
    document = Document(text, id, source, title, url, date, "given" if date else None)
    document.sections = [Section("body", 0, len(text))]
    document.sentences = [
        Sentence(at, min(at + 2000, match.end()))
        for match in _SENTENCE.finditer(text)
        for at in range(match.start(), match.end(), 2000)
    ]
    return document
