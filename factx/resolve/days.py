"""Days: the date of a count.

It is the nearest of its clause, else of its sentence, and none that only says when a thing was said, or when what the
harm came before was done. Where the sentence is silent the one before it may speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_day
from datetime import timedelta

from factx.facts import Mention
from factx.normalise.numbers import parse_number
from factx.resolve.scenes import OPENS, Scene, clause_of, counted, goes_on

_OPENING = 12
"""Characters that a date which opens a sentence can have before it, or a verb that it goes with."""
_DATE_LED = re.compile(
    r"\b(?:since|before|until|ahead of|following|prior to)(?: the)? \Z|\byears? after (?:the )?\Z", re.IGNORECASE
)
_WHEN = re.compile(r",? when\b")
"""After the date of what the clause that follows tells: "since 2005, when six died"."""
_MONTH = len("2023-12")
"""What a date is no longer than that tells no day: a dateline does, the head of an entry of a chronology need not."""
_DATELINE = re.compile(r"\s*(?:\([A-Z]|-{1,2} |\u2014)")
_SAID = re.compile(
    r"(?:(?:, | )(?:(?!(?:when|after|as|that|who|which)\b)[\w.'-]+ ){1,5})?(?: )?"
    r"(?:said|says?|told|reports?|reported|announced|confirmed|declared|stated)\b"
)
"""After a date that opens a sentence: when a thing was said."""
_UNHELD = re.compile(
    r"(?:the )?(?:next|following|previous|same) (?:day|night|morning|afternoon|evening)\b"
    r"|(?:the (?:next|following|previous|same)|following|previous|same) (?:week|month|year)\b"
    r"|.*\b(?:later|earlier|before|after(?:wards?)?)\Z",
    re.IGNORECASE,
)
"""A date that hangs on another one, which the text does not tell: "the next day"."""
_LASTING = ("present", "total", "planned", "requested")
"""The actions of troops that no day of another clause is of."""
_REPORTED = re.compile(
    r"\b(?:said|says|told (?:[\w.'-]+ ){1,4}|announced|reported|confirmed|added|statement|stated|tweeted|wrote"
    r"|news conference|briefing|interview)(?: (?:here|late|early))?(?: on)?(?: (?:late|early))? \Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:(?<!hours )(?<!minutes )(?<!shortly )(?<!soon )|[,\s-]+)(?:after|since)\b", re.IGNORECASE)
"""What opens a clause that tells of a time before that of the clause before it."""
_DEED_AFTER = re.compile(
    r" (?:killings?|murders?|assassinations?|deaths?|attacks?|bombings?|massacres?|kidnappings?|abductions?|raids?)\b"
)
"""After the date of a deed that it stands before: "following the July 8 killing"."""
_TOLD_THAT = re.compile(
    r"\b(?:said|says|saying|report\w*|announc\w+|confirm\w+|claim\w+|adding|stat\w+|told \w+)(?: that)? ?\Z"
)
"""Before what was said: its verbs are a tense further back, and what befell no earlier than the clause before."""
_SPOKEN_OF = re.compile(
    r"\b(?:into|about|against|mourn\w*|condemn\w*|protest(?:ed|ing|s)?|investigat\w+|denounc\w+|deplor\w+|marking|marked"
    r"|remember\w*|commemorat\w+|aveng\w+|admitt?\w*|probing|probed)(?: the)?(?: recent| alleged)? \Z"
)
"""Before harm that someone does something about, on a day of his own."""
_FOR_DOING = re.compile(r"\b(?:for|of|over) (?:\w+ly )?\Z")
_HAD = re.compile(r"\bhad (?:\w+ly |also |already |earlier )?(?:been )?\w+", re.IGNORECASE)
"""In a clause: that it befell before what the clauses before it tell."""
_DUE = re.compile(r"\bby (?:the end of |early |late |mid-)?\Z")
"""Before the day of what is planned."""
_SINCE = re.compile(r"\bsince\b[^,;:.]*\Z", re.IGNORECASE)
_BEFELL = re.compile(r",? when\b|\b(?:in|during) which\b|\b(?:that|which)(?: (?!has|have)\w+)? \Z")
"""Between the date of what began or befell and those whom harm befell in it."""
_BEGUN = re.compile(
    r"\b(?:which|that|who) (?:\w+ly |had |has )?(?:first (?:hit|struck)|made landfall|began|begun|started"
    r"|erupted|broke out|flared|(?:was|were) launched|was declared|emerged|dates)\b[^,;:.]*\Z"
)
"""Before the date of what has lasted since."""
_PERFECT = re.compile(
    r"\b(?:has|have)(?: (?:been|so|far|already|also|now|since|left|seen|claimed|cost|taken|caused|\w+ly))* \Z"
)
_DAYS_APART = re.compile(r".*\b([a-z]+|\d{1,2}) (day|week)s? (after|before)\b", re.IGNORECASE)
_DAY = len("2023-12-11")
_BESIDE = re.compile(r" (?:(?:on|in|late|early|last|this) ){0,2}")
"""Between a count and its date: "30 on Monday, 14 on Tuesday"."""
_FAR = 80
"""Characters between "since" and the date of what began then, at most."""
_TOLL = re.compile(r"\b(?:tolls?|number|total|fatalities)\b", re.IGNORECASE)
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?=T|$)")


def day_before(scene: Scene, count: Mention) -> Mention | None:
    """The one day that the sentence before tells, or its counts are of: of what befell people or things then."""
    if not goes_on(scene, count) or (not scene.near and _is_running(scene.view, count)):
        return None
    counts = [one for one in scene.told if one.kind == "casualty"]
    view = scene.view
    told = [
        one for one in usable_days(view, scene.told) if not _SINCE.search(view, max(0, one.start - _FAR), one.start)
    ]
    if not told:
        told = list({id(one.links["date"]): one.links["date"] for one in counts if "date" in one.links}.values())
    return told[0] if len(told) == 1 and (counts or scene.befell) else None


def _is_running(view: str, count: Mention) -> bool:
    """Whether a count runs on beyond the day of what befell: a toll, the displaced."""
    lasts = count.attributes.get("harm") in ("displaced", "missing")
    return lasts or _TOLL.search(view, count.start, count.end) is not None


def usable_days(view: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The dates that can be of something that happened: none that only says when a thing was said or written."""
    return [
        one
        for one in mentions
        if one.kind == "date"
        and one.attributes.get("type") in ("DATE", "TIME")
        and DAY.match(str(one.attributes.get("value")))
        and one.attributes.get("role") in (None, "event")
        and not (_DATELINE.match(view, one.end) and len(str(one.attributes.get("value"))) > _MONTH)
        and not (one.attributes.get("anchored") and _UNHELD.match(view, one.start, one.end))
        and (
            not _DATE_LED.search(view[max(0, one.start - 16) : one.start])
            or _WHEN.match(view, one.end)
            or _DEED_AFTER.match(view, one.end)
        )
        and not _REPORTED.search(view[max(0, one.start - 40) : one.start])
    ]


def date_of(view: str, count: Mention, dates: list[Mention], breaks: list[int], start: int) -> Mention | None:
    """The nearest date of the count's clause, else of the sentence, but none that only says when a thing was said."""
    low, high = clause_of(count, breaks)
    low = max(low, start)
    told = [
        one
        for one in dates
        if one.start >= count.start
        or not (said := _SAID.match(view, one.end))
        or (one.start - start > _OPENING and said.end() - one.end > _OPENING)
    ]
    told = [one for one in told if not _is_since(view, one, count)]
    inside = [one for one in told if low <= one.start < high]
    if count.kind == "casualty":
        since = _told_since(view, count, low)
        told = [one for one in told if one.start >= since]
        inside = [one for one in inside if one.start >= since]
        if _is_perfect(view, count):
            told = inside
    if count.attributes.get("action") not in _LASTING:
        inside = inside or told
    if count.attributes.get("action") == "planned" and not any(one.start >= count.end for one in inside):
        inside = [one for one in told if one.start >= count.end and _DUE.search(view, count.end, one.start)] or inside
    at, end = counted(count)[0], count.end
    beside = [one for one in inside if one.start >= end and _BESIDE.fullmatch(view, end, one.start)]
    if beside:
        return beside[0]
    return min(inside, key=lambda one: (max(one.start - end, at - one.end), one.start), default=None)


def day_apart(view: str, count: Mention, dates: list[Mention], breaks: list[int], start: int) -> str | None:
    """The day that a clause tells by another one: "on Wednesday, two days after six were killed"."""
    low, _ = clause_of(count, breaks)
    apart = _DAYS_APART.match(view, max(start, low - _OPENING * 2), low + len("before"))
    if apart is None or apart.end() <= low:
        return None
    days = [one for one in dates if one.end <= apart.start(1) and len(DAY.match(one.attributes["value"])[0]) == _DAY]  # type: ignore[index]
    if not days:
        return None
    told = calendar_day.fromisoformat(days[-1].attributes["value"][:_DAY])
    number = 1 if apart[1].lower() in ("a", "the") else parse_number(apart[1].lower())
    if not isinstance(number, int):
        return None
    number *= (7 if apart[2].lower() == "week" else 1) * (-1 if apart[3].lower() == "after" else 1)
    try:
        return str(told + timedelta(days=number))
    except OverflowError:  # a million weeks before
        return None


def _is_perfect(view: str, count: Mention) -> bool:
    """Whether harm is told as what has come of things so far, and is of no day of another clause."""
    at, harm = counted(count)[0], count.captures.get("harm", (count.start, count.end))[0]
    return any(_PERFECT.search(view, max(0, start - 40), start) for start in (at, harm))


def _is_since(view: str, date: Mention, count: Mention) -> bool:
    """Whether a date is only that of what a count has been reached since: "since the war began in 1983"."""
    begun = _BEGUN.search(view, max(0, date.start - _FAR), date.start)
    if begun and not begun.start() < count.start < date.start and _is_perfect(view, count):
        return True
    since = _SINCE.search(view, max(0, date.start - _FAR), date.start)
    if since is None or since.start() < count.start < date.start:
        return False
    return count.start < since.start() or not _BEFELL.search(view, date.end, count.start)


def _told_since(view: str, count: Mention, low: int) -> int:
    """From where on a date can be of a count in a clause that begins at `low`: behind what tells of a later time."""
    if _FOR_DOING.search(view, max(low, count.start - 16), count.start):
        return count.start
    if _SPOKEN_OF.search(view, max(low, count.start - _OPENING * 2), count.start):
        return count.start
    begun = OPENS.match(view, low)
    if _TOLD_THAT.search(view, max(0, low - 24), begun.end() if begun and begun[0].strip() == "that" else low):
        return 0
    return low if _AFTER.match(view, low) or _HAD.search(view, low, count.end) else 0
