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
from typing import TYPE_CHECKING

from factx.facts import Mention
from factx.rules.marks import Marked, Marks
from factx.rules.model import FIRST_SYMBOL
from factx.rules.outline import flatten
from factx.rules.sieve import disputed

_RUN = re.compile("  +")


class Lifted:
    """A lifted sentence and the way back to the source.

    It is written when its text is first asked for: which mentions it holds is often enough to know that no rule
    concerns it.
    """

    __slots__ = (
        "_characters", "_disputed", "_flat", "_lowered", "_marked", "_pieces", "_sources", "_starts", "_view",
        "bits", "case", "end", "marks", "mentions", "of", "start", "text",
    )  # fmt: skip

    def __init__(
        self, view: str, start: int, end: int, of: Sequence[Mention], characters: list[str], case: bool,
        marks: Marks | None,
    ) -> None:  # fmt: skip
        self._view = view
        self.start = start
        self.end = end
        self.of = of
        """The mentions, in order."""
        self._characters = characters
        self.case = case
        self.bits = symbol_bits(characters)
        """The characters of the mentions that the sentence holds."""
        self._sources: list[int] | None = None
        self._lowered: str | None = None
        self._flat: bytes | None = None
        self.marks = marks
        """The marks that the patterns for it look for; None where they look for none."""
        self._marked: Marked | None = None
        self._disputed: bool | None = None

    if TYPE_CHECKING:
        text: str
        mentions: dict[int, Mention]
        """By the lifted offset of their character."""
        _pieces: list[tuple[int, int, int]]
        """Stretches: lifted offset, source offset, and the width in the source of what became one character, or 0."""
        _starts: list[int]
    else:

        def __getattr__(self, name: str) -> object:
            """What is not there yet: all that writing the sentence gives."""
            if name not in ("text", "mentions", "_pieces", "_starts"):
                raise AttributeError(name)
            self._write()
            return getattr(self, name)

    def _write(self) -> None:
        view = self._view
        parts: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        at: dict[int, Mention] = {}
        length = 0
        position = self.start

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

        for mention, character in zip(self.of, self._characters, strict=True):
            if mention.start > position:
                plain(mention.start)
            at[length] = mention
            pieces.append((length, mention.start, mention.end - mention.start))
            parts.append(character)
            length += 1
            position = mention.end
        if position < self.end or not pieces:
            plain(self.end)
            if not pieces:
                pieces.append((0, self.start, 0))
        text = "".join(parts)
        self.text = text if self.case else lower(text)
        self.mentions = at
        self._pieces = pieces
        self._starts = [piece[0] for piece in pieces]

    @property
    def lowered(self) -> str:
        """The lifted text in lower case."""
        if self._lowered is None:
            self._lowered = self.text.lower()
        return self._lowered

    @property
    def marked(self) -> Marked:
        """The lifted text as the patterns of rules are matched to it."""
        if self._marked is None:
            self._marked = self.marks.mark(self.text) if self.marks else Marked(self.text, self.text)
        return self._marked

    @property
    def flat(self) -> bytes:
        """The lifted text as the outlines of rules are matched to it."""
        if self._flat is None:
            spread = self.marked.spread
            plain = self._view[self.start : self.end].isascii()  # marks apart, which are no letters
            self._flat = (spread if plain else flatten(spread)).encode()
        return self._flat

    @property
    def disputed(self) -> bool:
        """Whether the sieves of rules are not for this text."""
        if self._disputed is None:
            source = self._view[self.start : self.end]
            self._disputed = not (source.isascii() and source.isprintable()) and disputed(self.marked.text)
        return self._disputed

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
    classes: dict[str, str], case: bool = False, marks: Marks | None = None,
) -> Lifted:  # fmt: skip
    """Lift `view[start:end]` with `mentions` (in order, not overlapping, within the span).

    `symbol` gives a kind's characters by class and `classes` the attribute that tells the class; `marks` are those that
    the patterns for it look for.
    """
    characters = []
    for mention in mentions:
        by_class = symbol[mention.kind]
        attribute = classes.get(mention.kind)
        characters.append(
            by_class.get(mention.attributes.get(attribute, ""), by_class[""]) if attribute else by_class[""]
        )
    return Lifted(view, start, end, mentions, characters, case, marks)
