"""Matching: the rules of one kind over one lifted sentence, each match a candidate for a fact.

A candidate knows its captures in the lifted text and its span in the source. A rule whose capture in `each` repeats
("nine rebels and about twenty policemen were killed") gives a candidate for each repetition.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factx.engine.budget import TIMEOUT, Budget
from factx.engine.lift import Lifted
from factx.facts import Mention
from factx.rules.model import CORE, Kind, Rule
from factx.rules.ruleset import CompiledRule

if TYPE_CHECKING:
    from regex import Match

Span = tuple[int, int]
SHORT = 400
"""Characters of a sentence that the built-in rules, which are linted for it, need no clock for (it costs a third)."""


class Candidate:
    """One match of one rule: its captures (lifted spans) and the source span that the fact would have."""

    __slots__ = ("captures", "end", "lifted", "match_span", "rule", "start")

    def __init__(self, rule: Rule, captures: dict[str, Span], match_span: Span, lifted: Lifted, hull: Span) -> None:
        self.rule = rule
        self.captures = captures
        self.match_span = match_span
        self.lifted = lifted
        self.start, self.end = hull

    def text(self, name: str) -> str:
        """The lifted text of a capture, "" where the rule captured none of that name."""
        span = self.captures.get(name)
        return self.lifted.text[span[0] : span[1]] if span else ""

    def mention(self, name: str, kind: str = "") -> Mention | None:
        """The first mention (of `kind`) within a capture."""
        span = self.captures.get(name)
        return self.lifted.mention_at(*span, kind) if span else None

    def source(self, name: str) -> Span | None:
        """The source span of a capture."""
        span = self.captures.get(name)
        return self.lifted.source_span(*span) if span else None


def find(
    rules: Iterable[tuple[CompiledRule, list[int] | None]], kind: Kind, lifted: Lifted, budget: Budget
) -> list[Candidate]:
    """All candidates that `rules` (of `kind`) find in a lifted sentence, in the order of rules and of text.

    With each rule come the source offsets at which its matches can begin, or None where they can begin anywhere.
    Rules that run out of time are stopped in `budget`, and those that did before are passed over.
    """
    out: list[Candidate] = []
    clock = time.perf_counter
    for compiled, starts in rules:
        limit = TIMEOUT
        begun = 0.0
        count = len(out)
        if budget.watching:
            if compiled.rule.id in budget.stopped:
                continue
            limit = budget.left(compiled.rule.id)
            begun = clock() - compiled.readying
        names = compiled.captures
        each = [name for name in kind.each if name in names] if compiled.rule.role == "rule" else []
        try:
            for match in _matches(compiled, lifted, starts, limit):
                whole = match.span()
                captures = {name: match.span(name) for name in names if match.start(name) >= 0}
                repeated = [(name, span) for name in each for span in match.spans(name)]
                if lifted.marked.inserted:
                    if lifted.marked.at_mark(whole[0]):
                        continue
                    back = lifted.marked.back
                    whole = back(whole)
                    captures = {name: back(span) for name, span in captures.items()}
                    repeated = [(name, back(span)) for name, span in repeated]
                if len(repeated) > 1:
                    for name, span in repeated:
                        own = {key: value for key, value in captures.items() if key not in each}
                        own[name] = span
                        out.append(_candidate(compiled.rule, kind, own, whole, lifted))
                else:
                    out.append(_candidate(compiled.rule, kind, captures, whole, lifted))
        except TimeoutError:
            budget.watching = True
            budget.stopped.setdefault(compiled.rule.id, lifted.source_start(0))
        if begun:
            budget.charge(
                compiled.rule.id, clock() - compiled.readying - begun, len(out) - count, lifted.source_start(0)
            )
    return out


def _matches(compiled: CompiledRule, lifted: Lifted, starts: list[int] | None, limit: float) -> Iterator[Match[str]]:
    """The matches of a rule, from every offset at which one can begin.

    Raises TimeoutError when `limit` seconds have gone: `regex` counts them for each match, so we do for all.
    """
    marked = lifted.marked
    text = marked.text
    if compiled.rule.pack == CORE and len(text) <= SHORT:
        sieve = None if compiled.has_outline or lifted.disputed else compiled.sieve
        if starts is None:
            if not sieve or sieve.search(text):
                yield from compiled.compiled.finditer(text, overlapped=True)
            return
        for start in starts:
            at = lifted.lifted_start(start)
            if at is None:
                continue
            at = marked.forth(at)
            if (not sieve or sieve.match(text, at)) and (one := compiled.compiled.match(text, at)):
                yield one
        return
    pattern = compiled.compiled
    clock = time.perf_counter
    end = clock() + limit
    if starts is None:
        for found in pattern.finditer(text, overlapped=True, timeout=limit):
            yield found
            if clock() > end:
                raise TimeoutError
        return
    for start in starts:
        at = lifted.lifted_start(start)
        if at is not None:
            if one := pattern.match(text, marked.forth(at), timeout=limit):
                yield one
            if clock() > end:
                raise TimeoutError


def _candidate(rule: Rule, kind: Kind, captures: dict[str, Span], whole: Span, lifted: Lifted) -> Candidate:
    hull = [captures[name] for name in kind.span if name in captures]
    if rule.role == "avoid" and "avoid" in captures:
        hull = [captures["avoid"]]
    start, end = (min(span[0] for span in hull), max(span[1] for span in hull)) if hull else whole
    return Candidate(rule, captures, whole, lifted, lifted.source_span(start, end))
