"""Where the files of rule packs are."""

from __future__ import annotations

import os
from pathlib import Path

RULE_SUFFIXES = (".toml", ".tsv", ".txt")
"""How the names of files in a pack end: of rules, and of lexicons."""

PROJECT_FILES = ("factx.toml", "pyproject.toml")
"""The files in which a project says which rules it wants."""


def builtin_folder() -> Path:
    """The folder of the rules that come with factx: beside the code in a wheel, beside the package in a checkout."""
    here = Path(__file__).resolve().parent.parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"


def shipped_pack(path: Path) -> Path | None:
    """The folder of a pack that comes with factx, given by its name or its folder; None for any other path."""
    builtin = builtin_folder()
    if len(path.parts) == 1 and not path.exists():
        path = builtin / path
    real = Path(os.path.realpath(path))
    return real if real.parent == builtin and real.is_dir() else None


def pack_files(root: Path) -> list[Path]:
    """The files of a pack: rules and lexicons at any depth, in the order of their paths; one file is its own pack.

    Files and folders whose names begin with a dot are no part of a pack, nor are project files in its folders.
    """
    if root.is_file():
        return [root]
    files = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(folder, name)
            for name in sorted(names)
            if name.endswith(RULE_SUFFIXES) and not name.startswith(".") and name not in PROJECT_FILES
        ]
    return files
