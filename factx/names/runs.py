"""Runs: the stretches of words in capitals that may be bare names."""

from __future__ import annotations

from itertools import pairwise

from factx.gazetteer.store import Gazetteer
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.model import MODEL, Chain, Word
from factx.names.words import GroupWords

_JOINING = frozenset((" for ", " to the ", " against ", " without "))
BESIDE = frozenset((" ", " & "))
"""What stands between two words of one run."""


MAX_WORDS = 30_000
"""How many words of texts are remembered."""


class RunFinder:
    """Finds runs, and tells whether one may be a name; made once."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.gazetteer = gazetteer
        self._folk = words.parts["folk"]
        self._known: dict[str, bool] = {}
        """Whether words by themselves may."""
        self._begins = frozenset(cue.split()[0] for cue in words.after)

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: what was learnt from texts is not."""
        return vars(self) | {"_known": {}}

    def find(self, view: str, chain: Chain) -> list[tuple[list[Word], bool]]:
        """The stretches of a chain that may be bare names, each with whether it begins its sentence."""
        if len(chain.words) == 1:
            return [] if chain.words[0].fold in self.words.leads else [(chain.words, chain.first)]
        runs: list[tuple[list[Word], bool]] = []
        run: list[Word] = []
        first = chain.first
        given, titles, leads = self.words.given, self.words.titles, self.words.leads
        for word in chain.words:
            name = word.fold
            if run:
                if view[run[-1].end : word.start] not in BESIDE or (
                    name in given and run[-1].fold not in given and self._named(chain, word)
                ):
                    runs.append((run, first))  # "the Lakeside Butchers Robert Hale"
                    run, first = [], False
                elif name in titles:
                    if run[-1].fold not in leads:
                        runs.append((run, first))  # "Imperio Chairman Lee"
                    run, first = [], False
                    continue
            if run or not (
                name in leads
                or ((first or word.text.isupper()) and name in self.words.before)
                or (first and name in self._folk)
            ):
                run.append(word)
            else:
                first = False  # "Then Norwave", "Toymaker Norwave"
        if run:
            runs.append((run, first))
        if len(runs) < 2:
            return runs
        for (one, starts), (other, _) in pairwise(tuple(runs)):
            link = view[one[-1].end : other[0].start]
            if (link == " of " and self._heralded(view, other[-1].end)) or (
                link in _JOINING and not self.gazetteer.placed(name_of(view, other), 3)
            ):
                runs.append(([*one, *other], starts))  # "Brothers to the Rescue"
        return runs

    def _named(self, chain: Chain, word: Word) -> bool:
        """Whether a surname follows a given name."""
        after = next((one for one in chain.words if one.start == word.end + 1), None)
        return after is not None and after.fold not in self.index.heads and after.text[1:].islower()

    def _heralded(self, view: str, end: int) -> bool:
        """Whether the word after a name may begin a cue."""
        word = view[end : end + 24].split(" ", 2)[1:2] if view[end : end + 1] == " " else []
        return bool(word) and word[0].lower().rstrip(".,;:\"'") in self._begins

    def may_name(self, run: list[Word], name: str) -> bool:
        """Whether a run, whose folded name is given, may name a group: no person, town, people or model."""
        if len(run) > 1:
            return self._may_name(run, name)
        known = self._known.get(run[0].text)
        if known is None:
            if len(self._known) > MAX_WORDS:
                self._known.clear()
            known = self._known[run[0].text] = self._may_name(run, name)
        return known

    def _may_name(self, run: list[Word], name: str) -> bool:
        if name in self.index.forms or name in self.words.peoples or run[0].fold in self.words.titles or len(name) < 3:
            return False
        if name in self.words.stop or run[-1].text in self.words.stop or run[-1].fold in self.words.peoples:
            return False
        if MODEL.fullmatch(run[0].text) or run[0].fold in self.words.parts["numbered"]:
            return False
        if run[0].fold in self.words.given and run[0].text[1:].islower():
            return False
        if len(run) > 1 and run[-1].fold in self.words.parts["product"]:
            return False  # "BlackBerry Messenger"
        return not self.gazetteer.placed(name, 3)


def name_of(view: str, run: list[Word]) -> str:
    """The folded name that a run makes."""
    return run[0].fold if len(run) == 1 else fold(view[run[0].start : run[-1].end])


def linked(view: str, run: list[Word]) -> bool:
    """Whether a small word joins two words of a run: "Brothers to the Rescue"."""
    return len(run) > 1 and any(view[one.end : other.start] not in BESIDE for one, other in pairwise(run))
