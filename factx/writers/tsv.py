"""TSV: as CSV, but a row is a line and a tab ends a cell, always: white space within a cell becomes one space."""

from __future__ import annotations

from typing import Any

from factx.writers.base import Style, Writer
from factx.writers.csv import CsvWriter


class TsvWriter(CsvWriter):
    """Made for cut, sort and awk: nothing is quoted."""

    def rows(self, rows: list[list[Any]]) -> bytes:
        """The rows as lines."""
        lines = ("\t".join("" if one is None else " ".join(str(one).split()) for one in row) + "\n" for row in rows)
        return "".join(lines).encode("utf-8", "backslashreplace")


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return TsvWriter(style)
