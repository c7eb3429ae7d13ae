"""Acronyms: those that a text defines, those in brackets after a group, and those that nothing explains."""

from __future__ import annotations

import re
from collections import Counter

from factx.gazetteer.store import Gazetteer
from factx.names.definitions import ACRONYM
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.kinds import refine
from factx.names.known import known_proposal
from factx.names.model import Chain, Proposal, Word
from factx.names.nouns import FACILITY
from factx.names.words import GroupWords

_PAIRED = frozenset(("company", "media", "party", "ngo", "armed_group", "military"))
"""Types of groups that news calls by two letters."""
_COUNTED = re.compile(r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth)")


_ARTICLE = re.compile(r"\b[Aa]n? \Z")
_STATION = re.compile(r"[KW][BCDFGJ-NP-TV-Z][A-Z]{1,2}(?:-TV|-FM|-AM)?")
"""The call letters of an American station: "KTUU"."""
_NUMERAL = re.compile(r"[IVXL]+")
_NO_BODY = re.compile(
    r" (?:\d|(?:laws?|act|statute|treaty|vaccines?|genes?|virus|scans?|tests?|rays?|levels|pollution)\b)"
)
"""What follows capitals that are a law's, a substance's or an index's."""
_LEADS = re.compile(r" (?!(?:is|was|has|had|will|says?|said|and|to|officials?|spokes\w+)\b)[a-z]")
"""What follows a word in capitals with which a report only begins: "CIVIC leaders met"."""


class AcronymFinder:
    """Finds acronyms, given those that are defined; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.gazetteer = gazetteer

    def defined(self, view: str, acronym: str, start: int, end: int) -> Proposal:
        """The long form that defines an acronym, with what the lexicon knows of either."""
        entries = self.index.forms.get(fold(view[start:end])) or self.index.forms.get(fold(acronym))
        if entries:
            proposal = known_proposal(entries, start, end)
            proposal.score = 93
        else:
            words = fold(view[start:end]).split()
            core = words[: next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))]
            stretches = (" ".join(core[at:stop]) for stop in range(len(core), 0, -1) for at in range(stop))
            opening = self.index.prefixes.get(words[0], "other")
            head = next((self.index.heads[name] for name in stretches if name in self.index.heads), opening)
            head = "other" if head == FACILITY else head
            proposal = Proposal("group", start, end, 93, {"type": refine(head, " ".join(words))}, "group.definition")
        proposal.attributes["acronym"] = acronym
        return proposal

    def bracketed(
        self, view: str, chains: list[Chain], out: list[Proposal], defined: dict[str, tuple[int, int]]
    ) -> None:
        """Acronyms in brackets after a group, whatever their letters: "Kurdistan Workers' Party (PKK)"."""
        ends: dict[int, Proposal] = {}
        for one in out:
            if one.end not in ends or ends[one.end].start > one.start:
                ends[one.end] = one
        for chain in chains:
            word = chain.words[0]
            if (
                len(chain.words) > 1
                or view[word.start - 2 : word.start] != " ("
                or view[word.end : word.end + 1] != ")"
            ):
                continue
            long = ends.get(word.start - 2)
            if (
                long is not None
                and long.end - long.start > 2 * len(word.text)
                and "acronym" not in long.attributes
                and (word.text not in self.words.stop or self._own(word, long))
                and (word.text not in defined or long.start < defined[word.text][0])
                and (
                    word.fold not in self.index.forms
                    or self.index.forms[word.fold][0].name == word.text  # the lexicon has no long form
                    or _shuffled(word.text, view[long.start : long.end])
                )
                and (ACRONYM.fullmatch(word.text) or self._blend(word, view[long.start : long.end]))
            ):
                long.attributes["acronym"] = word.text
                defined[word.text] = (long.start, long.end)

    def _own(self, word: Word, long: Proposal) -> bool:
        """Whether an acronym that is a word's too is a form of the known group before it: "(MST)"."""
        known = self.index.forms.get(word.fold) or ()
        return any(entry.id == long.attributes.get("group_id") for entry in known)

    def _blend(self, word: Word, long: str) -> bool:
        """Whether a word in brackets is made of the letters of a long name: "Eastern Lakeside Command (Eastlacom)"."""
        name = fold(long)
        letters = iter(name)
        return (
            long.count(" ") > (not word.text[-1].isupper())
            and word.text[0] == long[0]
            and (
                all(letter in letters for letter in word.fold)
                or (name.count(" ") > 2 and word.text.isalpha() and not Counter(word.fold) - Counter(name))
            )  # of one in another tongue, the letters alone: "Secretariat of National Defence (Sedena)"
            and not self.gazetteer.placed(word.fold)
        )

    def pairs(self, view: str, found: list[Proposal]) -> dict[str, Proposal]:
        """The companies and bodies of two words that a text names, by their initials: "British Airways" by "BA"."""
        out: dict[str, Proposal] = {}
        for one in found:
            words = view[one.start : one.end].split(" ")
            if len(words) == 2 and one.score >= 80 and one.attributes.get("type") in _PAIRED:
                initials = words[0][:1] + words[1][:1]
                if initials.isupper() and initials not in self.words.stop:
                    out.setdefault(initials, one)
        return out

    def propose(
        self,
        view: str,
        chains: list[Chain],
        defined: dict[str, tuple[int, int]],
        common: set[str],
        pairs: dict[str, Proposal],
    ) -> list[Proposal]:
        """Acronyms, but for those of `common` things, and sites ("znak.com")."""
        out: list[Proposal] = []
        for chain in chains:
            if chain.plain:
                continue
            for at, word in enumerate(chain.words):
                text = word.text
                if text[1:].islower() and "." not in text and text not in defined:
                    continue  # a word, as most are
                if text in defined:
                    out.append(Proposal("group", word.start, word.end, 94, {"defined": text}, "group.acronym"))
                elif text in pairs and len(text) == 2:
                    if self._single(view, chain, at):
                        long = pairs[text]
                        attributes = {
                            name: long.attributes.get(name) for name in ("type", "group_id", "known_as", "country")
                        }
                        if not attributes["group_id"]:
                            attributes["full"] = fold(view[long.start : long.end])
                        out.append(Proposal("group", word.start, word.end, 60, attributes, "group.acronym"))
                elif ACRONYM.fullmatch(text) and text not in self.words.stop and text not in common:
                    one = self._capitals(view, chain, at)
                    if one is not None:
                        out.append(one)
                elif "." in text and text.lower().endswith((".com", ".org", ".net", ".ru")):
                    out.append(Proposal("group", word.start, word.end, 50, {"type": "media"}, "group.site"))
        return out

    def _single(self, view: str, chain: Chain, at: int) -> bool:
        """Whether no capital stands beside two letters, which are no initials or state then."""
        words = chain.words
        beside = (at > 0 and view[words[at - 1].end : words[at].start] in (" ", ", ")) or (
            at + 1 < len(words) and view[words[at].end : words[at + 1].start] in (" ", ". ")
        )
        return not beside

    def _capitals(self, view: str, chain: Chain, at: int) -> Proposal | None:
        """An acronym that nothing explains, unless it is a word among others in capitals, a dateline, or counted."""
        word = chain.words[at]
        text = word.text
        if word.fold in self.index.forms or word.fold in self.words.titles or len(text) < 3:
            return None
        for other in chain.words[max(0, at - 1) : at + 2]:
            apart = view[min(other.end, word.end) : max(other.start, word.start)]
            if (
                apart in (" ", "-", "/")
                and len(other.text) > 2
                and other.text.isupper()
                and other.fold not in self.index.forms
            ):
                return None
        before = view[max(0, word.start - 3) : word.start].lower()
        if chain.first and at == 0 and view[word.end : word.end + 1] == ":":
            return None  # "ITEM: ..."
        if _NUMERAL.fullmatch(text) or _NO_BODY.match(view, word.end):
            return None  # "FTSE 100", "the RICO law"
        if before.endswith("-"):
            return None
        if at + 1 < len(chain.words) and view[word.end : chain.words[at + 1].start] == " ":
            after = chain.words[at + 1].fold
            if after in self.words.parts["facility"] and after not in self.words.parts["purpose"]:
                return None  # "the SAFE-T Act"
        if _ARTICLE.search(view, max(0, word.start - 4), word.start) or before.strip()[-1:].isdigit():
            return None
        if (
            chain.first
            and at == 0
            and (
                (len(text) > 5 and not _STATION.fullmatch(text))
                or (len(text) > 3 and _LEADS.match(view, word.end) and not _STATION.fullmatch(text))
                or view[word.end : word.end + 2] in (" (", " -", " \u2014", ", ")
            )
            and view.count(text) == 1
        ):
            return None
        start, type_ = (
            word.start,
            "media" if _STATION.fullmatch(text) or text.endswith(("TV", "-FM", "-AM")) else "other",
        )
        if at > 0 and _COUNTED.fullmatch(chain.words[at - 1].text) and view[start - 1] == " ":
            start, type_ = chain.words[at - 1].start, "military"  # "407th AEG"
        elif len(text) > 3 and self.gazetteer.placed(word.fold):
            return None
        return Proposal("group", start, word.end, 40, {"type": type_}, "group.capitals")


def _shuffled(acronym: str, long: str) -> bool:
    """Whether an acronym has the initials of a name in another order: "National Unity Government (GNU)"."""
    return sorted(acronym) == sorted(word[0] for word in long.split() if word[0].isupper())
