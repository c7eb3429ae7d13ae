"""The cascade cache: what rule packs come to, kept in the user's cache folder so that start-up need not read them.

Reading and compiling the rules takes a second; unpickling takes milliseconds. One file a set of packs holds the
cascade, and beside it, each pickled by itself, the lexicons and the patterns compiled so far: a run unpickles what
its documents call for, and what it had to compile is there for the next run.

A file holds the key that it was made under: checksums of the rule files, the wanted kinds, the state of the code of
rules, engine and names, and the versions of Python and `regex`. A file of another key, or one that cannot
be read, written or understood, is as good as none. Files are replaced whole, so that two processes may write at once.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from factx.cachefolder import cache_folder, replace
from factx.engine.cascade import Cascade
from factx.rules.files import builtin_folder, pack_files
from factx.rules.model import Lexicon

KEPT = 12
"""How many files the folder may hold before the oldest go."""


def open_cascade(packs: Sequence[Path] = (), kinds: Iterable[str] | None = None) -> Cascade:
    """The cascade of the built-in rules and `packs` for `kinds`, from the cache where it is there.

    Raises RuleErrors when a pack is wrong.
    """
    wanted = tuple(sorted(set(kinds))) if kinds is not None else None
    path: Path | None = None
    key = ""
    with contextlib.suppress(
        OSError, RuntimeError
    ):  # no home folder, an unreadable pack: load() will say what is wrong
        folder = cache_folder()
        if folder:
            key = _key(packs, wanted)
            path = folder / f"rules-{zlib.crc32(key.encode('utf-8', 'replace')):08x}.pickle"
    if path is not None:
        cascade = _read(path, key)
        if cascade is not None:
            return cascade
    from factx.rules.loader import load

    cascade = Cascade(load(*packs), wanted)
    cascade.cache = (path, key) if path else None
    return cascade


def save(cascade: Cascade) -> None:
    """Keep a cascade, with the patterns that it has compiled so far, if it was opened through the cache.

    Does nothing when nothing new was compiled since it was read, or when the folder cannot be written.
    """
    if cascade.cache is None:
        return
    path, key = cascade.cache
    patterns = {one.rule.id: one.frozen for one in cascade.compiled if one.frozen}
    fresh = [one for one in cascade.compiled if one.is_compiled and not one.frozen]
    extras = cascade.extras.keys() - cascade.frozen_extras.keys()
    if path.exists() and not fresh and not extras:
        return
    for name in sorted(extras):
        cascade.frozen_extras[name] = pickle.dumps(cascade.extras[name], 5)
    for one in fresh:
        patterns[one.rule.id] = pickle.dumps(one.compiled, 5)
    lexicons = {name: pickle.dumps(cascade.rules.lexicons[name], 5) for name in cascade.rules.lexicons}
    whole = pickle.dumps((key, cascade.frozen_state(), lexicons, patterns), 5)
    with contextlib.suppress(OSError):
        replace(path, whole)
        for old in sorted(path.parent.glob("rules-*.pickle"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)


def _read(path: Path, key: str) -> Cascade | None:
    try:
        kept, state, lexicons, patterns = pickle.loads(path.read_bytes())
        if kept != key:
            return None
        cascade = Cascade.thaw(state, LazyLexicons(lexicons), patterns)
    except Exception:  # damaged in whatever way: it will be made anew
        return None
    cascade.cache = (path, key)
    return cascade


class LazyLexicons(dict[str, Lexicon]):
    """Lexicons by name, each unpickled when it is first asked for by `lexicons[name]`."""

    def __init__(self, pickled: dict[str, bytes]) -> None:
        super().__init__()
        self._pickled = pickled

    def __missing__(self, name: str) -> Lexicon:
        lexicon: Lexicon = pickle.loads(self._pickled[name])
        self[name] = lexicon
        return lexicon

    def __iter__(self) -> Any:
        return iter(self._pickled)

    def __contains__(self, name: object) -> bool:
        return name in self._pickled


def _key(packs: Sequence[Path], kinds: tuple[str, ...] | None) -> str:
    """All that a cached cascade depends on, as text: checksums of the rules, versions, wanted kinds."""
    import regex

    parts = [f"{sys.version} {sys.implementation.name} {regex.__version__} {kinds}"]
    here = Path(__file__).parent
    for name in ("engine", "rules", "normalise", "names", "places", "gazetteer"):
        folder = here.parent / name
        for entry in sorted(os.scandir(folder), key=lambda one: one.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                parts.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    for pack in (builtin_folder(), *packs):
        parts.append(str(pack))
        for path in pack_files(pack):
            data = path.read_bytes()
            parts.append(f"{path.name} {len(data)} {zlib.crc32(data)} {zlib.adler32(data)}")
    return "\n".join(parts)
