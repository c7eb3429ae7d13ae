"""The JSON Schema of a rule file and the reference manual, both from the tables that the loader checks files by."""

from __future__ import annotations

from typing import Any

from factx.rules.keys import ATTRIBUTE_TYPES, SHAPES, TABLES, Key

Schema = dict[str, Any]
SCHEMA_FILE = "rule.schema.json"
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_NAMED_TEXTS: Schema = {"type": "object", "additionalProperties": {"type": "string"}}


def rule_schema() -> Schema:
    """The JSON Schema of a rule file, for editors."""
    definitions = {name: _table(name) for name in TABLES if name != "file"}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factx: a rule file",
        **_table("file"),
        "definitions": definitions,
    }


def _table(name: str) -> Schema:
    keys = TABLES[name]
    schema: Schema = {
        "type": "object",
        "properties": {key.name: {"description": key.description} | _shape(key) for key in keys},
        "additionalProperties": False,
    }
    required = [key.name for key in keys if key.required]
    return schema | ({"required": required} if required else {})


def _shape(key: Key) -> Schema:
    if key.values:
        return {"enum": list(key.values)}
    tables = [{"$ref": f"#/definitions/{name}"} for name in SHAPES[key.type].tables]
    text: Schema = {"type": "string"}
    match key.type:
        case "text":
            return text
        case "integer" | "boolean":
            return {"type": key.type}
        case "texts":
            return _TEXTS
        case "values":
            return {"type": "object"}
        case "patterns":
            return _NAMED_TEXTS
        case "renaming":
            return {"anyOf": [_TEXTS, _NAMED_TEXTS]}
        case "lexicons":
            cells = {"type": "object", "additionalProperties": _NAMED_TEXTS}
            return {"type": "object", "additionalProperties": {"anyOf": [_TEXTS, cells]}}
        case "kind":
            return {"anyOf": [text, *tables, {"type": "array", "items": tables[0]}]}
        case "attributes":
            types = {"enum": list(ATTRIBUTE_TYPES)}
            return {"type": "object", "additionalProperties": {"anyOf": [types, *tables]}}
        case "rules":
            return {"type": "array", "items": tables[0]}
        case "examples":
            return {"type": "array", "items": {"anyOf": [text, *tables]}}
    return {}


_INTRODUCTION = """\
# The rule language

This page is made by `factx rules reference` from the tables by which rule files are checked.

A rule file is TOML. It defines a kind of fact, or adds rules to one that there is:

```toml
#:schema ./rule.schema.json
[kind]
name = "aid"
description = "Aid that was delivered"
columns = ["value", "goods", "place", "text"]
key = ["goods"]

[kind.attributes]
value = { type = "number", capture = "count" }
goods = "text"
place = "place"

[[rule]]
id = "aid.delivered"
pattern = '''(?:delivered|sent) ~ (?<count>{number}) ~ bags ~ of ~ (?<goods>\\w+) (?: ~ to ~ (?<place>{place}) )?'''
examples = [{ text = "It sent 40 bags of flour to Gao.", facts = [{ value = 40, goods = "flour", place = "Gao" }] }]
counterexamples = ["It delivered 40 tents."]
```

`factx rules new aid` writes such a file; `factx rules test aid.toml` runs its examples; `factx extract --rules aid.toml
article.txt` finds its facts.

## Patterns

A pattern is a regular expression of the `regex` module, with references:

| written | matches |
| --- | --- |
| `{name}` | a macro, a mention of the kind of that name, or any form of a lexicon |
| `{name.a}` | mentions of class `a`; the forms of a lexicon that have the cell `a` |
| `~` | one space, in `[...]` too |
| white space | nothing: break patterns as you like |
| `# ...` | nothing, to the end of the line |
| `(?<name>...)` | a capture, which becomes the attribute that is called so |

Mentions found by earlier kinds (`{date}`, `{place}`, `{group}`, `{person}`, `{number}`, `{people}`) stand in a sentence
as one character each, so that they match whole or not at all. Sentences come in small letters, unless the kind has
`case = true`. A match never begins inside a word.

## Where rules come from

The rules of factx first, then packs of installed Python packages (entry points of the group `factx.packs` that name a
folder), those of the user's folder (`~/.config/factx/rules`, or as the platform has it), those of the project
(`factx.toml`, or `[tool.factx]` in `pyproject.toml`, in this folder or one above it), and those of `--rules`. A later
pack replaces rules, macros and kinds of the same name, and extends lexicons. The packs `weapons` and `agreements` come
with factx and are off: `--kind weapons` or `--rules weapons` turns them on.
"""


def manual() -> str:
    """The reference manual of the rule language, as Markdown."""
    lines = [_INTRODUCTION]
    titles = {
        "file": "A file",
        "kind": "A kind: `[kind]`",
        "attribute": "An attribute: `[kind.attributes]`",
        "rule": "A rule: `[[rule]]`, `[[link]]`, `[[context]]`, `[[avoid]]`",
        "example": "An example",
    }
    for name, keys in TABLES.items():
        lines += [f"## {titles[name]}", "", "| key | holds | meaning |", "| --- | --- | --- |"]
        for key in keys:
            holds = ", ".join(f"`{value}`" for value in key.values) or SHAPES[key.type].label
            lines.append(f"| `{key.name}` | {holds} | {key.description}{'; required' if key.required else ''} |")
        lines.append("")
        if name == "attribute":
            lines += ["| type | value |", "| --- | --- |"]
            lines += [f"| `{type}` | {meaning} |" for type, meaning in ATTRIBUTE_TYPES.items()]
            lines.append("")
    return "\n".join(lines)
