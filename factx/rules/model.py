"""What a rule pack says, once read: kinds, rules, lexicons and macros as plain data.

The loader builds these from TOML and TSV; the engine runs them; nothing here reads a file or compiles a pattern.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from factx.errors import Location

AttributeType = Literal["text", "integer", "number", "boolean", "choice", "mention", "object"]
Role = Literal["rule", "link", "context", "avoid"]
Scope = Literal["sentence", "title", "paragraph", "document"]
CORE = "core"
"""The name of the built-in pack."""
FIRST_SYMBOL = 0xE000
"""The first character of Unicode's private-use area: no mention in a lifted sentence has an earlier one."""
Needs = list[frozenset[str]]
"""What a text must hold for a pattern to match it: of each set one string."""
WORD = "^"
"""Stands before a needed string that must begin a word; one without it may lie within a word."""


class Attribute(msgspec.Struct, frozen=True):
    """One attribute of a kind: what a capture of its name becomes.

    `text` is the words as they stand in the document; `number` the value of the number mention captured; `choice`
    one of `values`, or what `lexicon` gives for the words in its column `column`; `mention` the value of the mention
    captured (of kind `kind`, where that is named), with a reference to its fact where it has one.
    `inherit` names the attributes that the fact takes over from the mention captured, as (ours, theirs): one of its own
    name stands in the place of the words.
    """

    name: str
    type: AttributeType = "text"
    description: str = ""
    values: tuple[str, ...] = ()
    lexicon: str = ""
    column: str = ""
    inherit: tuple[tuple[str, str], ...] = ()
    default: Any = None
    kind: str = ""
    """The kind of the mention wanted: what the types date, place, group and person of rule files come to."""
    capture: str = ""
    """The capture that the attribute comes from, where it is not the one of its own name."""
    show: bool = True
    """Whether facts carry the attribute; a capture that only helps (an anchor, a gap) has none."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of mention or fact.

    `span` names the captures whose hull is the fact's span (the whole match where it is empty); `each` the captures
    that give one fact for each of their repetitions; `claim` the captures that two facts of this kind cannot share;
    `anchor` the capture that context and link rules must reach. `after` names the kinds that are found, and lifted,
    before this one. `classes` names a choice attribute by which mentions of this kind can be told apart in patterns:
    `{people.armed}`. `key` names the attributes without which a match is no fact.
    """

    name: str
    description: str = ""
    attributes: dict[str, Attribute] = {}
    columns: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    span: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()
    anchor: str = ""
    after: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    """Kinds that keep what they claim: a count of the dead is no count of troops."""
    classes: str = ""
    emit: bool = True
    enabled: bool = True
    case: bool = False
    """Whether patterns see capitals; otherwise the sentence is lower-cased before they run."""
    normaliser: str = ""
    """The function of `factx.normalise` that turns captures into attributes before the attribute types do."""
    pack: str = "core"
    location: Location = Location()


class Example(msgspec.Struct, frozen=True):
    """A text and the facts (their attributes) that a rule must give on it; none for a counterexample."""

    text: str
    facts: tuple[dict[str, Any], ...] = ()
    date: str | None = None


class Rule(msgspec.Struct, frozen=True):
    """One declarative rule. `role` says what a match does: give a fact, add attributes, set a scope, or claim text."""

    id: str
    kind: str
    pattern: str
    role: Role = "rule"
    set: dict[str, Any] = {}
    priority: int = 0
    triggers: tuple[str, ...] = ()
    scope: Scope = "sentence"
    sections: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    description: str = ""
    location: Location = Location()
    pack: str = "core"


class Lexicon(msgspec.Struct, frozen=True):
    """Words and phrases, lower-cased, each with its columns: {"killed": {"harm": "killed", "pos": "verb"}}."""

    name: str
    entries: dict[str, dict[str, str]] = {}
    forms: tuple[str, ...] = ()
    """The forms as written, in the file's order; patterns of kinds that see capitals match them so."""
    location: Location = Location()


class Macro(msgspec.Struct, frozen=True):
    """A named piece of pattern."""

    name: str
    pattern: str
    location: Location = Location()


def attribute_names(kind: Kind) -> list[str]:
    """The attributes that facts of the kind carry beside `value`, in the order of its file: inherited ones too."""
    names: dict[str, None] = {}
    for attribute in kind.attributes.values():
        names.update((ours, None) for ours, _ in attribute.inherit)
        if attribute.show:
            names[attribute.name] = None
    names.pop("value", None)
    return list(names)
