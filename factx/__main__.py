"""`factx` and `python -m factx`: the command line."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line."""
    # What is made at the start stays: to look for garbage in it ten times over takes a tenth of a short run.
    gc.set_threshold(50_000, 20, 20)
    from factx.cli import main as run

    run()


if __name__ == "__main__":
    main()
