"""Where the data go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from factx.cli.messages import tell
from factx.errors import FactxError, Location

CLOSED_PIPE = 141
"""The exit status of a program whose reader went away: what a shell gives for SIGPIPE."""


class OutputError(FactxError):
    """The output cannot be written."""


def write(pieces: Iterable[bytes], path: str | None) -> None:
    """Write the pieces as they come. OutputError when there is no way to; SystemExit, silent, on a closed pipe."""
    try:
        with _opened(path) as stream:
            for piece in pieces:
                if piece:
                    stream.write(piece)
                    stream.flush()
    except BrokenPipeError:
        raise SystemExit(CLOSED_PIPE) from None
    except OSError as error:
        raise _unwritable(error, path or "standard output") from None


def _unwritable(error: OSError, place: str) -> OutputError:
    return OutputError(f"cannot be written: {error.strerror or error}", Location(place), "see to its folder or disk")


@contextmanager
def guarded() -> Iterator[None]:
    """For what prints by itself: a closed pipe or a full disk ends it as they end `write`."""
    try:
        yield
    except BrokenPipeError:
        raise SystemExit(CLOSED_PIPE) from None
    except SystemExit as left:  # Rich leaves by itself where the reader of its help went away
        if isinstance(left.__context__, BrokenPipeError):
            raise SystemExit(CLOSED_PIPE) from None
        raise
    except OutputError as error:
        tell(error)
        raise SystemExit(1) from None
    except OSError as error:
        tell(_unwritable(error, error.filename or "standard output"))
        raise SystemExit(1) from None


def settle() -> None:
    """Let go of what a stream cannot take: the interpreter would try again, and leave with a status of its own."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _opened(path: str | None) -> Iterator[BinaryIO]:
    if path is None or path == "-":
        if sys.stdout is None:
            raise OutputError("is closed", Location("standard output"), "name a file with -o")
        yield sys.stdout.buffer
        return
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as stream:  # a device or a named pipe
            yield stream
        return
    with _replacing(target) as stream:
        yield stream


@contextmanager
def _replacing(target: str) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place, and its permissions, when all is written."""
    import signal  # which only a file needs

    folder, name = os.path.split(target)
    draft = os.path.join(folder, f".{name[:200]}.{os.getpid()}.part")
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the draft goes
    try:
        with open(draft, "xb") as stream:
            if os.path.exists(target):
                os.chmod(draft, stat.S_IMODE(os.stat(target).st_mode))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
