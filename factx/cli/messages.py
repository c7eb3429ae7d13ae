"""What people are told, on standard error."""

from __future__ import annotations

import sys

_drawn = ""


def tell(message: object) -> None:
    """A line, with nothing in it that a terminal would obey. An error of many lines becomes as many."""
    from factx.writers.visible import one_line

    clear()
    for line in str(message).splitlines() or [""]:
        _write(f"factx: {one_line(line)}\n")


def clear(line: str = "") -> None:
    """Take the line of progress away, or put another in its place."""
    global _drawn
    if line or _drawn:
        _write(f"\r\x1b[K{line}")
        _drawn = line


def _write(text: str) -> None:
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except OSError:  # nobody listens
        pass
