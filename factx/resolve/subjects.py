"""Subjects of harm: by which verb someone did it, whose clause that is, and who attacked in the clause beside."""

from __future__ import annotations

import re

from factx.facts import Mention
from factx.resolve.clauses import Event, Reading, Subject
from factx.resolve.scenes import SINCE_WHEN, counted

DID = ("attack", "harm", "other")
"""What the verb of a subject says that did something itself."""
NEAR = 120
"""Characters between a relative clause and what it is about, at most."""
_COORDINATED = re.compile(r"(?:\b(?:and|but|then|also|or)|,)(?: (?:\w+ly|then|also|has|have|had|later))* \Z")
"""Before a verb that shares the subject of one before it."""
_RELATIVE = re.compile(r"\b(?:which|that|who)(?: (?:\w+ly|also|has|have|had|since))* \Z")
_LEFT = re.compile(
    r"\b(?:left|leaving|leaves|sent|forced|drove|took|taking|takes|held|holds?|holding)"
    r"(?: (?:at least|another|some|its|the|more than))* \Z"
)
"""Before those to whom the subject did what is told after them: "left six dead"."""
_NOMINAL = re.compile(
    r"(?:deaths?|(?:\w+ing)(?:s\b| of)|assassinations?|slaughter of|murders?|massacres?|arrests? of|abductions?"
    r"|kidnappings?|tolls?"
    r"|executions?)\b",
    re.IGNORECASE,
)
"""Harm told by a noun."""
_GOVERNED = re.compile(
    r"\b(?:by|of|for|from|after|before|without|in|on|against|while|when|with|at|about|like|than)(?: \w+ly)? \Z"
)
"""Before a participle of which the subject of the clause may be no subject: accused of killing."""
_FRONTED = re.compile(r"(?:(?:After|Before|While|By|Having|On) (?:having )?(?:\w+ly )?)?")
"""Before a participle that opens a sentence."""
_REPORTED = re.compile(r"(?:reported|reports|claimed|claims|admitted|boasted of|confirmed) \Z")
"""Before what the subject says that it did itself: "the marines reported killing six"."""
_BORN_TO = re.compile(r"\b(?:bombers?|attackers?|assailants?|gunm[ae]n|hijackers?|snipers?)\Z", re.IGNORECASE)
"""Those of whom anything that they do is the attack: "when the bomber raced his car into the crowd"."""
_OTHERWISE = re.compile(r";|\b(?:while|when|after|before|as|since|but|that|which|because|where|said)\b")
"""What parts an attack from those whom it befell."""
_ADDING = re.compile(r", [^,;]{2,60} (?:said|says|reported)(?:, adding)?(?: that)? \Z")
"""Who tells of the harm, between the attack and those whom it befell."""


def verb_of(view: str, count: Mention, start: int) -> int | None:
    """Where the verb begins by which a subject did the harm; None where it is told as what befell people."""
    at = counted(count)[0]
    harm = count.captures.get("harm") or count.captures.get("whole")
    victims = count.captures.get("victims")
    if harm and victims and victims[1] <= harm[0]:
        return None
    if harm and harm[0] < at:
        return None if _NOMINAL.match(view, harm[0]) else harm[0]
    left = _LEFT.search(view, max(start, at - 40), at)
    return left.start() if left else None


def doer_of(view: str, verb: int, here: Reading) -> Subject | Event | None:
    """The subject of a verb of harm: one who acts, or an event."""
    start = here.sentence.start
    direct = next((one for one in here.subjects if one.verb == verb), None)
    if direct is not None:
        return direct if direct.how in DID else None
    before = [one for one in here.subjects if one.verb < verb]
    word = view[verb : view.find(" ", verb) if view.find(" ", verb) > 0 else None]
    if _FRONTED.fullmatch(view, start, verb) and (follower := _follower(view, verb, here)):
        return follower
    if word.rstrip(",").endswith("ing"):
        if _GOVERNED.search(view, max(start, verb - 24), verb):
            return None
        if before and before[-1].acts and _REPORTED.search(view, before[-1].verb, verb):
            return before[-1]
        if before and not before[-1].acts and before[-1].how == "attack":
            return before[-1]
        if before and before[-1].opened.endswith("which") and before[-1].how == "attack":
            return before[-1]
        main = [one for one in before if not one.opened and one.how != "said"]
        free = main[:1] if main and main[0].how in DID else [one for one in before if one.how != "said"][-1:]
        return free[0] if free and free[0].how in DID else None
    if relative := _RELATIVE.search(view, max(start, verb - 40), verb):
        return _antecedent(view, relative.start(), here)
    if _COORDINATED.search(view, max(start, verb - 40), verb):
        free = [one for one in before if one.how != "said"]
        return free[-1] if free and free[-1].how in (*DID, "pronoun") else None
    return None


def _follower(view: str, verb: int, here: Reading) -> Subject | None:
    """The subject behind a participle that opens the sentence: "Having killed six, the rebels fled"."""
    comma = view.find(", ", verb, here.sentence.end)
    after = [one for one in here.subjects if one.start > verb and not one.opened]
    if comma < 0 or not after or not after[0].acts or after[0].how == "said":
        return None
    lead = view[comma + 2 : after[0].start].lower().strip()
    return after[0] if lead in ("", "the", "a", "an") else None


def _antecedent(view: str, at: int, here: Reading) -> Subject | Event | None:
    """What a relative clause is about: the event before it, else who stands right before it."""
    events = [one for one in here.events if at - NEAR < one.end <= at]
    if events:
        return events[-1]
    return next((one for one in reversed(here.subjects) if 0 <= at - one.end <= 2), None)


def attack_beside(view: str, count: Mention, here: Reading) -> Subject | None:
    """Who attacked in a clause beside the one that tells whom harm befell."""
    after = [one for one in here.subjects if one.start >= count.end and one.opened in ("when", "after", "as", "once")]
    if after:
        if SINCE_WHEN.search(view, count.end, after[0].start):
            return None
        attacked = after[0].how == "attack" or _BORN_TO.search(view, after[0].start, after[0].end)
        return after[0] if attacked and after[0].how in DID else None
    before = [one for one in here.subjects if one.verb < count.start and one.how != "said"]
    if not before or before[-1].how != "attack":
        return None
    said = _ADDING.search(view, before[-1].verb, count.start)
    if _OTHERWISE.search(view, before[-1].verb, said.start() if said else count.start):
        return None
    return before[-1]
