"""The folders of factx: of its rules, of the user's cache and rules; and how a file in the cache is written.

Paths are strings here, and in all that a short run imports: `pathlib` takes as long to import as a rule set to open.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from os.path import abspath, dirname, expanduser, isdir, join, splitext

PACKAGE = dirname(abspath(__file__))


@functools.cache
def rules_folder() -> str:
    """The folder of the rules that come with factx: beside the code in a wheel, beside the package in a checkout."""
    inside = join(PACKAGE, "_rules")
    return inside if isdir(inside) else join(dirname(PACKAGE), "rules")


def cache_folder() -> str | None:
    """The folder for cached rules, by the platform's convention; None when FACTX_CACHE is set to nothing.

    None too where there is no home folder.
    """
    stated = os.environ.get("FACTX_CACHE")
    if stated is not None:
        return stated or None
    if sys.platform == "win32":
        return _below("LOCALAPPDATA", "~/AppData/Local", "factx", "cache")
    if sys.platform == "darwin":
        return _below("", "~/Library/Caches", "factx")
    return _below("XDG_CACHE_HOME", "~/.cache", "factx")


def user_rules_folder() -> str | None:
    """The folder of the user's own rules, by the platform's convention; None when FACTX_RULES is set to nothing.

    None too where there is no home folder.
    """
    stated = os.environ.get("FACTX_RULES")
    if stated is not None:
        return stated or None
    if sys.platform == "win32":
        return _below("APPDATA", "~/AppData/Roaming", "factx", "rules")
    if sys.platform == "darwin":
        return _below("", "~/Library/Application Support", "factx", "rules")
    return _below("XDG_CONFIG_HOME", "~/.config", "factx", "rules")


def _below(variable: str, default: str, *parts: str) -> str | None:
    """A folder under the one that a variable of the environment names, or else under the default one."""
    base = os.environ.get(variable) or expanduser(default)
    return None if base.startswith("~") else join(base, *parts)


def replace(path: str, data: bytes) -> None:
    """Write a file whole, so that two processes may write it at once. Raises OSError where it cannot be written."""
    os.makedirs(dirname(path), exist_ok=True)
    partial = f"{splitext(path)[0]}.{os.getpid()}"
    try:
        with open(partial, "wb") as file:
            file.write(data)
        os.replace(partial, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(partial)
