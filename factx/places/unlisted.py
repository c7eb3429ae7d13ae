"""Places that the gazetteer lacks, by the words that say that they are places.

A word of the name itself ("Little Marrow River"); a noun beside it ("the village of Daoutegeft", "Kurmin Gandu
village", "Harawa, a town"), for each name of a list ("the villages of Karou and Tessit"); "near" or "in" before it, or
how far it is from another; a place after it that it lies in, or before it ("in Quetta's Hazarganji"); places in one
list with it; what is named in such a way elsewhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.model import Document
from factx.names.model import Chain, Proposal, Word
from factx.places.cues import CORNER, STREET
from factx.places.lookup import PlaceNames
from factx.places.nouns import LIST, readings, split

_FEATURE, _OF_STATE, _AGAIN, _WITHIN, _OWNED, _LISTED = 64, 60, 58, 56, 56, 56
"""Scores: by a word of the name, a state after it, being named so elsewhere, a place after it, before it, beside it."""
_SURE = 60
"""The score from which a given name may be a place's."""
_WHOLE = 92
"""The score of a name with the word for what it is, which stands for more than the name by itself."""
_CALLED = 86
"""The score of a name of several words of which the text says that it is a town: it is no person."""
_CALLS = re.compile(r", | (?:international )?(?:airport|air ?base|(?:refugee )?camp|district|neighbou?rhood|village)\b")
"""What stands after it there."""
_PLAINLY = 54
"""The score that "in" gives to what is nowhere in the gazetteer."""
_WORDS = 4
_ADJECTIVE = re.compile(r"(?:i[ac]n|e[as]n|ese|ish|ic|al|ern)\Z")
"""How adjectives end that stand before "region" and "province" as names do ("the Andean region")."""
_ENDS = re.compile(r"\.?(?:,| \(| -| \u2014| \u2013|\)|\Z)|(?<=\w)\. ")
_OF_PERSONS = frozenset(("area", "site", "mountain", "sea"))
"""What the words of names are that are surnames too ("Eva Forest", "Ann Hills")."""
_OF_PARKS = frozenset(("national", "state", "provincial", "wildlife", "game", "nature", "marine", "first", "border"))
"""Words within the names of parks, forests and crossings."""
_BETWEEN = frozenset((", ", " in ", ", in "))
"""What stands between the two."""
_APART = max(map(len, _BETWEEN))
_LED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]utside|\d\d?, (?:both )?of) \Z")
"""What stands before a place that another place follows ("at Sentab in Bukoba", "from Sentab, Tanzania")."""
_PREPOSED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Tt]o|[Oo]utside|[Aa]cross|towards?|hit|struck|reached|entered"
    r"|took|seized|captured|retook|recaptured|overran|attacked|raided|shelled|bombed|around|between|at|on) \Z"
)
"""What stands before a list of places."""
_FOLLOWS = re.compile(
    r"[.;:)]|,(?! [A-Z]?\w+ (?:who|said))|\s*\Z| (?:and|or|\(|on|in|for|after|as|where|when|with|over|by|since|during"
    r"|before|while|to|at|from|last|this|early|late|yesterday|today|areas|districts|provinces)\b"
)
"""What stands after the last name of a list of places."""
_STOPS = re.compile(r"[.;]|\s*\Z|, in\b| and\b")
"""What stands after one of several words there, for persons are named so too."""
_LOCAL = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Aa]round|[Tt]hrough|[Oo]utside) \Z")
"""What stands before the town in which another place is ("in Quetta's Hazarganji")."""


class Unlisted:
    """Finds what the gazetteer lacks."""

    def __init__(self, names: PlaceNames) -> None:
        self.names = names

    def find(self, document: Document, chains: list[Chain], known: list[Proposal]) -> list[Proposal]:
        """The places that only the words in them and beside them show, or a list with some of the places `known`."""
        view = document.view
        out: list[Proposal] = []
        others: list[list[Word]] = []
        named: dict[str, str] = {}
        """The names found, and what they are."""
        pieces = [piece for chain in chains for piece in split(view, chain.words)]
        scores, features = readings(view, pieces)
        listed = self._listed(view, pieces, scores, known)
        for number, piece in enumerate(pieces):
            score = scores[number] or (_LISTED if number in listed else 0)
            if not score and number + 1 < len(pieces):
                area = pieces[number + 1]
                if area[0].start - piece[-1].end <= _APART:
                    score = self._qualified(view, piece, area)
            if not score and number and view[piece[0].start - 2 : piece[0].start] == "s ":
                score = self._owned(view, pieces[number - 1], piece)
            if not score:
                others.append(piece)
            elif not document.has_small(piece[-1].text.lower()) and self._fits(view, piece, score):
                key = self._key(view, piece)
                if score >= _SURE and len(piece) > 1 and _CALLS.match(view, piece[-1].end):
                    score = _CALLED
                if key not in self.names.gazetteer:
                    named[key] = features[number]
                    out.append(_named(piece, score, features[number]))
                elif score > _PLAINLY and key not in self.names.never:  # what its rank alone does not make a place
                    start, end = piece[0].start, piece[-1].end
                    out.append(Proposal("place", start, end, score, {"acts": False, "key": key}, "place.named"))
        if named:
            for piece in others:
                key = self._key(view, piece)
                if key in named:
                    out.append(_named(piece, _AGAIN, named[key]))
        for chain in chains:
            if len(chain.words) > 1:
                out.extend(self._features(view, chain))
        return out

    def _key(self, view: str, piece: list[Word]) -> str:
        return self.names.key(view[piece[0].start : piece[-1].end])

    def _listed(self, view: str, pieces: list[list[Word]], scores: list[int], known: list[Proposal]) -> set[int]:
        """The numbers of the pieces that stand in lists of places: "in Juba, Bor and Sentab"."""
        starts = {one.start: one.end for one in known if not self._country(one)}
        out: set[int] = set()
        last = -1  # where a list of places has come to
        for number, piece in enumerate(pieces):
            start, end = piece[0].start, piece[-1].end
            within = starts.get(start, -1)
            if within < 0 and scores[number] and self._key(view, piece) not in self.names.gazetteer:
                within = end
            if within < 0 and last < 0:
                continue
            goes_on = last > 0 and LIST.fullmatch(view, last, start) is not None
            if within > 0:
                led = goes_on or _PREPOSED.search(view, max(0, start - 10), start) is not None
                last = within if led else -1
            elif goes_on and (_FOLLOWS if len(piece) == 1 else _STOPS).match(view, end):
                out.add(number)
                last = end
            else:
                last = -1
        return out

    def _country(self, one: Proposal) -> bool:
        found = self.names.gazetteer.lookup(one.attributes["key"])
        return bool(found) and found[0].feature in ("country", "continent")

    def _qualified(self, view: str, piece: list[Word], area: list[Word]) -> int:
        """The score that a name has from a place after it: "Middle Fork, Ky., ", "at Sentab in Bukoba"."""
        between = view[piece[-1].end : area[0].start]
        if between not in _BETWEEN:
            return 0
        found = self.names.gazetteer.lookup(self._key(view, area))
        if not found or not found[0].own:
            return 0
        best = found[0]
        ends = between != ", " or _ENDS.match(view, area[-1].end) is not None
        if ends and between == ", " and best.feature == "region" and best.rank >= 7:
            return _OF_STATE
        start = piece[0].start
        led = _LED.search(view, max(0, start - 14), start)
        fits = led is not None and best.rank >= 2 and (len(piece) == 1 or led[0].lower() != "at ")
        return _WITHIN if ends and fits else 0

    def _owned(self, view: str, town: list[Word], piece: list[Word]) -> int:
        """The score that a name has from the town that it lies in before it: "in Quetta's Hazarganji"."""
        if view[town[-1].end : piece[0].start] != "'s " or not _LOCAL.search(
            view, max(0, town[0].start - 9), town[0].start
        ):
            return 0
        found = self.names.gazetteer.lookup(self._key(view, town))
        local = bool(found) and found[0].own and found[0].rank > 2 and found[0].feature != "country"
        return _OWNED if local else 0

    def _fits(self, view: str, piece: list[Word], score: int) -> bool:
        """Whether words may be a name that no gazetteer has."""
        names = self.names
        lead = piece[0].fold
        return not (
            len(piece) > _WORDS
            or any(word.fold in names.never or any(map(names.demonym, word.fold.split())) for word in piece)
            or (score != _OF_STATE and any(word.text.isupper() for word in piece))
            or not lead.replace(" ", "").isalpha()
            or (lead in names.given and score < _SURE)
            or (len(piece) == 1 and lead in names.words.common)
            or (len(piece) == 1 and _ADJECTIVE.search(lead) is not None and lead not in names.gazetteer)
            or STREET.match(view, piece[-1].end)
            or CORNER.match(view, piece[-1].end)
        )

    def _features(self, view: str, chain: Chain) -> Iterator[Proposal]:
        """Rivers, lakes, townships by the word of their names that says what they are."""
        names, words = self.names, chain.words
        for at, word in enumerate(words):
            feature = names.words.last_feature.get(word.fold)
            if feature and at > 0 and view[words[at - 1].end : word.start] == " ":
                first = at - 1
                if (
                    words[first].fold in _OF_PARKS
                    and first > 0
                    and view[words[first - 1].end : words[first].start] == " "
                ):
                    first -= 1  # "Angeles National Forest"
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
                or (feature in _OF_PERSONS and lead in names.given)
                or names.key(view[start:end]) in names.gazetteer
            ):
                continue
            if STREET.match(view, end) or not lead.isalpha():
                continue
            name = names.key(view[words[first].start : words[at - 1].end]) if first < at else ""
            if name and any(one.feature == feature for one in names.gazetteer.lookup(name)):  # "Yalu River", of Yalu
                yield Proposal("place", start, end, _WHOLE, {"acts": False, "key": name}, "place.feature")
                continue
            yield Proposal("place", start, end, _FEATURE, {"acts": False, "feature": feature}, "place.feature")


def _named(piece: list[Word], score: int, feature: str) -> Proposal:
    attributes = {"acts": False, "feature": feature}
    return Proposal("place", piece[0].start, piece[-1].end, score, attributes, "place.named")
