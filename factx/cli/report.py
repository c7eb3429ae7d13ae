"""What people see on standard error while the work goes on: errors, warnings, and how far it has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from factx.cli.messages import clear, tell
from factx.cli.terminal import is_terminal
from factx.cli.work import Outcome
from factx.readers import Meter

_PATIENCE = 1.5
"""Seconds of work before a line of progress appears, and between two of them a tenth of it."""


class Report:
    """Counts and tells while the outcomes pass by.

    `meter` says how much is read and how much there is; it is None where nobody would see progress.
    """

    def __init__(self, quiet: bool, meter: Meter | None) -> None:
        self.documents = self.facts = self.failed = 0
        self._quiet, self._meter = quiet, meter
        self._begun = time.monotonic()
        self._next = self._begun + _PATIENCE

    def pieces(self, outcomes: Iterable[Outcome]) -> Iterator[bytes]:
        """The output of the documents that have any."""
        for outcome in outcomes:
            if outcome.error is not None:
                self.failed += 1
                tell(outcome.error)
            else:
                self.documents += 1
                self.facts += outcome.facts
                if not self._quiet:
                    for warning in outcome.warnings:
                        tell(f"warning: {warning}")
                yield outcome.piece
            if self._meter is not None and time.monotonic() >= self._next:
                self._draw(self._meter)
        clear()

    def _draw(self, meter: Meter) -> None:
        now = time.monotonic()
        self._next = now + _PATIENCE / 10
        elapsed = now - self._begun
        parts = [f"{self.documents:,} documents", f"{self.facts:,} facts"]
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        parts.append(f"{self.documents / elapsed:,.0f} a second")
        worked = min(1.0, (self.documents + self.failed) / max(1, meter.articles))
        done, total = meter.position * worked, meter.total
        if 0 < done <= total:
            left = round(elapsed * (total - done) / done)
            parts.append(f"{100 * done / total:.0f} %")
            parts.append(f"{left // 60}:{left % 60:02d} left")
        clear(" · ".join(parts))


def watched(out: bool) -> bool:
    """Whether a line of progress would be seen and be in nobody's way."""
    return is_terminal(sys.stderr) and (out or not is_terminal(sys.stdout))
