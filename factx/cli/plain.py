"""Plain calls of `factx extract`, read without Typer: to import it takes as long as to extract the facts.

    factx extract article.txt --format json

A plain call has files, and of options only the ones in the tables below, each with its value behind it. What it means
is what Typer takes it for, which a test holds it to. Of anything else, and of anything wrong, nothing is said here:
Typer reads it, and tells what is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from factx.cli import values
from factx.cli.extraction import Request

_FLAGS = {"--with-text": "with_text", "--quiet": "quiet", "-q": "quiet"}
_OPTIONS = {
    "--format": ("format", values.output_format),
    "-f": ("format", values.output_format),
    "--output": ("out", values.path),
    "-o": ("out", values.path),
    "--date": ("date", values.day),
}
_LISTS = {"--kind": "kinds", "-k": "kinds", "--rules": "rules"}
_COMPLETING = "_FACTX_COMPLETE"
"""The variable by which a shell asks Typer to complete a line."""


def plain(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Request | None:
    """What the arguments of a program ask for; None where that is for Typer to read."""
    # On Windows Typer expands the patterns of files.
    if arguments[:1] != ["extract"] or _COMPLETING in environment or os.name == "nt":
        return None
    files: list[str] = []
    asked: dict[str, Any] = {}
    lists: dict[str, list[str]] = {"kinds": [], "rules": []}
    rest = iter(arguments[1:])
    try:
        for one in rest:
            if one == "-" or not one.startswith("-"):
                files.append(values.path(one))
            elif one in _FLAGS:
                asked[_FLAGS[one]] = True
            elif one in _LISTS or one in _OPTIONS:
                value = next(rest, "")
                if value.startswith("-") and value != "-":
                    return None
                if one in _LISTS:
                    lists[_LISTS[one]].append(values.path(value))
                else:
                    name, read = _OPTIONS[one]
                    asked[name] = read(value)
            else:
                return None
        if lists["kinds"]:
            asked["kinds"] = values.kinds(lists["kinds"])
    except ValueError:
        return None
    return Request(files=tuple(files), rules=tuple(lists["rules"]), **asked) if files else None
