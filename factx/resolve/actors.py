"""Actors: the words for those who can do harm, and the side that they are likely to be of.

The lexicon `actors` lists them; a name before one is part of what they are called ("Boko Haram fighters").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from factx.resolve.verbs import Lexicon

ARMED = ("armed_group", "pmc", "military", "police", "mission", "government", "other")
"""The types of group that can do harm."""
_NO_NAME = (
    r"(?!(?:On|In|At|By|For|From|To|After|Before|When|While|As|Since|Then|But|And|Last|This|Late|Early|Yesterday|Today"
    r"|Overnight|Meanwhile|Earlier|Later|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b)"
)
"""What begins with a capital before an actor and is no part of its name: "On Friday rebels"."""
_MODIFIER = (
    rf"(?:{_NO_NAME}[A-Z][\w'-]+|security|government|suspected|armed|masked|rebel|tribal|ethnic|police|special|riot|state"
    r"|local|other"
    r"|opposition|paramilitary|pro-\w+|anti-\w+|\w+-(?:led|backed|linked|allied|inspired|trained|supported|sponsored|affiliated|aligned)|(?:islam|jihad|separat|national"
    r"|loyal)ist)"
)
_DESCRIBED = (
    rf"(?:{_NO_NAME}[A-Z][\w'-]+ |(?i:[a-z]\w+ist|rebel|government|security|police|army|armed|female|teenage|special) )"
    r"{0,3}"
)
_THEIRS = (
    r"leaders?(?:hip)?|bases?|command(?:er)?s?|positions?|posts?|stations?|chiefs?|officials?|spokes\w+|ministers?"
    r"|president|strongholds?|camps?|convoys?|vehicles?|custody|patrols?|headquarters|hospitals?"
)
_THEIR_DEEDS = r"attacks?|raids?|bomb(?:ing)?s?|air(?: ?strikes?)?|strikes?|shelling|fire|offensive"
OWNER = re.compile(rf"(?:'s?|-| (?:{_THEIR_DEEDS}|{_THEIRS})\b)")
"""After the name of an actor: that only something of theirs is named, or a deed."""
BOTH = re.compile(r"\bbetween (?:the )?(?:(?!\b(?:in|that|which)\b)[^,;]){0,50}\Z")
"""Before one of two parties, neither of whom is said to have done it alone."""


class Actors:
    """The lexicon of those who can do harm as patterns, each made when it is first needed."""

    def __init__(self, entries: Lexicon) -> None:
        self._entries = entries

    @cached_property
    def actor(self) -> re.Pattern[str]:
        """One who can do harm, or in group 2 a body that can."""
        body, many = self._any(sort="body"), self._any(sort="many")
        return re.compile(rf"\b((?:{_MODIFIER} ){{0,3}}(?i:({body})|{many}))\b")

    @cached_property
    def deed(self) -> re.Pattern[str]:
        """One whom a deed makes one who acts."""
        return re.compile(rf"{_DESCRIBED}(?i:{self._any(sort='deed')})\b")

    @cached_property
    def civil(self) -> re.Pattern[str]:
        """One who acts only where the verb of whom it is the subject is the harm itself."""
        return re.compile(rf"{_DESCRIBED}(?:[a-z-]+ )?(?i:{self._any(sort='civil')})\b")

    @cached_property
    def _sides(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"\b{self._any(side=side)}\b", re.IGNORECASE) for side in ("rebel", "state"))

    def same_side(self, victims: str, doer: str) -> bool:
        """Whether those harmed are likely of the side of one who did harm."""
        ours, theirs = ({word.rstrip("s") for word in words.lower().split()} for words in (victims, doer))
        return bool(ours & theirs) or any(side.search(victims) and side.search(doer) for side in self._sides)

    def attacks(self, words: str) -> bool:
        """Whether words are for those who attack: rebels, gunmen."""
        return self._sides[0].search(words) is not None

    def _any(self, **cell: str) -> str:
        """A pattern for any form with a cell, the longest first."""
        ((name, value),) = cell.items()
        return _either(form for form, cells in self._entries.items() if cells[name] == value)


def _either(forms: Iterable[str]) -> str:
    return "(?:" + ("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)") + ")"
