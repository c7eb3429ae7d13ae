"""Resolution of dates over the document: each by the document's date, or by the date last mentioned.

The day from which a mention is reckoned is the document's where it speaks of now ("last week", "on Monday"), and the
last day that the text named where it speaks of that ("two days later", "the following year"). A document without a
date, such as a history, has only the second. Tense decides between the last Monday and the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from factx.dates import absolute, days, lasting, relative
from factx.dates.calendar import Day, interval
from factx.dates.clock import Clock, Made
from factx.dates.feasts import lasts
from factx.dates.written import date_document
from factx.document.model import Document, Notice
from factx.facts import Mention

_EARLY = {
    "early": "START", "earlier": "START", "first": "START", "start": "START", "beginning": "START", "mid": "MID",
    "middle": "MID", "pre": "BEFORE", "post": "AFTER",
}  # fmt: skip


_LATE = dict.fromkeys(("late", "later", "latter", "last", "second", "end"), "END")


_BOUNDS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
}  # fmt: skip


_ROLES = {
    "byline": "published", "dateline": "published", "published": "published", "posted": "posted", "updated": "updated",
    "caption": "caption",
}  # fmt: skip


def resolve_dates(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Give each mention its type, value and interval; the mentions that stand, in order.

    Settles the document's date first, by its head and foot, where none was given. A date that cannot exist is left out,
    with a warning.
    """
    sections = _sections(document, mentions)
    date_document(document, mentions, sections)
    _share_years(document, mentions)
    _share_days(document, mentions)
    clock = Clock(document)
    if document.date is not None:
        clock.narrative = _tells_history(document.date, mentions)
    elif _tells_news(document, mentions):
        clock.narrative, clock.adrift = False, True
    out: list[Mention] = []
    for mention, section in zip(mentions, sections, strict=True):
        attributes = mention.attributes
        parts = attributes.pop("parts")
        attributes.pop("form", None)
        when = attributes.pop("when", None)
        if when:
            parts["when"] = when
        try:
            made = _FORMS[parts["form"]](parts, clock, mention, document)
        except (OverflowError, ValueError):  # beyond the years 1 to 9999
            made = None
        if made is None:
            if parts["form"] == "day":
                words = document.text[mention.start : mention.end]
                document.warnings.append(
                    Notice("impossible-date", f"{words!r} is no day of the calendar", mention.start, mention.end)
                )
            continue
        value, type_, anchored = made
        attributes.update(type=type_, value=value, anchored=anchored)
        attributes["modifier"] = attributes.get("modifier") or _modifier(parts)
        span = interval(value)
        if span and value == span[0] and (long := lasts(parts.get("when", ""))) > 1:
            last = min(Day.fromisoformat(value).toordinal() + long - 1, Day.max.toordinal())
            span = value, Day.fromordinal(last).isoformat()
        attributes["begin"], attributes["end_date"] = span or (None, None)
        attributes["role"] = _ROLES.get(section, "event") if type_ in ("DATE", "TIME") else None
        told = type_ in ("DATE", "TIME") and span and section in ("body", "title", "heading")
        if (told and not (clock.narrative and _aside(document, mention, parts["form"]))) or not clock.last:
            clock.note(value, mention.end, parts["form"] in ("anaphor", "ago"))
        out.append(mention)
    return out


_DEICTIC = frozenset(("weekday", "day-word", "relative-unit"))
"""Forms that a text reckons from the day on which it was written."""


_ASIDE = frozenset((*_DEICTIC, "range-year"))


def _aside(document: Document, mention: Mention, form: str) -> bool:
    """Whether a date in a history is no step of the tale: the writer's own day, or one in brackets."""
    return form in _ASIDE or document.view[mention.start - 1 : mention.start] == "("


_JOINED = re.compile(r"\s*(?:-|/|,|to|and|or|through|until|till|,? and|and (?:from )?the|to the)\s*", re.IGNORECASE)


_TO = re.compile(r"-|to|through|until|till", re.IGNORECASE)
_PARTIAL = ("day", "month", "season", "quarter")


def _tells_history(today: Day, mentions: list[Mention]) -> bool:
    """Whether a text tells of other years than its own: it names them again and again, and seldom its own days."""
    years = [one.attributes["parts"]["year"] for one in mentions if "year" in one.attributes["parts"]]
    other = sum(year != today.year for year in years)
    deictic = sum(one.attributes["parts"]["form"] in _DEICTIC for one in mentions)
    return bool(other > 5 and other > 0.7 * len(years) and other > 3 * deictic)


def _tells_news(document: Document, mentions: list[Mention]) -> bool:
    """Whether a text without a date has the day on which it was written in mind: it has a dateline, or names days by
    the week more often than years."""
    parts = [one.attributes["parts"] for one in mentions]
    deictic = sum(one["form"] in _DEICTIC for one in parts)
    return any(one.name == "dateline" for one in document.sections) or deictic > sum("year" in one for one in parts)


def _share_years(document: Document, mentions: list[Mention]) -> None:
    """Give a date without a year the year of the one that it is joined to: "June and July 2016"."""
    for index in range(len(mentions) - 1, 0, -1):
        first, second = mentions[index - 1], mentions[index]
        ours, theirs = first.attributes["parts"], second.attributes["parts"]
        if ours["form"] not in _PARTIAL or theirs["form"] not in _PARTIAL:
            continue
        joined = _JOINED.fullmatch(document.view, first.end, second.start) if second.start - first.end < 15 else None
        if joined is None or ("year" in ours and "year" in theirs):
            continue
        if "year" not in ours and "year" not in theirs:
            if _TO.search(joined[0]):
                theirs["ends"] = True
            continue
        wraps = "month" in ours and "month" in theirs and ours["month"] > theirs["month"]
        if "year" in theirs:
            ours["year"] = theirs["year"] - wraps
        elif "whichyear" not in theirs:
            theirs["year"] = ours["year"] + wraps


_ON = re.compile(r"(?: \(\d{4} GMT\))?\)?,?(?: on (?:the )?| )")
_OR_ELSEWHERE = re.compile(r" ?(?:-|–|\(|to|and|or|until|till)? ?")
_DAY_PARTS = ("year", "month", "day", "whichyear", "weekday", "word")
"""What names a day; the last two do not beside a month."""
_HALF_DAY = re.compile(r"(\d+)(?:[:.]\d\d)?\s?([ap])\.?m\.?")


def _share_days(document: Document, mentions: list[Mention]) -> None:
    """Give a time of day the day that is told after it: "at 10 p.m. EDT on Tuesday, Nov. 5", "from 9:30 to 10 a.m.
    Friday", "at 6 a.m. (0500 GMT) on Sunday"."""
    view = document.view
    for index in range(len(mentions) - 1, 0, -1):
        time, day = mentions[index - 1], mentions[index]
        ours, theirs = time.attributes["parts"], day.attributes["parts"]
        if ours["form"] != "time" or day.start - time.end >= 20:
            continue
        if theirs["form"] in ("day", "weekday"):
            joined = _ON.fullmatch(view, time.end, day.start)
        else:
            joined = _OR_ELSEWHERE.fullmatch(view, time.end, day.start) if theirs["form"] == "time" else None
        if joined is None:
            continue
        if theirs["form"] == "time":
            _share_half(ours, theirs)
        if {"weekday", "month", "word"}.isdisjoint(ours):
            keys = _DAY_PARTS[:-2] if "month" in theirs else _DAY_PARTS
            ours.update((key, value) for key, value in theirs.items() if key in keys)
            ours["told_by"] = theirs.get("told_by", day)


def _share_half(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Give the first hour of a range the half of the day that only the second tells: "4:30-7:30 p.m."."""
    half = _HALF_DAY.fullmatch(second["clock"])
    hour = re.match(r"\d{1,2}(?=[:.]\d\d\Z)", first["clock"])
    if half is None or hour is None:
        return
    same = int(hour[0]) % 12 <= int(half[1]) % 12
    first["clock"] += half[2] + "m" if same else "am" if half[2] == "p" else "pm"


def _sections(document: Document, mentions: list[Mention]) -> list[str]:
    out, at = [], 0
    sentences = document.sentences
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].end <= mention.start:
            at += 1
        out.append(sentences[at].section if sentences else "body")
    return out


def _modifier(parts: dict[str, Any]) -> str | None:
    words = str(parts.get("early", "")).replace("-", " ").split()
    for word in words:
        if word in _EARLY:
            return _EARLY[word]
        if word in _LATE:
            return _LATE[word]
    about = parts.get("about")
    if about:
        return _BOUNDS.get(about, "APPROX")
    return None


_FORMS: dict[str, Callable[[dict[str, Any], Clock, Mention, Document], Made]] = {
    "day": absolute.day_value,
    "slashes": absolute.slash_day_value,
    "month": absolute.month_value,
    "year": absolute.year_value,
    "decade": absolute.decade_value,
    "century": absolute.century_value,
    "weekday": days.weekday_value,
    "weekday-set": lasting.weekday_set_value,
    "day-word": days.day_word_value,
    "relative-unit": relative.relative_unit_value,
    "ago": relative.ago_value,
    "anaphor": relative.anaphor_value,
    "the-unit": relative.the_unit_value,
    "duration": relative.span_value,
    "past-unit": relative.past_unit_value,
    "nth-unit": relative.nth_unit_value,
    "set": lasting.set_value,
    "reference": relative.reference_value,
    "quarter": absolute.quarter_value,
    "season": absolute.season_value,
    "holiday": absolute.holiday_value,
    "time": days.clock_time_value,
    "part": days.part_value,
    "week-of": relative.week_of_value,
    "season-set": lasting.season_set_value,
    "day-alone": days.day_alone_value,
    "week-of-month": relative.week_of_month_value,
    "range-year": absolute.range_year_value,
    "year-period": absolute.year_period_value,
    "nine-eleven": absolute.nine_eleven_value,
}
"""By the form that a rule states, how its parts become a value, a type, and whether the document's date was needed."""
