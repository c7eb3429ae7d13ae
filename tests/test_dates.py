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
        "It ended on {the 11th of December}.",
        "It ended on {December eleventh}.",
        "It ended on {2023-12-11}.",
        "It ended on {12/11/2023}.",
        "It ended on {Monday}.",
        "It ended {three days ago}.",
        "it ended on {monday}.",
        "It ended on {Monday, December 11}.",
    ],
    ("2023-12-13", "DATE"): ["He left {yesterday}.", "HE LEFT {YESTERDAY}.", "He left {24 hours ago}."],
    ("2023-12-15", "DATE"): [
        "He will leave {tomorrow}.",
        "They will meet on {Friday}.",
        "On {Friday}, they will meet.",
    ],
    ("2023-12-18", "DATE"): ["The vote is {Monday}.", "They meet {next Monday}."],
    ("2024-01-01", "DATE"): ["The ban will take effect after {January 1}.", "They meet on {New Year's Day}."],
    ("2023-12-13TNI", "TIME"): ["Shells fell {last night}.", "Shells fell on {Wednesday night}."],
    ("2023-12-11TMO", "TIME"): ["It began on {the morning of December 11}."],
    ("2023-12-14T16:00", "TIME"): ["He left at {4 in the afternoon}.", "He left at {1600 GMT}."],
    ("2023-12-14T21:30", "TIME"): ["He left at {9.30 pm local time}."],
    ("2023-W49", "DATE"): ["They met {last week}."],
    ("2023-W49-WE", "DATE"): ["They met {last weekend}."],
    ("2023-W50-WE", "DATE"): ["They will meet {this weekend}."],
    ("2023-W10", "DATE"): ["They met in {the week of March 6}.", "They met {the second week of March}."],
    ("2023-06", "DATE"): ["It began in {June}.", "It began in {June 2023}.", "It began in {mid-June}."],
    ("2024-03", "DATE"): ["It will end in {March}.", "In {March} he will go."],
    ("2023-05", "DATE"): ["They signed the pact in {May} the hard way."],
    ("2022-06", "DATE"): ["It began in {June last year}."],
    ("2022", "DATE"): [
        "It began {last year}.",
        "It began in {2022}.",
        "It began in {FY2022}.",
        "It began {a year ago}.",
    ],
    ("2023", "DATE"): ["It should close by {year-end}.", "It will close by {the end of the year}."],
    ("2013", "DATE"): ["It began {a decade ago}."],
    ("1991", "DATE"): ["It began in {nineteen ninety-one}."],
    ("199", "DATE"): ["It began in {the 1990s}.", "It began in {the nineties}.", "It began in {the late '90s}."],
    ("18", "DATE"): ["The fort dates from {the 19th century}.", "It fell {late in the 19th century}."],
    ("1998-SU", "DATE"): ["It began in {the summer of 1998}."],
    ("2023-FA", "DATE"): ["It burned {last fall} in the hills."],
    ("1990-Q3", "DATE"): ["It rose in {the third quarter of 1990}.", "It rose in {Q3 1990}."],
    ("1990-H2", "DATE"): ["It rose in {the latter half of 1990}."],
    ("2022-Q4", "DATE"): ["It rose in {last year's fourth quarter}."],
    ("2020-12-25", "DATE"): ["It ended on {Christmas Day, 2020}."],
    ("2023-04-22", "DATE"): ["It ended on {Eid al-Fitr}."],
    ("2023-11-07", "DATE"): ["It ended on {Election Day}."],
    ("2001-09-11", "DATE"): ["It changed after {9/11}.", "It changed after the {Sept. 11} attacks."],
    ("P10Y", "DURATION"): ["It lasted {10 years}.", "A {ten-year} deployment.", "It lasted {at least 10 years}."],
    ("P40Y", "DURATION"): ["He ruled for {more than 40 years}.", "He ruled for {nearly forty years}."],
    ("P6W", "DURATION"): ["A {six-week} siege."],
    ("P3Y", "DURATION"): ["It fell over {a three-year period}."],
    ("P18M", "DURATION"): ["It lasted {a year and a half}.", "It lasted {1 1/2 years}."],
    ("PT30M", "DURATION"): ["A {half-hour} talk.", "A {30-minute} talk."],
    ("P50Y", "DURATION"): ["It lasted {half a century}."],
    ("P1Y", "DURATION"): ["A {year-long} siege.", "A {yearlong} siege."],
    ("PXE", "DURATION"): ["A {decades-long} war."],
    ("PXW", "DURATION"): ["It lasted {several weeks}.", "He comes in {the weeks ahead}.", "He came in {recent weeks}."],
    ("P1D", "SET"): ["They meet {daily}.", "They meet {every day}.", "They fire 20 shells {per day}."],
    ("P1M", "SET"): ["They meet {twice a month}."],
    ("P1Y", "SET"): ["They meet {annually}."],
    ("XXXX-WXX-7TMO", "SET"): ["They meet {Sunday mornings}."],
    ("XXXX-SP", "SET"): ["They meet {each spring}."],
    ("2023-12-14TAF", "TIME"): ["By {late afternoon}, lines had formed."],
    ("PT48H", "DURATION"): ["The {48-hour} deadline passed."],
    ("P2D", "SET"): ["They meet {every other day}."],
    ("XXXX-WXX-5", "SET"): ["They meet {every Friday}."],
    ("PRESENT_REF", "DATE"): ["It is {now} open.", "It is {currently} shut."],
    ("PAST_REF", "DATE"): ["It opened {recently}."],
    ("FUTURE_REF", "DATE"): ["It will {soon} open.", "They may {one day} return."],
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
    "Jan Kavan spoke.",
    "The March of the Mothers was long.",
    "USA Today said so.",
    "He was soon free.",
    "The vote may be close.",
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rained in June and July 2016.", ["2016-06", "2016-07"]),
        ("It lasted from November 15 to February 15, 1989.", ["1988-11-15", "1989-02-15"]),
        ("It lasted 6-7 February 1920.", ["1920-02-06", "1920-02-07"]),
        ("The war of 1947-54 was long.", ["1947", "1954"]),
        ("They met on 2 May 2001. He left on the 13th.", ["2001-05-02", "2001-05-13"]),
        ("It rose in the third quarter of 1999 from the year-ago period.", ["1999-Q3", "1998-Q3"]),
    ],
)
def test_dates_of_a_series_share_what_one_of_them_says(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in dates(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (  # told of as past, the quarter that is not over yet is the report's
            "Acme reported lower fourth-quarter earnings. It earned $2 million, compared with $3 million a year"
            " earlier. Sales rose in the latest period.",
            ["2023-Q4", "2022-Q4", "2023-Q4"],
        ),
        (  # months that are no quarter: a year before them is a year
            "It earned $2 million in the third quarter. In the nine months, sales fell 5% from a year earlier.",
            ["2023-Q3", "P9M", "2022"],
        ),
        (
            "It lost $2 million in its fiscal first quarter. Sales were flat for the quarter ended Oct. 1.",
            ["2023-Q1", "2023-Q1", "2023-10-01"],
        ),
        (
            "It lost $2 million in the third quarter. This quarter's loss includes charges. Sales for last year's"
            " quarter were flat.",
            ["2023-Q3", "2023-Q3", "2022-Q3"],
        ),
    ],
)
def test_a_report_on_a_quarter_keeps_to_it(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in dates(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In May 1918 it fell, as in August 1912. In June it rose.", ["1918-05", "1912-08", "1918-06"]),
        ("In May 1918 it fell, as it did the previous year. In June it rose.", ["1918-05", "1917", "1918-06"]),
        ("On 8 December 1918 it fell, the year 1918 being bad. In January it rose.", ["1918-12-08", "1918", "1919-01"]),
        ("In May 1918 it fell, as in 1912.\nIn June it rose.", ["1918-05", "1912", "1918-06"]),
        ("In May 1918 it fell. It began in 1912. In June it rose.", ["1918-05", "1912", "1912-06"]),
        (
            "On 9 May 1918 it fell; by June 1929 all was lost. On 10 May it rose.",
            ["1918-05-09", "1929-06", "1918-05-10"],
        ),
    ],
)
def test_a_history_goes_on_from_where_it_was_before_an_aside(text: str, values: list[str]) -> None:
    assert [fact.value for fact in extractor().extract(text).facts] == values


def test_a_day_of_a_month_named_without_it_is_some_day_of_it() -> None:
    found = dates("He was killed last October. The list was put out that same day.")
    assert [value for _, value, _ in found] == ["2023-10", "2023-10-XX"]


def test_a_history_reckons_from_the_day_it_tells_of() -> None:
    years = " ".join(f"In {year} the war went on." for year in range(1911, 1918))
    found = dates(f"{years} On 8 August 1918 the front broke. On 11 August he resigned. It ended that autumn.")
    assert [value for _, value, _ in found][-3:] == ["1918-08-08", "1918-08-11", "1918-FA"]


@pytest.mark.parametrize(
    ("phrase", "modifier"),
    [
        ("more than 40 years", "MORE_THAN"),
        ("at least 40 years", "EQUAL_OR_MORE"),
        ("up to 40 years", "EQUAL_OR_LESS"),
        ("at most 40 years", "EQUAL_OR_LESS"),
        ("no more than 40 years", "EQUAL_OR_LESS"),
        ("no less than 40 years", "EQUAL_OR_MORE"),
        ("no fewer than 40 years", "EQUAL_OR_MORE"),
        ("less than 40 years", "LESS_THAN"),
        ("fewer than 40 years", "LESS_THAN"),
        ("the beginning of June", "START"),
        ("the start of June", "START"),
        ("the middle of June", "MID"),
        ("late June", "END"),
        ("nearly 40 years", "APPROX"),
        ("the end of June", "END"),
        ("mid-June", "MID"),
        ("early 2010", "START"),
        ("over a year", "MORE_THAN"),
        ("under a year", "LESS_THAN"),
        ("almost a year", "APPROX"),
        ("earlier today", "START"),
        ("the latter part of 2010", "END"),
        ("later today", "END"),
        ("the first half of the 1990s", "START"),
        ("the second half of the 1990s", "END"),
        ("the latter half of the 1990s", "END"),
        ("the last half of the 1990s", "END"),
        ("the first part of 2010", "START"),
        ("pre-1990", "BEFORE"),
        ("post-1990", "AFTER"),
    ],
)
def test_modifier_of_a_date_is_that_of_timex3(phrase: str, modifier: str) -> None:
    facts = extractor().extract(f"It lasted until {phrase}.", date=TODAY).facts
    assert [(one.text, one.attributes["modifier"]) for one in facts] == [(phrase, modifier)]


def test_day_that_cannot_exist_is_a_warning() -> None:
    found = extractor().extract("It ended on February 30, 2020.", date=TODAY)
    assert "'February 30, 2020' is no day of the calendar" in [notice.message for notice in found.warnings]
    assert "impossible-date" in [notice.code for notice in found.warnings]
    assert "2020-02-30" not in [fact.value for fact in found.facts]


def test_timeml_of_any_text_is_well_formed() -> None:
    writer = load("timeml", Style({}))
    found = extractor().extract('He said "A < B & C" on \x0b Monday ]]> .', date=TODAY)
    root = ElementTree.fromstring(b"".join(writer.frame([writer.render(found)])))
    assert [date.get("value") for date in root.findall("TEXT/TIMEX3")] == ["2023-12-11"]


UNDATED = {
    "It began {this month}.": "XXXX-XX",
    "It began {last week}.": "XXXX-WXX",
    "It began {two years ago}.": "XXXX",
    "It began {three days ago}.": "XXXX-XX-XX",
    "It began {the following day}.": "XXXX-XX-XX",
    "It began at {Christmas}.": "XXXX-12-25",
    "It began at {Easter}.": "XXXX-XX-XX",
    "It began {last summer}.": "XXXX-SU",
    "It began on {Monday}.": "XXXX-WXX-1",
    "It began {yesterday}.": "PAST_REF",
}
"""What is said of a date where the text does not tell the day on which it was written."""


@pytest.mark.parametrize("marked", UNDATED)
def test_a_date_that_hangs_on_an_unknown_day_keeps_its_grain(marked: str) -> None:
    before, words, _ = marked.replace("}", "{").split("{")
    (fact,) = extractor().extract(marked.replace("{", "").replace("}", "")).facts
    assert (fact.text, fact.start, fact.value) == (words, len(before), UNDATED[marked])
    assert fact.attributes["begin"] is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_dates_at_the_ends_of_the_calendar_are_none_or_in_it(day: str) -> None:
    text = (
        "He left last Monday, yesterday, a century ago and last Christmas; Eid al-Fitr comes next week, next Friday,"
        " next year, the next decade, two hundred centuries later and on Feb. 29."
    )
    for fact in extractor().extract(text, date=day).facts:
        assert fact.attributes["begin"] is None or len(str(fact.attributes["begin"])) == 10


def test_a_weekday_is_not_reckoned_from_a_year() -> None:
    facts = extractor().extract("It passed in 1999. It went on trial on Thursday.").facts
    assert [fact.value for fact in facts] == ["1999", "XXXX-WXX-4"]


def test_a_line_with_a_date_alone_dates_the_document() -> None:
    text = "Bomb kills nine\n\nDATE: 05/14/98 17:33 EST\n\nKABUL (AP) _ A bomb killed nine people on Monday.\n"
    result = Extractor(kinds=["date"]).extract(text)
    assert str(result.document.date) == "1998-05-14"
    assert [fact.value for fact in result.facts if fact.text == "Monday"] == ["1998-05-11"]
