"""The folders of factx: of its rules, of the user's cache and rules; and how a file in the cache is written.

Paths are strings here, and in all that a short run imports: `pathlib` takes as long to import as a rule set to open.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from collections.abc import Mapping
from os.path import abspath, dirname, expanduser, isdir, join, splitext

PACKAGE = dirname(abspath(__file__))


@functools.cache
def rules_folder() -> str:
    """The folder of the rules that come with factx: beside the code in a wheel, beside the package in a checkout."""
    inside = join(PACKAGE, "_rules")
    return inside if isdir(inside) else join(dirname(PACKAGE), "rules")


def cache_folder() -> str | None:
    """The folder for cached rules; None when FACTX_CACHE is set to nothing, or where there is no home folder."""
    return _user_folder(
        "FACTX_CACHE",
        {
            "win32": ("LOCALAPPDATA", "~/AppData/Local", "factx/cache"),
            "darwin": ("", "~/Library/Caches", "factx"),
            "": ("XDG_CACHE_HOME", "~/.cache", "factx"),
        },
    )


def user_rules_folder() -> str | None:
    """The folder of the user's own rules; None when FACTX_RULES is set to nothing, or where there is no home folder."""
    return _user_folder(
        "FACTX_RULES",
        {
            "win32": ("APPDATA", "~/AppData/Roaming", "factx/rules"),
            "darwin": ("", "~/Library/Application Support", "factx/rules"),
            "": ("XDG_CONFIG_HOME", "~/.config", "factx/rules"),
        },
    )


def _user_folder(stated: str, conventions: Mapping[str, tuple[str, str, str]]) -> str | None:
    """The folder that a variable of ours states, or else the one by the convention of the platform ("" for any other):
    below the folder that a variable of the user's names, or else below a default one."""
    if stated in os.environ:
        return os.environ[stated] or None
    variable, default, name = conventions.get(sys.platform, conventions[""])
    base = os.environ.get(variable) or expanduser(default)
    return None if base.startswith("~") else join(base, name)


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
