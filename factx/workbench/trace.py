"""Tracing: an extractor that keeps, for every sentence and kind, what was lifted, tried, matched and chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factx.document.model import Document
from factx.engine.cascade import Cascade
from factx.engine.lift import Lifted
from factx.engine.match import Candidate, find
from factx.engine.plan import Called, indices
from factx.extractor import Extractor
from factx.facts import Mention
from factx.rules.model import Rule
from factx.rules.ruleset import CompiledRule, RuleSet


@dataclass(slots=True)
class Step:
    """One kind over one lifted sentence: the rules tried, those called that lacked a mention, and what came of them."""

    kind: str
    lifted: Lifted
    start: int
    end: int
    tried: list[CompiledRule] = field(default_factory=list)
    lacking: list[CompiledRule] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    made: list[Mention] = field(default_factory=list)


class TracingCascade(Cascade):
    """A cascade that writes down its steps."""

    def __init__(self, rules: RuleSet, kinds: Iterable[str] | None) -> None:
        super().__init__(rules, kinds)
        self.steps: list[Step] = []

    def run_kind(
        self, name: str, document: Document, section: str, lifted: Lifted, called: Called, scope: str = ""
    ) -> list[Mention]:
        """As a cascade runs it, with a step written down."""
        step = Step(name, lifted, lifted.source_start(0), lifted.source_end(len(lifted.text)))
        rules = []
        allowed = self.plan.allowed(lifted.bits)
        for index in indices(self._turns[scope].get(name, 0) & called.rules):
            one = self.compiled[index]
            sections = ("title",) if one.rule.scope == "title" else one.rule.sections
            if not sections or section in sections:
                if allowed >> index & 1:
                    step.tried.append(one)
                    rules.append((one, self.plan.starts(index, called, lifted)))
                else:
                    step.lacking.append(one)
        step.candidates = find(rules, self.rules.kinds[name], lifted, self.budget)
        step.made = super().run_kind(name, document, section, lifted, called, scope)
        self.steps.append(step)
        return step.made


class TracingExtractor(Extractor):
    """An extractor whose steps can be read after each document."""

    def __init__(self, rules: RuleSet, kinds: Iterable[str] | None = None) -> None:
        super().__init__(kinds, rules=rules)
        self._tracing = TracingCascade(rules, self.kinds)
        self._cascade = self._tracing

    @property
    def steps(self) -> list[Step]:
        """The steps since the last `clear`."""
        return self._tracing.steps

    def clear(self) -> None:
        """Forget the steps so far."""
        self._tracing.steps = []

    def in_play(self) -> list[Rule]:
        """The rules of the kinds that are looked for."""
        return [one.rule for one in self._tracing.compiled]
