"""`factx rules test` and `lint`: whether it is right."""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from factx.cli.messages import tell
from factx.cli.rules.common import (
    FAILED,
    USAGE,
    AsJson,
    Packs,
    app,
    chosen_rules,
    counted,
    errors_told,
    load_rules,
    open_console,
    print_json,
)
from factx.errors import FactxError


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
    from factx.folders import rules_folder
    from factx.rules.files import pack_files

    folders = paths or [Path(rules_folder())]
    files = [Path(file) for path in folders if path.exists() for file in pack_files(str(path))]
    return [(str(file), file.stat().st_mtime_ns) for file in files if file.exists()]


def _test_once(what: list[str], files: list[Path], packs: list[Path] | None, as_json: bool) -> int:
    from factx.workbench.examples import ExampleRunner

    try:
        rules = load_rules([*(packs or ()), *files])
    except FactxError as error:
        tell(error)
        return USAGE
    try:
        chosen = chosen_rules(rules, what, files)
    except typer.Exit:
        return USAGE
    runner = ExampleRunner(rules)
    failures = [failure for rule in chosen for failure in runner.check(rule)]
    count = sum(len(rule.examples) + len(rule.counterexamples) for rule in chosen)
    if as_json:
        print_json(
            {"rules": len(chosen), "examples": count, "failures": [
                {"rule": one.rule.id, "message": one.message, "text": one.example.text,
                 "found": [{"rule": f.rule, "text": f.text, "value": f.value, **f.attributes} for f in one.found]}
                for one in failures]}
        )  # fmt: skip
        return FAILED if failures else 0
    console = open_console()
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
    console.print(Text(f"{counted(len(chosen), 'rule')}, {count} examples and counterexamples: {result}", style=style))
    return FAILED if failures else 0


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

    with errors_told():
        files = [Path(one) for one in what or () if one.endswith(".toml") or Path(one).is_dir()]
        rules = load_rules([*(packs or ()), *files])
        only = {rule.id for rule in chosen_rules(rules, what, files)} if what else None
        findings = list(find(rules, only, read_corpus(corpus) if corpus else None))
    if as_json:
        print_json(
            [
                {"code": one.code, "subject": one.subject, "file": str(one.location.path), "line": one.location.line,
                 "message": one.message, "remedy": one.remedy}
                for one in findings
            ]
        )  # fmt: skip
    else:
        console = open_console()
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
            Text(f"{counted(count, 'rule')}: {counted(len(findings), 'finding') if findings else 'no findings'}")
        )
    raise typer.Exit(FAILED if findings else 0)
