"""The clock: what dates are reckoned from, and what the resolution of one gives."""

from __future__ import annotations

from collections.abc import Callable

from factx.dates.calendar import Day, interval
from factx.document.model import Document


class Clock:
    """What dates are reckoned from: the document's date, and the last date mentioned."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.today = document.date
        self.last: Day | None = document.date
        self.last_value = ""
        self.steps: list[Day] = []
        """The last two days or months mentioned, the later mentioned first: a tale goes on from one of them."""
        self.reckoned = False
        """Whether the last date was reckoned from another: "the previous year"."""
        self.last_end = -1
        """Where the mention of the last date ended."""
        self.quarter = ""
        """The quarter or half that a report is on: the latest that is over, or that it calls fiscal."""
        self.fiscal = False
        self.spread = -1
        """Where the last number of months ended: after "in the nine months", "a year earlier" is no quarter."""
        self.narrative = document.date is None
        """Whether the text tells of other years than its own: a bare month is then one of the last year named."""

        self.adrift = False
        """Whether the text is news that does not say of which day: what it names fixes no other date but the next."""

    @property
    def now(self) -> Day | None:
        """The document's date; the last one mentioned where it has none, and news of no day has nothing."""
        return self.today or (None if self.adrift else self.last)

    @property
    def scene(self) -> Day | None:
        """The day that a text tells of: a history's last date mentioned, and otherwise the document's date."""
        return self.last if self.narrative else self.now

    def written(self, start: int, grain: int = 10) -> Day | None:
        """The day on which the words at `start` were written: the document's date; without one the date last
        mentioned, where that told `grain` characters of its value and stands in the same paragraph."""
        if self.today:
            return self.today
        told = len(self.last_value.partition("T")[0]) >= grain
        return self.last if told and self.document.text.find("\n", self.last_end, start) < 0 else None

    @property
    def spot(self) -> Day | None:
        """The day last named; where that was a month or a year, the document's, and in a history none."""
        if not self.last_value or len(self.last_value.partition("T")[0]) == 10:
            return self.last
        return None if self.narrative else self.today

    @property
    def reported(self) -> str:
        """The quarter or half that a report is on; "" where the text last spoke of another kind of date."""
        if self.spread > self.last_end:
            return ""
        return self.quarter if "-Q" in self.last_value or "-H" in self.last_value else ""

    @property
    def compared(self) -> str:
        """The quarter or half whose figures are compared with earlier ones; "" where they are of other months."""
        return "" if self.spread > self.last_end else self.quarter

    def report(self, value: str, told: Callable[[], bool], fiscal: bool = False) -> None:
        """Remember a quarter or half as reported on, where it is over or is `told` of as past, or is a fiscal one."""
        span = interval(value)
        now = self.today.isoformat() if self.today else None
        if fiscal:
            self.quarter, self.fiscal = value, True
        elif now is None or (span and (span[1] <= now or (span[0] <= now and told()))):
            self.quarter = max(self.quarter, value)

    def note(self, value: str, end: int, reckoned: bool) -> None:
        """Remember a resolved value as the date last mentioned."""
        found = interval(value)
        if found and len(value) > 3:
            day = Day.fromisoformat(found[0])
            self.last = day
            self.last_value = value
            self.reckoned = reckoned
            if value[5:7].isdigit():
                self.steps = [day, *self.steps[:1]]
            self.last_end = end


Known = tuple[str, str, bool]
"""The value and the type of a date, and whether another day was needed."""
Made = Known | None


UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip
