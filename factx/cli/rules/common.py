"""What the commands of `factx rules` share: the application, its options, how they load, print and fail."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factx.cli.messages import tell
from factx.cli.parsers import path
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
    typer.Option("--rules", metavar="PATH", parser=path, help="A folder or file of rules to add (may be repeated)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only this kind (repeatable).")]
FAILED, USAGE = 1, 2


class _Console(Console):
    """Rich leaves with a status of its own when the reader goes away; factx has one for that."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def open_console() -> Console:
    """Rich on standard output: coloured and as wide as the terminal, plain and unwrapped in a pipe."""
    terminal = is_terminal(sys.stdout)
    color = is_colored("auto", terminal)
    return _Console(
        width=width() if terminal else 100_000, no_color=not color, highlight=False, emoji=False, soft_wrap=not terminal
    )


def print_json(value: Any) -> None:
    """Print a value for programs."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


@contextmanager
def errors_told() -> Iterator[None]:
    """Errors as lines on standard error, and the exit status that says so."""
    try:
        yield
    except InputError as error:
        tell(error)
        raise typer.Exit(FAILED) from None
    except FactxError as error:
        tell(error)
        raise typer.Exit(USAGE) from None


def load_rules(packs: list[Path] | None) -> RuleSet:
    """The built-in rules, those of the project that we are in, and `packs`. Raises RuleErrors when one is wrong."""
    from factx.rules.projects import find_packs

    return load(*find_packs(packs or ()))


def usage(message: str, remedy: str = "") -> typer.Exit:
    """The exit of a command that was used wrongly, after a line on standard error that says how."""
    tell(f"{message} ({remedy})" if remedy else message)
    return typer.Exit(USAGE)


def chosen_rules(rules: RuleSet, what: list[str], files: list[Path]) -> list[Rule]:
    """The rules that are named by id, kind or pack, or stand in `files`; leaves with a word where there are none."""
    if not what:
        return list(rules.rules.values())
    roots = [file.resolve() for file in files]

    def wanted(rule: Rule) -> bool:
        file = Path(rule.location.path or "").resolve()
        named = any(name in (rule.id, rule.kind, rule.pack) for name in what)
        return named or any(file.is_relative_to(root) for root in roots)

    chosen = [rule for rule in rules.rules.values() if wanted(rule)]
    if chosen:
        return chosen
    if files:
        raise usage(f"{', '.join(what)} holds no rules", "write a [[rule]], or see factx rules new")
    raise usage(f"no rule is called {', '.join(what)}", "see factx rules list")


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 rule", "12 rules"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def print_table(columns: list[str], rows: list[list[str]]) -> None:
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
    open_console().print(table)
