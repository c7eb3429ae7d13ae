"""How the values of options are read. ValueError says what is wrong with one, to a person."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from factx import writers


def day(value: str) -> datetime.date:
    """The day of an ISO 8601 date."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is no date; write it as 2023-12-11") from None


def output_format(value: str) -> str:
    """The name of a format, which is to be one of the writers'."""
    if value not in writers.FORMATS:
        raise ValueError(f"{value!r} is not one of {', '.join(writers.FORMATS)}")
    return value


def kinds(values: Iterable[str]) -> tuple[str, ...]:
    """The kinds of all the lists with commas. To ask for none of them is a slip, not a wish for all."""
    named = tuple(name for value in values for name in map(str.strip, value.split(",")) if name)
    if not named:
        raise ValueError("an empty name; leave the option out for all kinds")
    return named


def path(value: str) -> str:
    """The name of a file or folder. An empty one, from a shell variable not set, would stand for the current folder.

    Whether the file is there and may be read is told later, a file at a time: one that may not be costs no other.
    """
    if not value:
        raise ValueError("an empty name; is a variable of the shell not set?")
    return value
