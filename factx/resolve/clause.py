"""The words of a sentence around its counts of troops, and the verbs among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from factx.document.model import Sentence
from factx.facts import Mention
from factx.resolve.verbs import Sense, Verbs

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w.'’/-]*\w|[\w$%]|[^\w\s]")
ENDS = frozenset([".", ";", ":", "?", "!", "—", "–", "--", '"', "“", "”", "(", ")"])
"""Signs that end a clause."""
GOVERNING = frozenset(["for", "with", "by", "of"])
"""Prepositions that are no particles: what stands before them is no part of their verb."""
QUOTES = frozenset(['"', "“", "”"])
THERE = "there"
"""What the lexicon says of those that others join, replace or cut: present, even where that is to come."""
AWAY = {"deployed": "withdrawn"}
"""What becomes of those who are sent or come home."""


class Token(msgspec.Struct, frozen=True):
    """A word, a sign, or a count of troops."""

    word: str
    start: int
    end: int
    number: int
    """Its number among the counts, -1 for a word."""
    name: bool = False
    """Whether it begins with a capital."""
    last: int = 0
    """Where a count ends that holds another: "2,000 of the 5,000 soldiers"."""
    counted: str = ""
    """The words of a count."""


def tokens_of(view: str, sentence: Sentence, counts: Sequence[Mention]) -> list[Token]:
    """The words of a sentence, with a sign for each of its counts."""
    out: list[Token] = []
    at = sentence.start
    for number, count in enumerate(counts):
        if count.start < at:
            continue
        out += _words(view, at, count.start)
        at = count.end
        if number + 1 < len(counts) and counts[number + 1].start < at:
            at = min(count.captures.get("count", (0, at))[1], counts[number + 1].start)
        out.append(Token("#", count.start, at, number, last=count.end, counted=view[count.start : count.end]))
    out += _words(view, at, sentence.end)
    return out


def _words(view: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch, small but for the month that would be a modal."""
    for found in _TOKEN.finditer(view, start, end):
        word = found[0] if found[0] == "May" else found[0].lower()
        yield Token(word, found.start(), found.end(), -1, found[0][0].isupper())


class Words:
    """The words of a sentence, read around its counts."""

    def __init__(self, tokens: list[Token], verbs: Verbs) -> None:
        self.tokens = tokens
        self.words = [one.word for one in tokens]
        self.verbs = verbs
        self.lists = verbs.lists

    def verb(self, k: int, at: int) -> Sense | None:
        """The verb at a word, with its particle beside it or behind what it governs."""
        word = self.words[k]
        alone = self.verbs.senses.get(word)
        beside = self.verbs.senses.get(f"{word} {self.words[k + 1]}") if k + 1 < len(self.words) else None
        behind = None
        if k < at and at + 1 < len(self.words) and self.words[at + 1] not in GOVERNING:
            behind = self.verbs.senses.get(f"{word} {self.words[at + 1]}")
        if alone is None:
            return behind or beside
        return beside or behind or self._homeward(k, max(k, at), alone)

    def quoted(self, k: int) -> bool:
        """Whether a mark only quotes words of a clause, and begins or ends no speech."""
        if self.words[k] not in QUOTES or not k or k + 1 >= len(self.words):
            return False
        before, after = self.words[k - 1], self.words[k + 1]
        return before not in (",", ":", ".") and before not in self.lists.says and after not in self.lists.says

    def _homeward(self, k: int, start: int, alone: Sense) -> Sense:
        """A verb of coming or bringing with home some way behind it, or with out of: those troops leave."""
        if "deployed" not in (alone.object, alone.subject, alone.passive):
            return alone
        for j in (k + 1, *range(start + 1, start + 9)):
            word = self.words[j] if j < len(self.words) else "."
            if word in ENDS or word in self.lists.conjunction or word == "," or word in self.lists.conjoined:
                break
            out = j == k + 1 and self.words[j : j + 2] == ["out", "of"]
            if out or (word == "home" and not self.is_noun(j) and self.words[j - 1] not in ("at", "from", "back")):
                said = (AWAY.get(one, one) for one in (alone.object, alone.subject, alone.passive))
                return Sense(f"{alone.lemma} {word}", alone.form, *said)
        return alone

    def is_noun(self, k: int) -> bool:
        """Whether a word that can be a verb stands as a noun or an adjective: "the command", "a planned force"."""
        before = self.words[k - 1] if k else ""
        if self.words[k] == "support" and before in (",", "and", "or", "with"):
            return True  # infantry, support troops
        if before in self.lists.numeral and self.words[k].endswith("s"):
            return True
        if self.words[k + 1 : k + 2] == ["of"] and self.verbs.senses.get(f"{self.words[k]} of") is None:
            return True
        return before in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "his",
            "of",
            "in",
            "under",
            "this",
            "that's",
        ) and not self.words[k].endswith("ing")

    def mandated(self, k: int) -> str:
        """The mood of a be without an auxiliary, in what someone asked or ordered: "asked that the force be cut"."""
        if self.words[k - 1] in self.lists.modal or self.words[k - 1] == "to":
            return ""
        for j in range(k - 1, max(-1, k - 10), -1):
            if self.words[j] == "that":
                moods = (self.verbs.moods.get(one, ("", ""))[0] for one in self.words[max(0, j - 4) : j])
                return next((mood for mood in moods if mood in ("planned", "requested")), "")
        return ""

    def finite(self, k: int) -> bool:
        """Whether a word begins what a subject does."""
        word = self.words[k]
        if word in self.lists.be or word in self.lists.have or word in self.lists.modal or word.endswith("ed"):
            return True
        if word in self.lists.says:
            return word != "that"
        verb = self.verbs.senses.get(word)
        return verb is not None and verb.form in ("past", "s")


def shade(base: str, mood: str) -> str:
    """What becomes of an action that is to come, is asked for or is refused."""
    if mood in ("", "actual"):
        return base
    if base == "other":
        return base
    if base in ("withdrawn", THERE):
        return "present" if mood == "refused" and base == "withdrawn" else base
    if mood == "refused":
        return "other"
    if base in ("planned", "requested", "total"):
        return base
    return mood
