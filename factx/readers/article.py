"""What a reader gives: a text, and what its file says about it."""

from __future__ import annotations

import datetime

import msgspec

from factx.document.model import Notice


class Article(msgspec.Struct, frozen=True):
    """The text of one document as it was read, and its metadata where the input has any."""

    text: str
    id: str
    source: str
    title: str | None = None
    url: str | None = None
    date: datetime.date | None = None
    notices: tuple[Notice, ...] = ()


class Fields(msgspec.Struct, frozen=True):
    """The names under which a JSON record keeps what an article is made of."""

    id: str = "id"
    text: str = "text"
    date: str = "date"
    title: str = "title"
    url: str = "url"


def read_date(value: str) -> datetime.date | None:
    """The day of an ISO 8601 date or time, or of a date as mail and feeds write it; None for anything else."""
    value = value.strip()
    try:
        return datetime.date.fromisoformat(value[:10] if value[10:11] in ("T", "t", " ") else value)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
