"""Causes: the events and weapons that a sentence tells, wherever in it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.facts import Mention

_WORD = re.compile(r"[\w'-]+")
_LONGEST = 4
"""Words of the longest name of a cause."""
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
WRECKS = (
    r"(?:bus(?:es)?|minibus|coach|trucks?|lorry|cars?|vans?|vehicles?|jeeps?|trains?|trams?|boats?|dinghy|ferry|ships?"
    r"|vessel|canoe|barge|trawler|planes?|jets?|aircraft|airliner|helicopters?|buildings?|block|house|roof|wall|bridge"
    r"|dam|mine|tunnel|stand|scaffolding|crane|lift|elevator|tanker|boiler|factory|pipeline|volcano|taxi|motorcycle"
    r"|tractor|minivan|pick-?up|trailer|carriages?|bulldozer|rickshaw|scooter|raft|yacht|speedboat|catamaran|submarine"
    r"|lorries|ferries|balloon|cable car|trees?|boulders?|billboard|chimney|ceiling|balcony|staircase|grandstand"
    r"|minaret|walls|houses|huts)"
)
"""Things whose going to ruin kills people."""
RUINED = (
    r"(?:crashed|overturned|capsized|sank|sunk|collapsed|plunged|derailed|exploded|collided|flipped|caught fire|burst"
    r"|went down|fell|erupted|veered|skidded|caved in|gave way|came down|ran aground|rolled over|blew up|toppled)"
)
"""How they go to ruin."""
_AND = re.compile(r",? and (?:(?:the|an?|heavy|deadly|subsequent|related|other|mass|[\w-]+al) )?|, ")
"""Between two causes of one harm: "floods and landslides"."""


class Causes(dict[str, str]):
    """The class of each cause of harm by its name, in lower case: a roadside bomb is a bomb."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__(classes)
        self.opening = frozenset(_WORD.findall(name)[0] for name in classes)
        """The first words of names."""

    def of(self, count: Mention) -> str | None:
        """The class of the cause of a count, by as many of its last words as have one."""
        words = str(count.attributes.get("cause") or "").lower().split()
        return next((known for at in range(len(words)) if (known := self.get(" ".join(words[at:])))), None)


def is_vague(name: str) -> bool:
    """Whether the words of a cause are often something else, and need a construction that says otherwise."""
    return _VAGUE.fullmatch(name.lower()) is not None


def joined_causes(view: str, low: int, high: int, span: tuple[int, int], causes: Causes) -> tuple[int, int]:
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


def named_causes(view: str, low: int, high: int, causes: Causes) -> Iterator[tuple[int, int]]:
    """The spans of the names of causes, the longest at each place."""
    words = list(_WORD.finditer(view, low, high))
    end = low
    for at, word in enumerate(words):
        if word.start() < end or word[0].lower() not in causes.opening:
            continue
        for last in reversed(words[at : at + _LONGEST]):
            if " ".join(view[word.start() : last.end()].lower().split()) in causes:
                end = last.end()
                yield word.start(), end
                break
