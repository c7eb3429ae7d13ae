"""`factx rules new` and `reference`: where to begin."""

import json
from pathlib import Path
from typing import Annotated

import typer

from factx.cli.messages import tell
from factx.cli.rules.common import FAILED, app, errors_told, load_rules, usage


@app.command()
def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="The name of the new kind of fact.")],
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="KIND.toml without it.")] = None,
) -> None:
    """Write a rule file for a new kind of fact to start from, and beside it the schema that editors check it by."""
    from factx.workbench.reference import SCHEMA_FILE, rule_schema
    from factx.workbench.skeleton import skeleton

    if not kind.isascii() or not kind.isidentifier() or kind != kind.lower():
        raise usage(f"{kind!r} is no name for a kind", "use small letters, digits and _")
    with errors_told():
        known = load_rules(None).kinds
    if kind in known:
        raise usage(f"there is a kind {kind!r} already", f'take another name, or write rules with kind = "{kind}"')
    path = out or Path(f"{kind}.toml")
    schema = path.parent / SCHEMA_FILE
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(skeleton(kind))
        if not schema.exists():
            schema.write_text(json.dumps(rule_schema(), indent=1) + "\n", "utf-8")
    except FileExistsError:
        raise usage(f"{path} is there already", "name another file with -o") from None
    except OSError as error:
        tell(f"{path}: cannot be written: {error.strerror} (see to its folder or disk)")
        raise typer.Exit(FAILED) from None
    typer.echo(f"wrote {path} and {schema}\nnext: factx rules test {path}")


@app.command()
def reference(
    schema: Annotated[bool, typer.Option("--schema", help="The JSON Schema of rule files instead.")] = False,
) -> None:
    """The manual of the rule language, as Markdown."""
    from factx.workbench.reference import manual, rule_schema

    typer.echo(json.dumps(rule_schema(), indent=1) if schema else manual(), nl=schema)
