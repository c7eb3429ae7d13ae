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
from pathlib import Path

from factx.errors import Location, RuleError
from factx.rules.files import PROJECT_FILES, pack_files, shipped_pack

GROUP = "factx.packs"


def find_packs(stated: Iterable[Path] = (), folder: Path | None = None) -> list[Path]:
    """All packs, in order, for work in `folder` (the current one). Raises RuleError when a project file is wrong."""
    packs = [*installed_packs(), *([one] if (one := user_folder()) and one.is_dir() and pack_files(one) else [])]
    try:
        project = project_file(folder or Path.cwd())
    except FileNotFoundError:  # the current folder is gone
        project = None
    if project:
        packs += [*project_rules(project), project]
    return [*packs, *stated]


def user_folder() -> Path | None:
    """The folder of the user's own rules, by the platform's convention; None when FACTX_RULES is set to nothing."""
    stated = os.environ.get("FACTX_RULES")
    if stated is not None:
        return Path(stated) if stated else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData/Roaming") / "factx" / "rules"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "factx" / "rules"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "factx" / "rules"


def project_file(folder: Path) -> Path | None:
    """The nearest project file, in a folder or one above it; a pyproject.toml counts if it speaks to factx."""
    for here in (folder, *folder.parents):
        for name in PROJECT_FILES:
            path = here / name
            try:
                if name == "factx.toml" and path.is_file():
                    return path
                if path.is_file() and b"[tool.factx" in path.read_bytes():
                    return path
            except OSError:
                continue
    return None


def project_rules(project: Path) -> list[Path]:
    """The packs that a project file lists; faults of the file itself are left to the loader."""
    import tomllib

    try:
        data = tomllib.loads(project.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return []
    table = data.get("tool", {}).get("factx", {}) if project.name == "pyproject.toml" else data
    rules = table.get("rules", [])
    if not isinstance(rules, list):
        return []
    paths = []
    for one in rules:
        if not isinstance(one, str):
            continue
        path = project.parent / one
        if not path.exists():
            if not shipped_pack(Path(one)):
                message = f"rules names {one!r}, which is no file, no folder and no pack of factx"
                raise RuleError(message, Location(project), "check the path: it starts from this file's folder")
            path = Path(one)
        paths.append(path)
    return paths


def installed_packs(paths: Iterable[str] | None = None) -> list[Path]:
    """The folders that installed packages name in the entry-point group `factx.packs`, by name.

    Looks into the metadata itself: importlib.metadata takes longer to import than all of this takes to run.
    """
    found: dict[str, Path] = {}
    for folder in sys.path if paths is None else paths:
        try:
            entries = sorted(entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(".dist-info"))
        except OSError:
            continue
        for entry in entries:
            for name, value in _entry_points(Path(folder, entry, "entry_points.txt")):
                if name not in found and (pack := _folder_of(value, folder)):
                    found[name] = pack
    return [found[name] for name in sorted(found)]


def _entry_points(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
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


def _folder_of(value: str, folder: str) -> Path | None:
    """The folder of a module that is named `package.part`: beside its metadata, or where an editable one says."""
    parts = value.partition(":")[0].strip().split(".")
    for base in (folder, *sys.path):
        path = Path(base, *parts)
        if path.is_dir():
            return path
    import importlib.util

    spec = importlib.util.find_spec(parts[0])
    for base in (spec.submodule_search_locations or []) if spec else []:
        path = Path(base, *parts[1:])
        if path.is_dir():
            return path
    return None
