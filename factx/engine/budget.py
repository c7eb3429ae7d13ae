"""The time that rules may take: no rule holds up a document.

A match that runs into `TIMEOUT` ends there. A document whose sentences go by quickly is not watched closer; once one
took long, each rule's time is counted, and a rule that has used up its budget, which grows with the document's length,
is passed over for the rest of the document. What the other rules find comes out.
"""

from __future__ import annotations

TIMEOUT = 0.25
"""Seconds that one rule may spend on one sentence."""
BUDGET = 0.5
"""Seconds that one rule may spend on one document, however short."""
PER_CHARACTER = 20e-6
"""Seconds that it may spend on each character beside: a thousand times what a rule takes on news."""
SLOW = 0.005
"""Seconds after which a sentence makes the budget watch each rule."""


class Budget:
    """What the rules have used of their time on one document; `watching` from the start where times are wanted."""

    __slots__ = ("limit", "matches", "spent", "stopped", "watching")

    def __init__(self, watching: bool = False, characters: int = 0) -> None:
        self.watching = watching
        self.limit = BUDGET + PER_CHARACTER * characters
        """Seconds that one rule may spend on the document."""
        self.spent: dict[str, float] = {}
        """Seconds by rule, as far as they were counted."""
        self.matches: dict[str, int] = {}
        """Matches by rule, as far as they were counted."""
        self.stopped: dict[str, int] = {}
        """The rules that ran out of time, each with the source offset of the sentence where it did."""

    def charge(self, rule: str, seconds: float, matches: int, at: int) -> None:
        """Count the time that a rule took from source offset `at`; stop it when it has used up its own."""
        spent = self.spent[rule] = self.spent.get(rule, 0.0) + seconds
        self.matches[rule] = self.matches.get(rule, 0) + matches
        if spent > self.limit:
            self.stopped.setdefault(rule, at)

    def left(self, rule: str) -> float:
        """Seconds that a rule may spend on the sentence at hand."""
        return max(0.001, min(TIMEOUT, self.limit - self.spent.get(rule, 0.0)))
