"""The command line. A command is a module beside this one and a line in the table.

The modules of commands do without `from __future__ import annotations`: Typer would have to compile each one again.
"""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import factx
from factx.cli import output

COMMANDS = ("extract", "rules", "schema")
"""The name of each command, which is that of its module too. Each module has an `app`."""

_EXAMPLES = """
[bold]Examples[/]

  factx extract article.txt
  factx extract reports/ --format jsonl -o facts.jsonl
  curl -s https://example.org/news.jsonl | factx extract - --kind casualty | jq .facts[].value
"""


class _Commands(TyperGroup):
    """A group whose commands are imported when they are called: no command pays for another."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, name: str) -> typer.core.TyperCommand | None:  # type: ignore[override]
        if name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f"factx.cli.{name}").app)
        command.name = name
        return command  # type: ignore[return-value]

    def make_context(self, *arguments: Any, **named: Any) -> typer.Context:
        """As Typer does it, with what --help and --version print guarded."""
        with output.guarded():
            return super().make_context(*arguments, **named)  # type: ignore[return-value]

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """As Typer does it, with what the commands print guarded."""
        with output.guarded():
            return super().invoke(ctx)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factx {factx.__version__}")
        raise typer.Exit


@app.callback(epilog=_EXAMPLES)
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Extract facts from news: troop counts, casualties, dates, places and named groups, each with its words."""
