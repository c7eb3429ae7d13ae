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

_DEFAULT_COLUMNS = ("value", "text")
_NARROW = 100
"""Below this width a table keeps the columns that are never left out, and as many others as have room."""


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
        self._print(console, extraction)
        return target.getvalue().encode("utf-8", "backslashreplace")

    def _print(self, console: Console, extraction: Extraction) -> None:
        document = extraction.document
        heading = Text(one_line(document.id), style="bold")
        if document.title:
            heading.append(f"  {one_line(document.title)}", style="not bold")
        if document.date:
            heading.append(f"  {document.date.isoformat()} ({one_line(document.date_source or 'given')})", style="dim")
        console.print(heading)
        groups: dict[str, list[Fact]] = {name: [] for name in self.style.kinds}
        for fact in extraction.facts:
            groups.setdefault(fact.kind, []).append(fact)
        for name, facts in groups.items():
            if facts:
                console.print(_table(name, facts, self.style.kinds.get(name), self.style.width))
        if not extraction.facts:
            console.print(Text("no facts found", style="dim"))
        for notice in extraction.warnings:
            where = f"line {document.line(notice.start)}: " if notice.start is not None else ""
            console.print(Text(f"warning: {where}{one_line(notice.message)}", style="yellow"))
        console.print()


def _table(name: str, facts: list[Fact], kind: Kind | None, width: int) -> Table:
    named = (kind.columns if kind else ()) or _DEFAULT_COLUMNS
    columns = [column for column in named if column not in ("line", "text")]
    cells = {column: [_cell(column, fact) for fact in facts] for column in columns}
    shown = [column for column in columns if column == "value" or any(cells[column])]
    table = Table(
        title=Text(f"{name.replace('_', ' ')} ({len(facts)})"),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=False,
    )
    table.add_column("line", justify="right", no_wrap=True, style="dim")
    for column in _that_fit(shown, cells, width):
        number = all(isinstance(_attribute(column, fact), int | float | None) for fact in facts)
        heading = column.replace("_", " ")
        if column == "value":
            table.add_column(heading, justify="right" if number else "left", no_wrap=number, style="cyan")
        else:
            table.add_column(heading, justify="right" if number else "left", overflow="fold")
    table.add_column("text", overflow="fold", min_width=16, ratio=1)
    drawn = _that_fit(shown, cells, width)
    for row, fact in enumerate(facts):
        table.add_row(
            str(fact.line), *(Text(cells[column][row]) for column in drawn), Text(one_line(fact.text), overflow="fold")
        )
    return table


def _that_fit(columns: list[str], cells: dict[str, list[str]], width: int) -> list[str]:
    """The leading columns for which there is room beside the line and sixteen characters or more of text."""
    room = width - 8 - 24
    kept: list[str] = []
    for column in columns:
        wide = min(max(len(column), *(len(cell) for cell in cells[column])), 24) + 2
        if kept and wide > room:
            continue
        kept.append(column)
        room -= wide
    return kept


def _attribute(name: str, fact: Fact) -> Any:
    return fact.value if name == "value" else fact.attributes.get(name)


def _cell(name: str, fact: Fact) -> str:
    value = _attribute(name, fact)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}" if abs(value) < 10**15 else f"{value:.3e}"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return one_line(str(value))


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return TableWriter(style)
