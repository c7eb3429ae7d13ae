"""How far a name with a head noun reaches: back to its first word, on through what it is of and for."""

from __future__ import annotations

import re

from factx.gazetteer.store import Gazetteer
from factx.names.definitions import ACRONYM
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.known import KIN
from factx.names.model import Chain, Word
from factx.names.nouns import FACILITY, TIGHT, HeadNouns
from factx.names.words import GroupWords

_ABROAD = frozenset(("UK", "USA", "US", "International", "Europe", "Worldwide"))
"""What may follow the head noun of a charity or a company: "Migration Watch UK"."""
_BRANCHED = frozenset(("company", "media", "ngo", "party"))
"""Types of groups whose names may end in the country or state of a branch."""
_OPEN = re.compile(r" (?:of|for|to|on|against)(?: the)? ")
_POSTING = re.compile(r" (?:of|for|to|on|against|in)(?: the)? ")
_LISTED = re.compile(
    r"(?:, [A-Z][\w'-]+(?: [A-Z][\w-]+)?){1,5},? (?:and|&) [A-Z][\w'-]+(?: (?:[A-Z][\w-]+|Related Agencies))?"
)
"""What a ministry or committee is for, after the first: "of Health, Education and Welfare"."""
_OFFICES = frozenset(
    ("department", "ministry", "bureau", "committee", "subcommittee", "office", "secretariat", "commission", "agency")
)
_PARTNERS = frozenset(("associates", "sons", "daughters", "co", "company", "partners"))
"""What stands after a founder's name and an "and"."""
_OF_LANDS = frozenset(("corporation", "company", "authority", "exchange"))
"""Heads of companies that are of a land: "Stock Exchange of Norland"."""
_KINDS = frozenset(("regional", "local", "islamist", "shiite", "sunni", "shia"))
"""What begins a sentence as often as it stands within a name."""
AFTER_PREFIX = frozenset((
    " ", " de ", " del ", " des ", " du ", " da ", " dos ", " la ", " al ", " el ", " ul ", " ur ", " de la ", "-",
    " para la ", " para el ", " por la ", " pour la ", " pour le ", " pour les ", " pour ", " para ", " y ", " di ",
    " per ",
))  # fmt: skip
"""What may stand between the words of a name that begins with its head noun."""


class Extent:
    """Finds the first and the last word of a name; made once."""

    def __init__(
        self,
        index: GroupIndex,
        alone: frozenset[str],
        words: GroupWords,
        gazetteer: Gazetteer,
        nouns: HeadNouns,
    ) -> None:
        self.index = index
        self.alone = alone
        self.words = words
        self.parts = words.parts
        self.gazetteer = gazetteer
        self.nouns = nouns

    def begin(self, view: str, chain: Chain, joins: list[str], at: int, width: int, used: int) -> int:
        """The first word of the name whose head noun ends at a word."""
        words = chain.words
        start = at - width + 1
        suffix = words[at].fold in self.parts["suffix"]
        while start > 0 and start - 1 > used:
            join = joins[start - 1]
            if words[start - 1].fold in self.words.leads and not self._leads_on(chain, joins, start - 1):
                break
            if join == " of " and words[start - 1].fold in self.parts["leader"]:
                start -= 1  # "City of Sydney Council", "East of England Ambulance Service"
                continue
            if join == " and " and words[at].fold in _PARTNERS and start == at:
                start -= 1  # "Hale and Associates"
                continue
            if join == " and " and self._coordinated(view, words, joins, start, used, words[at].fold):
                start -= 1
                continue
            if join not in TIGHT or (join == "-" and words[start - 1].fold in self.nouns.last):
                break
            if join == "'s " and not suffix and words[start - 1].fold not in self.parts["owner"]:
                break  # "China's Foreign Ministry" is the Foreign Ministry of China
            if join == "' " and (
                self.gazetteer.placed(words[start - 1].fold) or words[start - 1].fold in self.index.forms
            ):
                break  # "the Philippines' Center for Peace", "Hamas' Lakso Brigades"
            start -= 1
        if start == 0 and chain.first and at > width - 1 and words[0].fold in ("regional", "local", "federal", "state"):
            start = 1
        elif start == 0 and chain.first and at > width and words[0].fold in self.words.before and joins[0] == " ":
            start = 1  # "Lender Lakeside Bank"
        return start

    def end(self, words: list[Word], joins: list[str], start: int, at: int, type_: str) -> int:
        """The last word of the name whose head noun ends at a word: through "of", "for", and what they coordinate."""
        if at + 1 == len(words):
            return at
        if joins[at] == " " and (type_ in _BRANCHED or words[at].fold == "council"):
            if at + 2 < len(words) and words[at + 1].fold == "northern" and words[at + 2].fold == "ireland":
                return at + 2
            branch = words[at].fold not in self.parts["suffix"] and self._land(words[at + 1].fold)
            if branch or words[at + 1].text in _ABROAD:
                return at + 1  # "Arts Council Wales", "Lakeside Congress Punjab"
        if type_ in ("company", "media") and words[at].fold != "bank":
            owned = joins[at] in (" of ", " of the ") and words[at].fold in _OF_LANDS
            return at + 1 if owned and self._land(words[at + 1].fold) else at
        if at and words[at - 1].fold == "task" and joins[at] == " ":
            end = at + 1  # "Joint Task Force Lakeside"
            while (
                end + 1 < len(words)
                and joins[end] in (" ", "-")
                and words[end + 1].fold not in self.words.titles
                and words[end + 1].fold != "operation"
            ):
                end += 1
            return at if words[at + 1].fold in self.words.titles else end
        opening = _POSTING if type_ == "mission" else _OPEN
        if joins[at] in (" for ", " for the ") and (
            (joins[at] == " for the " and self.nouns.ends_headed(words, joins, at + 1))
            or words[at].fold in self.parts["alone"]
        ):
            return at  # "the Laboratory for the Department of Energy", "Congress for Tanzania"
        aimed = joins[at].startswith((" to", " against"))  # "Coalition to Counter ISIL"
        if (aimed and words[at + 1].fold in self.index.forms) or (type_ == "party" and joins[at].startswith(" on")):
            return at
        led = words[at + 1].fold in self.words.leads and not (type_ == "government" and joins[at + 1 : at + 2] == [" "])
        if words[at + 1].fold == "new" and joins[at + 1 : at + 2] == [" "]:
            led = f"new {words[at + 2].fold}" not in self.gazetteer  # "the Archdiocese of New Orleans"
        if not opening.fullmatch(joins[at]) or led:
            return at
        force = type_ in ("military", "police", "armed_group")
        bound = force or joins[at] in (" on the ", " to the ", " against the ")
        if bound and self.nouns.named(words, joins, at + 1):
            return at  # "Lakso Battalion of Norland Rifles" are two, and so are those that one puts pressure on
        if (
            at + 2 < len(words)
            and joins[at + 1] == " "
            and (words[at + 1].fold in self.words.given or words[at + 1].fold in KIN)
        ):
            return at  # "the Green Party of Robert Hale"
        if start < at and joins[at] == " of " and type_ in ("armed_group", "party") and self.led(words, joins, at + 1):
            return at  # "the Lakeside Front of Zdeno Halec"
        if force and joins[at + 1 : at + 2] == ["'s "] and words[at + 1].fold not in self.parts["owner"]:
            return at  # "the Guards of Norland's Navy"
        if type_ == "government" and joins[at] == " of the " and self._owner(words, joins, at + 1):
            return at  # "the Mapping Directorate of the Lakeside Foundation"
        end = at + 1
        both = False
        placed = self.gazetteer.placed(words[end].fold, 4 if type_ == "government" else 2)
        while (
            end + 1 < len(words)
            and joins[end] in TIGHT
            and joins[end] != "'s "
            and (aimed or not self._known_word(words[end + 1]))
            and not (aimed and words[end].text.isupper())
        ):
            end += 1
        while (
            end + 1 < len(words)
            and (
                joins[end] in (" of ", " of the ", " & ")
                or (
                    joins[end] == " and "
                    and not both
                    and (
                        f"{words[end].fold} and {words[end + 1].fold}" in self.gazetteer
                        if placed
                        else self._shared(words, joins, end + 1, type_)
                    )
                )
            )
            and not self._known_word(words[end + 1])
            and not ACRONYM.fullmatch(words[end + 1].text)
            and words[end + 1].fold not in self.words.nations
            and not (joins[end] == " of " and words[end + 1].fold in self.words.given)
            and (words[end + 1].fold not in self.words.leads or (joins[end] == " of " and words[end + 1].fold == "new"))
        ):
            both = both or joins[end] == " and "
            end += 1
            while end + 1 < len(words) and joins[end] in TIGHT and joins[end] != "'s ":
                end += 1
        return end

    def listed(self, view: str, words: list[Word], at: int, end: int) -> tuple[int, int]:
        """Where a name ends whose purposes stand in a list, and the last word of the chain within it."""
        last = words[end].end
        if end == at or words[at].fold not in _OFFICES or view[last : last + 2] != ", ":
            return last, end
        match = _LISTED.match(view, last)
        if match is None:
            return last, end
        things = re.split(r", and |, | and | & ", match[0].lstrip(", "))
        if any(self.gazetteer.placed(fold(thing)) or fold(thing) in self.index.forms for thing in things):
            return last, end  # "the Ministry of Defence, Lakso and Norland"
        last = match.end()
        while end + 1 < len(words) and words[end + 1].end <= last:
            end += 1
        return last, end

    def prefixed(self, words: list[Word], joins: list[str], at: int) -> int:
        """The last word of a name that begins with its head noun: "Liwa al-Noor", "Partido Verde"."""
        end = at if " " in words[at].fold else at + 1
        while end + 1 < len(words) and joins[end] in AFTER_PREFIX and words[end + 1].fold not in self.words.titles:
            end += 1
        return end

    def _leads_on(self, chain: Chain, joins: list[str], at: int) -> bool:
        """Whether a word that mostly leads a name is part of one: "New Delhi", "All India", "Lakeside Regional"."""
        words = chain.words
        word = words[at].fold
        if joins[at] != " ":
            return False
        if word == "new":
            name = f"new {words[at + 1].fold}"
            return name in self.gazetteer or (
                at + 2 < len(words) and joins[at + 1] == " " and f"{name} {words[at + 2].fold}" in self.gazetteer
            )
        if word in ("regional", "local") and at > 0 and joins[at - 1] == "'s ":
            return True
        if word in self.index.heads or word in _KINDS or word == "today":
            return at > 0 and joins[at - 1] == " " and words[at - 1].fold not in self.words.leads
        return word in ("all", "one", "our", "chief") and not (chain.first and at == 0)

    def _coordinated(self, view: str, words: list[Word], joins: list[str], start: int, used: int, head: str) -> bool:
        """Whether the words before an "and" belong to the name after it: "Health and Human Services Department".

        They do where the article stands before both, and the first is no name by itself; and where bodies of the kind
        are called by two places.
        """
        first = start - 1
        while first - 1 > used and joins[first - 1] in (" ", " & ") and words[first - 1].fold not in self.words.leads:
            first -= 1
        if first - 1 == used and used >= 0 and not joins[used].endswith("the "):
            return False
        one = words[start - 1]
        if (
            ACRONYM.fullmatch(one.text)
            or (first < start - 1 and one.fold in self.index.heads)
            or one.fold in self.words.nations
            or one.fold in self.words.given
            or (name := fold(view[words[first].start : one.end])) in self.index.forms
        ):
            return False
        if head in self.parts["twin"] and start - first < 3 and not self.gazetteer.placed(name, 8):
            return True  # "Northmoor and Lakeside NHS Trust"
        if self.gazetteer.placed(one.fold) or self.gazetteer.placed(name):
            return False
        before = view[max(0, words[first].start - 4) : words[first].start].lower()
        return before.endswith(("the ", "'s ")) and one.fold not in self.alone

    def led(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether two words that are neither a land nor a purpose stand at the end of a name: who leads the group."""
        if at + 1 == len(words) or joins[at] != " " or joins[at + 1 : at + 2] == [" "]:
            return False
        pair = words[at : at + 2]
        return not any(
            word.fold in self.words.peoples
            or word.fold in self.parts["purpose"]
            or word.fold in self.parts["creed"]
            or word.fold in self.index.heads
            or word.fold in self.words.leads
            or self.gazetteer.placed(word.fold, 1)
            for word in pair
        )

    def _owner(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a body of another kind begins at a word, which owns the one before it."""
        last = at
        while last + 1 < len(words) and joins[last] == " ":
            last += 1
        return last > at and self.nouns.head(words, joins, last)[0] in ("ngo", "party", "company")

    def _shared(self, words: list[Word], joins: list[str], at: int, type_: str) -> bool:
        """Whether what follows an "and" is a purpose of the same body, and no body or place of its own."""
        last = at
        while last + 1 < len(words) and joins[last] in TIGHT and joins[last] != "'s ":
            last += 1
        if type_ != "government":
            return last - at < 2 and not self.nouns.ends_headed(words, joins, at)
        if last > at and self.gazetteer.placed(words[at].fold) and words[at].fold not in self.parts["purpose"]:
            return False  # "the Bureau of Meteorology and Queensland Fire Services"
        name = " ".join(word.fold for word in words[at : last + 1])
        headed = self.nouns.head(words, joins, last)[0] not in ("", FACILITY) and last > at
        return name not in self.index.forms and not (headed and words[last].fold not in self.parts["purpose"])

    def _land(self, name: str) -> bool:
        """Whether a name is above all a country's or a great region's."""
        places = self.gazetteer.lookup(name)
        return bool(places) and places[0].feature in ("country", "region", "continent") and places[0].rank > 5

    def _known_word(self, word: Word) -> bool:
        return word.fold in self.index.forms and len(word.text) > 1 and word.text.isupper()
