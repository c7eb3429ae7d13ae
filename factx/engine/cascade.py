"""The cascade: layer upon layer of kinds over each sentence, each seeing the mentions of the layers before it lifted.

    sentence  At least 12 soldiers were killed near Kidal on Monday.
    names,    At least 12 soldiers were killed near P on D.           dates and names are found over the document
    number    N soldiers were killed near P on D.
    people    C were killed near P on D.                              C: a count with its noun
    casualty  [C were killed]

Mentions of a layer hide those that they cover: "12 Malian soldiers" is one character of kind people.
"""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from factx.document.model import Document, Sentence
from factx.engine.budget import Budget
from factx.engine.build import build
from factx.engine.context import apply
from factx.engine.lift import Lifted, lift
from factx.engine.match import find
from factx.engine.plan import Called, Plan, indices
from factx.engine.select import select
from factx.errors import KindError
from factx.facts import Mention, within
from factx.rules.model import Kind, Lexicon
from factx.rules.ruleset import CompiledRule, RuleSet
from factx.shelf import Shelf

FIRST_LAYER = ("date", "group", "person", "place")
"""Kinds that are settled over the whole document before any other kind is looked for."""


NARROW = ("sentence", "title")
"""The scopes of rules that see one sentence at a time."""
MAX_UNIT = 20_000
"""Characters that a rule of wider scope sees at most at a time, so that its cost stays linear."""


Call = tuple[CompiledRule, "list[int] | None"]
"""A rule with the source offsets at which its matches can begin, or None for anywhere."""


class Unit(msgspec.Struct, frozen=True):
    """The span that a rule sees: a sentence, a paragraph, or a stretch of the document."""

    start: int
    end: int


class Layered(msgspec.Struct):
    """What a cascade found in a sentence: the mentions that stand lifted, and all mentions by kind."""

    lifted: list[Mention]
    found: dict[str, list[Mention]] = {}


class Cascade:
    """A rule set made ready to run: rules by kind, in the order of the kinds, with their plan."""

    def __init__(self, rules: RuleSet, kinds: Iterable[str] | None = None) -> None:
        """Take the rules of `kinds` and of all that they build on; of every enabled kind where `kinds` is None.

        Raises KindError where a kind asked for is not in the rule set.
        """
        self.rules = rules
        order = rules.order()
        wanted = set(kinds) if kinds is not None else {name for name in order if rules.kinds[name].enabled}
        for name in sorted(wanted.difference(rules.kinds)):
            known = ", ".join(sorted(one for one, kind in rules.kinds.items() if kind.emit))
            raise KindError(f"no kind of fact is called {name!r}", None, f"one of {known}")
        needed = closure(rules, wanted)
        self.kinds = [name for name in order if name in needed]
        by_kind = rules.by_kind()
        self.compiled: list[CompiledRule] = []
        self._turns: dict[str, dict[str, int]] = defaultdict(dict)
        """By scope ("" for one sentence) the kinds that have rules of it, in order, with those rules."""
        self._of_role: dict[str, int] = defaultdict(int)
        """The rules by their role."""
        for name in self.kinds:
            for compiled in by_kind.get(name, ()):
                bit = 1 << len(self.compiled)
                self.compiled.append(compiled)
                scope = "" if compiled.rule.scope in NARROW else compiled.rule.scope
                self._turns[scope][name] = self._turns[scope].get(name, 0) | bit
                self._of_role[compiled.rule.role] |= bit
        self.plan = Plan(self.compiled)
        self._classes = {name: kind.classes for name, kind in rules.kinds.items() if kind.classes}
        referred = {reference.partition(".")[0] for rule in self.compiled for reference in rule.references}
        self._lifted = {name for name in self.kinds if name in referred} | set(FIRST_LAYER)
        self.budget = Budget()
        """The time that rules have used on the document at hand."""
        self.cache: tuple[str, str] | None = None
        """The file that `factx.engine.cache` keeps this cascade in, and the key that it keeps it under."""
        self.shelf: Shelf | None = None
        """What that file holds, where it was read."""
        self.extras: dict[str, Any] = {}
        """What other layers made of the rule set, by name; kept with it."""

    def extra(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, which is to hang on nothing but the rule set: made once, and then out of the cache."""
        if name not in self.extras:
            kept = f"extra {name}"
            self.extras[name] = self.shelf[kept] if self.shelf and kept in self.shelf else make()
        return self.extras[name]

    def frozen_state(self) -> dict[str, Any]:
        """All that a cascade is but its lexicons and patterns, without what only authors of rules read."""
        light = []
        marks = self.rules.marks.light()
        for one in self.compiled:
            rule = msgspec.structs.replace(one.rule, pattern="", description="", examples=(), counterexamples=())
            light.append(CompiledRule(rule, "", [], one.captures, frozenset(), marks=one.marks and marks))
        rules = RuleSet(self.rules.kinds, marks=marks, symbols=self.rules.symbols)
        plan = self.plan.frozen(light)
        return vars(self) | {
            "rules": rules,
            "compiled": light,
            "plan": plan,
            "budget": Budget(),
            "cache": None,
            "shelf": None,
            "extras": {},
        }

    @classmethod
    def thaw(cls, state: dict[str, Any], lexicons: dict[str, Lexicon], shelf: Shelf) -> Cascade:
        """The cascade of a frozen state; patterns that are not on the shelf are compiled when first tried."""
        cascade = cls.__new__(cls)
        vars(cascade).update(state)
        cascade.rules.lexicons = lexicons
        cascade.shelf = shelf
        for one in cascade.compiled:
            one.shelf = shelf
            one.is_kept = True
        return cascade

    def candidates(self, document: Document) -> list[Called]:
        """For each sentence of a document the indices of the rules that its words call for."""
        return self.plan.candidates(document.view, document.sentences)

    def lift(self, document: Document, sentence: Unit | Sentence, mentions: Sequence[Mention], case: bool) -> Lifted:
        """A sentence (or wider unit) lifted with `mentions`."""
        marks = None if case else self.rules.marks
        return lift(
            document.view, sentence.start, sentence.end, mentions, self.rules.symbols, self._classes, case, marks
        )  # fmt: skip

    def run_kind(
        self, name: str, document: Document, section: str, lifted: Lifted, called: Called, scope: str = ""
    ) -> list[Mention]:
        """The mentions of one kind in one lifted sentence, or wider unit, by those of its rules that are called.

        Rules of other roles are tried only where there are matches, or facts, for them to speak of.
        """
        possible = self._turns[scope].get(name, 0) & called.rules & self.plan.allowed(lifted.bits)
        giving = self._fitting(possible & self._of_role["rule"], section, lifted, called)
        if not giving:
            return []
        avoiding = self._fitting(possible & self._of_role["avoid"], section, lifted, called)
        kind = self.rules.kinds[name]
        view, lexicons = document.view, self.rules.lexicons
        chosen = select(find(giving + avoiding, kind, lifted, self.budget), kind)
        facts = [made for one in chosen if (made := build(one, kind, view, lexicons)) is not None]
        aside = possible & (self._of_role["link"] | self._of_role["context"])
        if facts and aside:
            asides = self._fitting(aside, section, lifted, called)
            apply(find(asides, kind, lifted, self.budget), facts, kind, view, lexicons)
        return facts

    def _fitting(self, rules: int, section: str, lifted: Lifted, called: Called) -> list[Call]:
        """Those of a set of rules that may match in a lifted sentence, each with where its matches can begin."""
        fitting: list[Call] = []
        for index in indices(rules):
            if self.plan.has_words(index, lifted):
                compiled = self.compiled[index]
                rule = compiled.rule
                sections = ("title",) if rule.scope == "title" else rule.sections
                if (not sections or section in sections) and compiled.may_match(lifted):
                    fitting.append((compiled, self.plan.starts(index, called, lifted)))
        return fitting

    def run(self, document: Document, sentence: Sentence, first: list[Mention], called: Called) -> Layered:
        """All layers above the first over one sentence; `first` are the first layer's mentions in it, in order."""
        layered = Layered(first)
        lifted: dict[bool, Lifted] = {}
        for name, rules in self._turns[""].items():
            if name in FIRST_LAYER or not rules & called.rules:
                continue
            kind = self.rules.kinds[name]
            if kind.case not in lifted:
                lifted[kind.case] = self.lift(document, sentence, layered.lifted, kind.case)
            found = self.run_kind(name, document, sentence.section, lifted[kind.case], called)
            if found and kind.yields:
                found = unclaimed(found, kind, self.rules.kinds, layered.found)
            if found:
                layered.found[name] = found
                if name in self._lifted:
                    layered.lifted = cover(layered.lifted, found)
                    lifted = {}
        return layered

    def run_wide(self, document: Document, mentions: list[Mention], called: list[Called]) -> list[Mention]:
        """What the rules of scope paragraph and document find; `mentions` are those that stand lifted, in order."""
        found: list[Mention] = []
        for scope, kinds in self._turns.items():
            if not scope:
                continue
            for unit, sentences in units(document, scope):
                all_called = Called(functools.reduce(operator.or_, (called[number].rules for number in sentences)))
                if not any(rules & all_called.rules for rules in kinds.values()):
                    continue
                inside = within(mentions, unit.start, unit.end)
                section = document.sentences[sentences[0]].section
                for name in kinds:
                    lifted = self.lift(document, unit, inside, self.rules.kinds[name].case)
                    found.extend(self.run_kind(name, document, section, lifted, all_called, scope))
        return found


def units(document: Document, scope: str) -> list[tuple[Unit, list[int]]]:
    """The paragraphs of a document, or the document as one, each with the numbers of its sentences.

    A unit ends where it would grow beyond `MAX_UNIT` characters and another begins.
    """
    out: list[tuple[Unit, list[int]]] = []
    last: int | None = None
    for number, sentence in enumerate(document.sentences):
        group = sentence.paragraph if scope == "paragraph" else 0
        if out and group == last and sentence.end - out[-1][0].start <= MAX_UNIT:
            out[-1] = (Unit(out[-1][0].start, sentence.end), [*out[-1][1], number])
        else:
            out.append((Unit(sentence.start, sentence.end), [number]))
        last = group
    return out


def cover(below: list[Mention], above: list[Mention]) -> list[Mention]:
    """The mentions of two layers in order of text, those of the layer below left out where one above covers them."""
    kept = [one for one in below if not any(one.start < other.end and other.start < one.end for other in above)]
    return sorted(kept + above, key=lambda one: one.start)


def unclaimed(
    found: list[Mention], kind: Kind, kinds: dict[str, Kind], others: dict[str, list[Mention]]
) -> list[Mention]:
    """The mentions that claim nothing which a mention of a kind that theirs yields to has claimed."""
    taken = [
        span
        for name in kind.yields
        for other in others.get(name, ())
        for claim in kinds[name].claim
        if (span := other.captures.get(claim))
    ]
    return [
        one
        for one in found
        if not any(
            (span := one.captures.get(claim)) and span[0] < end and start < span[1]
            for claim in kind.claim
            for start, end in taken
        )
    ]


def closure(rules: RuleSet, kinds: set[str]) -> set[str]:
    """The kinds and all the kinds that they build on."""
    needed = set(kinds)
    while True:
        more = {name for kind in needed for name in rules.kinds[kind].after}
        for compiled in rules.compiled:
            if compiled.rule.kind in needed:
                more |= {base for one in compiled.references if (base := one.partition(".")[0]) in rules.kinds}
        if more <= needed:
            return needed
        needed |= more
