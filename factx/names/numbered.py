"""Military units with a number whose names stand in small letters: "the 444th brigade", "the 2nd infantry division"."""

from __future__ import annotations

import re
from collections.abc import Set

from factx.names.model import Proposal

_ARM = (
    r"(?:(?:light |heavy )?(?:infantry|armou?red|mechani[sz]ed|airborne|air assault|assault|marine|mountain|artillery"
    r"|tank|motor(?:i[sz]ed)? rifle|motori[sz]ed|parachute|paratroopers?|commando|cavalry|engineers?|special forces) )"
)
_NUMBERED = re.compile(
    rf"\b\d{{1,4}}(?:st|nd|rd|th) (?:{_ARM}?(?:brigade|battalion|regiment|squadron)|{_ARM}(?:division|corps))\b"
)
_LETTERED = re.compile(
    r"\b(?:Battalion|Brigade|Regiment|Detachment|Task Force|Katiba|Squadron|Unit|Division) \d{2,4}\b(?![.,%]\d)"
)
"""Units whose number stands after them, as armies of the Arab world and Israel's intelligence have it."""
_LETTERED_SIGNS = frozenset((
    "Battalion ", "Brigade ", "Regiment ", "Detachment ", "Task Force ", "Katiba ", "Squadron ", "Unit ", "Division ",
))  # fmt: skip
_NUMBERED_SIGNS = frozenset((" brigade", " battalion", " regiment", " squadron", " division", " corps"))
_BANDS = frozenset((" front", " column", " cartel", " gang", " brigade", " battalion"))
SIGNS = _LETTERED_SIGNS | _NUMBERED_SIGNS | _BANDS
"""What a document has that names one of them."""
_SHORT = re.compile(r"(\d{1,3}[A-Z]{1,5})\)")
"""What a unit is called in brackets after its name: "the 4th Infantry Division (4ID)"."""


def numbered(view: str, signs: Set[str]) -> list[Proposal]:
    """Units that have a number and no capital, in a text that has some signs.

    A division needs its arm, for football has divisions too.
    """
    patterns = [] if _LETTERED_SIGNS.isdisjoint(signs) else [_LETTERED]
    if not _NUMBERED_SIGNS.isdisjoint(signs):
        patterns.append(_NUMBERED)
    return [
        Proposal("group", *match.span(), 84, {"type": "military"}, "group.numbered")
        for pattern in patterns
        for match in pattern.finditer(view)
    ]


_NAMESAKE = re.compile(
    r"\bthe ([A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|al|de|bin)){1,3}) (?:front|column|cartel|gang|brigade|battalion)\b"
)
"""Units of rebels that are named for a man: "the Robert Hale front"."""


def namesakes(view: str, signs: Set[str]) -> list[Proposal]:
    """Fronts, columns and gangs named for a man, who is not meant, in a text that has some signs."""
    if _BANDS.isdisjoint(signs):
        return []
    return [
        Proposal("group", match.start(1), match.end(1), 86, {"type": "armed_group"}, "group.context")
        for match in _NAMESAKE.finditer(view)
    ]


def shortened(view: str, units: list[Proposal]) -> list[Proposal]:
    """What a text calls units with a number by, in the brackets after their names and wherever it returns."""
    out: list[Proposal] = []
    for one in units:
        if not view[one.start].isdigit() or view[one.end : one.end + 2] != " (":
            continue
        match = _SHORT.match(view, one.end + 2)
        if match is None or "acronym" in one.attributes or view[one.start] != match[1][0]:
            continue
        one.attributes["acronym"] = short = match[1]
        out.extend(
            Proposal("group", *again.span(), 94, {"defined": short}, "group.acronym")
            for again in re.finditer(rf"\b{short}\b", view)
        )
    return out
