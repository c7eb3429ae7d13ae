"""Bare names: groups that neither a lexicon nor a head noun knows, by what stands beside them, or by a longer name.

Evidence anywhere in a document holds for the name wherever it returns: who "said in a statement" once is a group.
"""

from __future__ import annotations

import re
from collections.abc import Set

from factx.gazetteer.store import Gazetteer
from factx.names.evidence import Evidence
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.lists import ListReader
from factx.names.model import Chain, Proposal, Word
from factx.names.runs import RunFinder, linked, name_of
from factx.names.shortened import Shortener
from factx.names.words import GroupWords

_STATE = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
SIGNS = frozenset(("known as", "called", "dubbed", "nicknamed"))
"""What a document has that says what a group is called besides."""
SCORE = 57
"""Of a bare name: more than a place that nothing speaks for, less than a person seen before."""
SURE = 75
"""Of one whose type is told: more than a town that nothing speaks for."""


class BareFinder:
    """Finds bare names; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.runs = RunFinder(index, words, gazetteer)
        self.evidence = Evidence(index, words, gazetteer)
        self.lists = ListReader(self.runs, self.evidence)
        self.shortener = Shortener(index, words, gazetteer)

    def propose(self, view: str, chains: list[Chain], found: list[Proposal], signs: Set[str]) -> list[Proposal]:
        """Readings of the names that have evidence, given the readings found before and the signs of the text."""
        runs = [run for chain in chains if not chain.plain for run in self.runs.find(view, chain)]
        names = [name_of(view, run) for run, _ in runs]
        inside = {name for name, (_, first) in zip(names, runs, strict=True) if not first}
        licensed = self.shortener.shortened(view, found, inside)
        if not SIGNS.isdisjoint(signs):
            self.shortener.called(view, found, runs, licensed)
        spans = {(one.start, one.end) for one in found}
        surnames = {
            run[-1].fold
            for run, _ in runs
            if 1 < len(run) < 4 and (run[0].start, run[-1].end) not in spans and not linked(view, run)
        }  # "Lockyer" after "Bill Lockyer"
        evidence = self.evidence
        may_name = self.runs.may_name
        for name, (run, first) in zip(names, runs, strict=True):
            if name not in licensed and name not in surnames and may_name(run, name):
                told = evidence.explained(view, run[-1].end)
                type_ = told or evidence.formed(view, run, first)
                if not type_ and (not first or len(run) > 1 or name in inside or evidence.trades(view, run[0])):
                    type_ = evidence.beside(view, run)
                    if run[0].text[0].islower() and type_ != "media":
                        continue  # "al-Masri" is a person as often
                if type_ and (len(run) > 1 or f" {run[0].text.lower()}" not in view):
                    licensed[name] = {"type": type_, "told": bool(told)}
        self.lists.read(view, names, runs, found, licensed)
        out: list[Proposal] = []
        if licensed:
            for name, (run, _) in zip(names, runs, strict=True):
                attributes = licensed.get(name)
                if attributes is not None and not self._town(view, run, name):
                    attributes = dict(attributes)
                    sure = attributes.pop("told", False) or attributes["type"] != "other" or linked(view, run)
                    score, end = SURE if sure else SCORE, run[-1].end
                    if "owned" in attributes:  # "Bodger's", of "Bodger's Inc."
                        if not view.startswith("'s", end):
                            continue
                        attributes, end = {key: attributes[key] for key in ("type", "full")}, end + 2
                    out.append(Proposal("group", run[0].start, end, score, attributes, "group.context"))
        return out

    def _town(self, view: str, run: list[Word], name: str) -> bool:
        """Whether a name that a group and a town bear is the town's here: "Lakewood, Ohio" beside Lakewood Corp."""
        after = _STATE.match(view, run[-1].end)
        if after is None or name not in self.gazetteer:
            return False
        return any(one.feature in ("region", "country") for one in self.gazetteer.lookup(fold(after[1])))
