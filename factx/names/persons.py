"""Persons: found so that their names are not taken for places or groups; a surname is theirs wherever it returns."""

from __future__ import annotations

import re

from factx.document.model import Document
from factx.names.model import Chain, Proposal, Word

_SAYING = ("said", "says", "told", "added", "who", "was", "is", "has", "had", "and", "of", "in", "at")
_SPEECH = (
    "said",
    "says",
    "told",
    "added",
    "asked",
    "argued",
    "warned",
    "insisted",
    "explained",
    "noted",
    "wrote",
    "recalled",
)


_BEFORE_SAINTS = frozenset(
    ("santa", "san", "saint", "st", "ste", "mount", "mt", "fort", "ft", "port", "los", "las", "new")
)
"""Words before a given name that make it a place's."""


_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_MONTHS = frozenset(
    (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    )
)  # fmt: skip
_AGED = re.compile(r", (?:an? )?\d\d?(?:-year-old|,)| \(\d\d?\)")
_AT = re.compile(r"\b(?:in|at|near|from|of|outside) \Z", re.IGNORECASE)


class PersonFinder:
    """Finds persons by title, given name, speech and repetition. All words are folded."""

    def __init__(
        self, titles: frozenset[str], given: frozenset[str], ambiguous: frozenset[str], leads: frozenset[str],
        heads: frozenset[str], surnames: frozenset[str], no_surnames: frozenset[str],
    ) -> None:  # fmt: skip
        self.titles = titles
        self.given = given
        self.ambiguous = ambiguous
        self.leads = leads
        self.heads = heads
        self.surnames = surnames
        """Head nouns of groups that persons are called by too."""
        self._last = frozenset(title.rsplit(" ", 1)[-1] for title in titles)
        self.no_surnames = no_surnames
        """Words after a given name that make it a place's: "County", "Police"."""

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All person readings of the chains of a document."""
        view = document.view
        out: list[Proposal] = []
        surnames: set[str] = set()
        singles: list[Word] = []
        for chain in chains:
            if chain.plain:
                continue
            for run in tight_runs(view, chain):
                if len(run) == 1 and run[0].fold not in self.given:
                    singles.append(run[0])
                    continue
                proposal = self._person(view, run)
                if proposal is not None:
                    out.append(proposal)
                    last = [word for word in run if word.start < proposal.end][-1]
                    surnames.add(last.fold)
                elif len(run) == 1:
                    singles.append(run[0])
        for word in singles:
            if word.fold in surnames and word.fold not in self.leads:
                out.append(Proposal("person", word.start, word.end, 76, {}, "person.surname"))
        return out

    def _person(self, view: str, run: list[Word]) -> Proposal | None:
        """The person that a run of words names, if it does: after its last title, or from its given name on."""
        if len(run) == 1:
            if run[0].fold in self.given and run[0].fold not in self.titles:
                after = view[run[0].end : run[0].end + 12].split()
                if after and after[0] in _SPEECH:
                    return Proposal("person", run[0].start, run[0].end, 60, {}, "person.given")
            return None
        title = self._title_end(run)
        if title:
            named = run[title:]
            headed = len(named) > 1 and named[-1].fold in self.heads and named[0].fold not in self.given
            apart = bool(named) and (named[0].fold in self.heads or named[0].fold in self.no_surnames)
            if named and not headed and not apart:  # the Justice Department is no judge
                return Proposal("person", named[0].start, named[-1].end, 95, {}, "person.title")
            return None
        headed = run[-1].fold in self.heads
        if headed and (len(run) > 2 or run[-1].fold not in self.surnames):
            return None  # "Robert Hale Foundation", "Lawrence Group", but Emily Post
        if run[0].fold == "al" and _AT.search(view[max(0, run[0].start - 9) : run[0].start]):
            return None  # "near Al Shaddadi"
        for at in range(len(run) - 1):
            word = run[at].fold
            if word in self.given and word not in self.ambiguous and len(run) - at <= 4:
                if run[at + 1].fold in self.no_surnames or not _BEFORE_SAINTS.isdisjoint(
                    one.fold for one in run[max(0, at - 1) : at + 1]
                ):
                    return None  # "Laurel County", "Santa Clara"
                return Proposal("person", run[at].start, run[-1].end, 84, {}, "person.given")
        if 2 <= len(run) <= 3 and not headed and not self._articled(view, run):
            if _AGED.match(view, run[-1].end):
                return Proposal("person", run[0].start, run[-1].end, 82, {}, "person.age")
            after = view[run[-1].end : run[-1].end + 12].lstrip(",").split()
            if after and after[0] in _SPEECH:
                return Proposal("person", run[0].start, run[-1].end, 70, {}, "person.speech")
        return None

    def _articled(self, view: str, run: list[Word]) -> bool:
        """Whether an article stands before a run, or its first word leads a name: no person's is told so."""
        return run[0].fold in self.leads or view[max(0, run[0].start - 4) : run[0].start].lower() == "the "

    def _title_end(self, run: list[Word]) -> int:
        for at in range(len(run) - 1, -1, -1):
            name = run[at].fold
            if name not in self._last:
                continue
            if name in self.titles:
                return at + 1
            for first in range(at - 1, max(at - 3, -1), -1):
                name = f"{run[first].fold} {name}"
                if name in self.titles:
                    return at + 1
        return 0


def tight_runs(view: str, chain: Chain) -> list[list[Word]]:
    """The stretches of a chain whose words stand side by side with nothing but a space between them.

    A date begins a stretch of its own, for it follows names as wires write them: "Kofi Annan Saturday met the king".
    """
    if len(chain.words) == 1:
        return [chain.words]
    runs: list[list[Word]] = []
    for word in chain.words:
        apart = word.fold in _WEEKDAYS or (word.fold in _MONTHS and view[word.end + 1 : word.end + 2].isdigit())
        if runs and not apart and view[runs[-1][-1].end : word.start] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
