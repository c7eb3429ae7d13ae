"""The user's cache folder: where it is, and how a file in it is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder for cached rules, by the platform's convention; None when FACTX_CACHE is set to nothing."""
    stated = os.environ.get("FACTX_CACHE")
    if stated is not None:
        return Path(stated) if stated else None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "factx" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factx"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factx"


def replace(path: Path, data: bytes) -> None:
    """Write a file whole, so that two processes may write it at once. Raises OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
