"""Who looks: whether a stream is a terminal, whether it may have colour, how wide it is."""

from __future__ import annotations

import os
from typing import TextIO

COLORS = ("auto", "always", "never")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees the stream; a program may be started with standard streams closed, which are None."""
    return stream is not None and stream.isatty()


def is_colored(choice: str, terminal: bool) -> bool:
    """Whether to colour, by the choice of --color and the conventions of the environment."""
    allowed = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always" or (choice == "auto" and allowed)


def width() -> int:
    """The columns that a table may take."""
    import shutil  # which imports all that packs archives: 2 ms that only tables pay

    return max(40, shutil.get_terminal_size().columns)
