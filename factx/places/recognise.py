"""Recognition of places: names of the gazetteer, weighed by what stands around them.

A hit begins with a score by the prominence of the most prominent place of that name. Locative words, a qualifier, a
dateline raise it; capitals beside it, a given name, the same word in lower case elsewhere lower it.
"""

from __future__ import annotations

import re

import msgspec

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import Gazetteer, Place
from factx.names.fold import fold
from factx.names.model import Chain, Proposal, Word
from factx.rules.model import Lexicon

_BASE = (30, 40, 46, 54, 62, 68, 72, 78, 80, 82)
"""Score by rank, from 0 to 9."""
THRESHOLD = 50
SURE = 64
"""Scores from which a name is taken for a place, and from which it speaks for others."""
WIDEST = 5
"""Words that a place name can have."""
_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|into|of|outside|inside|around|across|toward|towards|through|throughout|between|via|reached|"
    r"leave|left|visit|visited|visiting|invaded|entered|seized|captured|retook|recaptured|shelled|bombed|besieged|stormed|fled|within|off|over|for|against|and|or|downtown|northern|southern|eastern|"
    r"western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|"
    r"southwestern|upper|lower|mainland|rural|greater|war-torn|neighbouring|neighboring|nearby|capital|city of|town of|"
    r"village of|province of|state of|region of|district of|port of|island of|capital of|(?:north|south|east|west) of"
    r"|\d\d?, (?:both )?of|[A-Z][\w.]+ [A-Z][\w'-]+,? of|residents? of|on)(?: the)? \Z",
    re.IGNORECASE,
)
_WEAK = frozenset(("and", "or", "for", "on", "against", "of", "to"))
"""Words before a name that speak for a place only a little."""
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) \Z")
_AFTER = re.compile(
    r" (?:province|city|town|village|district|region|governorate|county|state|municipality|area|camp|airport|border"
    r"|suburb|neighbou?rhood|peninsula|valley|river|island|prefecture|department|oblast|territory|coast|airfield|airbase"
    r"|port|hospital|residents?|mayor|police|prison|crossing|m[ae]n|wom[ae]n|teens?|teenager|couple|native|driver|home"
    r"|apartment|officials|officers|firefighters|schools?|church|jail|council|courthouse|councillors?|hospitals|homes|students"
    r"|residence|limits|address|community|communities|campus|courts?|offices?|newspaper|workers|voters|children|plant)\b",
)
_OFFICE = re.compile(r" (?:Council|Manager|Hall|Mayor|Commission|Attorney|Clerk|Administrator|Planner|Police)")
_SAINT = re.compile(r"(?:St\.?|Saint) \w+'s [A-Z]")
"""What is called after a saint: "St. Michael's Hospital"."""
_NAMED_AFTER = re.compile(r"(?:Corporation|Farmers|Club) of \Z")
"""What stands before a country within another name: "Future Farmers of America"."""
_NEVER_AFTER = re.compile(r", \d\d?, |,? (?:[Aa]greements?|[Aa]ccords?|[Aa]mendment|[Pp]rotocol|[Cc]limate|targets)\b")
"""What stands after a person with an age, and after what was agreed upon in a place."""
_SPEAKS = re.compile(r" (?:said|says|told|added|asked|smiled|laughed|recalled|wrote)\b")
_DISH = re.compile(r" (?:sandwich|dinner|breast|bacon|burger|soup|meat|leg|farm|day|trot)", re.IGNORECASE)
_YEAR = re.compile(r"\d \Z")
_COMPOUND = re.compile(r"-(?!based|born|area|bound|bred|trained|educated|registered)[a-z]")
_LIST = frozenset((", ", " and ", ", and ", " or ", ", or ", " to "))
_COUNTIES = re.compile(r"[^.;:()]{0,120}?(?:,| and| or) [\w' .-]{2,30}? counties\b")
_PARTY = re.compile(r"(?:D|R|I|DFL|GOP)-(?=[A-Z])")
_STREET = re.compile(
    r" (?:\w+ )?(?:Streets?|Avenues?|Ave|Roads?|Rd|Drive|Boulevard|Blvd|Lane|Lanes|Terrace|Court|Parkway|Pike|Way)\b"
)
_DATELINE = re.compile(r"(?:, [\w. ]+)? ?(?:\(|-|\u2014)")
_ENDS = re.compile(r"\.|,? ?(?:\(|-|\u2014|,)")
_GOES_ON = re.compile(r"\. [a-z]")
_WORDS = frozenset(("me", "man", "o", "ut", "ia", "cal", "col"))
"""Abbreviations of states that are words when no comma is before them."""
_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "at", "az"))
"""Arabic articles, which some spellings of a name have and others have not."""
_DOTTED = {"L.A.": "los angeles"}
"""Abbreviations of cities that look like those of states."""
_NAMES = re.compile(r"[A-Z][\w.]*(?:['-][A-Z]?[a-rt-z][\w]*)*")
_ACTS = re.compile(
    r"(?:,)? (?:said|says|insists?|insisted|warned|warns|accused?s?|denie[sd]|agreed?s?|wants?|wanted|rejects?|rejected"
    r"|condemn(?:s|ed)|urge[sd]?|called|announced?s?|refuse[sd]?|vow(?:s|ed)|demand(?:s|ed)|hopes?|hoped|signed|voted|recogni[sz]e[sd]?|supports?"
    r"|supported|backs?|backed|blame[sd]?|fears?|seeks?|sought|sent|imposed|pledged|claims?|claimed|continues? to"
    r"|has (?:said|accused|called|agreed|rejected|denied|warned|urged|vowed))\b"
)


class PlaceWords(msgspec.Struct, frozen=True):
    """Words in and beside the names of places (folded), as `rules/place/place_words.tsv` has them."""

    last: frozenset[str]
    civic: frozenset[str]
    body: frozenset[str]
    before: frozenset[str]
    after_in: frozenset[str]
    last_feature: dict[str, str]
    first_feature: dict[str, str]

    @classmethod
    def read(cls, lexicon: Lexicon) -> PlaceWords:
        """The words of a lexicon by their roles."""
        rows = {fold(form): lexicon.entries[form.lower()] for form in lexicon.forms}

        def having(role: str) -> frozenset[str]:
            return frozenset(word for word, row in rows.items() if role in row.get("role", "").split(";"))

        def features(column: str) -> dict[str, str]:
            return {word: row[column] for word, row in rows.items() if column in row}

        return cls(
            having("last"), having("civic"), having("body"), having("before"), having("after_in"),
            features("last_feature"), features("first_feature"),
        )  # fmt: skip


class PlaceFinder:
    """Finds places with a gazetteer and lists of words (all folded); made once, applied to any number of documents."""

    def __init__(
        self, gazetteer: Gazetteer, demonyms: frozenset[str], given: frozenset[str], never: frozenset[str],
        abbreviations: frozenset[str], words: PlaceWords,
    ) -> None:  # fmt: skip
        self.gazetteer = gazetteer
        self.demonyms = demonyms
        self.given = given
        self.never = never
        self.abbreviations = abbreviations
        """Abbreviations of states that need a place and a comma before them ("Mo.", "Calif.")."""
        self.words = words

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All place readings of the chains of a document.

        What is sure by itself is settled first; then what is doubtful, by what is sure: the same name again, another
        place of the same region, a place in a list of places.
        """
        view = document.view
        lowered: dict[str, bool] = {}
        counties = " counties" in view
        hits: list[_Hit] = []
        sections = [sentence.section for sentence in document.sentences]
        for chain in chains:
            words = chain.words
            at = 0
            while at < len(words):
                hit = self._hit(view, chain, at, sections[chain.sentence], lowered, counties)
                if hit is not None:
                    hits.append(hit)
                at = hit.last + 1 if hit is not None and hit.score >= THRESHOLD else at + 1
        home, sure = self._home(hits)
        surnames = {hit.key for hit in hits if hit.named} - {hit.key for hit in hits if hit.score >= 80}
        runs = _runs(view, hits, sure)
        out: list[Proposal] = []
        after = -1
        for number, hit in enumerate(hits):
            if hit.start < after:
                continue
            score = hit.score
            if 0 < score < 80 and hit.key in surnames and hit.places[0].rank < 7:
                score -= 20
            elif 0 < score < SURE:
                if hit.key in sure:
                    score += 16
                elif any((one.country, one.admin1) in home for one in hit.places if one.own):
                    score += 12
                if number in runs:
                    score += 8
            if score >= THRESHOLD:
                out.append(_proposal(view, hit.start, hit.end, score, hit.key))
                after = hit.end
        for chain in chains:
            if not chain.plain:
                for word in chain.words:
                    if "-" in word.text:
                        out.extend(self._joined(word, sure))
                out.extend(self._unlisted(view, chain))
        return out

    def _hit(
        self, view: str, chain: Chain, at: int, section: str, lowered: dict[str, bool], counties: bool
    ) -> _Hit | None:  # fmt: skip
        """The name of the gazetteer that begins with a word, and its score."""
        words = chain.words
        party = _PARTY.match(words[at].text)
        if party:  # "Senator Smith, D-Elbow Lake"
            first = words[at]
            text = first.text[party.end() :]
            words = [*words[:at], Word(first.start + party.end(), first.end, text, fold(text)), *words[at + 1 :]]
        listed = self._county(view, words, at) if counties else None
        if listed is not None:
            return listed
        found = self._longest(view, words, at)
        if found is None:
            return None
        last, places, key = found
        start, end = words[at].start, words[last].end
        named = False
        if party:
            score = 85
        else:
            score = self._score(view, chain, at, last, places, key, section, lowered)
            named = at == last and at > 0 and view[words[at - 1].end : start] == " " and self._given(words[at - 1])
        if view[end : end + 1] == "." and key in self.abbreviations:
            end += 1
        town = self._town(view, key, end)
        if town != key:
            key, places = town, self.gazetteer.lookup(town)
        return _Hit(start, end, last, score, key, places, named)

    def _county(self, view: str, words: list[Word], at: int) -> _Hit | None:
        """A county in a list of counties: "Clay, Swift and Grant counties"."""
        for last in range(min(len(words), at + 3) - 1, at - 1, -1):
            end = words[last].end
            key = f"{fold(view[words[at].start : end])} county"
            if key in self.gazetteer and (view[end : end + 9] == " counties" or _COUNTIES.match(view, end)):
                return _Hit(words[at].start, end, last, 84, key, self.gazetteer.lookup(key))
        return None

    def _home(self, hits: list[_Hit]) -> tuple[set[tuple[str, str]], set[str]]:
        """The regions that a document is about, and the names that are sure in it."""
        home: set[tuple[str, str]] = set()
        sure: set[str] = set()
        for hit in hits:
            if hit.score >= SURE:
                sure.add(hit.key)
                own = [one for one in hit.places if one.own]
                if own and (len(own) == 1 or (own[0].rank >= 7 and own[0].feature == "region")):
                    home.add((own[0].country, own[0].admin1))
        return {one for one in home if one[1]}, sure

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
            town = known and bool(found) and found[0].own and key not in self.never
            if found and (town or found[0].rank >= 6) and not self._demonym(key):
                out.append(_proposal("", at, at + len(part), 70, key))
            at += len(part) + 1
        return out

    def _unlisted(self, view: str, chain: Chain) -> list[Proposal]:
        """Rivers, lakes, townships that the gazetteer does not have, by the word that says what they are."""
        out: list[Proposal] = []
        words = chain.words
        for at, word in enumerate(words):
            feature = self.words.last_feature.get(word.fold)
            if feature and at > 0 and view[words[at - 1].end : word.start] == " ":
                first = at - 1
                if first > 0 and view[words[first - 1].end : words[first].start] == " ":
                    first -= words[first - 1].fold not in self.never and not (chain.first and first == 1)
                start, end = words[first].start, word.end
            elif (
                word.fold in self.words.first_feature
                and at + 1 < len(words)
                and view[word.end : words[at + 1].start] == " "
            ):
                feature, first, start, end = self.words.first_feature[word.fold], at + 1, word.start, words[at + 1].end
            else:
                continue
            lead = words[first].fold
            if not feature or lead in self.never or self._demonym(lead) or fold(view[start:end]) in self.gazetteer:
                continue
            if _STREET.match(view, end) or not lead.isalpha():
                continue
            out.append(Proposal("place", start, end, 64, {"acts": False, "feature": feature}, "place.feature"))
        return out

    def within(self, view: str, group: Mention, known: set[str]) -> Mention | None:
        """The town that a local body's name begins with: "Decatur Police Department", or that a university is of.

        Of other bodies (schools, clubs) it is one where the document names the town by itself too: `known`.
        """
        type_ = group.attributes.get("type")
        folded = fold(view[group.start : group.end]).split()
        start = group.start
        sure = type_ in ("police", "government", "ngo") and not self.words.body.isdisjoint(folded)
        if folded[:2] == ["university", "of"]:
            start += len("University of ")
            sure = True
        elif not sure and type_ not in ("other", "ngo", "military", "government"):
            return None
        words = [
            Word(start + one.start(), start + one.end(), one[0], fold(one[0]))
            for one in _NAMES.finditer(view[start : group.end])
        ]
        if not words or words[0].start != start:
            return None
        found = self._longest(view, words, 0)
        if found is None or (start == group.start and words[found[0]].end >= group.end):
            return None
        last, places, key = found
        local = any(one.feature in ("city", "county", "capital", "region") and one.own for one in places)
        if not local or places[0].feature in ("continent", "area") or self._demonym(key):
            return None
        end = words[last].end
        key = self._town(view, key, end)
        state = any(one.rank >= 7 and one.feature == "region" for one in places)
        if (places[0].feature == "country" and not (state and key in known)) or not (sure or key in known):
            return None
        return Mention("place", start, end, {"acts": False, "key": key}, "place.body")

    def _town(self, view: str, key: str, end: int) -> str:
        """The name by which a town is looked up: Dublin for "City of Dublin", "Dublin City" before a council."""
        town = key.removeprefix("city of ").removesuffix(" city")
        sure = town in self.gazetteer and (key.startswith("city ") or _OFFICE.match(view, end) is not None)
        return town if sure else key

    def _longest(self, view: str, words: list[Word], at: int) -> tuple[int, tuple[Place, ...], str] | None:
        """The last word of the longest name of the gazetteer that begins with a word, its places and its key."""
        first = words[at]
        for last in range(min(len(words), at + WIDEST) - 1, at - 1, -1):
            text = view[first.start : words[last].end]
            if ", " in text and last > at and words[last].fold != "dc":
                continue  # a place and its qualifier, but for Washington, D.C.
            key = _DOTTED.get(text) or fold(text)
            if key not in self.gazetteer and key[2:3] == " " and key[:2] in _ARTICLES:
                key = key[3:]
            if key in self.gazetteer:
                if len(key) < 2 or (key in self.never and not self._licensed(view, words, last, key)):
                    continue
                if last == at and self._demonym(key):
                    continue
                if (
                    len(key) < 4
                    and not text.isupper()
                    and key in self.abbreviations
                    and not self._qualifies(view, first)
                    and not (key not in _WORDS and _GOES_ON.match(view, words[last].end))
                ):
                    continue
                return last, self.gazetteer.lookup(key), key
        return None

    def _licensed(self, view: str, words: list[Word], last: int, key: str) -> bool:
        """Whether a place whose name is a word stands for it: "Nice, France", "in Nice"."""
        end = words[last].end
        if view[end : end + 2] == ", " and last + 1 < len(words) and words[last + 1].start == end + 2:
            area = self.gazetteer.lookup(words[last + 1].fold)
            if area and area[0].rank >= 7 and any(one.country == area[0].country for one in self.gazetteer.lookup(key)):
                return True
        beside = last + 1 < len(words) and view[end : words[last + 1].start] == " "
        return (
            key in self.words.after_in
            and not beside
            and _IN.search(view[max(0, words[last].start - 10) : words[last].start]) is not None
        )

    def _given(self, word: Word) -> bool:
        """Whether a word in capitals may be a given name."""
        return word.fold not in self.never and word.fold not in self.words.before and word.fold not in self.words.last

    def _demonym(self, key: str) -> bool:
        """Whether a word is a nationality, and no country's own name ("U.S." is both)."""
        return key in self.demonyms and all(one.feature != "country" for one in self.gazetteer.lookup(key)[:1])

    def _qualifies(self, view: str, word: Word) -> bool:
        return view[max(0, word.start - 2) : word.start] == ", " and _ENDS.match(view, word.end) is not None

    def _score(
        self,
        view: str,
        chain: Chain,
        at: int,
        last: int,
        places: tuple[Place, ...],
        key: str,
        section: str,
        lowered: dict[str, bool],
    ) -> int:
        words = chain.words
        first, final = words[at], words[last]
        best = places[0]
        text = view[first.start : final.end]
        score = _BASE[best.rank]
        if key in self.abbreviations and view[final.end : final.end + 1] == ".":
            if self._qualifies(view, first):
                return 92
            if "." in text:
                return score + 8
            return 74 if len(key) > 1 and key not in _WORDS and _GOES_ON.match(view, final.end) else 40
        before = view[max(0, first.start - 24) : first.start]
        after = view[final.end : final.end + 24]
        if key in self.abbreviations and "." not in text:
            return 92 if self._qualifies(view, first) else 70 if text.isupper() and _IN.search(before) else 0
        if chain.plain:
            return score + 6 if best.rank >= 4 and len(key) > 3 else 0
        if not best.own and best.rank < 5:
            score -= 10
        if text.isupper() and len(text) <= 4 and best.rank < 8 and "." not in text:
            return 0
        if (
            _NEVER_AFTER.match(after)
            or (key == "bc" and _YEAR.search(before))
            or (key == "turkey" and _DISH.match(after))
        ):
            return 0
        located = _BEFORE.search(before)
        if located:
            weak = located[0].split()[0].lower() in _WEAK and len(located[0].split()) == 1
            score += 4 if weak else 14
            if at < last and best.own and _IN.search(before):
                score = max(score, 88)  # a name of two words is seldom another's; "in Glen Allen" is no person
        if _STREET.match(view, final.end) or _SAINT.match(text + after):
            return 0
        if best.feature == "country" and _NAMED_AFTER.search(before):
            return 0
        if _AFTER.match(after):
            score += 14
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
        following = (
            words[last + 1] if last + 1 < len(words) and view[final.end : words[last + 1].start] == " " else None
        )
        civic = following is not None and following.fold in self.words.civic
        if civic:
            score += 6
        beside = (at > 0 and view[words[at - 1].end : first.start] == " " and self._given(words[at - 1])) or (
            following is not None and not civic and following.fold not in self.never
        )
        if beside:
            score -= 16 if best.rank >= 8 else 26
        if at == last:
            if key in self.given:
                score -= 16 if best.rank < 8 else 6
                if following is not None and beside:
                    score -= 24  # Chad Smith
                elif best.rank < 8 and not located and _SPEAKS.match(after):
                    return 0
            if best.rank < 7:
                if key not in lowered:
                    lowered[key] = f" {first.text.lower()} " in view
                if lowered[key]:
                    score -= 30
            if chain.first and at == 0 and best.rank < 4 and not located:
                score -= 8
            if best.rank < 6 and _COMPOUND.match(after):
                score -= 30
        elif words[last].fold in self.words.last:
            score += 16
        return score


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


def _runs(view: str, hits: list[_Hit], sure: set[str]) -> set[int]:
    """The numbers of the names in lists of which one name is sure."""
    out: set[int] = set()
    run: list[int] = []
    for number, hit in enumerate(hits):
        if run and view[hits[run[-1]].end : hit.start] not in _LIST:
            run = []
        run.append(number)
        if len(run) > 1 and (out.intersection(run) or any(hits[one].key in sure for one in run)):
            out.update(run)
    return out


def _proposal(view: str, start: int, end: int, score: int, key: str) -> Proposal:
    acts = bool(view) and _ACTS.match(view, end) is not None
    return Proposal("place", start, end, min(score, 98), {"acts": acts, "key": key}, "place.gazetteer")
