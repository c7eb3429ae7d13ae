"""Words that speak for a country without naming a place."""

from __future__ import annotations

from collections.abc import Set

MAX_WORDS = 30_000
"""How many words of texts are remembered."""
MAX_WORD = 40
"""Letters of the longest word that is remembered: what is longer comes once."""


class Clues:
    """Nationalities, words of one country's local news, and the names of states.

    All in small letters. States and provinces speak for themselves within other names too ("Ohio Savings Bank").
    """

    def __init__(self, nations: dict[str, str], local: dict[str, list[str]], states: frozenset[str]) -> None:
        self.nations = nations
        self.local = local
        self.states = states
        self._idle: set[str] = set()

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: what was learnt from texts is not."""
        return vars(self) | {"_idle": set()}

    def among(self, words: Set[str]) -> list[str]:
        """Those of the words of a text that are clues."""
        told: list[str] = []
        for word in words - self._idle:
            low = word.lower()
            if word in self.local or (
                word[0].isupper() and (low in self.nations or low in self.local or low in self.states)
            ):
                told.append(word)
            elif len(word) <= MAX_WORD:
                if len(self._idle) >= MAX_WORDS:
                    self._idle.clear()
                self._idle.add(word)
        return told
