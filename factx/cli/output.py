"""Where the data go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import typer

from factx.cli.messages import tell
from factx.errors import FactxError, Location

CLOSED_PIPE = 141
"""The exit status of a program whose reader went away: what a shell gives for SIGPIPE."""


class OutputError(FactxError):
    """The output cannot be written."""


def write(pieces: Iterable[bytes], path: Path | None) -> None:
    """Write the pieces as they come. OutputError when there is no way to; typer.Exit, silent, on a closed pipe."""
    try:
        with _opened(path) as stream:
            for piece in pieces:
                if piece:
                    stream.write(piece)
                    stream.flush()
    except BrokenPipeError:
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as error:
        raise _unwritable(error, path or "standard output") from None


def _unwritable(error: OSError, place: str | Path) -> OutputError:
    return OutputError(f"cannot be written: {error.strerror or error}", Location(place), "see to its folder or disk")


@contextmanager
def guarded() -> Iterator[None]:
    """For what prints by itself: a closed pipe or a full disk ends it as they end `write`."""
    try:
        yield
    except BrokenPipeError:
        raise typer.Exit(CLOSED_PIPE) from None
    except SystemExit as left:  # Rich leaves by itself where the reader of its help went away
        if isinstance(left.__context__, BrokenPipeError):
            raise typer.Exit(CLOSED_PIPE) from None
        raise
    except OutputError as error:
        tell(error)
        raise typer.Exit(1) from None
    except OSError as error:
        tell(_unwritable(error, error.filename or "standard output"))
        raise typer.Exit(1) from None


def settle() -> None:
    """Let go of what a stream cannot take: the interpreter would try again, and leave with a status of its own."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    if path is None or str(path) == "-":
        if sys.stdout is None:
            raise OutputError("is closed", Location("standard output"), "name a file with -o")
        yield sys.stdout.buffer
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:  # a device or a named pipe
            yield stream
        return
    with _replacing(target) as stream:
        yield stream


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place, and its permissions, when all is written."""
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the draft goes
    try:
        with draft.open("xb") as stream:
            if target.exists():
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
