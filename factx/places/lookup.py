"""Names of the gazetteer in a text: the longest that begins with a word, and whether it may be a name there."""

from __future__ import annotations

import re

import msgspec

from factx.gazetteer.store import Gazetteer, Place
from factx.names.fold import fold
from factx.names.model import Word
from factx.rules.model import Lexicon

MAX_WORDS = 30_000
"""How many words of texts are remembered."""
_FERTILE, _BY_ITSELF, _BARREN = range(3)
"""Whether a word may begin a name; may only with others; may not."""
WIDEST = 5
"""Words that a place name can have."""
IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) \Z")
SURELY = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside"
    r"|(?:town|city|village|district|port|suburb|community|commune|municipality|outskirts|north|south|east|west) of)"
    r"|(?:north|south)(?:east|west) of) \Z"
)
"""What stands before a place, and before a name of two words that is no person's there."""
GOES_ON = re.compile(r"\. [a-z]")
STATE_WORDS = frozenset(("me", "man", "o", "ut", "ia", "cal", "col"))
"""Abbreviations of states that are words when no comma is before them."""
_ENDS = re.compile(r"\.|,? ?(?:\(|-|\u2014|,|\d{5}\b|\))|\s*\Z|\n")
_OFFICE = re.compile(r" (?:Council|Manager|Hall|Mayor|Commission|Attorney|Clerk|Administrator|Planner|Police)")
_OF_TOWN = re.compile(r" (?:m[ae]n|wom[ae]n|teens?|teenagers?|boy|girl|couple|residents?|natives?|police)\b")
"""What stands after a town whose name is a word ("an Independence teenager")."""
_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "er", "es", "et", "ez"))
"""Arabic articles, which some spellings of a name have and others have not."""
_CITIES = frozenset(("PH", "NG", "VN", "MM"))
"""Countries whose towns news calls cities by name."""
_DOTTED = {"L.A.": "los angeles"}
"""Abbreviations of cities that look like those of states."""


class PlaceWords(msgspec.Struct, frozen=True):
    """Words in and beside the names of places (folded), as `rules/place/place_words.tsv` has them.

    `common` are words of the language that are small places somewhere too, as `rules/place/common_words.txt` has them.
    """

    last: frozenset[str]
    civic: frozenset[str]
    body: frozenset[str]
    before: frozenset[str]
    after_in: frozenset[str]
    capitals: frozenset[str]
    locates: frozenset[str]
    joined: frozenset[str]
    hints: frozenset[str]
    thing: frozenset[str]
    last_feature: dict[str, str]
    first_feature: dict[str, str]
    common: frozenset[str]

    @classmethod
    def read(cls, lexicon: Lexicon, common: Lexicon) -> PlaceWords:
        """The words of a lexicon by their roles."""
        rows = {fold(form): lexicon.entries[form.lower()] for form in lexicon.forms}

        def having(role: str) -> frozenset[str]:
            return frozenset(word for word, row in rows.items() if role in row.get("role", "").split(";"))

        def features(column: str) -> dict[str, str]:
            return {word: row[column] for word, row in rows.items() if column in row}

        return cls(
            having("last"), having("civic"), having("body"), having("before"), having("after_in"),
            having("capitals"), having("locates"), having("joined"), having("hints"), having("thing"),
            features("last_feature"), features("first_feature"), frozenset(map(fold, common.forms)),
        )  # fmt: skip


class PlaceNames:
    """What the gazetteer and the lists of words (all folded) say of the words of a text."""

    def __init__(
        self, gazetteer: Gazetteer, demonyms: frozenset[str], given: frozenset[str], never: frozenset[str],
        abbreviations: frozenset[str], words: PlaceWords,
    ) -> None:  # fmt: skip
        self.gazetteer = gazetteer
        self.demonyms = demonyms
        self.given = given
        self.never = never
        self.abbreviations = abbreviations
        """Abbreviations of states that need a place and a comma before them ("Mo.", "Calif.", "TX")."""
        self.words = words
        self._barren: dict[str, int] = {}
        self._called: dict[str, tuple[str, tuple[Place, ...]]] = {}

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: what was learnt from texts is not."""
        return vars(self) | {"_barren": {}, "_called": {}}

    def barren(self, word: Word, ends: bool = False) -> bool:
        """Whether no name begins with a word, whatever follows it, or where it `ends` its chain.

        Most words in capitals are such, and they return.
        """
        known = self._barren.get(word.text)
        if known is None:
            if len(self._barren) > MAX_WORDS:
                self._barren.clear()
            key, places = self.called(word.text)
            alone = not places or (self.demonym(key) and key not in self.abbreviations)
            leads = word.fold[2:3] == " " or self.gazetteer.leads(word.fold)
            known = self._barren[word.text] = _BARREN if alone and not leads else _BY_ITSELF if alone else _FERTILE
        return known == _BARREN or (ends and known == _BY_ITSELF)

    def longest(self, view: str, words: list[Word], at: int) -> tuple[int, tuple[Place, ...], str] | None:
        """The last word of the longest name of the gazetteer that begins with a word, its places and its key."""
        first = words[at]
        widest = min(len(words), at + WIDEST) - 1
        if widest > at and first.fold[2:3] != " " and not self.gazetteer.leads(first.fold):
            widest = at
        for last in range(widest, at - 1, -1):
            text = view[first.start : words[last].end]
            if ", " in text and last > at and words[last].fold != "dc":
                continue  # a place and its qualifier, but for Washington, D.C.
            key, places = self._called.get(text) or self.called(text)
            if not places and key.endswith(" city") and last > at:  # "San Carlos City" of the Philippines
                town = self.gazetteer.lookup(key.removesuffix(" city"))
                if any(one.own and one.country in _CITIES and one.feature == "city" for one in town):
                    key, places = key.removesuffix(" city"), town
            if places:
                if key in self.abbreviations and self.qualifies(view, words, at):
                    return last, places, key
                if len(key) < 2 or (key in self.never and not self._licensed(view, words, last, key)):
                    continue
                if last == at and self.demonym(key):
                    continue
                if (
                    len(key) < 4
                    and not text.isupper()
                    and key in self.abbreviations
                    and not (key not in STATE_WORDS and GOES_ON.match(view, words[last].end))
                ):
                    continue
                return last, places, key
        return None

    def called(self, text: str) -> tuple[str, tuple[Place, ...]]:
        """The name under which a text is looked up, and the places that bear it."""
        known = self._called.get(text)
        if known is None:
            if len(self._called) > MAX_WORDS:
                self._called.clear()
            key = self.key(text)
            known = self._called[text] = key, self.gazetteer.lookup(key)
        return known

    def key(self, text: str) -> str:
        """The name under which a text is looked up: without its article, where the gazetteer has it without."""
        key = _DOTTED.get(text) or fold(text)
        if key[2:3] == " " and key[:2] in _ARTICLES and key not in self.gazetteer and (text[2] == "-" or key[1] == "l"):
            return key[3:]
        return key

    def _licensed(self, view: str, words: list[Word], last: int, key: str) -> bool:
        """Whether a place whose name is a word stands for it: "Nice, France", "in Nice"."""
        end = words[last].end
        if view[end : end + 2] == ", " and last + 1 < len(words) and words[last + 1].start == end + 2:
            area = self.gazetteer.lookup(words[last + 1].fold)
            if area and area[0].rank >= 7 and any(one.country == area[0].country for one in self.gazetteer.lookup(key)):
                return True
        beside = last + 1 < len(words) and view[end : words[last + 1].start] == " "
        start = words[last].start
        return (
            key in self.words.after_in
            and not beside
            and (IN.search(view[max(0, start - 10) : start]) is not None or _OF_TOWN.match(view, end) is not None)
        )

    def may_be_given(self, word: Word) -> bool:
        """Whether a word in capitals may be a given name."""
        return word.fold not in self.never and word.fold not in self.words.before and word.fold not in self.words.last

    def demonym(self, key: str) -> bool:
        """Whether a word is a nationality, and no country's own name ("U.S." is both)."""
        return key in self.demonyms and all(one.feature != "country" for one in self.gazetteer.lookup(key)[:1])

    def qualifies(self, view: str, words: list[Word], at: int) -> bool:
        """Whether an abbreviation stands where the state of a place does: "Gary, Ind., ", "Parma, OH".

        One without a dot in its text must follow a name, and what goes on after it must be the end of the phrase, or
        the name must be that of a place in the state.
        """
        word = words[at]
        if view[max(0, word.start - 2) : word.start] != ", ":
            return False
        if _ENDS.match(view, word.end) is not None:
            return at > 0 or "." in view[word.start : word.end + 1]
        if at == 0 or words[at - 1].end != word.start - 2:
            return False
        states = {(one.country, one.admin1) for one in self.gazetteer.lookup(word.fold) if one.rank >= 7}
        for first in range(max(0, at - 3), at):
            town = self.gazetteer.lookup(fold(view[words[first].start : words[at - 1].end]))
            if any((one.country, one.admin1) in states for one in town):
                return True
        return False

    def town(self, view: str, key: str, end: int) -> str:
        """The name by which a town is looked up: Dublin for "City of Dublin", "Dublin City" before a council."""
        town = key.removeprefix("city of ").removesuffix(" city")
        if town == key:
            return key
        sure = town in self.gazetteer and (key.startswith("city ") or _OFFICE.match(view, end) is not None)
        return town if sure else key
