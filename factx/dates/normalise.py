"""What a date rule's captures say before the document is known: words made numbers, by the rule's form."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from factx.normalise.numbers import parse_number

if TYPE_CHECKING:
    from factx.engine.match import Candidate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "FN",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C",
    "period": "Q",
}  # fmt: skip
"""TIMEX3 letters of units; T before those of a clock, E for ten years, C for a hundred."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT"}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
    "latter": 2,
}
DAYS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
TEENS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip
TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


_EVERY = {"other": 2, "second": 2, "third": 3, "fourth": 4}
"""How many units lie between the times of "every other year"."""
_UP_TO = re.compile(r"(?<=\d) ?- ?\d.*")
"""The upper end of a range of digits: of "3-5" years there are three."""


def normalise_date(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """The form of a date mention and its parts: numbers and codes by capture name, for `resolve_dates`."""
    parts: dict[str, Any] = {"form": candidate.rule.set["form"]}
    for name in candidate.captures:
        text = candidate.text(name).strip(" -,").lower()
        if text:
            parts[name] = _part(name, text)
    return {"parts": parts}


@functools.lru_cache(maxsize=4096)
def _part(name: str, text: str) -> Any:
    if name == "month":
        return int(text) if text.isdigit() else MONTHS.index(text[:3]) + 1
    if name == "weekday":
        return WEEKDAYS.index(text[:3]) + 1
    if name == "year":
        return year_number(text)
    if name == "day":
        return int(re.sub(r"\D", "", text)) if text[0].isdigit() else ordinal_day(text)
    if name in ("unit", "unit2"):
        return UNITS.get(text.split()[-1].rstrip("s"), text)
    if name == "season":
        return SEASONS[text]
    if name == "part":
        return "MO" if text.endswith("hours") else PARTS[text.rstrip("s")]
    if name == "ordinal":
        return ORDINALS[text]
    if name == "quarter":
        return text.upper()
    if name == "decade":
        if text in TENS:
            return 190 + TENS[text]
        digits = "".join(letter for letter in text if letter.isdigit())
        return int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])
    if name == "century":
        return TEENS.get(text) or int("".join(letter for letter in text if letter.isdigit()))
    if name in ("count", "count2"):
        return count_value(text)
    return text


def ordinal_day(text: str) -> int:
    """The day of the month that an ordinal names: "twenty-first" is 21."""
    if text == "thirtieth":
        return 30
    tens, _, ones = text.rpartition("-")
    return {"": 0, "twenty": 20, "thirty": 30}[tens] + DAYS.index(ones) + 1


def year_number(text: str) -> int:
    """A year of four digits, of two ('68 is 1968 and '05 is 2005), or in words."""
    if text[0].isalpha():
        century, _, rest = text.partition(" ")
        return 2000 if century == "two" else 1900 + int(parse_number(rest) or 0)
    digits = int(text.strip("'’"))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 40 else 1900)


def count_value(text: str) -> float | None:
    """How many units a duration has; None where it says no number ("several")."""
    if text in ("a full", "another") or text.endswith(("whole", "entire")):
        return 1
    if text in _EVERY:
        return _EVERY[text]
    fraction = re.fullmatch(r"(\d+)[ -]([1-3])/([2-4])", text)
    if fraction:
        return int(fraction[1]) + int(fraction[2]) / int(fraction[3])
    return parse_number(_UP_TO.sub("", text))
