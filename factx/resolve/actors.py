"""Actors: the words for those who can do harm, and the side that they are likely to be of."""

from __future__ import annotations

import re

ARMED = ("armed_group", "pmc", "military", "police", "mission", "government", "other")
"""The types of group that can do harm."""
ONE = (
    "patrol|army|military|air force|navy|junta|coalition|militia|gang|mob|police|(?:suicide |car )?bomber|gunman|sniper"
)
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
OWNER = re.compile(rf"(?:'s?|-| (?:{_THEIR_DEEDS}|{_THEIRS})\b)")
"""After the name of an actor: that only something of theirs is named, or a deed."""
BOTH = re.compile(r"\bbetween (?:the )?(?:(?!\b(?:in|that|which)\b)[^,;]){0,50}\Z")
"""Before one of two parties, neither of whom is said to have done it alone."""
_SIDES = (
    re.compile(
        r"(?:attackers?|assailants?|militants?|rebels?|gunm[ae]n|insurgents?|fighters?|bombers?|guerrillas?|terrorists?"
        r"|jihadi?s?t?s?|extremists?|separatists?|bandits?|islamists?|raiders?|kidnappers?|pirates?|taliban"
        r"|maoists?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:soldiers?|troops|police\w*|officers?|army|military|forces?|peacekeepers?|marines?|servicem[ae]n|guards?"
        r"|commandos?|paratroop\w*|service members?|personnel|rangers?|infantry\w*|jets|warplanes)\b",
        re.IGNORECASE,
    ),
)
"""Those who do harm, by the side that they are likely to be of."""


def same_side(victims: str, doer: str) -> bool:
    """Whether those harmed are likely of the side of one who did harm."""
    ours, theirs = ({word.rstrip("s") for word in words.lower().split()} for words in (victims, doer))
    return bool(ours & theirs) or any(side.search(victims) and side.search(doer) for side in _SIDES)
