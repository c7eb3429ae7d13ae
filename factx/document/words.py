"""The word lists of the document layer, read once from rules/document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = "document"


def _folder() -> Path:
    """Beside the code in a wheel, beside the package in a checkout."""
    here = Path(__file__).resolve().parent.parent
    inside = here / "_rules"
    return (inside if inside.is_dir() else here.parent / "rules") / FOLDER


@cache
def column(name: str) -> dict[str, str]:
    """The second column of a list by its first, in lower case; of a list of one column, empty strings."""
    rows: dict[str, str] = {}
    path = next(path for path in (_folder() / f"{name}.tsv", _folder() / f"{name}.txt") if path.exists())
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    for line in lines[1:] if path.suffix == ".tsv" else lines:
        form, _, cell = line.partition("\t")
        rows[form.strip().lower()] = cell.strip()
    return rows
