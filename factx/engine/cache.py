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
from collections.abc import Container, Iterable, Sequence
from os.path import basename, dirname, getmtime, join
from typing import Any

from factx.engine.cascade import Cascade
from factx.folders import PACKAGE, cache_folder, rules_folder
from factx.matcher import matcher_files
from factx.rules.files import pack_files
from factx.rules.model import Lexicon
from factx.shelf import Shelf, write

KEPT = 12
"""How many files the folder may hold before the oldest go."""


def open_cascade(packs: Sequence[str] = (), kinds: Iterable[str] | None = None) -> Cascade:
    """The cascade of the built-in rules and `packs` for `kinds`, from the cache where it is there.

    Raises RuleErrors when a pack is wrong.
    """
    wanted = tuple(sorted(set(kinds))) if kinds is not None else None
    path: str | None = None
    key = ""
    with contextlib.suppress(OSError):  # an unreadable pack: load() will say what is wrong
        folder = cache_folder()
        if folder:
            key = _key(packs, wanted)
            path = join(folder, f"rules-{zlib.crc32(key.encode('utf-8', 'replace')):08x}.pickle")
    if path is not None:
        cascade = _read(path, key)
        if cascade is not None:
            return cascade
    from factx.rules.loader import load

    cascade = Cascade(load(*packs), wanted)
    if path is not None:
        cascade.cache = (path, key)
        for one in cascade.compiled:
            one.is_kept = True
    return cascade


def save(cascade: Cascade) -> None:
    """Keep a cascade, with the patterns that it has compiled so far, if it was opened through the cache.

    Does nothing when nothing new was compiled since it was read, or when the folder cannot be written.
    """
    if cascade.cache is None:
        return
    path, key = cascade.cache
    shelf = cascade.shelf
    known: Container[str] = shelf if shelf else ()
    new = {name: made for one in cascade.compiled for name, made in one.fresh.items()}
    extras = {f"extra {name}": made for name, made in cascade.extras.items()}
    new |= {name: pickle.dumps(made, 5) for name, made in extras.items() if name not in known}
    if shelf and not new:
        return
    if shelf:
        objects: dict[str, bytes | memoryview] = {name: shelf.pickled(name) for name in shelf}
    else:
        objects = {"state": pickle.dumps(cascade.frozen_state(), 5)}
        objects |= {one.name_of_source: pickle.dumps(one.source, 5) for one in cascade.compiled}
        objects |= {f"lexicon {name}": pickle.dumps(one, 5) for name, one in cascade.rules.lexicons.items()}
    with contextlib.suppress(OSError):
        write(path, key, objects | new)
        files = [entry.path for entry in os.scandir(dirname(path)) if entry.name.endswith(".pickle")]
        for old in sorted(files, key=getmtime)[:-KEPT]:
            os.unlink(old)


def _read(path: str, key: str) -> Cascade | None:
    try:
        shelf = Shelf(path)
        if shelf.key != key:
            return None
        cascade = Cascade.thaw(shelf["state"], LazyLexicons(shelf), shelf)
    except Exception:  # damaged in whatever way: it will be made anew
        return None
    cascade.cache = (path, key)
    return cascade


class LazyLexicons(dict[str, Lexicon]):
    """Lexicons by name, each unpickled when it is first asked for by `lexicons[name]`."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def __missing__(self, name: str) -> Lexicon:
        lexicon: Lexicon = self._shelf[f"lexicon {name}"]
        self[name] = lexicon
        return lexicon

    def __iter__(self) -> Any:
        return (name.removeprefix("lexicon ") for name in self._shelf if name.startswith("lexicon "))

    def __contains__(self, name: object) -> bool:
        return f"lexicon {name}" in self._shelf


def _key(packs: Sequence[str], kinds: tuple[str, ...] | None) -> str:
    """All that a cached cascade depends on, as text: the rules, the code that made it of them, versions, wanted kinds.

    Our own files are known by size and time of change, as Python knows those that it has compiled; packs of the user
    by their checksums, since they may lie in folders that keep no true times.
    """
    parts = [f"{sys.version} {sys.implementation.name} {kinds}", *map(_stamp, matcher_files())]
    for name in ("engine", "rules", "normalise", "names", "places", "gazetteer"):
        parts.extend(_stamp(entry.path) for entry in _entries(join(PACKAGE, name)) if entry.name.endswith(".py"))
    parts.extend(map(_stamp, pack_files(rules_folder())))
    for pack in packs:
        parts.append(pack)
        for path in pack_files(pack):
            with open(path, "rb") as file:
                data = file.read()
            parts.append(f"{basename(path)} {len(data)} {zlib.crc32(data)} {zlib.adler32(data)}")
    return "\n".join(parts)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    return sorted(os.scandir(folder), key=lambda one: one.name)


def _stamp(path: str) -> str:
    status = os.stat(path)
    return f"{path} {status.st_size} {status.st_mtime_ns}"
