"""Every key that a rule file may have: one table, from which the loader checks files, and from which the JSON Schema
that editors use and the reference manual are made.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec


class Key(msgspec.Struct, frozen=True):
    """One key of a table: what it may hold and what it means. `values` are the only texts allowed, where there are."""

    name: str
    type: str
    description: str
    required: bool = False
    values: tuple[str, ...] = ()


class Shape(msgspec.Struct, frozen=True):
    """A type of value: how people call it, and the names of the tables that may stand in it."""

    label: str
    tables: tuple[str, ...] = ()


SHAPES: dict[str, Shape] = {
    "text": Shape("text"),
    "integer": Shape("a whole number"),
    "boolean": Shape("true or false"),
    "any": Shape("any value"),
    "date": Shape("a date, 2023-12-11"),
    "texts": Shape("a list of texts"),
    "values": Shape("a table"),
    "patterns": Shape("a table of patterns by name"),
    "lexicons": Shape("a table: for each name a list of forms, or a table of forms with their cells"),
    "renaming": Shape("a list of attributes, or a table of ours = theirs"),
    "kind": Shape("a name, or tables", ("kind",)),
    "attributes": Shape("a table: for each attribute its type, or a table", ("attribute",)),
    "rules": Shape("tables", ("rule",)),
    "examples": Shape("a list of texts, or of tables", ("example",)),
}

ATTRIBUTE_TYPES: dict[str, str] = {
    "text": "the words as they stand in the document",
    "number": "the value of the number captured",
    "integer": "the same, a whole number",
    "boolean": "true where the capture took part in the match",
    "choice": "one of `values`: set by the rule, or what `lexicon` says of the words captured",
    "date": "the TIMEX3 value of the date captured, with a reference to its fact",
    "place": "the name of the place captured, with a reference to its fact",
    "group": "the name of the group captured, with a reference to its fact",
    "person": "the name of the person captured",
    "mention": "the value of whatever mention was captured, with a reference to its fact",
    "object": "a structure that factx itself makes (dates have them)",
}
MENTION_TYPES = ("date", "place", "group", "person")
"""The types of attribute that name the kind of the mention that they want."""

TABLES: dict[str, tuple[Key, ...]] = {
    "file": (
        Key("pack", "text", "the name of the pack, where it is not that of its folder or file"),
        Key("requires", "text", 'the versions of factx that the pack works with: ">=0.1", ">=0.1,<2"'),
        Key("kind", "kind", "the kind of the rules in this file; or a table that defines a new kind"),
        Key("macros", "patterns", "pieces of pattern, written `{name}` in patterns"),
        Key("lexicons", "lexicons", "small word lists, written `{name}` in patterns; larger ones are TSV files"),
        Key("disable", "texts", "the ids of rules, and the names of kinds and packs, that are switched off"),
        Key("enable", "texts", "the names of kinds that are looked for although they are off by default"),
        Key("rules", "texts", "in a project file: files and folders of rules to add, relative to the file"),
        Key("rule", "rules", "a rule that gives facts"),
        Key("link", "rules", "a rule that adds attributes to facts that share a capture with it"),
        Key("context", "rules", "a rule that sets attributes of the facts within its `scope` capture"),
        Key("avoid", "rules", "a rule that claims text, so that other rules pass it by"),
    ),
    "kind": (
        Key("name", "text", "the kind's name, as `--kind` takes it: small letters, digits, `_`", required=True),
        Key("description", "text", "what a fact of this kind is, in a line"),
        Key("attributes", "attributes", "what facts of this kind say, and of what type it is"),
        Key("columns", "texts", "the columns of its table; `value` is the principal attribute, `text` the words"),
        Key("key", "texts", "attributes that a fact must have: a match that leaves one of them empty is no fact"),
        Key("span", "texts", "the captures that a fact's words run over; the whole match where there are none"),
        Key("each", "texts", "captures that, when repeated, give a fact for each repetition"),
        Key("claim", "texts", "captures that two facts of this kind cannot share"),
        Key("anchor", "text", "the capture that context and link rules must reach"),
        Key("after", "texts", "kinds that are found before this one"),
        Key("yields", "texts", "kinds that keep what they claim, so that this one lets go of it"),
        Key("classes", "text", "the choice attribute whose values patterns can ask for: `{group.mission}`"),
        Key("emit", "boolean", "whether it is a fact, or only a help for other kinds (true)"),
        Key("enabled", "boolean", "whether it is looked for without being asked for by `--kind` (true)"),
        Key("case", "boolean", "whether its patterns see capitals; otherwise sentences come in small letters (false)"),
        Key("normaliser", "text", "a function of factx that makes the attributes; for factx's own kinds"),
    ),
    "attribute": (
        Key("type", "text", "its type (text)", values=tuple(ATTRIBUTE_TYPES)),
        Key("description", "text", "what it says, in a line"),
        Key("values", "texts", "the values of a choice"),
        Key("lexicon", "text", "the lexicon that gives a choice its value"),
        Key("column", "text", "the lexicon's column, where it is not called as the attribute"),
        Key("capture", "text", "the capture that it comes from, where that is not called as the attribute"),
        Key("inherit", "renaming", "attributes that the fact takes over from the mention captured"),
        Key("default", "any", "its value where nothing gives one"),
        Key("show", "boolean", "whether facts carry it (true)"),
    ),
    "rule": (
        Key("id", "text", "its name, which says the construction: `weapons.seized`", required=True),
        Key("pattern", "text", "what it matches, in the pattern language", required=True),
        Key("kind", "text", "its kind, where it is not the file's"),
        Key("description", "text", "what it is for, in a line"),
        Key("set", "values", "attributes that a match sets, where no capture gives them"),
        Key("priority", "integer", "of two matches that conflict, the higher one stands (0; of an avoid rule 10)"),
        Key("triggers", "texts", "words of which a sentence must have one, where the pattern does not show them"),
        Key(
            "scope", "text", "what the pattern sees (sentence)", values=("sentence", "title", "paragraph", "document")
        ),
        Key("sections", "texts", "the sections where it is tried; all where none is named"),
        Key("examples", "examples", "texts, each with the facts that the rule must give"),
        Key("counterexamples", "examples", "texts in which it must give none"),
    ),
    "example": (
        Key("text", "text", "the text", required=True),
        Key("facts", "any", 'a list of tables: attributes that the facts must have; "none" stands for null'),
        Key("date", "date", "the date of the document"),
    ),
}  # fmt: skip
ROLES = ("rule", "link", "context", "avoid")


class Fault(msgspec.Struct, frozen=True):
    """A value that does not fit: what is wrong, what to do, and the top-level keys and numbers that lead to it."""

    message: str
    remedy: str
    trail: tuple[str | int, ...] = ()


def check(table: str, data: Mapping[str, Any], trail: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """All the faults of a table of a rule file."""
    keys = {key.name: key for key in TABLES[table]}
    for name in data:
        if name not in keys:
            yield Fault(f"unknown key {name!r}", _suggestion(name, keys), (*trail, name))
    for key in keys.values():
        if key.name in data:
            yield from _value(key, data[key.name], (*trail, key.name))
        elif key.required:
            yield Fault(f"a {table} without {key.name!r}", f"give {key.name}: {key.description}", trail)


def _value(key: Key, value: Any, trail: tuple[str | int, ...]) -> Iterator[Fault]:
    if not _fits(key.type, value):
        shape = SHAPES[key.type].label
        yield Fault(f"{key.name!r} is {_name(value)}", f"write {shape}: {key.description}", trail)
    elif key.values and value not in key.values:
        yield Fault(f"{key.name} = {value!r} is not known", f"one of {', '.join(key.values)}", trail)
    else:
        for at, (table, inner) in enumerate(_inner(key.type, value)):
            step = at if isinstance(value, list) else ""
            yield from check(table, inner, (*trail, step) if step != "" else trail)


def _inner(type: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables within a value, with the table of keys that each goes by."""
    for table in SHAPES[type].tables:
        if type == "attributes":
            values: list[Any] = [one if isinstance(one, dict) else {"type": one} for one in value.values()]
        else:
            values = value if isinstance(value, list) else [value]
        yield from ((table, one) for one in values if isinstance(one, dict))


def _fits(type: str, value: Any) -> bool:
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    tables = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    match type:
        case "text":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, str | datetime.date)
        case "texts":
            return texts
        case "values":
            return isinstance(value, dict)
        case "patterns":
            return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        case "renaming":
            return texts or (isinstance(value, dict) and all(isinstance(one, str) for one in value.values()))
        case "lexicons":
            return isinstance(value, dict) and all(map(_is_lexicon, value.values()))
        case "kind":
            return isinstance(value, str | dict) or tables
        case "attributes":
            return isinstance(value, dict) and all(isinstance(one, str | dict) for one in value.values())
        case "rules":
            return tables
        case "examples":
            return isinstance(value, list) and all(isinstance(one, str | dict) for one in value)
    return True


def _is_lexicon(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(c, dict) and all(isinstance(x, str) for x in c.values()) for c in value.values())
    return isinstance(value, list) and all(isinstance(form, str) for form in value)


def _name(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    names = {str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), type(value).__name__)


def _suggestion(name: str, keys: Mapping[str, Key]) -> str:
    import difflib

    near = difflib.get_close_matches(name, keys, 1)
    return f"did you mean {near[0]!r}?" if near else f"one of {', '.join(keys)}"
