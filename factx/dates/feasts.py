"""Named days and feasts: the day of one in a year, and how long it lasts."""

from __future__ import annotations

import datetime

from factx.dates.calendar import Day, last_of_month


def lasts(when: str) -> int:
    """How many days a feast lasts."""
    return int(when.partition("..")[2] or 1)


def holiday(when: str, year: int) -> Day:
    """The day, or the first day, of a feast in a year.

    It is written "12-25", "easter-2", "orthodox+0", "4:11:4" (weekday, month, which of them), "1:11:1+1" (the day after
    that), "hijri:10:1" (month and day of the Islamic calendar by its tables, the first such day of the year), or
    "tishri+9" and "kislev+24" (days from the first of a month of the Jewish calendar that begins in the year); with
    "..30" behind it where it lasts thirty days. Raises ValueError where the calendar has no such day.
    """
    when = when.partition("..")[0]
    if when.startswith(("easter", "orthodox")):
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # only where a text speaks of it

        western = when.startswith("easter")
        first = easter(year, EASTER_WESTERN if western else EASTER_ORTHODOX)
        return first + datetime.timedelta(days=int(when[6 if western else 8 :]))
    if when.startswith(("tishri", "kislev")):
        return _jewish_month(when[:6], year) + datetime.timedelta(days=int(when[6:]))
    if when.startswith("hijri"):
        month, day = map(int, when[6:].split(":"))
        near = round((year - 622) * 1.03069)
        found = next((one for by in (-1, 0, 1, 2) if (one := _hijri(near + by, month, day)).year == year), None)
        if found is None or year < 630:
            raise ValueError(f"no {when} in {year}")
        return found
    if "+" in when:
        base, _, after = when.partition("+")
        return holiday(base, year) + datetime.timedelta(days=int(after))
    if ":" in when:
        weekday, month, which = map(int, when.split(":"))
        if which > 0:
            first = Day(year, month, 1)
            return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
        last = Day(year, month, last_of_month(year, month))
        return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)
    month, day = map(int, when.split("-"))
    return Day(year, month, day)


def _hijri(year: int, month: int, day: int) -> Day:
    """A day of the tabular Islamic calendar; sightings of the moon may shift it by one."""
    return Day.fromordinal((11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 227015 - 385)


def _jewish_month(name: str, year: int) -> Day:
    """The first day of Tishri, with which a Jewish year begins, or of Kislev, the third month, in a common year."""
    new_year = _new_year(year + 3761)
    if name == "tishri":
        return Day.fromordinal(new_year)
    long_second_month = (_new_year(year + 3762) - new_year) % 10 == 5  # years of 355 and 385 days
    return Day.fromordinal(new_year + 59 + long_second_month)


def _new_year(year: int) -> int:
    """The ordinal of the first day of a Jewish year: by the mean new moon, put off so that no feast falls amiss."""

    def moon(year: int) -> int:
        months = (235 * year - 234) // 19
        day = 29 * months + (12084 + 13753 * months) // 25920
        return day + (3 * (day + 1) % 7 < 3)

    before, this, after = moon(year - 1), moon(year), moon(year + 1)
    put_off = 2 if after - this == 356 else this - before == 382
    return this + put_off - 1373427
