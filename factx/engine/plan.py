"""The plan: which rules are worth trying on which sentence.

Every rule needs words or mentions without which it cannot match. One Aho-Corasick pass over the document finds all
trigger words of all rules; a sentence is then tried only by the rules whose words it holds, and a kind's turn only by
those whose mentions it holds too. The cost of a sentence thus depends on what it says, not on how many rules exist.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Protocol

from factx.engine.lift import lower
from factx.rules.ruleset import CompiledRule


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
        self.symbols: list[list[frozenset[str]]] = []
        by_word: dict[str, list[int]] = {}
        for index, rule in enumerate(rules):
            self.symbols.append([need for need in rule.needs if is_symbols(need)])
            words = [need for need in rule.needs if not is_symbols(need)]
            if not words:
                self.always.append(index)
                continue
            for word in best(words):
                by_word.setdefault(word, []).append(index)
        self._words = sorted(by_word)
        self._rules_of = [tuple(by_word[word]) for word in self._words]
        self._automaton: object = None

    def candidates(self, view: str, sentences: Sequence[_Spanned]) -> list[set[int]]:
        """For each sentence the indices of the rules whose trigger words it holds."""
        out: list[set[int]] = [set(self.always) for _ in sentences]
        if not sentences or not self._words:
            return out
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(self._words)
        at = 0
        end = sentences[0].end
        seen: set[int] = set()
        last = len(sentences) - 1
        for word, start, _ in self._automaton.find_matches_as_indexes(lower(view), overlapping=True):  # type: ignore[attr-defined]
            if start >= end:
                while start >= end and at < last:
                    at += 1
                    end = sentences[at].end
                seen = set()
            if word not in seen:
                seen.add(word)
                out[at].update(self._rules_of[word])
        return out

    def frozen(self, rules: Sequence[CompiledRule]) -> Plan:
        """A copy that can be pickled, over `rules` in the place of those that it was made from."""
        plan = copy.copy(self)
        plan.rules = rules
        plan._automaton = None
        return plan

    def met(self, index: int, text: str) -> bool:
        """Whether a lifted sentence holds the mentions that a rule needs."""
        return all(any(symbol in text for symbol in need) for need in self.symbols[index])
