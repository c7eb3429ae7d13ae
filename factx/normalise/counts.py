"""Counts: number mentions ("at least 12") and counted people ("at least 12 Malian soldiers")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.normalise.numbers import bounded, parse_number, scale_of, whole

if TYPE_CHECKING:
    from factx.engine.match import Candidate


_THOUSAND = 1000


def normalise_number(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """A number from the captures `low`, `high` (digits or words) and the constants `value`, `modifier`.

    The upper end of a range lends its scale to the lower: "two to three thousand", "2-4,000".
    """
    constants = candidate.rule.set
    modifier = constants.get("modifier", "exact")
    if not candidate.text("low"):
        return bounded(constants.get("value"), modifier)
    low = parse_number(candidate.text("low"))
    if low is None:
        return None
    high_text = candidate.text("high")
    high = parse_number(high_text) if high_text else None
    if high_text:
        if high is None:
            return None
        lent = low * (scale_of(high_text) if low >= _THOUSAND or "," not in high_text else _THOUSAND)
        low = whole(lent) if lent < high else low
        if low >= high:
            return None
        modifier = "range"
    return bounded(low, modifier, high) | ({"form": "one"} if low == 1 and not high else {})


def normalise_people(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """Counted people: the number mention in `count`, else the rule's `value`; 1 for an article."""
    number = candidate.mention("count", "number")
    if number is None:
        return bounded(candidate.rule.set.get("value", 1), "exact")
    return {key: number.attributes[key] for key in ("value", "min", "max", "modifier")}
