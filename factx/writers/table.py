"""Tables for people: one a kind, its columns those that the kind's rule file names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factx.writers.base import Style, Writer
from factx.writers.grid import Column, fold, lay_out, measure, styled
from factx.writers.visible import one_line

if TYPE_CHECKING:
    from factx.extractor import Extraction
    from factx.facts import Fact
    from factx.rules.model import Kind

_ALWAYS = ("line", "text")
"""Columns that every table has: where the fact stands, and its words."""
_TEXT_WIDTH = 24
_CELL_WIDTH = 24


class TableWriter(Writer):
    """A heading for each document, a table for each kind that it has, and its warnings."""

    warns = True

    def render(self, extraction: Extraction) -> bytes:
        """The tables of one document, as wide as the terminal at most."""
        return "\n".join([*self._lines(extraction), ""]).encode("utf-8", "backslashreplace")

    def _lines(self, extraction: Extraction) -> Iterator[str]:
        document, color = extraction.document, self.style.color
        heading = [(one_line(document.id), "bold")]
        if document.title:
            heading.append((f"  {one_line(document.title)}", ""))
        if document.date:
            heading.append((f"  {document.date.isoformat()}", "cyan"))
            heading.append((f" ({one_line(document.date_source or 'given')})", "dim"))
        whole = "".join(text for text, _ in heading)
        if measure(whole) <= self.style.width:
            yield "".join(styled(text, look, color) for text, look in heading)
        else:
            yield from (styled(line, "bold", color) for line in fold(whole, self.style.width))
        groups: dict[str, list[Fact]] = {name: [] for name in self.style.kinds}
        for fact in extraction.facts:
            groups.setdefault(fact.kind, []).append(fact)
        for name, facts in groups.items():
            if facts:
                yield ""
                yield styled(name.replace("_", " "), "bold", color) + styled(f"  {len(facts)}", "dim", color)
                yield from _grid(facts, self.style.kinds.get(name), self.style)
        if not extraction.facts:
            yield styled("no facts found", "dim", color)
        for notice in extraction.warnings:
            where = f"line {document.line(notice.start)}: " if notice.start is not None else ""
            for line in fold(f"warning: {where}{one_line(notice.message)}", self.style.width):
                yield styled(line, "yellow", color)
        yield ""


def _grid(facts: list[Fact], kind: Kind | None, style: Style) -> Iterator[str]:
    cells = {column: [_cell(column, fact, kind) for fact in facts] for column in _columns(kind)}
    shown = _that_fit({column: rows for column, rows in cells.items() if any(rows)}, style.width)
    columns = [Column("line", is_right=True, look="dim")]
    for column in shown:
        number = all(isinstance(_value(column, fact), int | float | None) for fact in facts)
        look = "cyan" if column == "value" else ""
        columns.append(Column(column.replace("_", " "), is_right=number, look=look, least=_CELL_WIDTH))
    columns.append(Column("text", least=min(_TEXT_WIDTH, style.width // 3)))
    rows = [
        [str(fact.line), *(cells[column][row] for column in shown), one_line(fact.text)]
        for row, fact in enumerate(facts)
    ]
    return lay_out(columns, rows, style.width, style.color)


def _columns(kind: Kind | None) -> list[str]:
    named = kind.columns if kind and kind.columns else ("value",)
    return [column for column in named if column not in _ALWAYS]


def _that_fit(cells: dict[str, list[str]], width: int) -> list[str]:
    """The columns for which there is room beside the line number and the words; the first is always there."""
    room = width - len("line") - _TEXT_WIDTH
    kept: list[str] = []
    for column, rows in cells.items():
        wide = min(max(map(len, [column, *rows])), _CELL_WIDTH) + 2
        if not kept or wide <= room:
            kept.append(column)
            room -= wide
    return kept


def _value(name: str, fact: Fact) -> Any:
    return fact.value if name == "value" else fact.attributes.get(name)


def _cell(name: str, fact: Fact, kind: Kind | None) -> str:
    value = _value(name, fact)
    if value is None:
        return ""
    if isinstance(value, bool):  # only what is out of the ordinary is worth a column
        attribute = kind.attributes.get(name) if kind else None
        usual = attribute is not None and value == bool(attribute.default)
        return "" if usual else "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}" if abs(value) < 10**15 else f"{value:.3e}"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return one_line(str(value))


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return TableWriter(style)
