"""The word lists of the document layer, read once from rules/document."""

from __future__ import annotations

from functools import cache
from os.path import exists, join

from factx.folders import rules_folder

FOLDER = "document"


@cache
def column(name: str) -> dict[str, str]:
    """The second column of a list by its first, in lower case; of a list of one column, empty strings."""
    rows: dict[str, str] = {}
    path = join(rules_folder(), FOLDER, f"{name}.tsv")
    has_header = exists(path)
    with open(path if has_header else f"{path[:-3]}txt", encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if line.strip() and line[0] != "#"]
    for line in lines[has_header:]:
        form, _, cell = line.partition("\t")
        rows[form.strip().lower()] = cell.strip()
    return rows
