"""What the readers that rest on other libraries share: they may be missing, and they may fail in any way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from factx.errors import InputError, Location


def library(module: str, extra: str, name: str) -> Any:
    """The library, or an InputError about the file `name` that says how to install it."""
    try:
        return import_module(module)
    except ImportError:
        remedy = f"pip install 'factx[{extra}]'"
        raise InputError(f"reading {extra} takes a library that is not installed", Location(name), remedy) from None


@contextmanager
def sound(what: str, name: str) -> Iterator[None]:
    """Whatever goes wrong within is an InputError: a file from anywhere can upset a parser in any way."""
    try:
        yield
    except (InputError, MemoryError, OSError):
        raise
    except Exception as error:
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        raise InputError(
            f"is no sound {what}: {reason}", Location(name), "open it elsewhere and save it anew"
        ) from None
