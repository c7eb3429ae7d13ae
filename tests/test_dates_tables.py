"""The tables of the date normaliser: for each entry a sentence that needs it."""

from __future__ import annotations

import pytest

from factx import Extractor

HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TENS = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
DAY = "2023-05-14"
WORTH: list[tuple[str | None, str, str]] = [
    *((DAY, f"He left at {word} o'clock.", f"{DAY}T{hour:02d}:00") for hour, word in enumerate(HOURS, 1)),
    *(
        (DAY, f"It rose in the {word} quarter of 2020.", f"2020-Q{number}")
        for words, number in (("first 1st", 1), ("second 2nd", 2), ("third 3rd", 3), ("fourth 4th final last", 4))
        for word in words.split()
    ),
    (DAY, "It rose in the latter half of 2020.", "2020-H2"),
    (DAY, "It rose in H2 2020.", "2020-H2"),
    *(
        (DAY, f"It stood in the {word} century.", str(number - 1))
        for number, word in enumerate(
            ["fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"], 15
        )
    ),
    *(
        (DAY, f"It grew in the {word}.", f"19{number}")
        for number, word in enumerate(TENS, 2)
    ),
    *(
        (DAY, f"It lasted five {unit}.", f"P{worth}")
        for unit, worth in (
            ("seconds", "T5S"), ("minutes", "T5M"), ("hours", "T5H"), ("days", "5D"), ("nights", "5D"),
            ("weeks", "5W"), ("months", "5M"), ("quarters", "5Q"), ("years", "5Y"), ("decades", "5E"),
            ("centuries", "5C"),
        )
    ),
    (DAY, "It lasted a fortnight.", "P2W"),
    (DAY, "It lasted half a century.", "P50Y"),
    (DAY, "It lasted half a decade.", "P5Y"),
    (DAY, "It lasted half an hour.", "PT30M"),
    (DAY, "It lasted a year and a half.", "P18M"),
    *(
        (DAY, f"They meet {word}.", worth)
        for word, worth in (
            ("hourly", "PT1H"), ("daily", "P1D"), ("nightly", "P1D"), ("weekly", "P1W"), ("fortnightly", "P2W"),
            ("monthly", "P1M"), ("yearly", "P1Y"), ("annually", "P1Y"), ("every other day", "P2D"),
            ("every second day", "P2D"), ("every third day", "P3D"), ("every fourth year", "P4Y"),
            ("every spring", "XXXX-SP"), ("every summer", "XXXX-SU"), ("every autumn", "XXXX-FA"),
            ("every fall", "XXXX-FA"), ("every winter", "XXXX-WI"), ("each morning", "XXXX-XX-XXTMO"),
            ("each afternoon", "XXXX-XX-XXTAF"), ("each evening", "XXXX-XX-XXTEV"), ("on weekends", "XXXX-WXX-WE"),
            ("on weekdays", "XXXX-WXX-WD"),
        )
    ),
    *(
        (None, f"It fell {words}.", worth)
        for words, worth in (
            ("a day ago", "XXXX-XX-XX"), ("three weeks ago", "XXXX-WXX"), ("a fortnight ago", "XXXX-WXX"),
            ("last weekend", "XXXX-WXX-WE"), ("two months ago", "XXXX-XX"), ("last quarter", "XXXX-QX"),
            ("two years ago", "XXXX"), ("two decades ago", "XXX"), ("a century ago", "XX"),
            ("today", "PRESENT_REF"), ("yesterday", "PAST_REF"),
        )
    ),
    (DAY, "It began on 12 May last year.", "2022-05-12"),
    (DAY, "It began on 12 May this year.", "2023-05-12"),
    (DAY, "It begins on 12 May next year.", "2024-05-12"),
    (DAY, "It began this past winter.", "2022-WI"),
    (DAY, "It will begin next spring.", "2024-SP"),
    ("2023-03-14", "It will begin next spring.", "2024-SP"),
    ("2023-02-14", "It will begin next spring.", "2023-SP"),
    ("2023-09-14", "It burned this past summer.", "2023-SU"),
    ("2023-08-14", "It burned this past summer.", "2022-SU"),
    ("2023-09-14", "It rose in the autumn.", "2023-FA"),
    (DAY, "They fought in 1947-47.", "1947"),
    (DAY, "Sales rose in the third quarter of 1999. In the 1998 period they had fallen.", "1998-Q3"),
    (DAY, "It fell the day before yesterday.", "2023-05-12"),
    (DAY, "It opens the day after tomorrow.", "2023-05-16"),
    (DAY, "It fell overnight.", "2023-05-14TNI"),
    (DAY, "It fell tonight.", "2023-05-14TNI"),
    (DAY, "It fell this morning.", "2023-05-14TMO"),
    (DAY, "It fell this afternoon.", "2023-05-14TAF"),
    (DAY, "It fell this evening.", "2023-05-14TEV"),
    (DAY, "It will end in a fortnight.", "2023-W21"),
    (DAY, "It will end in a century.", "2123"),
    (DAY, "It will end in several years.", "FUTURE_REF"),
    (DAY, "It fell a month ago today.", "2023-04-14"),
    ("2024-02-29", "It fell a year ago today.", "2023-02-28"),
    ("2024-01-31", "It will open this time next month.", "2024-02-29"),
    (DAY, "It fell this time last week.", "2023-05-07"),
    (DAY, "He left two Fridays ago.", "2023-05-05"),
    (DAY, "He left three Sundays ago.", "2023-04-23"),
    (DAY, "He left two and a half years ago.", "2020"),
    (DAY, "It left on Monday of last week.", "2023-05-01"),
    (DAY, "It opens a week from Monday.", "2023-05-22"),
    ("2023-05-13", "They met this past weekend.", "2023-W19-WE"),
    ("2023-05-10", "They met this past weekend.", "2023-W18-WE"),
    (DAY, "It began on 3 May 2011 and ended the previous Friday.", "2011-04-29"),
    (DAY, "It rose 5% in the second quarter of 2022 from a year earlier.", "2021-Q2"),
    (DAY, "It rose in May 2022 from two months earlier.", "2022-03"),
    (DAY, "It rose in May 2022 from a year earlier.", "2021-05"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(kinds=["date"])


@pytest.mark.parametrize(("day", "text", "worth"), WORTH)
def test_every_entry_of_the_tables(reader: Extractor, day: str | None, text: str, worth: str) -> None:
    assert reader.extract(text, date=day).facts[-1].value == worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Profit rose in the quarter that ended March 31.", "2023-Q1"),
        ("Profit will rise in the quarter ending June 30.", "2023-Q2"),
        ("It rose in the year that ended in June.", "2022"),
        ("It rose in the year ended March 2022.", "2022"),
        ("It rose in the quarter ended Sept. 30, 2021.", "2021-Q3"),
    ],
)
def test_what_ends_in_a_month_is_dated_by_it(reader: Extractor, text: str, worth: str) -> None:
    assert reader.extract(text, date=DAY).facts[0].value == worth
