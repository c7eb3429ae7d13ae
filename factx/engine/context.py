"""Context and link rules: what a sentence says about facts that other rules found in it.

A context rule sets attributes ("asserted: false") on the facts whose anchor lies in its `scope` capture; a link rule
adds the attributes that it captures (a perpetrator, a cause) to the facts that share its anchor or claimed capture.
Both give way to what a fact's own rule captured, not to its constants; the higher priority comes first, then the
shorter match.
"""

from __future__ import annotations

from typing import Any

from factx.engine.build import capture
from factx.engine.match import Candidate, Span
from factx.facts import Mention
from factx.rules.model import Kind, Lexicon


def apply(
    candidates: list[Candidate], facts: list[Mention], kind: Kind, view: str, lexicons: dict[str, Lexicon]
) -> None:
    """Let context and link candidates add to the facts of one kind in one sentence, in place."""
    ranked = sorted(candidates, key=lambda one: (-one.rule.priority, one.end - one.start, one.start, one.rule.id))
    for candidate in ranked:
        attributes: dict[str, Any] = {}
        links: dict[str, Mention] = {}
        for attribute in kind.attributes.values():
            name = attribute.capture or attribute.name
            if name in candidate.captures and name not in kind.claim and name != kind.anchor:
                capture(candidate, attribute, view, lexicons, attributes, links)
        attributes |= candidate.rule.set
        for fact in facts:
            if _concerns(candidate, fact, kind):
                _fill(fact, candidate, attributes, links)


def _concerns(candidate: Candidate, fact: Mention, kind: Kind) -> bool:
    if candidate.rule.role == "context":
        scope = candidate.source("scope") or (candidate.start, candidate.end)
        return _within(fact.captures.get(kind.anchor, (fact.start, fact.end)), scope)
    return _joined(candidate, fact, kind)


def _fill(fact: Mention, candidate: Candidate, attributes: dict[str, Any], links: dict[str, Mention]) -> None:
    for name, value in attributes.items():
        if name in fact.weak or fact.attributes.get(name) is None:
            fact.attributes[name] = value
            fact.weak.discard(name)
            if name in links:
                fact.links[name] = links[name]
            if span := candidate.source(name):
                fact.captures[name] = span


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _joined(candidate: Candidate, fact: Mention, kind: Kind) -> bool:
    """Whether a link candidate speaks of a fact: all captures that both have, of those that identify it, overlap."""
    shared = False
    for name in (*kind.claim, kind.anchor):
        ours, theirs = candidate.source(name), fact.captures.get(name)
        if ours and theirs:
            if not (ours[0] < theirs[1] and theirs[0] < ours[1]):
                return False
            shared = True
    return shared
