"""A warm start for `re`: the patterns that modules compile when they are imported, kept from one process to the next.

`re` parses and compiles in Python, at half a millisecond a pattern, and factx imports over a hundred of them. The
matcher itself, `_sre`, takes the compiled code as a list of numbers: we keep that list and put the patterns made from
it into the cache of `re`, where `re.compile` looks first. None of this is promised by Python. So the file is keyed by
the version of Python and the number of the matcher's code, `_sre` checks the code that it is given, and what fails in
whatever way leaves `re` as it was: slower, but the same.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import contextlib
import marshal
import re
import sys
from pathlib import Path
from typing import Any

from factx.cachefolder import cache_folder, replace

MAX_PATTERNS = 1_000
"""How many patterns are kept, and remembered by `re`: by itself it forgets the oldest beyond 512, soon ours."""

WORTH = 5
"""Patterns that are new, below which the file is not written again: some texts make a pattern of their own."""

_Key = tuple[str, int]
"""A pattern and its flags."""


def warm() -> set[_Key]:
    """Give `re` the patterns that an earlier process kept; what they were is for `keep`."""
    with contextlib.suppress(Exception):
        re._MAXCACHE = max(re._MAXCACHE, MAX_PATTERNS)  # type: ignore[attr-defined]
        version, kept = marshal.loads(_file().read_bytes())
        if version == _version():
            for (pattern, flags), arguments in kept.items():
                re._cache[str, pattern, flags] = _sre.compile(*arguments)  # type: ignore[attr-defined]
            return set(kept)
    return set()


def keep(warmed: set[_Key]) -> None:
    """Keep the patterns that `re` remembers now for the next process, where there are new ones beside those of `warm`.

    Nobody can tell which of those were used. When there are too many, some are of another release: only the new ones
    are kept then, and the next process adds what it uses.
    """
    with contextlib.suppress(Exception):
        mine = {(key[1], key[2]) for key in re._cache if key[0] is str}  # type: ignore[attr-defined]
        if len(mine - warmed) >= WORTH:
            chosen = mine if len(mine) <= MAX_PATTERNS else mine - warmed
            kept = {key: _arguments(*key) for key in chosen}
            replace(_file(), marshal.dumps((_version(), kept)))


def _file() -> Path:
    """Raises OSError where there is to be no cache."""
    folder = cache_folder()
    if folder is None:
        raise FileNotFoundError
    return folder / "patterns.marshal"


def _version() -> str:
    return f"{sys.version} {_sre.MAGIC}"


def _arguments(pattern: str, flags: int) -> tuple[Any, ...]:
    """What `re` hands to `_sre` for a pattern, as `re._compiler.compile` has it (Python 3.11 to 3.14)."""
    parsed = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]
    code = [int(number) for number in re._compiler._code(parsed, flags)]  # type: ignore[attr-defined]
    names = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return pattern, int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(by_number)
