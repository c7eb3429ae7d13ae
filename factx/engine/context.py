"""Context and link rules: what a sentence says about facts that other rules found in it.

A context rule sets attributes ("asserted: false") on the facts whose anchor lies in its `scope` capture; a link rule
adds the attributes that it captures (a perpetrator, a cause) to the facts that share its anchor or claimed capture.
Both only fill in what the facts do not say yet; the higher priority comes first.
"""

from __future__ import annotations

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
        for fact in facts:
            if candidate.rule.role == "context":
                scope = candidate.source("scope") or (candidate.start, candidate.end)
                if _within(_anchor(fact, kind), scope):
                    _fill(fact, candidate.rule.set, kind)
            elif _joined(candidate, fact, kind):
                attributes: dict[str, object] = {}
                links: dict[str, Mention] = {}
                for attribute in kind.attributes.values():
                    name = attribute.capture or attribute.name
                    if name in candidate.captures and name not in kind.claim and name != kind.anchor:
                        capture(candidate, attribute, view, lexicons, attributes, links)
                taken = {name for name in attributes if fact.attributes.get(name) is not None}
                _fill(fact, attributes | candidate.rule.set, kind)
                for name, mention in links.items():
                    if name not in taken:
                        fact.links.setdefault(name, mention)


def _fill(fact: Mention, attributes: dict[str, object], kind: Kind) -> None:
    for name, value in attributes.items():
        default = kind.attributes[name].default if name in kind.attributes else None
        if fact.attributes.get(name) in (None, default):
            fact.attributes[name] = value


def _anchor(fact: Mention, kind: Kind) -> Span:
    return fact.captures.get(kind.anchor, (fact.start, fact.end))


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
