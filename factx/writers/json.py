"""JSON: one object a document, each on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.writers.base import Style, Writer
from factx.writers.record import dump

if TYPE_CHECKING:
    from factx.extractor import Extraction


class JsonWriter(Writer):
    """`{"document": ..., "facts": [...], "warnings": [...]}`."""

    warns = True

    def render(self, extraction: Extraction) -> bytes:
        """The object of one document."""
        return dump(self.records.extraction(extraction, self.style.with_text))


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return JsonWriter(style)
