"""Selection: which of the candidates of one kind in one sentence stand.

Two candidates conflict when they share a capture that their kind claims, or, where the kind claims none, any text.
The higher priority wins, then the shorter span where captures are claimed (count and harm word closest together) and
the longer one elsewhere, then the earlier, then the rule whose id sorts first.
"""

from __future__ import annotations

from factx.engine.match import Candidate, Span
from factx.rules.model import Kind


def select(candidates: list[Candidate], kind: Kind) -> list[Candidate]:
    """The candidates that stand, in the order of the text; those of avoid rules claim text and are left out."""
    if len(candidates) == 1:
        return [] if candidates[0].rule.role == "avoid" else candidates
    sign = 1 if kind.claim else -1
    ranked = sorted(
        candidates,
        key=lambda one: (
            -one.rule.priority, one.rule.role != "avoid", sign * (one.end - one.start), one.start, one.rule.id,
        ),
    )  # fmt: skip
    taken: list[Span] = []
    chosen: list[Candidate] = []
    for candidate in ranked:
        claims = claimed(candidate, kind)
        if any(start < other_end and other_start < end for start, end in claims for other_start, other_end in taken):
            continue
        taken.extend(claims)
        if candidate.rule.role != "avoid":
            chosen.append(candidate)
    chosen.sort(key=lambda one: (one.start, one.end, one.rule.id))
    return chosen


def claimed(candidate: Candidate, kind: Kind) -> list[Span]:
    """The source spans that a candidate keeps for itself."""
    if candidate.rule.role == "avoid":
        return [(candidate.start, candidate.end)]
    claims = [span for name in kind.claim if (span := candidate.source(name))]
    return claims or [(candidate.start, candidate.end)]
