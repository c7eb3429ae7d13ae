"""Dates that the calendar fixes, with at most a year to find: days, months, quarters, seasons, holidays, decades."""

from __future__ import annotations

import datetime
import re
from typing import Any

from factx.dates.calendar import Day, last_of_month
from factx.dates.clock import UNKNOWN, Clock, Known, Made
from factx.dates.feasts import holiday, lasts
from factx.dates.tense import has_begun, speaks_of_future, tense_of
from factx.document.model import Document
from factx.facts import Mention


def full_day(parts: dict[str, Any]) -> str | None:
    """The ISO value of a day whose year, month and day are told; None where the calendar has no such day."""
    try:
        return Day(parts["year"], parts["month"], parts["day"]).isoformat()
    except ValueError:
        return None


def slashes(parts: dict[str, Any]) -> str | None:
    """The ISO value of 11/12/2023, the month first where that can be, or 12.11.2023; None where that is no day."""
    month, day = parts["month"], parts["day"]
    if month > 12 or (parts.get("sep") == "." and day <= 12):
        month, day = day, month
    try:
        return Day(parts["year"], month, day).isoformat()
    except ValueError:
        return None


def day_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "11 December", with or without its year."""
    anchored = "year" not in parts
    if anchored:
        by = {"last": -1, "this": 0, "next": 1}.get(parts.get("whichyear", ""))
        year = clock.now.year + by if clock.now and by is not None else _year_of(parts, clock, mention, document)
        if year is None:
            if parts["day"] > last_of_month(2000, parts["month"]):
                return None
            return f"XXXX-{parts['month']:02d}-{parts['day']:02d}", "DATE", True
        while parts["month"] == 2 and parts["day"] == 29 and year > 4 and last_of_month(year, 2) < 29:
            year -= 1
        parts = parts | {"year": year}
    value = full_day(parts)
    if value is None:
        return None
    if "clock" in parts:
        return f"{value}T{time_of_day(parts['clock'])}", "TIME", anchored
    return parted(value, parts, anchored=anchored)


def parted(day: str, parts: dict[str, Any], *, anchored: bool) -> Known:
    """A day, or the part of it that was named."""
    return (f"{day}T{parts['part']}", "TIME", anchored) if "part" in parts else (day, "DATE", anchored)


def _year_of(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> int | None:
    """The year of a month or day that names none: the one that brings it nearest, in the tense of its clause."""
    today, last = clock.today, clock.last
    month: int = parts["month"]
    if clock.adrift and clock.written(mention.start, grain=7) is None:
        return None
    if today is None or (clock.narrative and last is not None):
        return _told_year(parts, clock, mention, document)
    tense = tense_of(document, mention)
    if "ends" in parts and last is not None:  # "from October to March": after the first
        return last.year + (month < last.month)
    if "day" not in parts:
        ahead = (month - today.month) % 12
        near = {"future": 11, "past": 0, "led": 5, "now": 5}.get(tense, 2)
        return today.year + (month < today.month) if 0 < ahead <= near else today.year - (month > today.month)
    years = (today.year - 1, today.year, today.year + 1)
    days = {year: (Day(year, month, min(parts["day"], last_of_month(year, month))) - today).days for year in years}
    if tense == "future":
        return next(year for year in years if days[year] >= -60)
    if tense == "past":
        latest = 0 if has_begun(document, mention) else 45
        return max(year for year in years if days[year] <= latest)
    ahead_of = 30 if tense in ("now", "led") else 0
    return min(years, key=lambda year: abs(days[year] - ahead_of))


_LEAP = 1096
"""Days of a step forward that is more than the next of a tale."""


def _told_year(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> int | None:
    """The year of a month or day in a tale, which goes on from the date last mentioned.

    Where that is a step back or a leap ("In May 1944 ... than in August 1943. In June"), it goes on from the one before
    it; and so where only a year was mentioned that is the tale's own, or an aside of an earlier paragraph.
    """
    if clock.last is None:
        return None
    month: int = parts["month"]
    steps = clock.steps
    if not steps or not clock.last_value[5:7].isdigit():
        year: int = clock.last.year
        aside = bool(steps) and len(clock.last_value) == 4 and year < steps[0].year
        if aside and not clock.reckoned and document.text.find("\n", clock.last_end, mention.start) < 0:
            aside = False
        if not aside and not (steps and clock.last_value == f"{steps[0].year:04d}"):
            return year + (clock.last.month - month > 8)
        steps = steps[:1]
    elif len(steps) > 1 and 0 <= (steps[0] - steps[1]).days < _LEAP:
        steps = steps[:1]

    def reach(step: Day) -> tuple[int, int]:
        year = step.year + (step.month - month > 8)
        day = parts.get("day", step.day if month == step.month else 1)
        return Day(year, month, min(day, last_of_month(year, month))).toordinal() - step.toordinal(), year

    reaches = [reach(step) for step in steps]
    return next((year for days, year in reaches if days >= 0), max(reaches)[1])


def month_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "June", "June 2016", "June last year"."""
    month = parts["month"]
    if "year" in parts:
        return f"{parts['year']:04d}-{month:02d}", "DATE", False
    which = parts.get("whichyear") or ""
    now = clock.scene
    if which and now:
        year = {"last": now.year - 1, "next": now.year + 1, "this": now.year}.get(which)
        if year is None and clock.last:
            year = clock.last.year + {"the following": 1, "the previous": -1}.get(which, 0)
        return f"{year:04d}-{month:02d}", "DATE", True
    prefix = parts.get("which") or ""
    if prefix and now:
        if prefix in ("last", "past", "this past", "previous"):
            year = now.year if month < now.month else now.year - 1
        elif prefix in ("next", "this coming", "coming", "following"):
            year = now.year if month > now.month else now.year + 1
        else:
            year = now.year
        return f"{year:04d}-{month:02d}", "DATE", True
    found = _year_of(parts, clock, mention, document)
    return (f"{found:04d}-{month:02d}" if found else f"XXXX-{month:02d}"), "DATE", True


def year_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "2016"."""
    return f"{parts['year']:04d}", "DATE", False


def decade_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the 1990s", by the digits that its years share, as ISO 8601 writes decades: 199."""
    return f"{parts['decade']}", "DATE", False


def century_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the 19th century"."""
    return f"{parts['century'] - 1:02d}", "DATE", False


_GAME = re.compile(
    r"\b(?:goals?|scor(?:ed?|ing|eless)|touchdowns?|half-?time|halftime|goalless|equali[sz]\w+|midfielders?|strikers?"
    r"|quarterbacks?|goalkeepers?|rebounded|playoffs?|innings|fumbl\w+|intercept\w+|substitutes?|free throws?|kick-?off"
    r"|yards?|headers?|3-pointers?|free-?kick|penalty kick|conced\w+ (?:twice|two|three|a goal)|unbeaten"
    r"|rebounds?|assists|layups?|outscor\w+|outclassed|opponents?|wingers?|NBA|NFL|NHL"
    r"|(?:forward|guard|center) [A-Z]\w+)\b"
)
"""Words of games, whose halves and quarters are none of the calendar."""


def quarter_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the third quarter of 1990", "the first half", "Q3"."""
    if "quarter" in parts:
        letter, number = parts["quarter"][0], int(parts["quarter"][1])
    else:
        letter = "H" if str(parts.get("unit")) == "half" else "Q"
        number = min(parts["ordinal"], 2) if letter == "H" else parts["ordinal"]
    now = clock.scene
    year = parts.get("year")
    anchored = year is None
    if year is None:
        if now is None:
            return f"XXXX-{letter}{number}", "DATE", True
        if _GAME.search(document.view, max(0, mention.start - 120), mention.end + 120):
            return None
        which = parts.get("whichyear")
        year = now.year + {"last": -1, "next": 1}.get(which or "", 0)
        begins = (number - 1) * (6 if letter == "H" else 3) + 1
        if which in (None, "the") and begins > now.month and not speaks_of_future(document, mention):
            year -= 1
    value = f"{year:04d}-{letter}{number}"
    clock.report(value, lambda: anchored and tense_of(document, mention) == "past", "fiscal" in parts)
    return value, "DATE", anchored


def year_period_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """A year's part that the text speaks of: the quarter or half last named, of another year."""
    part = (clock.reported or clock.quarter)[4:]
    return f"{parts['year']:04d}{part}", "DATE", bool(part)


def nine_eleven_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "9/11", the day of 2001."""
    return "2001-09-11", "DATE", False


def season_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the summer of 1998", "last fall"."""
    now = clock.scene
    year = parts.get("year")
    anchored = year is None
    if year is None:
        if now is None:
            return f"XXXX-{parts['season']}", "DATE", True
        which = parts.get("whichyear") or parts.get("which") or ""
        begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[parts["season"]]
        year = now.year
        if parts.get("whichyear"):
            year += {"last": -1, "next": 1}.get(which, 0)
        elif which in ("last", "past", "this past", "previous"):
            year -= begins + 2 >= now.month
        elif which == "next":
            year += begins <= now.month
        elif not (which or clock.narrative) and begins > now.month and tense_of(document, mention) == "past":
            year -= 1
    return (f"{year:04d}-{parts['season']}", "DATE", anchored) if 1 <= year <= 9999 else None


def holiday_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "Christmas Day, 2020", "Eid al-Fitr"."""
    year, now = parts.get("year"), clock.scene
    if year is not None:
        return parted(holiday(parts["when"], year).isoformat(), parts, anchored=False)
    if now is None:
        days = {holiday(parts["when"], year).isoformat()[4:] for year in (2000, 2001)}
        return (f"XXXX{days.pop()}" if len(days) == 1 else UNKNOWN["D"]), "DATE", True
    options = [holiday(parts["when"], now.year + by) for by in (-1, 0, 1)]
    told = parts.get("which")
    tense = "" if told or clock.narrative else tense_of(document, mention)
    if told == "last":
        day = max(one for one in options if one < now)
    elif told == "next":
        day = min(one for one in options if one > now)
    elif tense == "past":
        day = max(one for one in options if one <= now + datetime.timedelta(days=7))
    elif tense == "future":
        begun = now - datetime.timedelta(days=lasts(parts["when"]) - 1)
        day = min(one for one in options if one >= begun)
    else:
        day = min(options, key=lambda one: abs((one - now).days))
    return parted(day.isoformat(), parts, anchored=True)


_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def time_of_day(text: str) -> str:
    """The TIMEX3 clock time of words: "9:30 a.m." 09:30, "noon" 12:00, "1400" 14:00."""
    text = text.lower().strip()
    if text.startswith(("noon", "midday")):  # "noon this afternoon" comes with p.m.
        return "12:00"
    if text.startswith("midnight"):
        return "00:00"
    word = text.split()[0]
    if word in _HOURS:
        text = text.replace(word, str(_HOURS.index(word) + 1))
    digits = re.findall(r"\d+", text)
    if len(digits[0]) == 4:
        return f"{digits[0][:2]}:{digits[0][2:]}"
    hour = int(digits[0])
    minute = digits[1] if len(digits) > 1 else None
    if re.search(r"p\.?m", text) and hour < 12:
        hour += 12
    if re.search(r"a\.?m", text) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}" if minute else f"{hour:02d}:00"


def range_year_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """The second year of "1947-54", where it is later than the first."""
    first, second = int(parts["first"]), int(parts["second"])
    year = first - first % 100 + second
    return (f"{year:04d}", "DATE", False) if year > first else None


def slash_day_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "11/12/2023"."""
    value = slashes(parts)
    return (value, "DATE", False) if value else None
