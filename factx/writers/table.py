"""Tables for people: one a kind, its columns those that the kind's rule file names."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factx.writers.base import Style, Writer
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
        target = io.StringIO()
        console = Console(
            file=target,
            width=self.style.width,
            force_terminal=self.style.color,
            color_system="standard" if self.style.color else None,
            no_color=not self.style.color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        self.show(console, extraction)
        lines = (line.rstrip() for line in target.getvalue().split("\n"))
        return "\n".join(lines).encode("utf-8", "backslashreplace")

    def show(self, console: Console, extraction: Extraction) -> None:
        """Print one document to a console of Rich."""
        document = extraction.document
        heading = Text(one_line(document.id), style="bold")
        if document.title:
            heading.append(f"  {one_line(document.title)}", style="not bold")
        if document.date:
            heading.append(f"  {document.date.isoformat()}", style="not bold cyan")
            heading.append(f" ({one_line(document.date_source or 'given')})", style="not bold dim")
        console.print(heading)
        groups: dict[str, list[Fact]] = {name: [] for name in self.style.kinds}
        for fact in extraction.facts:
            groups.setdefault(fact.kind, []).append(fact)
        for name, facts in groups.items():
            if facts:
                console.print()
                console.print(_table(name, facts, self.style.kinds.get(name), console.width))
        if not extraction.facts:
            console.print(Text("no facts found", style="dim"))
        for notice in extraction.warnings:
            where = f"line {document.line(notice.start)}: " if notice.start is not None else ""
            console.print(Text(f"warning: {where}{one_line(notice.message)}", style="yellow"))
        console.print()


def _table(name: str, facts: list[Fact], kind: Kind | None, width: int) -> Table:
    table = Table(
        title=Text.assemble((name.replace("_", " "), "bold"), (f"  {len(facts)}", "dim")),
        title_justify="left",
        title_style="",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    cells = {column: [_cell(column, fact, kind) for fact in facts] for column in _columns(kind)}
    shown = _that_fit({column: rows for column, rows in cells.items() if any(rows)}, width)
    table.add_column("line", justify="right", no_wrap=True, style="dim")
    for column in shown:
        number = all(isinstance(_value(column, fact), int | float | None) for fact in facts)
        style = "cyan" if column == "value" else ""
        table.add_column(column.replace("_", " "), justify="right" if number else "left", overflow="fold", style=style)
    table.add_column("text", overflow="fold", min_width=min(_TEXT_WIDTH, width // 3))
    for row, fact in enumerate(facts):
        table.add_row(str(fact.line), *(Text(cells[column][row]) for column in shown), Text(one_line(fact.text)))
    return table


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
