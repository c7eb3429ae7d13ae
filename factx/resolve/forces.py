"""Forces: whom troops belong to, and who did the harm, by the names and back-references of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factx.document.model import Document
from factx.facts import Mention

_BACK = re.compile(
    r"\b(?:the|its|their) (mission|force|group|army|alliance|movement|organi[sz]ation|militia|coalition)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|, (?:and|but|which|who)|\b(?:that|where|when|after)\b|'s\b")
_HAVING = re.compile(
    r"\b(?:has|have|had|will|would|sent|sends?|deploy\w*|withdr\w+|pull\w*|plans?|pledged|maintains?|keeps?|kept"
    r"|contribut\w+|offered|agreed|command\w*)\b"
)
_TYPES = {
    "mission": ("mission",), "force": ("mission", "military"), "army": ("military",), "alliance": ("igo",),
    "group": ("armed_group", "pmc"), "movement": ("armed_group", "party"), "militia": ("armed_group",),
    "organization": ("armed_group", "ngo", "igo"), "organisation": ("armed_group", "ngo", "igo"),
    "coalition": ("military", "igo", "other"),
}  # fmt: skip
"""The types of group that a back-reference can mean."""
ARMED = ("mission", "military", "police", "armed_group", "pmc", "igo", "government", "other")


def link_forces(document: Document, mentions: Sequence[Mention], nations: Mapping[str, str]) -> None:
    """Give troop counts their force, in place: named in the count, who has, sends or withdraws them, or the one meant.

    `nations` gives the country of a nationality's adjective in lower case.
    """
    groups = [one for one in mentions if one.kind == "group" and one.attributes.get("type") in ARMED]
    actors = sorted(groups + [one for one in mentions if one.kind == "place"], key=lambda one: one.start)
    bounds = [(sentence.start, sentence.end) for sentence in document.sentences]
    at = 0
    for count in sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start):
        while at + 1 < len(bounds) and bounds[at][1] <= count.start:
            at += 1
        if count.attributes.get("force") is not None:
            continue
        inside = [one for one in actors if count.start <= one.start and one.end <= count.end]
        nation = _nation(count, nations) if not inside else None
        if nation is not None:
            count.attributes["force"] = nation
            continue
        before = [one for one in actors if bounds[at][0] <= one.start and one.end <= count.start]
        found = inside[-1] if inside else None
        if found is None and before and before[0].start - bounds[at][0] < 40 and _acts(document.view, before[0], count):
            found = before[0]
        if found is not None:
            count.attributes["force"] = found.attributes.get("canonical") or found.attributes.get("name")
            count.links["force"] = found
            continue
        back = _BACK.search(document.view, bounds[at][0], count.start)
        if back:
            types = _TYPES[back[1].lower()]
            meant = [one for one in groups if one.start < count.start and one.attributes.get("type") in types]
            if meant:
                count.attributes["force"] = meant[-1].attributes.get("canonical")
                count.links["force"] = meant[-1]


def _acts(view: str, actor: Mention, count: Mention) -> bool:
    """Whether an actor is who has, sends or withdraws what is counted: a short way, with a verb, no clause."""
    between = view[actor.end : count.start]
    return len(between) < 60 and not _CLAUSE.search(between) and _HAVING.search(between) is not None


def _nation(count: Mention, nations: Mapping[str, str]) -> str | None:
    """The country whose adjective the count's own words hold: "40 Malian soldiers" are Mali's."""
    for word in str(count.attributes.get("unit") or "").lower().split():
        if word in nations:
            return nations[word]
    return None
