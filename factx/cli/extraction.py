"""What `factx extract` does, however its call was read."""

from __future__ import annotations

import datetime
import io
import os
import sys
from contextlib import closing

import msgspec

from factx import readers, writers
from factx.cli import output
from factx.cli.messages import tell
from factx.cli.report import Report, watched
from factx.cli.terminal import is_colored, is_terminal, width
from factx.cli.work import Job, Recipe
from factx.errors import FactxError, KindError, RuleError
from factx.rules.projects import find_packs

FAILED, USAGE = 1, 2


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a call asks for: one field an option. `kinds` are all where there are none."""

    files: tuple[str, ...]
    format: str | None = None
    kinds: tuple[str, ...] = ()
    out: str | None = None
    date: datetime.date | None = None
    with_text: bool = False
    rules: tuple[str, ...] = ()
    color: str = "auto"
    jobs: int = 1
    time_limit: float | None = None
    profile: bool = False
    quiet: bool = False
    fields: readers.Fields = readers.Fields()


def run(request: Request) -> int:
    """Extract and print. The exit status; SystemExit where whoever reads the output went away."""
    try:
        return _run(request)
    except FactxError as error:
        tell(error)
        return USAGE if isinstance(error, RuleError | KindError) else FAILED


def _run(request: Request) -> int:
    stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
    terminal = request.out is None and is_terminal(sys.stdout)
    form = request.format or _default(terminal, request.out)
    recipe = Recipe(
        request.kinds or None,
        tuple(find_packs(request.rules)),
        request.date,
        form,
        request.with_text,
        is_colored(request.color, terminal),
        width() if form == "table" else 0,
        request.time_limit,
    )
    meter = readers.Meter(request.files, stdin)
    report = Report(request.quiet, meter if watched(request.out is not None) else None)
    stages: dict[str, float] | None = {} if request.profile else None
    job = Job(recipe, stages)
    articles = readers.read_all(request.files, stdin, request.fields, meter)
    if request.jobs == 1:
        outcomes = job.run_all(articles)
    else:
        from factx.cli.jobs import run_all

        outcomes = run_all(recipe, articles, request.jobs or os.cpu_count() or 1)
    with closing(outcomes):
        output.write(job.writer.frame(report.pieces(outcomes)), request.out)
    for stage, seconds in (stages or {}).items():
        tell(f"{seconds * 1000:10.2f} ms  {stage}")
    return FAILED if report.failed else 0


def _default(terminal: bool, out: str | None) -> str:
    """The format where none is asked for: that of the file's suffix, a table on a terminal, else JSON."""
    suffix = os.path.splitext(out)[1][1:] if out else ""
    if suffix in writers.FORMATS:
        return suffix
    return "table" if terminal else "json"
