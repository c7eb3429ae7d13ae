"""Head nouns of groups' names: where one ends, what it tells, and what only its purpose makes one."""

from __future__ import annotations

from factx.gazetteer.store import Gazetteer
from factx.names.index import GroupIndex
from factx.names.model import Word
from factx.names.words import GroupWords

TIGHT = (" ", "'s ", "' ", "s' ", " & ", "-")
"""What joins two words of one name that no small word stands between."""
FACILITY = "facility"
"""The type in org_heads of nouns that end the names of buildings, which are no groups: "Shopping Center"."""
BEFORE_PRESS = frozenset(("daily", "radio"))
_GLUE = {" ": " ", "'s ": "s ", "' ": " ", "s' ": "s ", " of ": " of ", " and ": " and "}
"""What stands between the words of a head noun, and how it is folded."""


class HeadNouns:
    """Finds head nouns in the words of a chain, between which stand `joins`; made once."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.parts = words.parts
        self.gazetteer = gazetteer
        self.last = frozenset(head.split()[-1] for head in index.heads)
        openers = {opener.split()[-2] for opener in index.openers}
        self.ends = self.last | self.parts["team"] | self.parts["press"] | openers

    def head(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The type that a head noun ending at a word tells, with the number of its words; "" where there is none."""
        name = words[at].fold
        if (local := self._local(words, joins, at))[0]:
            return local
        if " " in name and "-" in words[at].text:
            name = name.split(" ", 1)[0]  # "Lakso State Army-North"
        if opening := self._opening(words, joins, at):
            return opening, 1
        if name not in self.last or (name in self.parts["upper"] and not words[at].text.isupper()):
            return "", 0
        best = (self.index.heads.get(name, ""), 1)
        for first in range(at - 1, max(at - 3, -1), -1):
            glue = _GLUE.get(joins[first])
            if glue is None:
                break
            name = words[first].fold + glue + name
            if type_ := self.index.heads.get(name):
                best = type_, at - first + 1
        return best if best[0] else ("", 0)

    def _opening(self, words: list[Word], joins: list[str], at: int) -> str:
        """The type of a name that its purpose makes one: "Moms for Liberty", not "Friends of Robert Hale"."""
        if at + 1 == len(words) or joins[at] == " ":
            return ""
        type_ = self.index.openers.get(f"{words[at].fold}{joins[at].removesuffix('the ').rstrip()}")
        if not type_:
            return ""
        after = words[at + 1].fold
        if after in self.words.given or after in self.words.leads or after in self.words.titles:
            return ""
        placed = " of" in joins[at] and (self.gazetteer.placed(after, 2) or after in self.index.forms)
        return "" if placed or words[at + 1].text[0].isdigit() else type_

    def _local(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The same of newspapers, stations and teams: "Boston Globe", "Radio Lakso", "Chicago Bears"."""
        name = words[at].fold
        if at and joins[at - 1] == " " and words[at - 1].fold in BEFORE_PRESS:
            return "media", 2
        type_ = "other" if name in self.parts["team"] else "media" if name in self.parts["press"] else ""
        if type_ and words[at].text[1:].islower():
            for first in range(at - 1, max(at - 4, -1), -1):
                if joins[first] != " ":
                    break
                if self.gazetteer.placed(" ".join(word.fold for word in words[first:at]), 2):
                    return type_, at - first + 1
        return "", 0

    def named(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a group's own name begins at a word."""
        return (
            words[at].fold in self.index.forms
            or bool(self.head(words, joins, at)[0])
            or self.ends_headed(words, joins, at)
        )

    def ends_headed(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun stands among the words from one on, so that they are a name of their own."""
        while at + 1 < len(words) and joins[at] in TIGHT and joins[at] != "'s ":
            at += 1
            if self.head(words, joins, at)[0]:
                return True
        return False
