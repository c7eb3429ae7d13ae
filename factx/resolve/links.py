"""Links: the place and the date of a count, where its own construction does not say them.

The sentence decides first: of its places the nearest after the count that a locative word leads, else the nearest
before; of its dates the nearest that is a day, a week, a month or a year. Where the sentence has none, the one before
it in the same paragraph may speak, for dates only. What is not found stays empty: a wrong attribute is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx.document.model import Document
from factx.facts import Mention

COUNTS = ("casualty", "troop_count")
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|into|of|outside|inside|around|across|through|between|and|toward|towards|for)(?: the)?"
    r"(?: \w+ern| capital| city| town| village| province| district| camp| city of| town of| village of)*(?: the)? \Z"
)
_DATE_LED = re.compile(r"\bsince(?: the)? \Z")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?=T|$)")


def link_counts(document: Document, mentions: Sequence[Mention]) -> None:
    """Give the counts of a document their place and date, in place."""
    view = document.view
    within = _by_sentence(document, mentions)
    for number, inside in enumerate(within):
        counts = [one for one in inside if one.kind in COUNTS]
        if not counts:
            continue
        places = [one for one in inside if one.kind == "place" and one.attributes.get("lat") is not None]
        dates = _usable(view, inside)
        before: list[Mention] = []
        if not dates and number and _same_paragraph(document, number):
            before = _usable(view, within[number - 1])
        for count in counts:
            if count.attributes.get("place") is None and places:
                place = _place_of(view, count, places)
                if place is not None:
                    count.attributes["place"] = place.attributes.get("name") or place.attributes["value"]
                    count.links["place"] = place
            if count.attributes.get("date") is None:
                date = _nearest(count, dates) or (before[-1] if len(before) == 1 else None)
                if date is not None:
                    count.attributes["date"] = _DAY.match(date.attributes["value"])[0]  # type: ignore[index]
                    count.links["date"] = date


def _place_of(view: str, count: Mention, places: list[Mention]) -> Mention | None:
    """The place of a count: led by a locative word, after it if it can be, no nationality or party to the deed."""
    led = [
        one
        for one in places
        if _LOCATIVE.search(view[max(0, one.start - 40) : one.start]) and not one.attributes.get("metonymic")
    ]
    after = [one for one in led if one.start >= count.start]
    if after:
        return after[0]
    return led[-1] if led else None


def _usable(view: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [
        one
        for one in mentions
        if one.kind == "date"
        and one.attributes.get("type") in ("DATE", "TIME")
        and _DAY.match(str(one.attributes.get("value")))
        and not _DATE_LED.search(view[max(0, one.start - 12) : one.start])
    ]


def _nearest(count: Mention, dates: list[Mention]) -> Mention | None:
    if not dates:
        return None
    return min(dates, key=lambda one: (max(one.start - count.end, count.start - one.end), one.start))


def _same_paragraph(document: Document, number: int) -> bool:
    return document.sentences[number].paragraph == document.sentences[number - 1].paragraph


def _by_sentence(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    out: list[list[Mention]] = [[] for _ in document.sentences]
    at = 0
    for mention in sorted(mentions, key=lambda one: one.start):
        while at + 1 < len(document.sentences) and document.sentences[at].end <= mention.start:
            at += 1
        if out:
            out[at].append(mention)
    return out
