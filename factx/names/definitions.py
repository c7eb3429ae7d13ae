"""Acronyms that a text defines: "Full Name (FN)", "FN (Full Name)"."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from factx.names.fold import fold
from factx.names.model import Chain, Word

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}(?:-[A-Z]+)?")
FACTION = re.compile(
    r" \((?:(?:Unified )?Marxist(?:[-\u2013]Leninist)?|Maoist(?:[- ]Cent(?:re|er))?|Leninist|Socialist|Secular|Nawaz"
    r"|Quaid|United|Ram Vilas|(?:Sharadchandra|Ajit) Pawar|Shinde"
    r"|Fazl(?:ur)?|Ambedkar|Athawale|UBT|ML|Reformed|Revolutionary|Democratic|Provisional|Official|[A-Z])\)"
)
"""What in brackets tells a party from its namesake: "Workers' Party (Maoist)"."""
_MIXED = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]")
"""An acronym in its definition may have small letters: "Commission of Inquiry (CoI)"."""

_BRACKETED = re.compile(r" \(([A-Z]{2,6})s?\)")
_SMALL = re.compile(r"(?:(?:\A|[.!?:\"]\s+|\n)[A-Z][a-z]+ )?(?:\b[a-z][\w'-]* )*\b(?P<last>[a-z][\w'-]*)\Z")
"""The words in small letters that end a stretch of text, the first of a sentence among them."""


def definitions(view: str, chains: list[Chain]) -> dict[str, tuple[int, int]]:
    """Acronyms by their letters, each with the span of its long form."""
    out: dict[str, tuple[int, int]] = {}
    for before, chain in pairwise(chains):
        if view[before.words[-1].end : chain.words[0].start].strip(" \"'") != "(":
            continue
        short = chain.words[0]
        if _MIXED.fullmatch(short.text) and view[short.end : short.end + 1] in ("),") and short.text not in out:
            long = _long_form(view, short.text, before.words)
        else:
            short = before.words[-1]
            if not ACRONYM.fullmatch(short.text) or short.text in out or view[chain.words[-1].end :][:1] != ")":
                continue
            long = _long_form(view, short.text, chain.words)
            if long is not None and long[0] != chain.words[0].start:
                continue
        if long is not None:
            out[short.text] = long
    return out


def common(view: str, heads: Container[str], things: Container[str]) -> set[str]:
    """Acronyms that a text explains by words in small letters, or as a thing: "an improvised explosive device (IED)".

    What ends in a head noun is a group all the same: "the national statistics office (NSO)".
    """
    out: set[str] = set()
    for match in _BRACKETED.finditer(view):
        words = _SMALL.search(view, max(0, match.start() - 80), match.start())
        if words is not None and words["last"].removesuffix("s") not in heads:
            initials = [part[0].lower() for part in re.split("[ -]", words[0].lstrip('.!?:" \n')) if part]
            acronym = match[1].lower()
            if any(_within(list(acronym), initials[at:]) for at in range(len(initials)) if initials[at] == acronym[0]):
                out.add(match[1])
        elif words is None:
            before = view[max(0, match.start() - 40) : match.start()].split()
            if before and before[-1].lower() in things:
                out.add(match[1])  # "Developers' Conference (WWDC)"
    return out


def _long_form(view: str, acronym: str, words: list[Word]) -> tuple[int, int] | None:
    """The last words of some whose initials are those of an acronym."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    for first in range(len(words) - 2, -1, -1):
        initials = [part[0] for one in words[first:] for part in one.fold.split()]
        if initials[:1] != letters[:1]:
            continue
        linked = re.findall(r"\b\w", fold(view[words[first].start : words[-1].end]))
        if initials == letters or linked == letters or _within(letters, linked):
            if first > 0 and view[words[first - 1].end : words[first].start] == " ":
                owner = words[first - 1]
                if owner.fold == "nations" and first > 1:
                    first -= 2  # "United Nations Office for ... (OCHA)"
                elif len(owner.text) > 1 and ACRONYM.fullmatch(owner.text):
                    first -= 1  # "OSCE Monitoring Mission (MM)"
            return words[max(0, first)].start, words[-1].end
    return None


def _within(letters: list[str], initials: list[str]) -> bool:
    """Whether the letters stand among the initials in order, and most initials are among them."""
    at = iter(initials)
    return len(letters) > 2 and all(letter in at for letter in letters) and len(initials) <= len(letters) + 2
