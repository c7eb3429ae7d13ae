"""Names with a head noun: "Iraqi Ministry of Culture", "Popular Front", "1st Cavalry Division"."""

from __future__ import annotations

import re
from itertools import pairwise

from factx.gazetteer.store import Gazetteer
from factx.names.definitions import FACTION
from factx.names.extent import AFTER_PREFIX, Extent
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.kinds import refine
from factx.names.model import MODEL, Chain, Proposal, Word
from factx.names.nouns import BEFORE_PRESS, FACILITY, HeadNouns
from factx.names.words import GroupWords

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
_COUNTED = frozenset(("brigade", "battalion", "regiment", "division", "squadron", "corps", "garrison"))
_NUMBER = re.compile(r"(?<=[ (])\d{1,3} \Z")
"""A number without its ending before a unit, as armies of the Commonwealth write it: "21 Armoured Brigade"."""
_FRONTS = frozenset(("front", "radio", "channel", "battalion", "brigade", "division", "regiment"))
_AFTER = re.compile(
    r" \d{1,4}(?=[.,;)]|'s| [a-z]+ed\b| (?:and|had|has|was|in|of|at|said|base|camp|from|near)\b)(?![.,]\d)"
)
"""A number after a name: "Guerrilla Front 19"."""
_PRESS = frozenset(("tv", "television", "radio", "press", "news", "media"))
_TRAIN = re.compile(r"\b(?:trains?|coach(?:es)?|derail\w*|rail\w*|passengers|locomotive|hijack\w*|track)\b")
"""What stands near an "Express" that no paper is."""
_STAFF = re.compile(
    r"\b(?:director|head|curator|chief executive|spokes\w+|president|chairman|doctors|surgeons?|nurses|staff|officials"
    r"|researchers|professor|superintendent|administrator|officer|executive|manager|conductor|principal|trustees?"
    r"|chair(?:wo)?man|chair|warden|worked|works|appointed) (?:of|for|at) (?:the )?\Z",
    re.IGNORECASE,
)
"""What a house does, and who stands before its name, where it means those who run it."""


class HeadFinder:
    """Finds names by their head nouns; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, alone: frozenset[str], words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.alone = alone
        self.words = words
        self.parts = words.parts
        self.gazetteer = gazetteer
        self.nouns = HeadNouns(index, words, gazetteer)
        self.extent = Extent(index, alone, words, gazetteer, self.nouns)
        self.telling = self.nouns.ends | index.prefixes.keys() | BEFORE_PRESS
        """The words without one of which there is no head noun."""
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
        words = chain.words
        for word in words:
            if word.fold in self.telling or " " in word.fold:
                break
        else:
            return []
        out: list[Proposal] = []
        joins = [view[a.end : b.start] for a, b in pairwise(words)]
        used = -1
        for at in range(len(words)):
            if at <= used:
                continue
            opening = words[at].fold
            prefix = self.index.prefixes.get(opening.split(" ", 1)[0] if " " in opening else opening)
            if (
                prefix
                and (" " in opening or (at + 1 < len(words) and joins[at] in AFTER_PREFIX))
                and not any(one.start < words[at].start and one.end == words[at].end for one in known)
            ):  # no "Union Mission" in "European Union Mission"
                used = self.extent.prefixed(words, joins, at)
                if words[used].fold in self.parts["facility"]:
                    continue  # "Union Buildings"
                first, last = words[at].start, words[used].end
                within = at + 1 < len(words) and joins[at] != "-"
                within = within and any(
                    first <= one.start and one.end <= last and one.end - one.start < last - first for one in known
                )
                score = 92 if within else 82
                out.append(Proposal("group", first, last, score, {"type": prefix}, "group.head"))
                continue
            if (
                opening not in self.nouns.ends
                and " " not in opening
                and (at == 0 or words[at - 1].fold not in BEFORE_PRESS)
            ):
                continue
            type_, width = self.nouns.head(words, joins, at)
            if not type_:
                continue
            if type_ == FACILITY:
                if not _acts(view, words[at].end) and not self._staffed(view, chain, joins, at, width, used):
                    continue
                type_ = "other"
            if self._goes_on(words, joins, at) or _SITE.match(view, words[at].end):
                continue
            if words[at].fold == "express" and _TRAIN.search(view, max(0, words[at].start - 90), words[at].end + 60):
                continue
            start = self.extent.begin(view, chain, joins, at, width, used)
            end = self._whole(words, joins, start, self.extent.end(words, joins, start, at, type_), known)
            if end == at + 1 and joins[at] == " of ":
                type_ = self.index.heads.get(f"{words[at].fold} of {words[end].fold}", type_)
            if view[words[start].start - 1 : words[start].start] == "-" and words[start].start:
                continue  # "trans-Lakeland Partnership"
            last, end = self.extent.listed(view, words, at, end)
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

    def _whole(self, words: list[Word], joins: list[str], start: int, end: int, known: list[Proposal]) -> int:
        """The last word of a name, before an "and" or a leader where a known group's name by itself stands there."""
        for at in range(start, end):
            if joins[at] != " and " and (joins[at] != " of " or not self.extent.led(words, joins, at + 1)):
                continue
            if any(one.start == words[start].start and one.end == words[at].end for one in known):
                return at  # "the Coalition for Lakes and Norwave", "the Lakso Army of Zdeno Halec"
        return end

    def _staffed(self, view: str, chain: Chain, joins: list[str], at: int, width: int, used: int) -> bool:
        """Whether those who run a house stand before its name: "the director of the Lakeside Gallery"."""
        start = chain.words[self.extent.begin(view, chain, joins, at, width, used)].start
        return _STAFF.search(view, max(0, start - 40), start) is not None

    def _saint(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a church's name goes on with who it is named for."""
        return joins[at] == " of " and words[at + 1].fold in ("st", "saint", "our", "all", "holy", "santa")

    def _goes_on(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun ends no name here: "Guard" in "National Guard Bureau", "Army" in "Army Depot"."""
        if at + 1 == len(words) or joins[at] not in (" ", " & "):
            return False
        after = words[at + 1].fold
        if after in self.parts["facility"] or (words[at].fold in self.parts["field"] and after in self.parts["office"]):
            return True
        for next_ in range(at + 1, min(at + 4, len(words))):
            word = words[next_]
            if joins[next_ - 1] not in (" ", " & ", "' ") or word.fold in self.words.titles or word.text == "The":
                return False
            if self.nouns.head(words, joins, next_)[0] not in ("", FACILITY):
                return True
        return False


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
