"""Lifting: a sentence with each of its mentions replaced by one private-use character.

    source   Some 40 villagers  were killed near Kidal on Monday.
             [number]                            [place]  [date]
    lifted   N villagers were killed near P on D.

so that a pattern matches a mention whole or not at all, and stays short. Runs of spaces become one space; offsets of
the lifted text map back to the source exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factx.facts import Mention
from factx.rules.model import FIRST_SYMBOL
from factx.rules.outline import flatten

_RUN = re.compile("  +")


class Lifted:
    """A lifted sentence and the way back to the source."""

    __slots__ = ("_flat", "_lowered", "_pieces", "_sources", "_starts", "bits", "mentions", "text")

    def __init__(self, text: str, pieces: list[tuple[int, int, int]], mentions: dict[int, Mention]) -> None:
        self.text = text
        self._starts = [piece[0] for piece in pieces]
        self._pieces = pieces
        self._sources: list[int] | None = None
        self._lowered: str | None = None
        self._flat: bytes | None = None
        self.bits = symbol_bits(text[at] for at in mentions)
        """The characters of the mentions that the sentence holds."""
        self.mentions = mentions
        """By the lifted offset of their character."""

    @property
    def lowered(self) -> str:
        """The lifted text in lower case."""
        if self._lowered is None:
            self._lowered = self.text.lower()
        return self._lowered

    @property
    def flat(self) -> bytes:
        """The lifted text as the outlines of rules are matched to it."""
        if self._flat is None:
            self._flat = flatten(self.text).encode()
        return self._flat

    def source_start(self, at: int) -> int:
        """The source offset at which the lifted character `at` begins."""
        lifted, source, width = self._pieces[bisect_right(self._starts, at) - 1]
        return source if width else source + at - lifted

    def lifted_start(self, at: int) -> int | None:
        """The lifted offset of the source offset `at`; None where it lies within a mention or a run of spaces."""
        if self._sources is None:
            self._sources = [piece[1] for piece in self._pieces]
        number = bisect_right(self._sources, at) - 1
        if number < 0:
            return None
        lifted, source, width = self._pieces[number]
        return lifted + at - source if not width or at == source else None

    def source_end(self, at: int) -> int:
        """The source offset at which the lifted text up to `at` (exclusive) ends."""
        if at == 0:
            return self._pieces[0][1]
        lifted, source, width = self._pieces[bisect_right(self._starts, at - 1) - 1]
        return source + width if width else source + at - lifted

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a lifted span."""
        return self.source_start(start), self.source_end(end)

    def mention_at(self, start: int, end: int, kind: str = "") -> Mention | None:
        """The first mention (of `kind`, where given) within a lifted span."""
        for at in range(start, end):
            mention = self.mentions.get(at)
            if mention is not None and (not kind or mention.kind == kind):
                return mention
        return None


def symbol_bits(symbols: Iterable[str]) -> int:
    """A set of mention characters as an integer with a bit each, so that a rule's needs cost one operation."""
    bits = 0
    for symbol in symbols:
        bits |= 1 << (ord(symbol) - FIRST_SYMBOL)
    return bits


def lower(text: str) -> str:
    """The text in lower case, of the same length (some letters grow when lowered: they stay as they are)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def lift(
    view: str, start: int, end: int, mentions: Sequence[Mention], symbol: dict[str, dict[str, str]],
    classes: dict[str, str], case: bool = False,
) -> Lifted:  # fmt: skip
    """Lift `view[start:end]` with `mentions` (in order, not overlapping, within the span).

    `symbol` gives a kind's characters by class and `classes` the attribute that tells the class.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at: dict[int, Mention] = {}
    length = 0
    position = start

    def plain(stop: int) -> None:
        nonlocal length, position
        text = view[position:stop]
        if "  " in text:
            offset = 0
            for run in _RUN.finditer(text):
                if run.start() > offset:
                    pieces.append((length, position + offset, 0))
                    parts.append(text[offset : run.start()])
                    length += run.start() - offset
                pieces.append((length, position + run.start(), run.end() - run.start()))
                parts.append(" ")
                length += 1
                offset = run.end()
            text = text[offset:]
            position += offset
        if text:
            pieces.append((length, position, 0))
            parts.append(text)
            length += len(text)
        position = stop

    for mention in mentions:
        if mention.start > position:
            plain(mention.start)
        by_class = symbol[mention.kind]
        attribute = classes.get(mention.kind)
        character = by_class.get(mention.attributes.get(attribute, ""), by_class[""]) if attribute else by_class[""]
        at[length] = mention
        pieces.append((length, mention.start, mention.end - mention.start))
        parts.append(character)
        length += 1
        position = mention.end
    if position < end or not pieces:
        plain(end)
        if not pieces:
            pieces.append((0, start, 0))
    text = "".join(parts)
    return Lifted(text if case else lower(text), pieces, at)
