"""The short ways of the finder of names find what the long ones do."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from factx.document import read_text
from factx.names import candidates, signs
from factx.names.signs import Signs

WORDS = st.sampled_from(
    [
        "The",
        "Norwave",
        "of",
        "U.S.",
        "U.N.",
        "Gen.",
        "St.",
        "Mr",
        "J.",
        "Hale's",
        "O'Neil",
        "d'Or",
        "al-Bukva",
        "el",
        "Lakso",
        "X/AFP",
        "SLM/A",
        "@Hale",
        "a.Gen.",
        ".Hale",
        "3rd",
        "21st",
        "Army",
        "5",
        "x5th",
        "Éclair",
        "l'Est-Monde",
        "F-16",
        "Co.,",
        "(St.)",
        "\"Rev.'",
        "AT&T",
        "Bros.",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from((" ", " ", "-", "'", "", ", "))), max_size=20).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@given(TEXTS)
def test_a_sentence_without_particles_has_the_same_words(text: str) -> None:
    if not candidates._PARTICLE.search(text):
        spans = [[one.span() for one in pattern.finditer(text)] for pattern in _PATTERNS]
        assert spans[0] == spans[1]


_PATTERNS = (candidates._CAPITALISED, candidates._PLAINLY)
_SIGNS = ("eBay", "17 November", " brigade", "called", "known as", "JD(U)", "inning")


def present(text: str) -> set[str]:
    return {sign for sign in _SIGNS if sign in text}


@given(st.lists(st.sampled_from((*_SIGNS, "beginning", "November", "17", "JD", "brigades", "x" * 60)), max_size=6))
def test_signs_are_what_a_text_holds(parts: list[str]) -> None:
    text = " ".join(parts)
    found = Signs(_SIGNS)
    for _ in range(2):  # as new words, and as known ones
        assert found.of(read_text(text)) == present(text)


def test_signs_forget_words_and_find_them_again(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(signs, "MAX_WORDS", 3)
    found = Signs(_SIGNS)
    for text in ("they called eBay", "a brigade of three", "they called", "no news today", "they called eBay"):
        assert found.of(read_text(text)) == present(text)
    assert pickle.loads(pickle.dumps(found)).of(read_text("called")) == {"called"}
