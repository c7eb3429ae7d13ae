"""`factx rules explain`: how a sentence came to its facts."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from factx.cli.rules.common import AsJson, Kinds, Packs, app, errors_told, load_rules, open_console, print_json, usage
from factx.errors import FactxError, InputError
from factx.rules import RuleSet


@app.command()
def explain(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text file; - for standard input.")],
    at: Annotated[str | None, typer.Option(metavar="LINE[:COLUMN]", help="What is there?")] = None,
    why: Annotated[str | None, typer.Option(metavar="FACT_ID", help="Why this fact?")] = None,
    why_not: Annotated[str | None, typer.Option(metavar="TEXT", help="Why no fact of these words?")] = None,
    kind: Kinds = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The document's date (2023-12-11).")] = None,
    packs: Packs = None,
    as_json: AsJson = False,
) -> None:
    """How a sentence came to its facts: what was found, lifted, tried, how far it got, and what won."""
    from dataclasses import asdict

    from factx.workbench.explain import explain as find

    if sum(bool(one) for one in (at, why, why_not)) != 1:
        raise usage("one of --at, --why and --why-not is needed", "for instance --at 3")
    with errors_told():
        try:
            text = sys.stdin.read() if str(article) == "-" else article.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise InputError(f"{article}: {error.strerror}") from None
        rules = load_rules(packs)
        start, end = _place(text, at, why, why_not, rules, kind, date)
        found = find(rules, text, start, end, kind, date)
    if as_json:
        print_json(
            {"sentence": found.sentence, "line": found.line, "mentions": found.mentions,
             "layers": [asdict(layer) for layer in found.layers],
             "facts": [{"id": f.id, "kind": f.kind, "text": f.text, "value": f.value} for f in found.facts]}
        )  # fmt: skip
        return
    console = open_console()
    console.print(Text.assemble((f"line {found.line}  ", "dim"), (found.sentence, "bold")))
    if found.mentions:
        console.print(Text("\nmentions", style="bold"))
    for name, words, rule in found.mentions:
        console.print(Text.assemble(f"  {words!r} ", (name, "green"), (f"  {rule}", "dim")))
    for layer in found.layers:
        console.print(Text.assemble("\n", (layer.kind, "bold"), "  sees: ", (layer.lifted, "yellow")))
        for match in layer.matches:
            mark = ("  ✓ ", "green") if match.stands else ("  ✗ ", "red")
            captures = ", ".join(f"{key}={words!r}" for key, words in match.captures.items())
            role = f" ({match.role})" if match.role != "rule" else ""
            line = Text.assemble(mark, (match.rule, "cyan"), f"{role}  {match.text!r}", (f"  {captures}", "dim"))
            console.print(line)
            if match.reason:
                console.print(Text(f"      {match.reason}", style="red"))
        for attempt in layer.attempts[:8]:
            console.print(
                Text.assemble(
                    ("  · ", "dim"), (attempt.rule, "cyan"), f"  got to {attempt.reached!r}, then no ",
                    (attempt.missing, "magenta"), (f"  {attempt.share:.0%}", "dim"),
                )
            )  # fmt: skip
        if layer.lacking:
            console.print(
                Text(f"    called, but without the mentions they need: {', '.join(layer.lacking)}", style="dim")
            )
    console.print(Text("\nfacts", style="bold"))
    for fact in found.facts:
        console.print(Text.assemble(f"  {fact.id} ", (fact.kind, "green"), f" {fact.value} {fact.text!r}  {fact.rule}"))
    if not found.facts:
        console.print(Text("  none"))


def _place(
    text: str, at: str | None, why: str | None, why_not: str | None, rules: RuleSet, kinds: list[str] | None,
    date: str | None,
) -> tuple[int, int]:  # fmt: skip
    """The span that is asked about."""
    if why_not is not None:
        start = text.find(why_not)
        if start < 0:
            raise InputError(f"{why_not!r} does not stand in the article", None, "copy its words as they are")
        return start, start + len(why_not)
    if why is not None:
        from factx.extractor import Extractor

        for fact in Extractor(kinds, rules=rules).extract(text, date=date).facts:
            if fact.id == why:
                return fact.start, fact.end
        raise InputError(f"no fact is called {why!r}", None, "the ids are those that extract --format json prints")
    line, _, column = (at or "").partition(":")
    if not line.isdecimal() or (column and not column.isdecimal()):
        raise FactxError(f"{at!r} is no place", None, "write it as 12 or 12:40")
    lines = text.splitlines(keepends=True)
    if not 1 <= int(line) <= len(lines):
        raise InputError(f"the article has no line {line}", None, f"it has {len(lines)}")
    start = sum(map(len, lines[: int(line) - 1]))
    if column:
        return start + int(column) - 1, start + int(column)
    return start, start + max(1, len(lines[int(line) - 1].rstrip()))
