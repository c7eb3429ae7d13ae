"""Normalisers: what turns the words of a mention into values. A new one is a function and a line in this table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from factx.dates.normalise import normalise_date
from factx.normalise.counts import normalise_number, normalise_people

if TYPE_CHECKING:
    from factx.engine.match import Candidate

NORMALISERS: dict[str, Callable[[Candidate, str], dict[str, Any] | None]] = {
    "date": normalise_date,
    "number": normalise_number,
    "people": normalise_people,
}
"""By name, as a kind's `normaliser` states it: (candidate, document view) -> attributes, or None for no mention."""
