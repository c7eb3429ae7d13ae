"""Candidates: the chains of words of a document that proper names are made of, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice

from factx.document.model import Document
from factx.names.fold import fold
from factx.names.model import Chain, Word

UPPER = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0104\u0106\u010c\u010e\u0110\u0112\u0118\u011a\u011e\u0122\u012a\u0130\u0136\u0139\u013b"
    "\u013d\u0141\u0143\u0145\u0147\u014c\u0150\u0152\u0154\u0158\u015a\u015e\u0160\u0162\u0164\u016a\u016e\u0170\u0172\u0179\u017b"
    "\u017d\u0218\u021a\u1e24\u1e62\u1e6c"
)
"""Capital letters of the Latin script, as a character class."""

# A capitalised word: an abbreviation with its dots; a particle with its name ("al-Hol", "al Qaeda"); an ordinal before
# a capital; a word with inner hyphens, apostrophes, ampersands. A stroke joins acronyms ("SLM/A") and parts words
# ("Smith/AFP").
_TAIL = r"[\w]*(?:(?:'(?!s\b)|[-&.@]|(?<=[A-Z])/(?=[A-Z-]{1,4}\b(?!\.))|/(?![A-Z]))(?=[\w])[\w]+)*"
_SHORT = (
    "St|Ft|Mt|ST|FT|MT|Co|Jr|Sr|Dr|Mr|Ms|Mrs|Lt|Gen|Col"
    "|Sgt|Maj|Cpl|Adm|Rep|Sen|Gov|Inc|Ltd|Corp|Bros|Capt|Cmdr|Brig|Prof|Rev"
)
_CAPITALISED = re.compile(
    rf"(?<!\w)(?<!\w')(?:(?:[{UPPER}]\.){{2,}}(?:[{UPPER}]\b)?"
    rf"|(?:(?:al|el)[- ']|(?:as|ash|an|ad|ar|at|az|es|esh|ed|er|et|ez|us|ush|ud|ul|ur|wal|bil)-)(?=[{UPPER}]){_TAIL}"
    rf"|(?<=[a-z] )d'(?=[{UPPER}]){_TAIL}"
    rf"|\d+(?:st|nd|rd|th)\b(?=[ ][{UPPER}])"
    rf"|(?:{_SHORT})\.(?=[ ,')])|[{UPPER}]\.(?=[ ][{UPPER}])"
    rf"|(?<![.@])[{UPPER}]{_TAIL})"
)
_DOTTED = "|".join(rf"(?<=\b{short}\.)" for short in _SHORT.split("|"))
_PARTICLE = re.compile(rf"(?:-|'|l (?<=\b[ae]l ))(?=[{UPPER}])")
"""What a sentence has that has a particle with its name."""
_PLAINLY = re.compile(
    rf"[{UPPER}\d](?<!\w.)(?:(?<=\d)\d*(?:st|nd|rd|th)\b(?=[ ][{UPPER}])"
    rf"|(?<!\d)(?<!\w'.)(?:\.(?:[{UPPER}]\.)+(?:[{UPPER}]\b)?"
    rf"|[A-Za-z]{{1,3}}\.(?=[ ,')])(?:{_DOTTED})|\.(?=[ ][{UPPER}])"
    rf"|(?<![.@].){_TAIL}))"
)
"""The same in a sentence that has none. It begins with the letters themselves, which `re` is quick to look for."""
_SUFFIX = re.compile(
    r"(?<=\w\w)(?<!\bCo)(?<!\bRe)(?<!\bAnti)(?<!\bNon)(?<!\bMulti)(?<!\bSelf)(?<!\bParty)-[a-z]\w\w+\Z"
)
_ANY = re.compile(r"(?<![\w'])[^\W\d_][\w]*(?:['-](?!s\b)[\w]+)*")
_LINK = re.compile(
    r"(?: (?:of|for|and|in|on|to|against|with|&|de|del|du|des|da|do|dos|la|le|les|al|el|ul|ur|bin|ibn|van|von|und|the"
    r"|di|per|lil|wal|voor|für|ng"
    r"|y|e|et|pour|para|pour (?:la|le|les)|para (?:la|el|los|as|o|a)|por (?:la|el)|y (?:la|el)|et (?:la|le|les|des|du)"
    r"|of the|for the|and the|in the|on the|to the|de la|de los|- |\u2014) | |, |s' |' |'s | - | / |/)"
)
"""What may stand between two words of a name."""
_LONGEST_LINK = 10
_JOINT = re.compile(rf"([{UPPER}][a-z]+)-([{UPPER}][a-z]+)")
"""Two names that a hyphen joins."""
MAX_CHAIN = 60
_SHOWN = 4000
"""Characters of a document that show whether it has capitals."""


def propose_chains(
    document: Document,
    nouns: Container[str] = frozenset(),
    whole: Container[str] = frozenset(),
    idle: Container[str] = frozenset(),
) -> list[Chain]:
    """All chains of a document, in the order of the text.

    In a sentence in capitals, and in a document with hardly any, every word may be part of a name. A hyphen after one
    of some `nouns` (folded) parts two names ("African Union-United Nations"), but not before what is of one name with
    it, as `whole` has them ("Times-Union"). Words that are `idle` by themselves (as written) make no chain.
    """
    view = document.view
    few = -(-min(len(view), _SHOWN) // 200)
    bare = sum(1 for _ in islice(filter(str.isupper, view[:_SHOWN]), few)) < few
    chains: list[Chain] = []
    for number, sentence in enumerate(document.sentences):
        start, end = sentence.start, sentence.end
        line = view[start:end]
        plain = bare or (len(line) > 12 and line.isupper() and " " in line)
        pattern = _ANY if plain else _CAPITALISED if _PARTICLE.search(line) else _PLAINLY
        words: list[Word] = []
        first = True
        last = start
        for match in pattern.finditer(view, start, end):
            begin, stop = match.span()
            if view[begin - 1] == "/" and begin and "." in view[max(start, begin - 60) : begin].rsplit(None, 1)[-1]:
                continue  # the path of an address
            text = match[0]
            joined = "-" in text
            if joined and not plain and (suffix := _SUFFIX.search(view, begin, stop)):
                stop = suffix.start()  # "Houthi-held" names the Houthi
                text = view[begin:stop]
                joined = "-" in text
            if words and (len(words) >= MAX_CHAIN or (begin > last + 1 and not _linked(view, last, begin))):
                chains.append(Chain(words, number, first, plain))
                words = []
                first = False
            if not words:
                first = first and not view[start:begin].strip("\"'([-\u2014 ")
            if joined and (joint := _JOINT.fullmatch(text)):
                before, after = fold(joint[1]), fold(joint[2])
                if before in nouns and after not in whole:
                    words.append(Word(begin, begin + len(joint[1]), joint[1], before))
                    begin, text = begin + len(joint[1]) + 1, joint[2]
            words.append(Word(begin, stop, text, fold(text)))
            last = stop
        if words:
            chains.append(Chain(words, number, first, plain))
    return [chain for chain in chains if len(chain.words) > 1 or chain.plain or chain.words[0].text not in idle]


def _linked(view: str, end: int, start: int) -> bool:
    """Whether what stands between two words may stand within a name."""
    return start - end <= _LONGEST_LINK and _LINK.fullmatch(view, end, start) is not None
