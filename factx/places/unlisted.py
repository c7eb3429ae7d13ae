"""Places that the gazetteer lacks, by the words that say that they are places.

A word of the name itself ("Little Marrow River"); a noun beside it ("the village of Daoutegeft", "Kurmin Gandu
village", "Harawa, a town"), for each name of a list ("the villages of Karou and Tessit"); "near" or "in" before it;
what is named in such a way elsewhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.model import Document
from factx.names.model import Chain, Proposal, Word
from factx.places.cues import STREET
from factx.places.lookup import PlaceNames

_FEATURE, _NAMED, _OF_STATE, _AGAIN, _NEAR, _WITHIN = 64, 66, 60, 58, 56, 54
"""Scores: by a word of the name, a noun beside it, a state after it, being named so elsewhere, by "near", by "in"."""
_NOUN = (
    r"villages?|towns?|hamlets?|settlements?|communes?|townships?|districts?|neighbou?rhoods?|suburbs?|territory"
    r"|localit(?:y|ies)|sub-?district|sub-?county|taluks?|tehsils?|mandals?|municipalit(?:y|ies)|governorates?|provinces?"
    r"|woredas?|kebeles?|raions?|oblasts?|prefectures?|cantons?|chiefdoms?|regions?|rivers?|lakes?|islands?|islets?|atolls?"
    r"|slums?|shanty ?towns?|favelas?|enclaves?|exclaves?|boroughs?|barrios?|barangays?|kibbutz(?:im)?|outposts?"
    r"|oas[ie]s|valleys?|peninsulas?|reservoirs?|mountains?|straits?|refugee camps?|displacement camps?"
    r"|local government areas?|local governments?"
)
_TOWN = "city"
_KINDS = (
    ("camp", "camp"), ("district", "county"), ("county", "county"), ("township", "county"), ("taluk", "county"),
    ("tehsil", "county"), ("mandal", "county"), ("woreda", "county"), ("raion", "county"), ("government", "county"),
    ("province", "region"), ("governorate", "region"), ("oblast", "region"), ("prefecture", "region"),
    ("region", "region"), ("canton", "region"), ("territory", "area"), ("valley", "area"), ("peninsula", "area"),
    ("chiefdom", "area"), ("river", "river"), ("lake", "lake"), ("reservoir", "lake"), ("isl", "island"),
    ("atoll", "island"), ("mountain", "mountain"), ("strait", "strait"), ("neighbo", "neighbourhood"),
    ("suburb", "neighbourhood"), ("slum", "neighbourhood"), ("shanty", "neighbourhood"), ("favela", "neighbourhood"),
    ("barrio", "neighbourhood"), ("barangay", "neighbourhood"), ("borough", "county"), ("clave", "area"),
    ("Government", "county"), ("LGA", "county"),
)  # fmt: skip
"""What is in a noun beside a name, and the kind of place that it says; others say that it is a town."""
_AFTER = re.compile(
    rf"(?: |, an? (?:\w+ ){{0,2}})(?P<noun>{_NOUN}|Local Government Areas?|LGAs?|communit(?:y|ies)|areas?)\b"
    r"(?! (?:of|council))"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<noun>{_NOUN}|communit(?:y|ies)|cit(?:y|ies)|ports?|outskirts|towns? and villages)"
    r" (?:of|called|named) [\"'\u201c]?|(?P<before>[Bb]arangays|[Ss]itios|[Ww]oredas|[Tt]ehsils) )\Z"
)
_NEAR_TO = re.compile(r"\b(?:[Nn]ear|[Oo]utside|kilomet(?:er|re)s \w+ of|km \w+ of|miles \w+ of) \Z")
_LISTING = frozenset(("barangays", "sitios", "woredas", "tehsils"))
"""Nouns, with a capital or without, that a list of places follows at once."""
_LEADS = (
    *("ays ", "tios ", "edas ", "ils "),
    *("of ", "called ", "named ", "near ", "Near ", "outside ", "Outside ", " in ", "In ", 'ed "', "ed \u201c"),
)
_ADJECTIVE = re.compile(r"(?:i[ac]n|e[as]n|ese|ish|ic|al|ern)\Z")
"""How adjectives end that stand before "region" and "province" as names do ("the Andean region")."""
_PLAIN = re.compile(r"[A-Z][a-z]{2,}(?<!ing)(?<!ism)(?<!ist)(?!['\w-])(?! [A-Z\d])")
"""A name by itself that nothing shows to be more than a word ("in Scouting", "in Marat/Sade", "in Room 12")."""
_ABOUT = re.compile(
    r"\b(?:believ\w+|trust\w*|faith|invest\w*|interest\w*|published|printed|starr\w+|appear\w*|stakes?|shares?|trad\w+|deal\w*"
    r"|speciali[sz]\w+|major\w*|degrees?|dressed|written|wrote|sung|spoken|translated|priced|paid|engaged?|involved|role|part"
    r"|participat\w+|rise|jump|falls?|drop|surge|compet\w+|enrol\w+|fluent|confidence|confess\w*) [Ii]n \Z"
)
"""What stands before "in" where no place does."""
_COMMUNAL = re.compile(r" (?:communit(?:y|ies)|areas?)")
"""Nouns that stand after the names of peoples and of much else too, so that "in" must be before the name."""
_IN = re.compile(r"\b(?:in|at|of|from|near|into|attacked|stormed|raided|invaded) (?:the )?\Z")
_ENDS = re.compile(r"\.?(?:,| \(| -| \u2014| \u2013|\)|\Z)|(?<=\w)\. ")
_LIST = re.compile(r", and |, | and ")
_WORDS = 3


class Unlisted:
    """Finds what the gazetteer lacks."""

    def __init__(self, names: PlaceNames) -> None:
        self.names = names

    def find(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """The places that only the words in them and beside them show."""
        view = document.view
        out: list[Proposal] = []
        others: list[list[Word]] = []
        named: dict[str, str] = {}
        """The names found, and what they are."""
        pieces = [piece for chain in chains for piece in _pieces(view, chain.words)]
        scores, features = _scores(view, pieces)
        for number, piece in enumerate(pieces):
            score = scores[number]
            if not score and number + 1 < len(pieces) and self._qualified(view, piece, pieces[number + 1]):
                score = _OF_STATE
            if not score:
                others.append(piece)
            elif piece[-1].text.lower() not in document.small_words and self._fits(view, piece, score):
                key = self._key(view, piece)
                if key not in self.names.gazetteer:
                    named[key] = features[number]
                    out.append(_named(piece, score, features[number]))
        if named:
            for piece in others:
                key = self._key(view, piece)
                if key in named:
                    out.append(_named(piece, _AGAIN, named[key]))
        for chain in chains:
            out.extend(self._features(view, chain))
        return out

    def _key(self, view: str, piece: list[Word]) -> str:
        return self.names.key(view[piece[0].start : piece[-1].end])

    def _qualified(self, view: str, piece: list[Word], area: list[Word]) -> bool:
        """Whether a state stands after a name, as it does after that of a town: "Middle Fork, Ky., "."""
        if view[piece[-1].end : area[0].start] != ", ":
            return False
        end = area[-1].end
        found = self.names.gazetteer.lookup(self._key(view, area))
        state = bool(found) and found[0].feature == "region" and found[0].rank >= 7
        return state and _ENDS.match(view, end) is not None

    def _fits(self, view: str, piece: list[Word], score: int) -> bool:
        """Whether words may be a name that no gazetteer has."""
        names = self.names
        lead = piece[0].fold
        return not (
            len(piece) > _WORDS
            or any(word.fold in names.never or any(map(names.demonym, word.fold.split())) for word in piece)
            or (score != _OF_STATE and any(word.text.isupper() for word in piece))
            or not lead.replace(" ", "").isalpha()
            or (lead in names.given and score < _NAMED)
            or (len(piece) == 1 and lead in names.words.common)
            or (len(piece) == 1 and _ADJECTIVE.search(lead) is not None)
            or STREET.match(view, piece[-1].end)
        )

    def _features(self, view: str, chain: Chain) -> Iterator[Proposal]:
        """Rivers, lakes, townships by the word of their names that says what they are."""
        names, words = self.names, chain.words
        for at, word in enumerate(words):
            feature = names.words.last_feature.get(word.fold)
            if feature and at > 0 and view[words[at - 1].end : word.start] == " ":
                first = at - 1
                if first > 0 and view[words[first - 1].end : words[first].start] == " ":
                    first -= words[first - 1].fold not in names.never and not (chain.first and first == 1)
                start, end = words[first].start, word.end
            elif (
                word.fold in names.words.first_feature
                and at + 1 < len(words)
                and view[word.end : words[at + 1].start] == " "
            ):
                feature, first, start, end = names.words.first_feature[word.fold], at + 1, word.start, words[at + 1].end
            else:
                continue
            lead = words[first].fold
            if (
                not feature
                or lead in names.never
                or names.demonym(lead)
                or names.key(view[start:end]) in names.gazetteer
            ):
                continue
            if STREET.match(view, end) or not lead.isalpha():
                continue
            yield Proposal("place", start, end, _FEATURE, {"acts": False, "feature": feature}, "place.feature")


def _pieces(view: str, words: list[Word]) -> Iterator[list[Word]]:
    """The words of a chain in runs between which more than a space stands."""
    piece: list[Word] = []
    for word in words:
        if piece and (word.fold == "local" or piece[-1].fold in _LISTING or view[piece[-1].end : word.start] != " "):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _scores(view: str, pieces: list[list[Word]]) -> tuple[list[int], list[str]]:
    """How much the words beside each piece of a text say that it is a place, and what kind of place they say."""
    scores = [0] * len(pieces)
    features = [_TOWN] * len(pieces)
    listed = False
    follows = -1
    kind = _TOWN
    for number in range(len(pieces) - 1, -1, -1):  # from the end, where the noun of a list is
        start, end = pieces[number][0].start, pieces[number][-1].end
        after = _AFTER.match(view, end)
        if after and _COMMUNAL.match(view, end):
            after = _IN.search(view, max(0, start - 12), start)
        elif after:
            kind = _kind(after["noun"])
        listed = bool(after or (listed and _LIST.fullmatch(view, end, follows)))
        if listed:
            scores[number], features[number] = _NAMED, kind
        else:
            kind = _TOWN
        follows = start
    listed = False
    end = -1
    for number, piece in enumerate(pieces):
        start = piece[0].start
        before = view[max(0, start - 30) : start]
        noun = None
        if before.endswith(_LEADS):
            noun = _BEFORE.search(before)
            if not scores[number]:
                if _NEAR_TO.search(before):
                    scores[number] = _NEAR
                elif (
                    before.endswith(("in ", "In "))
                    and len(piece) == 1
                    and _PLAIN.match(view, start)
                    and not _ABOUT.search(before)
                ):
                    scores[number] = _WITHIN
        if noun is None and listed:
            listed = _LIST.fullmatch(view, end, start) is not None
        else:
            said = (noun["noun"] or noun["before"]).lower() if noun else ""
            listed = said.endswith("s")
        if noun:
            kind = _kind(said)
        if noun or listed:
            scores[number], features[number] = _NAMED, kind
        end = piece[-1].end
    return scores, features


def _kind(noun: str) -> str:
    """What a noun beside a name says that it is."""
    return next((feature for ending, feature in _KINDS if ending in noun), _TOWN)


def _named(piece: list[Word], score: int, feature: str) -> Proposal:
    attributes = {"acts": False, "feature": feature}
    return Proposal("place", piece[0].start, piece[-1].end, score, attributes, "place.named")
