"""Facts to bytes: one writer a format. A new one is a module beside this one and a line in the table."""

from __future__ import annotations

from importlib import import_module

from factx.writers.base import Style, Writer

__all__ = ["FORMATS", "Style", "Writer", "load"]

FORMATS = {
    "table": "tables for people, one a kind",
    "json": "one JSON object a document",
    "jsonl": "one fact a line, each a JSON object",
    "csv": "one fact a row, for spreadsheets",
    "tsv": "one fact a line, for cut, sort and awk",
    "timeml": "the text with its dates marked, in XML",
}
"""The name of each format, which is that of its module too, and what it gives."""


def load(name: str, style: Style) -> Writer:
    """The writer of the format `name`, imported when it is needed. KeyError for an unknown one."""
    if name not in FORMATS:
        raise KeyError(name)
    made: Writer = import_module(f"factx.writers.{name}").writer(style)
    return made
