"""The JSON Schema of the output, built from the kinds of a rule set: a kind from a rule file is in it as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.rules.model import Attribute, Kind

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_STRING: Schema = {"type": "string"}
_MAYBE_STRING: Schema = {"type": ["string", "null"]}

_FACT: dict[str, Schema] = {
    "id": _STRING | {"description": "the fact's name within its document"},
    "kind": _STRING | {"description": "what kind of fact it is; its other attributes depend on it"},
    "value": {"description": "the principal value: a number of people, a TIMEX3 date, a canonical name"},
    "text": _STRING | {"description": "the words of the fact: the document's text from start to end"},
    "start": _OFFSET | {"description": "offset of the first character, in code points of the document's text"},
    "end": _OFFSET | {"description": "offset after the last character"},
    "line": {"type": "integer", "minimum": 1, "description": "the line of the text on which the fact begins"},
    "section": _STRING | {"description": "title, byline, dateline, caption, heading, body or footer"},
    "sentence": _STRING | {"description": "the sentence, or sentences, that the fact stands in"},
    "rule": _STRING | {"description": "the rule that found it"},
    "refs": {
        "type": "object",
        "description": "ids of the facts in the same document that attributes of this one name",
        "additionalProperties": {"type": "string"},
    },
}
_DOCUMENT: dict[str, Schema] = {
    "id": _STRING,
    "source": _STRING | {"description": "where the text came from: a file, a line of a file, - for standard input"},
    "title": _MAYBE_STRING,
    "url": _MAYBE_STRING,
    "date": _DATE | {"description": "the day on which the document was written"},
    "date_source": _MAYBE_STRING | {"description": "where that day was found"},
    "characters": _OFFSET | {"description": "length of the text in code points"},
    "text": _STRING | {"description": "the text to which all offsets refer, with --with-text"},
}
_WARNING: dict[str, Schema] = {
    "code": _STRING,
    "message": _STRING,
    "start": {"type": ["integer", "null"], "minimum": 0},
    "end": {"type": ["integer", "null"], "minimum": 0},
}
_TYPES: dict[str, Schema] = {
    "text": _MAYBE_STRING,
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "choice": _MAYBE_STRING,
    "mention": {"type": ["string", "number", "null"]},
    "object": {"type": ["object", "array", "null"]},
}


def document_schema(kinds: Mapping[str, Kind]) -> Schema:
    """What `--format json` prints for one document."""
    document = _closed(_DOCUMENT, optional=("text",))
    facts = {"type": "array", "items": {"$ref": "#/$defs/fact"}}
    warnings = {"type": "array", "items": _closed(_WARNING)}
    top = _closed({"document": document, "facts": facts, "warnings": warnings})
    return {"$schema": _DIALECT, "title": "factx: the facts of a document"} | top | {"$defs": _definitions(kinds)}


def fact_schema(kinds: Mapping[str, Kind]) -> Schema:
    """What `--format jsonl` prints for one fact."""
    return {
        "$schema": _DIALECT,
        "title": "factx: a fact",
        "type": "object",
        "properties": {"document": _STRING | {"description": "the id of the document"}},
        "required": ["document"],
        "$ref": "#/$defs/fact",
        "$defs": _definitions(kinds),
    }


def _definitions(kinds: Mapping[str, Kind]) -> dict[str, Schema]:
    shown = {name: kind for name, kind in kinds.items() if kind.emit and kind.enabled}
    fact: Schema = {
        "type": "object",
        "properties": _FACT | {"kind": {"enum": list(shown)}},
        "required": list(_FACT),
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in shown
        ],
    }
    return {"fact": fact} | {name: _kind(kind) for name, kind in shown.items()}


def _kind(kind: Kind) -> Schema:
    properties = {name: _attribute(one, name in kind.key) for name, one in kind.attributes.items() if one.show}
    description = {"description": kind.description} if kind.description else {}
    return description | {"type": "object", "properties": properties}


def _attribute(attribute: Attribute, key: bool) -> Schema:
    described: Schema = {"description": attribute.description} if attribute.description else {}
    if attribute.type == "choice" and attribute.values:
        return described | {"enum": [*attribute.values, *([] if key else [None])]}
    shape = _TYPES[attribute.type]
    return described | (shape | {"type": [one for one in shape["type"] if one != "null"]} if key else shape)


def _closed(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
