"""How readily a name of the gazetteer is a place where it stands in a text.

A name begins with a score by the prominence of the most prominent place of that name. Locative words, a qualifier, a
dateline raise it; capitals beside it, a given name, the same word in lower case elsewhere lower it.
"""

from __future__ import annotations

import re

from factx.document.model import Document
from factx.gazetteer.store import Place
from factx.names.model import Chain
from factx.places.lookup import GOES_ON, IN, STATE_WORDS, SURELY, PlaceNames

_BASE = (30, 40, 46, 54, 62, 68, 72, 78, 80, 82)
"""Score by rank, from 0 to 9."""
_BEFORE = frozenset((
    "in", "at", "near", "from", "to", "into", "of", "outside", "inside", "around", "across", "toward",
    "towards", "through", "throughout", "between", "via", "reached", "leave", "left", "visit", "visited",
    "visiting", "invaded", "entered", "seized", "captured", "retook", "recaptured", "shelled", "bombed",
    "besieged", "stormed", "raided", "overran", "liberated", "encircled", "surrounded", "pounded", "battered",
    "devastated", "ravaged", "evacuated", "struck", "hit", "hits", "attacked", "reach", "reaching", "leaving",
    "entering", "enter", "seize", "seizing", "capturing", "capture", "recapture", "retake", "besieging",
    "shelling", "overlooking", "bordering", "fled", "within", "off", "over", "for", "against", "and", "or",
    "downtown", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "upper", "lower", "mainland", "rural", "greater", "war-torn", "neighbouring", "neighboring",
    "nearby", "capital", "on",
))  # fmt: skip
"""Words that before a name say that it is a place."""
_OF = re.compile(
    r"\b(?:city|town|village|province|state|region|district|port|island|capital|north|south|east|west"
    r"|\d\d?\)?,?(?: both)?|[a-z][\w.]+ [a-z][\w'-]+,?|residents?|both|all|formerly|late|originally|natives?|mayor"
    r"|chief|bishop|people|streets|battle|siege|fall|outskirts|villages|towns|districts|municipalities|parts|suburbs"
    r"|communities|counties) of\Z"
)
_ALONG = re.compile(
    r"\b(?:street|st\.|road|rd\.|avenue|ave\.|drive|lane|way|court|boulevard|blvd\.|(?:highway|route) \d+(?: \w+)?),\Z"
)
"""What stands before a place, in small letters, where its last word is "of", and where it is a street's."""
_FINAL = re.compile(r"(?:war-)?\w+\Z")
_WEAKLY, _SURELY = 1, 2
_WEAK = frozenset(("and", "or", "for", "on", "against", "of", "to"))
"""Words before a name that speak for a place only a little."""
_AFTER = re.compile(
    r" (?:province|city|town|village|district|region|governorate|county|state|municipality|area|camp|airport|border"
    r"|suburb|neighbou?rhood|peninsula|valley|river|island|prefecture|department|oblast|territory|coast|airfield|airbase"
    r"|port|hospital|residents?|mayor|police|prison|crossing|m[ae]n|wom[ae]n|teens?|teenager|couple|native|driver|home"
    r"|apartment|officials|officers|firefighters|schools?|church|jail|council|courthouse|councillors?|hospitals|homes|students"
    r"|residence|limits|address|community|communities|campus|courts?|offices?|newspaper|workers|voters|children|plant"
    r"|reservoir|taluk|tehsil|mandal|woreda|commune|settlement|hamlet|refugee camp|local government|natives|educators?"
    r"|parents|teachers?|taxpayers|businesses|neighbou?rhoods|suburbs|firm|firefighter|farmers?|motorists?|motorcyclist"
    r"|pubs?|shops?|station|stadium|bombings?|massacre|earthquake|quake|floods|riots?|ghetto|derailment|airstrikes?"
    r"|landlord|lawmakers?|shopkeeper|hospice|housewife|pensioner|schoolboy|schoolgirl|councillor|councilman|alderman)\b",
)
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
_LOCAL = re.compile(r"-(?:based|born|area|bound|bred|trained|educated|registered)\b")
STREET = re.compile(
    r" (?:\w+ )?(?:Streets?|Avenues?|Ave|Roads?|Rd|Drive|Boulevard|Blvd|Lane|Lanes|Terrace|Court|Parkway|Pike|Way)\b"
)
_CORNER = re.compile(r"(?:,? and [A-Z]\w+)? (?:streets|avenues|roads|drives|lanes|boulevards)\b")
"""What stands after the names of streets that meet ("Rivers and Stokes avenues")."""
_BUILDING = re.compile(
    r" (?:House|Hospital|Motel|Hotel|Inn|Mall|Building|Tower|Arena|Theat(?:er|re)|Club|Lodge|Foundation|Farms?)\b"
)
"""What stands after a name within that of a building or a business."""
_KIN = re.compile(
    r"\b(?:friends?|sons?|daughters?|wife|widow|husband|mother|father|brother|sister|parents|supporters?|followers?|fans?"
    r"|lover|girlfriend|boyfriend|cousin|nephew|niece|aide|lawyers?|murderer|killers?|trial|conviction|arrest) of \Z"
)
"""What stands before a person."""
_CASE = re.compile(r" (?:hearing|case|trial|murder|slaying|probe|killing|death|lawsuit|inquiry|verdict|affair)\b")
"""What stands after whom a case is about ("a new twist in Fairfield hearing")."""
_STREETS = frozenset(("street", "avenue", "road", "drive", "boulevard", "lane", "terrace", "parkway", "pike", "way"))
_DATELINE = re.compile(r"(?:, [\w. ]+)? ?(?:\(|-|\u2014|\u2013)")


class Scorer:
    """The scores of names in one document."""

    def __init__(self, names: PlaceNames, document: Document) -> None:
        self.names = names
        self.view = document.view
        self.small_words = document.small_words
        self.sections = [sentence.section for sentence in document.sentences]
        """The section of each sentence."""
        self.spoken = False
        """Whether something beside the name scored last says that it is a place."""
        self.lowered: dict[str, bool] = {}
        """Whether the words looked at are in the document in lower case too."""

    def score(self, chain: Chain, at: int, last: int, places: tuple[Place, ...], key: str) -> int:
        """The score of the name that is made of some words of a chain."""
        view, names = self.view, self.names
        words = chain.words
        first, final = words[at], words[last]
        best = places[0]
        if not best.own and best.rank < 6:  # a town's own name before a city's former one
            best = next((one for one in places if one.own), best)
        text = view[first.start : final.end]
        score = _BASE[best.rank]
        self.spoken = True
        if key in names.abbreviations and view[final.end : final.end + 1] == ".":
            if names.qualifies(view, words, at):
                return 92
            if "." in text:
                return score + 8
            return 74 if len(key) > 1 and key not in STATE_WORDS and GOES_ON.match(view, final.end) else 40
        before = view[max(0, first.start - 24) : first.start]
        after = view[final.end : final.end + 24]
        if key in names.words.capitals and not text.isupper():
            return 0
        if key in names.abbreviations and "." not in text:
            return 92 if names.qualifies(view, words, at) else 70 if text.isupper() and IN.search(before) else 0
        capitals = text.isupper() or (len(text) > 4 and text[2:].isupper())  # "DeKALB", "McALLEN"
        dateline = self.sections[chain.sentence] == "dateline" or (
            chain.first and at == 0 and capitals and _DATELINE.match(after) is not None
        )
        if chain.plain and not dateline:
            return score + 6 if best.rank >= 4 and len(key) > 3 else 0
        located = _located(before)
        if not best.own:
            score -= (10 if best.rank < 5 else 0) + (12 if best.rank < 7 and at == last and not located else 0)
        if text.isupper() and len(text) <= 4 and best.rank < 8 and "." not in text and not dateline:
            return 0
        if (
            _NEVER_AFTER.match(after)
            or (key == "bc" and _YEAR.search(before))
            or (key == "turkey" and _DISH.match(after))
        ):
            return 0
        self.spoken = False
        if located and not _CASE.match(after):
            score += 4 if located == _WEAKLY else 14
            self.spoken = located != _WEAKLY
            if at < last and best.own and SURELY.search(before):
                score = max(score, 88)  # a name of two words is seldom another's; "in Glen Allen" is no person
        if STREET.match(view, final.end) or _CORNER.match(view, final.end):
            return 0
        if best.rank < 5 and (_SAINT.match(text + after) or after[:1] == "/"):
            return 0
        if last > at and words[last].fold in _STREETS:
            return 0
        if best.rank < 6 and (_BUILDING.match(view, final.end) or _KIN.search(before)):
            score -= 26
        if best.feature == "country" and _NAMED_AFTER.search(before):
            return 0
        if _AFTER.match(after):
            score += 14
            self.spoken = True
        qualified = False
        if after.startswith(", ") and last + 1 < len(words) and words[last + 1].start == final.end + 2:
            qualifier = names.longest(view, words, last + 1)
            if qualifier is not None and qualifier[1][0].rank >= 6:
                qualified = any(one.country == qualifier[1][0].country for one in places)
                score += 24 if qualified else 6
                self.spoken = True
        if before.endswith(", ") and at > 0 and best.rank >= 6:
            score += 6
        if dateline or (capitals and len(text) > 3 and _DATELINE.match(after)):
            score += 30
            self.spoken = True
        following = (
            words[last + 1] if last + 1 < len(words) and view[final.end : words[last + 1].start] == " " else None
        )
        civic = following is not None and following.fold in names.words.civic
        if civic:
            score += 6
            self.spoken = True
        beside = (at > 0 and view[words[at - 1].end : first.start] == " " and names.may_be_given(words[at - 1])) or (
            following is not None and not civic and following.fold not in names.never
        )
        if beside:
            score -= 16 if best.rank >= 8 else 26
        if at == last:
            if key in names.given:
                score -= 16 if best.rank < 8 else 6
                if following is not None and beside:
                    score -= 24  # Chad Smith
                elif best.rank < 8 and not located and _SPEAKS.match(after):
                    return 0
            if best.rank < 7 and not qualified and key not in names.words.after_in and self._word(key, first.text):
                score -= 30
            if chain.first and at == 0 and best.rank < 4 and not located:
                score -= 8
            if best.rank < 6 and _COMPOUND.match(after):
                score -= 30
            elif _LOCAL.match(after) and not beside:
                score = max(score, 70)
        elif words[last].fold in names.words.last:
            score += 16
        elif best.own and best.feature in ("county", "region") and not beside:
            score += 10  # "Nueva Ecija", "Northern Samar"
        return score

    def _word(self, key: str, text: str) -> bool:
        """Whether a name is a word of the language, or of the document."""
        if key not in self.lowered:
            self.lowered[key] = key in self.names.words.common or text.lower() in self.small_words
        return self.lowered[key]


def _located(before: str) -> int:
    """How much what stands before a name says that it is a place: not at all (0), weakly, or surely."""
    if before[-1:] != " ":
        return 0
    text = before[:-1].lower().removesuffix(" the")
    if text[-1:] == ",":
        return _SURELY if _ALONG.search(text) else 0
    final = _FINAL.search(text)
    word = final[0] if final is not None else ""
    if word not in _BEFORE:
        return 0
    if word == "of":
        return _SURELY if _OF.search(text) else _WEAKLY
    return _WEAKLY if word in _WEAK else _SURELY
