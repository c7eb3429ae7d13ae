"""Numbers: what each phrase must give (value, min, max, modifier), and phrases that hold no count."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

COUNTS = {
    (12000, 12000, 12000, "exact"): ["12,000 people", "12 000 people", "twelve thousand people"],
    (1400000, 1400000, 1400000, "exact"): ["1.4 million people"],
    (24, 24, 24, "exact"): ["two dozen people"],
    (120, 120, 120, "exact"): ["a hundred and twenty people", "one hundred and twenty people"],
    (500000, 500000, 500000, "exact"): ["half a million people"],
    (15000, 15000, 15000, "exact"): ["15k people"],
    (180, None, None, "approx"): [
        "about 180 people",
        "some 180 people",
        "nearly 180 people",
        "an estimated 180 people",
    ],
    (20, None, None, "approx"): ["twenty-odd people"],
    (12, 12, None, "at_least"): ["at least 12 people", "no fewer than 12 people", "12 or more people"],
    (12, 12, None, "more_than"): ["more than 12 people", "over 12 people", "upwards of 12 people"],
    (12, None, 12, "at_most"): ["up to 12 people", "as many as 12 people", "no more than 12 people"],
    (12, None, 12, "less_than"): ["fewer than 12 people", "less than 12 people"],
    (20, 20, 30, "range"): ["between 20 and 30 people", "20 to 30 people", "20-30 people"],
    (5, 5, 6, "range"): ["five or six people"],
    (1500, 1500, 6000, "range"): ["anywhere from 1,500 to 6,000 people"],
    (24, 24, None, "vague"): ["dozens of people"],
    (40, 40, None, "vague"): ["scores of people"],
    (200, 200, None, "vague"): ["hundreds of people"],
    (20000, 20000, None, "vague"): ["tens of thousands of people"],
    (3, 3, None, "vague"): ["several people", "a few people"],
    (None, None, None, "vague"): ["a handful of people", "multiple people"],
}
NO_COUNTS = [
    "It cost $12 million.", "It grew by 12 percent.", "The road is 12 miles long.", "They won 3-2.",
    "Resolution 2690 was adopted.", "He lives in Room 12.", "A B-52 took off.", "He was aged 12.", "It ranks No. 5.",
    "No one came.",
]  # fmt: skip


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(kinds=["number"])


@pytest.mark.parametrize(
    ("phrase", "expected"), [(phrase, expected) for expected, phrases in COUNTS.items() for phrase in phrases]
)
def test_count(extractor: Extractor, phrase: str, expected: tuple[object, ...]) -> None:
    facts = extractor.extract(f"They met {phrase} there.").facts
    assert [
        (fact.value, fact.attributes["min"], fact.attributes["max"], fact.attributes["modifier"]) for fact in facts
    ] == [expected]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_count(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).facts == []
