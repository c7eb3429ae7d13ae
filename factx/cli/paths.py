"""How the names of files are taken from the command line by the commands for authors."""

from __future__ import annotations

from pathlib import Path

import typer

from factx.cli import values


def path(value: str) -> Path:
    """The path of a name."""
    try:
        return Path(values.path(value))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
