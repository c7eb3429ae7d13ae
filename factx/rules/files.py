"""Where the files of rule packs are."""

from __future__ import annotations

import os
from pathlib import Path


def builtin_folder() -> Path:
    """The folder of the rules that come with factx: beside the code in a wheel, beside the package in a checkout."""
    here = Path(__file__).resolve().parent.parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"


def pack_files(root: Path) -> list[Path]:
    """The files of a pack: rules and lexicons at any depth, in the order of their paths; one file is its own pack."""
    if not root.is_dir():
        return [root]
    files = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        files += [Path(folder, name) for name in sorted(names) if name.endswith((".toml", ".tsv", ".txt"))]
    return files
