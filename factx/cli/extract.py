"""`factx extract`: articles in, facts out."""

import datetime
import io
import math
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from factx import readers, writers
from factx.cli import output
from factx.cli.messages import tell
from factx.cli.paths import path
from factx.cli.report import Report, watched
from factx.cli.terminal import COLORS, is_colored, is_terminal, width
from factx.cli.work import Job, Recipe
from factx.errors import FactxError, KindError, RuleError
from factx.extractor import Extractor
from factx.rules.projects import find_packs

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


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2023-12-11") from None


def _format(value: str | None) -> str | None:
    if value is not None and value not in writers.FORMATS:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(writers.FORMATS)}")
    return value


def _color(value: str) -> str:
    if value not in COLORS:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(COLORS)}")
    return value


def _kinds(values: list[str] | None) -> list[str]:
    """The kinds of all the lists with commas. To ask for none of them is a slip, not a wish for all."""
    kinds = [name for value in values or () for name in map(str.strip, value.split(",")) if name]
    if values and not kinds:
        raise typer.BadParameter("an empty name; leave the option out for all kinds")
    return kinds


def _seconds(value: float | None) -> float | None:
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is no number of seconds")
    return value


def _complete_format(typed: str) -> list[str]:
    return [name for name in writers.FORMATS if name.startswith(typed)]


def _complete_kind(typed: str) -> list[str]:
    kinds = Extractor().rules.kinds
    return [name for name, kind in kinds.items() if kind.emit and name.startswith(typed)]


def _complete_color(typed: str) -> list[str]:
    return [name for name in COLORS if name.startswith(typed)]


@app.command(epilog=_EXAMPLES)
def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...", parser=path, help="Files, folders or patterns; - or nothing for standard input."
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            callback=_format,
            autocompletion=_complete_format,
            help=f"{', '.join(writers.FORMATS)}. Without it: table on a terminal, json in a pipe or file.",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            callback=_kinds,
            autocompletion=_complete_kind,
            help="Only facts of this kind (may be repeated, or a,b).",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", parser=path, help="Write to FILE, all of it or nothing."),
    ] = None,
    date: Annotated[
        datetime.date | None,
        typer.Option(metavar="DATE", parser=_day, help="The date of documents whose input gives none (2023-12-11)."),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the text of each document into json.")] = False,
    rules: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", parser=path, help="A folder or file of rules to add (may be repeated)."),
    ] = None,
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            callback=_color,
            autocompletion=_complete_color,
            help="Colour tables: auto, always or never.",
        ),
    ] = "auto",
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, max=256, metavar="N", help="Work in N processes; 0 for one a processor."),
    ] = 1,
    time_limit: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS", min=0, callback=_seconds, help="Leave a document after so long, with a warning."
        ),
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Print the time that each stage took to standard error (with one job).")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No warnings on standard error.")] = False,
    id_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its id.")] = "id",
    text_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its text.")] = "text",
    date_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its date.")] = "date",
    title_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its title.")] = "title",
    url_field: Annotated[str, typer.Option(metavar="NAME", rich_help_panel=_RECORDS, help="Its address.")] = "url",
) -> None:
    """Print the facts of articles: text files, or JSON Lines of {"id", "text", "date"?, "title"?, "url"?}."""
    if not files and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter("name a file, or - to type an article here", param_hint="FILE")
    paths = [str(path) for path in files] if files else [readers.STDIN]
    stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
    terminal = out is None and is_terminal(sys.stdout)
    packs = _packs(rules or ())
    recipe = Recipe(
        tuple(kind or ()) or None,
        packs,
        date,
        format or _default(terminal, out),
        with_text,
        is_colored(color, terminal),
        width(),
        time_limit,
    )
    fields = readers.Fields(id_field, text_field, date_field, title_field, url_field)
    meter = readers.Meter(paths, stdin)
    report = Report(quiet, meter if watched(out is not None) else None)
    stages: dict[str, float] | None = {} if profile else None
    try:
        job = Job(recipe, stages)
        articles = readers.read_all(paths, stdin, fields, meter)
        if jobs == 1:
            outcomes = job.run_all(articles)
        else:
            from factx.cli.jobs import run_all

            outcomes = run_all(recipe, articles, jobs or os.cpu_count() or 1)
        with closing(outcomes):
            output.write(job.writer.frame(report.pieces(outcomes)), out)
    except FactxError as error:
        tell(error)
        raise typer.Exit(USAGE if isinstance(error, RuleError | KindError) else FAILED) from None
    for stage, seconds in (stages or {}).items():
        tell(f"{seconds * 1000:10.2f} ms  {stage}")
    raise typer.Exit(FAILED if report.failed else 0)


def _packs(stated: Sequence[Path]) -> tuple[Path, ...]:
    try:
        return tuple(find_packs(stated))
    except FactxError as error:
        tell(error)
        raise typer.Exit(USAGE) from None


def _default(terminal: bool, out: Path | None) -> str:
    """The format where none is asked for: that of the file's suffix, a table on a terminal, else JSON."""
    suffix = out.suffix[1:] if out else ""
    if suffix in writers.FORMATS:
        return suffix
    return "table" if terminal else "json"
