"""How Typer is given the readers of values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer

from factx.cli import values

Given = TypeVar("Given")
Read = TypeVar("Read")


def told(read: Callable[[Given], Read]) -> Callable[[Given], Read]:
    """A reader that tells Typer what is wrong with a value."""

    def parse(value: Given) -> Read:
        try:
            return read(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    return parse


def path(value: str) -> Path:
    """The path of a name, for the commands of authors."""
    return Path(told(values.path)(value))
