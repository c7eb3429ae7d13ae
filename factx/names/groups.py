"""Groups: named organisations, forces, parties, companies, found by lexicon, head noun, definition, cue and acronym."""

from __future__ import annotations

import re

from factx.document.model import Document
from factx.gazetteer.store import Gazetteer
from factx.names.acronyms import AcronymFinder
from factx.names.bare import SIGNS as OF_ALIASES
from factx.names.bare import BareFinder
from factx.names.dated import SIGNS as OF_DAYS
from factx.names.dated import dated
from factx.names.definitions import common, definitions
from factx.names.fold import fold
from factx.names.heads import HeadFinder
from factx.names.index import GroupIndex
from factx.names.known import KnownFinder
from factx.names.ministries import SIGN as OF_MINISTRIES
from factx.names.ministries import ministries
from factx.names.model import Chain, Proposal
from factx.names.numbered import SIGNS as OF_UNITS
from factx.names.numbered import namesakes, numbered, shortened
from factx.names.signs import Signs
from factx.names.teams import SIGNS as OF_TEAMS
from factx.names.teams import TeamFinder
from factx.names.words import GroupWords

_ARTICLED = frozenset(("media", "company", "ngo"))
_ARTICLE = re.compile(r"[a-z][,\"]{0,2} The \Z")
"""An article with a capital within a sentence, which is part of a name: "in The Lakeside Tribune"."""
_POSTED = re.compile(r" (?:of|for|on|to|against|in) ")
"""What stands between a head noun and what it is for."""
_OFFICE = re.compile(r" (?:director|chief|head|leader|president|chair\w*|spokes\w+|officials?|members?|sources?)\b")
"""Who speaks for a group after its name."""
_OFFICES = re.compile(r" (?:director|chief|head|spokes\w+)\b")
"""Who does where the name begins a sentence: "Council members" are any council's."""
_SMALL = re.compile(r"\b[a-z]{5,}|[*\[\d]")


class GroupFinder:
    """Finds groups with an index of known ones and lists of words; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, alone: frozenset[str], words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.known = KnownFinder(index, alone, words, gazetteer)
        self.heads = HeadFinder(index, alone, words, gazetteer)
        self.acronyms = AcronymFinder(index, words, gazetteer)
        self.bare = BareFinder(index, words, gazetteer)
        self.teams = TeamFinder(words, gazetteer)
        self.signs = Signs((*index.small, OF_MINISTRIES, *OF_DAYS, *OF_UNITS, *OF_ALIASES, *OF_TEAMS))

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All group readings of the chains of a document."""
        view = document.view
        signs = self.signs.of(document)
        out = self.known.small(view, signs)
        defined = definitions(view, chains)
        alone = self.heads.articled(view, chains)
        headings: list[Proposal] = []
        for chain, known in zip(chains, self.known.propose(view, chains), strict=True):
            out.extend(known)
            if not chain.plain and (headed := self.heads.propose(view, chain, alone, known)):
                sentence = document.sentences[chain.sentence]
                heading = len(chain.words) > 2 and _titled(view[sentence.start : sentence.end])
                (headings if heading else out).extend(headed)
        told = {fold(view[one.start : one.end]) for one in out if one.rule == "group.head"} if headings else set()
        for one in headings:
            name = fold(view[one.start : one.end])
            words = name.split()
            if name in told or (len(words) < 4 and words[0] in self.words.nations):
                out.append(one)
        nouns = common(view, self.index.heads, self.words.parts["facility"])
        for acronym, (start, end) in [*defined.items()]:
            if self._thing(fold(view[start:end])):
                nouns.add(acronym)
                del defined[acronym]
                continue
            out.append(self.acronyms.defined(view, acronym, start, end))
        self.acronyms.bracketed(view, chains, out, defined)
        pairs = self.acronyms.pairs(view, out)
        out.extend(self.acronyms.propose(view, chains, defined, nouns, pairs))
        out.extend(ministries(view, signs))
        out.extend(dated(view, signs))
        out.extend(numbered(view, signs))
        out.extend(namesakes(view, signs))
        out.extend(shortened(view, out))
        out.extend(self._again(view, chains, out))
        out.extend(self.bare.propose(view, chains, out, signs))
        out.extend(self.teams.propose(view, chains, out, signs))
        for one in out:
            if (
                view.startswith("The ", one.start - 4)
                and one.attributes.get("type") in _ARTICLED
                and _ARTICLE.search(view, max(0, one.start - 7), one.start)
            ):
                one.start -= 4
        return out

    def _thing(self, name: str) -> bool:
        """Whether a name that an acronym stands for is a treaty's, a country's or the like, and no group's."""
        last = re.split(" (?:of|for|on|in|to|against) ", name)[0].rsplit(" ", 1)[-1]
        named = last in self.words.parts["facility"] or self.known.gazetteer.placed(name, 4)
        return named and name not in self.index.forms

    def _again(self, view: str, chains: list[Chain], out: list[Proposal]) -> list[Proposal]:
        """Head nouns that stand with the article for a name given in full: "the Observatory"."""
        full: dict[str, Proposal] = {}
        for one in out:
            if one.rule in ("group.head", "group.lexicon", "group.definition"):
                name = fold(view[one.start : one.end])
                words = _POSTED.split(name)[0].split()
                for head in (words[0], words[-1]) if " " in name else ():
                    if head not in self.index.heads or head in self.words.parts["suffix"]:
                        continue
                    if head not in full or (full[head].start == one.start and "acronym" in one.attributes):
                        full[head] = one
        again: list[Proposal] = []
        for chain in chains if full else ():
            if chain.plain:
                continue
            for at, word in enumerate(chain.words):
                long = full.get(word.fold)
                if long is None or long.start <= word.start < long.end or not word.text[1:].islower():
                    continue
                if view[max(0, word.start - 4) : word.start].lower() != "the " and not _holds(view, chain, at):
                    continue
                if at + 1 < len(chain.words) and chain.words[at + 1].start - word.end < 5:
                    continue
                attributes = {"type": long.attributes["type"]}
                if long.attributes.get("group_id"):
                    attributes |= {name: long.attributes[name] for name in ("group_id", "known_as", "country")}
                else:
                    acronym = "acronym" in long.attributes
                    attributes["full"] = f"@{long.start}" if acronym else fold(view[long.start : long.end])
                again.append(Proposal("group", word.start, word.end, 64, attributes, "group.again"))
        return again


def _holds(view: str, chain: Chain, at: int) -> bool:
    """Whether a head noun with a capital and no article stands for its group: "Observatory director Sami Nader"."""
    if at and view[chain.words[at].start - 1] == " ":
        return False
    offices = _OFFICES if chain.first and at == 0 else _OFFICE
    return offices.match(view, chain.words[at].end) is not None


def _titled(text: str) -> bool:
    """Whether a sentence is a headline whose words all have capitals: its names are not told from its verbs."""
    return text.rstrip()[-1:] not in (".", '"', "!") and text.count(" ") > 3 and _SMALL.search(text) is None
