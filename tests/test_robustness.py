"""What holds for every text whatever: no exception, spans that are right, the same answer twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.extractor import Extraction, Extractor
from factx.rules import load
from tests.phrases import Phrases

EXTRACTOR = Extractor()

WORDS = st.sampled_from(
    r"""at least 12 soldiers were killed in Kidal , Mali on Monday . The UN mission MINUSMA said Some 2,000 troops will
    leave by June 2024 A bomb wounded dozens of people near Gao " ( ) — ’ Mr. U.S. Dec. 11, 2023 3.5 million displaced
    Gen. al-Hol IS NATO no one was hurt five or six hundred\n \n\n\t İ ß ﬁ \u200f \u0301 \ud800 \x00 \ue000 \x1b[31m
    [bold] <b> = + - @ 🚑 中国 مالي""".encode("ascii", "backslashreplace")
    .decode("unicode_escape")
    .split(" ")
)
NEWS = st.lists(WORDS, max_size=60).map(" ".join)


def check(extraction: Extraction, text: str) -> None:
    assert extraction.document.text == text
    last = 0
    for number, fact in enumerate(extraction.facts, 1):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end]
        assert fact.text in fact.sentence
        assert fact.id == f"f{number}"
        assert fact.start >= last
        assert fact.line == text.count("\n", 0, fact.start) + 1
        last = fact.start
    known = {fact.id for fact in extraction.facts}
    for fact in extraction.facts:
        assert set(fact.refs.values()) <= known
    for notice in extraction.warnings:
        assert notice.start is None or 0 <= notice.start <= (notice.end or 0) <= len(text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(NEWS | st.text())
def test_spans_are_right_in_any_text(text: str) -> None:
    check(EXTRACTOR.extract(text, date="2023-12-11"), text)


def test_spans_are_right_in_what_the_rules_themselves_describe() -> None:
    rules = load()
    phrases, extractor, random_ = Phrases(rules), Extractor(rules=rules), random.Random(7)
    found = 0
    for rule in range(len(phrases)):
        text = f"{phrases.phrase(rule, random_)} {phrases.phrase(rule, random_)}."
        extraction = extractor.extract(text, date=random_.choice((None, "2023-12-11")))
        check(extraction, text)
        found += len(extraction.facts)
    assert found > len(phrases)


SENTENCES = [
    line.split(" |")[0]
    for path in sorted(Path(__file__).parent.glob("*_of_news.txt"))
    for line in path.read_text("utf-8").splitlines()
    if " |" in line
]


@pytest.mark.parametrize("text", ["The 700 soldiers the", "A team of 30 trainers leaves on"])
def test_a_text_may_end_anywhere(text: str) -> None:
    check(EXTRACTOR.extract(text), text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.sampled_from(SENTENCES), st.integers(1, 40), st.booleans())
def test_news_may_be_cut_off_anywhere(sentence: str, words: int, end: bool) -> None:
    cut = sentence.split(" ")
    text = " ".join(cut[words:] if end else cut[:words])
    check(EXTRACTOR.extract(text, date="2023-12-11"), text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(NEWS)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert EXTRACTOR.extract(text).facts == Extractor().extract(text).facts


PARAGRAPHS = [
    paragraph
    for path in sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
    for paragraph in path.read_text("utf-8").split("\n\n")[2:]
    if paragraph.rstrip().endswith(".") and not paragraph.isupper()  # what capitals mean, the whole document tells
]


def counts(text: str) -> list[tuple[str, int, int, object, object]]:
    return [
        (fact.kind, fact.start, fact.end, fact.value, fact.attributes.get("harm"))
        for fact in EXTRACTOR.extract(text, date="2023-12-11").facts
        if fact.kind in ("casualty", "troop_count")
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=4))
def test_paragraphs_together_hold_the_counts_that_each_holds(paragraphs: list[str]) -> None:
    """Names, dates and links may learn from the other paragraphs; who was counted, and how many, may not change."""
    expected = []
    at = 0
    for paragraph in paragraphs:
        expected += [(kind, at + start, at + end, *rest) for kind, start, end, *rest in counts(paragraph)]
        at += len(paragraph) + 2
    assert counts("\n\n".join(paragraphs)) == expected


def test_control_characters_and_widthless_spaces_separate_words() -> None:
    for mark in "\0\x1b\x7f\u200b\ufeff":
        (fact,) = EXTRACTOR.extract(f"Five soldiers{mark} were killed.").facts
        assert (fact.kind, fact.value) == ("casualty", 5)


HOSTILE = {
    "a megabyte without a space": "x" * 1_000_000,
    "unmatched brackets": "(" * 100_000,
    "tags that never end": "<b " * 60_000,
    "only digits": "1" * 200_000,
    "numbers without end": "12 " * 60_000,
    "only capitals": "ABC " * 60_000,
    "only newlines": "\n" * 200_000,
    "carriage returns": "Two men were killed.\r\n" * 5_000,
    "one endless sentence": "and the two soldiers were killed " * 8_000,
    "commas": "killed, " * 30_000,
    "quotes": '"' * 100_000,
    "full stops": "." * 200_000,
    "combining marks": "e\u0301" * 50_000,
    "dates": "Dec. 11, 2023, " * 15_000,
    "names": "United Nations Mission in the " * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(name: str) -> None:
    text = HOSTILE[name]
    check(EXTRACTOR.extract(text), text)


def test_the_time_limit_is_honoured_and_reported() -> None:
    extractor = Extractor(time_limit=0.0)
    extraction = extractor.extract("Two soldiers were killed. Three soldiers were killed.")
    assert [notice.code for notice in extraction.warnings] == ["time-limit"]
    check(extraction, extraction.document.text)


@pytest.mark.parametrize("apart", ["a million days after", "two billion weeks before"])
def test_days_further_apart_than_the_calendar_are_none(apart: str) -> None:
    found = Extractor().extract(f"On 3 May 2023, {apart} six people were killed, four soldiers died.")
    assert [fact.value for fact in found.facts if fact.kind == "casualty"] == [6, 4]
