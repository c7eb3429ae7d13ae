"""Where the paragraphs of a text lie: runs of lines between blank ones, or single lines, or wrapped lines joined."""

from __future__ import annotations

import itertools
import re

from factx.document.sentences import is_lower_case

_LINE = re.compile(r"\S[^\n\r]*")
_BULLET = re.compile(r"(?:[-–—*•·▪◦‣>]|\(?\w{1,2}[.)])\s")
_WIDEST = 140
"""No text is wrapped at more characters a line."""

_FILLED = 0.75
"""A line goes on in the next one when it could have held the next word within this share of the widest line."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs in order; each begins and ends with something other than white space, and together they hold
    all else."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while text[end - 1].isspace():
            end -= 1
        lines.append((start, end))
    adjacent = [_adjacent(text, one[1], other[0]) for one, other in itertools.pairwise(lines)]
    if True not in adjacent:
        return lines
    width = _wrap_width(text, lines, adjacent)
    lower = is_lower_case(text)
    out = [lines[0]]
    for number, near in enumerate(adjacent):
        if near and _goes_on(text, lines[number], lines[number + 1], width, lower):
            out[-1] = (out[-1][0], lines[number + 1][1])
        else:
            out.append(lines[number + 1])
    return out


def _adjacent(text: str, end: int, start: int) -> bool:
    """Whether only one line break stands between."""
    return start - end == 1 or (text.count("\n", end, start) or text.count("\r", end, start)) == 1


def _wrap_width(text: str, lines: list[tuple[int, int]], adjacent: list[bool]) -> int:
    """The width that the text was wrapped at; 0 where each line is a paragraph of its own.

    Wrapped lines are short, and many break where no sentence ends.
    """
    width = max(end - start for start, end in lines)
    if width > _WIDEST:
        return 0
    pairs = [number for number, near in enumerate(adjacent) if near]
    broken = sum(text[lines[number][1] - 1] not in ".!?\"'”’):;…" for number in pairs)
    return width if broken * 3 >= len(pairs) else 0


def _goes_on(text: str, line: tuple[int, int], after: tuple[int, int], width: int, lower: bool) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if _BULLET.match(text, *after):
        return False
    last = text[line[1] - 1]
    if (last.isalnum() or last in ",-") and text[after[0]].islower() and not lower:
        return True
    if not width:
        return False
    word_end = text.find(" ", *after)
    first_word = (word_end if word_end != -1 else after[1]) - after[0]
    return line[1] - line[0] + 1 + first_word >= width * _FILLED
