"""The calendar behind TIMEX3 values: weeks, seasons, quarters, and the interval that a value covers."""

from __future__ import annotations

import datetime
import functools
import re

Day = datetime.date
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of each season (northern, meteorological)."""
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])"
    r"|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?$"
)


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """The month that lies `by` months from another."""
    whole = year * 12 + month - 1 + by
    return whole // 12, whole % 12 + 1


def week_value(day: Day) -> str:
    """The ISO week of a day, as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def last_of_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return 31 if month == 12 else (Day(year, month + 1, 1) - datetime.timedelta(days=1)).day


@functools.lru_cache(maxsize=4096)
def interval(value: str) -> tuple[str, str] | None:
    """First and last day, ISO 8601, of the interval that a TIMEX3 value covers; None for what is no interval."""
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0-01-01", f"{value}9-12-31"
    if re.fullmatch(r"\d\d", value):
        return f"{value}00-01-01", f"{value}99-12-31"
    match = _VALUE.match(value)
    if match is None:
        return None
    try:
        return _covered(value, match)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def _covered(value: str, match: re.Match[str]) -> tuple[str, str]:
    """First and last day of the interval of a value; raises ValueError or OverflowError where no calendar has them."""
    year = int(match["year"])
    if match["day"]:
        return value[:10], value[:10]
    if match["week"]:
        monday = Day.fromisocalendar(year, int(match["week"]), 1)
        begin = monday + datetime.timedelta(days=5 if match["weekend"] else 0)
        return begin.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
    first, last = 1, 12
    if match["month"]:
        first = last = int(match["month"])
    elif match["quarter"]:
        first, last = 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"])
    elif match["half"]:
        first, last = 6 * int(match["half"]) - 5, 6 * int(match["half"])
    elif match["season"]:
        first, last = SEASONS[match["season"]]
    end = year + (last < first)
    begin = Day(year, first, 1)
    return begin.isoformat(), f"{end:04d}-{last:02d}-{last_of_month(end, last):02d}"
