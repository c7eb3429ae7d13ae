"""Actors: the words for those who can do harm, and which of them a sentence tells to have done it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.facts import Mention

ARMED = ("armed_group", "pmc", "military", "police", "mission", "government", "other")
"""The types of group that can do harm."""
ONE = "army|military|air force|navy|junta|coalition|militia|gang|mob|police|(?:suicide |car )?bomber|gunman|sniper"
MANY = (
    "gunmen|militants|rebels|insurgents|soldiers|troops|policemen|officers|bandits|fighters|forces|attackers|assailants"
    "|jihadists|jihadis|militiamen|militias|guerrillas|herders|herdsmen|extremists|terrorists|raiders|pirates"
    "|kidnappers"
    "|gangs|paramilitaries|mercenaries|warplanes|jets|separatists|islamists|commandos|settlers|mutineers|(?:armed )?men"
    "|protesters|rioters|demonstrators|suicide bombers|bombers|paratroop(?:er)?s|marines|infantrymen|youths|villagers"
    "|tribesmen|snipers|planes|aircraft|helicopters|gunships|partisans|loyalists|irregulars|vigilantes|hijackers"
    "|captors"
)
_NO_NAME = (
    r"(?!(?:On|In|At|By|For|From|To|After|Before|When|While|As|Since|Then|But|And|Last|This|Late|Early|Yesterday|Today"
    r"|Overnight|Meanwhile|Earlier|Later|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b)"
)
"""What begins with a capital before an actor and is no part of its name: "On Friday rebels"."""
_MODIFIER = (
    rf"(?:{_NO_NAME}[A-Z][\w'-]+|security|government|suspected|armed|masked|rebel|tribal|ethnic|police|special|riot|state"
    r"|local|other"
    r"|opposition|paramilitary|pro-\w+|anti-\w+|\w+-(?:led|backed|linked|allied)|(?:islam|jihad|separat|national"
    r"|loyal)ist)"
)
ACTOR = re.compile(rf"\b((?:{_MODIFIER} ){{0,3}}(?i:({ONE})|{MANY}))\b")
"""One who can do harm, or in group 2 a body that can."""
_THEIRS = (
    r"leaders?(?:hip)?|bases?|command(?:er)?s?|positions?|posts?|stations?|chiefs?|officials?|spokes\w+|ministers?"
    r"|president|strongholds?|camps?|convoys?|vehicles?|custody|patrols?|headquarters|hospitals?"
)
_THEIR_DEEDS = r"attacks?|raids?|bomb(?:ing)?s?|air(?: ?strikes?)?|strikes?|shelling|fire|offensive"
OWNED = re.compile(rf"(?:'s?|-| (?:{_THEIRS})\b)")
"""After the name of an actor: that only something of theirs is named."""
OWNER = re.compile(rf"(?:'s?|-| (?:{_THEIR_DEEDS}|{_THEIRS})\b)")
"""The same, or only a deed of theirs."""
BOTH = re.compile(r"\bbetween (?:the )?(?:(?!\b(?:in|that|which)\b)[^,;]){0,50}\Z")
"""Before one of two parties, neither of whom is said to have done it alone."""
_VIOLENT_TYPES = ("armed_group", "pmc", "military", "police")
_THE = re.compile(r"[Tt]he ")
_VIOLENT = (
    r"attack(?:ed|s)?|storm(?:ed|s)|raid(?:ed|s)|ambush(?:ed|es)?|open(?:ed|s)? (?:up|fire)|fire[ds]|shell(?:ed|s)"
    r"|bomb(?:ed|s)|bombard(?:ed|s)|struck|hit|targeted|detonated|bl[eo]wn? (?:up|himself|themselves|herself)"
    r"|shot(?: down)?|hurled|threw|lobbed|ramm?ed|overran|invaded|assaulted|torched|set (?:off|fire)|planted|pounded"
    r"|swept (?:into|through)|kill(?:ed|s)|gunned|hacked|seized|abducted|kidnapped|massacred|murdered|executed|beheaded"
    r"|burned down|carried out|unleashed|launched (?:an? |the |a series of |\w+ )?(?:\w+[ -]){0,3}(?:attacks?|raids?"
    r"|rockets?|missiles?|assaults?|offensives?|(?:air ?)?strikes?|shells|grenades|bombing|incursion)|dropped|fought"
    r"|blasted|drove an? explosive|booby-trapped|sprayed|lured|dragged|slaughtered|slew|repulsed|retaliated"
)
_DID = re.compile(
    r"(?:, (?!and\b|who\b|which\b)[^,.;:]{3,120},|,? (?:who|which|that))?(?: (?:has|have|had|also|then|later|earlier"
    r"|reportedly|allegedly|apparently|again|\w+ly|(?:riding|armed|dressed|disguised|wearing|loyal|linked|allied|backed"
    r"|belonging|aboard|on|in|from|with|of) (?!(?:attack|raid)s?\b)[^,.;:]{2,45}?))*,?"
    rf" (?:{_VIOLENT})\b"
    r"(?! (?:by|in|on|at(?! least)|during|when|were|was|and|after|near|since|last|this|while|yesterday)\b|[,.;:)]|\Z)"
)
"""After an actor: the violence that it did."""
_PEOPLES = re.compile(
    r"\b(?:rebel |suspected |armed |(?:[A-Z][\w-]+ ))?(?!Th(?:e|ey|is|ese|ere)\b|Terrorist|Islamist|Extremist|Official)"
    r"[A-Z][a-z]+(?:s|ese|ist)\b"
)
"""A people, or the followers of something, by one name: "Naxals", "Bosnian Serbs"."""
_DEED = re.compile(
    r"(?:'s?)? (?:\w+ ){0,2}?(?:attacks?|raids?|ambush(?:es)?|bomb(?:ing)?s?|assaults?|shelling"
    r"|(?:air|rocket|drone) ?strikes?|missiles?|rockets?|(?:gun)?fire|offensive|massacres?|incursion|insurgency"
    r"|suicide \w+)\b"
)
"""After an actor: that a deed was its own."""
_HANDS = re.compile(
    r"(?:\b(?:attacks?|raids?|bombings?|ambush(?:es)?|assaults?|strikes?|shelling|blasts?|massacres?|offensives?"
    r"|incursions?|killings?|shootings?|fire|incidents?|uprising|insurgency|campaign)(?: [^,.;:]{0,40}?)? by"
    r"|\b(?:blamed (?:\w+ )?(?:on|by [^,.;:]{2,30} on)|claimed by|carried out by|launched by|staged by|attributed to"
    r"|fired by|planted by|clash(?:es|ed)? with|fighting with|battles? with|gunfights? with"
    r"|encounter with))"
    r" (?:the |an? |some |about |suspected |unidentified |unknown |alleged |\d[\d,]* |dozens of |hundreds of )*\Z"
)
"""Before an actor: that it did a deed."""
_REACH = 70
"""Characters before an actor in which the words stand that make a deed its own."""


class Doer(NamedTuple):
    """One who did violence, and the group that its name is of."""

    start: int
    end: int
    words: str
    group: Mention | None


def doers_told(view: str, low: int, high: int, names: Sequence[Mention]) -> Iterator[Doer]:
    """The actors told between two offsets to have done violence, or whose a deed was; `names` are those there."""
    for doer in _actors(view, low, high, names):
        if OWNED.match(view, doer.end) and not _DEED.match(view, doer.end):
            continue
        if BOTH.search(view, max(low, doer.start - _REACH), doer.start):
            continue
        if (
            _DID.match(view, doer.end)
            or _DEED.match(view, doer.end)
            or _HANDS.search(view, max(low, doer.start - _REACH), doer.start)
        ):
            yield doer


def _actors(view: str, low: int, high: int, names: Sequence[Mention]) -> Iterator[Doer]:
    """Those who could have done violence: by what they are, by the name of their group, or of their people."""
    groups = [one for one in names if one.kind == "group" and one.attributes.get("type") in _VIOLENT_TYPES]
    taken: list[tuple[int, int]] = []
    for one in ACTOR.finditer(view, low, high):
        the = _THE.match(view, one.start())
        start = the.end() if the else one.start()
        group = next((group for group in groups if start <= group.start and group.end <= one.end()), None)
        taken.append((start, one.end()))
        yield Doer(start, one.end(), view[start : one.end()], group)
    for group in groups:
        if not any(start <= group.start < end for start, end in taken):
            taken.append((group.start, group.end))
            yield Doer(group.start, group.end, view[group.start : group.end], group)
    taken.extend((one.start, one.end) for one in names)
    for one in _PEOPLES.finditer(view, low, high):
        if not any(start < one.end() and one.start() < end for start, end in taken):
            yield Doer(one.start(), one.end(), one[0], None)
