"""What each paragraph is for: title, byline, dateline, published, posted, updated, caption, heading, body, footer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx.document.model import Section
from factx.document.words import column

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DATE = (
    rf"{_DAY}(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\.?,?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})\b"
)
_ONLY_DATE = re.compile(_DATE + ".{0,40}", re.IGNORECASE)
_CREDIT = re.compile(
    r"[\[(](?:[^\])]{0,80}(?:\bfiles?\b|photo|image|courtesy|handout|getty|/\s*[A-Z])[^\])]{0,60})[\])]$", re.I
)
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:\s\([^()\n]{{2,30}}\))?(?:,[^()\n]{{2,40}}?)?"
    r"|[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:,\s[A-Z][^()\n]{2,40}?)?"
    r"(?=\s\([A-Z]|,\s[A-Z][\w. ]{1,30}\s(?:—|–|--)))"
    r"\s?(?:\([^()\n]{2,40}\)\s*)?(?:--+|[—–_]|-(?=\s|$)|:(?=\s[A-Z]))(?:\s+|(?=[A-Z\"“])|$)(?:\[[^\]]{1,200}\]\s*)*"
)
_DATED = re.compile(
    r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:(?:,|\s/)\s?[A-Z][\w .'’-]{2,40}?){0,2}"
    rf"\s?[,|(–—-]?\s?(?i:{_DATE})\)?(?:\s\([A-Z][\w /.]{{1,30}}\))?(?:\s?(?:--+|[—–|]|-(?=\s))\s*|$)"
)
"""A place and a full date, before the text or on a line of their own."""
_BARE_CITY = re.compile(r"([A-Z]{4,}(?:[ -][A-Z]{2,}){0,2}) (?=(?:[A-Z][a-z]+|A|An|The) )")
_NAMED = re.compile(r"by\s+[A-Z]", re.IGNORECASE)
_STOPS = frozenset(".!?:;,…\"”'’")
_TELLS = re.compile(
    r"(?:last|first)\b(?!\W+(?:updated?|modified|published|posted|edited|revised|reviewed|changed|issued|released)\b)",
    re.I,
)
"""A line that begins with last or first and tells of something: "Last year, six died"."""
_HEAD = 6
"""A byline or a line that is only a date stands within so many paragraphs of the start."""


def name_paragraphs(text: str, paragraphs: Sequence[tuple[int, int]], title: str | None) -> list[Section]:
    """The sections: one a paragraph, and two where a dateline begins it. Neighbouring body paragraphs are one."""
    out: list[Section] = []
    bodies = 0
    last = len(paragraphs) - 1
    for number, (start, end) in enumerate(paragraphs):
        name = _name(text, start, end, number, last, title, bodies)
        if name == "body":
            bodies += 1
            cut = _dateline(text, start, end) if bodies <= 2 else start
            if cut > start:
                dateline_end = cut
                while text[dateline_end - 1].isspace():
                    dateline_end -= 1
                out.append(Section("dateline", start, dateline_end))
                if cut >= end:
                    bodies -= 1
                    continue
            if out and out[-1].name == "body":
                out[-1] = Section("body", out[-1].start, end)
            else:
                out.append(Section("body", cut, end))
        else:
            out.append(Section(name, start, end))
    return out


def _name(text: str, start: int, end: int, number: int, last: int, title: str | None, bodies: int) -> str:
    """The name of one paragraph's section."""
    length = end - start
    if title and number < 3 and text[start:end].strip(" .") == title.strip(" ."):
        return "title"
    if length > 400:
        return "body"
    line = text[start:end]
    cue = column("line_starts").get(line.split(None, 1)[0].strip(":,(*[").lower(), "")
    if cue and (name := _cued(line, cue, number, last)):
        return name
    dated = number <= _HEAD and _DATED.fullmatch(line) is not None
    if line[-1] in ")]" and not dated and _CREDIT.search(line):
        return "caption"
    if length <= 80 and number <= _HEAD and line[-1] != "." and _ONLY_DATE.fullmatch(line):
        return "published"
    if number == last or length > 200 or line[-1] in ".:;," or ("\n" in line and number):
        return "body"
    if number == 0 and title is None:
        return "body" if _DATELINE.match(line) or _DATED.match(line) else "title"
    if length <= 100 and line[-1] not in _STOPS and (line[0].isupper() or line[0].isdigit()) and bodies:
        return "heading"
    return "body"


def _cued(line: str, cue: str, number: int, last: int) -> str:
    """The section that the first word of a line speaks for, or the empty string."""
    if cue == "byline":
        fits = (number <= _HEAD or number >= last - 1) and len(line) <= 120 and _NAMED.match(line) is not None
        return "byline" if fits and (line[-1] != "." or line.count(" ") < 5) else ""
    if cue == "footer":
        return "footer" if number > last - 6 and number else ""
    if cue == "caption":
        return "caption" if ":" in line[:24] else ""
    fits = len(line) <= 120 and any(map(str.isdigit, line)) and (line[-1] != "." or len(line) < 60)
    return cue if fits and not _TELLS.match(line) else ""


def _dateline(text: str, start: int, end: int) -> int:
    """Where the words after a dateline begin; `start` where there is none."""
    match = _DATED.match(text, start, min(end, start + 400)) or _DATELINE.match(text, start, min(end, start + 400))
    if match:
        return match.end()
    match = _BARE_CITY.match(text, start, end)
    if match and match[1].title() in text and text.count(match[1]) == 1:
        return match.end()
    return start
