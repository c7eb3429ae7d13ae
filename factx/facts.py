"""What extraction gives: mentions within sentences, and facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import msgspec


class Mention(msgspec.Struct):
    """A stretch of text of one kind, found by a layer of the cascade for the layers above it.

    `attributes` holds what the normaliser made of it; `value` among them is the principal one. `links` are the
    mentions that some attributes name; `captures` the source spans of the rule's captures.
    """

    kind: str
    start: int
    end: int
    attributes: dict[str, Any] = {}
    rule: str = ""
    links: dict[str, Mention] = {}
    captures: dict[str, tuple[int, int]] = {}
    weak: set[str] = set()
    """The attributes that only a constant of the rule or a default speaks for: context may say otherwise."""


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of the mentions, which are in order of their starts, that lie within a span."""
    first, last = (bisect_left(mentions, at, key=lambda one: one.start) for at in (start, end))
    return [one for one in mentions[first:last] if one.end <= end]


class Fact(msgspec.Struct):
    """A fact and the words that it came from: `document.text[start:end] == text`.

    `attributes` are those of the kind (`harm`, `victims`, `lat`, ...) and stand flat beside the others in JSON.
    """

    kind: str
    start: int
    end: int
    text: str
    value: Any = None
    rule: str = ""
    section: str = "body"
    sentence: str = ""
    line: int = 1
    attributes: dict[str, Any] = {}
    refs: dict[str, str] = {}
    id: str = ""
