"""The built-in rules keep their own promises: every example matches, no counterexample does."""

import pytest

from factx.rules import load
from factx.rules.model import Rule
from factx.workbench.examples import ExampleRunner

RULES = load()


@pytest.fixture(scope="module")
def runner() -> ExampleRunner:
    return ExampleRunner(RULES)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES.rules.values()])
def test_rule_keeps_its_examples(rule: Rule, runner: ExampleRunner) -> None:
    shown = [
        f"{one.message} in {one.example.text!r}; found "
        + ", ".join(f"{fact.text!r} by {fact.rule}: {fact.value} {fact.attributes}" for fact in one.found)
        for one in runner.check(rule)
    ]
    assert not shown, "\n".join(shown)
