"""JSON records: the article that an object of JSON stands for."""

from __future__ import annotations

from typing import Any

import msgspec

from factx.document.model import Notice
from factx.errors import InputError, Location
from factx.readers.article import Article, Fields, read_date


def parse(data: bytes) -> Any:
    """The value that `data` writes in JSON. ValueError where it is none."""
    try:
        return msgspec.json.decode(data)
    except (ValueError, RecursionError):
        # The standard library also takes lone surrogates and NaN, and says in which column a fault lies.
        import json

        return json.loads(data.decode("utf-8"))


def article(record: Any, fields: Fields, place: Location) -> Article:
    """The article of one record. InputError, at `place`, where the record has no text."""
    if not isinstance(record, dict):
        raise InputError("not a JSON object", place, f'write {{"{fields.id}": ..., "{fields.text}": ...}}')
    if fields.text not in record:
        present = ", ".join(map(repr, list(record)[:8])) or "no field at all"
        raise InputError(f"no field {fields.text!r}, but {present}", place, "name the field with --text-field")
    text = record[fields.text]
    if not isinstance(text, str):
        raise InputError(f"the field {fields.text!r} is not a string", place, "put the document's text there")
    notices: list[Notice] = []
    date = record.get(fields.date)
    day = read_date(date) if isinstance(date, str) else None
    if day is None and date not in (None, ""):
        notices.append(Notice("date-unreadable", f"the field {fields.date!r} holds no date: {str(date)[:40]!r}"))
    name = record.get(fields.id)
    return Article(
        text,
        id=str(place) if name is None else str(name),
        source=str(place),
        title=_string(record.get(fields.title)),
        url=_string(record.get(fields.url)),
        date=day,
        notices=tuple(notices),
    )


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
