"""`factx schema`: the contract of the output, for programs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from factx.cli import output
from factx.cli.messages import tell
from factx.cli.parsers import path
from factx.errors import RuleError

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich", add_completion=False)

_EXAMPLES = """
[bold]Examples[/]

  factx schema > factx.schema.json
  factx schema --format jsonl
"""


def _format(value: str) -> str:
    if value not in ("json", "jsonl"):
        raise typer.BadParameter(f"{value!r} is not one of json, jsonl")
    return value


@app.command(epilog=_EXAMPLES)
def schema(
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", callback=_format, help="The output described: json or jsonl."),
    ] = "json",
    rules: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", parser=path, help="A folder or file of rules to add (may be repeated)."),
    ] = None,
) -> None:
    """Print the JSON Schema of what extract prints: with json of a document, with jsonl of a fact."""
    from factx import schema as schemas
    from factx.rules import load
    from factx.rules.projects import find_packs

    try:
        kinds = load(*find_packs(rules or ())).kinds
    except RuleError as error:
        tell(error)
        raise typer.Exit(2) from None
    built = schemas.document_schema(kinds) if format == "json" else schemas.fact_schema(kinds)
    output.write([json.dumps(built, indent=2, ensure_ascii=False).encode() + b"\n"], None)
