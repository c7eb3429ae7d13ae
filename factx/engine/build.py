"""Building: from a candidate's captures to typed attributes, by what its kind declares."""

from __future__ import annotations

from typing import Any

from factx.engine.match import Candidate
from factx.engine.normalisers import NORMALISERS
from factx.facts import Mention
from factx.rules.model import Attribute, Kind, Lexicon


def build(candidate: Candidate, kind: Kind, view: str, lexicons: dict[str, Lexicon]) -> Mention | None:
    """The mention that a candidate makes; None when its kind's normaliser finds no sense in it, when a key is missing,
    or when there are no words to it: a pattern may match nothing at all.

    What was captured wins over what the rule sets, and that over the kind's defaults.
    """
    if candidate.start >= candidate.end:
        return None
    attributes: dict[str, Any] = {}
    links: dict[str, Mention] = {}
    weak: set[str] = set()
    if kind.normaliser:
        made = NORMALISERS[kind.normaliser](candidate, view)
        if made is None:
            return None
        attributes.update(made)
    for attribute in kind.attributes.values():
        if (attribute.capture or attribute.name) in candidate.captures:
            capture(candidate, attribute, view, lexicons, attributes, links)
    for name, value in candidate.rule.set.items():
        if attributes.get(name) is None:
            attributes[name] = value
            weak.add(name)
    for name, attribute in kind.attributes.items():
        if attribute.show and attributes.get(name) is None:
            attributes[name] = attribute.default
            weak.add(name)
    if any(attributes.get(name) is None for name in kind.key):
        return None
    captures = {name: span for name in candidate.captures if (span := candidate.source(name))}
    return Mention(kind.name, candidate.start, candidate.end, attributes, candidate.rule.id, links, captures, weak)


def capture(
    candidate: Candidate, attribute: Attribute, view: str, lexicons: dict[str, Lexicon],
    attributes: dict[str, Any], links: dict[str, Mention],
) -> None:  # fmt: skip
    """Turn one capture into its attribute, by type, in place."""
    name = attribute.capture or attribute.name
    span = candidate.source(name)
    if span is None:
        return
    text = " ".join(view[span[0] : span[1]].split())
    value: Any = text
    if attribute.type == "choice" and attribute.lexicon:
        entry = lexicons[attribute.lexicon].entries.get(candidate.text(name).strip().lower(), {})
        value = entry.get(attribute.column or attribute.name)
    elif attribute.type in ("number", "integer"):
        mention = candidate.mention(name, "number")
        value = mention.attributes["value"] if mention else None
    elif attribute.type == "mention":
        mention = candidate.mention(name, attribute.kind)
        if attribute.kind and mention is None:
            value = None
        elif mention is not None:
            if attribute.show:
                links[attribute.name] = mention
            alone = attribute.kind or (mention.start, mention.end) == span
            if alone and isinstance(mention.attributes.get("value"), str):
                value = mention.attributes["value"]
    elif attribute.type == "boolean":
        value = True
    if attribute.inherit and (mention := candidate.mention(name)) is not None:
        for ours, theirs in attribute.inherit:
            if mention.attributes.get(theirs) is not None or ours not in attributes:
                attributes[ours] = mention.attributes.get(theirs)
        for key, linked in mention.links.items():
            links.setdefault(key, linked)
    own = any(ours == attribute.name for ours, _ in attribute.inherit) and attributes.get(attribute.name) is not None
    if attribute.show and value is not None and not own:
        attributes[attribute.name] = value
