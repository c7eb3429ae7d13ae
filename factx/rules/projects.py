"""Which packs there are beside those that come with factx, in the order in which they are read.

    installed Python packages (entry points of the group `factx.packs`), by name
    the user's folder            ~/.config/factx/rules, or as the platform has it; FACTX_RULES names another
    the project's file           factx.toml, or [tool.factx] in pyproject.toml, in this folder or one above it:
                                 what it lists under `rules`, then what it says itself
    --rules                      in the order given

A later pack wins over an earlier one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from os.path import dirname, exists, isdir, isfile, join

from factx.errors import Location, RuleError
from factx.folders import user_rules_folder
from factx.rules.files import PROJECT_FILES, pack_files, shipped_pack

GROUP = "factx.packs"


def find_packs(stated: Iterable[str | os.PathLike[str]] = (), folder: str | None = None) -> list[str]:
    """All packs, in order, for work in `folder` (the current one). Raises RuleError when a project file is wrong."""
    packs = [*installed_packs(), *([one] if (one := user_rules_folder()) and isdir(one) and pack_files(one) else [])]
    try:
        project = project_file(folder or os.getcwd())
    except FileNotFoundError:  # the current folder is gone
        project = None
    if project:
        packs += [*project_rules(project), project]
    return [*packs, *(os.fspath(one) for one in stated)]


def project_file(folder: str) -> str | None:
    """The nearest project file, in a folder or one above it; a pyproject.toml counts if it speaks to factx."""
    here = os.path.abspath(folder)
    while True:
        for name in PROJECT_FILES:
            path = join(here, name)
            try:
                if isfile(path) and (name == "factx.toml" or b"[tool.factx" in _bytes(path)):
                    return path
            except OSError:
                continue
        if here == dirname(here):
            return None
        here = dirname(here)


def project_rules(project: str) -> list[str]:
    """The packs that a project file lists; faults of the file itself are left to the loader."""
    import tomllib

    try:
        data = tomllib.loads(_bytes(project).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return []
    table = data.get("tool", {}).get("factx", {}) if os.path.basename(project) == "pyproject.toml" else data
    rules = table.get("rules", [])
    if not isinstance(rules, list):
        return []
    paths = []
    for one in rules:
        if not isinstance(one, str):
            continue
        path = join(dirname(project), one)
        if not exists(path):
            if not shipped_pack(one):
                message = f"rules names {one!r}, which is no file, no folder and no pack of factx"
                raise RuleError(message, Location(project), "check the path: it starts from this file's folder")
            path = one
        paths.append(path)
    return paths


def installed_packs(paths: Iterable[str] | None = None) -> list[str]:
    """The folders that installed packages name in the entry-point group `factx.packs`, by name.

    Looks into the metadata itself: importlib.metadata takes longer to import than all of this takes to run.
    """
    found: dict[str, str] = {}
    for folder in sys.path if paths is None else paths:
        try:
            entries = sorted(entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(".dist-info"))
        except OSError:
            continue
        for entry in entries:
            for name, value in _entry_points(join(folder, entry, "entry_points.txt")):
                if name not in found and (pack := _folder_of(value, folder)):
                    found[name] = pack
    return [found[name] for name in sorted(found)]


def _entry_points(path: str) -> Iterator[tuple[str, str]]:
    try:
        text = _bytes(path).decode("utf-8", "replace")
    except OSError:
        return
    if GROUP not in text:
        return
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group == GROUP and "=" in line:
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()


def _folder_of(value: str, folder: str) -> str | None:
    """The folder of a module that is named `package.part`: beside its metadata, or where an editable one says."""
    parts = value.partition(":")[0].strip().split(".")
    for base in (folder, *sys.path):
        path = join(base, *parts)
        if isdir(path):
            return path
    import importlib.util

    spec = importlib.util.find_spec(parts[0])
    for base in (spec.submodule_search_locations or []) if spec else []:
        path = join(base, *parts[1:])
        if isdir(path):
            return path
    return None


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
