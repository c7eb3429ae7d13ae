"""TimeML: the text of the document with a TIMEX3 element around each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factx.writers.base import Style, Writer

if TYPE_CHECKING:
    from factx.extractor import Extraction
    from factx.facts import Fact

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 cannot hold at all, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TimemlWriter(Writer):
    """One `<TimeML>` for one document; several stand in a `<documents>`, so that the whole is one XML document."""

    def render(self, extraction: Extraction) -> bytes:
        """The `<TimeML>` element of one document."""
        document = extraction.document
        parts = [f"<TimeML>\n<DOCID>{_text(document.id)}</DOCID>\n"]
        if document.date:
            day = document.date.isoformat()
            function = 'temporalFunction="false" functionInDocument="CREATION_TIME"'
            parts.append(f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" {function}>{day}</TIMEX3></DCT>\n')
        if document.title:
            parts.append(f"<TITLE>{_text(document.title)}</TITLE>\n")
        parts.append("<TEXT>")
        at = 0
        for number, fact in enumerate(_apart(extraction.facts), 1):
            parts.append(_text(document.text[at : fact.start]))
            parts.append(f"<TIMEX3 {_attributes(fact, number)}>{_text(document.text[fact.start : fact.end])}</TIMEX3>")
            at = fact.end
        parts.append(_text(document.text[at:]))
        parts.append("</TEXT>\n</TimeML>\n")
        return "".join(parts).encode("utf-8")

    def frame(self, documents: Iterable[bytes]) -> Iterator[bytes]:
        """The XML declaration and the documents; the first waits for a second, which decides on the outer element."""
        yield _HEAD
        rest = iter(documents)
        first, second = next(rest, None), next(rest, None)
        if first is not None and second is None:
            yield first
            return
        yield b"<documents>\n"
        for document in (first, second):
            if document is not None:
                yield document
        yield from rest
        yield b"</documents>\n"


def _apart(facts: list[Fact]) -> Iterator[Fact]:
    """The dates in order; one that begins within another is left out, for elements cannot overlap."""
    at = 0
    for fact in sorted((one for one in facts if one.kind == "date"), key=lambda one: (one.start, -one.end)):
        if fact.start >= at:
            yield fact
            at = fact.end


def _attributes(fact: Fact, number: int) -> str:
    found = {
        "tid": f"t{number}",
        "type": fact.attributes.get("type") or "DATE",
        "value": fact.value,
        "mod": fact.attributes.get("modifier"),
        "quant": fact.attributes.get("quant"),
        "freq": fact.attributes.get("freq"),
    }
    return " ".join(f'{name}="{_text(str(value))}"' for name, value in found.items() if value is not None)


def _text(text: str) -> str:
    """The text as XML holds it. A carriage return needs a reference, or a parser would drop it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _NOT_XML.sub("\ufffd", text).replace("\r", "&#13;")


def writer(style: Style) -> Writer:
    """The writer of this module."""
    return TimemlWriter(style)
