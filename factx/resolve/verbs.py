"""Verbs of coming and going: what each says becomes of troops, by every form of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from factx.resolve.told import Told, read_told

Lexicon = Mapping[str, Mapping[str, str]]


class Sense(msgspec.Struct, frozen=True):
    """What a verb says of troops, by where they stand."""

    lemma: str
    form: str
    """base, s, past or ing."""
    object: str
    subject: str
    passive: str


class Lists(msgspec.Struct, frozen=True):
    """Words by what they are to a clause; the lexicon `troop_words` says what each class is for."""

    modal: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()
    adverb: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    conjoined: frozenset[str] = frozenset()
    preposition: frozenset[str] = frozenset()
    conjunction: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    change: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    unit: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    readiness: frozenset[str] = frozenset()
    undergo: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    plan: frozenset[str] = frozenset()
    level: frozenset[str] = frozenset()
    ceiling: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()
    carry: frozenset[str] = frozenset()
    involve: frozenset[str] = frozenset()
    constitute: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    assent: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    delayed: frozenset[str] = frozenset()
    fray: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    vanguard: frozenset[str] = frozenset()
    deny: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    standby: frozenset[str] = frozenset()
    text: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    few: frozenset[str] = frozenset()
    farewell: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    numeral: frozenset[str] = frozenset()
    arms: frozenset[str] = frozenset()
    vessel: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    school: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()


class Verbs(msgspec.Struct, frozen=True):
    """The lexicons by every form of their words."""

    senses: dict[str, Sense]
    nouns: dict[str, str]
    moods: dict[str, tuple[str, str]]
    """The mood of a word before a verb, and whether it is a verb or a noun."""
    lists: Lists
    told: Told


def read_verbs(verbs: Lexicon, moods: Lexicon, words: Lexicon, told: Lexicon) -> Verbs:
    """The lexicons of verbs with all their forms, and of the words around them."""
    senses: dict[str, Sense] = {}
    nouns: dict[str, str] = {}
    known: dict[str, tuple[str, str]] = {}
    for lemma, cells in verbs.items():
        object, subject, passive = (cells[name].strip("-") for name in ("object", "subject", "passive"))
        for form, name in _forms(lemma, cells["forms"]):
            senses.setdefault(form, Sense(lemma, name, object, subject, passive))
        for noun in cells["nouns"].strip("-").split(";"):
            if noun:
                nouns[noun] = nouns[noun + "s"] = subject or object
    for word, cells in moods.items():
        if cells["sort"] == "noun":
            known.setdefault(word, (cells["mood"], "noun"))
        else:
            for form, _ in _forms(word, cells["forms"]):
                known[form] = (cells["mood"], "verb")
    lists = Lists(**{name: frozenset(cells["words"].split()) for name, cells in words.items()})
    return Verbs(senses, nouns, known, lists, read_told(told))


def _forms(lemma: str, irregular: str) -> list[tuple[str, str]]:
    """The forms of a verb, of which a second word is a particle."""
    verb, _, particle = lemma.partition(" ")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = [form for form in irregular.split(";") if form != "-"]
    soft = verb.endswith("y") and verb[-2] not in "aeou"
    if not past:
        past = [verb[:-1] + "ied" if soft else verb + "d" if verb.endswith("ee") else stem + "ed"]
    doubled = re.search(r"([bdgklmnprt])\1ed\Z", past[0])
    short = verb in ("put", "cut", "set", "quit", "get", "run", "shed", "begin", "sit")
    ing = (
        past[0][:-2] + "ing"
        if doubled and not verb.endswith(doubled[1] * 2)
        else verb + verb[-1] + "ing"
        if short
        else stem + "ing"
    )
    third = (
        "has"
        if verb == "have"
        else verb[:-1] + "ies"
        if soft
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    )
    out = [(verb, "base"), (third, "s"), *((form, "past") for form in past), (ing, "ing")]
    return [(f"{form} {particle}" if particle else form, name) for form, name in out]
