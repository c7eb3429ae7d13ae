"""Text from outside, made safe for a terminal: what would steer it is shown instead."""

from __future__ import annotations

import re

# C0 and DEL have pictures in Unicode; C1, the marks that change the direction of writing, and lone surrogates have
# none, and stand as escapes.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_ESCAPED = [*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_TABLE = _PICTURES | {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _ESCAPED}
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    shown = text.translate(_TABLE)
    return shown if shown.isascii() else _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", shown)


def one_line(text: str) -> str:
    """The same, with every run of white space as one space."""
    return visible(_SPACE.sub(" ", text).strip())
