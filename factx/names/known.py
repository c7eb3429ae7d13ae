"""Known groups: forms of the lexicon, where they name a group and not the word that they also are."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise
from typing import Any

from factx.gazetteer.store import Gazetteer
from factx.names.definitions import FACTION
from factx.names.fold import fold
from factx.names.index import Entry, GroupIndex
from factx.names.model import Chain, Proposal, Word
from factx.names.words import GroupWords

_POSTED = re.compile(r" (?:posts?|pages?|accounts?|videos?|users?|groups?|channels?|messages?|footage|feeds?)\b")
_SHARE = re.compile(
    r"\b(?:[Ll]ike|[Ff]ollow|[Ss]hare|[Ff]ind|[Jj]oin|[Tt]weet|[Cc]onnect with)\b[^.\n]*\b(?:on|via|at) \Z"
)
"""What stands before a platform where a page asks its reader to."""
_MADE = re.compile(
    r" (?:[\w-]+ )?(?:rifles?|pick-?ups?|trucks?|cars?|jeeps?|vans?|guns?|phones?|\d"
    r"|pies?|juice|trees?|orchards?|casings?)\b"
)
"""What a maker's name stands before when it names what it made, or what is no maker's."""
_ACTS = re.compile(
    r" (?:said|says|announced|unveiled|launched|reported|sued|denied|declined|agreed|plans|confirmed|posted|sold|bought"
    r"|vowed|urged|accused|warned|refused|hopes|expects|insists|paid|has (?:acquired|announced|bought|agreed|launched"
    r"|unveiled|confirmed|said|sold|denied|sued))\b"
)
"""What a company or a party does, and few words that begin a sentence do."""
_CHANNELS = frozenset((
    "one", "two", "three", "four", "five", "radio", "world", "sport", "sports", "arabic", "persian", "turkish",
    "arabia", "international", "business", "live", "tv", "studios", "films", "music", "scotland", "wales",
    "ni", "cymru",
))  # fmt: skip
"""What a broadcaster's channels are called after it."""
_WING = re.compile("-[A-Z]{1,4}")
"""What a hyphen joins to an acronym where both name a branch of the group: "FARC-EMC"."""
_ARMED = "armed_group"
_POLITICAL = frozenset(("party", "armed_group"))
KIN = frozenset(("abu", "abou", "umm", "bin", "ibn", "bint", "ben", "ould", "mr", "mrs", "ms", "sheikh"))
"""What stands before a man's name, whatever group bears it too."""
_LONE = re.compile(r"[.,;:)]| (?:and|or|is|was|rainforest|forests?|basin|river|delta)\b|\Z")
"""What follows a name after "the" that is no company's: "the Amazon", whose river it is."""
_MODEL = re.compile(r" [A-Z]{0,2}\d\d")
"""A type of plane or car after its maker."""
_JOINT = re.compile("[-/]")
_RUNS_IN = re.compile(r"[\w.@/-]")
_RUNS_ON = re.compile(r"[\w.-]\w")
"""What before and after a form says that it is a piece of something longer: an address, a word."""


class KnownFinder:
    """Finds the forms of an index; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, alone: frozenset[str], words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.alone = alone
        self.words = words
        self.gazetteer = gazetteer

    def propose(self, view: str, chains: list[Chain]) -> list[list[Proposal]]:
        """Forms of the lexicon in each of some chains, the longest from each word on.

        One that is also a word may stand where a sentence begins if it stands elsewhere in the document; one that is
        also a surname or the like, if the document gives the group a longer name.
        """
        found: list[list[Proposal]] = []
        waiting: list[tuple[list[Proposal], Proposal]] = []
        stood: set[str] = set()
        told: set[str] = set()
        known = self.index.longest
        for chain in chains:
            out: list[Proposal] = []
            words = chain.words
            at = 0
            while at < len(words):
                first = words[at].fold
                longest = known.get(first.split(" ", 1)[0] if " " in first else first, 0)
                step = 1
                for last in range(min(len(words), at + longest) - 1, at - 1, -1) if longest else ():
                    end = words[last].end
                    text = view[words[at].start : end]
                    if view.startswith("'s", end) and fold(text) in self.index.owned:
                        end += 2  # "McDonald's" is a name with its possessive
                        text = view[words[at].start : end]
                    entries = self.index.forms.get(fold(text))
                    if entries is None:
                        continue
                    if self._cued(view, chain, at, last, text, entries):
                        stood.add(text)
                        if " " in text:
                            told.add(entries[0].id)
                        for tail, others in self.index.tails.get(fold(text), {}).items():
                            if view.startswith(tail, end + 1) and not view[end + 1 + len(tail) :][:1].isalpha():
                                entries, end = others, end + 1 + len(tail)  # "UN refugee agency"
                        if last + 1 < len(words) and self._branch(view, words, last, entries[0].type):
                            last += 1
                            end = words[last].end
                        if entries[0].type in _POLITICAL and (faction := FACTION.match(view, end)):
                            end = faction.end()
                            entries = self.index.forms.get(fold(view[words[at].start : end])) or entries
                        out.append(known_proposal(entries, words[at].start, end))
                        step = last - at + 1
                    elif text in self.index.risky and not chain.plain and self._alone(view, chain, at, last):
                        waiting.append((out, known_proposal(entries, words[at].start, end)))
                    break
                else:
                    if "-" in words[at].text or "/" in words[at].text:
                        out.extend(self._joined(words[at]))
                at += step
            if len(out) > 2 and len(words) > 2 and self._buttons(view, out):
                out.clear()
            found.append(out)
        for out, one in waiting:
            text = view[one.start : one.end]
            if (text in stood and text in self.index.plain) or one.attributes["group_id"] in told:
                out.append(one)
        return found

    def _buttons(self, view: str, out: list[Proposal]) -> bool:
        """Whether platforms stand in a row, as under a page that asks to be shared."""
        rows = sum(view[one.end : other.start] == " " for one, other in pairwise(out))
        return rows > 1 and all(fold(view[one.start : one.end]) in self.words.parts["platform"] for one in out)

    def small(self, view: str, signs: Set[str]) -> list[Proposal]:
        """Forms that no chain holds, for a word in small letters or in digits: "eBay", "March 23 Movement"."""
        out: list[Proposal] = []
        for form in self.index.small:
            if form not in signs:
                continue
            start = view.find(form)
            while start >= 0:
                end = start + len(form)
                if not _RUNS_IN.match(view, max(0, start - 1), start) and not _RUNS_ON.match(view, end):
                    out.append(known_proposal(self.index.forms[fold(form)], start, end))
                start = view.find(form, end)
        return out

    def _joined(self, word: Word) -> list[Proposal]:
        """A known acronym that a hyphen or stroke joins to another name: "NATO-Afghanistan patrols"."""
        out: list[Proposal] = []
        at = word.start
        parts = _JOINT.split(word.text)
        for part in parts:
            if len(part) > 2 and part.isupper() and part not in self.index.risky and part not in self.words.stop:
                entries = self.index.forms.get(fold(part))
                wing = part is parts[0] and _WING.fullmatch(word.text[len(part) :]) is not None
                others = self.index.forms.get(fold(parts[1])) if wing else None
                if entries is not None and wing and (others is None or entries[0].type == others[0].type == _ARMED):
                    return [Proposal("group", word.start, word.end, 90, {"type": entries[0].type}, "group.wing")]
                if entries is not None:
                    out.append(known_proposal(entries, at, at + len(part)))
            at += len(part) + 1
        return out

    def _branch(self, view: str, words: list[Word], last: int, type_: str) -> bool:
        """Whether a country or a channel after a name is part of it: "Sony Australia", "BBC One"."""
        if type_ not in ("company", "media", "ngo") or view[words[last].end : words[last + 1].start] != " ":
            return False
        if type_ == "media" and words[last + 1].fold in _CHANNELS:
            return True
        places = self.gazetteer.lookup(words[last + 1].fold)
        return bool(places) and places[0].feature in ("country", "continent", "area") and places[0].rank > 5

    def _cued(self, view: str, chain: Chain, at: int, to: int, text: str, entries: list[Entry]) -> bool:
        """Whether a form may stand for its group here: not a word in lower case, not a risky form without a cue."""
        first, last = chain.words[at], chain.words[to]
        type_ = entries[0].type
        name = fold(text)
        agency = text not in self.index.plain and any(entry.type == "media" for entry in entries)
        if agency and _credited(view, first.start, last.end):
            return True
        if text == "RT" and view.startswith(" @", last.end):
            return False  # a message passed on
        if not text.isupper() and self._thing(view, chain.words, to, type_):
            return False  # "Telegraph Road", "Bank of America Stadium"
        if name in self.words.parts["platform"]:
            shared = _SHARE.search(view, max(0, first.start - 60), first.start) is not None
            return not shared and _POSTED.match(view, last.end) is None and text[0].isupper()
        if at and chain.words[at - 1].fold in KIN and view[first.start - 1] == " ":
            return False  # "Abu Shabab"
        if name in self.words.parts["ship"] and view[last.end + 1 : last.end + 2].isupper():
            return False  # "INS Vikrant"
        if text[1:].islower() and (name in self.index.mixed or (name in self.words.given and len(text) < 4)):
            return False  # Jim, not the JIM; let, not the LeT
        if at == to and name in self.words.given and self._surnamed(view, chain.words, to):
            return False  # "Leonardo Bruni", not the company
        if len(text) > 2 and text[-1] == "s" and text[:-1].isupper():
            return False  # "MPs" are members, and no form in small letters
        alone = name in self.alone and name not in self.words.parts["article"]
        if chain.plain and text.capitalize() in self.index.risky and not alone:
            return False  # "TARGET", where all is in capitals
        if text not in self.index.risky and text.upper() not in self.index.risky and text not in self.words.stop:
            return len(text) > 3 or not chain.plain
        if chain.plain:
            return False
        if text.isupper() and len(text) > 1 and text not in self.words.stop:
            return text.lower() not in ("is", "it") or not chain.first
        before = view[max(0, first.start - 32) : first.start].lower().split()
        after = view[last.end : last.end + 24].lower().split()
        cues = self.words.cues
        if (before and (before[-1].strip("\"'(") in cues or " ".join(before[-2:]) in cues)) or (
            after and (after[0].strip(".,'\"") in cues or " ".join(after[:2]).strip(".,'\"") in cues)
        ):
            return True
        if at == 0 and chain.first:
            return text in self.index.plain and _ACTS.match(view, last.end) is not None
        if name in self.alone:
            if (
                type_ == "media"
                and view[last.end : last.end + 1] == " "
                and view[last.end + 1 : last.end + 2].isupper()
            ):
                return False  # "the Independent Patriots"
            return name not in self.words.parts["article"] or view[max(0, first.start - 4) : first.start].endswith(
                ("the ", "The ")
            )
        articled = view.startswith(("the ", "The "), max(0, first.start - 4))
        if articled and type_ == "media":
            return text in self.index.plain and _ACTS.match(view, last.end) is not None  # "the Punch reported"
        if articled and name != "league":
            return False
        return text in self.index.plain and type_ in ("company", "party") and self._alone(view, chain, at, to)

    def _surnamed(self, view: str, words: list[Word], at: int) -> bool:
        """Whether a word that no group's name goes on with stands beside one."""
        if at + 1 == len(words) or view[words[at].end : words[at + 1].start] != " ":
            return False
        after = words[at + 1].fold
        return (
            after not in self.index.heads
            and after not in self.words.parts["droppable"]
            and not (words[at + 1].text.isupper())
        )

    def _thing(self, view: str, words: list[Word], at: int, type_: str) -> bool:
        """Whether what follows makes a name that of a street, a building, a treaty, or what a company sells."""
        if type_ == "company":
            the = view[max(0, words[at].start - 4) : words[at].start].lower() == "the "
            the = the and self.gazetteer.placed(words[at].fold, 2)
            if _MODEL.match(view, words[at].end) or (the and _LONE.match(view, words[at].end)):
                return True
        if at + 1 == len(words) or view[words[at].end : words[at + 1].start] != " ":
            return False
        after = words[at + 1].fold
        return after in self.words.parts["site"] or (type_ == "company" and after in self.words.parts["product"])

    def _alone(self, view: str, chain: Chain, at: int, to: int) -> bool:
        """Whether words in capitals stand by themselves, and nowhere in small letters."""
        words = chain.words
        led = chain.first and at == 1 and words[0].fold in self.words.leads  # "Now Apple is"
        beside = (at > 0 and not led and view[words[at - 1].end : words[at].start] == " ") or (
            to + 1 < len(words) and view[words[to].end : words[to + 1].start] == " "
        )
        made = _MADE.match(view, words[to].end) is not None
        text = view[words[at].start : words[to].end]
        return not (made or beside or f" {text.lower()}" in view or self.gazetteer.placed(words[at].fold))


def _credited(view: str, start: int, end: int) -> bool:
    """Whether a span stands as the name of an agency does in the credit of a picture or a report: "(AP)", "/AFP]"."""
    return view[end : end + 1] == "/" or (view[start - 1 : start] in ("(", "[", "/") and view[end : end + 1] in ")],")


def known_proposal(entries: list[Entry], start: int, end: int) -> Proposal:
    """The reading of a span as the group of the first of some entries."""
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
