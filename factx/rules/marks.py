r"""Marks: the words of lexicons are found in a sentence once, and marked, so that no pattern spells them out.

A pattern that refers to two thousand nouns would have as many branches, to be made at every start and tried at every
word. Instead the space before a word is written as a private-use character that says which forms of which lexicons
begin there; a pattern asks for one of those characters (`factx.rules.written`).

    lifted   N police officers were killed.
    marked   N▲police▼officers␣were◆killed.       ▲ {victims}, two words   ▼ {victims} and {officials}   ␣ nothing

Before a word that follows no space, the first one or one after a hyphen, the mark is put in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import msgspec

SPACES = range(0xE800, 0xF000)
"""Characters that stand for a space: the first for one with no mark behind it."""
INSERTED = range(0xF000, 0xF800)
"""The same marks where no space stands before the word."""
_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"(\w+)")

_SPACE = chr(SPACES[0])


class Marked(msgspec.Struct, frozen=True):
    """A text with its marks."""

    text: str
    spread: str
    """The same with every space, and every mark between its space and its word: what outlines are for."""
    inserted: tuple[int, ...] = ()
    """The offsets, in the text without marks, of the words before which one was put in; in order."""
    put: tuple[int, ...] = ()
    """The offsets, in the marked text, of the marks that were put in."""

    def back(self, span: tuple[int, int]) -> tuple[int, int]:
        """The span in the text without marks of a span in the marked one."""
        return span[0] - bisect_left(self.put, span[0]), span[1] - bisect_left(self.put, span[1])

    def at_mark(self, at: int) -> bool:
        """Whether a mark that was put in stands at an offset in the marked text: no match begins there."""
        return INSERTED[0] <= ord(self.text[at : at + 1] or " ") <= INSERTED[-1]

    def forth(self, at: int) -> int:
        """The offset in the marked text, behind the mark of the word there, of an offset in the text without."""
        return at + bisect_right(self.inserted, at)


class Marks(msgspec.Struct):
    """The lexicons of a rule set that are marked in its texts, by number, and the marks of their forms."""

    lexicons: list[tuple[str, ...]] = []
    """The forms of each."""
    numbers: dict[tuple[str, ...], int] = {}
    """The number of each."""
    marks: dict[str, int] = {}
    """By form the number of the mark for a place at which it is the longest one to begin."""
    begun: frozenset[str] = frozenset()
    """What is the beginning, by whole words, of a longer form."""
    telling: list[list[list[int]]] = []
    """For each lexicon, by the count of words less one, the numbers of the marks that tell of a form of it."""
    unmarked: list[tuple[str, ...]] = []
    """The forms of each lexicon that have no mark."""

    def number(self, forms: Sequence[str]) -> int:
        """The number of the lexicon of these forms, which it is given when it has none."""
        key = tuple(forms)
        if key not in self.numbers:
            self.numbers[key] = len(self.lexicons)
            self.lexicons.append(key)
        return self.numbers[key]

    def settle(self, uses: Mapping[int, int]) -> None:
        """Make the marks for those of the lexicons that patterns use, given how often they use each.

        Marks that tell of the same lexicon stand side by side, best so for those used most: patterns ask for ranges.
        Forms with anything but one character between two words have none, and those past the last mark: patterns
        spell them out.
        """
        rank = {number: at for at, number in enumerate(sorted(uses, key=lambda one: (-uses[one], one)))}
        lexicons_of: dict[str, list[int]] = {}
        for number in sorted(uses):
            for form in self.lexicons[number]:
                if is_plain(form):
                    lexicons_of.setdefault(form, []).append(number)
        begun: set[str] = set()
        told_by: dict[str, tuple[tuple[int, int], ...]] = {}
        for form in lexicons_of:
            ends = [word.end() for word in _WORD.finditer(form)]
            told = ((number, count) for count, end in enumerate(ends) for number in lexicons_of.get(form[:end], ()))
            told_by[form] = tuple(sorted(told, key=lambda one: (one[1], rank[one[0]])))
            begun.update(form[:end] for end in ends[:-1])
        self.begun = frozenset(begun)
        self.telling = [[] for _ in self.lexicons]
        mark_of: dict[tuple[tuple[int, int], ...], int] = {}
        for form in sorted(told_by, key=lambda one: ([(count, rank[number]) for number, count in told_by[one]], one)):
            told_of = told_by[form]
            if told_of not in mark_of:
                if len(mark_of) + 1 == len(SPACES):
                    continue
                mark_of[told_of] = len(mark_of) + 1
                for number, count in told_of:
                    by_count = self.telling[number]
                    by_count.extend([] for _ in range(count + 1 - len(by_count)))
                    by_count[count].append(mark_of[told_of])
            self.marks[form] = mark_of[told_of]
        self.unmarked = [tuple(form for form in forms if form not in self.marks) for forms in self.lexicons]

    def light(self) -> Marks:
        """The marks without the forms of lexicons that they tell of: all that texts and patterns for them need."""
        return Marks(marks=self.marks, begun=self.begun, telling=self.telling, unmarked=self.unmarked)

    def mark(self, text: str) -> Marked:
        """A lifted text with its marks."""
        marks, begun = self.marks, self.begun
        parts = _WORDS.split(text)  # words at the odd places, what is between them at the even ones
        last = len(parts) - 2
        spread = parts.copy()
        put: list[int] = []
        at = read = 0  # how long the parts before `read` are
        for place in range(1, len(parts), 2):
            form = parts[place]
            mark = marks.get(form)
            end = place
            while form in begun and end < last:
                form += parts[end + 1] + parts[end + 2]
                end += 2
                mark = marks.get(form, mark)
            if mark is None:
                continue
            before = parts[place - 1]
            if before[-1:] >= "\ue000":  # what follows a mention at once is part of how that is written
                continue
            spread[place - 1] = before + chr(INSERTED[mark])
            if before.endswith(" "):
                parts[place - 1] = before[:-1] + chr(SPACES[mark])
            else:
                parts[place - 1] = spread[place - 1]
                at += sum(map(len, parts[read:place]))
                read = place
                put.append(at - 1)
        inserted = (offset - number for number, offset in enumerate(put))
        return Marked("".join(parts).replace(" ", _SPACE), "".join(spread), tuple(inserted), tuple(put))


def is_plain(form: str) -> bool:
    """Whether a form can be marked: words with one character, no letter, between each two."""
    return re.fullmatch(r"\w+(?:\W\w+)*", form) is not None
