"""The number normaliser: from the words of a count to `value`, `min`, `max` and `modifier`.

    "1.4 million" 1400000   "two dozen" 24   "half a million" 500000   "1-1/2 million" 1500000   "15k" 15000

What a modifier does to the bounds is the table of the output contract (exact, approx, at_least, ...).
"""

from __future__ import annotations

import re
from typing import Any

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_UNITS: dict[str, float] = {word: number for number, word in enumerate(_ONES.split())}
_UNITS |= {"no": 0, "none": 0, "couple": 2, "pair": 2, "single": 1, "quarter": 0.25}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES = {
    "dozen": 12, "dozens": 12, "score": 20, "hundred": 100, "thousand": 1000, "k": 1000, "lakh": 100_000,
    "million": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000,
    "bn": 1_000_000_000,
}  # fmt: skip
LONGEST = 15
"""Digits that a count of people can have at most; anything longer is a serial number."""
_GROUPED = re.compile(r"\d{1,3}(?:(?P<mark>[ ,.'\u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*|\d{1,2}(?:,\d\d)+,\d{3}")
"""Digits in groups: of three by any mark, or as in India of two by commas before the last three."""
_WORD = re.compile(r"\d+(?:\.\d+)?|[a-z]+")
_FRACTION = re.compile(r"(?:(\d+)[- ]+)?(\d+)/(\d+)")
_VULGAR = str.maketrans({"¼": " 1/4", "½": " 1/2", "¾": " 3/4"})


def parse_number(text: str) -> int | float | None:
    """The number that `text` (lower case) writes in digits, words or both; None when it writes none."""
    text = text.lower().translate(_VULGAR).strip()
    if fraction := _FRACTION.match(text):
        units, above, below = (int(part or 0) for part in fraction.groups())
        return whole((units + above / below) * scale_of(text)) if below else None
    if grouped := _GROUPED.match(text):
        separator = grouped["mark"] or ","
        digits = grouped[0].replace(separator, "")
        tail = text[grouped.end() :]
        if not tail[:1].isdigit() and not (separator == "." and scale_of(text) >= 1000):
            text = digits + tail
    total: float = 0
    current: float = 0
    scale = 1
    seen = article = False
    for word in _WORD.findall(text):
        if word[0].isdigit():
            if len(word) > LONGEST:
                return None
            current += float(word) if "." in word else int(word)
        elif word in ("a", "an"):
            article = True
            continue
        elif word in ("and", "of"):
            continue
        elif word == "half":  # of one or, in "a million and a half", of the scale before it
            current += scale / 2
        elif word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        else:
            return None
        seen = True
    return whole(total + current) if seen else 1 if article else None


def scale_of(text: str) -> int:
    """The scale that a number ends in: 1000 for "three thousand"; 1 where it ends in none."""
    return SCALES.get(text.split()[-1].lower(), 1)


def whole(number: float) -> int | float:
    """The number as an integer where it is one."""
    return int(number) if number == int(number) else round(number, 6)


def bounded(value: float | None, modifier: str, high: float | None = None) -> dict[str, Any]:
    """The four attributes of a count, by the contract's table of modifiers; `high` is a range's upper end."""
    low: float | None = value
    top: float | None = value
    if modifier == "range":
        top = high
    elif modifier == "approx":
        low = top = None
    elif modifier in ("at_least", "more_than", "vague"):
        top = None
    elif modifier in ("at_most", "less_than"):
        low = None
    return {"value": value, "min": low, "max": top, "modifier": modifier}
