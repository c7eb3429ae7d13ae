"""JSON Lines: one fact a line, each with the id of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.base import Style, Writer
from factx.writers.record import dump

if TYPE_CHECKING:
    from factx.extractor import Extraction


class JsonLinesWriter(Writer):
    """`{"document": "article.txt", "id": "f1", "kind": ...}`."""

    def render(self, extraction: Extraction) -> bytes:
        """The lines of one document."""
        name = {"document": extraction.document.id}
        return b"".join(dump(name | self.records.fact(fact)) for fact in extraction.facts)


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return JsonLinesWriter(style)
