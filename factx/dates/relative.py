"""Dates that are reckoned from another: "last week", "two days later", "that month", "the quarter", "in ten years"."""

from __future__ import annotations

import datetime
import re
from typing import Any

from factx.dates.absolute import day_value, month_value
from factx.dates.calendar import Day, interval, shift_months
from factx.dates.clock import UNKNOWN, Clock, Known, Made
from factx.dates.days import weekday_value, weeks_on
from factx.dates.feasts import holiday
from factx.dates.lasting import PLURAL, duration_value, letters
from factx.dates.normalise import MONTHS
from factx.dates.steps import exactly, shifted
from factx.dates.tense import TO_COME, lies_ahead, speaks_of_future, tense_of
from factx.document.model import Document
from factx.facts import Mention


def _unknown(unit: str) -> Known:
    """A day, week, ... of which the text does not tell the date: still a date, of that grain."""
    return UNKNOWN.get(unit, "XXXX-XX-XXTXX:XX"), "TIME" if unit.startswith("T") else "DATE", True


_TOLD = {"Y": 4, "E": 4, "C": 4, "M": 7}
"""Characters of the value of a date that tells the unit in which it lies."""


def relative_unit_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "last week", "next month", "this year"."""
    this = parts["which"].startswith(("this", "the current"))
    now = clock.written(mention.start, _TOLD.get(parts["unit"], 10) if this else 10)
    if now is None:
        return _unknown(parts["unit"])
    if parts["unit"] == "Q" and clock.reported and document.view.startswith("'s ", mention.end):
        return clock.reported, "DATE", True
    by = {"last": -1, "next": 1, "before last": -2, "after next": 2}.get(parts["which"], 0)
    if "exact" in parts:
        value = exactly(now, parts["unit"], by)
        return (value, "DATE", True) if value else None
    if parts["unit"] == "WE" and parts["which"] == "this past" and now.isoweekday() < 6:
        by = -1
    value = shifted(now, parts["unit"], by)
    return (value, "DATE", True) if value else None


def ago_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "three days ago", "two years later"."""
    if "weekday" in parts:
        last = weekday_value({"weekday": parts["weekday"], "which": "last"}, clock, mention, document)
        if last[0][0] == "X" or not parts["count"]:
            return last
        return weeks_on(last, 1 - int(parts["count"]))
    unit, direction = parts["unit"], parts["dir"]
    count = parts.get("count")
    if count is not None and "half" in parts:
        count += 0.5
    backward = direction in ("ago", "earlier", "before", "previously")
    said = direction in ("ago", "from now", "hence") or (
        clock.today is not None and not clock.narrative and direction in ("earlier", "previously")
    )
    base = clock.written(mention.start) if said else clock.last or clock.today
    words = document.view[mention.start : mention.end]
    if count is None and words[:4].lower() == "the ":
        count = 1
        if clock.last_value and document.view[clock.last_end : mention.start] == ", ":
            return clock.last_value, "DATE", True
    compared = _compares(document, mention, clock) and backward
    if base is None or count is None:
        if count is None:
            return "PAST_REF" if backward else "FUTURE_REF", "DATE", True
        return _unknown(unit)
    beyond = "PAST_REF" if backward else "FUTURE_REF", "DATE", False  # the years of a calendar
    if unit == "Y" and count != int(count):
        months = shifted(base, "M", round(-count * 12 if backward else count * 12))
        return (months[:4], "DATE", True) if months else beyond
    whole = int(count)
    if unit in ("E", "C"):
        unit, whole = "Y", int(count * (10 if unit == "E" else 100))
    elif unit == "TH" and whole in (24, 48, 72):
        unit, whole = "D", whole // 24
    if unit.startswith("T"):
        if clock.today is None:
            return None
        return base.isoformat() + "TXX:XX", "TIME", True
    if unit == "Y" and whole == 1 and (clock.reported or (compared and clock.compared)):
        return _quarter_shift(clock.compared, -1 if backward else 1)
    if compared and clock.last and _MONTH.fullmatch(clock.last_value) and unit in ("M", "Y"):
        return shifted(clock.last, "M", -whole * (12 if unit == "Y" else 1)) or "", "DATE", True
    if not said and unit in ("D", "W") and re.fullmatch(r"\d{4}(?:-\d\d)?", clock.last_value):
        return f"{base.year:04d}-{'WXX' if unit == 'W' else 'XX-XX'}", "DATE", True
    value = exactly(base, unit, -whole) if "exact" in parts else shifted(base, unit, -whole if backward else whole)
    if value is None:
        return beyond
    return (f"{value}TNI", "TIME", True) if words[4:9].lower() == "night" else (value, "DATE", True)


_RANGE = re.compile(r"\d ?-|[ -](?:to|or)[ -]")


def span_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "ten years"; and in "it will end in ten years", which is told by its distance, the year that lies there."""
    count, unit = parts.get("count"), parts["unit"]
    plain = parts.keys().isdisjoint(("past", "half", "count2")) and not unit.startswith("T")
    plain = plain and _RANGE.search(document.view, mention.start, mention.end) is None
    if not (plain and clock.today and lies_ahead(document, mention)):
        return duration_value(parts, clock, mention, document)
    if count is None:
        return "FUTURE_REF", "DATE", True
    if unit in ("E", "C"):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    value = shifted(clock.today, unit, int(count)) if count == int(count) else None
    return (value, "DATE", True) if value else duration_value(parts, clock, mention, document)


_MONTH = re.compile(r"\d{4}-\d\d")
_COMPARED = re.compile(r"\b(?:from|than|compared (?:with|to)|versus|against|over)\b(?:[^.;]|\.\d){0,60}\Z")


def _compares(document: Document, mention: Mention, clock: Clock) -> bool:
    """Whether a mention is the time of a figure with which the one of the date last named is compared."""
    view = document.view
    return (
        0 <= clock.last_end <= mention.start
        and _COMPARED.search(view, max(clock.last_end, mention.start - 80), mention.start) is not None
    )


def _quarter_shift(value: str, years: int) -> Made:
    """The same quarter of another year: in a report on a quarter, "a year ago" is that quarter."""
    return f"{int(value[:4]) + years:04d}{value[4:]}", "DATE", True


def anaphor_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the following day", "that month", "the year-ago quarter"."""
    base = clock.last or clock.today
    which, unit = parts["which"], parts.get("unit", "Q")
    by = {"following": 1, "next": 1, "ensuing": 1, "previous": -1, "preceding": -1}.get(which, 0)
    words = document.view[mention.start : mention.end].lower()
    part = next(
        (
            code
            for name, code in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"))
            if words.endswith(name)
        ),
        None,
    )
    if unit == "time":
        return clock.last_value or "PAST_REF", "DATE", True
    if part or unit == "D":
        spot = clock.spot
        if not part and not by and _MONTH.fullmatch(clock.last_value):
            return f"{clock.last_value}-XX", "DATE", True
        if spot is None:
            return ("XXXX-XX-XX" + (f"T{part}" if part else "")), "TIME" if part else "DATE", True
        if part:
            return f"{(spot + datetime.timedelta(days=by)).isoformat()}T{part}", "TIME", True
        base = spot
    if "year" in parts:
        return f"{parts['year']:04d}{clock.reported[4:]}", "DATE", bool(clock.reported)
    if base is None:
        return _unknown(unit)
    if which in ("latest", "comparable", "corresponding", "current"):
        base = clock.now or base
    back = which in _YEAR_BACK or "lastyear" in parts
    reported = clock.reported or (clock.quarter if which == "latest" or back else "")
    if unit == "Q" and reported and not by and which != "current":
        return _quarter_shift(reported, -back)
    if which != "latest" and (words.endswith("period") or " period " in words):  # of what length, nobody knows
        if back:
            return shifted(clock.now or base, "Y", -1) or "", "DATE", True
        if by == 0 and clock.last_value:
            return clock.last_value, "DATE", True
    if which == "latest" and unit in ("Q", "Y"):
        by = -1
    if which in ("year-ago", "year-earlier"):
        base, unit, by = (clock.now or base), "Y", -1
    elif back and unit in ("M", "Q"):
        by -= 12 if unit == "M" else 4
    value = shifted(base, unit, by)
    return (value, "DATE", True) if value else None


_YEAR_BACK = ("year-ago", "year-earlier", "comparable", "corresponding", "last year's")


def the_unit_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the week", "the end of the month"."""
    unit = parts["unit"]
    base = clock.scene if clock.today or unit != "WE" else clock.written(mention.start)
    if base is None:
        return _unknown(unit)
    if unit in ("Q", "Y"):
        ended = _ENDED.match(document.view, mention.end, mention.end + 40)
        if unit == "Q" and clock.quarter and (clock.fiscal or not ended):
            return clock.quarter, "DATE", True
        if ended:
            month = MONTHS.index(ended["month"].lower()) + 1
            before = month < base.month if ended["word"] == "ending" else -(month > base.month)
            year = int(ended["year"]) if ended["year"] else base.year + before
            if unit == "Y":
                return f"{year:04d}", "DATE", True
            quarter = _quarter_to(year, month)
            clock.report(quarter, lambda: ended["word"].lower() == "ended")
            return quarter, "DATE", True
    gone = unit == "WE" and base.isoweekday() < 6 and not speaks_of_future(document, mention)
    if unit == "Q" and "early" not in parts and tense_of(document, mention) == "past":  # figures come after its end
        gone = True
    value = shifted(base, unit, -1 if gone else 0)
    if value and unit == "Q" and gone:
        clock.report(value, lambda: True)
    return (value, "DATE", True) if value else None


_ENDED = re.compile(
    rf"\s(?:that )?(?P<word>ended|ending)\s(?:in |on )?(?P<month>{'|'.join(MONTHS)})[a-z]*"
    r"\.?(?:\s\d\d?(?!\d))?(?:,?\s(?P<year>\d{4}))?",
    re.IGNORECASE,
)


def _quarter_to(year: int, month: int) -> str:
    """The quarter that ends in a month: that of its middle, for a company's quarters need not be the calendar's."""
    year, middle = shift_months(year, month, -1)
    return f"{year:04d}-Q{(middle + 2) // 3}"


def past_unit_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the past decade": how long, up to now."""
    unit = parts["unit"]
    single = PLURAL.search(document.view, mention.start, mention.end) is None
    if single:
        return "P" + letters(unit, "1"), "DURATION", False
    return "P" + letters(unit, "X"), "DURATION", False


def nth_unit_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the first year" of something, which lasts a year; "the eighth day" is a day that the text does not date."""
    return _unknown("D") if parts["unit"] == "D" else ("P" + letters(parts["unit"], "1"), "DURATION", False)


def reference_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "now", "recently", "in the future"."""
    if parts.get("future") in ("soon", "shortly") and not TO_COME.search(
        document.view, max(0, mention.start - 25), mention.start
    ):
        return None
    value = "PRESENT_REF" if "present" in parts else "PAST_REF" if "past" in parts else "FUTURE_REF"
    return value, "DATE", False


def week_of_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the week of March 6"."""
    made = day_value(parts, clock, mention, document)
    value = shifted(Day.fromisoformat(made[0]), parts["unit"], 0) if made and made[0][0] != "X" else None
    return (value, "DATE", "year" not in parts) if value else None


def week_of_month_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """The first, second, ... or last week, weekend or day of a month."""
    made = month_value(parts, clock, mention, document)
    span = interval(made[0]) if made else None
    if span is None:  # of no known year
        return made
    first, last = map(Day.fromisoformat, span)
    step = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(parts["nth"])
    if "weekday" in parts:
        which = -1 if step is None else step + 1
        return holiday(f"{parts['weekday']}:{first.month}:{which}", first.year).isoformat(), "DATE", "year" not in parts
    by = 1 if parts["unit"] == "D" else 7
    day = last if step is None else first + datetime.timedelta(days=by * step)
    value = shifted(day, parts["unit"], 0)
    return (value, "DATE", "year" not in parts) if value else None
