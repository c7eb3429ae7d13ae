"""A pattern that looks for marks finds in a marked text what one that spells out all words finds in the plain one."""

from __future__ import annotations

import re2
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factx.rules.loader import load
from factx.rules.marks import SPACES, Marks
from factx.rules.outline import flatten, outline
from factx.rules.written import for_marked, named, numbers, spelled, to_outline

LEXICONS = (
    ("guard", "guards", "coast guard", "coast guards", "co-guard", "men"),
    ("men", "coast", "old men", "men of war"),
    ("old", "of", 'the "war"', "u.s."),
)


def marks() -> Marks:
    made = Marks()
    for forms in LEXICONS:
        made.number(forms)
    made.settle({0: 1, 1: 3, 2: 2})
    return made


def found(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in regex.compile(pattern).finditer(text, overlapped=True) if match[0]]


def test_every_place_is_marked_by_the_longest_form_and_told_of_all() -> None:
    made = marks()
    marked = made.mark("coast guards and old men (men)")
    assert len(marked.text) == len("coast guards and old men (men)") + len(marked.inserted)
    assert marked.inserted == (0, 26), "the first word and the one behind a bracket follow no space"
    both = regex.compile(for_marked(named(0), made)), regex.compile(for_marked(named(1), made))
    spans = [[marked.back(one.span()) for one in each.finditer(marked.text, overlapped=True)] for each in both]
    assert spans == [[(0, 12), (6, 12), (21, 24), (26, 29)], [(0, 5), (17, 24), (21, 24), (26, 29)]]


def test_a_lexicon_that_nothing_uses_is_not_marked() -> None:
    made = Marks()
    for forms in LEXICONS:
        made.number(forms)
    made.settle({2: 1})
    assert made.marks.keys() == {"old", "of"}, "and forms of other shapes are spelled out"
    assert regex.search(for_marked(named(2), made), made.mark('see the "war"').text)


def test_the_same_forms_have_one_number() -> None:
    made = marks()
    assert made.number(list(LEXICONS[1])) == 1
    assert numbers(f"a{named(2)}b{named(0)}") == [2, 0]


def test_more_forms_than_there_are_marks_are_spelled_out() -> None:
    made = Marks()
    last = len(SPACES) + 9
    for number in range(last + 1):
        made.number((f"word{number:04}",))
    made.settle(dict.fromkeys(range(last + 1), 1))
    assert len(made.marks) == len(SPACES) - 1
    for number in (0, last):
        marked = made.mark(f"a word{number:04} more")
        assert regex.search(for_marked(named(number), made), marked.text)


ATOMS = st.sampled_from(
    [
     "a", "men", "coast", r"\ ", r"\ ", r"\ ", r"\-", ",", r"\w+", r"\W", "[^,]", r"[^a]*\ ", r"[\w'-]+\ ", r"[,\ ]",
     r"[\ -]?", ".", r"(?<!\w)", r"(?<![\w-])", r"(?<=\ )", r"(?!-men)", r"(?<!,\ )", "^", "$",
     r"\b", r"\b", r"(?:,|old)?", r"\s?", r"\S+\ ", r"\S",
     *(named(number) for number in range(3)), *(named(number) for number in range(3)),
    ]
)  # fmt: skip


@st.composite
def sources(draw: st.DrawFn) -> str:
    parts = draw(st.lists(ATOMS, min_size=1, max_size=6))
    cut = draw(st.integers(0, len(parts)))
    optional = draw(st.sampled_from(["", "?", "{0,2}"]))
    return "".join(parts[:cut]) + "(?:" + "".join(parts[cut:]) + "|guard)" + optional


WORDS = st.sampled_from(
    ["men", "coast", "guard", "guards", "old", "of", "war", "co", "a", *'-,("é\ue000', "u.s.", " ", " "]
)
MARKS = marks()


@example(rf"(?:\b^{named(2)}|guard)", "old")
@example(rf"(?:\b\b{named(2)}|guard)", "old")
@given(sources(), st.lists(WORDS, max_size=9).map("".join))
@settings(max_examples=1000, deadline=None)
def test_marks_find_what_the_words_would(source: str, text: str) -> None:
    text = " ".join(text.replace("\ue000", "\ue000 ").split())  # a word that touches a mention has no mark
    marked = MARKS.mark(text)
    plain = found(rf"(?!\B\w)(?:{spelled(source, MARKS)})", text)
    ours = found(rf"(?!\B\w)(?:{for_marked(source, MARKS)})", marked.text)
    assert [marked.back(span) for span in ours if not marked.at_mark(span[0])] == plain
    written = outline(to_outline(source, MARKS))
    if plain and written is not None:
        assert re2.search(written, flatten(marked.spread)), written


def test_large_lexicons_are_named_in_the_built_in_patterns() -> None:
    rules = load()
    assert sum(len(one.source) for one in rules.compiled) < 0.7 * sum(
        len(spelled(one.source, rules.marks)) for one in rules.compiled
    )
