"""`factx rules coverage` and `diff`: what rules do over a corpus."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from factx.cli.rules.common import (
    FAILED,
    AsJson,
    Kinds,
    Packs,
    app,
    errors_told,
    load_rules,
    open_console,
    print_json,
    print_table,
)
from factx.rules import load


@app.command()
def coverage(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A JSON Lines or text file, or a folder of them.")],
    kind: Kinds = None,
    packs: Packs = None,
    as_json: AsJson = False,
) -> None:
    """What each rule does over a corpus: matches, facts, precision where the corpus has gold, time; and dead rules."""
    from factx.workbench.coverage import cover, read_corpus

    with errors_told():
        found = cover(load_rules(packs), read_corpus(corpus), kind)
    uses = sorted(found.uses.values(), key=lambda use: (use.rule.kind, -use.facts, -use.matches, use.rule.id))
    if as_json:
        print_json(
            {"documents": found.documents, "characters": found.characters, "rules": [
                {"rule": use.rule.id, "kind": use.rule.kind, "role": use.rule.role, "matches": use.matches,
                 "facts": use.facts, "judged": use.judged, "right": use.right, "precision": use.precision,
                 "milliseconds": round(use.seconds * 1000, 3)} for use in uses]}
        )  # fmt: skip
        return
    rows = [
        [use.rule.kind, use.rule.id, str(use.matches), str(use.facts),
         f"{use.precision:.0%} of {use.judged}" if use.precision is not None else "",
         f"{use.seconds * 1000:.1f}", "dead" if use.dead else ""]
        for use in uses
    ]  # fmt: skip
    print_table(["kind", "rule", "matches", "facts", "precision", "ms", ""], rows)
    dead = sum(use.dead for use in uses)
    typer.echo(f"{found.documents:,} documents, {found.characters:,} characters; {dead} of {len(uses)} rules are dead")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A rule file or folder; - for the rules of factx alone.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Another.")],
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A JSON Lines or text file, or a folder of them.")],
    kind: Kinds = None,
    as_json: AsJson = False,
) -> None:
    """Which facts appear, vanish or change between two sets of rules. The exit status is 1 where any does."""
    from factx.workbench.coverage import compare, read_corpus

    with errors_told():
        left, right = (load(*([] if one == "-" else [Path(one)])) for one in (old, new))
        changes = list(compare(left, right, read_corpus(corpus), kind))
    if as_json:
        import msgspec

        facts = [{"document": one.document, "change": one.what, "old": one.old, "new": one.new} for one in changes]
        print_json(msgspec.to_builtins(facts))
    else:
        console = open_console()
        signs = {"appears": ("+ ", "green"), "vanishes": ("- ", "red"), "changes": ("~ ", "yellow")}
        plural = {"appears": "appear", "vanishes": "vanish", "changes": "change"}
        for one in changes:
            fact = one.new or one.old
            if fact is None:
                continue
            place = f"{one.document}:{fact.line} "
            console.print(Text.assemble(signs[one.what], (place, "dim"), (fact.kind, "bold"), f" {_told_apart(one)}"))
        counts = {what: sum(one.what == what for one in changes) for what in signs}
        console.print(", ".join(f"{count} {what if count == 1 else plural[what]}" for what, count in counts.items()))
    raise typer.Exit(FAILED if changes else 0)


def _told_apart(change: Any) -> str:
    old, new = change.old, change.new
    if old is None or new is None:
        fact = old or new
        return f"{fact.text!r} {fact.value} by {fact.rule}"
    parts = [f"{old.text!r} -> {new.text!r}" if old.text != new.text else repr(new.text)]
    before, after = ({"value": one.value, **one.attributes} for one in (old, new))
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) != after.get(key):
            parts.append(f"{key}: {before.get(key)} -> {after.get(key)}")
    return ", ".join(parts)
