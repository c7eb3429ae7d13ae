"""Random phrases out of the rules' own patterns: what a pattern says, read as a grammar and written out.

Look-arounds are passed over, so that a phrase is often one that its rule would not take, but close to it.
"""

from __future__ import annotations

import random
import re
from functools import cache

from factx.rules import RuleSet
from factx.rules.written import spelled

MENTIONS = {
    "number": "12|two|about 40|1,200|between 20 and 30|dozens|at least 7|none|hundreds of thousands|3-4|a|1.5 million",
    "people": "12 soldiers|two people|a woman|dozens of Malian civilians|some of them|at least 7 of the 20 hostages",
    "date": "Monday|on 3 May 2011|yesterday|last week|2009|the 1990s|May|ten days earlier",
    "place": "Kidal|Mali|northern Mali|Gao, Mali|Washington|Paris, Texas|the Sahel",
    "group": "MINUSMA|the United Nations|Boko Haram|Human Rights Watch|the army|AFP|Republican Guard",
    "person": "Mr. Diallo|Gen. Amadou Toure|Jean Dupont",
}
"""What stands for a mention in a phrase, by its kind."""
_PART = re.compile(
    r"""(?P<look>\(\?<?[=!]) | (?P<flags>\(\?[a-z]+\)) | (?P<same>\(\?P=\w+\))
    | (?P<open>\((?:\?(?:P?<\w+>|[:>|]|[a-zA-Z0-9-]+:))?) | (?P<close>\)) | (?P<or>\|)
    | (?P<escape>\\(?:[pP]\{[^}]*\}|u[\da-fA-F]{4}|.)) | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
    | (?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?) | (?P<single>.)""",
    re.VERBOSE | re.DOTALL,
)
_OF_ESCAPE = {"d": "0123456789", "w": "abcdeABCDE12", "s": " ", "W": " ,.-", "D": "ab ", "S": "ab,", "b": "", "B": ""}

Node = tuple[str, object]
"""A kind of node and what it holds: choices of sequences, a repetition with its bounds, a string, a set of letters."""


class Phrases:
    """Phrases of all rules of a rule set, each time others."""

    def __init__(self, rules: RuleSet) -> None:
        self._symbols = {symbol: kind for kind, by in rules.symbols.items() for symbol in by.values()}
        self._sources = [spelled(one.source, rules.marks) for one in rules.compiled]
        self._tree = cache(lambda number: _choices(list(_PART.finditer(self._sources[number])), 0)[1])

    def __len__(self) -> int:
        return len(self._sources)

    def phrase(self, rule: int, random_: random.Random) -> str:
        """A phrase of the rule of this number."""
        return self._written(self._tree(rule), random_)

    def _written(self, node: Node, random_: random.Random) -> str:
        kind, held = node
        if kind == "string":
            text = str(held)
            return self._mention(text, random_) if text in self._symbols else text
        if kind == "set":
            return self._mention(random_.choice(str(held)), random_) if held else ""
        if kind == "choices":
            assert isinstance(held, list)
            return "".join(self._written(one, random_) for one in random_.choice(held))
        assert isinstance(held, tuple)
        inner, least, most = held
        return "".join(self._written(inner, random_) for _ in range(random_.randint(least, min(most, least + 3))))

    def _mention(self, symbol: str, random_: random.Random) -> str:
        kind = self._symbols.get(symbol)
        return symbol if kind is None else random_.choice(MENTIONS.get(kind, "x").split("|"))


def _choices(parts: list[re.Match[str]], at: int) -> tuple[int, Node]:
    """The alternatives up to a closing bracket or the end."""
    choices: list[list[Node]] = [[]]
    while at < len(parts):
        part = parts[at]
        text = part[0]
        at += 1
        node: Node
        match part.lastgroup:
            case "close":
                break
            case "or":
                choices.append([])
                continue
            case "look":
                at, _ = _choices(parts, at)
                node = ("string", "")
            case "open":
                at, node = _choices(parts, at)
            case "set":
                node = ("set", _letters(text))
            case "escape":
                node = ("set", _OF_ESCAPE[text[1]]) if text[1] in _OF_ESCAPE else ("string", _character(text))
            case "flags" | "same":
                continue
            case _:
                node = ("string", "" if text in "^$" else "a" if text == "." else text)
        if at < len(parts) and parts[at].lastgroup == "repeat":
            node = ("repeat", (node, *_bounds(parts[at][0])))
            at += 1
        choices[-1].append(node)
    return at, ("choices", choices)


def _character(escape: str) -> str:
    return chr(int(escape[2:], 16)) if escape[1] == "u" else escape[1]


def _letters(text: str) -> str:
    """Some of the characters that a set allows."""
    inside = re.sub(r"\\u([\da-fA-F]{4})", lambda one: chr(int(one[1], 16)), text[1:-1])
    if inside.startswith("^"):
        return "".join(letter for letter in "ab c" if letter not in inside) or "d"
    inside = re.sub(r"\\([dwsWDS])", lambda one: _OF_ESCAPE[one[1]], inside)
    inside = re.sub(r"(\w)-(\w)", lambda one: "".join(map(chr, range(ord(one[1]), ord(one[2]) + 1))), inside)
    return inside.replace("\\", "")


def _bounds(repeat: str) -> tuple[int, int]:
    if repeat[0] in "*+?":
        return int(repeat[0] == "+"), 1 if repeat[0] == "?" else 3
    least, comma, most = repeat.rstrip("?+")[1:-1].partition(",")
    return int(least or 0), int(most or least or 3) if comma else int(least)
