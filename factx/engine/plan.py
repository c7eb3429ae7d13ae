"""The plan: which rules are worth trying on which sentence.

Every rule needs words or mentions without which it cannot match. A sentence is tried only by the rules whose words it
holds, and a kind's turn only by those whose mentions it holds too. What a word calls is looked up once: news repeats
itself. The cost of a sentence thus depends on what it says, not on how many rules exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from factx.engine.lift import Lifted, lower, symbol_bits
from factx.rules.model import WORD
from factx.rules.ruleset import CompiledRule

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
DIGIT = ""
"""The trigger of rules that any digit calls; there are too many digits in news to look for them one by one."""
SHORTEST = 3
"""A rule is tried at its first words only where each has so many letters: shorter ones stand in every other word."""
FEW = 60
"""A rule's words beside its triggers are looked for where they are so few: a longer list costs more than a try."""
MAX_WORDS = 100_000
"""How many words of texts a plan remembers."""
MAX_WORD = 40
"""Letters of the longest word that it remembers: what is longer comes once."""
MAX_ALLOWED = 5_000
"""How many sets of mention characters a plan remembers."""
FREQUENT = frozenset(
    {
        *("all", "and", "are", "but", "for", "from", "had", "has", "have", "her", "his", "its", "not", "she"),
        *("that", "the", "they", "this", "was", "were", "who", "with"),
    }
)
"""Words that stand in nearly every sentence, so that it is cheaper to look for what else a rule needs."""


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Called:
    """What the words of a sentence call: the rules, as the bits of a number, and the words that stand first in some."""

    __slots__ = ("firsts", "rules")

    def __init__(self, rules: int = 0) -> None:
        self.rules = rules
        self.firsts: list[tuple[int, int]] = []
        """The number of a trigger word with which matches begin, and the source offset where it stands."""


class Plan:
    """Triggers of a list of compiled rules, ready to be found in a text. Sets of rules are the bits of a number."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        from factx.rules.needs import best, is_symbols  # a plan out of the cache has no use for them

        self.rules = rules
        self.always_called = 0
        """Rules with no trigger word: their mentions alone decide."""
        self._needing: dict[tuple[int, ...], int] = {}
        """By the sets of mention characters (`symbol_bits`) of which it needs one each, the rules of those needs."""
        self._allowed: dict[int, int] = {}
        """By the mention characters of a sentence the rules that find those they need: news repeats itself."""
        self._words_too: list[tuple[tuple[str, ...], ...]] = []
        """For each rule the short lists of words, beside its triggers, of which it needs one each."""
        self._leads: list[frozenset[str] | None] = []
        """For each rule the mention characters with which its matches begin, where they begin with nothing else."""
        self._firsts: dict[int, set[int]] = {}
        """For each rule whose every match begins with a trigger the numbers of those."""
        by_word: dict[str, list[int]] = {DIGIT: []}
        within: set[str] = set()
        for index, rule in enumerate(rules):
            needs = tuple(symbol_bits(need) for need in rule.needs if is_symbols(need))
            self._needing[needs] = self._needing.get(needs, 0) | 1 << index
            words = [need for need in rule.needs if not is_symbols(need)]
            lead = rule.first if rule.first and all("\ue000" <= one <= "\uf8ff" for one in rule.first) else None
            self._leads.append(lead)
            triggers: frozenset[str] | None = None
            if rule.rule.scope not in ("paragraph", "document") and _can_anchor(rule.first):
                self._firsts[index] = set()
                triggers = rule.first
            elif words:
                triggers = best(words)
            self._words_too.append(
                tuple(
                    tuple(sorted(word.removeprefix(WORD) for word in need))
                    for need in words
                    if need != triggers and len(need) <= FEW
                )
            )
            if triggers is None:
                self.always_called |= 1 << index
                continue
            for trigger in triggers:
                word = trigger.removeprefix(WORD)
                if word.isdecimal():
                    word = DIGIT
                elif word == trigger:
                    within.add(word)
                by_word.setdefault(word, []).append(index)
        self._words = sorted(by_word)
        """The trigger words; their places in this list are their numbers."""
        self._rules_of = [sum(1 << index for index in set(by_word[word])) for word in self._words]
        first: set[int] = set()
        for number, word in enumerate(self._words):
            for index in by_word[word]:
                if index in self._firsts:
                    self._firsts[index].add(number)
                    first.add(number)
        self._first = frozenset(first)
        """Words with which the matches of some rule begin."""
        self._begun: dict[str, int] = {}
        """The numbers of those that begin a word of the text, of one word."""
        self._parted: dict[str, list[int]] = {}
        """The numbers of those that begin one and have more than a word, by their first."""
        self._held: list[int] = []
        """The numbers of those of one word that may stand within a word."""
        self._signs: list[int] = []
        """The numbers of the others."""
        for number, word in enumerate(self._words[1:], 1):
            head = _WORD.match(word)
            if word in within:
                (self._held if _WORD.fullmatch(word) else self._signs).append(number)
            elif head is None:
                self._signs.append(number)
            elif head[0] == word:
                self._begun[word] = number
            else:
                self._parted.setdefault(head[0], []).append(number)
        self._longest = max(map(len, self._begun), default=0)
        """Letters of the longest of those that begin a word: no more of a word is read for them."""
        self._called: dict[str, tuple[int, tuple[int, ...], tuple[int, ...]]] = {}
        """By word of a text the rules that it calls, the first words among its triggers, and those to be read on."""

    def candidates(self, view: str, sentences: Sequence[_Spanned]) -> list[Called]:
        """For each sentence what its words call."""
        out = [Called(self.always_called) for _ in sentences]
        if not sentences:
            return out
        ends = [sentence.end for sentence in sentences]
        last = len(sentences) - 1
        text = lower(view)
        at = 0
        called = out[0]
        known = self._called
        for match in _WORD.finditer(text):
            word = match[0]
            start = match.start()
            while start >= ends[at] and at < last:
                at += 1
                called = out[at]
            calls = known.get(word)
            if calls is None:
                calls = self._call(word)
            rules, firsts, parted = calls
            called.rules |= rules
            for number in firsts:
                called.firsts.append((number, start))
            for number in parted:
                if text.startswith(self._words[number], start):
                    self._add(called, number, start)
        if self._rules_of[0]:
            self._find(_DIGITS, 0, text, out, ends)
        for number in self._signs:
            word = self._words[number]
            if word in text:
                self._find(re.compile(re.escape(word)), number, text, out, ends)
        return out

    def _call(self, word: str) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        """What a word of a text calls."""
        begun = (self._begun.get(word[:length]) for length in range(1, min(len(word), self._longest) + 1))
        numbers = [number for number in begun if number is not None]
        numbers += [number for number in self._held if self._words[number] in word]
        rules = 0
        for number in numbers:
            rules |= self._rules_of[number]
        if len(self._called) >= MAX_WORDS:
            self._called.clear()
        firsts = tuple(number for number in numbers if number in self._first)
        calls = (rules, firsts, tuple(self._parted.get(word, ())))
        if len(word) <= MAX_WORD:
            self._called[word] = calls
        return calls

    def _find(self, what: re.Pattern[str], number: int, text: str, out: list[Called], ends: list[int]) -> None:
        """Call what a trigger calls wherever it stands."""
        at = 0
        for match in what.finditer(text):
            start = match.start()
            while start >= ends[at] and at < len(out) - 1:
                at += 1
            self._add(out[at], number, start)

    def _add(self, called: Called, number: int, start: int) -> None:
        called.rules |= self._rules_of[number]
        if number in self._first:
            called.firsts.append((number, start))

    def frozen(self, rules: Sequence[CompiledRule]) -> Plan:
        """A copy that can be pickled, over `rules` in the place of those that it was made from."""
        import copy  # which only who writes a cache needs

        plan = copy.copy(self)
        plan.rules = rules
        plan._called = {}
        plan._allowed = {}
        return plan

    def allowed(self, bits: int) -> int:
        """The rules that find the mentions they need in a sentence with these mention characters (`symbol_bits`)."""
        allowed = self._allowed.get(bits)
        if allowed is None:
            if len(self._allowed) >= MAX_ALLOWED:
                self._allowed.clear()
            allowed = 0
            for needs, rules in self._needing.items():
                if all(need & bits for need in needs):
                    allowed |= rules
            self._allowed[bits] = allowed
        return allowed

    def has_words(self, index: int, lifted: Lifted) -> bool:
        """Whether a lifted sentence holds the words that a rule needs beside its trigger."""
        for words in self._words_too[index]:
            text = lifted.lowered
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True

    def starts(self, index: int, called: Called, lifted: Lifted) -> list[int] | None:
        """The source offsets at which a rule's matches can begin, at its first words or mentions; None for anywhere."""
        words = self._firsts.get(index)
        if words is not None:
            return sorted({start for word, start in called.firsts if word in words})
        lead = self._leads[index]
        if lead is None:
            return None
        return [mention.start for at, mention in lifted.mentions.items() if lifted.text[at] in lead]


def indices(rules: int) -> Iterator[int]:
    """The members of a set of rules, in order."""
    while rules:
        lowest = rules & -rules
        yield lowest.bit_length() - 1
        rules ^= lowest


def _can_anchor(first: frozenset[str] | None) -> bool:
    words = [word.removeprefix(WORD) for word in first or ()]
    if not words or not FREQUENT.isdisjoint(words):
        return False
    return all(word.isdecimal() or (len(word) >= SHORTEST and word[0] < "\ue000") for word in words)
