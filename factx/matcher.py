"""The matcher of `regex` without its parser, which takes longer to import than all that a cached pattern needs.

A compiled pattern pickles as a call of the matcher's `compile` with the pattern's code. To unpickle one imports all
of `regex`, so we keep the arguments of that call and make it ourselves. Where the matcher cannot be had by itself,
`regex` is imported as ever.
"""

from __future__ import annotations

import copyreg
import importlib.machinery
import importlib.util
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regex import Pattern

_NAME = "regex._regex"


def matcher_files() -> list[str]:
    """The files of the matcher, by which its release is known: to ask `regex` for its version is to import it."""
    return sorted(one.path for folder in _folders() for one in os.scandir(folder) if one.name.startswith("_regex."))


def freeze(pattern: Pattern[str]) -> tuple[Any, ...]:
    """What `thaw` makes a compiled pattern of again: numbers, strings and bytes, for the same release of `regex`."""
    import regex  # noqa: F401  (which says how its patterns are pickled)

    arguments: tuple[Any, ...] = copyreg.dispatch_table[type(pattern)](pattern)[1]  # type: ignore[assignment]
    return arguments


def thaw(arguments: tuple[Any, ...]) -> Pattern[str]:
    """The compiled pattern."""
    return _matcher().compile(*arguments)  # type: ignore[no-any-return]


def _folders() -> list[str]:
    package = importlib.util.find_spec("regex")  # found, not imported
    return list(package.submodule_search_locations or ()) if package else []


def _matcher() -> ModuleType:
    """The matcher, imported under its own name: a later `import regex` finds it there and adds the parser."""
    if _NAME not in sys.modules:
        spec = importlib.machinery.PathFinder.find_spec(_NAME, _folders())
        if spec is None or spec.loader is None:
            import regex  # noqa: F401

            return sys.modules[_NAME]
        module = importlib.util.module_from_spec(spec)
        sys.modules[_NAME] = module
        spec.loader.exec_module(module)
    return sys.modules[_NAME]
