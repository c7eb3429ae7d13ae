"""JSON: a file of one record, of a list of records, or of records one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from factx.errors import InputError, Location
from factx.readers.article import Article, Fields
from factx.readers.bounded import whole
from factx.readers.encoding import decode
from factx.readers.records import article

_SPACE = re.compile(r"\s*")


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article | InputError]:
    """An article for each record, an error for each that has no text; InputError where the file is no JSON."""
    text, _ = decode(whole(stream, name))
    for place, record in _records(text, name):
        try:
            yield article(record, fields, place)
        except InputError as error:
            yield error


def _records(text: str, name: str) -> Iterator[tuple[Location, Any]]:
    """Each record with its place: the line that it begins on, or its number in the list that holds it."""
    decoder = json.JSONDecoder()
    at = _SPACE.match(text).end()  # type: ignore[union-attr]
    line, counted = 1, 0
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            place = Location(name, error.lineno, error.colno)
            raise InputError(f"not JSON: {error.msg}", place, "mend it, or rename the file if it is none") from None
        except RecursionError:
            raise InputError(
                "not JSON that can be read: nested too deeply", Location(name, line), "flatten it"
            ) from None
        if isinstance(value, list):
            yield from ((Location(f"{name}[{number}]"), record) for number, record in enumerate(value))
        else:
            yield Location(name, line), value
        at = _SPACE.match(text, end).end()  # type: ignore[union-attr]
