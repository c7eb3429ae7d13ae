"""Counts without their noun: "Italy has sent 600", where the sentence or those before it speak of soldiers.

The rules `troop.elided-*` find every number that could be one by its verb or its place in a list. Whether it is one
hangs on whom the text counted last: it stands where these were troops, and falls where they were anyone else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from factx.document.model import Document
from factx.facts import Mention
from factx.resolve.told import Told, befallen, of_civilians, of_others, of_troops, of_war

PREFIX = "troop.elided"
"""How the ids of the rules begin whose counts want a noun told before."""
_REACH = 420
"""Characters before a count within which its noun may stand."""
_AHEAD = 100
"""Characters after it within which it may stand in the same sentence, where nothing before it was counted."""
_SENTENCES = 3
_FEW = 5
"""Counts below it are as likely to be of anything else."""
_ARMY = 5_000_000
"""No army is larger: what is counted beyond it is money."""
_MANY = 50
_SMALL = 1000
_CROWD = 5000
"""Nationals from whom on they are soldiers only where their own sentence speaks of some."""
_ARMED = ("armed", "irregular")
_NEUTRAL = ("rest", "part", "harmed", "national", "men")
"""Classes of people that say nothing of whom the text is counting."""
_MARCHED = "men"
_MEN = re.compile(r"\b(?:men|women|volunteers)\Z")
_STAFF = re.compile(r"\b(?:staff|staff members|volunteers)\Z")
_NAMED = re.compile(
    r"(?:\b(?!(?:By|On|In|At|The|But|And|Only|Of|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|\w+day)\b)[A-Z][\w.]*|\.) \Z"
)
"""Before a number that belongs to a name: Highway 61."""
_AGED = re.compile(r"\b[A-Z][\w'-]+, \Z")
"""Before the age of someone named, which a comma closes."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z|(?<!\d)(?<!\d[ ,.])0\d")
"""A number that is a year, or an hour as soldiers write it."""


def settle_elided(document: Document, mentions: list[Mention], told: Told) -> list[Mention]:
    """The mentions without the elided counts that count no troops; those that stay have the unit told before."""
    open_ = [one for one in mentions if one.kind == "troop_count" and one.rule.startswith(PREFIX)]
    if not open_:
        return mentions
    open_.sort(key=lambda one: one.start)
    ids = {id(one) for one in open_}
    counted = sorted(
        (one for one in mentions if one.kind == "people" or (one.kind == "troop_count" and id(one) not in ids)),
        key=lambda one: one.start,
    )
    harmed = [(one.start, one.end) for one in mentions if one.kind == "casualty"]
    starts = [sentence.start for sentence in document.sentences]
    fallen: set[int] = set()
    stands: tuple[int, str] | None = None
    for one in open_:
        number = bisect_right(starts, one.start) - 1
        low = max(one.start - _REACH, starts[max(0, number - _SENTENCES)])
        unit = _unit(
            told, document.view, one, counted, harmed, low, starts[number], document.sentences[number].end, stands
        )
        if unit is None:
            fallen.add(id(one))
            continue
        stands = one.end, unit
        if one.attributes.get("unit") is None:
            one.attributes["unit"] = unit
    return [one for one in mentions if id(one) not in fallen]


def _unit(
    told: Told, view: str, one: Mention, counted: Sequence[Mention], harmed: Sequence[tuple[int, int]],
    low: int, start: int, end: int, stands: tuple[int, str] | None,
) -> str | None:  # fmt: skip
    """The noun that a count leaves out: that of the troops told last before it; None where others were told since."""
    troops = of_troops(told)
    value = one.attributes.get("value") or 0
    people = next((said for said in counted if said.start >= one.start and said.end <= one.end), None)
    kind = people.attributes.get("class") if people is not None else None
    if kind == "national" and value >= _CROWD and not troops.search(view, start, end):
        return None
    if kind in ("national", "men"):
        if of_civilians(told).search(view, start, end) or (kind == "men" and value < _FEW):
            return None
        if kind == "men" and not _MEN.search(str(one.attributes["unit"])):
            listed = any(said.kind == "troop_count" and start <= said.start < one.start for said in counted)
            return str(one.attributes["unit"]) if listed and _STAFF.search(str(one.attributes["unit"])) else None
        if one.rule.endswith("-men"):
            return _MARCHED if value >= _MANY and troops.search(view, start, end) else None
        martial = bool(troops.search(view, low, end) or of_war(told).search(view, low, end))
        martial = martial or any(said.kind == "troop_count" and low <= said.start < one.start for said in counted)
        return str(one.attributes["unit"]) if martial else None
    if (
        not _FEW <= value <= _ARMY
        or befallen(told).match(view, one.end, end)
        or (not one.rule.endswith("-object") and _YEAR.search(view[one.start : one.end]))
    ):
        return None
    noun = str(people.attributes.get("noun") or "") if people is not None and kind == "part" else ""
    if noun:
        marched = noun == "men" and (troops.search(view, low, end) or of_war(told).search(view, low, end))
        return noun if marched or noun == "officers" or troops.search(noun) else None
    at, unit = -1, ""
    for match in troops.finditer(view, low, one.start):
        at, unit = match.start(), match[0]
    if stands is not None and low <= stands[0] <= one.start and stands[0] > at:
        at, unit = stands
    other = -1
    for match in of_others(told).finditer(view, max(low, at), one.start):
        other = match.start()
    for said in counted:
        if said.start >= one.start:
            break
        if said.end <= low or said.start <= at - len(str(said.attributes.get("noun") or "")) - 40:
            continue
        if said.kind == "troop_count" or said.attributes.get("class") in _ARMED:
            if said.end > at:
                at, unit = said.end, str(said.attributes.get("noun") or said.attributes.get("unit") or unit)
        elif said.attributes.get("class") not in _NEUTRAL and not troops.search(view, said.start, said.end):
            other = max(other, said.start)
    if at < 0 and other < 0 and (kind == "rest" or not one.rule.endswith("-subject")):
        ahead = troops.search(view, one.end, min(end, one.end + _AHEAD))
        return ahead[0] if ahead else None
    if at < 0 or other > at or (one.rule.endswith("-level") and of_others(told).search(view, start, one.start)):
        return None
    if not one.rule.endswith(("-subject", "-list")):
        return unit or None
    if one.rule.endswith("-subject") and value < _SMALL and _NAMED.search(view, max(start, one.start - 20), one.start):
        return None
    if (
        one.rule.endswith("-subject")
        and view[one.end] == ","
        and _AGED.search(view, max(start, one.start - 20), one.start)
    ):
        return None
    if any(begin <= at <= stop for begin, stop in harmed):
        return None
    return unit or None
