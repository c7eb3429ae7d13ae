"""How the names of files are taken from the command line."""

from __future__ import annotations

from pathlib import Path

import typer


def path(value: str) -> Path:
    """The path of a name. An empty one, from a shell variable that is not set, would stand for the current folder.

    Whether the file is there and may be read is told later, a file at a time: one that may not be costs no other.
    """
    if not value:
        raise typer.BadParameter("an empty name; is a variable of the shell not set?")
    return Path(value)
