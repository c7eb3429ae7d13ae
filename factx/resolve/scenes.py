"""Scenes: a sentence that holds counts, its clauses, and whether it goes on with what the one before it tells."""

from __future__ import annotations

import functools
import re

import msgspec

from factx.document.model import Sentence
from factx.facts import Mention
from factx.resolve.causes import RUINED, Causes, is_vague, named_causes

COUNTS = ("casualty", "troop_count")
BREAK = re.compile(
    r"[;:]|,? (?:while|but|although|though|whereas)\b| and (?=\w+ed (?:an?|the|its|their) )"
    r"|, and (?=\w+ (?:said|was|were|had|has|is|are)\b)"
    r"|(?:,| -+) (?:which|who|where|when|after|as|before|because(?! of)|since)\b"
    r"|\b(?:that|when|after|as|before|because(?! of)|where|which|who|whom|said|says|told) ",
    re.IGNORECASE,
)
"""Where one clause ends and another begins."""
OPENS = re.compile(r"[,\s-]*(?:that|which|when|after|as|in which|(where))\b", re.IGNORECASE)
"""What opens a clause that says what befell, or when and where."""
_APART = re.compile(
    r"\b(?:since (?!then)|so far|until now|to date|thus far|over the (?:past|last|years)|in the (?:past|last)"
    r"|th(?:is|ese) (?:week|month|year|season|decade)s?|last (?:week|month|year)|(?:previous|earlier) (?:year|month)s?"
    r"|separate(?:ly)?|elsewhere|in addition|meanwhile|neighbou?ring"
    r"|in (?:an)?other (?:incident|attack|development|raid)|overall|in total|annual(?:ly)?|every (?:year|month)"
    r"|nationwide|across the country|in all,|worldwide|monthly|yearly|same (?:day|week|month|period)|by comparison"
    r"|in contrast|similarly)\b",
    re.IGNORECASE,
)
"""In a sentence: that it has a time or a scope of its own, and goes on with none before it."""
_STRUCK = re.compile(
    r"\b(?:attack(?:ed|s|ing)|storm(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|opened fire|open fire|shot|fired"
    r"|bomb(?:ed|ing)|shell(?:ed|ing)|struck|stabbed|rammed|blew|hits?|landed|pounded|bombarded|slammed|ploughed"
    rf"|plowed|set (?:fire|ablaze)|burn(?:t|ed)|torched|{RUINED})\b"
)
"""In a sentence: that something befell someone there."""


_COMPARED = re.compile(
    r"\b(?:deadliest|bloodiest|worst|largest|biggest|heaviest|highest|most \w+|first)\b[^.;]{0,80}?\bsince\b"
    r"|\b(?:compared (?:with|to)|reminiscent of|recall(?:s|ed|ing))\b",
    re.IGNORECASE,
)
"""In a sentence: that what follows befell others at another time."""


class Scene(msgspec.Struct, frozen=True, dict=True):
    """A sentence that holds counts, with what stands in it and in the one before."""

    view: str
    sentence: Sentence
    inside: list[Mention]
    places: list[Mention]
    breaks: list[int]
    before: Sentence | None
    earlier: list[Mention]
    near: bool
    """Whether the sentence before is of the same paragraph."""
    causes: Causes

    @functools.cached_property
    def apart(self) -> bool:
        """Whether the sentence has a time or a scope of its own."""
        return _APART.search(self.view, self.sentence.start, self.sentence.end) is not None

    @functools.cached_property
    def told(self) -> list[Mention]:
        """What the sentence before mentions but to compare it with what it tells."""
        compared = _COMPARED.search(self.view, self.before.start, self.before.end) if self.before else None
        return [one for one in self.earlier if compared is None or one.start < compared.end()]

    @functools.cached_property
    def befell(self) -> bool:
        """Whether the sentence before tells of something that can have done harm."""
        if self.before is None:
            return False
        view, start, end = self.view, self.before.start, self.before.end
        return _STRUCK.search(view, start, end) is not None or any(
            not is_vague(view[low:high]) for low, high in named_causes(view, start, end, self.causes)
        )


def counted(count: Mention) -> tuple[int, int]:
    """The span of a count's number and of those whom it counts."""
    return count.captures.get("people") or count.captures.get("count") or (count.start, count.end)


def clause_of(count: Mention, breaks: list[int]) -> tuple[int, int]:
    """The span of the clause that a count stands in."""
    low = max((at for at in breaks if at <= count.start), default=0)
    high = min((at for at in breaks if at >= count.end), default=1 << 60)
    return low, high


def goes_on(scene: Scene, count: Mention) -> bool:
    """Whether a sentence can tell of what the one before it does: of casualties in the same paragraph, with no time or
    scope of its own."""
    if scene.before is None or count.kind != "casualty":
        return scene.before is not None
    return scene.near and not scene.apart
