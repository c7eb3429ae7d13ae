"""Whom a text tells of: words around a count by what they say of it, from the lexicon `troop_told`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec


class Told(msgspec.Struct, frozen=True):
    """Words by whom they tell of; the lexicon says what each class is for."""

    troops: frozenset[str] = frozenset()
    speaks: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    martial: frozenset[str] = frozenset()
    civil: frozenset[str] = frozenset()
    befell: frozenset[str] = frozenset()
    rulers: frozenset[str] = frozenset()
    resolve: frozenset[str] = frozenset()
    deed: frozenset[str] = frozenset()
    chamber: frozenset[str] = frozenset()


def read_told(words: Mapping[str, Mapping[str, str]]) -> Told:
    """The classes of the lexicon."""
    return Told(**{name: frozenset(cells["words"].split()) for name, cells in words.items()})


def any_of(words: frozenset[str]) -> str:
    """The source of a pattern of any of some words, the longest first: `*` stands for any ending, `_` for a blank."""
    forms = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", " ") for word in forms) or r"(?!)"


@cache
def of_troops(told: Told) -> re.Pattern[str]:
    """Troops of whom a text tells; police that only speak are none."""
    return _words(rf"(?!police (?:{any_of(told.speaks)})\b)(?:{any_of(told.troops)})")


@cache
def of_others(told: Told) -> re.Pattern[str]:
    """Others and things that a text tells of, and units that it counts."""
    return _words(rf"(?:{any_of(told.others)}|(?<=\d )(?:{any_of(told.units)}))")


@cache
def of_war(told: Told) -> re.Pattern[str]:
    """What makes soldiers of men."""
    return _words(rf"(?:{any_of(told.martial)}|(?-i:[A-Z]{{2,}}FOR|UN[A-Z]{{2,}}|ISAF))")


@cache
def of_civilians(told: Told) -> re.Pattern[str]:
    """What makes civilians of nationals."""
    return _words(rf"(?:{any_of(told.civil)})")


@cache
def befallen(told: Told) -> re.Pattern[str]:
    """After a count: that it is of those whom something befell."""
    between = "of them|of whom|more|others|are|is|were|was|have|had|has|been|be|still|also|already|now|people"
    return re.compile(rf"(?: (?:{between}))* (?:{any_of(told.befell)})\b")


@cache
def ruled(told: Told) -> re.Pattern[str]:
    """Before a country: those who act for it, with or without their names."""
    return re.compile(rf"\b(?i:{any_of(told.rulers)}) (?:[A-Z][\w.-]+ ){{0,3}}of (?i:the )?\Z")


@cache
def deed_by(told: Told) -> re.Pattern[str]:
    """Before the doer of a deed."""
    return re.compile(rf"\b(?:{any_of(told.deed)}) by (?:the )?\Z")


@cache
def resolves(told: Told) -> re.Pattern[str]:
    """After an owner: what he resolves to do with what is his."""
    return re.compile(rf"'s (?:(?:own|new|latest|surprise|abrupt) )?(?:{any_of(told.resolve)}) ")


@cache
def chamber(told: Told) -> re.Pattern[str]:
    """At the end of a name: that it is of those who vote on troops that others have."""
    return re.compile(rf"(?:{any_of(told.chamber)})\Z")


def _words(source: str) -> re.Pattern[str]:
    return re.compile(rf"\b{source}\b", re.IGNORECASE)
