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
    r"|, and (?=\w+ (?:said|was|were|had|has|is|are)\b|(?:in|on|last|earlier|later) )"
    r"|(?:,| -+) (?:which|who|where|when|after|as|before|because(?! of)|since)\b"
    r"|\b(?:that|when|after|as|before|because(?! of)|where|which|who|whom|said|says|told) ",
    re.IGNORECASE,
)
"""Where one clause ends and another begins."""
OPENS = re.compile(r"[,\s-]*(?:that|which|when|after|as|in which|(where))\b", re.IGNORECASE)
"""What opens a clause that says what befell, or when and where."""
SINCE_WHEN = re.compile(r"\bsince\b[^;]*\bwhen\b")
"""Between a count and what befell others when that began since which it has been reached."""
_SPAN = re.compile(
    r"\b(?:since (?!then)|so far|until now|to date|thus far|over the (?:past|last|years)"
    r"|in (?:the (?:past|last|first)|recent)"
    r"|th(?:is|ese) (?:week|month|year|season|decade)s?|last (?:week|month|year)|(?:previous|earlier) (?:year|month)s?"
    r"|in the (?:days|weeks|hours|months) (?:before|after|since|that followed)"
    r"|(?:days?|weeks?|months?) (?:earlier|before)"
    r"|annual(?:ly)?|every (?:year|month)|monthly|yearly|same (?:day|week|month|period))\b",
    re.IGNORECASE,
)
"""In a sentence: that it has a time of its own."""
_ELSEWHERE = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|in addition|meanwhile|neighbou?ring"
    r"|(?:in|during) (?:an)?other (?:\w+ )?(?:incident|attack|development|raid)|overall|in total"
    r"|nationwide|across the country|in all,|worldwide|by comparison|in contrast|similar(?:ly)?)\b",
    re.IGNORECASE,
)
"""In a sentence: that it has a scope of its own."""
_OTHERS = re.compile(
    r"\b(?:others?|another|more(?! than)|further|additional|also|on ?board|aboard|(?:a|the) (?:second|third|fourth))\b",
    re.IGNORECASE,
)
"""In a count: that it comes on top of others."""
_OF_THEM = re.compile(
    r"\b(?:the|those|them|these|their) ?(?:\w+ )?(?:dead|wounded|injured|victims?|casualties|bodies|missing|hurt"
    r"|survivors|killed|hostages|captives|detained|arrested|slain|deceased|fatalities|passengers)\b(?! of\b)",
    re.IGNORECASE,
)
"""In a count: that those whom it counts were told of before."""
_THE_TOLL = re.compile(r"\b(?:[Tt]he|[Ii]ts) (?:death |official |provisional |overall )?toll\b")
"""In a count: that it is of what was told before."""
_THE_EVENT = re.compile(r"\b(?:the|this|that) (?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
"""Before an event that was told of before."""
_QUOTE = re.compile(r"\s*(?:[\"\u201c\u2018]|'')")
_STRUCK = re.compile(
    r"\b(?:attack(?:ed|s|ing)|storm(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|opened fire|open fire|shot|fired"
    r"|bomb(?:ed|ing)|shell(?:ed|ing)|detonated|went off|struck|stabbed|rammed|blew|hits?|landed|pounded|bombarded"
    r"|slammed|ploughed|plowed|set (?:fire|ablaze)|burn(?:t|ed)|torched|(?:swept|washed|carried) away"
    r"|(?:swept|tore|ripped) through"
    r"|took place|happened|occurred|wag(?:ed|ing)|destroyed|devastated|flattened|levelled|leveled|razed|engulfed"
    r"|submerged|inundated|flooded|rocked|shook|jolted"
    rf"|{RUINED})\b"
)
"""In a sentence: that something befell someone there."""


_COMPARED = re.compile(
    r"\b(?:deadliest|bloodiest|worst|largest|biggest|heaviest|highest|most \w+|first)\b[^.;]{0,80}?\bsince\b"
    r"|\b(?:compared (?:with|to)|reminiscent of|recall(?:s|ed|ing)"
    r"|c[oa]mes? (?:just |only )?(?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|years?) after)\b",
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
    nearby: list[Mention]
    """The places that the sentences before name."""
    causes: Causes

    @functools.cached_property
    def elsewhere(self) -> bool:
        """Whether the sentence has a scope of its own."""
        return _ELSEWHERE.search(self.view, self.sentence.start, self.sentence.end) is not None

    @functools.cached_property
    def apart(self) -> bool:
        """Whether the sentence has a time or a scope of its own."""
        return self.elsewhere or has_span(self.view, self.sentence)

    @functools.cached_property
    def told(self) -> list[Mention]:
        """What the sentence before mentions but to compare it with what it tells."""
        compared = _COMPARED.search(self.view, self.before.start, self.before.end) if self.before else None
        return [one for one in self.earlier if compared is None or one.start < compared.end()]

    @functools.cached_property
    def befell(self) -> bool:
        """Whether the sentence before tells of something that can have done harm: in another paragraph by its verb."""
        if self.before is None:
            return False
        view, start, end = self.view, self.before.start, self.before.end
        if _STRUCK.search(view, start, end) is not None:
            return True
        return self.near and any(
            not is_vague(view[low:high]) for low, high in named_causes(view, start, end, self.causes)
        )


def has_span(view: str, sentence: Sentence) -> bool:
    """Whether a sentence tells of a time of its own, longer than an event."""
    return _SPAN.search(view, sentence.start, sentence.end) is not None


def counted(count: Mention) -> tuple[int, int]:
    """The span of a count's number and of those whom it counts."""
    return count.captures.get("people") or count.captures.get("count") or (count.start, count.end)


def clause_of(count: Mention, breaks: list[int]) -> tuple[int, int]:
    """The span of the clause that a count stands in."""
    low = max((at for at in breaks if at <= count.start), default=0)
    high = min((at for at in breaks if at >= count.end), default=1 << 60)
    return low, high


def goes_on(scene: Scene, count: Mention) -> bool:
    """Whether a sentence can tell of what the one before it does: of casualties in the same paragraph or in words that
    point back, with no time or scope of its own."""
    if scene.before is None or count.kind != "casualty":
        return scene.before is not None
    if scene.before.section != scene.sentence.section or scene.apart or _of_another(scene, count):
        return False
    return scene.near or points_back(scene, count) or _is_bare(scene, count)


def points_back(scene: Scene, count: Mention) -> bool:
    """Whether the words of a count are of harm told before: "two others", "of the dead", "hurt in the blast"; or of
    what the one before tells, where someone is quoted on it."""
    view, start = scene.view, scene.sentence.start
    low, high = max(start, count.start - len("among the ")), max(count.end, counted(count)[1])
    told = _OTHERS.search(view, count.start, high) or _OF_THEM.search(view, low, high)
    if told or _THE_TOLL.search(view, max(start, count.start - len("the death ")), high) or _QUOTE.match(view, start):
        return True
    event = count.captures.get("cause", (0, 0))[0]
    return event >= start and _THE_EVENT.search(view, max(start, event - 30), event) is not None


def is_of_before(scene: Scene, count: Mention) -> bool:
    """Whether what harmed those counted is what harmed those whom the sentence before tells of."""
    return points_back(scene, count) or _is_bare(scene, count)


def _of_another(scene: Scene, count: Mention) -> bool:
    """Whether the cause of a count is of another class than those of the sentence before: a flood is no bomb."""
    mine = scene.causes.of(count)
    theirs = {scene.causes.of(one) for one in scene.told if one.kind == "casualty"}
    return mine not in (None, "ground") and bool(theirs) and theirs.isdisjoint((mine, None, "ground"))


def _is_bare(scene: Scene, count: Mention) -> bool:
    """Whether a sentence names neither place nor day nor event, and another harm than the one before it tells."""
    told = {one.attributes.get("harm") for one in scene.told if one.kind == "casualty"}
    if any(_OTHERS.search(scene.view, one.start, one.end) for one in scene.told if one.kind == "casualty"):
        return False
    silent = not count.attributes.get("cause") and not any(one.kind in ("place", "date") for one in scene.inside)
    return bool(told) and silent and count.attributes.get("harm") not in told
