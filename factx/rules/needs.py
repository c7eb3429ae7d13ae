"""Needs: what a text must hold for a pattern to match it, as literal strings and characters of mentions."""

from __future__ import annotations

from factx.rules.frequency import chance
from factx.rules.model import WORD, Needs

DIGITS = frozenset("0123456789")
"""What a pattern with an obligatory digit needs."""
_SIGNS = "'\"-.,:;()$"
LONG = 4
"""Letters of a part of a literal that tells more than the whole with what stands before it."""


def word_of(text: str, begins: bool) -> str:
    """What a literal without spaces needs: marked where it begins a word, and else what of it does if that is long."""
    if begins and is_letter(text[0]):
        return WORD + text
    rest = text.lstrip(_SIGNS)
    return WORD + rest if len(rest) < len(text) and len(rest) >= LONG else text


def is_letter(character: str) -> bool:
    """Whether a character is part of words."""
    return character.isalnum() or character == "_"


def key_word(text: str) -> str:
    """The longest word of a literal: what stands in any text that holds it, however its words are spaced."""
    return max(text.lower().split(), key=len)


def best(needs: Needs) -> frozenset[str]:
    """The need that fewest sentences can be expected to meet: words before mentions, rare ones before frequent ones."""
    return min(needs, key=lambda need: (is_symbols(need), not DIGITS.isdisjoint(need), chance(need), sorted(need)))


def is_symbols(need: frozenset[str]) -> bool:
    """Whether a need is one of mentions, not of words."""
    return any("\ue000" <= text[0] <= "\uf8ff" for text in need if text)
