"""`factx` and `python -m factx`: the command line."""

from __future__ import annotations

import gc
import sys

from factx.warm import keep, warm

INTERRUPTED = 130
"""The exit status of a program that was interrupted: what a shell gives for SIGINT."""


def main() -> None:
    """Run the command line."""
    # What is made at the start stays: to look for garbage in it takes a tenth of a short run, and as much at its end.
    gc.set_threshold(200_000, 20, 20)
    warmed = warm()
    try:
        from factx.cli.plain import plain

        request = plain(sys.argv[1:])
        if request is None:
            from factx.cli.app import app

            app(prog_name="factx")
        else:
            from factx.cli.extraction import run
            from factx.cli.output import guarded

            with guarded():
                sys.exit(run(request))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        from factx.cli.output import settle

        keep(warmed)
        settle()
        gc.freeze()


if __name__ == "__main__":
    main()
