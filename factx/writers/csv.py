"""CSV: one fact a row, the attributes of every kind side by side; nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factx.rules.model import attribute_names
from factx.writers.base import Style, Writer
from factx.writers.record import FACT_KEYS

if TYPE_CHECKING:
    from factx.extractor import Extraction

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


class CsvWriter(Writer):
    """A heading row, then rows in the dialect `csv.excel`."""

    def columns(self) -> list[str]:
        """`document`, what every fact has, and the attributes of the kinds in the output."""
        names = ["document", *FACT_KEYS]
        for kind in self.style.kinds.values():
            names.extend(attribute_names(kind))
        return list(dict.fromkeys(names))

    def render(self, extraction: Extraction) -> bytes:
        """The rows of one document."""
        columns = self.columns()
        document = {"document": extraction.document.id}
        records = (document | self.records.fact(fact) for fact in extraction.facts)
        return self.rows([[cell(record.get(name)) for name in columns] for record in records])

    def frame(self, documents: Iterable[bytes]) -> Iterator[bytes]:
        """The heading, then the documents."""
        yield self.rows([self.columns()])
        yield from documents

    def rows(self, rows: list[list[Any]]) -> bytes:
        """The rows as text, with the line ends that the format asks for."""
        target = io.StringIO()
        csv.writer(target).writerows(rows)
        return target.getvalue().encode("utf-8", "backslashreplace")


def cell(value: Any) -> Any:
    """A value as a cell: text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        import json

        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        value = value.replace("\0", "\ufffd")
        return f"'{value}" if value.lstrip(" \n").startswith(_FORMULA) else value
    return value


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return CsvWriter(style)
