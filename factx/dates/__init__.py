"""Dates: from the captures of a date rule to TIMEX3 values, and their resolution over the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.document.model import Document
from factx.facts import Mention

if TYPE_CHECKING:
    from factx.engine.match import Candidate


def normalise_date(candidate: Candidate, view: str) -> dict[str, Any] | None:
    """The date's type and value as far as the words alone tell."""
    year = candidate.text("year")
    return {"type": "DATE", "value": year}


def resolve_dates(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Give relative dates their values by the document's date and by one another; the mentions that stand."""
    return mentions
