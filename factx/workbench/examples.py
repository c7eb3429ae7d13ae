"""Examples: each rule's own claims about what it matches and what it leaves alone, held against the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factx.extractor import Extractor
from factx.facts import Fact
from factx.rules.model import Example, Rule
from factx.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Failure:
    """An example or counterexample that does not hold: what was expected, and the facts of the rule's kind found."""

    rule: Rule
    example: Example
    message: str
    found: tuple[Fact, ...]


class ExampleRunner:
    """Runs examples with every kind that a rule set knows, emitted or not; one extractor a kind, made when needed."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._extractors: dict[str, Extractor] = {}

    def facts(self, kind: str, example: Example) -> list[Fact]:
        """The facts of one kind in an example's text."""
        if kind not in self._extractors:
            self._extractors[kind] = Extractor(kinds=[kind], rules=self.rules)
        return self._extractors[kind].extract(example.text, date=example.date).facts

    def check(self, rule: Rule) -> Iterator[Failure]:
        """The failures of one rule's examples and counterexamples.

        The examples of a fact-giving rule must be given by that rule itself; those of link, context and avoid rules
        state the facts of the kind as they come out, whichever rule found them.
        """
        own = rule.role == "rule"
        for example in rule.examples:
            found = self.facts(rule.kind, example)
            ours = [fact for fact in found if fact.rule == rule.id] if own else found
            missing = [want for want in example.facts if not any(agrees(want, fact) for fact in ours)]
            for want in missing:
                yield Failure(rule, example, f"no fact has {want}", tuple(found))
            if not example.facts and (not ours if own else ours):
                yield Failure(rule, example, "a fact" if own else "no fact" + " was expected", tuple(found))
        for example in rule.counterexamples:
            found = self.facts(rule.kind, example)
            if any(fact.rule == rule.id for fact in found) if own else False:
                yield Failure(rule, example, "matches its counterexample", tuple(found))


def agrees(want: dict[str, Any], fact: Fact) -> bool:
    """Whether a fact has all that an example states of it; the word "none" stands for a null (TOML has none)."""
    flat = {"text": fact.text, "value": fact.value, "kind": fact.kind, **fact.attributes}
    return all(flat.get(key) == (None if value == "none" else value) for key, value in want.items())
