"""Numbers: what each phrase must give (value, min, max, modifier), and phrases that hold no count."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor
from factx.normalise.numbers import LONGEST, bounded, parse_number

COUNTS = {
    (12000, 12000, 12000, "exact"): ["12,000 people", "12 000 people", "twelve thousand people"],
    (340000, 340000, 340000, "exact"): ["3,40,000 people", "340,000 people"],
    (12500000, 12500000, 12500000, "exact"): ["1,25,00,000 people", "1.25 crore people"],
    (1400000, 1400000, 1400000, "exact"): ["1.4 million people"],
    (24, 24, 24, "exact"): ["two dozen people"],
    (120, 120, 120, "exact"): ["a hundred and twenty people", "one hundred and twenty people"],
    (500000, 500000, 500000, "exact"): ["half a million people", "1/2 million people", "½ million people"],
    (1500000, 1500000, 1500000, "exact"): ["1-1/2 million people", "1 ½ million people", "a million and a half people"],
    (3500, 3500, 3500, "exact"): ["3.500 people"],
    (3500000, 3500000, 3500000, "exact"): ["3.500 million people"],
    (1, 1, 1, "exact"): ["one person"],
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
    (1, 1, 2, "range"): ["one or two people"],
    (24, 24, 36, "range"): ["two or three dozen people"],
    (200, 200, 300, "range"): ["two to three hundred people"],
    (2000, 2000, 3000, "range"): ["two to three thousand people", "2 to 3 thousand people"],
    (1500000, 1500000, 2000000, "range"): ["between 1.5 and 2 million people"],
    (300, 300, 2000, "range"): ["300 to two thousand people", "300 to 2,000 people"],
    (1000, 1000, 2000000, "range"): ["1,000 to 2,000,000 people"],
    (2000, 2000, 4000, "range"): ["2 to 4,000 people", "two to 4,000 people"],
    (1, 1, 100, "range"): ["between one and a hundred people"],
    (5, 5, 100, "range"): ["between five and a hundred people"],
    (1, 1, 1000, "range"): ["one to 1,000 people", "between 1 and 1000 people"],
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
    "No one came.", "They met ten to five.", "They came ten to ten.", "They met 2½ hours.",
    "It bears 12345678901234567 stamps.", "It bears 12-12345678901234567 stamps.",
    "It bears 12 to 12345678901234567 stamps.",
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Twelve", 12),
        (" twelve ", 12),
        ("zero", 0),
        ("no", 0),
        ("none", 0),
        ("a", 1),
        ("an", 1),
        ("a hundred", 100),
        ("a single", 1),
        ("a couple", 2),
        ("a pair", 2),
        ("a quarter of a million", 250_000),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("two million and a half", 2_500_000),
        ("a hundred and a half", 150),
        ("one and a half", 1.5),
        ("nineteen hundred", 1900),
        ("two hundred and six", 206),
        ("two million three hundred thousand", 2_300_000),
        ("three hundred thousand and fifty", 300_050),
        ("thousand", 1000),
        ("two thousand three hundred", 2300),
        ("forty", 40),
        ("fourty-two", 42),
        ("ninety-nine", 99),
        ("thirty", 30),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("scores", None),
        ("three score", 60),
        ("two dozens", 24),
        ("2 lakh", 200_000),
        ("2 crore", 20_000_000),
        ("2k", 2000),
        ("2m", 2_000_000),
        ("2mn", 2_000_000),
        ("2bn", 2_000_000_000),
        ("2 billion", 2_000_000_000),
        ("1,204", 1204),
        ("1 204 300", 1_204_300),
        ("1.204.300", 1_204_300),
        ("1'204", 1204),
        ("1.204", 1204),
        ("1.204 million", 1_204_000),
        ("1.204 thousand", 1204),
        ("1.204 hundred", 120_400),
        ("1.2345 hundred", 123.45),
        ("1,204 million", 1_204_000_000),
        ("1.23456", 1.23456),
        ("1.23456789", 1.234568),
        ("1/3", 0.333333),
        ("2-1/2 million", 2_500_000),
        ("2 3/4", 2.75),
        ("¾ million", 750_000),
        ("¼ million", 250_000),
        ("three dozens", 36),
        ("1/0", None),
        ("9" * LONGEST, 10**LONGEST - 1),
        ("9" * (LONGEST + 1), None),
        ("and", None),
        ("twelve o'clock", None),
    ],
)
def test_words_and_digits_of_a_number(text: str, value: float | None) -> None:
    found = parse_number(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("text", ["", " ", ",", "of"])
def test_what_writes_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_a_number_of_one_is_marked_as_such() -> None:
    (one,) = Extractor(kinds=["number"]).extract("It hurt one person.").facts
    (two,) = Extractor(kinds=["number"]).extract("It hurt two people.").facts
    (either,) = Extractor(kinds=["number"]).extract("It hurt one or two people.").facts
    assert [fact.attributes.get("form") for fact in (one, two, either)] == ["one", None, None]


@pytest.mark.parametrize(
    ("modifier", "low", "top"),
    [
        ("exact", 5, 5), ("approx", None, None), ("at_least", 5, None), ("more_than", 5, None), ("vague", 5, None),
        ("at_most", None, 5), ("less_than", None, 5), ("range", 5, 9),
    ],
)  # fmt: skip
def test_what_a_modifier_does_to_the_bounds(modifier: str, low: int | None, top: int | None) -> None:
    assert bounded(5, modifier, 9) == {"value": 5, "min": low, "max": top, "modifier": modifier}
