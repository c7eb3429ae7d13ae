"""Happenings: the event of a sentence in which harm came to people, where no clause says that it did."""

from __future__ import annotations

import re

from factx.facts import Mention
from factx.resolve.causes import is_vague
from factx.resolve.clauses import Event, Reading
from factx.resolve.scenes import counted

_LED_IN = re.compile(
    r"\b(?:in|by|during|from|of|amid|under|following|after|when|as|while|since|with|over|through)"
    r" (?:(?:an?|the|this|that|their|his|her|its|two|three|several|what \w+ called|days?|weeks?|months?|years?|hours?"
    r"|\d+|of|another|separate|\w+ (?:days|weeks|months|years|hours) of) ?)*(?:[\w'.-]+ ){0,3}\Z",
    re.IGNORECASE,
)
"""Before an event in which harm came to people."""
_LATER = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|since)\b[^,;]*\Z", re.IGNORECASE)
"""Before an event that was over for some time when harm came to people."""
_SINCE = re.compile(r"\b[Ss]ince (?:the |a |an |his |her |its |last |\w+'s )*\Z")
"""Before an event that only says from when on."""
_THAN = re.compile(r"\b(?:since|than|compared)\b", re.IGNORECASE)
"""Between an event and those whom something else harmed."""
_SPOKEN_OF = re.compile(
    r"\b(?:on|about|over|against|to|into|lay|laying|plant|planting)(?: [\w-]+)?(?: \w+ly)? \Z", re.IGNORECASE
)
"""Before an event that someone speaks of, turns against or only prepares."""


def event_beside(view: str, count: Mention, here: Reading) -> Event | None:
    """The event in which harm came to people: after the count before it, the nearest first."""
    start = here.sentence.start
    if count.attributes.get("harm") in ("abducted", "detained"):
        return None
    led = [
        one
        for one in here.events
        if _LED_IN.search(view, max(start, one.start - 60), one.start)
        and not _LATER.search(view, max(start, one.start - 60), one.start)
        and not (is_vague(view[one.start : one.end]) and _SINCE.search(view, max(start, one.start - 30), one.start))
    ]
    after = [one for one in led if one.start >= count.end and ";" not in view[count.end : one.start]]
    if after:
        return after[0]
    before = [one for one in led if one.end <= count.start and not _THAN.search(view, one.end, count.start)]
    return before[-1] if before else _only_event(view, count, here)


def _only_event(view: str, count: Mention, here: Reading) -> Event | None:
    """The one event that a sentence names before the harm, and does not only speak of: two settle nothing."""
    low = counted(count)[0]
    told = [
        one
        for one in here.events
        if one.end <= min(low, count.start)
        and not is_vague(view[one.start : one.end])
        and not _LATER.search(view, max(here.sentence.start, one.start - 60), one.start)
        and not _SPOKEN_OF.search(view, max(here.sentence.start, one.start - 30), one.start)
    ]
    return told[0] if len({view[one.start : one.end].lower().split()[-1] for one in told}) == 1 else None
