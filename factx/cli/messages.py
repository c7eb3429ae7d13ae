"""What people are told, on standard error."""

from __future__ import annotations

import sys

from factx.writers.visible import one_line


def tell(message: object) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    try:
        encoding = sys.stderr.encoding or "utf-8"
        line = f"factx: {one_line(str(message))}\n"
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except BrokenPipeError:
        pass
