"""Lists: what stands in one with known groups is a group too."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import msgspec

from factx.names.evidence import THE, Evidence
from factx.names.model import Proposal, Word
from factx.names.runs import RunFinder, linked, name_of

_NOUNLESS = re.compile(r"[.,;:)]|\Z| (?:and|or|said|have|were|are|had)\b")
"""What stands after a name in a list, where no noun does that it only describes: "the UN and the Assad regime"."""
_WITHIN = re.compile(r"\b(?:in|at|near) \Z")
"""What stands before a place, whoever shares its sentence."""
_FOLK = re.compile(r" (?:brothers|sisters|family|twins|heirs|couple|clan|dynasty)\b")
_LISTED = ("media", "party", "ngo", "armed_group")
"""Types of which two in a list tell what the others are."""
_LINKS = (", ", "and ", " or ", "the ")
"""What ends what stands before one of a list."""
_LINKS_END = frozenset(link[-2:] for link in _LINKS)
_AFTER = (", ", " and", " or ")
_AFTER_BEGINS = frozenset(after[:2] for after in _AFTER)
_AMONG = frozenset((", ", " and ", " or ", ", and ", ", or ", " and the ", ", the ", ", and the "))


class _Item(msgspec.Struct, frozen=True):
    """A member of a list: its span, its words where it is unknown, its type where that is known."""

    start: int
    end: int
    run: list[Word]
    type: Any


class ListReader:
    """Reads lists of names; made once."""

    def __init__(self, runs: RunFinder, evidence: Evidence) -> None:
        self.runs = runs
        self.evidence = evidence

    def read(
        self,
        view: str,
        names: list[str],
        runs: list[tuple[list[Word], bool]],
        found: list[Proposal],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License what stands in one list with a known company, or two known groups: "Norwave and Boeing"."""
        known = {(one.start, one.end): one.attributes.get("type") for one in found if one.score >= 80}
        for name, (run, _) in zip(names, runs, strict=True) if licensed else ():
            attributes = licensed.get(name)
            if attributes is not None and attributes["type"] != "other":
                known.setdefault((run[0].start, run[-1].end), attributes["type"])
        if not known:
            return
        ends = {end for _, end in known}
        row: list[_Item] = []
        for item in (*_items(view, runs, known), _Item(-1, -1, [], None)):
            if row and view[row[-1].end : item.start] in _AMONG:
                row.append(item)
                continue
            if len(row) < 2:
                row = [item]
                continue
            if row[0].run and _WITHIN.search(view, max(0, row[0].start - 8), row[0].start):
                row.pop(0)  # "Norwave's plant in Lakewood and Toyota's"
            joined = any(view[one.end : other.start] != ", " for one, other in pairwise(row))
            if joined and len(row) > 1 and (len(row) > 2 or view[row[0].end] != ","):
                types = [one.type for one in row if one.type]
                alike = types and (
                    "company" in types or (len(set(types)) == 1 and types[0] in _LISTED and len(types) > 1)
                )
                for one in row if types else ():
                    owned = view.startswith("'s ", one.start - 3) and one.start - 3 in ends
                    if not one.run or one.type or owned or _FOLK.match(view, one.end):
                        continue  # "Norwave's Chat and ...", "Norwave and the Hale brothers"
                    if alike:
                        self._license(view, one.run, "company" if "company" in types else types[0], known, licensed)
                    elif (
                        THE.search(view, max(0, one.start - 12), one.start)
                        and _NOUNLESS.match(view, one.end)
                        and self.evidence.speaks(one.run)
                    ):
                        self._license(view, one.run, types[0] if len(set(types)) == 1 else "other", known, licensed)
            row = [item]

    def _license(
        self,
        view: str,
        run: list[Word],
        type_: str,
        known: dict[tuple[int, int], Any],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License a member of a list, unless it is known, long, or begins small: "al-Masri" is a person as often."""
        name = name_of(view, run)
        if view[run[0].start].islower() or (run[0].start, run[-1].end) in known or len(run) > 4:
            return
        if self.runs.may_name(run, name):
            licensed.setdefault(name, {"type": type_})


def _items(view: str, runs: list[tuple[list[Word], bool]], known: dict[tuple[int, int], Any]) -> list[_Item]:
    """Known groups and the runs beside them, in the order of the text; none overlaps another."""
    items = [_Item(start, end, [], type_) for (start, end), type_ in known.items()]
    for run, _ in runs:
        start, end = run[0].start, run[-1].end
        listed = (view[end : end + 2] in _AFTER_BEGINS and view.startswith(_AFTER, end)) or (
            view[max(0, start - 2) : start] in _LINKS_END and view.endswith(_LINKS, 0, start)
        )
        if listed and (start, end) not in known and not linked(view, run):
            items.append(_Item(start, end, run, None))
    items.sort(key=lambda one: (one.start, not one.type, -one.end))
    kept: list[_Item] = []
    for item in items:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
        elif item.type and not kept[-1].type:
            kept[-1] = item
    return kept
