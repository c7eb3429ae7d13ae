"""Signs: strings without one of which in a document a finder has nothing to do there.

Most documents have hardly any of the hundreds that the finders ask for. Rather than look for each through every text,
we look at the words that the text consists of, and news repeats itself: what a word has was seen before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factx.document.model import Document

_PART = re.compile(r"\w+")
MAX_WORDS = 30_000
"""How many words of texts are remembered."""
MAX_WORD = 40
"""Letters of the longest word that is remembered: what is longer comes once."""


class Signs:
    """Strings ready to be found in documents, within words too."""

    def __init__(self, signs: Iterable[str]) -> None:
        self._by_part: dict[str, list[str]] = {}
        """By the longest of their letters and digits in a row, which one word of a text has whole."""
        for sign in dict.fromkeys(signs):
            self._by_part.setdefault(max(_PART.findall(sign), key=len), []).append(sign)
        self._plain: set[str] = set()
        """Words that have none."""
        self._parts: dict[str, tuple[str, ...]] = {}
        """The parts that other words have."""

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: what was learnt from texts is not."""
        return {"_by_part": self._by_part, "_plain": set(), "_parts": {}}

    def of(self, document: Document) -> frozenset[str]:
        """The signs that a document has."""
        words = document.words - self._plain
        new = words.difference(self._parts)
        parts = {part for word in words - new for part in self._parts[word]}
        if new:
            parts |= self._learn(new)
        view = document.view
        return frozenset(sign for part in parts for sign in self._by_part[part] if sign == part or sign in view)

    def _learn(self, words: frozenset[str]) -> set[str]:
        """The parts that words have of which nothing is known; remembers them."""
        text = "\n".join(words)
        parts = {part for part in self._by_part if part in text}
        short = {word for word in words if len(word) <= MAX_WORD}
        if len(self._plain) + len(self._parts) + len(short) > MAX_WORDS:
            self._plain.clear()
            self._parts.clear()
        held = {word: tuple(part for part in parts if part in word) for word in short} if parts else {}
        self._parts.update((word, parts) for word, parts in held.items() if parts)
        self._plain.update(short - self._parts.keys())
        return parts
