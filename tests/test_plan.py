r"""The plan calls every rule that can match: what a pattern needs is in each text that it matches."""

from __future__ import annotations

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factx.document.model import Sentence
from factx.engine.plan import Plan, indices
from factx.errors import Location, RuleError
from factx.rules.model import Rule
from factx.rules.pattern import Expanded, Piece, expand
from factx.rules.ruleset import AT_WORD, CompiledRule

MACROS = {"was": "(?:was|were)", "late": "lately~", "ship": "ship"}


def resolve(name: str) -> Piece | str:
    return MACROS[name]


def expanded(pattern: str) -> Expanded:
    return expand(pattern, resolve, Location())


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("killed", [{"^killed"}]),
        ("was~killed", [{"^killed"}]),
        ("(?:was~)?killed", [{"^killed"}]),
        (r"\w*killed", [{"killed"}]),
        (r"(?:un)?armed", [{"armed"}]),
        (r"(?:~|-)(?:strong|old)", [{"^strong", "^old"}]),
        (r"\d+-strong", [set("0123456789"), {"^strong"}]),
        (r"\w+(?<!\w)killed", [{"^killed"}]),
        (r"x(?:a|b~)old", [{"old"}]),
        (r"[~(-]killed[a-z]more", [{"^killed"}, {"more"}]),
        ("{was}~lost", [{"^was", "^were"}, {"^lost"}]),
        ("un{was}", [{"^un"}, {"was", "were"}]),
        ("{late}{ship}s", [{"^lately"}, {"^ship"}]),
        ("{ship}{ship}", [{"^ship"}, {"ship"}]),
        (r"(?=\w)x'slain", [{"^x'slain"}]),
        (r"\w's~men", [{"^men"}]),
        (r"(?:\w|\.)\$?gone", [{"gone"}]),
        ("won't~go", [{"^won't"}]),
    ],
)  # fmt: skip
def test_what_a_pattern_needs(pattern: str, needs: list[set[str]]) -> None:
    assert expanded(pattern).piece.needs == needs


TEXT = "Two-man crews can't re-arm; U.S. unarmed men, 12th of 900 (un-armed). It shan't, 'tis $5."


@pytest.mark.parametrize(
    ("pattern", "calls"),
    [
        ("arm", True), ("armed", True), (r"\w+arme", True), ("rmed", False), (r"\w+rmed", True), ("crew", True),
        ("can't", True), ("can't've", False), (r"\w+n't", True), ("re-arm", True), ("re-armed", False), ("u.s.", True),
        ("12th", True), (r"\dth", True), (r"\$\d", True), ("£k", False), ("'tis", True), ("tis", True),
    ],
)  # fmt: skip
def test_rules_are_called_by_the_words_of_a_text(pattern: str, calls: bool) -> None:
    assert called(pattern, TEXT) is calls


def called(pattern: str, text: str) -> bool:
    made = expanded(pattern)
    rule = CompiledRule(
        Rule("a.b", "a", pattern), made.piece.source, made.piece.needs, (), made.references, made.piece.first
    )
    plan = Plan([rule])
    (calls,) = plan.candidates(text, [Sentence(0, len(text))])
    return 0 in indices(calls.rules)


def test_no_more_of_a_word_is_read_than_triggers_have() -> None:
    read: list[str] = []

    class Read(dict[str, int]):
        def get(self, key: str, default: int | None = None) -> int | None:  # type: ignore[override]
            read.append(key)
            return super().get(key, default)

    made = expanded("killed")
    plan = Plan([CompiledRule(Rule("a.b", "a", "killed"), made.piece.source, made.piece.needs, (), frozenset())])
    plan._begun = Read(plan._begun)
    text = "killed" + "x" * 5_000
    (calls,) = plan.candidates(text, [Sentence(0, len(text))])
    assert list(indices(calls.rules)) == [0]
    assert read == ["k", "ki", "kil", "kill", "kille", "killed"]


ATOMS = st.sampled_from(
    [
     "a", "b", "ab", "~", "-", r"\w", r"\d", r"\b", "[~-]", "[ab]", ".", "'", r"(?<!\w)", "(?:a|b~)", "(?:~|a)",
     "{ship}", "(?=a)", "(?!b)", "1", r"\.", r"\s",
    ]
)  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "", "?", "*", "+"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Patterns of what rules are made of, with bracketed alternatives."""
    alone = ("\\b", "(?!", "(?<", "(?=", "ab")
    parts = [atom if atom.startswith(alone) else atom + draw(REPEATS) for atom in draw(st.lists(ATOMS, max_size=6))]
    cut = draw(st.integers(0, len(parts)))
    return "".join(parts[:cut]) + "(?:" + "".join(parts[cut:]) + "|b1)" + draw(REPEATS)


@given(patterns(), st.text("abAB1 -'.ship", min_size=1, max_size=14))
@example("a(?:~)?ab", "aab")
@example("(?:a|b~)ab", "b ab")
@settings(max_examples=1500, deadline=None)
def test_a_rule_that_matches_is_called(pattern: str, text: str) -> None:
    try:
        source = expanded(pattern).piece.source
    except RuleError:  # what repeats nothing
        return
    found = regex.search(f"{AT_WORD}(?:{source})", text.lower())
    if found and found[0]:
        assert called(pattern, text)
