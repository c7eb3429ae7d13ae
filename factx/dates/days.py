"""Days that are reckoned from another, and their parts: weekdays, "yesterday", "the 13th", "9.30 pm", "the morning"."""

from __future__ import annotations

import datetime
from typing import Any

from factx.dates.absolute import day_value, parted, time_of_day
from factx.dates.calendar import Day, last_of_month
from factx.dates.clock import Clock, Known, Made
from factx.dates.tense import opens_future, scheduled, speaks_of_future
from factx.document.model import Document
from factx.facts import Mention


def weekday_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Known:
    """For "Monday", "last Friday", "Sunday night"."""
    now = clock.written(mention.start)
    if now is None:
        return parted(f"XXXX-WXX-{parts['weekday']}", parts, anchored=True)
    which = parts.get("which") or ""
    if which in ("following", "previous", "preceding") and clock.spot is not None:
        now = clock.spot
    weekday, today = parts["weekday"], now.isoweekday()
    if "whichweek" in parts:
        by = {"last": -7, "next": 7}.get(parts["whichweek"], 0)
        return parted((now + datetime.timedelta(days=weekday - today + by)).isoformat(), parts, anchored=True)
    if which in ("next", "coming", "this coming", "following"):
        day = now + datetime.timedelta(days=(weekday - today) % 7 or 7)
    elif which in ("last", "past", "this past", "previous", "preceding"):
        day = now - datetime.timedelta(days=(today - weekday) % 7 or 7)
    elif (
        which == "this"
        or parts.get("weeks", "").endswith("from")
        or any(tells(document, mention) for tells in (speaks_of_future, opens_future, scheduled))
    ):
        day = now + datetime.timedelta(days=(weekday - today) % 7)
    else:
        day = now - datetime.timedelta(days=(today - weekday) % 7)
    made = parted(day.isoformat(), parts, anchored=True)
    if "weeks" in parts:
        count = {"two": 2, "three": 3}.get(parts["weeks"].split()[0], 1)
        return weeks_on(made, -count if parts["weeks"].endswith("ago") else count)
    return made


def weeks_on(made: Known, weeks: int) -> Known:
    """A day, or a part of one, that lies some weeks after another."""
    value, type_, anchored = made
    day = Day.fromisoformat(value[:10]) + datetime.timedelta(weeks=weeks)
    return day.isoformat() + value[10:], type_, anchored


def day_word_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Known:
    """For "today", "yesterday", "tonight"."""
    now = clock.today
    word = parts["word"]
    part = (
        parts.get("part")
        or {"tonight": "NI", "overnight": "NI", "last night": "NI"}.get(word)
        or next(
            (code for name, code in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV")) if word.endswith(name)),
            None,
        )
    )
    if now is None:
        if word.startswith(("today", "tonight", "this")):
            return "PRESENT_REF", "DATE", True
        return "FUTURE_REF" if "tomorrow" in word else "PAST_REF", "DATE", True
    by = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "the day after tomorrow": 2}
    day = now + datetime.timedelta(days=by.get(word, 0))
    return (f"{day.isoformat()}T{part}", "TIME", True) if part else (day.isoformat(), "DATE", True)


def clock_time_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "9.30 pm local time", "1600 GMT"."""
    base, mention = clock.spot, parts.get("told_by", mention)
    day = base.isoformat() if base else ""
    if "weekday" in parts:
        day = weekday_value({"weekday": parts["weekday"]}, clock, mention, document)[0]
    elif "month" in parts:
        named = {key: value for key, value in parts.items() if key in ("year", "whichyear", "month", "day")}
        made = day_value(named, clock, mention, document)
        if made is None:
            return None
        day = made[0]
    elif "word" in parts:
        told, _, _ = day_word_value({"word": parts["word"]}, clock, mention, document)
        day, _, part = told.partition("T") if clock.today else ("", "", "")
        parts.setdefault("part", part or "MO")
    half = "p.m." if parts.get("part", "MO") != "MO" and not parts["clock"].endswith(".") else ""
    return f"{day or 'XXXX-XX-XX'}T{time_of_day(parts['clock'] + half)}", "TIME", True


def part_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the morning", "the night"."""
    base = clock.spot
    if base is None or document.view[mention.start : mention.end].lower() in ("night", "daytime"):
        return f"XXXX-XX-XXT{parts['part']}", "TIME", True
    if "hour" in parts:
        half = "a.m." if parts["part"] == "MO" else "p.m."
        return f"{base.isoformat()}T{time_of_day(parts['hour'] + half)}", "TIME", True
    return f"{base.isoformat()}T{parts['part']}", "TIME", True


def day_alone_value(parts: dict[str, Any], clock: Clock, mention: Mention, document: Document) -> Made:
    """For "the 13th", of the month last named."""
    base = clock.last or clock.today
    if base is None or parts["day"] > last_of_month(base.year, base.month):
        return None
    return base.replace(day=parts["day"]).isoformat(), "DATE", True
