"""Nations: the country of troops by adjectives, a description or the label of an entry before their count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from factx.facts import Mention
from factx.resolve.owners import SPOKEN, have
from factx.resolve.verbs import Verbs

_OFFICE = re.compile(
    r"\b([A-Z]\w+(?: [A-Z]\w+)?) (?i:government|parliament|lawmakers|cabinet|army|military|forces|officials|authorities"
    r"|decision|president|prime minister|defen[cs]e minister|commanders?|navy|air force|ground)\b"
)
_BODY = re.compile(
    r"\b(?:The )?([A-Z]\w+)(?:'s)? (?:contingent|battalion|brigade|company|regiment|force|unit)s? "
    r"(?:in (?:the )?[A-Z]\w+ )?(?:of|numbers|numbering|with|has|had) \Z"
    r"|\b(?:The )?([A-Z]\w+)(?:'s)? (?:contingent|battalion|brigade), \Z"
    r"|\b(?:contingent|battalion|brigade|company|force|unit)s? from (?:the )?([A-Z]\w+)"
    r" (?:of|numbers|numbering|with|has|had|totals|is|consists of|is made up of) \Z"
)
"""A country's body of troops before its strength: "the Indian contingent of 1,100 soldiers"."""
_UNIT_OF = re.compile(
    r"\b((?!(?:the|a|an|its|their)\b)(?:[\w.]+-[A-Za-z]+|multinational|international|coalition|African|European)"
    r" (?:[a-z]+ )?(?:force|coalition|army))"
    r" (?:of|numbering|peaked at|(?:has|had) (?:shrunk|grown|swelled|dwindled) to|with|has|had"
    r"|(?:that|which) (?:(?:as of|by) [\w ]{3,12} )?(?:once |now |already )?"
    r"(?:totall?ed|numbers|numbered|included|includes|comprises|comprised|has|had))"
    r"(?: (?:about|some|nearly|only|just|around))* \Z"
)
"""A force by its description, before its strength: "the multinational force that once totalled"."""
_FORCE_FIRST = ("troop.level", "troop.force-of", "troop.numbering", "troop.strong-after", "troop.ceiling")
"""How the ids of the rules begin whose counts start with the force, whatever it is called before."""
_DESCRIBED = re.compile(
    r"(?:separate |combined |new |joint )?"
    r"((?:multinational|international|coalition|African|European|regional) (?:[a-z]+ )?(?:force|coalition|army))\b"
)
"""A force by its description, at the head of its strength: "a multinational force of 3,000"."""
_OF_FORCE = re.compile(
    r",? (?:of (?:the|its|their|an?)"
    r" ((?:[\w'-]+ ){1,3}(?:force|mission|contingent|coalition|army|guard|militia))"
    r"|from (?:the|its|their) ([A-Z][\w'-]+ (?:contingent|battalion|brigade)))\b"
)
"""After troops: the force that they are of by its description: "of its rapid-reaction force"."""
_LISTED_AS = re.compile(r"[_*\u2022](\w[\w. ]{2,24}):(?: (?:about|some|around|nearly))? \Z")
_LED_BY = re.compile(
    r"\b([\w.]+-(?:led|reaction) (?:[\w-]+ ){0,2}(?:force|mission|coalition|contingent)) (?:of|with|numbering) \Z"
)
_SPEAKS = re.compile(
    r"\b(?:commander|spokes\w+|chief|head|leader) (?:of|for) the"
    r" ([A-Z]\w+ (?:contingent|force|mission|battalion|brigade|troops)),? (?:said|says|told \w+)(?: that)? \Z"
)
"""Before troops of whom the head of their contingent speaks."""


def adjective_nation(view: str, count: Mention, start: int, nations: Mapping[str, str]) -> str | None:
    """The country that the words of a count, or what it is called, say; the force by its description failing one."""
    nation = _nation(count, nations) or _leading(view, count, nations, start)
    return nation or _entry(view, count, nations, start) or _called(view, count, start)


def _nation(count: Mention, nations: Mapping[str, str]) -> str | None:
    """The country whose adjective the count's own words hold: "40 Malian soldiers" are Mali's."""
    words = str(count.attributes.get("unit") or "").lower().split()
    for word in (*words, *map(" ".join, pairwise(words))):
        nation = nations.get(word) or nations.get(word.removesuffix("s"))
        if nation is not None:
            return nation
    return None


def _leading(view: str, count: Mention, nations: Mapping[str, str], start: int) -> str | None:
    """The country of the adjective before a force and its number: "British troop numbers fell to 4,500"."""
    words = view[start : count.start].split()
    return nations.get(words[-1].lower()) if words and count.rule.startswith(_FORCE_FIRST) else None


def _entry(view: str, count: Mention, nations: Mapping[str, str], start: int) -> str | None:
    """The country of an entry whose label a sign of the list hides: "_Chad: 300 soldiers"."""
    found = _LISTED_AS.search(view, start, count.start)
    return found[1] if found and found[1] in nations.values() else None


def _called(view: str, count: Mention, start: int) -> str | None:
    """The force by its description: a force led by someone, a contingent whose head speaks."""
    before = max(start, count.start - 80), count.start
    if count.rule.startswith(_FORCE_FIRST) and (found := _DESCRIBED.match(view, count.start)):
        return found[1]
    if found := _LED_BY.search(view, *before) or _UNIT_OF.search(view, *before):
        return found[1]
    found = _SPEAKS.search(view, start, count.start) or _OF_FORCE.match(view, count.end)
    return found[found.lastindex or 0] if found else None


def of_nation(view: str, count: Mention, nations: Mapping[str, str], start: int, verbs: Verbs) -> str | None:
    """The country whose lawmakers, army or government has or sends what is counted: "Dutch lawmakers agreed to"."""
    body = _BODY.search(view, max(start, count.start - 80), count.start)
    if body and view[body.start() - 1] != "-":
        name = body[1] or body[2] or body[3]
        if nation := nations.get(name.lower()) or (name if name in nations.values() else None):
            return nation
    if count.rule == "troop.counted" and (spoken := SPOKEN.search(view, max(start, count.start - 120), count.start)):
        for word in view[start : spoken.start()].split()[-1:]:
            if nation := nations.get(word.lower()):
                return nation
    for match in _OFFICE.finditer(view, start, count.start):
        nation = nations.get(match[1].removeprefix("The ").lower()) or nations.get(match[1].split()[-1].lower())
        between = view[match.end() : count.start]
        if nation and len(between) < 90 and have(view, count, between, verbs):
            return nation
    return None
