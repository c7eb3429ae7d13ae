"""Owners: who has, sends or withdraws troops, by the names before their count."""

from __future__ import annotations

import re
from functools import cache

from factx.facts import Mention
from factx.resolve.told import Told, any_of, chamber, deed_by, resolves, ruled
from factx.resolve.verbs import Verbs

_CLAUSE = re.compile(
    r"[;:]|, (?:where|when)\b"
    r"|, (?:and|but)\b(?! (?:it|they|is|are|still|also|now|later|has|have|had|will|would|plans|\w+ed)\b| ?\Z)"
    r"|\b(?:where|when|after|because|although|though|if)\b|, (?:the|an?) \w+"
    r"|'s (?!\w+ to\b|(?:departure|withdrawal|deployment|exit|pull-?out|proposal|plan|decision|pledge|offer"
    r"|promise|intention|commitment|request|move)\b"
    r"|(?:\w+ ){0,2}(?:(?i:army|military|government|armed forces|ministry|parliament|house|cabinet|senate|navy"
    r"|air force|contingent|junta|president|minister|council|assembly))\b)"
)
"""What parts an actor from the verb of another clause."""
_LED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|off|to|[Ff]rom|into|of|[Aa]cross|for|with|on|by|against|around|inside|between|through|bordering)"
    r"(?: the)?(?: (?:[A-Z]\w+ )*[\w.]+-\w+)? \Z"
)
_ASIDE = re.compile(r"\A, (?!(?:said|says|where|when)\b)(?:[^,;:()]|(?<=\d),(?=\d)){2,80}, ")
"""What is said of an actor before what it does: "Britain, America's chief ally, hopes to"."""
_OPENING = re.compile(r"(?:(?:On|In|At) [^,;]{2,40}, )?(?:[Tt]he )?")
_LISTED = re.compile(r",? (?:and )?(?:the )?|, ")
_RULES = re.compile(
    r"['’]s? (?:\w+ )?(?:government|cabinet|parliament|president|prime minister|\w+ minister|\w+ ministry|army|military"
    r"|leaders?|lawmakers|senate|junta|king)\b"
)
"""After a country: those who act for it."""
_TOLD = re.compile(r"(?:\b(?:told|tells|informed|assured|notified|warned|promised|offered)(?: the)?|\ban?) \Z")
"""Before one who is told what another does, and one who only describes another: "a NATO member"."""
SPOKEN = re.compile(
    r"(?:defen[cs]e (?:minister|ministry|secretary|chief|department)|army|military|armed forces)"
    r"(?: (?:chief|commander|spokes\w+|officials?|sources?))?(?: [A-Z][\w.-]+){0,3},? (?:has |have )?"
    r"(?:said|says|confirmed|announced)(?: on \w+| \w+day)?(?: that)? (?:the |all |its |some |about |another )*\Z"
)
"""Between whose army it is that speaks and the troops that it speaks of."""
_WHO = re.compile(r", (?:which|who) (?=\w)")
_GOVERNS = re.compile(r"(?:, (?:which|who))? (?!(?:is|was|has|said|says)\b)(?:\w+ly )?\w+(?:s|ed) (?:the |an? )?")
_GOES_ON = re.compile(
    r"(?: (?:last|this|in|on|since) \w+(?: \w+)?)?(?: and|, and|, but|,) (?:also |now |already )?"
    r"(?:has|have|had|will|is|plans|sent|\w+ed)\b"
)
"""Between an owner and what its verb governs, and behind that where the owner does more."""
_SAY = re.compile(r"(?: [\w-]+){0,3} (?:say|says|said|believes?|estimates?|reckons?|reports?),? ")
"""Behind one who only says it between commas: "Chad, UN experts say, has"."""
_IS_TO = re.compile(r" (?:expected|due|set|ready|likely|poised|scheduled|\w+ing)\b")
"""What one does who is led by with alone: "with Italy sending 600"."""
_TOGETHER = re.compile(r",? (?:and )?(?:the )?")
_PARTS = re.compile(r" of (?:its|their)\b")
_APPOSED = re.compile(
    r"(?:,? (?:once|formerly|now|currently|still|then|with|the|an?|already)| (?:is|was|remains))\b[^,;:.]{0,80}?"
    r"\b(?:with|of|has|have)(?: (?:its|about|some|around|a total of))* \Z|,? with (?:its )?\Z"
)
"""Between an actor and troops told of it in passing: "Italy, once the third partner with 3,000 troops, left"."""
_ITS = re.compile(r"\b(?:its|their)(?: [\w-]+){0,3} \Z")
_GENITIVE = re.compile(r"'s?(?: (?!capital\b)[\w-]+){0,3} \Z")
"""Between an owner and its troops: "NATO's original force of 60,000"."""
OWNS = ("mission", "military", "armed_group", "pmc", "igo", "police")
"""The types of group that have troops of their own."""


@cache
def _verbs(words: frozenset[str]) -> re.Pattern[str]:
    """The verbs of those who have troops; "call" is one only before those called."""
    return re.compile(rf"\b(?:{any_of(words)}|call(?:ed|s|ing)?(?= (?:up|\d|an?|some|another)))\b")


def _has(between: str, verbs: Verbs) -> bool:
    """Whether one has, sends or withdraws by the words behind him."""
    return _verbs(verbs.lists.having).search(between.lower()) is not None


def have(view: str, count: Mention, between: str, verbs: Verbs) -> bool:
    """Whether those before a count have it: by their verb, by "its", by "of its"."""
    if _CLAUSE.search(between):
        return False
    return _has(between, verbs) or _ITS.search(between) is not None or _of_its(view, count)


def owner(view: str, count: Mention, near: list[Mention], start: int, verbs: Verbs) -> Mention | None:
    """Whose troops are told as theirs: "NATO's force of 60,000", "it removes its 12,000 peacekeepers"."""
    before = [one for one in near if one.end <= count.start]
    owners = [one for one in before if one.kind == "group" or one.attributes.get("feature") == "country"]
    if owners and _GENITIVE.fullmatch(view, owners[-1].end, count.start):
        return owners[-1]
    if not _ITS.search(view, max(start, count.start - 40), count.start):
        return None
    free = [
        one
        for one in owners
        if (not view.startswith("'s", one.end) or resolves(verbs.told).match(view, one.end))
        and (one.attributes.get("type") in OWNS or not _LED.search(view, max(0, one.start - 14), one.start))
    ]
    return free[-1] if free else None


def having(view: str, count: Mention, near: list[Mention], start: int, verbs: Verbs) -> Mention | None:
    """The nearest actor before a count that has, sends or withdraws what is counted: a short way, a verb, no clause."""
    free: list[Mention] = []
    led = opens = False
    at = 0
    for actor in near:
        if actor.end > count.start:
            break
        follows = at and _LISTED.fullmatch(view, at, actor.start) is not None
        follows = follows and not (view[at] == "," and _verbs(verbs.lists.having).match(view, actor.end + 1))
        led = (led and follows) or _is_led(view, actor, count, verbs.told)
        region = actor.attributes.get("feature") == "region"
        opens = region and (actor.start == start or (opens and bool(follows)))
        at = actor.end
        if not led and (
            actor.kind == "group"
            or actor.attributes.get("metonymic")
            or actor.attributes.get("feature") == "country"
            or opens
            or _sends(view, actor, count, verbs)
            or (actor.attributes.get("feature") == "capital" and _elsewhere(actor, count, near))
        ):
            free.append(actor)
    for actor in reversed(free):
        between = view[actor.end : count.start]
        if len(between) > 150:
            return None
        if (
            actor.kind == "place"
            and actor.attributes.get("feature") == "city"
            and not actor.attributes.get("metonymic")
            and not _sends(view, actor, count, verbs)
        ):
            continue
        if len(free) > 1 and (
            _is_object(view, free, actor) or (view[actor.start - 2] == "," and _SAY.match(view, actor.end))
        ):
            continue
        told = _TOLD.search(view, max(0, actor.start - 20), actor.start)
        if (told and not between.startswith(" to ")) or chamber(verbs.told).search(view, actor.start, actor.end):
            continue
        if between == " " and actor.kind == "place" and view.endswith((" and ", ", "), actor.start - 5, actor.start):
            return actor
        deed = between.startswith(" of ") and deed_by(verbs.told).search(view, max(0, actor.start - 40), actor.start)
        if actor.end < count.start and (deed or _APPOSED.fullmatch(between)):
            return actor
        spoken = re.sub(
            r"\A(?: also| has| have)? (?:said|says|announced)(?: \w+day)?(?: that)?(?: (?:it|they))?\b", "", between
        )
        spoken = _ASIDE.sub(" ", re.sub(r"\A, (?:which|who)\b", "", spoken))
        if not _CLAUSE.search(spoken) and (_has(spoken, verbs) or _ITS.search(between) or _of_its(view, count)):
            return actor
    return None


def _sends(view: str, actor: Mention, count: Mention, verbs: Verbs) -> bool:
    """Whether the verb next to an actor sends or withdraws: a capital that does so is its country."""
    lists = verbs.lists
    words = _WHO.sub(" ", _ASIDE.sub(" ", view[actor.end : count.start]), count=1).lower().split()
    for at, word in enumerate(words[:6]):
        if word in lists.have or word in lists.be or word in lists.modal or word in lists.adverb:
            continue
        if word in ("said", "says") and words[at + 1 : at + 2] == ["it"]:
            return True
        told = verbs.senses.get(" ".join(words[at : at + 2])) or verbs.senses.get(word)
        if told is not None and told.object in ("deployed", "withdrawn", "planned", "reinforced"):
            return True
        mood = verbs.moods.get(word)
        return mood is not None and mood[0] != "actual" and mood[1] == "verb"
    return False


def _is_object(view: str, free: list[Mention], actor: Mention) -> bool:
    """Whether the verb of one before an actor governs it, and goes on: "Spain commands UNIFIL and has"."""
    before = next((one for one in reversed(free) if one.end <= actor.start), None)
    return (
        before is not None
        and _GOVERNS.fullmatch(view, before.end, actor.start) is not None
        and _GOES_ON.match(view, actor.end) is not None
    )


def _elsewhere(actor: Mention, count: Mention, near: list[Mention]) -> bool:
    """Whether what a city has is in another country: the city is the seat of those who have it."""
    after = next((one for one in near if one.start >= count.end and one.kind == "place"), None)
    there = after and after.attributes.get("country")
    return bool(there) and actor.start - count.end < 60 and there != actor.attributes.get("country")


def _is_led(view: str, actor: Mention, count: Mention, told: Told) -> bool:
    """Whether a preposition takes an actor away from the verbs after it.

    It does not where it leads to whose rulers or army act, to one who acts in a clause of his own, or from the noun of
    a deed to its doer.
    """
    before = _LED.search(view, max(0, actor.start - 40), actor.start)
    if before is None or view.startswith("'s", actor.end) or _WHO.match(view, actor.end, count.start):
        return False
    if ruled(told).search(view, max(0, actor.start - 60), actor.start):
        return False
    if view.startswith(" of ", actor.end) and deed_by(told).search(view, max(0, actor.start - 40), actor.start):
        return False
    return not (before[0].startswith("with ") and _IS_TO.match(view, actor.end, count.start))


def _of_its(view: str, count: Mention) -> bool:
    """Whether those counted are some of one's own: "2,000 of its troops"."""
    return _PARTS.search(view, count.start, count.end + 8) is not None


def joint(view: str, found: Mention, near: list[Mention]) -> int:
    """Where those begin who do it together: "Burundi and Uganda have sent"."""
    begin = found.start
    for one in reversed(near):
        if one.end <= begin:
            same = one.kind == found.kind and one.attributes.get("feature") == found.attributes.get("feature")
            joined = found.kind == "place" and _TOGETHER.fullmatch(view, one.end, begin)
            if not (same and joined) or _LED.search(view, max(0, one.start - 40), one.start):
                break
            begin = one.start
    return begin


def subject(view: str, count: Mention, actors: list[Mention], start: int, end: int, verbs: Verbs) -> Mention | None:
    """Whom "it" means at the start of a sentence that says what they have: the subject of the sentence before."""
    between = view[end : count.start].lstrip()
    if _CLAUSE.search(between) or not _has(between, verbs):
        return None
    return opening(view, actors, start)


def opening(view: str, actors: list[Mention], start: int) -> Mention | None:
    """Who acts at the start of a sentence: a country or a group, or a country by its rulers."""
    opens = _OPENING.match(view, start)
    begin = opens.end() if opens else start
    first = next(
        (one for one in actors if one.start == begin and (view[one.end] not in "'’" or _RULES.match(view, one.end))),
        None,
    )
    return first if first and (first.kind == "group" or first.attributes.get("feature") == "country") else None


def spoken(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Whose army or ministry speaks of troops: "Chad's defence ministry said 600 soldiers would stay"."""
    spoken = SPOKEN.search(view, max(start, count.start - 120), count.start)
    if count.rule != "troop.counted" or spoken is None:
        return None
    return next((one for one in near if view[one.end : spoken.start()] in ("'s ", "’s ")), None)


def with_them(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Who stands after what they have: "With 5,000 soldiers there, Germany is ..."."""
    if view[start : count.start].strip() != "With":
        return None
    after = [one for one in near if one.start > count.end and re.search(r", (?:the )?\Z", view[: one.start][-6:])]
    return after[0] if after else None
