"""A warm start for `re`: the patterns that modules compile when they are imported, kept from one process to the next.

factx imports over a hundred patterns. We keep what they were compiled to (`factx.precompiled`) and put the patterns
made from it into the cache of `re`, where `re.compile` looks first. None of this is promised by Python: what fails in
whatever way leaves `re` as it was: slower, but the same.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys

from factx.folders import cache_folder, replace
from factx.precompiled import freeze, thaw, version

MAX_PATTERNS = 1_000
"""How many patterns are kept, and remembered by `re`: by itself it forgets the oldest beyond 512, soon ours."""

WORTH = 5
"""Patterns that are new, below which the file is not written again: some texts make a pattern of their own."""

_RARE = "factx.rules.loader"
"""The module that reads rule files, where the cache has not what they come to."""

_Key = tuple[str, int]
"""A pattern and its flags."""


def warm() -> set[_Key]:
    """Give `re` the patterns that an earlier process kept; what they were is for `keep`."""
    with contextlib.suppress(Exception):
        re._MAXCACHE = max(re._MAXCACHE, MAX_PATTERNS)  # type: ignore[attr-defined]
        with open(_file(), "rb") as file:
            of, kept = marshal.loads(file.read())
        if of == version():
            for (pattern, flags), frozen in kept.items():
                re._cache[str, pattern, flags] = thaw(pattern, frozen)  # type: ignore[attr-defined]
            return set(kept)
    return set()


def keep(warmed: set[_Key]) -> None:
    """Keep the patterns that `re` remembers now for the next process, where there are new ones beside those of `warm`.

    Nobody can tell which of those were used. When there are too many, some are of another release: only the new ones
    are kept then, and the next process adds what it uses. A process that read rule files keeps nothing: it used half
    as many patterns again as the next ones will.
    """
    if _RARE in sys.modules:
        return
    with contextlib.suppress(Exception):
        mine = {(key[1], key[2]) for key in re._cache if key[0] is str}  # type: ignore[attr-defined]
        if len(mine - warmed) >= WORTH:
            chosen = mine if len(mine) <= MAX_PATTERNS else mine - warmed
            kept = {key: freeze(*key) for key in chosen}
            replace(_file(), marshal.dumps((version(), kept)))


def _file() -> str:
    """Raises OSError where there is to be no cache."""
    folder = cache_folder()
    if folder is None:
        raise FileNotFoundError
    return os.path.join(folder, "patterns.marshal")
