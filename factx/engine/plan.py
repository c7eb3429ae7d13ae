"""The plan: which rules are worth trying on which sentence.

Every rule needs words or mentions without which it cannot match. One Aho-Corasick pass over the document finds all
trigger words of all rules; a sentence is then tried only by the rules whose words it holds, and a kind's turn only by
those whose mentions it holds too. The cost of a sentence thus depends on what it says, not on how many rules exist.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Protocol

from factx.engine.lift import Lifted, lower, symbol_bits
from factx.rules.model import WORD
from factx.rules.ruleset import CompiledRule

Called = dict[int, "list[int] | None"]
"""The rules (by index) that a sentence calls, each with the source offsets where its matches can begin, or None."""

_DIGITS = re.compile(r"\d+")
SHORTEST = 3
"""A rule is tried at its first words only where each has so many letters: shorter ones stand in every other word."""
FEW = 60
"""A rule's words beside its triggers are looked for where they are so few: a longer list costs more than a try."""
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


class Plan:
    """Triggers of a list of compiled rules, ready to be found in a text."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        from factx.rules.pattern import best, is_symbols  # a plan out of the cache has no use for them

        self.rules = rules
        self.always: list[int] = []
        """Indices of rules with no trigger word: their mentions alone decide."""
        self.symbols: list[tuple[int, ...]] = []
        """For each rule the sets of mention characters of which it needs one each, as `symbol_bits`."""
        self._words_too: list[tuple[tuple[str, ...], ...]] = []
        """For each rule the short lists of words, beside its triggers, of which it needs one each."""
        self._leads: list[frozenset[str] | None] = []
        """For each rule the mention characters with which its matches begin, where they begin with nothing else."""
        self._digits: list[int] = []
        """Indices of rules that any digit calls; there are too many digits in news to look for them one by one."""
        self._anchored: set[int] = set()
        """Indices of rules whose every match begins with a trigger."""
        by_word: dict[str, list[int]] = {}
        within: set[str] = set()
        for index, rule in enumerate(rules):
            self.symbols.append(tuple(symbol_bits(need) for need in rule.needs if is_symbols(need)))
            words = [need for need in rule.needs if not is_symbols(need)]
            lead = rule.first if rule.first and all("\ue000" <= one <= "\uf8ff" for one in rule.first) else None
            self._leads.append(lead)
            triggers: frozenset[str] | None = None
            if rule.rule.scope not in ("paragraph", "document") and _can_anchor(rule.first):
                self._anchored.add(index)
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
                self.always.append(index)
                continue
            for trigger in triggers:
                word = trigger.removeprefix(WORD)
                if not word.isdecimal():
                    by_word.setdefault(word, []).append(index)
                    if word == trigger:
                        within.add(word)
                elif index not in self._digits:
                    self._digits.append(index)
        self._words = sorted(by_word)
        self._whole = frozenset(number for number, word in enumerate(self._words) if word not in within)
        """Words that must begin a word of the text."""
        self._rules_of = [tuple((index, index in self._anchored) for index in by_word[word]) for word in self._words]
        self._automaton: object = None

    def candidates(self, view: str, sentences: Sequence[_Spanned]) -> list[Called]:
        """For each sentence the rules whose trigger words it holds."""
        out: list[Called] = [dict.fromkeys(self.always) for _ in sentences]
        if not sentences:
            return out
        ends = [sentence.end for sentence in sentences]
        at, last = 0, len(sentences) - 1
        numeric = [(index, index in self._anchored) for index in self._digits]
        if numeric:
            for match in _DIGITS.finditer(view):
                start = match.start()
                while start >= ends[at] and at < last:
                    at += 1
                _call(out[at], numeric, start)
        if self._words:
            if self._automaton is None:
                from ahocorasick_rs import AhoCorasick

                self._automaton = AhoCorasick(self._words)
            at = 0
            found = self._automaton.find_matches_as_indexes(lower(view), overlapping=True)  # type: ignore[attr-defined]
            for word, start, _ in found:
                while start >= ends[at] and at < last:
                    at += 1
                if word in self._whole and start and view[start - 1].isalnum():
                    continue
                _call(out[at], self._rules_of[word], start)
        return out

    def frozen(self, rules: Sequence[CompiledRule]) -> Plan:
        """A copy that can be pickled, over `rules` in the place of those that it was made from."""
        plan = copy.copy(self)
        plan.rules = rules
        plan._automaton = None
        return plan

    def has_mentions(self, index: int, lifted: Lifted) -> bool:
        """Whether a lifted sentence holds the mentions that a rule needs."""
        bits = lifted.bits
        for need in self.symbols[index]:  # noqa: SIM110  (`all` of so few costs more than the loop)
            if not need & bits:
                return False
        return True

    def met(self, index: int, lifted: Lifted) -> bool:
        """Whether a lifted sentence holds all that a rule needs: its mentions, and its words beside the trigger."""
        if not self.has_mentions(index, lifted):
            return False
        for words in self._words_too[index]:
            text = lifted.lowered
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True

    def starts(self, index: int, called: list[int] | None, lifted: Lifted) -> list[int] | None:
        """The source offsets at which a rule's matches can begin: where it was called, or at its leading mentions."""
        lead = self._leads[index]
        if called is not None or lead is None:
            return called
        return [mention.start for at, mention in lifted.mentions.items() if lifted.text[at] in lead]


def _call(called: Called, rules: Sequence[tuple[int, bool]], start: int) -> None:
    for index, anchored in rules:
        if not anchored:
            called[index] = None
        elif (starts := called.get(index)) is None:
            called[index] = [start]
        elif start not in starts:
            starts.append(start)


def _can_anchor(first: frozenset[str] | None) -> bool:
    words = [word.removeprefix(WORD) for word in first or ()]
    if not words or not FREQUENT.isdisjoint(words):
        return False
    return all(word.isdecimal() or (len(word) >= SHORTEST and word[0] < "\ue000") for word in words)
