"""`factx extract`: articles in, facts out."""

import datetime
import math
import sys
from typing import Annotated

import typer

from factx import readers, writers
from factx.cli import values
from factx.cli.extraction import Request, run
from factx.cli.parsers import told
from factx.cli.terminal import COLORS
from factx.extractor import Extractor

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich", add_completion=False)

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


def _kinds(given: list[str] | None) -> list[str]:
    return list(told(values.kinds)(given)) if given else []


def _color(value: str) -> str:
    if value not in COLORS:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(COLORS)}")
    return value


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
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            parser=told(values.path),
            help="Files, folders or patterns; - or nothing for standard input.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=told(values.output_format),
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
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", parser=told(values.path), help="Write to FILE, all of it or nothing."
        ),
    ] = None,
    date: Annotated[
        datetime.date | None,
        typer.Option(
            metavar="DATE", parser=told(values.day), help="The date of documents whose input gives none (2023-12-11)."
        ),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the text of each document into json.")] = False,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH", parser=told(values.path), help="A folder or file of rules to add (may be repeated)."
        ),
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
    request = Request(
        files=tuple(files or [readers.STDIN]),
        format=format,
        kinds=tuple(kind or ()),
        out=out,
        date=date,
        with_text=with_text,
        rules=tuple(rules or ()),
        color=color,
        jobs=jobs,
        time_limit=time_limit,
        profile=profile,
        quiet=quiet,
        fields=readers.Fields(id_field, text_field, date_field, title_field, url_field),
    )
    raise typer.Exit(run(request))
