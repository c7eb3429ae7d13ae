r"""The sieve of a pattern: one for `re` that matches wherever the pattern does, and sometimes elsewhere.

`re` matches three times as fast as `regex`, and what it has compiled is ready in a tenth of the time; but it knows no
look-behind of varying width. The sieve is the pattern without those, and without captures. Only what passes it is
shown to the pattern: one rule in ten of those tried, so that most patterns are never made ready in a short run.

    pattern  (?<![a-z]\W?)(?<n>{number})~(?>people|persons?)++
    sieve    (?:{number})~(?>people|persons?)++

What loses a condition matches more. Where that would make something else match less, inside a negative look-around,
an atomic group or a possessive repetition, that is dropped or made an ordinary one too.
"""

from __future__ import annotations

import functools
import re
import warnings

from factx.precompiled import Frozen, freeze, version

_PART = re.compile(
    r"""(?P<escape>\\.) | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
    | (?P<back>\(\?P=\w+\)) | (?P<open>\((?:\?(?:<[=!]|P?<\w+>|[:=!>|]|[a-zA-Z-]*:|.))?) | (?P<close>\))
    | (?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CLASS = re.compile(r"\[:\^?\w+:\]")
"""A class of characters by its name, which `re` reads as the characters of the name."""
_ANYTHING = "(?:.*?)"
AGREED = "\x00-\x1b\x20-\x7f\xa0-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2010-\u2027\u20ac\ue000-\uf8ff"
"""The characters on which `re` and `regex` agree, as members of a set: both take the same ones for letters, digits and
spaces. Of others they do not: a combining mark belongs to its word for `regex` only, a fraction for `re` only."""
_DISPUTED = re.compile(f"[^{AGREED}]")


def disputed(text: str) -> bool:
    """Whether a text has characters that the matchers may take for different things, so that no sieve is for it."""
    return _DISPUTED.search(text) is not None


def sieve(source: str) -> Frozen | None:
    """The sieve of the source of a pattern, frozen; None where there can be none."""
    try:
        version()
        loose = loosened(source)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # a "[" in a set, which `re` may some day read otherwise
            return None if loose is None else freeze(loose)
    except (re.error, ImportError, AttributeError, RecursionError):
        return None


def loosened(source: str) -> str | None:
    """The source of the sieve; None where the pattern has something that we know no way to loosen."""
    parts = list(_PART.finditer(source))
    if any(part.lastgroup == "set" and _CLASS.search(part[0]) for part in parts):
        return None
    made = _Loosening(parts)
    text, _ = made.group()
    return text if made.at == len(parts) and not made.lost else None


class _Loosening:
    """One walk over the parts of a pattern."""

    def __init__(self, parts: list[re.Match[str]]) -> None:
        self.parts = parts
        self.at = 0
        self.lost = False
        """Whether something was met that has no sieve."""

    def group(self) -> tuple[str, bool]:
        """What stands up to the next closing bracket, loosened, and whether it is still exactly what it was."""
        out: list[str] = []
        exact = True
        while self.at < len(self.parts) and self.parts[self.at].lastgroup != "close":
            text, same = self.atom()
            if self.at < len(self.parts) and self.parts[self.at].lastgroup == "repeat":
                repeat = self.parts[self.at][0]
                self.at += 1
                if text:
                    text += repeat if same or repeat[-1] != "+" or len(repeat) == 1 else repeat[:-1]
            out.append(text)
            exact = exact and same
        return "".join(out), exact

    def atom(self) -> tuple[str, bool]:
        """One part without its repetition, loosened, and whether it is what it was; "" where it is dropped."""
        part = self.parts[self.at]
        self.at += 1
        if part.lastgroup == "back":
            return _ANYTHING, False
        if part.lastgroup != "open":
            return part[0], True
        opening = part[0]
        inner, exact = self.group()
        if self.at == len(self.parts):
            self.lost = True
            return "", False
        self.at += 1
        if opening in ("(?<=", "(?<!"):
            whole = f"{opening}{inner})"
            return (whole, True) if exact and _has_width(whole) else ("", False)
        if opening == "(?!":
            return (f"(?!{inner})", True) if exact else ("", False)
        if opening == "(?>":
            return f"({'?>' if exact else '?:'}{inner})", exact
        if opening in ("(", "(?:") or opening[-1] == ">":
            return f"(?:{inner})", exact
        if opening == "(?=" or opening[-1] == ":":
            return f"{opening}{inner})", exact
        self.lost = True
        return "", False


@functools.cache
def _has_width(look_behind: str) -> bool:
    """Whether `re` takes a look-behind: one of a fixed width."""
    try:
        freeze(look_behind)  # not `re.compile`, which would remember the pattern
    except re.error:
        return False
    return True
