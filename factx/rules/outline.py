r"""The outline of a pattern: a simpler one, for RE2, that matches wherever the pattern does, and sometimes elsewhere.

RE2 reads a sentence once, at a nanosecond or two a character, where a backtracking matcher tries every way of every
alternative; but it knows no look-around and no back-references. The outline is the pattern without them, with long
counted gaps of any length, over a text whose letters beyond ASCII are all `_` (as `flatten` makes them). What does
not match the outline need not be shown to the pattern.

    pattern  (?<!\w)(?:killed|slain)(?!\w)[^.;]{0,40}?(?P<n>é\w+)
    outline  (?:killed|slain)(?:[^.;]|_)*(?:_\w+)

Over-approximation in the manner of Hyperscan's prefilter mode (https://intel.github.io/hyperscan/dev-reference/).
"""

from __future__ import annotations

import re

LONGEST = 12
"""Counted repetitions of more than this are outlined as `*` or `+`: RE2 writes out every count."""

_BEYOND = re.compile(r"[^\W\x00-\x7f]")
_FOLDED = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"}
"""Letters beyond ASCII that a pattern which ignores case takes for an ASCII one (Unicode's CaseFolding.txt)."""
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_PART = r"""(?xs)
    \\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)
    | \[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\]
    | \((?:\?(?:<[=!]|P?<\w+>|P=\w+\)|[:=!>|]|[a-zA-Z0-9-]+[:)]|.))?
    | \) | (?:[*+?]|\{\d*,?\d*\})[?+]? | \$"""
"""What an outline writes otherwise than the pattern, and the brackets; all else it copies."""
_ESCAPES = {
    "\\d": "[0-9_]",
    "\\S": "[^ ]",
    "\\w": "\\w",
    "\\W": "\\W",
    "\\D": "\\D",
    "\\s": " ",
    "\\b": "\\b",
    "\\B": "",
}


def flatten(text: str) -> str:
    """The text with each letter, mark or digit beyond ASCII as `_`, so that ASCII tells what is a word."""
    return text if text.isascii() else _BEYOND.sub(lambda one: _FOLDED.get(one[0], "_"), text)


def outline(source: str) -> str | None:
    """The outline of the source of a pattern; None where the pattern has something that we know no outline of."""
    out: list[str] = []
    at = skipping = 0
    flags = ""
    for part in re.finditer(_PART, source):
        text = part[0]
        if skipping:
            skipping += (text[0] == "(" and text[-1] != ")") - (text == ")")
            at = part.end()
            continue
        out.append(source[at : part.start()])
        at = part.end()
        if text in _LOOK:
            skipping = 1
            continue
        if text == "(?i)":
            flags = text
            continue
        written = _written(text)
        if written is None:
            return None
        out.append(written)
    out.append(source[at:])
    return flags + flatten("".join(out))


def _written(text: str) -> str | None:
    """A part of a pattern (a bracket, a set, an escape, a repetition) as the outline has it."""
    if text[0] == "\\":
        if text[1] in "uU":
            return f"\\x{{{text[2:]}}}" if not chr(int(text[2:], 16)).isalnum() else "_"
        return _ESCAPES.get(text, None if text[1].isalnum() else text)
    if text[0] == "[":
        text = re.sub(r"\\u([\da-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        if re.search(r"\\[a-zA-Z]|\[:", text):
            text = re.sub(r"\\s", " ", re.sub(r"\\d", "0-9_", text))
            if re.search(r"\\[^wW\W]|\[:", text):
                return None
        return f"(?:{text}|_)" if text[1] == "^" else text
    if text[0] == "(":
        if text.startswith("(?P="):
            return ".*"
        if re.fullmatch(r"\(\?(?:-?i)?:|\((?:\?(?:P?<\w+>|[>|]))?", text):
            return text if "i" in text[2:4] and text[-1] == ":" else "(?:"
        return None
    if text == "$":
        return ""
    if text == ")":
        return text
    repeat = text[:-1] if len(text) > 1 and text[-1] in "?+" else text
    if repeat[0] == "{":
        least, _, most = repeat[1:-1].partition(",")
        if max(int(least or 0), int(most or 0)) > LONGEST:
            return "+" if int(least or 0) else "*"
        return repeat if least else "{0" + repeat[1:]
    return repeat
