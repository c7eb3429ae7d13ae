"""Recognition of places: names of the gazetteer, weighed by what stands around them and by what else the text names.

lookup.py    the longest name of the gazetteer that begins with a word
score.py     how readily it is a place where it stands, by the words of cues.py beside it
unlisted.py  what the gazetteer lacks, by the words that say that it is a place
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Set

import msgspec

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import Place
from factx.names.fold import fold
from factx.names.model import Chain, Proposal, Word
from factx.places.lookup import PlaceNames
from factx.places.score import Scorer
from factx.places.unlisted import Unlisted

THRESHOLD = 50
SURE = 64
"""Scores from which a name is taken for a place, and from which it speaks for others."""
_NO_PERSON = 78
"""The score of a place that shares its name with a person of the document."""
_CERTAIN = 84
"""The score from which a name of several words is a place's wherever it stands."""
_OFTEN, _WELL_KNOWN = 3, 6
_TOWN = 3
"""The rank from which a town may be in the name of a body that all know."""
_IN_LIST, _LED = 8, 6
"""What a name gains in a list with one that is sure; and with one before it that words like "in" say to be a place."""
_LIST = frozenset((", ", " and ", ", and ", " or ", ", or ", " to "))
_ENGLISH = frozenset(("", "US", "GB", "CA", "AU", "NZ", "IE"))
"""Countries whose towns are surnames in all the world's news, so that the country alone says little for them."""
_PLURAL = {" counties": " county", " states": " state", " provinces": " province", " districts": " district"}
"""What stands after a list of areas, and after the name of one of them."""
_AREAS = re.compile(
    r"(?: \([\d,.]+\))?(?:(?:,| and| or)[^.;:()]{0,120}?(?:\([\d,.]+\)[^.;:()]{0,40}?){0,8})?"
    r"(?P<plural> (?:counties|states|provinces|districts))\b"
)
_OF_TOWNS = frozenset(("police", "government", "ngo", "other", "military", "company"))
"""Types of groups whose names may begin with their town's."""
_GOES_ON = re.compile(r" [A-Z]")
_COUNTY = (" county", " parish")
_PARTY = re.compile(r"(?:D|R|I|DFL|GOP)-(?=[A-Z])")
_NAMES = re.compile(r"[A-Z][\w.]*(?:['-][A-Z]?[a-rt-z][\w]*)*")
_ACTS = re.compile(
    r"(?:,)? (?:said|says|insists?|insisted|warned|warns|accused?s?|denie[sd]|agreed?s?|wants?|wanted|rejects?|rejected"
    r"|condemn(?:s|ed)|urge[sd]?|called|announced?s?|refuse[sd]?|vow(?:s|ed)|demand(?:s|ed)|hopes?|hoped|signed|voted|recogni[sz]e[sd]?|supports?"
    r"|supported|backs?|backed|blame[sd]?|fears?|seeks?|sought|sent|imposed|pledged|claims?|claimed|continues? to"
    r"|has (?:said|accused|called|agreed|rejected|denied|warned|urged|vowed))\b"
)


class PlaceFinder:
    """Finds places with a gazetteer and lists of words (all folded); made once, applied to any number of documents."""

    def __init__(self, names: PlaceNames) -> None:
        self.names = names
        self.gazetteer = names.gazetteer
        self.unlisted = Unlisted(names)

    def propose(self, document: Document, chains: list[Chain], persons: Set[str] = frozenset()) -> list[Proposal]:
        """All place readings of the chains of a document, in which persons of some surnames (folded) are named.

        What is sure by itself is settled first; then what is doubtful, by what is sure: the same name again, another
        place of the same region, a place in a list of places.
        """
        view = document.view
        scorer = Scorer(self.names, document)
        areas = any(plural in view for plural in _PLURAL)
        hits: list[_Hit] = []
        for chain in chains:
            words = chain.words
            at = 0
            while at < len(words):
                if not areas and "-" not in words[at].text and self.names.barren(words[at], at + 1 == len(words)):
                    at += 1
                    continue
                hit = self._hit(scorer, chain, at, areas)
                if hit is not None:
                    hits.append(hit)
                at = hit.last + 1 if hit is not None and hit.score >= THRESHOLD else at + 1
        home, sure = self._home(hits)
        lands = {one.country for hit in hits if hit.score >= SURE for one in hit.places[:1] if one.rank >= 6} - _ENGLISH
        certain = {hit.key for hit in hits if hit.score >= _CERTAIN and " " in hit.key}
        surnames = persons | {hit.key for hit in hits if hit.named}
        surnames -= {hit.key for hit in hits if hit.spoken and hit.score >= SURE and view[hit.end : hit.end + 1] != "'"}
        runs = _runs(view, hits, sure)
        doubtful = _doubtful(view, hits) - sure
        out: list[Proposal] = []
        after = -1
        for number, hit in enumerate(hits):
            if hit.start < after:
                continue
            score = hit.score
            if score > 0 and hit.key in certain:
                score = max(score, _CERTAIN)
            if score > 0 and hit.key in surnames and hit.places[0].rank < 7:
                score -= 20
            elif hit.key in doubtful:
                score -= 12
            elif 0 < score < SURE:
                if hit.key in sure:
                    score += 20
                elif any((one.country, one.admin1) in home for one in hit.places if one.own):
                    score += 12
                elif hit.alone and any(one.country in lands for one in hit.places if one.own):
                    score += 8
                if number in runs:
                    score += runs[number]
            if hit.spoken and SURE <= score < _NO_PERSON and hit.key in persons - surnames:
                score = _NO_PERSON
            if score >= THRESHOLD:
                out.append(_proposal(view, hit.start, hit.end, score, hit.key))
                after = hit.end
        for one, other in itertools.pairwise(reversed(out)):  # "Moscow and Bamako insist": both act
            if one.attributes["acts"] and view[other.end : one.start] in _LIST:
                other.attributes["acts"] = True
        written = [chain for chain in chains if not chain.plain]
        for chain in written:
            for word in chain.words:
                if "-" in word.text:
                    out.extend(self._joined(word, sure))
        out.extend(self.unlisted.find(document, written, out))
        return out

    def _hit(self, scorer: Scorer, chain: Chain, at: int, areas: bool) -> _Hit | None:
        """The name of the gazetteer that begins with a word, and its score."""
        view, words = scorer.view, chain.words
        party = _PARTY.match(words[at].text) if "-" in words[at].text else None
        if party:  # "Senator Smith, D-Elbow Lake"
            first = words[at]
            text = first.text[party.end() :]
            words = [*words[:at], Word(first.start + party.end(), first.end, text, fold(text)), *words[at + 1 :]]
        listed = self._area(view, words, at) if areas else None
        if listed is not None:
            return listed
        state = party is not None and words[at].fold in self.names.abbreviations  # "D-Fla."
        found = (
            (at, self.gazetteer.lookup(words[at].fold), words[at].fold)
            if state
            else self.names.longest(view, words, at)
        )
        if found is None:
            return None
        last, places, key = found
        start, end = words[at].start, words[last].end
        named = False
        if party:
            score = 85
        else:
            score = scorer.score(chain, at, last, places, key)
            named = (
                at == last
                and at > 0
                and view[words[at - 1].end : start] == " "
                and self.names.may_be_given(words[at - 1])
            )
        if (
            view[end : end + 1] == "."
            and key in self.names.abbreviations
            and not (last == at and end - start == 2 and view[start:end].isupper())
        ):
            end += 1
        town = self.names.town(view, key, end)
        if town != key:
            key, places = town, self.gazetteer.lookup(town)
        if key.startswith("st ") and view.startswith("'s", end) and f"{key}s" in self.gazetteer:  # "in St. John's"
            key, end = f"{key}s", end + 2
            places = self.gazetteer.lookup(key)
        alone = not named and _GOES_ON.match(view, end) is None
        return _Hit(start, end, last, score, key, places, named, scorer.spoken or bool(party), alone)

    def _area(self, view: str, words: list[Word], at: int) -> _Hit | None:
        """An area in a list of areas: "Clay, Swift and Grant counties", "Kaduna and Niger states"."""
        for last in range(min(len(words), at + 3) - 1, at - 1, -1):
            end = words[last].end
            listed = _AREAS.match(view, end)
            if listed:
                key = fold(view[words[at].start : end]) + _PLURAL[listed["plural"]]
                if key in self.gazetteer:
                    return _Hit(words[at].start, end, last, 84, key, self.gazetteer.lookup(key))
        return None

    def _home(self, hits: list[_Hit]) -> tuple[set[tuple[str, str]], set[str]]:
        """The regions that a document is about, and the names that are sure in it.

        It is about one where a place of one region only is, or a state that it names, or that most of its towns share.
        """
        home: set[tuple[str, str]] = set()
        sure: dict[str, tuple[Place, ...]] = {hit.key: hit.places for hit in hits if hit.score >= SURE}
        shared: Counter[tuple[str, str]] = Counter()
        towns = 0
        for places in sure.values():
            own = [one for one in places if one.own]
            if any(one.feature == "capital" and one.rank >= 7 for one in own):
                continue  # Washington is a state's too
            if own and (len(own) == 1 or (own[0].rank >= 7 and own[0].feature == "region")):
                home.add((own[0].country, own[0].admin1))
            elif own and own[0].rank < 6:
                towns += 1
                shared.update({(one.country, one.admin1) for one in own})
        most = max(shared.values(), default=0)
        common = [region for region, count in shared.items() if count == most]
        if most >= 2 and 2 * most > towns and len(common) == 1:
            home.add(common[0])
        return {one for one in home if one[1]}, set(sure)

    def _joined(self, word: Word, sure: set[str]) -> list[Proposal]:
        """The well-known places that a hyphen joins ("Russia-Turkey ties"); towns, where one is known elsewhere."""
        parts = word.text.split("-")
        if len(parts) != 2:
            return []
        known = any(fold(part) in sure for part in parts)
        out: list[Proposal] = []
        at = word.start
        for part in parts:
            key = fold(part)
            found = self.gazetteer.lookup(key) if len(part) > 3 else ()
            town = known and bool(found) and found[0].own and key not in self.names.never
            if found and (town or found[0].rank >= 6) and not self.names.demonym(key):
                out.append(_proposal("", at, at + len(part), 70, key))
            at += len(part) + 1
        return out

    def within(self, view: str, group: Mention, known: set[str]) -> Mention | None:
        """The town that a local body's name begins with: "Decatur Police Department", or that a university is of.

        Of other bodies (schools, clubs) it is one where the document names the town by itself too: `known`.
        """
        type_ = group.attributes.get("type")
        start = group.start
        if type_ not in _OF_TOWNS and not view.startswith(("University of ", "UNIVERSITY OF "), start):
            return None
        folded = fold(view[start : group.end]).split()
        sure = type_ in ("police", "government", "ngo") and not self.names.words.body.isdisjoint(folded)
        if folded[:2] == ["university", "of"]:
            start += len("University of ")
            sure = True
        elif not sure and type_ == "police":
            return None
        first = _NAMES.match(view, start, group.end)
        if first is None or self.names.barren(Word(start, first.end(), first[0], fold(first[0]))):
            return None
        words = [Word(*one.span(), one[0], fold(one[0])) for one in _NAMES.finditer(view, start, group.end)]
        found = self.names.longest(view, words, 0)
        if found is None or (start == group.start and words[found[0]].end >= group.end):
            return None
        last, places, key = found
        end = words[last].end
        town = self.names.town(view, key, end)
        if town != key:
            key, places = town, self.gazetteer.lookup(town)
        local = any(one.feature in ("city", "county", "capital", "region") and one.own for one in places)
        if not local or places[0].feature in ("continent", "area") or self.names.demonym(key):
            return None
        sure = sure or (key.endswith(_COUNTY) and type_ != "media")
        if type_ == "company" and not sure and places[0].rank >= _WELL_KNOWN:
            return None
        if group.rule == "group.lexicon" and places[0].rank < _TOWN:
            return None  # "the Home Office"
        state = any(one.rank >= 7 and one.feature == "region" for one in places)
        if (places[0].feature == "country" and not (state and key in known)) or not (sure or key in known):
            return None
        return Mention("place", start, end, {"acts": False, "key": key}, "place.body")


class _Hit(msgspec.Struct):
    """A name of the gazetteer in a text: its span, its last word, score, key and places."""

    start: int
    end: int
    last: int
    score: int
    key: str
    places: tuple[Place, ...]
    named: bool = False
    """Whether it stands where a surname does, after another word in capitals."""
    spoken: bool = True
    """Whether something beside it says that it is a place."""
    alone: bool = True
    """Whether no other word in capitals stands beside it."""


def _doubtful(view: str, hits: list[_Hit]) -> set[str]:
    """The words that return often and that hardly ever something beside them takes for a place's: surnames, brands."""
    often = Counter(hit.key for hit in hits if " " not in hit.key and hit.places[0].rank < _WELL_KNOWN)
    if all(count < _OFTEN for count in often.values()):
        return set()
    spoken = Counter(hit.key for hit in hits if hit.spoken)
    for one, other in itertools.pairwise(hits):
        if view[one.end : other.start] in _LIST:
            spoken[one.key] += not one.spoken
            spoken[other.key] += not other.spoken
    return {key for key, count in often.items() if count >= _OFTEN and 3 * spoken[key] < count}


def _runs(view: str, hits: list[_Hit], sure: set[str]) -> dict[int, int]:
    """What the names of lists gain in which one is sure, or before which something says that places follow."""
    out: dict[int, int] = {}
    run: list[int] = []
    for number, hit in enumerate([*hits, None]):
        if run and (hit is None or view[hits[run[-1]].end : hit.start] not in _LIST):
            if len(run) > 1:
                known = any(hits[one].key in sure for one in run)
                led = any(hits[one].spoken and hits[one].score >= THRESHOLD for one in run[:-1])
                out.update(dict.fromkeys(run, _IN_LIST * known + _LED * led))
            run = []
        run.append(number)
    return out


def _proposal(view: str, start: int, end: int, score: int, key: str) -> Proposal:
    acts = bool(view) and _ACTS.match(view, end) is not None
    return Proposal("place", start, end, min(score, 98), {"acts": acts, "key": key}, "place.gazetteer")
