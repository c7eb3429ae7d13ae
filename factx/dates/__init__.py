"""Dates: from the captures of a date rule to TIMEX3 values, and their resolution over the document."""

from factx.dates.normalise import normalise_date
from factx.dates.resolve import resolve_dates

__all__ = ["normalise_date", "resolve_dates"]
