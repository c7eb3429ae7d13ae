"""Names with a head noun: "Iraqi Ministry of Culture", "Popular Front", "1st Cavalry Division"."""

from __future__ import annotations

import re
from itertools import pairwise

from factx.gazetteer.store import Gazetteer
from factx.names.definitions import ACRONYM, FACTION
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.kinds import refine
from factx.names.known import KIN
from factx.names.model import MODEL, Chain, Proposal, Word
from factx.names.words import GroupWords

_TIGHT = (" ", "'s ", "' ", "s' ", " & ", "-")
_ABROAD = frozenset(("UK", "USA", "US", "International", "Europe", "Worldwide"))
"""What may follow the head noun of a charity or a company: "Migration Watch UK"."""
_BRANCHED = frozenset(("company", "media", "ngo", "party"))
"""Types of groups whose names may end in the country or state of a branch."""
_OPEN = re.compile(r" (?:of|for|to|on|against)(?: the)? ")
_POSTING = re.compile(r" (?:of|for|to|on|against|in)(?: the)? ")
_AFTER_PREFIX = frozenset(
    (
        " ",
        " de ",
        " del ",
        " des ",
        " du ",
        " da ",
        " dos ",
        " la ",
        " al ",
        " el ",
        " ul ",
        " ur ",
        " de la ",
        "-",
        " para la ",
        " para el ",
        " por la ",
        " pour la ",
        " pour le ",
        " pour les ",
        " pour ",
        " para ",
        " y ",
        " di ",
        " per ",
    )
)
FACILITY = "facility"
"""The type in org_heads of nouns that end the names of buildings, which are no groups: "Shopping Center"."""
_ACTS = re.compile(
    r" (?:said|says|announced|confirmed|declined|reported|officials?|spokes\w+|administrators|management|director"
    r"|employees|plans to|agreed|told|apologi[sz]ed|sacked|fired|hired|appointed|denied|admitted|insisted|warned|urged"
    r"|refused|acquired|sued|filed)\b"
)
_SITE = re.compile(
    r"(?<=Army|Navy|orce|orps|uard|ines) (?:barracks|bases?|camps?|airfield|depot|garrison)\b"
    r"|(?<=Court) (?:papers|documents|records|filings)\b"
)
"""What follows a head noun that names a place, or papers: "Lakeside Army barracks"."""
_LISTED = re.compile(
    r"(?:, [A-Z][\w'-]+(?: [A-Z][\w-]+)?){1,5},? (?:and|&) [A-Z][\w'-]+(?: (?:[A-Z][\w-]+|Related Agencies))?"
)
"""What a ministry or committee is for, after the first: "of Health, Education and Welfare"."""
_OFFICES = frozenset(
    ("department", "ministry", "bureau", "committee", "subcommittee", "office", "secretariat", "commission", "agency")
)
_BEFORE_PRESS = frozenset(("daily", "radio"))
_COUNTED = frozenset(("brigade", "battalion", "regiment", "division", "squadron", "corps", "garrison"))
_NUMBER = re.compile(r"(?<=[ (])\d{1,3} \Z")
"""A number without its ending before a unit, as armies of the Commonwealth write it: "21 Armoured Brigade"."""
_PARTNERS = frozenset(("associates", "sons", "daughters", "co", "company", "partners"))
"""What stands after a founder's name and an "and"."""
_FRONTS = frozenset(("front", "radio", "channel", "battalion", "brigade", "division", "regiment"))
_AFTER = re.compile(
    r" \d{1,4}(?=[.,;)]|'s| [a-z]+ed\b| (?:and|had|has|was|in|of|at|said|base|camp|from|near)\b)(?![.,]\d)"
)
"""A number after a name: "Guerrilla Front 19"."""
_KINDS = frozenset(("regional", "local", "islamist", "shiite", "sunni", "shia"))
"""What begins a sentence as often as it stands within a name."""
_PRESS = frozenset(("tv", "television", "radio", "press", "news", "media"))
_STAFF = re.compile(
    r"\b(?:director|head|curator|chief executive|spokes\w+|president|chairman|doctors|surgeons?|nurses|staff|officials"
    r"|researchers|professor|superintendent|administrator|officer|executive|manager|conductor|principal|trustees?"
    r"|chair(?:wo)?man|chair|warden|worked|works|appointed) (?:of|for|at) (?:the )?\Z",
    re.IGNORECASE,
)
"""What a house does, and who stands before its name, where it means those who run it."""
_GLUE = {" ": " ", "'s ": "s ", "' ": " ", "s' ": "s ", " of ": " of ", " and ": " and "}
"""What stands between the words of a head noun, and how it is folded."""


class HeadFinder:
    """Finds names by their head nouns; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, alone: frozenset[str], words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.alone = alone
        self.words = words
        self.parts = words.parts
        self.gazetteer = gazetteer
        self._last = frozenset(head.split()[-1] for head in index.heads)
        openers = {opener.split()[-2] for opener in index.openers}
        self._ends = self._last | self.parts["team"] | self.parts["press"] | openers
        self.bodies = frozenset({"coalition", "parliament"})

    def articled(self, view: str, chains: list[Chain]) -> set[str]:
        """The head nouns that are names by themselves in a document: "the Senate" once, and "Senate" is one too."""
        return {
            word.fold
            for chain in chains
            for word in chain.words
            if word.fold in self.alone
            and word.fold not in self.parts["article"]
            and view[max(0, word.start - 4) : word.start].lower() == "the "
        }

    def propose(self, view: str, chain: Chain, alone: set[str], known: list[Proposal]) -> list[Proposal]:
        """Names with a head noun: "Iraqi Ministry of Culture", "Popular Front", "1st Cavalry Division"."""
        out: list[Proposal] = []
        words = chain.words
        joins = [view[a.end : b.start] for a, b in pairwise(words)]
        used = -1
        for at in range(len(words)):
            if at <= used:
                continue
            opening = words[at].fold
            prefix = self.index.prefixes.get(opening.split(" ", 1)[0] if " " in opening else opening)
            if prefix and (" " in opening or (at + 1 < len(words) and joins[at] in _AFTER_PREFIX)):
                used = self._prefixed(words, joins, at)
                first, last = words[at].start, words[used].end
                within = at + 1 < len(words) and joins[at] != "-"
                within = within and any(first <= one.start and one.end <= last for one in known)
                score = 92 if within else 82
                out.append(Proposal("group", first, last, score, {"type": prefix}, "group.head"))
                continue
            if (
                opening not in self._ends
                and " " not in opening
                and (at == 0 or words[at - 1].fold not in _BEFORE_PRESS)
            ):
                continue
            type_, width = self._head(words, joins, at)
            if not type_:
                continue
            if type_ == FACILITY:
                if not _acts(view, words[at].end) and not self._staffed(view, chain, joins, at, width, used):
                    continue
                type_ = "other"
            if self._goes_on(words, joins, at) or _SITE.match(view, words[at].end):
                continue
            start = self._begin(view, chain, joins, at, width, used)
            end = self._end(words, joins, at, type_)
            if end == at + 1 and joins[at] == " of ":
                type_ = self.index.heads.get(f"{words[at].fold} of {words[end].fold}", type_)
            if view[words[start].start - 1 : words[start].start] == "-" and words[start].start:
                continue  # "trans-Lakeland Partnership"
            last, end = self._listed(view, words, at, end)
            name = fold(view[words[start].start : last])
            core = name if end == at else fold(view[words[start].start : words[at].end])
            if name in self.words.stop or core in self.words.stop or (start != end and self.gazetteer.placed(name, 2)):
                continue
            if end == at == start + 1 and words[start].fold in self.words.nations and words[at].fold in _PRESS:
                continue  # "Turkish TV"
            if end == at == start + 1 and {words[start].fold, words[at].fold} <= self.parts["droppable"]:
                continue  # "Group Inc" is the end of a name
            if start != end and width == 1 and words[at].fold in self.parts["single"]:
                continue
            if end > at and (words[end].fold in self.parts["site"] or self._saint(words, joins, at)):
                continue  # "Bank of America Stadium", "Church of St Mary"
            if words[at].fold == "agency" and start == at - 1 and self.gazetteer.placed(words[start].fold, 2):
                continue  # "Khyber Agency" is land
            counted = words[at].fold in _COUNTED and end == at and words[start].start > 1
            number = _NUMBER.search(view, max(0, words[start].start - 5), words[start].start) if counted else None
            if start == end and number is None:
                before = view[max(0, words[start].start - 7) : words[start].start].lower()
                if name not in self.alone or (before.endswith(("ber of ", "ers of ")) and name == "parliament"):
                    continue
                sure = before.endswith(("the ", "ate and ")) or (
                    not (chain.first and start == 0) and name in self.bodies
                )
                if not (sure or name in alone):
                    continue
                alone.add(name)
            elif MODEL.match(words[start].text) or (
                words[at].fold in self.parts["common"]
                and view[words[start].start - 3 : words[start].start] in (" a ", "an ")
            ):
                continue
            used = end
            first = words[start].start
            if number is not None:
                first = number.start()
            if type_ == "party" and (faction := FACTION.match(view, last)):
                last = faction.end()
            if words[at].fold in _FRONTS and end == at and start < at and (numeral := _AFTER.match(view, last)):
                last = numeral.end()
            score = 82 if start != end or number is not None else 66
            if any(first <= one.start and one.end <= last and one.end - one.start < last - first for one in known):
                score = 92  # "UN Board of Inquiry" is more than the UN
            if words[at].fold in self.parts["suffix"]:
                score = 96  # "General Dynamics Corp" is no general
            out.append(Proposal("group", first, last, score, {"type": refine(type_, name)}, "group.head"))
        return _battalions(view, out)

    def _listed(self, view: str, words: list[Word], at: int, end: int) -> tuple[int, int]:
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

    def _staffed(self, view: str, chain: Chain, joins: list[str], at: int, width: int, used: int) -> bool:
        """Whether those who run a house stand before its name: "the director of the Lakeside Gallery"."""
        start = chain.words[self._begin(view, chain, joins, at, width, used)].start
        return _STAFF.search(view, max(0, start - 40), start) is not None

    def _saint(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a church's name goes on with who it is named for."""
        return joins[at] == " of " and words[at + 1].fold in ("st", "saint", "our", "all", "holy", "santa")

    def _prefixed(self, words: list[Word], joins: list[str], at: int) -> int:
        """The last word of a name that begins with its head noun: "Liwa al-Noor", "Partido Verde"."""
        end = at if " " in words[at].fold else at + 1
        while end + 1 < len(words) and joins[end] in _AFTER_PREFIX and words[end + 1].fold not in self.words.titles:
            end += 1
        return end

    def _goes_on(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun ends no name here: "Guard" in "National Guard Bureau", "Army" in "Army Depot"."""
        if at + 1 == len(words) or joins[at] not in (" ", " & "):
            return False
        after = words[at + 1].fold
        if after in self.parts["facility"] or (words[at].fold in self.parts["field"] and after in self.parts["office"]):
            return True
        for next_ in range(at + 1, min(at + 4, len(words))):
            if joins[next_ - 1] not in (" ", " & ") or words[next_].fold in self.words.titles:
                return False
            if self._head(words, joins, next_)[0] not in ("", FACILITY):
                return True
        return False

    def _begin(self, view: str, chain: Chain, joins: list[str], at: int, width: int, used: int) -> int:
        """The first word of the name whose head noun ends at a word."""
        words = chain.words
        start = at - width + 1
        suffix = words[at].fold in self.parts["suffix"]
        while start > 0 and start - 1 > used:
            join = joins[start - 1]
            if words[start - 1].fold in self.words.leads and not self._leads_on(chain, joins, start - 1):
                break
            if join == " of " and words[start - 1].fold == "city":
                start -= 1  # "City of Sydney Council"
                continue
            if join == " and " and words[at].fold in _PARTNERS and start == at:
                start -= 1  # "Hale and Associates"
                continue
            if join == " and " and self._coordinated(view, words, joins, start, used, words[at].fold):
                start -= 1
                continue
            if join not in _TIGHT or (join == "-" and words[start - 1].fold in self._last):
                break
            if join == "'s " and not suffix and words[start - 1].fold not in self.parts["owner"]:
                break  # "China's Foreign Ministry" is the Foreign Ministry of China
            if join == "' " and self.gazetteer.placed(words[start - 1].fold):
                break  # "the Philippines' Center for Peace"
            start -= 1
        if start == 0 and chain.first and at > width - 1 and words[0].fold in ("regional", "local", "federal", "state"):
            start = 1
        elif start == 0 and chain.first and at > width and words[0].fold in self.words.before and joins[0] == " ":
            start = 1  # "Lender Lakeside Bank"
        return start

    def _leads_on(self, chain: Chain, joins: list[str], at: int) -> bool:
        """Whether a word that mostly leads a name is part of one: "New Delhi", "All India", "Lakeside Regional"."""
        words = chain.words
        word = words[at].fold
        if joins[at] != " ":
            return False
        if word == "new":
            return f"new {words[at + 1].fold}" in self.gazetteer
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

    def _end(self, words: list[Word], joins: list[str], at: int, type_: str) -> int:
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
            owned = joins[at] in (" of ", " of the ") and words[at].fold in ("corporation", "company", "authority")
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
            (joins[at] == " for the " and self._ends_headed(words, joins, at + 1))
            or words[at].fold in self.parts["alone"]
        ):
            return at  # "the Laboratory for the Department of Energy", "Congress for Tanzania"
        aimed = joins[at].startswith((" to", " against"))  # "Coalition to Counter ISIL"
        if (aimed and words[at + 1].fold in self.index.forms) or (type_ == "party" and joins[at].startswith(" on")):
            return at
        if not opening.fullmatch(joins[at]) or (
            words[at + 1].fold in self.words.leads and not (type_ == "government" and joins[at + 1 : at + 2] == [" "])
        ):
            return at
        bound = type_ in ("military", "police", "armed_group") or joins[at] in (" on the ", " to the ", " against the ")
        if bound and self._named(words, joins, at + 1):
            return at  # "Lakso Battalion of Norland Rifles" are two, and so are those that one puts pressure on
        if (
            at + 2 < len(words)
            and joins[at + 1] == " "
            and (words[at + 1].fold in self.words.given or words[at + 1].fold in KIN)
        ):
            return at  # "the Green Party of Robert Hale"
        if type_ == "government" and joins[at] == " of the " and self._owner(words, joins, at + 1):
            return at  # "the Mapping Directorate of the Lakeside Foundation"
        end = at + 1
        both = False
        placed = self.gazetteer.placed(words[end].fold, 4 if type_ == "government" else 2)
        while (
            end + 1 < len(words)
            and joins[end] in _TIGHT
            and joins[end] != "'s "
            and (aimed or not self._known_word(words[end + 1]))
            and not (aimed and words[end].text.isupper())
        ):
            end += 1
        while (
            end + 1 < len(words)
            and (
                joins[end] in (" of ", " of the ", " & ")
                or (joins[end] == " and " and not (placed or both) and self._shared(words, joins, end + 1, type_))
            )
            and not self._known_word(words[end + 1])
            and not ACRONYM.fullmatch(words[end + 1].text)
            and words[end + 1].fold not in self.words.nations
            and not (joins[end] == " of " and words[end + 1].fold in self.words.given)
            and (words[end + 1].fold not in self.words.leads or (joins[end] == " of " and words[end + 1].fold == "new"))
        ):
            both = both or joins[end] == " and "
            end += 1
            while end + 1 < len(words) and joins[end] in _TIGHT and joins[end] != "'s ":
                end += 1
        return end

    def _owner(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a body of another kind begins at a word, which owns the one before it."""
        last = at
        while last + 1 < len(words) and joins[last] == " ":
            last += 1
        return last > at and self._head(words, joins, last)[0] in ("ngo", "party", "company")

    def _shared(self, words: list[Word], joins: list[str], at: int, type_: str) -> bool:
        """Whether what follows an "and" is a purpose of the same body, and no body or place of its own."""
        last = at
        while last + 1 < len(words) and joins[last] in _TIGHT and joins[last] != "'s ":
            last += 1
        if type_ != "government":
            return last - at < 2 and not self._ends_headed(words, joins, at)
        if last > at and self.gazetteer.placed(words[at].fold) and words[at].fold not in self.parts["purpose"]:
            return False  # "the Bureau of Meteorology and Queensland Fire Services"
        name = " ".join(word.fold for word in words[at : last + 1])
        headed = self._head(words, joins, last)[0] not in ("", FACILITY) and last > at
        return name not in self.index.forms and not (headed and words[last].fold not in self.parts["purpose"])

    def _land(self, name: str) -> bool:
        """Whether a name is above all a country's or a great region's."""
        places = self.gazetteer.lookup(name)
        return bool(places) and places[0].feature in ("country", "region", "continent") and places[0].rank > 5

    def _named(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a group's own name begins at a word."""
        return (
            words[at].fold in self.index.forms
            or bool(self._head(words, joins, at)[0])
            or self._ends_headed(words, joins, at)
        )

    def _ends_headed(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun stands among the words from one on, so that they are a name of their own."""
        while at + 1 < len(words) and joins[at] in _TIGHT and joins[at] != "'s ":
            at += 1
            if self._head(words, joins, at)[0]:
                return True
        return False

    def _head(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The type that a head noun ending at a word tells, with the number of its words; "" where there is none."""
        name = words[at].fold
        if (local := self._local(words, joins, at))[0]:
            return local
        if " " in name and "-" in words[at].text:
            name = name.split(" ", 1)[0]  # "Lakso State Army-North"
        if opening := self._opening(words, joins, at):
            return opening, 1
        if name not in self._last or (name in self.parts["upper"] and not words[at].text.isupper()):
            return "", 0
        best = (self.index.heads.get(name, ""), 1)
        for first in range(at - 1, max(at - 3, -1), -1):
            glue = _GLUE.get(joins[first])
            if glue is None:
                break
            name = words[first].fold + glue + name
            if type_ := self.index.heads.get(name):
                best = type_, at - first + 1
        return best if best[0] else ("", 0)

    def _opening(self, words: list[Word], joins: list[str], at: int) -> str:
        """The type of a name that its purpose makes one: "Moms for Liberty", not "Friends of Robert Hale"."""
        if at + 1 == len(words) or joins[at] == " ":
            return ""
        type_ = self.index.openers.get(f"{words[at].fold}{joins[at].removesuffix('the ').rstrip()}")
        if not type_:
            return ""
        after = words[at + 1].fold
        if after in self.words.given or after in self.words.leads or after in self.words.titles:
            return ""
        placed = " of" in joins[at] and (self.gazetteer.placed(after, 2) or after in self.index.forms)
        return "" if placed or words[at + 1].text[0].isdigit() else type_

    def _local(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The same of newspapers, stations and teams: "Boston Globe", "Radio Lakso", "Chicago Bears"."""
        name = words[at].fold
        if at and joins[at - 1] == " " and words[at - 1].fold in _BEFORE_PRESS:
            return "media", 2
        type_ = "other" if name in self.parts["team"] else "media" if name in self.parts["press"] else ""
        if type_ and words[at].text[1:].islower():
            for first in range(at - 1, max(at - 4, -1), -1):
                if joins[first] != " ":
                    break
                if self.gazetteer.placed(" ".join(word.fold for word in words[first:at]), 2):
                    return type_, at - first + 1
        return "", 0

    def _known_word(self, word: Word) -> bool:
        return word.fold in self.index.forms and len(word.text) > 1 and word.text.isupper()


def _acts(view: str, end: int) -> bool:
    """Whether a house does what only those who run it can do: "Mercy Hospital said"."""
    return _ACTS.match(view, end) is not None


def _battalions(view: str, out: list[Proposal]) -> list[Proposal]:
    """Units one within the other are one name: "3rd Battalion, 321st Field Artillery Regiment"."""
    joined: list[Proposal] = []
    for one in out:
        last = joined[-1] if joined else None
        if (
            last is not None
            and one.attributes["type"] == last.attributes["type"] == "military"
            and view[last.end : one.start] == ", "
            and view[last.start].isdigit()
            and view[one.start].isdigit()
            and not view.endswith("Regiment", last.start, last.end)
        ):
            joined[-1] = Proposal("group", last.start, one.end, 92, last.attributes, last.rule)
        else:
            joined.append(one)
    return joined
