"""Agents: who did the harm, where the rules found only a word for someone told before, or only whose arms it was.

"They", "it", "the group" and "its fighters" mean the actor before them: one of their own sentence, else the subject of
the sentence before. What means no one is taken away: a wrong perpetrator is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from factx.document.model import Document
from factx.facts import Mention, within
from factx.resolve.actors import ARMED, BOTH, OWNER, Actors

_BACK = re.compile(
    r"(?:it|they|the (group|movement|organi[sz]ation|militia|network|faction|outfit|alliance|coalition|regime|junta)"
    r"|(?:its|their) .+)",
    re.IGNORECASE,
)
"""What stands for an actor told before; group 1 where it is called by what it is."""
_THE_GROUP = re.compile(
    r"(?:[^,;]{2,30}, )?(?:The|the) (?:\w+ )?(group|movement|organi[sz]ation|militia|network|faction|outfit)\b"
)
"""At the head of a sentence: the actor told before, called by what it is."""
_STATES = {"alliance": ("igo", "military"), "coalition": ("igo", "military", "other"), "regime": (), "junta": ()}
_REBELS = ("armed_group", "pmc")
"""The types of group that a back-reference can mean: by its noun, else those."""
_LEAD_IN = r"(?:[A-Z][\w, ]{2,40}(?:\([^)]*\))? - )?(?:(?:On|In|At|Late|Early) [^,;]{2,40}, |Meanwhile, |Earlier, )?"
_DETERMINER = r"(?:(?:The|An?|Some|Dozens of|Hundreds of|At least|Suspected|Unidentified|Unknown|Masked|Armed) )*"
_OPENING = re.compile(_LEAD_IN + _DETERMINER)
"""What a sentence may begin with before its subject."""
_SAYS = re.compile(r" (?:\w+ )?(?:said|says|told)\b")
_THEIRS = re.compile(r"\b(?:its|their) \Z")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_ARMS = frozenset({"air", "artillery"})
_RAIDS = frozenset({"raid", "raids", "offensive", "incursion", "gunfire"})
_CAMPAIGNS = frozenset({"assault", "attack", "attacks", "invasion", "crackdown", "operation", "operations", "campaign"})
_FAR = 160
"""Characters between a pronoun and whom it means in the same sentence."""

_Actor = tuple[str, "Mention | None"]
"""The words for an actor, and the group that they name."""


def link_agents(document: Document, mentions: Sequence[Mention], actors: Actors) -> None:
    """Settle the perpetrators of casualties that a rule has found, in place."""
    groups: list[Mention] | None = None
    for count in mentions:
        if count.kind != "casualty":
            continue
        said = _written(document.view, count)
        if said is None:
            continue
        at = count.captures["perpetrator"][0]
        if BOTH.search(document.view, max(0, at - 60), at):
            count.attributes["perpetrator"] = None
            count.links.pop("perpetrator", None)
            continue
        back = _BACK.fullmatch(said)
        theirs = _THEIRS.search(document.view, max(0, at - 6), at)
        if back or theirs:
            if groups is None:
                groups = sorted((one for one in mentions if one.kind == "group"), key=lambda one: one.start)
            called = back and back[1]
            meant = _called(groups, at, called) if called else _meant(document, groups, at, said, actors)
            count.attributes["perpetrator"], link = meant or ((None if back else said), None)
            count.links.pop("perpetrator", None)
            if link is not None:
                count.links["perpetrator"] = link
        elif article := _ARTICLE.match(said):
            count.attributes["perpetrator"] = said[article.end() :]


def _written(view: str, count: Mention) -> str | None:
    """The perpetrator of a count in the words of the text: a group as it is called there, not by its full name."""
    said: str | None = count.attributes.get("perpetrator")
    group = count.links.get("perpetrator")
    if said is not None and group is not None and said == group.attributes.get("value"):
        said = count.attributes["perpetrator"] = " ".join(view[group.start : group.end].split())
    return said


def is_waged(event: str, causes: Mapping[str, str]) -> bool:
    """Whether an event is what a country does to others, where it is that country's: "Chad's offensive", no war."""
    word = event.lower().split()[-1]
    return causes.get(word) in _ARMS or word in _RAIDS or word in _CAMPAIGNS


def owner(
    view: str, count: Mention, places: Sequence[Mention], nations: Mapping[str, str], causes: Mapping[str, str]
) -> str | None:
    """The country whose arms did the harm: "Israeli air strikes", "a US drone strike"; `places` are in order."""
    cause, span = count.attributes.get("cause"), count.captures.get("cause")
    if not cause or span is None:
        return None
    words = cause.lower().split()
    if causes.get(words[-1]) not in _ARMS and words[-1] not in _RAIDS:
        return None
    for one in within(places, span[0] - _FAR, span[0]):
        if one.end + 1 == span[0] and one.attributes.get("feature") == "country":
            return str(one.attributes.get("name") or one.attributes["value"])
    before = view[max(0, span[0] - 30) : span[0]].lower().split()
    told = [nations[word] for word in [*before[-2:], *words[:-1]] if word in nations]
    return told[0] if len(set(told)) == 1 else None


def _called(groups: Sequence[Mention], at: int, noun: str) -> _Actor:
    """The last group told before `at` that can be called by a noun; the noun itself where there is none."""
    types = _STATES.get(noun.lower(), _REBELS)
    for number in range(bisect_left(groups, at, key=lambda one: one.start) - 1, -1, -1):
        one = groups[number]
        if one.end <= at and one.attributes.get("type") in types:
            return str(one.attributes["value"]), one
    return noun, None


def _meant(document: Document, groups: Sequence[Mention], at: int, said: str, actors: Actors) -> _Actor | None:
    """Whom a pronoun means: the one actor before it in its sentence, else the subject of the sentence before."""
    single = said.lower() == "it"
    sentences = document.sentences
    number = bisect_right(sentences, at, key=lambda one: one.start) - 1
    view, start = document.view, sentences[number].start
    low = sentences[max(0, number - 1)].start
    named = [one for one in within(groups, low, at) if one.attributes.get("type") in ARMED]
    near: dict[str, _Actor] = {}
    for one in actors.actor.finditer(view, max(start, at - _FAR), at):
        if (one[2] or not single) and not OWNER.match(view, one.end()):
            near[one[1].lower()] = _actor(one[1], one.start(), one.end(), named)
    for group in named:
        if max(start, at - _FAR) <= group.start and group.end <= at:
            inside = any(actor[1] is group for actor in near.values())
            if not inside:
                near[str(group.attributes["value"])] = str(group.attributes["value"]), group
    if near:
        return next(iter(near.values())) if len(near) == 1 else None
    if called := _THE_GROUP.match(view, start):
        return _called(groups, start, called[1])
    if number == 0 or sentences[number - 1].section != sentences[number].section:
        return None
    before = sentences[number - 1]
    opening = _OPENING.match(view, before.start)
    begin = opening.end() if opening else before.start
    actor = actors.actor.match(view, begin, before.end)
    first = next((one for one in named if one.start == begin), None)
    end = actor.end() if actor else first.end if first else begin
    if end == begin or OWNER.match(view, end) or _SAYS.match(view, end):
        return None
    if actor:
        return _actor(actor[1], actor.start(), actor.end(), named) if actor[2] or not single else None
    return (str(first.attributes["value"]), first) if first else None


def _actor(words: str, start: int, end: int, named: Sequence[Mention]) -> _Actor:
    return words, next((one for one in named if start <= one.start and one.end <= end), None)
