"""Counts: number mentions ("at least 12") and counted people ("at least 12 Malian soldiers")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.normalise.numbers import bounded, parse_number

if TYPE_CHECKING:
    from factx.engine.match import Candidate


def normalise_number(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """A number from the captures `low`, `high` (digits or words) and the constants `value`, `modifier`, `scale`.

    `scale` lends the upper end's scale to the lower one: "two to three thousand".
    """
    constants = candidate.rule.set
    if "value" in constants or not candidate.text("low"):
        return bounded(constants.get("value"), constants.get("modifier", "exact"))
    low = parse_number(candidate.text("low"))
    if low is None:
        return None
    modifier = constants.get("modifier", "exact")
    high_text = candidate.text("high")
    high = parse_number(high_text) if high_text else None
    if high_text:
        if high is None:
            return None
        if low < high and high >= 1000 and low < 1000 and (scale := _scale(high_text)):
            low = low * scale if low * scale < high else low
        if low >= high:
            return None
        modifier = "range"
    return bounded(low, modifier, high) | ({"form": "one"} if low == 1 and not high else {})


def normalise_people(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """Counted people: the number mention in `count` (or 1 for an article) and the noun phrase in `noun`."""
    number = candidate.mention("count", "number")
    if number is None:
        return bounded(1, "exact")
    return {key: number.attributes[key] for key in ("value", "min", "max", "modifier")}


def _scale(text: str) -> int:
    for word, scale in (("billion", 10**9), ("million", 10**6), ("thousand", 1000)):
        if word in text:
            return scale
    return 0
