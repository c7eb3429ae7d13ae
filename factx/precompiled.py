"""Patterns of `re` as its matcher takes them: made once, and ready in a hundredth of the time from then on.

`re` parses and compiles in Python, at half a millisecond for a short pattern and twenty for a long one. Its matcher,
`_sre`, is given the compiled code as a list of numbers, and checks it. None of this is promised by Python: what is
kept belongs to one `version`, and whoever uses this module can do without it.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from typing import Any, Final

Frozen = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""The flags of a pattern, its code as numbers of 32 bits, how many groups it has, their numbers by name and names by
number."""
_NUMBER: Final = "I"


def version() -> str:
    """What kept patterns are for. Raises ImportError where Python has no such matcher."""
    from _sre import MAGIC  # type: ignore[import-not-found]

    return f"{sys.version} {MAGIC}"


def freeze(pattern: str, flags: int = 0) -> Frozen:
    """What `thaw` makes a pattern of, as `re._compiler.compile` has it in Python 3.11 to 3.14.

    Raises re.error for what is no pattern, ImportError or AttributeError where Python does it otherwise.
    """
    parsed = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]
    with _our_sets():
        code = array(_NUMBER, map(int, re._compiler._code(parsed, flags)))  # type: ignore[attr-defined]
    names: dict[str, int] = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, names, tuple(by_number)


def thaw(pattern: str, frozen: Frozen) -> re.Pattern[str]:
    """The compiled pattern. Raises RuntimeError for what is no code of this version."""
    import _sre

    flags, code, groups, names, by_number = frozen
    numbers = array(_NUMBER, code).tolist()
    made: re.Pattern[str] = _sre.compile(pattern, flags, numbers, groups, names, by_number)
    return made


_sets: dict[tuple[Any, ...], Any] = {}
"""What sets of characters were compiled to."""


@contextmanager
def _our_sets() -> Iterator[None]:
    """Have `re` compile each set of characters once, and to the fewer numbers.

    In our patterns the same sets stand a thousand times over, and for them it spends two fifths of its time. What does
    not fit into two ranges it makes a table of, of 85 numbers and more where characters are beyond Latin-1: a quarter
    of all the code of our patterns, most of it for sets that are ten ranges.
    """
    compiler = re._compiler  # type: ignore[attr-defined]
    make = compiler._optimize_charset

    def ours(charset: list[Any], *case: Any) -> Any:
        if any(case):
            return make(charset, *case)
        key = tuple(charset)
        if key not in _sets:
            made, has_case = make(charset, *case)
            _sets[key] = (min(made, charset, key=_numbers), has_case)
        return _sets[key]

    compiler._optimize_charset = ours
    try:
        yield
    finally:
        compiler._optimize_charset = make


def _numbers(charset: list[Any]) -> int:
    """How many numbers a set of characters is compiled to."""
    return sum(1 + (len(value) if isinstance(value, Sized) else value is not None) for _, value in charset)
