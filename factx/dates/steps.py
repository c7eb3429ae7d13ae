"""Steps from a day: the week, month, year ... that lies so many units from it, and the very day there."""

from __future__ import annotations

import datetime

from factx.dates.calendar import Day, last_of_month, shift_months, week_value


def shifted(day: Day, unit: str, by: int, fine: bool = False) -> str | None:
    """The value, as coarse as its unit, of the week, month, ... `by` units from a day; None beyond the calendar.

    `fine` asks for the day itself.
    """
    try:
        if unit == "D":
            return (day + datetime.timedelta(days=by)).isoformat()
        if unit in ("W", "WE", "FN"):
            moved = day + datetime.timedelta(weeks=by * (2 if unit == "FN" else 1))
            return moved.isoformat() if fine else week_value(moved) + ("-WE" if unit == "WE" else "")
        if unit in ("M", "Q"):
            year, month = shift_months(day.year, day.month, by * (3 if unit == "Q" else 1))
        else:
            year, month = day.year + by * {"Y": 1, "E": 10, "C": 100}[unit], 0
        if not 1 <= year <= 9999:
            return None
        if month:
            return f"{year:04d}-Q{(month + 2) // 3}" if unit == "Q" else f"{year:04d}-{month:02d}"
        return {"Y": f"{year:04d}", "E": f"{year // 10:03d}", "C": f"{year // 100:02d}"}[unit]
    except (OverflowError, ValueError, KeyError):
        return None


def exactly(day: Day, unit: str, by: int) -> str | None:
    """The day that lies so many weeks, months or years from another, for "a year ago today"."""
    value = shifted(day, unit, by, fine=True)
    if value is None or len(value) == 10:
        return value
    year, month = int(value[:4]), int(value[5:7] or day.month)
    return day.replace(year=year, month=month, day=min(day.day, last_of_month(year, month))).isoformat()
