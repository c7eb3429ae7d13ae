"""Paths to files: folders are walked, patterns expanded, in an order that is always the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from factx.errors import InputError, Location
from factx.readers import formats

STDIN = "-"
_PATTERN = frozenset("*?[")


def walk(paths: Iterable[str]) -> Iterator[str | InputError]:
    """Every file that the paths name, and an error in the place of each path that names none.

    In a folder the files count whose name has a known suffix, hidden ones left out; a file named outright always does.
    """
    for path in paths:
        if path == STDIN:
            yield path
        elif os.path.isdir(path):
            yield from _folder(path)
        elif _PATTERN.isdisjoint(path) or os.path.exists(path):
            yield path
        else:
            yield from _expand(path)


def _expand(pattern: str) -> Iterator[str | InputError]:
    from glob import glob

    found = sorted(glob(pattern, recursive=True))
    if not found:
        yield InputError("no file matches this pattern", Location(pattern), "check the pattern")
    for path in found:
        if not os.path.isdir(path):
            yield path


def _folder(root: str) -> Iterator[str | InputError]:
    """The files below `root`, depth first, names in order; each real folder once, whatever links lead to it."""
    seen: set[tuple[int, int]] = set()
    found = False
    stack = [root]
    while stack:
        folder = stack.pop()
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as scan:
                entries = sorted((entry.name, _what(entry)) for entry in scan)
        except OSError as error:
            yield InputError(f"folder cannot be read: {error.strerror}", Location(folder), "check its permissions")
            found = True
            continue
        folders = []
        for name, what in entries:
            if name.startswith("."):
                continue
            path = os.path.join(folder, name)
            if what == "folder":
                folders.append(path)
            elif what == "file" and formats.known(name):
                found = True
                yield path
        stack.extend(reversed(folders))
    if not found:
        suffixes = " ".join([*formats.READERS, *formats.UNPACKERS])
        yield InputError("no file to read in this folder", Location(root), f"known suffixes: {suffixes}")


def _what(entry: os.DirEntry[str]) -> str:
    """A link that leads nowhere counts as a file, so that reading it says what is wrong; pipes and sockets do not."""
    try:
        if entry.is_dir():
            return "folder"
        return "file" if entry.is_file() or entry.is_symlink() else ""
    except OSError:
        return "file"
