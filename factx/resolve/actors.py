"""Actors: the words for those who can do harm, as they stand in a text."""

from __future__ import annotations

import re

ARMED = ("armed_group", "pmc", "military", "police", "mission", "government", "other")
"""The types of group that can do harm."""
ONE = "army|military|air force|navy|junta|coalition|militia|gang|mob|police|(?:suicide |car )?bomber|gunman|sniper"
MANY = (
    "gunmen|militants|rebels|insurgents|soldiers|troops|policemen|officers|bandits|fighters|forces|attackers|assailants"
    "|jihadists|jihadis|militiamen|militias|guerrillas|herders|herdsmen|extremists|terrorists|raiders|pirates|kidnappers"
    "|gangs|paramilitaries|mercenaries|warplanes|jets|separatists|islamists|commandos|settlers|mutineers|(?:armed )?men"
    "|protesters|rioters|demonstrators|suicide bombers|bombers|paratroop(?:er)?s|marines|infantrymen|youths|villagers"
    "|tribesmen|snipers|planes|aircraft|helicopters|gunships|partisans|loyalists|irregulars|vigilantes|hijackers|captors"
)
_MODIFIER = (
    r"(?:[A-Z][\w'-]+|security|government|suspected|armed|masked|rebel|tribal|ethnic|police|special|riot|state|local|other"
    r"|opposition|paramilitary|pro-\w+|anti-\w+|\w+-(?:led|backed|linked|allied)|(?:islam|jihad|separat|national|loyal)ist)"
)
ACTOR = re.compile(rf"\b((?:{_MODIFIER} ){{0,3}}(?i:({ONE})|{MANY}))\b")
"""One who can do harm, or in group 2 a body that can."""
OWNED = re.compile(
    r"(?:'s?|-| (?:leaders?(?:hip)?|bases?|command(?:er)?s?|positions?|posts?|stations?|chiefs?|officials?|spokes\w+"
    r"|ministers?|president|strongholds?|camps?|convoys?|vehicles?|custody|patrols?|headquarters|hospitals?)\b)"
)
"""After the name of an actor: that only something of theirs is named."""
BOTH = re.compile(r"\bbetween (?:the )?(?:(?!\b(?:in|that|which)\b)[^,;]){0,50}\Z")
"""Before one of two parties, neither of whom is said to have done it alone."""
