"""The word lists that the finders of groups and bare names share."""

from __future__ import annotations

import msgspec


class GroupWords(msgspec.Struct):
    """Lists of words, folded but for `stop` and the cues, which are in small letters as they are written."""

    stop: frozenset[str]
    """Words in capitals that name no group."""
    cues: frozenset[str]
    """Words beside a form that let it stand though it is risky."""
    before: dict[str, str]
    """Phrases that stand before a group's name ("shares of", "rebel group"), with the type that they tell."""
    after: dict[str, str]
    """Phrases that stand after it ("newspaper", "said in a statement")."""
    owned: dict[str, str]
    """Phrases that stand after it and its possessive ("'s chief executive")."""
    explains: dict[str, str]
    """Nouns that say what a name is, where a text explains it ("Norwave, a militia")."""
    leads: frozenset[str]
    """Words that begin sentences or stand before names and are no part of them."""
    titles: frozenset[str]
    given: frozenset[str]
    nations: frozenset[str]
    peoples: frozenset[str]
    """Nations, faiths, creeds: before "fighters" or "party" they name no group."""
    parts: dict[str, frozenset[str]]
    """Words by what they do in a name: see rules/group/name_parts.tsv."""
