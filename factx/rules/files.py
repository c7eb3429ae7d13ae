"""Where the files of rule packs are."""

from __future__ import annotations

import os
from os.path import exists, isdir, isfile, join

from factx.folders import rules_folder

RULE_SUFFIXES = (".toml", ".tsv", ".txt")
"""How the names of files in a pack end: of rules, and of lexicons."""

PROJECT_FILES = ("factx.toml", "pyproject.toml")
"""The files in which a project says which rules it wants."""


def shipped_pack(path: str) -> str | None:
    """The folder of a pack that comes with factx, given by its name or its folder; None for any other path."""
    builtin = rules_folder()
    if os.path.basename(path) == path and not exists(path):
        path = join(builtin, path)
    real = os.path.realpath(path)
    return real if os.path.dirname(real) == os.path.realpath(builtin) and isdir(real) else None


def pack_files(root: str) -> list[str]:
    """The files of a pack: rules and lexicons at any depth, in the order of their paths; one file is its own pack.

    Files and folders whose names begin with a dot are no part of a pack, nor are project files in its folders.
    """
    if isfile(root):
        return [root]
    files = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            join(folder, name)
            for name in sorted(names)
            if name.endswith(RULE_SUFFIXES) and not name.startswith(".") and name not in PROJECT_FILES
        ]
    return files
