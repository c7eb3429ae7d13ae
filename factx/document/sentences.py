"""Where sentences end within a paragraph.

One compiled pass finds the candidates (a stop, its closing quotes and brackets, white space); Python then looks at
each candidate alone: at the word before it and the word after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.document.words import column

LONGEST = 2000
"""A sentence of more characters is cut at white space, so that what is matched over sentences stays linear."""

# Runs are bounded, so that a line of a million stops takes a time linear in it. All begins with one set of characters,
# which `re` looks for in C; an alternation it would try anew at every character.
_CANDIDATE = re.compile(
    r"""[.!?…。！？｡।؟۔](?:(?<=[.!?…])[.!?…)\]"'’”»›]{0,18}(?:\[\w{1,3}\]){0,9}(?:\s+|(?=["“]?[A-Z][a-z]))"""
    r"""|(?<![.!?…])[。！？｡।؟۔]*[」』”»)]*\s*)"""
)
_SPACES = re.compile(r"\s+")
_NEXT_WORD = re.compile(r"[\"'“‘`«(\[]*([^\W\d_]+)")
_SAYING = re.compile(r"(?:[A-Z][\w'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|told|added|shouted|cried)\b")
_OPENERS = frozenset("\"'“‘`«([¿¡-–—_*•$£€#@<")
_QUOTES = frozenset("\"'’”»›")
_CAPITAL = re.compile("[A-Z]")


def is_lower_case(text: str) -> bool:
    """Whether the text was written (or stripped) without capitals, so that a small letter may begin a sentence."""
    enough = len(text) // 300 + 1
    return not any(number >= enough for number, _ in enumerate(_CAPITAL.finditer(text), 1))


def split(text: str, start: int, end: int, lower: bool) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, which begins and ends with something other than white space.

    `lower` says that the text has no capitals. No sentence is empty or longer than LONGEST; none begins or ends with
    white space.
    """
    for match in _CANDIDATE.finditer(text, start, end):
        after = match.end()
        if after >= end:
            break
        if after > start and _ends(text, start, match.start(), after, lower):
            yield from _bounded(text, start, after)
            start = after
    yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without its trailing white space, cut into pieces that are not too long."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = start + LONGEST
        gaps = [gap for gap in _SPACES.finditer(text, start + LONGEST // 2, cut) if gap.start() > start]
        if not gaps:
            yield start, cut
            start = cut
        else:
            yield start, gaps[-1].start()
            start = gaps[-1].end()
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, stop: int, after: int, lower: bool) -> bool:
    """Whether the stop at `stop` ends the sentence that began at `start`; the next would begin at `after`."""
    mark = text[stop]
    if mark not in ".!?…":
        return True
    first = text[after]
    opens = first in _OPENERS
    if not (opens or first.isalnum()):
        return False
    if first.islower() and not lower and not text.startswith(("al-", "el-"), after):
        return False
    last = text[after - 1]
    glued = not last.isspace()
    following = text[stop + 1]
    if mark != "." or following in ".!?…":
        if following in _QUOTES and not glued:
            return _SAYING.match(text, after) is None
        return not glued or _runs_on(text, start, stop)
    before = text[max(start, stop - 24) : stop]
    if not before or before[-1].isspace():
        return True
    word = before.split()[-1].lstrip("\"'“‘`«([-–—")
    if glued and not _runs_on(text, start, stop):
        return False
    if following in _QUOTES:
        return True
    if len(word) <= 4 and word.isdigit() and stop - len(word) == start:
        return False
    return _abbreviation_ends(word, text, after)


def _abbreviation_ends(word: str, text: str, after: int) -> bool:
    """Whether a sentence ends after `word` and its full stop; true of every word that is no abbreviation."""
    if len(word) == 1:
        if not word.isalpha():
            return True
        kind = "number" if word in "cpv" else "other"
    elif "." in word:
        pieces = word.split(".")
        kind = column("abbreviations").get(word.lower(), "")
        if not kind:
            kind = "other" if max(map(len, pieces)) <= 2 and word[0].isalpha() else ""
            kind = kind or column("abbreviations").get(pieces[-1].lower(), "")
    else:
        kind = column("abbreviations").get(word.lower().rpartition("-")[2], "")
    if not kind or (kind == "place" and word.islower()):
        return True
    if kind == "title":
        return False
    if kind == "number":
        return not text[after].isdigit()
    if kind == "month" and text[after].isdigit():
        return False
    word_after = _NEXT_WORD.match(text, after)
    return word_after is None or word_after[1].lower() in column("sentence_starts")


def _runs_on(text: str, start: int, stop: int) -> bool:
    """Whether a stop with no space after it ends a sentence: "Syria.The", not "Ph.D", "www.un.Org" or "A.The"."""
    before = text[max(start, stop - 24) : stop].split()
    if not before:
        return False
    word = before[-1]
    if any(mark in word for mark in "./@\\") or word.lower() in column("abbreviations"):
        return False
    tail = word.rstrip("\"'’”»›)]")[-2:]
    return len(tail) == 2 and (tail.islower() or tail.isdigit())
