r"""Factoring: a large lexicon that stands in a pattern more than once is written once and called by its name.

What a pattern costs to make, and to keep in memory, is its length, and most of that is lexicons.

    {nouns}~and~{nouns}    (?(DEFINE)(?<_0>...))(?&_0)\ and\ (?&_0)
"""

from __future__ import annotations

import re
from collections import Counter

WORTH = 1000
"""Characters of an alternation from which on calls cost less than it does: a call keeps the state of all captures."""

_OPENS = re.compile(re.escape(r"(?<!\w)(?:"))
_CLOSES = r"(?!\w)"
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", re.DOTALL)


def factored(source: str) -> str:
    """The source of a pattern with the large lexicons that it repeats written once."""
    defined: list[str] = []
    for lexicon, count in Counter(_lexicons(source)).items():
        if count > 1:
            name = f"_{len(defined)}"
            source = source.replace(lexicon, f"(?&{name})")
            defined.append(f"(?<{name}>{lexicon})")
    return f"(?(DEFINE){''.join(defined)}){source}" if defined else source


def _lexicons(source: str) -> list[str]:
    """The large alternations of whole words in a pattern, as `factx.rules.pattern.alternation` writes them."""
    out = []
    at = 0
    while opened := _OPENS.search(source, at):
        depth = 1
        at = opened.end()
        while depth and (part := _PART.search(source, at)):
            depth += (part[0] == "(") - (part[0] == ")")
            at = part.end()
        if source.startswith(_CLOSES, at) and at - opened.start() >= WORTH:
            at += len(_CLOSES)
            out.append(source[opened.start() : at])
    return out
