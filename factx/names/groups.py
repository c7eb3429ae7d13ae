"""Groups: named organisations, forces, parties, companies, found by lexicon, head noun, definition, cue and acronym."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from factx.document.model import Document
from factx.names.fold import fold
from factx.names.index import Entry, GroupIndex
from factx.names.model import Chain, Proposal, Word

_TIGHT = (" ", "'s ", "' ", "s' ", " & ", " - ", "-", " \u2014 ")
_THROUGH = re.compile(r"\b(?:on|via|through|like|a|to) \Z", re.IGNORECASE)
_OPEN = re.compile(r" (?:of|for|to|on|against|in)(?: the)? ")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}(?:-[A-Z]+)?")
_INTERNATIONAL = re.compile(
    r"\b(?:un|united nations|european|african|arab|world|international|inter|islamic cooperation|eu|au)\b"
)
_BODY = re.compile(
    r"\b(?:council|commission|committee|court|tribunal|bank|fund|agency|programme|program|parliament|union|assembly"
    r"|organi[sz]ation|inquiry|board|secretariat|office)\b"
)
_IRREGULAR = re.compile(
    r"\b(?:liberation|free|resistance|lords|salvation|islamic|revolutionary|rebel|victorious|mahdi|republican army)\b"
)
_STATE = re.compile(r"^(?:us|united states|royal|national|army|(?:\w+(?:an|ish|ese|i|ch|ic|eek|ss)))\b")


class GroupFinder:
    """Finds groups with an index of known ones and lists of words; made once, applied to any number of documents."""

    def __init__(
        self,
        index: GroupIndex,
        alone: frozenset[str],
        stop: frozenset[str],
        cues: dict[str, str],
        leads: frozenset[str],
    ) -> None:
        self.index = index
        self.alone = alone
        self.stop = stop
        self.cues = cues
        self.leads = leads
        self.bodies = frozenset({"coalition", "parliament"})
        self.platforms = frozenset(
            {"facebook", "twitter", "youtube", "whatsapp", "instagram", "telegram", "skype", "x", "tiktok", "signal"}
        )
        """Words that begin sentences or stand before names and are no part of them (folded)."""

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All group readings of the chains of a document."""
        view = document.view
        out: list[Proposal] = []
        defined = definitions(view, chains)
        alone: set[str] = {name for name in self.bodies if f"the {name.title()}" in view}
        for chain in chains:
            out.extend(self._known(view, chain))
            if not chain.plain:
                out.extend(self._headed(view, chain, alone))
                out.extend(self._short(view, chain, defined))
        for acronym, (start, end) in defined.items():
            out.append(self._defined(view, acronym, start, end))
        return out

    def _known(self, view: str, chain: Chain) -> list[Proposal]:
        """Forms of the lexicon, the longest from each word on."""
        out: list[Proposal] = []
        words = chain.words
        at = 0
        while at < len(words):
            first = words[at].fold.split()
            longest = self.index.longest.get(first[0], 0) if first else 0
            step = 1
            for last in range(min(len(words), at + longest) - 1, at - 1, -1):
                text = view[words[at].start : words[last].end]
                entries = self.index.forms.get(fold(text))
                if entries is None:
                    continue
                if self._cued(view, chain, at, last, text):
                    out.append(_known_proposal(entries, words[at].start, words[last].end))
                    step = last - at + 1
                break
            at += step
        return out

    def _cued(self, view: str, chain: Chain, at: int, to: int, text: str) -> bool:
        """Whether a form may stand for its group here: not a word in lower case, not a risky form without a cue."""
        first, last = chain.words[at], chain.words[to]
        if fold(text) in self.platforms and _THROUGH.search(view[max(0, first.start - 10) : first.start]):
            return False
        if text not in self.index.risky and text.upper() not in self.index.risky:
            return len(text) > 3 or not chain.plain
        if chain.plain:
            return False
        if text.isupper() and len(text) > 1:
            return text.lower() not in ("is", "it") or not chain.first
        before = view[max(0, first.start - 24) : first.start].lower().split()
        after = view[last.end : last.end + 24].lower().split()
        if (before and before[-1].strip("\"'(") in self.cues) or (after and after[0].strip(".,'\"") in self.cues):
            return True
        return (at > 0 or not chain.first) and fold(text) in self.alone

    def _headed(self, view: str, chain: Chain, alone: set[str]) -> list[Proposal]:
        """Names with a head noun: "Iraqi Ministry of Culture", "Popular Front", "1st Cavalry Division"."""
        out: list[Proposal] = []
        words = chain.words
        joins = [view[a.end : b.start] for a, b in pairwise(words)]
        used = -1
        for at in range(len(words)):
            if at <= used:
                continue
            type_, width = self._head(words, joins, at)
            if not type_:
                continue
            start = at - width + 1
            while start > 0 and start - 1 > used and joins[start - 1] in _TIGHT and not self._leads(chain, start - 1):
                start -= 1
            end = at
            opened = (
                at + 1 < len(words) and _OPEN.fullmatch(joins[at]) is not None and type_ not in ("company", "media")
            )
            if at + 1 < len(words) and joins[at] in _TIGHT and self._head(words, joins, at + 1)[0]:
                continue  # a longer name goes on: "National Guard" in "National Guard Bureau"
            if opened:
                end = at + 1
                while end + 1 < len(words) and joins[end] in _TIGHT and not self._known_word(words[end + 1]):
                    end += 1
                while (
                    end + 1 < len(words)
                    and joins[end] in (" and ", " and the ", " of ", " of the ", " & ")
                    and not self._known_word(words[end + 1])
                    and not _ACRONYM.fullmatch(words[end + 1].text)
                ):
                    end += 1
                    while end + 1 < len(words) and joins[end] in _TIGHT:
                        end += 1
            name = fold(view[words[start].start : words[end].end])
            if name in self.stop:
                continue
            if start == end:
                before = view[max(0, words[start].start - 4) : words[start].start].lower()
                sure = before.endswith("the ") or (not (chain.first and start == 0) and name in self.bodies)
                if name not in self.alone or not (sure or name in alone):
                    continue
                alone.add(name)
            used = end
            out.append(
                Proposal(
                    "group", words[start].start, words[end].end, 82 if start != end else 66,
                    {"type": refine(type_, name)}, "group.head",
                )
            )  # fmt: skip
        return out

    def _head(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The type that a head noun ending at a word tells, with the number of its words; "" where there is none."""
        for width in (3, 2, 1):
            first = at - width + 1
            if first < 0 or any(joins[k] not in (" ", "'s ", "' ", "s' ") for k in range(first, at)):
                continue
            type_ = self.index.heads.get(" ".join(word.fold for word in words[first : at + 1]))
            if type_:
                return type_, width
        return "", 0

    def _leads(self, chain: Chain, at: int) -> bool:
        return chain.words[at].fold in self.leads

    def _known_word(self, word: Word) -> bool:
        return word.fold in self.index.forms and len(word.text) > 1 and word.text.isupper()

    def _short(self, view: str, chain: Chain, defined: dict[str, tuple[int, int]]) -> list[Proposal]:
        """Acronyms, names beside a cue ("rebel group X", "X fighters"), and sites ("znak.com")."""
        out: list[Proposal] = []
        for at, word in enumerate(chain.words):
            text = word.text
            if text in defined:
                out.append(Proposal("group", word.start, word.end, 88, {"defined": text}, "group.acronym"))
            elif _ACRONYM.fullmatch(text) and text not in self.stop:
                alone = len(chain.words) == 1 or not view[max(0, word.start - 30) : word.end + 30].isupper()
                before = view[max(0, word.start - 3) : word.start].lower()
                counted = before.endswith(("a ", "an ")) or before.strip()[-1:].isdigit()
                dateline = (
                    chain.first
                    and at == 0
                    and (len(text) > 5 or view[word.end : word.end + 2] in (" (", " -", " \u2014", ", "))
                )
                if alone and not counted and not dateline and word.fold not in self.index.forms and len(text) > 2:
                    out.append(Proposal("group", word.start, word.end, 40, {"type": "other"}, "group.capitals"))
            elif "." in text and text.lower().endswith((".com", ".org", ".net", ".ru")):
                out.append(Proposal("group", word.start, word.end, 50, {"type": "media"}, "group.site"))
            if at == 0:
                cues = view[max(0, word.start - 40) : word.start].lower().split()
                for width in (3, 2):
                    cue = " ".join(cues[-width:])
                    if self.cues.get(cue):
                        end = 0
                        while (
                            end + 1 < len(chain.words)
                            and view[chain.words[end].end : chain.words[end + 1].start] == " "
                        ):
                            end += 1
                        out.append(
                            Proposal(
                                "group", word.start, chain.words[end].end, 64, {"type": self.cues[cue]}, "group.cue"
                            )
                        )
                        break
        return out

    def _defined(self, view: str, acronym: str, start: int, end: int) -> Proposal:
        """The long form that defines an acronym, with what the lexicon knows of either."""
        entries = self.index.forms.get(fold(view[start:end])) or self.index.forms.get(fold(acronym))
        if entries:
            proposal = _known_proposal(entries, start, end)
            proposal.score = 93
        else:
            words = fold(view[start:end]).split()
            head = next((self.index.heads[word] for word in reversed(words) if word in self.index.heads), "other")
            proposal = Proposal("group", start, end, 93, {"type": refine(head, " ".join(words))}, "group.definition")
        proposal.attributes["acronym"] = acronym
        return proposal


def _known_proposal(entries: list[Entry], start: int, end: int) -> Proposal:
    entry = entries[0]
    attributes: dict[str, Any] = {
        "type": entry.type,
        "group_id": entry.id,
        "known_as": entry.name,
        "country": entry.countries[0] if len(entry.countries) == 1 else None,
    }
    if len(entries) > 1:
        attributes["others"] = entries
    return Proposal("group", start, end, 90, attributes, "group.lexicon")


def definitions(view: str, chains: list[Chain]) -> dict[str, tuple[int, int]]:
    """Acronyms that the text defines, with the span of the long form: "Full Name (ACR)"."""
    out: dict[str, tuple[int, int]] = {}
    for before, chain in pairwise(chains):
        word = chain.words[0]
        if not _ACRONYM.fullmatch(word.text) or view[before.words[-1].end : word.start].strip(" \"'") != "(":
            continue
        if view[word.end : word.end + 1] not in ")," or word.text in out:
            continue
        letters = [letter for letter in word.text.lower() if letter.isalpha()]
        words = before.words
        for first in range(len(words) - 1, -1, -1):
            initials = [part[0] for one in words[first:] for part in one.fold.split()]
            linked = re.findall(r"\b\w", fold(view[words[first].start : words[-1].end]))
            if (
                (initials == letters or linked == letters or _within(letters, linked))
                and initials[:1] == letters[:1]
                and len(words) - first > 1
            ):
                out[word.text] = (words[first].start, words[-1].end)
                break
    return out


def _within(letters: list[str], initials: list[str]) -> bool:
    """Whether the letters stand among the initials in order, and most initials are among them."""
    at = iter(initials)
    return len(letters) > 2 and all(letter in at for letter in letters) and len(initials) <= len(letters) + 2


def refine(type_: str, name: str) -> str:
    """The type of a name by its head noun, as its other words change it."""
    if type_ in ("government", "company", "ngo") and _INTERNATIONAL.search(name) and _BODY.search(name):
        return "igo"
    if type_ in ("military", "armed_group") and name.endswith(
        ("army", "forces", "force", "brigade", "brigades", "battalion")
    ):
        if _IRREGULAR.search(name):
            return "armed_group"
        if _STATE.search(name) or name[0].isdigit():
            return "military"
    return type_
