"""Folding: one spelling for the many ways in which a name is written."""

from __future__ import annotations

import functools
import unicodedata


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, dots and apostrophes; hyphens and slashes as spaces: "Al-Qa'ida" -> "al qaida"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    text = text.lower().replace("'", "").replace(".", "").replace("\u02bf", "").replace("\u02be", "")
    return " ".join(text.replace("-", " ").replace("/", " ").replace("\u2014", " ").split())
