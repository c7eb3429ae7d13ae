"""Recognition of places: names of the gazetteer, weighed by what stands around them.

A hit begins with a score by the prominence of the most prominent place of that name. Locative words, a qualifier, a
dateline raise it; capitals beside it, a given name, the same word in lower case elsewhere lower it.
"""

from __future__ import annotations

import re

from factx.document.model import Document
from factx.gazetteer.store import Gazetteer, Place
from factx.names.fold import fold
from factx.names.model import Chain, Proposal, Word

_BASE = (30, 40, 46, 54, 62, 68, 72, 78, 80, 82)
"""Score by rank, from 0 to 9."""
THRESHOLD = 50
WIDEST = 5
"""Words that a place name can have."""
_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|into|of|outside|inside|around|across|toward|towards|through|throughout|between|via|reached|"
    r"leave|left|visit|visited|visiting|invaded|entered|within|off|over|for|against|and|or|downtown|northern|southern|eastern|"
    r"western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|"
    r"southwestern|upper|lower|mainland|rural|greater|war-torn|neighbouring|neighboring|nearby|capital|city of|town of|"
    r"village of|province of|state of|region of|district of|port of|island of|capital of|on)(?: the)? \Z",
    re.IGNORECASE,
)
_WEAK = frozenset(("and", "or", "for", "on", "against", "of", "to"))
"""Words before a name that speak for a place only a little."""
_AFTER = re.compile(
    r" (?:province|city|town|village|district|region|governorate|county|state|municipality|area|camp|airport|border"
    r"|suburb|neighbou?rhood|peninsula|valley|river|island|prefecture|department|oblast|territory|coast|airfield|airbase"
    r"|port|hospital|residents?|mayor|police|prison|crossing)\b",
)
_DATELINE = re.compile(r"(?:, [\w. ]+)? ?(?:\(|-|\u2014)")
_ACTS = re.compile(
    r"(?:,)? (?:said|says|insists?|insisted|warned|warns|accused?s?|denie[sd]|agreed?s?|wants?|wanted|rejects?|rejected"
    r"|condemn(?:s|ed)|urge[sd]?|called|announced?s?|refuse[sd]?|vow(?:s|ed)|demand(?:s|ed)|hopes?|hoped|signed|voted|recogni[sz]e[sd]?|supports?"
    r"|supported|backs?|backed|blame[sd]?|fears?|seeks?|sought|sent|imposed|pledged|claims?|claimed|continues? to"
    r"|has (?:said|accused|called|agreed|rejected|denied|warned|urged|vowed))\b"
)
_GENERIC = frozenset(
    [
        "county",
        "province",
        "district",
        "city",
        "island",
        "islands",
        "river",
        "lake",
        "valley",
        "state",
        "region",
        "municipality",
        "governorate",
        "township",
        "parish",
        "bay",
        "beach",
        "creek",
        "heights",
        "village",
        "town",
        "mountain",
        "mountains",
        "desert",
        "peninsula",
        "prefecture",
        "oblast",
        "sea",
        "ocean",
        "gulf",
        "strait",
        "canyon",
        "harbor",
        "harbour",
        "camp",
        "bridge",
        "airport",
        "forest",
    ]
)


class PlaceFinder:
    """Finds places with a gazetteer and lists of words (all folded); made once, applied to any number of documents."""

    def __init__(
        self, gazetteer: Gazetteer, demonyms: frozenset[str], given: frozenset[str], never: frozenset[str],
        abbreviations: frozenset[str],
    ) -> None:  # fmt: skip
        self.gazetteer = gazetteer
        self.demonyms = demonyms
        self.given = given
        self.never = never
        self.abbreviations = abbreviations
        """Abbreviations of states that need a place and a comma before them ("Mo.", "Calif.")."""

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All place readings of the chains of a document."""
        view = document.view
        lowered: dict[str, bool] = {}
        out: list[Proposal] = []
        sections = [sentence.section for sentence in document.sentences]
        for chain in chains:
            words = chain.words
            at = 0
            while at < len(words):
                found = self._longest(view, words, at)
                if found is None:
                    out.extend(self._joined(words[at]))
                    at += 1
                    continue
                last, places = found
                score = self._score(view, chain, at, last, places, sections[chain.sentence], lowered)
                if score >= THRESHOLD:
                    end = words[last].end
                    if view[end : end + 1] == "." and fold(view[words[at].start : end]) in self.abbreviations:
                        end += 1
                    out.append(_proposal(view, words[at].start, end, score))
                at = last + 1 if score >= THRESHOLD else at + 1
        return out

    def _joined(self, word: Word) -> list[Proposal]:
        """The well-known places that a hyphen joins: "Russia-Turkey ties"."""
        parts = word.text.split("-")
        if len(parts) != 2:
            return []
        out: list[Proposal] = []
        at = word.start
        for part in parts:
            found = self.gazetteer.lookup(fold(part))
            if found and found[0].rank >= 6 and len(part) > 3:
                out.append(Proposal("place", at, at + len(part), 70, {"acts": False}, "place.gazetteer"))
            at += len(part) + 1
        return out

    def _longest(self, view: str, words: list[Word], at: int) -> tuple[int, tuple[Place, ...]] | None:
        """The last word of the longest name of the gazetteer that begins with a word, and its places."""
        first = words[at]
        if first.fold in self.never and at + 1 == len(words):
            return None
        for last in range(min(len(words), at + WIDEST) - 1, at - 1, -1):
            text = view[first.start : words[last].end]
            if ", " in text and last > at:
                continue
            key = fold(text)
            if key in self.gazetteer:
                if last == at and (key in self.never or self._demonym(key) or len(key) < 2):
                    continue
                if (
                    len(key) < 4
                    and not text.isupper()
                    and fold(text) in self.abbreviations
                    and not self._qualifies(view, first)
                ):
                    continue
                return last, self.gazetteer.lookup(key)
        return None

    def _demonym(self, key: str) -> bool:
        """Whether a word is a nationality, and no country's own name ("U.S." is both)."""
        return key in self.demonyms and self.gazetteer.lookup(key)[0].feature != "country"

    def _qualifies(self, view: str, word: Word) -> bool:
        return view[max(0, word.start - 2) : word.start] == ", " and view[word.end : word.end + 1] == "."

    def _score(
        self,
        view: str,
        chain: Chain,
        at: int,
        last: int,
        places: tuple[Place, ...],
        section: str,
        lowered: dict[str, bool],
    ) -> int:
        words = chain.words
        first, final = words[at], words[last]
        best = places[0]
        text = view[first.start : final.end]
        key = fold(text)
        score = _BASE[best.rank]
        if key in self.abbreviations and view[final.end : final.end + 1] == ".":
            return 92 if self._qualifies(view, first) else (40 if "." not in text else score + 8)
        if chain.plain:
            return score + 6 if best.rank >= 4 and len(key) > 3 else 0
        if not best.own and best.rank < 5:
            score -= 10
        if text.isupper() and len(text) <= 4 and best.rank < 8 and "." not in text:
            return 0
        before = view[max(0, first.start - 24) : first.start]
        after = view[final.end : final.end + 24]
        located = _BEFORE.search(before)
        if located:
            weak = located[0].split()[0].lower() in _WEAK and len(located[0].split()) == 1
            score += 4 if weak else 14
        if _AFTER.match(after):
            score += 10
        if after.startswith(", ") and last + 1 < len(words) and words[last + 1].start == final.end + 2:
            qualifier = self._longest(view, words, last + 1)
            if qualifier is not None and qualifier[1][0].rank >= 6:
                inside = any(one.country == qualifier[1][0].country for one in places)
                score += 24 if inside else 6
        if before.endswith(", ") and at > 0 and best.rank >= 6:
            score += 6
        if section == "dateline" or (
            text.isupper() and len(text) > 3 and re.match(r"(?:, [\w. ]+)? ?(?:\(|-|\u2014)", after)
        ):
            score += 30
        beside = (at > 0 and view[words[at - 1].end : first.start] == " " and words[at - 1].fold not in self.never) or (
            last + 1 < len(words)
            and view[final.end : words[last + 1].start] == " "
            and words[last + 1].fold not in self.never
        )
        if beside:
            score -= 16 if best.rank >= 8 else 26
        if at == last:
            if key in self.given:
                score -= 16 if best.rank < 8 else 6
            if best.rank < 7:
                if key not in lowered:
                    lowered[key] = f" {first.text.lower()} " in view
                if lowered[key]:
                    score -= 30
            if chain.first and at == 0 and best.rank < 4 and not located:
                score -= 8
        elif words[last].fold in _GENERIC:
            score += 16
        return score


def _proposal(view: str, start: int, end: int, score: int) -> Proposal:
    acts = _ACTS.match(view, end) is not None
    return Proposal("place", start, end, min(score, 98), {"acts": acts}, "place.gazetteer")
