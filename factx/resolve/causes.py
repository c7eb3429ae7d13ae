"""Causes: the events and weapons that a sentence tells, wherever in it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factx.facts import Mention

_WORD = re.compile(r"[\w'-]+")
_BEFORE = re.compile(r"([\w'-]+)[^\w'-]*\Z")
_LONGEST = 4
"""Words of the longest name of a cause."""
_NEAR = 40
"""Characters before a cause in which the words stand that say more of it."""
_VAGUE = re.compile(
    r"mines?|cold|heat|weather|(?:protest|demonstration|rall(?:y|ie)|incident|mortar|drone|grenade|warplane"
    r"|bomber|bullet"
    r"|execution|killing|murder|confrontation)s?|campaign|occupation|rifle|pistol|ak-47|explosives|artillery"
    r"|purge|storming"
    r"|operations?|disease|virus|beheading|slaughter|robbery|looting|hunger|blockade|collapse|fever|volcano|terrorism"
    r"|troubles|torture|repression|machetes|sniper|coup|crush|flu|plague|pandemic|coronavirus|shell|fighter jets"
    r"|(?:female )?suicide bombers?|helicopter gunships?|shelling of|vendetta|heart"
)
"""Causes whose words are often something else: nothing is made of them where no construction speaks."""
_BASE = re.compile(
    r"attack|raid|ambush|bomb|storm|shell|fire|strike|fight|clash|battle|blast|protest|riot|crash|murder"
)
_NO_CAUSE_AFTER = re.compile(
    r"to|will|would|could|can|may|might|must|should|not|they|we|he|she|i|who|n't|cannot|open(?:ed|s|ing)?|under"
    r"|return(?:ed|ing)|catching|caught|cease|previous|many|any|no|past|future|possible|against"
)
"""Words before which make of the word that follows a verb, a fire that was opened, or what is not told."""
_NO_CAUSE_BEFORE = re.compile(
    r"(?:station|service|minister|crime|criminal|veteran|memorial|zone|hero|helicopter|plane|jet|dog|truck|victim"
    r"|survivor"
    r"|suspect|alarm|game|reporter|prisoner|refugee|engine|fighter|warning|threat|cent(?:er|re)|shelter|room"
    r"|chief|expert"
    r"|official|correspondent|investigator)s?|heroes|department|brigade|ministry|tribunal|cabinet|police|force"
    r"|squad|wounded"
    r"|effort|dead|wounds?|injur(?:y|ies)|equipment|relief|season|clearance|disposal|removal|insurance|damage|risk"
    r"|monitoring|prevention"
)
"""Words after which make of a cause an attribute: the fire station, war crimes."""
_MODIFIERS = re.compile(
    r"(?<![\w'-])(?:(?!(?i:the|an?|this|that|these|those|of|in|on|at|by|with|from|for|to|and|or|but|as|his|her"
    r"|its|their|when"
    r"|during|since|were|was|is|are|has|have|had|another|other|separate|similar|first|second|more|also|such|into|near"
    r"|over|under|about|than|two|three|four|five|following|amid|against|between|while|before|which|who|where|killed"
    r"|died|after|alleged|recent|latest|next|same|each|every|any|no)\b|[a-z]+ed\b"
    r"|[\w-]+-(?:year|month|week|day|hour)\b)[A-Za-z][\w.'-]* ){1,2}\Z"
)
WRECKS = (
    r"(?:bus(?:es)?|minibus|coach|trucks?|lorry|cars?|vans?|vehicles?|jeeps?|trains?|trams?|boats?|dinghy|ferry|ships?"
    r"|vessel|canoe|barge|trawler|planes?|jets?|aircraft|airliner|helicopters?|buildings?|block|house|roof|wall|bridge"
    r"|dam|mine|tunnel|stand|scaffolding|crane|lift|elevator|tanker|boiler|factory|pipeline|volcano|taxi|motorcycle"
    r"|tractor)"
)
"""Things whose going to ruin kills people."""
RUINED = (
    r"(?:crashed|overturned|capsized|sank|sunk|collapsed|plunged|derailed|exploded|collided|flipped|caught fire|burst"
    r"|went down|fell|erupted|veered|skidded|caved in|gave way|came down|ran aground|rolled over|blew up)"
)
"""How they go to ruin."""
_WRECK = re.compile(
    r"\b(?:(?!(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Hh]er|when|after|as|and|in) )[\w.'-]+ ){0,2}" + rf"{WRECKS} {RUINED}\b"
)
"""A wreck told by a clause: "an army truck overturned"."""
_AND = re.compile(r",? and (?:(?:the|an?|heavy|deadly|subsequent|related|other|mass|[\w-]+al) )?|, ")
"""Between two causes of one harm: "floods and landslides"."""
_OF = re.compile(r" of (?:the )?[A-Z][\w-]+")
_BATTLES = frozenset({"battle", "massacre", "siege"})


class Cause(NamedTuple):
    """An event or a weapon that a text tells."""

    start: int
    end: int
    words: str
    head: str


def causes_told(view: str, low: int, high: int, causes: Mapping[str, str], names: Sequence[Mention]) -> Iterator[Cause]:
    """The causes told between two offsets, outside of the `names` there."""
    for start, end in named_causes(view, low, high, causes):
        name = " ".join(view[start:end].lower().split())
        before = _BEFORE.search(view, max(low, start - _NEAR), start)
        after = _WORD.search(view, end, min(high, end + _NEAR))
        left, right = before[1].lower() if before else "", after[0].lower() if after else ""
        if not (
            _VAGUE.fullmatch(name)
            or _NO_CAUSE_AFTER.fullmatch(left)
            or _NO_CAUSE_BEFORE.fullmatch(right)
            or _is_verb(name, left)
            or any(one.start <= start and end <= one.end for one in names)
        ):
            yield _cause(view, low, start, end, name.rpartition(" ")[2])
    for wreck in _WRECK.finditer(view, low, high):
        yield Cause(*wreck.span(), wreck[0], "wreck")


def joined_causes(view: str, low: int, high: int, span: tuple[int, int], causes: Mapping[str, str]) -> tuple[int, int]:
    """The span of a cause and of those that stand joined with it: "floods and landslides"."""
    start, end = span
    named = list(named_causes(view, low, high, causes))
    for begin, stop in named:
        if begin > end and _AND.fullmatch(view, end, begin):
            end = stop
    for begin, stop in reversed(named):
        if stop < start and _AND.fullmatch(view, stop, start):
            start = begin
    return start, end


def named_causes(view: str, low: int, high: int, causes: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The spans of the names of causes, the longest at each place."""
    words = list(_WORD.finditer(view, low, high))
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            if " ".join(view[start:end].lower().split()) in causes:
                yield start, end
                at += size
                break
        else:
            at += 1


def _is_verb(name: str, before: str) -> bool:
    """Whether it is what the plural before it does: "gunmen attack clinic"."""
    return _BASE.fullmatch(name) is not None and before.endswith(("s", "men", "police", "troops"))


def _cause(view: str, low: int, start: int, end: int, head: str) -> Cause:
    """A cause with up to two words that say more of it, or whose it was: "the battle of X"."""
    if head in _BATTLES and (named := _OF.match(view, end)):
        end = named.end()
    elif more := _MODIFIERS.search(view, max(low, start - _NEAR), start):
        start = more.start()
    return Cause(start, end, view[start:end], head)
