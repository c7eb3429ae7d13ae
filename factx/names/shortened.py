"""Short names: what a group of a document is called without its head noun, and what it is known as besides."""

from __future__ import annotations

import re
from typing import Any

from factx.gazetteer.store import Gazetteer
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.model import Proposal, Word
from factx.names.runs import name_of
from factx.names.words import GroupWords

_ALIAS = re.compile(
    r"(?: \([^()]{1,40}\))?,? (?:which is |who are |is |are )?"
    r"(?:(?:also|better|commonly|widely|locally|popularly|often|sometimes) )*"
    r"(?:known|called|dubbed|nicknamed)(?: locally| simply| popularly)?(?: as| by)?(?: the)? \"?\Z"
)
"""What stands between a group's name and what it is called besides."""
_CALLED = ("known", "called", "dubbed", "nicknamed")
"""What it has within."""
_SURE = 75
"""The score from which a reading has a name of its own."""


class Shortener:
    """Finds short names; made once."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.gazetteer = gazetteer

    def shortened(self, view: str, found: list[Proposal], inside: set[str]) -> dict[str, dict[str, Any]]:
        """What names of companies, parties and the like are when they stand without their head noun.

        A company's first word alone needs to stand within a sentence (`inside`): where one begins, it may be any word.
        """
        licensed: dict[str, dict[str, Any]] = {}
        for one in found:
            if one.rule not in ("group.head", "group.lexicon") or "acronym" in one.attributes:
                continue
            full = fold(view[one.start : one.end])
            words = full.split()
            stem = list(words)
            while len(stem) > 1 and stem[-1] in self.words.parts["droppable"]:
                stem.pop()
            if one.rule == "group.head":
                attributes = {"type": one.attributes["type"], "full": full}
            else:
                attributes = {name: one.attributes[name] for name in ("type", "group_id", "known_as", "country")}
            if len(words) == 1 or (len(stem) == len(words) and one.attributes["type"] not in ("company", "media")):
                continue
            if words[-1] == "party" and f" {words[-2]}s" not in view:
                licensed.setdefault(f"{words[-2]}s", attributes)  # "Liberals" after "Liberal Party"
            names = {" ".join(stem)} if len(stem) < len(words) else set()
            if len(stem) == 1 and "full" in attributes and view.startswith("'s ", one.start + len(stem[0]) - 1):
                names = {stem[0][:-1]}
                attributes["owned"] = True
            if one.attributes["type"] in ("company", "media") and len(stem) > 1 and stem[0] in inside:
                names.add(stem[0])
            if one.attributes["type"] == "company" and len(stem) > 2 and words[-1] in self.words.parts["suffix"]:
                names.add(" ".join(stem[:2]))  # "Home Dietary" after "Home Dietary Services Inc."
            for name in names:
                if name not in licensed and self._distinct(view, name, attributes["type"]):
                    licensed[name] = attributes
        return licensed

    def called(
        self,
        view: str,
        found: list[Proposal],
        runs: list[tuple[list[Word], bool]],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License what a group is called by besides: "the Directorate for Lakes, known as the Herons"."""
        ends = {one.end: one for one in sorted(found, key=lambda one: -one.start) if one.score >= _SURE}
        for run, _ in runs:
            start = run[0].start
            before = view[max(0, start - 40) : start]
            if not any(map(before.__contains__, _CALLED)):
                continue
            match = _ALIAS.search(view, max(0, start - 40), start)
            long = ends.get(match.start()) if match is not None else None
            if long is None or "defined" in long.attributes:
                continue
            attributes = {key: long.attributes.get(key) for key in ("type", "group_id", "known_as", "country")}
            if not attributes["group_id"]:
                attributes = {"type": attributes["type"], "full": fold(view[long.start : long.end])}
            licensed.setdefault(name_of(view, run), attributes)

    def _distinct(self, view: str, name: str, type_: str) -> bool:
        """Whether a short name is no word, place, nation or person: it can only be short for its group.

        A company called by its founder's name may be: "Rogers" after "Rogers Communications Inc.".
        """
        if len(name) < 3 or name in self.index.forms or name in self.words.peoples or name in self.words.leads:
            return False
        if (
            (name in self.words.given and type_ != "company")
            or name in self.index.heads
            or name in self.words.stop
            or self.gazetteer.placed(name, 3)
        ):
            return False
        return " " in name or f" {name}" not in view
