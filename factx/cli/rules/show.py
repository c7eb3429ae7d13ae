"""`factx rules list` and `show`: what there is."""

from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from factx.cli.rules.common import AsJson, Packs, app, errors_told, load_rules, open_console, print_json, usage
from factx.rules.written import spelled


@app.command("list")
def list_rules(packs: Packs = None, as_json: AsJson = False) -> None:
    """The rules by kind, with their triggers and the numbers of their examples and counterexamples."""
    with errors_told():
        rules = load_rules(packs)
    compiled = rules.by_kind()
    if as_json:
        print_json(
            [
                {"id": one.rule.id, "kind": name, "role": one.rule.role, "pack": one.rule.pack,
                 "description": one.rule.description, "examples": len(one.rule.examples),
                 "counterexamples": len(one.rule.counterexamples), "triggers": _triggers(one.needs),
                 "file": str(one.rule.location.path), "line": one.rule.location.line}
                for name in rules.kinds for one in compiled.get(name, [])
            ]
        )  # fmt: skip
        return
    console = open_console()
    for name, kind in rules.kinds.items():
        off = "" if kind.enabled else f"  off: --kind {name} turns it on"
        tree = Tree(Text.assemble((name, "bold"), f"  {kind.description}", (off, "yellow"), (f"  {kind.pack}", "dim")))
        for one in compiled.get(name, []):
            rule = one.rule
            label = Text.assemble(
                (rule.id, "cyan"), (f" {rule.role}" if rule.role != "rule" else "", "magenta"),
                (f"  {len(rule.examples)}+ {len(rule.counterexamples)}-", "green"),
                f"  {rule.description}", (f"  {_triggers(one.needs)}", "dim"),
            )  # fmt: skip
            label.no_wrap, label.overflow = True, "ellipsis"
            tree.add(label)
        console.print(tree)


def _triggers(needs: list[frozenset[str]]) -> str:
    from factx.rules.needs import best, is_symbols

    words = [need for need in needs if not is_symbols(need)]
    if not words:
        return "mentions" if needs else ""
    chosen = sorted(best(words))
    return ", ".join(chosen[:5]) + (f" and {len(chosen) - 5} more" if len(chosen) > 5 else "")


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a rule, or the name of a macro or lexicon.")],
    packs: Packs = None,
    as_json: AsJson = False,
) -> None:
    """A rule: its pattern, what it refers to, its examples, and whom it replaces."""
    with errors_told():
        rules = load_rules(packs)
    console = open_console()
    if id not in rules.rules:
        if id in rules.macros:
            console.print(Text(rules.macros[id].pattern))
            return
        if id in rules.lexicons:
            for form, row in rules.lexicons[id].entries.items():
                console.print(Text("\t".join([form, *row.values()])))
            return
        import difflib

        near = difflib.get_close_matches(id, [*rules.rules, *rules.macros, *rules.lexicons], 3)
        raise usage(f"no rule is called {id!r}", f"did you mean {', '.join(near)}?" if near else "see factx rules list")
    rule = rules.rules[id]
    compiled = next(one for one in rules.compiled if one.rule.id == id)
    if as_json:
        expanded = spelled(compiled.source, rules.marks)
        print_json(
            {"id": id, "kind": rule.kind, "role": rule.role, "pattern": rule.pattern, "expanded": expanded,
             "captures": compiled.captures, "references": sorted(compiled.references), "priority": rule.priority,
             "set": rule.set, "examples": [[one.text, list(one.facts)] for one in rule.examples],
             "counterexamples": [one.text for one in rule.counterexamples]}
        )  # fmt: skip
        return
    console.print(Text.assemble((id, "bold cyan"), f"  {rule.role} of {rule.kind}, pack {rule.pack}  {rule.location}"))
    if rule.description:
        console.print(Text(rule.description))
    for earlier in rules.replaced.get(id, []):
        console.print(Text(f"replaces the rule of {earlier.location}", style="yellow"))
    console.print(Text(f"priority {rule.priority}, scope {rule.scope}" + (f", sets {rule.set}" if rule.set else "")))
    console.print()
    console.print(_colored(rule.pattern))
    console.print()
    for name in sorted(compiled.references):
        base = name.partition(".")[0]
        if name in rules.macros:
            console.print(Text.assemble((f"{{{name}}}", "yellow"), " = "), _colored(rules.macros[name].pattern))
        elif base in rules.kinds:
            console.print(Text.assemble((f"{{{name}}}", "green"), f"  {rules.kinds[base].description}"))
        elif base in rules.lexicons:
            from factx.rules.lexicon import select

            forms = select(rules.lexicons[base], tuple(name.split(".")[1:]))
            more = ", ..." if len(forms) > 12 else ""
            console.print(
                Text.assemble((f"{{{name}}}", "blue"), f"  {len(forms)} forms: {', '.join(forms[:12])}{more}")
            )
    for example in rule.examples:
        console.print(Text.assemble(("+ ", "green"), example.text, (f"  {list(example.facts)}", "dim")))
    for example in rule.counterexamples:
        console.print(Text.assemble(("- ", "red"), example.text))


def _colored(pattern: str) -> Text:
    text = Text("\n".join(line.strip() for line in pattern.strip().splitlines()))
    text.highlight_regex(r"\{[A-Za-z_][\w.-]*\}", "yellow")
    text.highlight_regex(r"\(\?<\w+>", "bold cyan")
    text.highlight_regex(r"#.*", "dim")
    text.highlight_regex(r"[|~]", "magenta")
    return text
