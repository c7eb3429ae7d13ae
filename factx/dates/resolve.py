"""Resolution of dates over the document: each by the document's date, or by the date last mentioned.

The day from which a mention is reckoned is the document's where it speaks of now ("last week", "on Monday"), and the
last day that the text named where it speaks of that ("two days later", "the following year"). A document without a
date, such as a history, has only the second. Tense decides between the last Monday and the next.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from factx.dates.calendar import Day, holiday, interval, last_of_month, shift_months, week_value
from factx.document.model import Document, Notice
from factx.facts import Mention

_FUTURE = re.compile(
    r"\b(?:will|'ll|would|shall|going to|plans? (?:to|for)|planned (?:for|to|a|an)|planning|expect(?:s|ed)? to|due"
    r"|scheduled|set (?:for|to)|is to|are to|to be \w+|must|upcoming|deadline|expires?|effective|in time for)\b",
    re.IGNORECASE,
)
_FUTURE_LED = re.compile(
    r"\b(?:by|until|before|ahead of|is|are|starting|beginning|through|from|on or before)(?: \w+)? \Z",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|ended|began|took|went|came|left|killed|died|\w{3,}ed)\b")
_VERBS = re.compile(
    rf"(?P<future>{_FUTURE.pattern}"
    r"|\bto [a-z]{3,} (?:(?:the|an?|its|his|her|their)\b|[A-Z])|\bpayable\b|\bbe \w+)"
    r"|(?P<now>\b(?:is|are|being) \w+)"
    rf"|(?P<past>{_PAST.pattern})"
)
_PAST_LED = re.compile(
    r"\b(?:since (?:\w+ )?\Z|(?:said|told|reported|announced|issued|met|held)(?: \w+){0,2} (?:on )?\Z)"
)
_TO_COME = re.compile(
    r"\b(?:will|'ll|would|could|may|might|can|should|must|expected)\b[^.;]*\Z|\b(?:to|very|as|coming) (?:be )?\Z"
)
_PLURAL = re.compile(r"(?:hour|day|night|week|month|quarter|year|decade|minute)s(?!\w)|centuries", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|'ll|(?:is|are) (?:to|due|set|scheduled|expected)|plans? to)\b")
_CLAUSE_ENDS = re.compile(r"[.;!?]['\"]*\s|, (?:but|and|which|who) ")
_EARLY = {"early": "START", "earlier": "START", "start": "START", "beginning": "START", "mid": "MID", "middle": "MID"}
_LATE = {"late": "END", "later": "END", "end": "END"}
_BOUNDS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
}  # fmt: skip
_ROLES = {
    "byline": "published", "dateline": "published", "published": "published", "posted": "posted", "updated": "updated",
    "caption": "caption",
}  # fmt: skip
HEAD = ("byline", "published", "posted", "updated", "dateline")
"""Sections that may give the document its date, the more trusted first."""


class _Clock:
    """What dates are reckoned from: the document's date, and the last date mentioned."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.today = document.date
        self.last: Day | None = document.date
        self.last_value = ""
        self.quarter = ""
        self.narrative = document.date is None
        """Whether the text tells of other years than its own: a bare month is then one of the last year named."""

    @property
    def now(self) -> Day | None:
        """The document's date; the last one mentioned where it has none."""
        return self.today or self.last

    @property
    def scene(self) -> Day | None:
        """The day that a text tells of: a history's last date mentioned, and otherwise the document's date."""
        return self.last if self.narrative else self.now

    @property
    def day(self) -> Day | None:
        """The document's date; without one the last date mentioned, where that was a day and no month or year."""
        return self.today or self.spot

    @property
    def spot(self) -> Day | None:
        """The day last named; where that was a month or a year, the document's, and in a history none."""
        if not self.last_value or len(self.last_value.partition("T")[0]) == 10:
            return self.last
        return None if self.narrative else self.today

    @property
    def reported(self) -> str:
        """The quarter or half that a report is on; "" where the text last spoke of another kind of date."""
        return self.quarter if "-Q" in self.last_value or "-H" in self.last_value else ""

    def note(self, value: str, form: str) -> None:
        """Remember a resolved value as the date last mentioned."""
        if form == "quarter":
            self.quarter = value
        found = interval(value)
        if found and not value.endswith("X"):
            day = Day.fromisoformat(found[0])
            self.last = day
            self.last_value = value


def resolve_dates(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Give each mention its type, value and interval; the mentions that stand, in order.

    Settles the document's date first, by its head and foot, where none was given. A date that cannot exist is left out,
    with a warning.
    """
    sections = _sections(document, mentions)
    _document_date(document, mentions, sections)
    _share_years(document, mentions)
    clock = _Clock(document)
    if document.date is not None:
        clock.narrative = _tells_history(document.date, mentions)
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
        attributes["begin"], attributes["end_date"] = span or (None, None)
        attributes["role"] = _ROLES.get(section, "event") if type_ in ("DATE", "TIME") else None
        told = type_ in ("DATE", "TIME") and span and section in ("body", "title", "heading")
        if (told and not (clock.narrative and _aside(document, mention, parts["form"]))) or not clock.last:
            clock.note(value, parts["form"])
        out.append(mention)
    return out


_DEICTIC = frozenset(("weekday", "day-word", "relative-unit"))
"""Forms that a text reckons from the day on which it was written."""
_ASIDE = frozenset((*_DEICTIC, "range-year"))


def _aside(document: Document, mention: Mention, form: str) -> bool:
    """Whether a date in a history is no step of the tale: the writer's own day, or one in brackets."""
    return form in _ASIDE or document.view[mention.start - 1 : mention.start] == "("


_JOINED = re.compile(r"\s*(?:-|/|,|to|and|or|through|until|till|,? and|and (?:from )?the|to the)\s*", re.IGNORECASE)
_PARTIAL = ("day", "month", "season")


def _tells_history(today: Day, mentions: list[Mention]) -> bool:
    """Whether a text tells of other years than its own: it names them again and again, and seldom its own days."""
    years = [one.attributes["parts"]["year"] for one in mentions if "year" in one.attributes["parts"]]
    other = sum(year != today.year for year in years)
    deictic = sum(one.attributes["parts"]["form"] in _DEICTIC for one in mentions)
    return bool(other > 5 and other > 0.7 * len(years) and other > 3 * deictic)


def _share_years(document: Document, mentions: list[Mention]) -> None:
    """Give a date without a year the year of the one that it is joined to: "June and July 2016"."""
    for index in range(len(mentions) - 1, 0, -1):
        first, second = mentions[index - 1], mentions[index]
        ours, theirs = first.attributes["parts"], second.attributes["parts"]
        if ours["form"] not in _PARTIAL or theirs["form"] not in _PARTIAL or ("year" in ours) == ("year" in theirs):
            continue
        if second.start - first.end > 14 or not _JOINED.fullmatch(document.view, first.end, second.start):
            continue
        wraps = "month" in ours and "month" in theirs and ours["month"] > theirs["month"]
        if "year" in theirs:
            ours["year"] = theirs["year"] - wraps
        elif "whichyear" not in theirs:
            theirs["year"] = ours["year"] + wraps


def _sections(document: Document, mentions: list[Mention]) -> list[str]:
    out, at = [], 0
    sentences = document.sentences
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].end <= mention.start:
            at += 1
        out.append(sentences[at].section if sentences else "body")
    return out


def _document_date(document: Document, mentions: list[Mention], sections: list[str]) -> None:
    """The document's date from the full dates of its head and foot; a warning where they disagree."""
    found: dict[str, tuple[Day, Mention]] = {}
    for mention, section in zip(mentions, sections, strict=True):
        parts = mention.attributes["parts"]
        if section in HEAD and section not in found and parts["form"] in ("day", "slashes") and "year" in parts:
            value = _full_day(parts) if parts["form"] == "day" else _slashes(parts)
            if value:
                found[section] = (Day.fromisoformat(value), mention)
    best = next((section for section in HEAD if section in found), None)
    if best is None:
        return
    day = found[best][0]
    if document.date is None:
        document.date, document.date_source = day, best
    for section in HEAD:
        if section in found and found[section][0] < document.date and section != best:
            other, mention = found[section]
            words = document.text[mention.start : mention.end]
            document.warnings.append(
                Notice(
                    "date-conflict",
                    f"the {section} line says {words!r} ({other}), before the document's date {document.date} by its "
                    f"{document.date_source}",
                    mention.start,
                    mention.end,
                )
            )


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


def _clause(document: Document, mention: Mention) -> str:
    """The words of a mention's clause that stand before it."""
    before = document.view[max(0, mention.start - 160) : mention.start]
    return _CLAUSE_ENDS.split(before)[-1]


def _tense(document: Document, mention: Mention) -> str:
    """What the clause before a mention tells of: the "future" or the "past", by the last verb that says; "now" or "led"
    where it only is in the present, or only the word before the mention leads to what is to come; "" otherwise."""
    clause = _clause(document, mention)
    if _PAST_LED.search(clause):
        return "past"
    verbs = [(match.start(), match.lastgroup or "") for match in _VERBS.finditer(clause)]
    led = _FUTURE_LED.search(clause) is not None
    said = max(verbs)[1] if verbs else ""
    if not said and not led and len(clause) < 30:
        after = _CLAUSE_ENDS.split(document.view[mention.end : mention.end + 100])[0]
        match = _VERBS.search(after)
        said = match.lastgroup or "" if match else ""
    return "led" if led and said != "future" else said


def _opens_future(document: Document, mention: Mention) -> bool:
    """Whether a mention opens a clause that says what will be: "On Monday, the court will sit"."""
    if len(_clause(document, mention)) > 20:
        return False
    after = _CLAUSE_ENDS.split(document.view[mention.end : mention.end + 80])[0]
    will = _WILL.search(after)
    return will is not None and _PAST.search(after, 0, will.start()) is None


def _future(document: Document, mention: Mention) -> bool:
    """Whether the clause before a mention speaks of what is to come, or the word before it leads there."""
    clause = _clause(document, mention)
    if _PAST_LED.search(clause):
        return False
    return _FUTURE.search(clause) is not None or (_FUTURE_LED.search(clause) is not None and not _PAST.search(clause))


Made = tuple[str, str, bool] | None


def _full_day(parts: dict[str, Any]) -> str | None:
    try:
        return Day(parts["year"], parts["month"], parts["day"]).isoformat()
    except ValueError:
        return None


def _slashes(parts: dict[str, Any]) -> str | None:
    month, day = parts["month"], parts["day"]
    if month > 12:
        month, day = day, month
    try:
        return Day(parts["year"], month, day).isoformat()
    except ValueError:
        return None


def _day(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    anchored = "year" not in parts
    if anchored:
        year = _year_of(parts, clock, mention, document)
        if year is None:
            if parts["day"] > last_of_month(2000, parts["month"]):
                return None
            return f"XXXX-{parts['month']:02d}-{parts['day']:02d}", "DATE", True
        while parts["month"] == 2 and parts["day"] == 29 and year > 4 and last_of_month(year, 2) < 29:
            year -= 1
        parts = parts | {"year": year}
    value = _full_day(parts)
    if value is None:
        return None
    if "clock" in parts:
        return f"{value}T{_time(parts['clock'])}", "TIME", anchored
    return _parted(value, parts, anchored=anchored)


def _parted(day: str, parts: dict[str, Any], *, anchored: bool) -> Made:
    """A day, or the part of it that was named."""
    return (f"{day}T{parts['part']}", "TIME", anchored) if "part" in parts else (day, "DATE", anchored)


def _year_of(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> int | None:
    """The year of a month or day that names none: the one that brings it nearest, in the tense of its clause."""
    today, last = clock.today, clock.last
    month: int = parts["month"]
    if today is None or (clock.narrative and last is not None):
        return last.year + (last.month - month > 8) if last else None
    tense = _tense(document, mention)
    if "day" not in parts:
        ahead = (month - today.month) % 12
        near = {"future": 11, "past": 0, "led": 5}.get(tense, 2)
        return today.year + (month < today.month) if 0 < ahead <= near else today.year - (month > today.month)
    years = (today.year - 1, today.year, today.year + 1)
    days = {year: (Day(year, month, min(parts["day"], last_of_month(year, month))) - today).days for year in years}
    if tense == "future":
        return next(year for year in years if days[year] >= -60)
    if tense == "past":
        return max(year for year in years if days[year] <= 45)
    return min(years, key=lambda year: abs(days[year]))


def _month(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
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


def _year(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    return f"{parts['year']:04d}", "DATE", False


def _decade(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    return f"{parts['decade']}X", "DATE", False


def _century(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    return f"{parts['century'] - 1:02d}XX", "DATE", False


def _weekday(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    now = clock.day
    if now is None:
        return f"XXXX-WXX-{parts['weekday']}", "DATE", True
    weekday, today = parts["weekday"], now.isoweekday()
    which = parts.get("which") or ""
    if which in ("next", "coming", "this coming", "following"):
        day = now + datetime.timedelta(days=(weekday - today) % 7 or 7)
    elif which in ("last", "past", "this past", "previous"):
        day = now - datetime.timedelta(days=(today - weekday) % 7 or 7)
    elif which == "this" or _future(document, mention) or _opens_future(document, mention):
        day = now + datetime.timedelta(days=(weekday - today) % 7)
    else:
        day = now - datetime.timedelta(days=(today - weekday) % 7)
    return _parted(day.isoformat(), parts, anchored=True)


def _weekday_set(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    part = f"T{parts['part']}" if "part" in parts else ""
    return f"XXXX-WXX-{parts['weekday']}{part}", "SET", False


def _season_set(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    return (f"XXXX-{parts['season']}" if "season" in parts else f"XXXX-XX-XXT{parts['part']}"), "SET", False


def _day_word(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
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
            if unit == "Q":
                return f"{year:04d}-Q{(month + 2) // 3}"
            return f"{year:04d}-{month:02d}"
        year = day.year + by * {"Y": 1, "E": 10, "C": 100}[unit]
        if not 1 <= year <= 9999:
            return None
        return {"Y": f"{year:04d}", "E": f"{year // 10:03d}X", "C": f"{year // 100:02d}XX"}[unit]
    except (OverflowError, ValueError, KeyError):
        return None


_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip


def _unknown(unit: str) -> Made:
    """A day, week, ... of which the text does not tell the date: still a date, of that grain."""
    return _UNKNOWN.get(unit, "XXXX-XX-XXTXX:XX"), "TIME" if unit.startswith("T") else "DATE", True


def _relative_unit(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    now = clock.now
    if now is None:
        return _unknown(parts["unit"])
    by = {"last": -1, "next": 1}.get(parts["which"], 0)
    value = shifted(now, parts["unit"], by)
    return (value, "DATE", True) if value else None


def _ago(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    unit, direction = parts["unit"], parts["dir"]
    count = parts.get("count")
    backward = direction in ("ago", "earlier", "before", "previously")
    said = direction in ("ago", "from now", "hence") or (
        clock.today is not None and not clock.narrative and direction in ("earlier", "previously")
    )
    base = clock.today or clock.last if said else clock.last or clock.today
    words = document.view[mention.start : mention.end]
    if count is None and words[:4].lower() == "the ":
        count = 1
    if base is None or count is None:
        if count is None:
            return f"P{_letters(unit, 'X')}" if direction != "ago" else "PAST_REF", "DATE", True
        return _unknown(unit)
    whole = int(count)
    if unit in ("E", "C"):
        unit, whole = "Y", int(count * (10 if unit == "E" else 100))
    elif unit == "TH" and whole in (24, 48, 72):
        unit, whole = "D", whole // 24
    if unit.startswith("T"):
        if clock.today is None:
            return None
        return base.isoformat() + "TXX:XX", "TIME", True
    if unit == "Y" and whole == 1 and clock.reported:
        return _quarter_shift(clock.reported, -1 if backward else 1)
    value = shifted(base, unit, -whole if backward else whole)
    if value and words[4:9].lower() == "night":
        return f"{value}TNI", "TIME", True
    return (value, "DATE", True) if value else None


def _quarter_shift(value: str, years: int) -> Made:
    """The same quarter of another year: in a report on a quarter, "a year ago" is that quarter."""
    return f"{int(value[:4]) + years:04d}{value[4:]}", "DATE", True


def _anaphor(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    base = clock.last or clock.today
    which, unit = parts["which"], parts.get("unit", "Q")
    if base is None:
        return _unknown(unit)
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
    if part or unit == "D":
        spot = clock.spot
        if spot is None:
            return ("XXXX-XX-XX" + (f"T{part}" if part else "")), "TIME" if part else "DATE", True
        base = spot
    if part:
        day = base + datetime.timedelta(days=by)
        return f"{day.isoformat()}T{part}", "TIME", True
    if which in ("latest", "comparable", "current"):
        base = clock.now or base
    back = which in ("year-ago", "year-earlier", "comparable", "corresponding") or "lastyear" in parts
    if unit == "Q" and clock.reported and which not in ("next", "current"):
        return _quarter_shift(clock.reported, -back)
    if which == "latest" and unit == "Q":
        by = -1
    if which in ("year-ago", "year-earlier"):
        base, unit, by = (clock.now or base), "Y", -1
    elif "lastyear" in parts and unit in ("M", "Q"):
        by -= 12 if unit == "M" else 4
    value = shifted(base, unit, by)
    return (value, "DATE", True) if value else None


def _the_unit(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    base = clock.scene
    if base is None:
        return _unknown(parts["unit"])
    gone = parts["unit"] == "WE" and base.isoweekday() < 5 and not _future(document, mention)
    value = shifted(base, parts["unit"], -1 if gone else 0)
    return (value, "DATE", True) if value else None


def _letters(unit: str, count: str) -> str:
    """A number of units as TIMEX3 writes them: 3 + TH -> T3H, 2 + E -> 2E, 1 + FN -> 2W."""
    if unit.startswith("T"):
        return f"T{count}{unit[1]}"
    if unit == "FN":
        return f"{int(count) * 2 if count.isdigit() else count}W"
    if unit == "C":
        return f"{count}C"
    if unit == "WE":
        return f"{count}WE"
    return f"{count}{unit}"


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


def _duration(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    count = parts.get("count")
    unit = parts["unit"]
    if count is not None and "half" in parts:
        count += 0.5
    if isinstance(count, float) and count != int(count):
        if unit == "Y":
            count, unit = count * 12, "M"
        elif unit in ("E", "C"):
            count, unit = count * (10 if unit == "E" else 100), "Y"
        elif unit == "TH" and count > 1:
            return f"PT{int(count)}H{round(count % 1 * 60)}M", "DURATION", False
        elif unit == "TH":
            count, unit = count * 60, "TM"
    return "P" + _letters(unit, _number(count) if count is not None else "X"), "DURATION", False


def _past_unit(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    unit = parts["unit"]
    single = _PLURAL.search(document.view, mention.start, mention.end) is None
    if single:
        return "P" + _letters(unit, "1"), "DURATION", False
    return "P" + _letters(unit, "X"), "DURATION", False


def _set(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    words = {
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "quarterly": "P1Q",
        "annually": "P1Y",
        "yearly": "P1Y",
    }
    if "word" in parts:
        return words[parts["word"]], "SET", False
    unit = parts.get("unit") or parts.get("unit2")
    count = parts.get("count")
    return "P" + _letters(str(unit), _number(count) if count else "1"), "SET", False


def _reference(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    if parts.get("future") in ("soon", "shortly") and not _TO_COME.search(
        document.view, max(0, mention.start - 25), mention.start
    ):
        return None
    value = "PRESENT_REF" if "present" in parts else "PAST_REF" if "past" in parts else "FUTURE_REF"
    return value, "DATE", False


def _quarter(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    number = parts.get("quarter") or parts["ordinal"]
    letter = "H" if str(parts.get("unit")) == "half" else "Q"
    number = min(number, 2) if letter == "H" else number
    now = clock.scene
    year = parts.get("year")
    anchored = year is None
    if year is None:
        if now is None:
            return f"XXXX-{letter}{number}", "DATE", True
        which = parts.get("whichyear")
        year = now.year + {"last": -1, "next": 1}.get(which or "", 0)
        begins = (number - 1) * (6 if letter == "H" else 3) + 1
        if not which and begins > now.month and not _future(document, mention):
            year -= 1
    return f"{year:04d}-{letter}{number}", "DATE", anchored


def _year_period(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    """A year's part that the text speaks of: the quarter or half last named, of another year."""
    part = clock.reported[4:]
    return f"{parts['year']:04d}{part}", "DATE", bool(part)


def _nine_eleven(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    return "2001-09-11", "DATE", False


def _season(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
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
        elif not (which or clock.narrative) and begins > now.month and _tense(document, mention) == "past":
            year -= 1
    return f"{year:04d}-{parts['season']}", "DATE", anchored


def _holiday(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    year, now = parts.get("year"), clock.scene
    if year is not None:
        return _parted(holiday(parts["when"], year).isoformat(), parts, anchored=False)
    if now is None:
        days = {holiday(parts["when"], year).isoformat()[4:] for year in (2000, 2001)}
        return (f"XXXX{days.pop()}" if len(days) == 1 else _UNKNOWN["D"]), "DATE", True
    options = [holiday(parts["when"], now.year + by) for by in (-1, 0, 1)]
    which = parts.get("which")
    if not (which or clock.narrative):
        which = {"past": "last", "future": "next"}.get(_tense(document, mention))
    if which == "last":
        day = max(one for one in options if one <= now)
    elif which == "next":
        day = min(one for one in options if one >= now)
    else:
        day = min(options, key=lambda one: abs((one - now).days))
    return _parted(day.isoformat(), parts, anchored=True)


def _time(text: str) -> str:
    """The TIMEX3 clock time of words: "9:30 a.m." 09:30, "noon" 12:00, "1400" 14:00."""
    text = text.lower().strip()
    if text in ("noon", "midday"):
        return "12:00"
    if text == "midnight":
        return "00:00"
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


def _clock_time(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    base = clock.spot
    if "weekday" in parts:
        made = _weekday({"weekday": parts["weekday"]}, clock, mention, document)
        day = made[0] if made else None
    elif "word" in parts:
        made = _day_word({"word": parts["word"]}, clock, mention, document)
        day = made[0] if made else None
    else:
        day = base.isoformat() if base else None
    return f"{day or 'XXXX-XX-XX'}T{_time(parts['clock'])}", "TIME", True


def _part(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    base = clock.spot
    if base is None:
        return None
    if "hour" in parts:
        half = "a.m." if parts["part"] == "MO" else "p.m."
        return f"{base.isoformat()}T{_time(parts['hour'] + half)}", "TIME", True
    return f"{base.isoformat()}T{parts['part']}", "TIME", True


def _day_alone(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    base = clock.last or clock.today
    if base is None or parts["day"] > last_of_month(base.year, base.month):
        return None
    return base.replace(day=parts["day"]).isoformat(), "DATE", True


def _week_of(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    made = _day(parts, clock, mention, document)
    value = shifted(Day.fromisoformat(made[0]), parts["unit"], 0) if made and made[0][0] != "X" else None
    return (value, "DATE", "year" not in parts) if value else None


def _week_of_month(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    """The first, second, ... or last week, weekend or day of a month."""
    made = _month(parts, clock, mention, document)
    span = interval(made[0]) if made else None
    if made is None or span is None:
        return None
    first, last = map(Day.fromisoformat, span)
    step = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(parts["nth"])
    by = 1 if parts["unit"] == "D" else 7
    day = last if step is None else first + datetime.timedelta(days=by * step)
    value = shifted(day, parts["unit"], 0)
    return (value, "DATE", made[2]) if value else None


def _range_year(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    """The second year of "1947-54", where it is later than the first."""
    first, second = int(parts["first"]), int(parts["second"])
    year = first - first % 100 + second
    return (f"{year:04d}", "DATE", False) if year > first else None


def _slash_day(parts: dict[str, Any], clock: _Clock, mention: Mention, document: Document) -> Made:
    value = _slashes(parts)
    return (value, "DATE", False) if value else None


_FORMS: dict[str, Callable[[dict[str, Any], _Clock, Mention, Document], Made]] = {
    "day": _day, "slashes": _slash_day, "month": _month, "year": _year, "decade": _decade, "century": _century,
    "weekday": _weekday, "weekday-set": _weekday_set, "day-word": _day_word, "relative-unit": _relative_unit,
    "ago": _ago, "anaphor": _anaphor, "the-unit": _the_unit, "duration": _duration, "past-unit": _past_unit,
    "set": _set, "reference": _reference, "quarter": _quarter, "season": _season, "holiday": _holiday,
    "time": _clock_time, "part": _part, "week-of": _week_of, "season-set": _season_set, "day-alone": _day_alone,
    "week-of-month": _week_of_month, "range-year": _range_year, "year-period": _year_period,
    "nine-eleven": _nine_eleven,
}  # fmt: skip
"""By the form that a rule states, how its parts become a value, a type, and whether the document's date was needed."""
