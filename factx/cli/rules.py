"""`factx rules`: the workbench of those who write rules."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from factx.cli.messages import tell
from factx.cli.terminal import is_colored, is_terminal, width
from factx.errors import FactxError, InputError
from factx.rules import RuleSet, load
from factx.rules.model import Rule

_EXAMPLES = """
[bold]Examples[/]

  factx rules new arrests            a file to start from
  factx rules test arrests.toml --watch
  factx rules explain article.txt --at 3 --rules arrests.toml
  factx rules diff - arrests.toml reports.jsonl

[bold]Exit status[/]

  0 all is well · 1 something was found wrong · 2 wrong usage, or rules that cannot be read
"""
app = typer.Typer(
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=False,
    no_args_is_help=True,
    epilog=_EXAMPLES,
    help="Write, test and understand rules.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
Packs = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="PATH", help="A folder or file of rules to add (may be repeated)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only this kind (repeatable).")]
FAILED, USAGE = 1, 2


def _console() -> Console:
    terminal = is_terminal(sys.stdout)
    color = is_colored("auto", terminal)
    return Console(
        width=width() if terminal else 100_000, no_color=not color, highlight=False, emoji=False, soft_wrap=not terminal
    )


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


@contextmanager
def _told() -> Iterator[None]:
    """Errors as lines on standard error, and the exit status that says so."""
    try:
        yield
    except InputError as error:
        tell(error)
        raise typer.Exit(FAILED) from None
    except FactxError as error:
        tell(error)
        raise typer.Exit(USAGE) from None


def _load(packs: list[Path] | None) -> RuleSet:
    from factx.rules.projects import find_packs

    return load(*find_packs(packs or ()))


def _usage(message: str, remedy: str = "") -> typer.Exit:
    tell(f"{message} ({remedy})" if remedy else message)
    return typer.Exit(USAGE)


@app.command("list")
def list_rules(packs: Packs = None, as_json: AsJson = False) -> None:
    """The rules by kind, with their triggers and the numbers of their examples and counterexamples."""
    with _told():
        rules = _load(packs)
    compiled = rules.by_kind()
    if as_json:
        _print_json(
            [
                {"id": one.rule.id, "kind": name, "role": one.rule.role, "pack": one.rule.pack,
                 "description": one.rule.description, "examples": len(one.rule.examples),
                 "counterexamples": len(one.rule.counterexamples), "triggers": _triggers(one.needs),
                 "file": str(one.rule.location.path), "line": one.rule.location.line}
                for name in rules.kinds for one in compiled.get(name, [])
            ]
        )  # fmt: skip
        return
    console = _console()
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
    from factx.rules.pattern import best, is_symbols

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
    with _told():
        rules = _load(packs)
    console = _console()
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
        raise _usage(
            f"no rule is called {id!r}", f"did you mean {', '.join(near)}?" if near else "see factx rules list"
        )
    rule = rules.rules[id]
    compiled = next(one for one in rules.compiled if one.rule.id == id)
    if as_json:
        _print_json(
            {"id": id, "kind": rule.kind, "role": rule.role, "pattern": rule.pattern, "expanded": compiled.source,
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


@app.command("test")
def run_tests(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[ID|FILE]...", help="Rules, kinds, or rule files; all without it.")
    ] = None,
    packs: Packs = None,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Again whenever a file changes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Hold every example and counterexample against the engine."""
    while True:
        files = [Path(one) for one in what or () if one.endswith(".toml") or Path(one).is_dir()]
        stamp = _stamp([*files, *(packs or ())])
        status = _test_once(what or [], files, packs, as_json)
        if not watch:
            raise typer.Exit(status)
        typer.echo("waiting for a change; Ctrl+C ends it", err=True)
        while _stamp([*files, *(packs or ())]) == stamp:
            time.sleep(0.3)


def _stamp(paths: list[Path]) -> list[tuple[str, int]]:
    from factx.rules.files import builtin_folder, pack_files

    files = [file for path in (paths or [builtin_folder()]) if path.exists() for file in pack_files(path)]
    return [(str(file), file.stat().st_mtime_ns) for file in files if file.exists()]


def _test_once(what: list[str], files: list[Path], packs: list[Path] | None, as_json: bool) -> int:
    from factx.workbench.examples import ExampleRunner

    try:
        rules = _load([*(packs or ()), *files])
    except FactxError as error:
        tell(error)
        return USAGE
    try:
        chosen = _chosen(rules, what, files)
    except typer.Exit:
        return USAGE
    runner = ExampleRunner(rules)
    failures = [failure for rule in chosen for failure in runner.check(rule)]
    count = sum(len(rule.examples) + len(rule.counterexamples) for rule in chosen)
    if as_json:
        _print_json(
            {"rules": len(chosen), "examples": count, "failures": [
                {"rule": one.rule.id, "message": one.message, "text": one.example.text,
                 "found": [{"rule": f.rule, "text": f.text, "value": f.value, **f.attributes} for f in one.found]}
                for one in failures]}
        )  # fmt: skip
        return FAILED if failures else 0
    console = _console()
    for failure in failures:
        console.print(Text.assemble(("FAIL ", "bold red"), (failure.rule.id, "bold"), f"  {failure.rule.location}"))
        text = Text(f"  {failure.example.text}")
        for fact in failure.found:
            text.stylize("reverse", fact.start + 2, fact.end + 2)
        console.print(text)
        console.print(Text(f"  expected  {failure.message}"))
        for fact in failure.found:
            said = {"value": fact.value, **{key: one for key, one in fact.attributes.items() if one is not None}}
            console.print(Text(f"  found     {fact.text!r} by {fact.rule}: {said}"))
        if not failure.found:
            console.print(Text("  found     nothing"))
    style = "bold red" if failures else "bold green"
    result = f"{len(failures)} failed" if failures else "all hold"
    console.print(Text(f"{_counted(len(chosen), 'rule')}, {count} examples and counterexamples: {result}", style=style))
    return FAILED if failures else 0


def _chosen(rules: RuleSet, what: list[str], files: list[Path]) -> list[Rule]:
    """The rules that are named by id, kind or pack, or stand in `files`; leaves with a word where there are none."""
    if not what:
        return list(rules.rules.values())
    roots = [file.resolve() for file in files]

    def wanted(rule: Rule) -> bool:
        path = Path(rule.location.path or "").resolve()
        named = any(name in (rule.id, rule.kind, rule.pack) for name in what)
        return named or any(path.is_relative_to(root) for root in roots)

    chosen = [rule for rule in rules.rules.values() if wanted(rule)]
    if chosen:
        return chosen
    if files:
        raise _usage(f"{', '.join(what)} holds no rules", "write a [[rule]], or see factx rules new")
    raise _usage(f"no rule is called {', '.join(what)}", "see factx rules list")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


@app.command()
def lint(
    what: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE]...", help="All rules without it.")] = None,
    packs: Packs = None,
    corpus: Annotated[Path | None, typer.Option(metavar="PATH", help="Report rules that never match in it.")] = None,
    as_json: AsJson = False,
) -> None:
    """What is wrong with rules although they load: unused, untold, lost, subsumed, explosive, dead."""
    from factx.workbench.coverage import read_corpus
    from factx.workbench.lint import lint as find

    with _told():
        files = [Path(one) for one in what or () if one.endswith(".toml") or Path(one).is_dir()]
        rules = _load([*(packs or ()), *files])
        only = {rule.id for rule in _chosen(rules, what, files)} if what else None
        findings = list(find(rules, only, read_corpus(corpus) if corpus else None))
    if as_json:
        _print_json(
            [
                {"code": one.code, "subject": one.subject, "file": str(one.location.path), "line": one.location.line,
                 "message": one.message, "remedy": one.remedy}
                for one in findings
            ]
        )  # fmt: skip
    else:
        console = _console()
        for one in findings:
            console.print(
                Text.assemble(
                    (f"{one.location}: ", "dim"),
                    one.message,
                    (f" [{one.code}]", "yellow"),
                    (f" ({one.remedy})", "green"),
                )
            )
        count = len(only if only is not None else rules.rules)
        console.print(
            Text(f"{_counted(count, 'rule')}: {_counted(len(findings), 'finding') if findings else 'no findings'}")
        )
    raise typer.Exit(FAILED if findings else 0)


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

    if sum(one is not None for one in (at, why, why_not)) != 1:
        raise _usage("one of --at, --why and --why-not is needed", "for instance --at 3")
    with _told():
        try:
            text = sys.stdin.read() if str(article) == "-" else article.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise InputError(f"{article}: {error.strerror}") from None
        rules = _load(packs)
        start, end = _place(text, at, why, why_not, rules, kind, date)
        found = find(rules, text, start, end, kind, date)
    if as_json:
        _print_json(
            {"sentence": found.sentence, "line": found.line, "mentions": found.mentions,
             "layers": [asdict(layer) for layer in found.layers],
             "facts": [{"id": f.id, "kind": f.kind, "text": f.text, "value": f.value} for f in found.facts]}
        )  # fmt: skip
        return
    console = _console()
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


@app.command()
def coverage(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A JSON Lines or text file, or a folder of them.")],
    kind: Kinds = None,
    packs: Packs = None,
    as_json: AsJson = False,
) -> None:
    """What each rule does over a corpus: matches, facts, precision where the corpus has gold, time; and dead rules."""
    from factx.workbench.coverage import cover, read_corpus

    with _told():
        found = cover(_load(packs), read_corpus(corpus), kind)
    uses = sorted(found.uses.values(), key=lambda use: (use.rule.kind, -use.facts, -use.matches, use.rule.id))
    if as_json:
        _print_json(
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
    _table(["kind", "rule", "matches", "facts", "precision", "ms", ""], rows)
    dead = sum(use.dead for use in uses)
    typer.echo(f"{found.documents:,} documents, {found.characters:,} characters; {dead} of {len(uses)} rules are dead")


def _table(columns: list[str], rows: list[list[str]]) -> None:
    """A table on a terminal; tab-separated lines in a pipe."""
    if not is_terminal(sys.stdout):
        for row in (columns, *rows):
            typer.echo("\t".join(row))
        return
    table = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if 1 < number < 6 else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    _console().print(table)


@app.command()
def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="The name of the new kind of fact.")],
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="KIND.toml without it.")] = None,
) -> None:
    """Write a rule file for a new kind of fact to start from, and beside it the schema that editors check it by."""
    from factx.workbench.reference import SCHEMA_FILE, rule_schema
    from factx.workbench.skeleton import skeleton

    if not kind.isascii() or not kind.isidentifier() or kind != kind.lower():
        raise _usage(f"{kind!r} is no name for a kind", "use small letters, digits and _")
    path = out or Path(f"{kind}.toml")
    schema = path.parent / SCHEMA_FILE
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(skeleton(kind))
        if not schema.exists():
            schema.write_text(json.dumps(rule_schema(), indent=1) + "\n", "utf-8")
    except FileExistsError:
        raise _usage(f"{path} is there already", "name another file with -o") from None
    except OSError as error:
        tell(f"{path}: {error.strerror}")
        raise typer.Exit(FAILED) from None
    typer.echo(f"wrote {path} and {schema}\nnext: factx rules test {path}")


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

    with _told():
        left, right = (load(*([] if one == "-" else [Path(one)])) for one in (old, new))
        changes = list(compare(left, right, read_corpus(corpus), kind))
    if as_json:
        import msgspec

        facts = [{"document": one.document, "change": one.what, "old": one.old, "new": one.new} for one in changes]
        _print_json(msgspec.to_builtins(facts))
    else:
        console = _console()
        signs = {"appears": ("+ ", "green"), "vanishes": ("- ", "red"), "changes": ("~ ", "yellow")}
        for one in changes:
            fact = one.new or one.old
            if fact is None:
                continue
            place = f"{one.document}:{fact.line} "
            console.print(Text.assemble(signs[one.what], (place, "dim"), (fact.kind, "bold"), f" {_told_apart(one)}"))
        counts = {what: sum(one.what == what for one in changes) for what in signs}
        console.print(", ".join(f"{count} {what[:-1] if count != 1 else what}" for what, count in counts.items()))
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


@app.command()
def reference(
    schema: Annotated[bool, typer.Option("--schema", help="The JSON Schema of rule files instead.")] = False,
) -> None:
    """The manual of the rule language, as Markdown."""
    from factx.workbench.reference import manual, rule_schema

    typer.echo(json.dumps(rule_schema(), indent=1) if schema else manual(), nl=schema)
