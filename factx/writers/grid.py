"""A grid: rows laid out in columns, as wide as the terminal at most; what has no room goes on in the next line.

Rich lays out tables too, and does far more: importing it and asking it take a fifth of a short run. Only the widths of
characters that may not be a column wide are asked of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

GAP = 2
"""Spaces between two columns."""
NARROWEST = 4
"""Characters that a column keeps, however little room there is."""
_WIDE = "\u0300"
"""The first character that may be no column wide, or two."""
_CODES = {"bold": "1", "dim": "2", "cyan": "36", "yellow": "33"}


class Column(msgspec.Struct, frozen=True):
    """The head of a column, how its cells look, and how narrow it may become where there is not room for all."""

    head: str
    is_right: bool = False
    look: str = ""
    least: int = NARROWEST


def styled(text: str, look: str, color: bool) -> str:
    """The text as a terminal shows it in a look: names of `_CODES`, with spaces between; plain without `color`."""
    if not color or not look or not text:
        return text
    return f"\x1b[{';'.join(_CODES[name] for name in look.split())}m{text}\x1b[0m"


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, color: bool) -> Iterator[str]:
    """The lines of a grid: its head, a rule, and its rows."""
    natural = [max(map(measure, cells)) for cells in zip([one.head for one in columns], *rows, strict=True)]
    widths = fit(natural, [one.least for one in columns], width - GAP * (len(columns) - 1))
    heads = [msgspec.structs.replace(one, look="bold") for one in columns]
    yield from _row(heads, [one.head for one in columns], widths, color)
    yield styled("─" * (sum(widths) + GAP * (len(widths) - 1)), "dim", color)
    for row in rows:
        yield from _row(columns, row, widths, color)


def fit(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths of columns where there is `room` for all together: the widest give way first, as far as they may, and
    then as far as they can."""
    widths = [min(one, max(room, NARROWEST)) for one in natural]
    for floors in (least, [NARROWEST] * len(widths)):
        while sum(widths) > room:
            wide = max((one for one, floor in zip(widths, floors, strict=True) if one > floor), default=0)
            if not wide:
                break
            at = next(at for at, one in enumerate(widths) if one == wide and one > floors[at])
            widths[at] -= 1
    return widths


def fold(text: str, width: int) -> list[str]:
    """The lines of a text that is to be `width` columns wide: broken between words, and within those too long."""
    if measure(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while measure(word) > width:
            cut = _cut(word, width)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines


def _cut(word: str, width: int) -> int:
    """How many characters of a word too wide have room: one at least."""
    room = width
    for at, character in enumerate(word):
        room -= measure(character)
        if room < 0:
            return max(at, 1)
    return len(word)


def measure(text: str) -> int:
    """The columns of a terminal that a text fills."""
    if text.isascii() or max(text) < _WIDE:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _row(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int], color: bool) -> Iterator[str]:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = []
        for column, lines, width in zip(columns, folded, widths, strict=True):
            text = lines[number] if number < len(lines) else ""
            blank = " " * (width - measure(text))
            shown = styled(text, column.look, color)
            parts.append(blank + shown if column.is_right else shown + blank)
        yield (" " * GAP).join(parts).rstrip()
