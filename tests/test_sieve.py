"""The sieve of a pattern matches wherever the pattern does, and so never costs a fact."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.extractor import Extractor
from factx.rules.loader import load
from factx.rules.ruleset import RuleSet
from factx.rules.sieve import AGREED, disputed, loosened, sieve
from factx.shelf import Shelf

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))[:3]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?P<n>\d+)(?<unit>km|miles?)(dead)", r"(?:\d+)(?:km|miles?)(?:dead)"),
        (r"(?<!\w)a(?<=[ab])b(?<!very\W?)c(?<=a|bc)d", r"(?<!\w)a(?<=[ab])bcd"),
        (r"(?<!very\W?)?+(?=a(?<!b?)c)", "(?=ac)"),
        (r"(?!x(?<!b?)y)a(?!x(?<!b)y)", r"a(?!x(?<!b)y)"),
        (r"(?>a(?<!b?)|ab)c++(?:a(?<!b?))++(?>a|ab)", "(?:a|ab)c++(?:a)+(?>a|ab)"),
        (r"(?i:May)\((?P<s>,)(?P=s){2}+\)[()?]", r"(?i:May)\((?:,)(?:.*?){2}\)[()?]"),
    ],
)
def test_what_re_does_not_know_is_left_out_or_loosened(pattern: str, expected: str) -> None:
    assert loosened(pattern) == expected
    re.compile(expected)


@pytest.mark.parametrize("pattern", ["[[:alpha:]]", "(?|a|b)", "(?(1)a|b)", "(?R)", "(?i)a", "a)", "(a"])
def test_no_sieve_of_what_we_cannot_vouch_for(pattern: str) -> None:
    assert loosened(pattern) is None


@pytest.mark.parametrize("pattern", [r"\p{Lu}x", r"\mx", r"\X"])
def test_no_sieve_of_what_re_refuses(pattern: str) -> None:
    assert sieve(pattern) is None


def test_the_matchers_agree_on_the_characters_that_sieves_are_for() -> None:
    agreed = [chr(code) for code in range(0x10000) if re.fullmatch(f"[{AGREED}]", chr(code))]
    assert {"a", "é", "’", "—", "\ue000"} < set(agreed)
    for what in (r"\w", r"\d", r"\s", ".", "(?i:[a-z])", "(?i:s)", "(?i:k)"):
        ours, theirs = re.compile(what), regex.compile(what, regex.VERSION0)
        assert [one for one in agreed if ours.fullmatch(one)] == [one for one in agreed if theirs.fullmatch(one)], what


@pytest.mark.parametrize("text", ["e\u0301", "٣", "\u212a", "Kyïv \u0443", "\u200d", "ｘ"])
def test_other_characters_are_disputed(text: str) -> None:
    assert disputed(text)


ATOMS = st.sampled_from(
    [
     "a", "b", "é", r"\w", r"\d", r"\b", r"\ ", "[ab]", "[^a]", "[^é,]", r"[^\W\d]", r"[\w'-]", ".", ",", "(?!b)",
     "(?<=a)", r"(?<!\w)", r"(?<!b?a)", "(?<=a|bb)", "(?!a(?<!b?a)b)", r"(?!\w)", "^", "$", "(?i:A)", "(?>a|ab)",
     "(?>a(?<!b?a)|ab)", "(?<n>a|b)", "1",
    ]
)  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "?", "*", "+?", "{1,2}", "{0,20}", "{3}", "?+", "++"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Patterns of what rules are made of, with bracketed alternatives."""
    alone = ("\\b", "^", "$", "(?!", "(?<=", "(?<!")
    parts = []
    for atom in draw(st.lists(ATOMS, min_size=1, max_size=6)):
        parts.append(atom if atom.startswith(alone) else atom + draw(REPEATS))
    cut = draw(st.integers(0, len(parts)))
    bracket = draw(st.sampled_from(["(?:", "(?>", "(?="]))
    return (
        "".join(parts[:cut])
        + bracket
        + "".join(parts[cut:])
        + "|b1)"
        + draw(REPEATS if bracket != "(?=" else st.just(""))
    )


@given(patterns(), st.text("abéAB1,_ ’-", max_size=12))
@settings(max_examples=1000, deadline=None)
def test_the_sieve_matches_wherever_the_pattern_does(pattern: str, text: str) -> None:
    loose = loosened(pattern)
    assert loose is not None
    exact = regex.compile(pattern, regex.VERSION0)
    made = re.compile(loose)
    for at in range(len(text) + 1):
        if exact.match(text, at):
            assert made.match(text, at), loose


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load()


def test_every_built_in_rule_has_a_sieve(rules: RuleSet) -> None:
    assert not [one.rule.id for one in rules.compiled if loosened(one.written) is None]


def test_facts_are_the_same_with_and_without_sieves(rules: RuleSet) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    expected = [Extractor(rules=rules).extract(text).facts for text in texts]
    assert not any(one.sieve for one in rules.compiled)
    sieving = load()
    for one in sieving.compiled:
        one.is_kept = True
    assert [Extractor(rules=sieving).extract(text).facts for text in texts] == expected
    assert any(one.sieve for one in sieving.compiled)


def test_sieves_are_kept_and_spare_most_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTX_CACHE", str(tmp_path))
    text = SAMPLES[0].read_text(encoding="utf-8")
    first = Extractor()
    expected = first.extract(text).facts
    first.save()
    monkeypatch.setattr("factx.rules.sieve.sieve", None)
    assert Extractor().extract(text).facts == expected
    names = set(Shelf(str(next(tmp_path.glob("rules-*.pickle")))))
    sieves = {name for name in names if name.startswith("sieve ")}
    patterns = {name for name in names if name.startswith("pattern ")}
    assert 0 < 2 * len(patterns) < len(sieves)
