"""The layers of the package: what may import what, and who may print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factx"
# From the ground up. A module imports its own layer and those below, at run time; for types alone it may look up.
LAYERS = [
    {"", "folders", "errors", "matcher", "precompiled", "shelf", "warm"},
    {"document", "facts"},
    {"rules"},
    {"gazetteer"},
    {"normalise", "dates"},
    {"engine"},
    {"mentions", "names", "places"},
    {"resolve"},
    {"extractor"},
    {"schema", "workbench"},
    {"readers", "writers"},
    {"cli", "__main__"},
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(module: str) -> str:
    """The part of the package that a dotted name lies in: "factx.rules.model" in "rules"."""
    return module.partition(".")[2].partition(".")[0]


def level(name: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules of factx that the code imports when it runs."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, "imports are absolute"
            names = [f"factx.{alias.name}" for alias in node.names] if node.module == "factx" else [node.module]
            yield from names
        else:
            yield from imported(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_lower_layers_never_import_higher_ones(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    here = level("" if own == "__init__" else own)
    for module in imported(ast.parse(path.read_text())):
        if module.split(".")[0] == "factx" and here > 0:
            assert level(part(module)) <= here, f"{path} imports {module} from a layer above"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) != "print", f"{path}:{node.lineno} prints"
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) not in ("sys.stdout", "sys.stderr"), f"{path}:{node.lineno} writes to a stream"
