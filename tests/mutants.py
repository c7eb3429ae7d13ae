"""Mutants of the normalisers: whether some test fails when their code is wrong. Not part of the test run.

    python tests/mutants.py factx/normalise/numbers.py tests/test_numbers.py
    python tests/mutants.py factx/dates/feasts.py factx/dates/clock.py tests/test_dates*.py --sample 200

Takes modules and the tests that are to hold them. Changes one thing at a time (a comparison, an operator, a constant, a
condition, a jump), runs those tests that reach its line, the likeliest to notice first, and prints each change that
none of them notices.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import os
import random
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from factx import Extractor

ROOT = Path(__file__).resolve().parent.parent
_OTHER: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
LIKELIEST = 40
"""Tests that a mutant faces before all others."""

PATIENCE = 20
"""Seconds of processor time that a test has: one that takes longer loops."""


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What a node may wrongly be instead."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            yield _with(node, ops=[*node.ops[:at], _OTHER[type(operator)](), *node.ops[at + 1 :]])
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign) and type(node.op) in _OTHER:
        yield _with(node, op=_OTHER[type(node.op)]())
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Constant) and not isinstance(node.value, bytes | complex | type(...)):
        value = node.value
        if isinstance(value, bool) or value is None:
            yield ast.Constant(not value)
        else:
            yield ast.Constant(f"{value}~" if isinstance(value, str) else value + 1)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif isinstance(node, ast.Break):
        yield ast.Continue()


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def mutants(path: Path) -> Iterator[tuple[int, str, str, Callable[[], ast.Module]]]:
    """The line of each change of a module, what stood there, what stands there, and what makes the changed module."""
    tree = ast.parse(path.read_text("utf-8"))
    spared = {id(part) for node in ast.walk(tree) for part in _spared(node)}
    for node in ast.walk(tree):
        if id(node) in spared:
            continue
        for name, field in ast.iter_fields(node):
            for at, child in enumerate(field if isinstance(field, list) else [field]):
                if not isinstance(child, ast.AST) or id(child) in spared:
                    continue
                for new in changes(child):
                    ast.copy_location(new, child)
                    whole = [*field[:at], new, *field[at + 1 :]] if isinstance(field, list) else new
                    old, shown = (ast.unparse(one).split("\n")[0] for one in (child, new))
                    made = functools.partial(_changed, tree, node, name, whole)
                    yield getattr(child, "lineno", getattr(node, "lineno", 1)), old, shown, made


def _changed(tree: ast.Module, node: ast.AST, name: str, field: Any) -> ast.Module:
    before = getattr(node, name)
    setattr(node, name, field)
    changed = ast.fix_missing_locations(copy.deepcopy(tree))
    setattr(node, name, before)
    return changed


def _spared(node: ast.AST) -> Iterator[ast.AST]:
    """What says nothing of what the code does: documentation, types, imports."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield from (node, node.value)
    if isinstance(node, ast.FunctionDef):
        yield from (part for one in (node.returns, *node.decorator_list) if one for part in ast.walk(one))
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield from ast.walk(node.annotation)
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from ast.walk(node)
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        yield from ast.walk(node)


def put_in(module: Any, tree: ast.Module) -> None:
    """Make a loaded module the one that `tree` is, for all that took functions or constants from it."""
    before = dict(vars(module))
    ours = [other for name, other in sys.modules.items() if name.startswith("factx")]
    fresh: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(tree, module.__file__, "exec"), fresh)
    for name, new in fresh.items():
        old = before.get(name)
        if isinstance(old, FunctionType) and isinstance(new, FunctionType) and old.__module__ == module.__name__:
            old.__code__, old.__defaults__ = new.__code__, new.__defaults__
        elif isinstance(old, type) and isinstance(new, type) and old.__module__ == module.__name__:
            for key, part in vars(new).items():
                if isinstance(part, FunctionType | property | classmethod):
                    setattr(old, key, part)
        elif name in before and not name.startswith("__") and getattr(old, "__module__", "") != "typing":
            for other in ours:
                for key, value in list(vars(other).items()):
                    if value is old and (key == name or not isinstance(old, int | str)):  # small values are shared
                        setattr(other, key, _functions_of(module, new))


def _functions_of(module: Any, value: Any) -> Any:
    """A table of functions keeps the module's own ones, whose code was replaced."""
    if isinstance(value, dict):
        return {key: _functions_of(module, one) for key, one in value.items()}
    return vars(module).get(value.__name__, value) if isinstance(value, FunctionType) else value


def share_extractors() -> None:
    """Make each kind of extractor once for all tests: rules take a thousand times as long to make ready as to run."""
    made: dict[Any, Extractor] = {}
    make = Extractor.__init__

    def shared(self: Extractor, kinds: Any = None, **options: Any) -> None:
        key = None if kinds is None else tuple(kinds)
        if options or key not in made:
            make(self, kinds, **options)
        if not options:
            vars(self).update(vars(made.setdefault(key, self)))

    Extractor.__init__ = shared  # type: ignore[method-assign]


class Judge:
    """The pytest plugin: learns which tests reach which line, then lets each mutant face those."""

    def __init__(self, paths: list[Path], sample: int, seed: int) -> None:
        self.paths, self.sample, self.seed = paths, sample, seed
        self.reached: dict[tuple[str, int], set[int]] = defaultdict(set)
        self.killed = self.total = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of pytest's own loop."""
        self.items = session.items
        share_extractors()
        self.trace()
        everything = [(path, *mutant) for path in self.paths for mutant in mutants(path)]
        if self.sample and self.sample < len(everything):
            drawn = random.Random(self.seed).sample(everything, self.sample)
            everything = sorted(drawn, key=lambda one: (str(one[0]), one[1]))
        for path, line, old, new, make in everything:
            self.total += 1
            if self.dies(path, line, old, make()):
                self.killed += 1
            else:
                print(f"{path.relative_to(ROOT)}:{line}: {old}  ->  {new}", flush=True)
        return True

    def trace(self) -> None:
        """Run every test once and note the lines that it reaches."""
        files = {str(path) for path in self.paths}
        lines: set[tuple[str, int]] = set()

        def trace(frame: FrameType, event: str, argument: Any) -> Any:
            code: CodeType = frame.f_code
            if code.co_filename not in files:
                return None
            lines.add((code.co_filename, frame.f_lineno))
            return trace

        alike: dict[frozenset[tuple[str, int]], int] = defaultdict(int)
        self.rank: list[int] = []
        self.words: list[str] = []
        sys.settrace(trace)
        for number, item in enumerate(self.items):
            lines.clear()
            following = self.items[number + 1] if number + 1 < len(self.items) else None
            if any(report.failed for report in runtestprotocol(item, nextitem=following, log=False)):
                raise pytest.UsageError(f"{item.nodeid} fails without any mutant")
            for line in lines:
                self.reached[line].add(number)
            way = frozenset(lines)
            self.rank.append(alike[way])
            alike[way] += 1
            self.words.append(f"{item.name} {getattr(item, 'callspec', None)}".lower())
        sys.settrace(None)

    def dies(self, path: Path, line: int, old: str, tree: ast.Module) -> bool:
        """Whether a test that reaches the line fails; all tests are asked where it is run on import alone.

        First come those that hold the word that was changed, and one of each way through the modules.
        """
        numbers = self.reached.get((str(path), line)) or range(len(self.items))
        word = old.strip("'\"").lower()
        order = sorted(numbers, key=lambda one: (word not in self.words[one], self.rank[one]))
        chosen = [*sorted(order[:LIKELIEST]), *sorted(order[LIKELIEST:])]  # by file: its fixtures are made once
        child = os.fork()
        if not child:
            os._exit(self.fails(path, tree, chosen))
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0

    def fails(self, path: Path, tree: ast.Module, chosen: list[int]) -> int:
        """1 where one of the chosen tests fails. Runs in a process of its own, with an alarm against loops."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            put_in(import_module(".".join(path.relative_to(ROOT).with_suffix("").parts)), tree)
            for at, number in enumerate(chosen):
                signal.setitimer(signal.ITIMER_PROF, PATIENCE)
                item = self.items[number]
                following = self.items[chosen[at + 1]] if at + 1 < len(chosen) else item
                if any(report.failed for report in runtestprotocol(item, nextitem=following, log=False)):
                    return 1
        except BaseException:
            return 1
        return 0


def main() -> int:
    """Judge the mutants; 1 where fewer than nine in ten die."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="MODULE|TEST")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, drawn at random; all without it")
    parser.add_argument("--seed", type=int, default=1, help="what the sample is drawn with")
    options = parser.parse_args()
    modules = [path.resolve() for path in options.paths if not path.name.startswith("test_")]
    tests = [str(path) for path in options.paths if path.name.startswith("test_")]
    judge = Judge(modules, options.sample, options.seed)
    pytest.main(["-n0", "-p", "no:cacheprovider", "-p", "no:terminal", "-s", *tests], plugins=[judge])
    print(f"{judge.killed} of {judge.total} mutants die")
    return judge.killed < 0.9 * judge.total


if __name__ == "__main__":
    sys.exit(main())
