"""Documents and facts as plain dictionaries, their keys in the order of the output contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from factx.rules.model import attribute_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.document.model import Document, Notice
    from factx.extractor import Extraction
    from factx.facts import Fact
    from factx.rules.model import Kind

_encode = msgspec.json.Encoder().encode

FACT_KEYS = ("id", "kind", "value", "text", "start", "end", "line", "section", "sentence", "rule")
"""What every fact has, before the attributes of its kind and `refs`."""


class Records:
    """Makes records of what was found; each kind's attributes all there, in the order of its rule file."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._blank = {name: dict.fromkeys(attribute_names(kind)) for name, kind in kinds.items()}

    def fact(self, fact: Fact) -> dict[str, Any]:
        """One flat fact: what all have, then the attributes of its kind, then `refs` (attribute -> fact id)."""
        return {
            "id": fact.id,
            "kind": fact.kind,
            "value": fact.value,
            "text": fact.text,
            "start": fact.start,
            "end": fact.end,
            "line": fact.line,
            "section": fact.section,
            "sentence": fact.sentence,
            "rule": fact.rule,
            **self._blank.get(fact.kind, {}),
            **fact.attributes,
            "refs": fact.refs,
        }

    def extraction(self, extraction: Extraction, with_text: bool = False) -> dict[str, Any]:
        """All that was found in one document."""
        return {
            "document": _document(extraction.document, with_text),
            "facts": [self.fact(fact) for fact in extraction.facts],
            "warnings": [_notice(notice) for notice in extraction.warnings],
        }


def _document(document: Document, with_text: bool) -> dict[str, Any]:
    """The document without its facts; `characters` counts code points of the text, which `with_text` adds."""
    record: dict[str, Any] = {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "date": document.date.isoformat() if document.date else None,
        "date_source": document.date_source,
        "characters": len(document.text),
    }
    if with_text:
        record["text"] = document.text
    return record


def _notice(notice: Notice) -> dict[str, Any]:
    return {"code": notice.code, "message": notice.message, "start": notice.start, "end": notice.end}


def dump(record: dict[str, Any]) -> bytes:
    """One line of JSON in UTF-8. Lone surrogates, which UTF-8 cannot hold, stand as JSON escapes."""
    try:
        return _encode(record) + b"\n"
    except UnicodeEncodeError:
        import json

        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace") + b"\n"
