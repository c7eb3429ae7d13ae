"""Bounds on what a pack may hold, far above what a person writes and below what would cost a machine dear."""

from __future__ import annotations

import os
from pathlib import Path

from factx.errors import Location, RuleError

MAX_FILES = 500
MAX_FILE_BYTES = 2_000_000
"""Of a TOML file; lexicons have their own bound."""
MAX_RULES = 5_000
MAX_PATTERN = 200_000
"""Characters of a pattern with all that it refers to."""
MAX_OWN_PATTERN = 20_000
"""Characters of a pattern or macro as it is written."""
MAX_DEPTH = 60
"""Brackets and macros within one another."""
MAX_REPEAT = 1_000
MAX_WEIGHT = 100_000
"""Of a repeated part: its characters as many times as its counted repetitions, nested ones multiplied, ask for."""
MAX_INLINE_FORMS = 2_000
"""Forms of a lexicon written within a TOML file."""


def within(root: Path, path: Path) -> bool:
    """Whether a file lies, links followed, in the folder of its pack."""
    real = Path(os.path.realpath(path))
    return real.is_relative_to(os.path.realpath(root))


def check_files(root: Path, files: list[Path]) -> list[RuleError]:
    """The faults of a pack's files as such: too many, too large, or leading out of the pack's folder."""
    errors: list[RuleError] = []
    if len(files) > MAX_FILES:
        errors.append(RuleError(f"{len(files):,} files, more than {MAX_FILES}", Location(str(root)), "split the pack"))
    for path in files:
        if root.is_dir() and not within(root, path):
            errors.append(
                RuleError("a link out of the pack's folder", Location(str(path)), "copy the file into the pack")
            )
        elif path.suffix == ".toml" and path.stat().st_size > MAX_FILE_BYTES:
            message = f"{path.stat().st_size:,} bytes, more than {MAX_FILE_BYTES:,}"
            errors.append(RuleError(message, Location(str(path)), "split the file, put long word lists into TSV files"))
    return errors
