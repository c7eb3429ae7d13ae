"""Dates, as a corpus: the value that each phrase must have, and the phrases that are no dates."""

import xml.etree.ElementTree as ElementTree
from functools import cache

import pytest

from factx import Extractor
from factx.writers import load
from factx.writers.base import Style

TODAY = "2023-12-14"
"""A Thursday."""

CORPUS = {
    ("2023-12-11", "DATE"): [
        "It ended on {Dec. 11, 2023}.",
        "It ended on {December 11th}.",
        "It ended on {11 December 2023}.",
        "It ended on {2023-12-11}.",
        "It ended on {Monday}.",
        "It ended {three days ago}.",
        "it ended on {monday}.",
    ],
    ("2023-12-13", "DATE"): ["He left {yesterday}.", "HE LEFT {YESTERDAY}."],
    ("2023-12-15", "DATE"): ["He will leave {tomorrow}.", "They will meet on {Friday}."],
    ("2023-12-13TNI", "TIME"): ["Shells fell {last night}."],
    ("2023-W49", "DATE"): ["They met {last week}."],
    ("2023-06", "DATE"): ["It began in {June}.", "It began in {June 2023}."],
    ("2022-06", "DATE"): ["It began in {June last year}."],
    ("2022", "DATE"): ["It began {last year}.", "It began in {2022}."],
    ("199X", "DATE"): ["It began in {the 1990s}."],
    ("18XX", "DATE"): ["The fort dates from {the 19th century}."],
    ("1998-SU", "DATE"): ["It began in {the summer of 1998}."],
    ("2023-FA", "DATE"): ["It burned {last fall} in the hills."],
    ("1990-Q3", "DATE"): ["It rose in {the third quarter of 1990}."],
    ("2020-12-25", "DATE"): ["It ended on {Christmas Day, 2020}."],
    ("P10Y", "DURATION"): ["It lasted {10 years}.", "A {ten-year} deployment."],
    ("P6W", "DURATION"): ["A {six-week} siege."],
    ("PXW", "DURATION"): ["It lasted {several weeks}."],
    ("P1D", "SET"): ["They meet {daily}.", "They meet {every day}."],
    ("XXXX-WXX-5", "SET"): ["They meet {every Friday}."],
    ("PRESENT_REF", "DATE"): ["It is {now} open.", "It is {currently} shut."],
    ("PAST_REF", "DATE"): ["It opened {recently}."],
}

NO_DATES = [
    "They may leave the valley.",
    "Theresa May spoke.",
    "They march on the town.",
    "The Sunday Times said so.",
    "A 10-year-old boy slept.",
    "About 2000 people fled.",
    "It cost $1998.",
    "Resolution 1973 passed.",
    "The sun sat low.",
    "LakeSpring closed its doors.",
]


@cache
def extractor() -> Extractor:
    return Extractor(kinds=["date"])


def dates(text: str) -> list[tuple[str, object, object]]:
    return [(one.text, one.value, one.attributes["type"]) for one in extractor().extract(text, date=TODAY).facts]


@pytest.mark.parametrize(
    ("value", "type_", "phrase"), [(*expected, phrase) for expected, phrases in CORPUS.items() for phrase in phrases]
)
def test_phrase_has_its_span_value_and_type(value: str, type_: str, phrase: str) -> None:
    words = phrase[phrase.index("{") + 1 : phrase.index("}")]
    assert dates(phrase.replace("{", "").replace("}", "")) == [(words, value, type_)]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_that_day_and_the_next_are_reckoned_from_the_last_date_named() -> None:
    found = dates("It began on 3 May 2011. That same day he fled. He died two days later.")
    assert [value for _, value, _ in found] == ["2011-05-03", "2011-05-03", "2011-05-05"]


def test_day_that_cannot_exist_is_a_warning() -> None:
    found = extractor().extract("It ended on February 30, 2020.", date=TODAY)
    assert "impossible-date" in [notice.code for notice in found.warnings]
    assert "2020-02-30" not in [fact.value for fact in found.facts]


def test_timeml_of_any_text_is_well_formed() -> None:
    writer = load("timeml", Style({}))
    found = extractor().extract('He said "A < B & C" on \x0b Monday ]]> .', date=TODAY)
    root = ElementTree.fromstring(b"".join(writer.frame([writer.render(found)])))
    assert [date.get("value") for date in root.findall("TEXT/TIMEX3")] == ["2023-12-11"]
