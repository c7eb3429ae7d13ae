"""`factx extract`: articles in, facts out."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from factx import readers, writers
from factx.cli import output
from factx.cli.messages import tell
from factx.cli.work import Job, Outcome, in_turn
from factx.errors import FactxError, RuleError

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich", add_completion=False)

FAILED, USAGE = 1, 2
_RECORDS = "Fields of JSON records"
_EXAMPLES = """
[bold]Examples[/]

  factx extract article.txt
  factx extract *.txt --kind casualty,troop_count
  factx extract reports/ --format jsonl -o facts.jsonl
  zcat news.jsonl.gz | factx extract - --text-field body | jq -c '.facts[]'

[bold]Exit status[/]

  0 done · 1 some document failed, the others are done · 2 wrong usage
"""


def _day(value: str | None) -> datetime.date | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2023-12-11") from None


def _format(value: str | None) -> str | None:
    if value is not None and value not in writers.FORMATS:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(writers.FORMATS)}")
    return value


def _color(value: str) -> str:
    if value not in ("auto", "always", "never"):
        raise typer.BadParameter(f"{value!r} is not one of auto, always, never")
    return value


def _names(typed: str) -> list[str]:
    return [name for name in writers.FORMATS if name.startswith(typed)]


@app.command(epilog=_EXAMPLES)
def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Files, folders or patterns; - or nothing for standard input."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            callback=_format,
            autocompletion=_names,
            help=f"{', '.join(writers.FORMATS)}. Without it: table on a terminal, json in a pipe or file.",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", metavar="KIND", help="Only facts of this kind (may be repeated, or a,b)."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, all of it or nothing.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_day, help="The date of documents whose input gives none (2023-12-11)."),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the text of each document into json.")] = False,
    rules: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="A folder or file of rules to add (may be repeated).")
    ] = None,
    color: Annotated[
        str, typer.Option(metavar="WHEN", callback=_color, help="Colour tables: auto, always or never.")
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No warnings on standard error.")] = False,
    id_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its id.")] = "id",
    text_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its text.")] = "text",
    date_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its date.")] = "date",
    title_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its title.")] = "title",
    url_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its address.")] = "url",
) -> None:
    """Print the facts of articles: text files, or JSON Lines of {"id", "text", "date"?, "title"?, "url"?}."""
    if not files and sys.stdin.isatty():
        raise typer.BadParameter("name a file, or - to type an article here", param_hint="FILE")
    paths = [str(path) for path in files] if files else [readers.STDIN]
    terminal = out is None and sys.stdout.isatty()
    try:
        extractor, kinds = _extractor(rules, kind)
        style = writers.Style(kinds, with_text, *_terminal(color, terminal))
        writer = writers.load(format or ("table" if terminal else "json"), style)
        job = Job(extractor, writer, date)  # type: ignore[arg-type]
        fields = readers.Fields(id_field, text_field, date_field, title_field, url_field)
        outcomes = in_turn(job, readers.read_all(paths, sys.stdin.buffer, fields))
        report = Report(quiet)
        output.write(writer.frame(report.pieces(outcomes)), out)
    except RuleError as error:
        tell(error)
        raise typer.Exit(USAGE) from None
    except FactxError as error:
        tell(error)
        raise typer.Exit(FAILED) from None
    raise typer.Exit(FAILED if report.failed else 0)


class Report:
    """Tells of errors and warnings while the pieces of output pass by."""

    def __init__(self, quiet: bool) -> None:
        self.failed = 0
        self._quiet = quiet

    def pieces(self, outcomes: Iterable[Outcome]) -> Iterator[bytes]:
        """The output of the documents that have any."""
        for outcome in outcomes:
            if outcome.error is not None:
                self.failed += 1
                tell(outcome.error)
                continue
            if not self._quiet:
                for warning in outcome.warnings:
                    tell(f"warning: {warning}")
            yield outcome.piece


def _extractor(rules: list[Path] | None, kind: list[str] | None) -> tuple[Any, dict[str, Any]]:
    """The extractor, and the kinds that it gives, by name."""
    from factx.extractor import Extractor
    from factx.rules import load

    wanted = [name.strip() for value in kind or () for name in value.split(",") if name.strip()]
    ruleset = load(*rules or ())
    shown = {name: one for name, one in ruleset.kinds.items() if one.emit and one.enabled}
    unknown = [name for name in wanted if name not in shown]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is not one of {', '.join(shown)}", param_hint="--kind")
    kept = {name: one for name, one in shown.items() if not wanted or name in wanted}
    return Extractor(wanted or None, rules=ruleset), kept


def _terminal(color: str, terminal: bool) -> tuple[bool, int]:
    """Whether to colour, and how many columns there are."""
    import shutil

    colored = color == "always" or (
        color == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return colored, max(40, shutil.get_terminal_size().columns)
