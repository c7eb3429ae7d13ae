"""What the proper-name layer passes about: words that may be part of a name, chains of them, and proposals.

Scores, by the evidence for a proposal:
    95  a definition in the text ("Full Name (ACR)"), a title before a person
    90  a form of a lexicon that can mean nothing else; a place with its qualifier ("Kidal, Mali")
    80  a head noun ("Ministry of Culture", "Popular Front"); a country; a place after "in", "near", "from"
    60  a place of the gazetteer with no context; a form that needs a cue and has one
    40  an acronym that nothing explains
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

MODEL = re.compile(r"[A-Z/]{1,4}-?\d+\w*")
"""What a weapon or a vehicle is called: "F-16", "T-72"."""


class Word(msgspec.Struct, gc=False):
    """A capitalised word (or any word, in text with one case only): a source span and its folded form.

    No cycle can hold one, nor a chain, so that they need not be looked at for garbage.
    """

    start: int
    end: int
    text: str
    fold: str


class Chain(msgspec.Struct, gc=False):
    """Words that one name may be made of: between them stand single spaces or connectives ("of the", "for", "and").

    `first` tells whether the chain begins its sentence, `plain` whether capitals mean nothing in it.
    """

    words: list[Word]
    sentence: int
    first: bool
    plain: bool


class Proposal(msgspec.Struct):
    """A reading of a span: that it names a group, a place or a person, with a score (see above)."""

    kind: str
    start: int
    end: int
    score: int
    attributes: dict[str, Any] = {}
    rule: str = ""
