"""The outline of a pattern matches wherever the pattern does, and so never costs a fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import re2
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from factx import Extractor
from factx.rules import ruleset
from factx.rules.loader import load
from factx.rules.outline import flatten, outline


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?<!\w)(?:killed|slain)(?!\w)", "(?:killed|slain)"),
        (r"(?P<people>\w+)(?>\ was)\ hurt", r"(?:\w+)(?:\ was)\ hurt"),
        (r"a[^.;]{0,60}?b{2,3}+", r"a(?:[^.;]|_)*b{2,3}"),
        (r"(?=(?:a|(?!b)c)d)e\d\s?$", "e[0-9_] ?"),
        (r"é[à-ü]\u2014", r"_[_-_]\x{2014}"),
        (r"[.;\u2022\u00e9]", "[.;•_]"),
        (r"(?:(?i)May)", "(?i)(?:May)"),
        (r"(?i:May)(\b)(?P<s>,)(?P=s)", r"(?i:May)(?:\b)(?:,).*"),
    ],
)  # fmt: skip
def test_what_re2_does_not_know_is_left_out_or_widened(pattern: str, expected: str) -> None:
    assert outline(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\p{Lu}x", r"[\p{Lu}]", r"[[:alpha:]]", r"(?s)a.b", r"\mx", r"(?R)", r"[^\S]"])
def test_no_outline_of_what_we_cannot_vouch_for(pattern: str) -> None:
    assert outline(pattern) is None


def test_letters_that_fold_to_ascii_are_kept() -> None:
    assert flatten("\u212aabul, Ma\u017far-e Šarīf — 12") == "kabul, Masar-e _ar_f — 12"


def test_every_built_in_rule_has_an_outline() -> None:
    refused = [one.rule.id for one in load().compiled if ruleset.outlined(one) is None]
    assert not refused


SAMPLES = Path(__file__).parent.parent / "samples"
ATOMS = st.sampled_from(
    [
     "a", "b", "é", r"\w", r"\d", r"\b", r"\ ", "[ab]", "[^a]", "[^é,]", r"[^\W\d]", r"[\w'-]", ".", ",", "(?!b)",
     "(?<=a)", r"(?<!\w)", r"(?!\w)", "^", "$", "(?i:A)", "(?>a|ab)", "1",
    ]
)  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "?", "*", "+?", "{1,2}", "{0,20}", "{3}", "?+"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Patterns of what rules are made of, with bracketed alternatives."""
    alone = ("\\b", "^", "$", "(?!", "(?<")
    parts = []
    for atom in draw(st.lists(ATOMS, min_size=1, max_size=6)):
        parts.append(atom if atom.startswith(alone) else atom + draw(REPEATS))
    cut = draw(st.integers(0, len(parts)))
    return "".join(parts[:cut]) + "(?:" + "".join(parts[cut:]) + "|b1)"


@given(patterns(), st.text("abéAB1,_ \u212a٣-", max_size=12))
@settings(max_examples=500, deadline=None)
def test_the_outline_matches_wherever_the_pattern_does(pattern: str, text: str) -> None:
    written = outline(pattern)
    assert written is not None
    if regex.search(pattern, text):
        assert re2.search(written, flatten(text)), written


def test_facts_are_the_same_with_and_without_outlines(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    rules = load()
    monkeypatch.setattr(ruleset, "TRIED", 10**9)
    expected = [Extractor(rules=rules).extract(text).facts for text in texts]
    monkeypatch.setattr(ruleset, "TRIED", 1)
    for one in rules.compiled:
        one.tries = 0
    outlined = Extractor(rules=rules)
    for _ in range(2):
        assert [outlined.extract(text).facts for text in texts] == expected
