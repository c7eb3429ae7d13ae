"""The day on which a document was written, by the full dates of its head and foot."""

from __future__ import annotations

import re

from factx.dates import absolute
from factx.dates.calendar import Day
from factx.document.model import Document, Notice
from factx.facts import Mention

HEAD = ("byline", "published", "posted", "updated", "dateline")
"""Sections that may give the document its date, the more trusted first."""

_STAMP = re.compile(
    r"\W*(?:(?:pub|post|update)?date(?:_time)?\b)?[\W_]*(?:\d[\d:]*)?[\W_]*(?:[a-z]{2,4})?\W*", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\b(?:(?:published|posted|updated|filed|dated?)(?: (?:on|at|duration))?:?|this (?:story|article|report|piece)"
    r" (?:is from|(?:was )?(?:first |originally )?(?:published|posted|appeared|ran)(?: on| in)?)) \Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:(?:\A|[\n.!?|]\s*)(?:By|BY) (?:[A-Z]\S* |\S+@\S+ |(?:and|of|for|the) ){1,9}"
    r"|\S@\S+ |\b(?:Associated Press|Reuters|AFP|AP) )\Z"
)
_AT_DATELINE = re.compile(r"\s[A-Z][A-Z.' -]{3,30}(?:,\s[A-Z][\w.]+)?\s(?:—|--|–|-)\s")


def date_document(document: Document, mentions: list[Mention], sections: list[str]) -> None:
    """The document's date from the full dates of its head and foot; a warning where they disagree."""
    found: dict[str, tuple[Day, Mention]] = {}
    for number, (mention, section) in enumerate(zip(mentions, sections, strict=True)):
        parts = mention.attributes["parts"]
        if parts["form"] not in ("day", "slashes") or "year" not in parts:
            continue
        if section not in HEAD and "published" not in found and _stamps(document, mention):
            section = sections[number] = "published"
        if section in HEAD and section not in found:
            value = absolute.full_day(parts) if parts["form"] == "day" else absolute.slashes(parts)
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


def _stamps(document: Document, mention: Mention) -> bool:
    """Whether a date near the start of a text dates the text.

    It stands on a line of its own, with a label or a time of day at most; or ends a line after its label; or, where a
    text has lost its lines, stands after a byline or before a dateline.
    """
    if mention.start > 400:
        return False
    text = document.text
    if _SIGNED.search(text, 0, mention.start) or _AT_DATELINE.match(text, mention.end):
        return True
    begin = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    if end < 0:
        return False
    after = text[mention.end : min(end, mention.end + 40)]
    if _LABELLED.search(text, begin, mention.start) and not after.strip(" .)"):
        return True
    return _STAMP.fullmatch(text[begin : mention.start] + after) is not None
