"""Documents: a text read into sections, paragraphs and sentences.

text -> paragraphs (layout) -> sections (sections) -> sentences (sentences)
"""

from __future__ import annotations

import datetime

from factx.document.layout import paragraphs
from factx.document.model import Document, Notice, Section, Sentence
from factx.document.sections import name_paragraphs
from factx.document.sentences import is_lower_case, split

__all__ = ["Document", "Notice", "Section", "Sentence", "read_text"]


def read_text(
    text: str, *, id: str = "-", source: str = "-", date: datetime.date | None = None,
    title: str | None = None, url: str | None = None,
) -> Document:  # fmt: skip
    """A document with its sections and sentences found, whatever the text.

    Sections follow each other without overlap; each sentence lies within one of them and one paragraph; together the
    sentences hold every character but white space. `title` is the first line, where it reads like a headline, unless
    it is given. The document's date stays as given: what date the byline, dateline or published line states is for
    the layer of dates to say.
    """
    blocks = paragraphs(text)
    sections = name_paragraphs(text, blocks, title)
    lower = is_lower_case(text)
    sentences: list[Sentence] = []
    at = 0
    for number, (start, end) in enumerate(blocks):
        while start < end:
            while sections[at].end <= start:
                at += 1
            section = sections[at]
            start = max(start, section.start)
            stop = min(end, section.end)
            for first, last in split(text, start, stop, lower):
                sentences.append(Sentence(first, last, section.name, number))
            start = stop
            if stop < end:
                at += 1
                start = sections[at].start
    if title is None and sections and sections[0].name == "title":
        title = " ".join(text[sections[0].start : sections[0].end].split())
    return Document(text, id, source, title, url, date, "given" if date else None, sections, sentences)
