"""The plan: which rules are worth trying on which sentence.

Every rule needs words or mentions without which it cannot match. One Aho-Corasick pass over the document finds all
trigger words of all rules; a sentence is then tried only by the rules whose words it holds, and a kind's turn only by
those whose mentions it holds too. The cost of a sentence thus depends on what it says, not on how many rules exist.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from factx.engine.lift import Lifted, lower, symbol_bits
from factx.rules.model import WORD
from factx.rules.ruleset import CompiledRule

_DIGITS = re.compile(r"\d+")
DIGIT = ""
"""The trigger of rules that any digit calls; there are too many digits in news to look for them one by one."""
SHORTEST = 3
"""A rule is tried at its first words only where each has so many letters: shorter ones stand in every other word."""
FEW = 60
"""A rule's words beside its triggers are looked for where they are so few: a longer list costs more than a try."""
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
        from factx.rules.pattern import best, is_symbols  # a plan out of the cache has no use for them

        self.rules = rules
        self.always_called = 0
        """Rules with no trigger word: their mentions alone decide."""
        self._needs: list[tuple[int, ...]] = []
        """For each rule the sets of mention characters of which it needs one each, as `symbol_bits`."""
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
            self._needs.append(tuple(symbol_bits(need) for need in rule.needs if is_symbols(need)))
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
        self._whole = frozenset(number for number, word in enumerate(self._words) if word not in within)
        """Words that must begin a word of the text."""
        self._rules_of = [sum(1 << index for index in set(by_word[word])) for word in self._words]
        first: set[int] = set()
        for number, word in enumerate(self._words):
            for index in by_word[word]:
                if index in self._firsts:
                    self._firsts[index].add(number)
                    first.add(number)
        self._first = frozenset(first)
        """Words with which the matches of some rule begin."""
        self._automaton: object = None

    def candidates(self, view: str, sentences: Sequence[_Spanned]) -> list[Called]:
        """For each sentence what its words call."""
        out = [Called(self.always_called) for _ in sentences]
        if not sentences:
            return out
        ends = [sentence.end for sentence in sentences]
        last = len(sentences) - 1
        if self._rules_of[0]:
            at = 0
            for match in _DIGITS.finditer(view):
                start = match.start()
                while start >= ends[at] and at < last:
                    at += 1
                called = out[at]
                called.rules |= self._rules_of[0]
                called.firsts.append((0, start))
        if len(self._words) > 1:
            if self._automaton is None:
                from ahocorasick_rs import AhoCorasick, Implementation

                # The one that is soonest made: there are thousands of words, and most runs read one article.
                self._automaton = AhoCorasick(
                    self._words[1:], implementation=Implementation.NoncontiguousNFA, store_patterns=False
                )
            at = 0
            whole, first, rules_of = self._whole, self._first, self._rules_of
            found = self._automaton.find_matches_as_indexes(lower(view), overlapping=True)  # type: ignore[attr-defined]
            for word, start, _ in found:
                number = word + 1
                while start >= ends[at] and at < last:
                    at += 1
                if number in whole and start and view[start - 1].isalnum():
                    continue
                called = out[at]
                called.rules |= rules_of[number]
                if number in first:
                    called.firsts.append((number, start))
        return out

    def frozen(self, rules: Sequence[CompiledRule]) -> Plan:
        """A copy that can be pickled, over `rules` in the place of those that it was made from."""
        plan = copy.copy(self)
        plan.rules = rules
        plan._automaton = None
        plan._allowed = {}
        return plan

    def allowed(self, bits: int) -> int:
        """The rules that find the mentions they need in a sentence with these mention characters (`symbol_bits`)."""
        allowed = self._allowed.get(bits)
        if allowed is None:
            if len(self._allowed) >= MAX_ALLOWED:
                self._allowed.clear()
            allowed = 0
            for index, needs in enumerate(self._needs):
                if all(need & bits for need in needs):
                    allowed |= 1 << index
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
