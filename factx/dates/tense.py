"""Tense: whether the clause of a date tells of what was or of what is to come."""

from __future__ import annotations

import re

from factx.document.model import Document
from factx.facts import Mention

_FUTURE = re.compile(
    r"\b(?:will|'ll|would|shall|going to|plans? (?:to|for)|planned (?:for|to|a|an)|planning|expect(?:s|ed)? to|due"
    r"|scheduled|slated|set (?:for|to)|is to|are to|to be \w+|must|upcoming|deadline|expires?|effective|in time for"
    r"|takes? effect|(?:goes|go|comes) into (?:effect|force))\b",
    re.IGNORECASE,
)


_FUTURE_LED = re.compile(
    r"\b(?:by|until|before|ahead of|is|are|starting|beginning|through|from|on or before)"
    r"(?: (?!h(?:is|er) |its |their )\w+)? \Z",
    re.IGNORECASE,
)


_PAST = re.compile(
    r"\b(?:was|were|had|did|said|began|took|went|came|left|told|rose|fell|won|lost|met|held|made|gave|saw|became|sold|paid"
    r"|spent|sent|ran|brought|bought|built|struck|shot|broke|drew|grew|led|spoke|stood|swore|threw|wrote|found|fought|fled"
    r"|blew|caught|chose|died|drove|felt|flew|gone|got|hid|hung|kept|knew|laid|lent|rode|sank|sat|sought|stole|taught|thought|woke"
    r"|\w{3,}ed)\b"
)


_SCHEDULED = re.compile(
    r"\b(?:resumes?|arrives?|convenes?|begins?|starts|opens|meets?|goes to|go to|heads to|travels|leaves|hosts|holds"
    r"|ends|takes (?:place|over|office|on)|closes|visits|returns|gets under way|kicks off|expires?|plays?|faces?"
    r"|retires?|reopens|departs|debuts|airs|runs out|steps down|appears (?:in|before)|goes on|go on"
    r"|(?:votes?|start|open)(?= (?:on )?\Z))\b[^.;:]{0,60}\Z"
)
"""The present tense of what is planned, up to its day: "talks resume on Monday"."""


_AFTER = re.compile(r"[^.,;]{0,60}")


_VERBS = re.compile(
    rf"(?P<future>{_FUTURE.pattern}"
    r"|\bto [a-z]{3,} (?:(?:the|an?|its|his|her|their)\b|[A-Z])|\bpayable\b|\bbe \w+)"
    r"|(?P<now>\b(?:is|are|being) \w+)"
    rf"|(?P<past>{_PAST.pattern})"
)


_PAST_LED = re.compile(
    r"\b(?:since (?:\w+ )?\Z|(?:did|could|was|were|had)(?:n't| not)\b[^.;]{0,60}\b(?:until|till) \Z"
    r"|(?<!\bbe )(?:said|told|reported|announced|issued|met|held)(?: \w+){0,2} (?:on )?\Z)"
)


_SINCE = re.compile(r"\b[Ss]ince (?:\w+ )?\Z")


TO_COME = re.compile(
    r"\b(?:will|'ll|would|could|may|might|can|should|must|expected)\b[^.;]*\Z|\b(?:to|very|as|coming) (?:be )?\Z"
)


_WILL = re.compile(r"\b(?:will|'ll|(?:is|are) (?:to|due|set|scheduled|expected)|plans? to)\b")


_CLAUSE_ENDS = re.compile(
    r"(?:(?<!\b\w)(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSen)\.|[;!?])['\"]*\s|, (?:but|and|which|who) "
)


def _clause(document: Document, mention: Mention) -> str:
    """The words of a mention's clause that stand before it."""
    before = document.view[max(0, mention.start - 160) : mention.start]
    return _CLAUSE_ENDS.split(before)[-1]


def tense_of(document: Document, mention: Mention) -> str:
    """What the clause before a mention tells of: the "future" or the "past", by the last verb that says; "now" or "led"
    where it only is in the present, or only the word before the mention leads to what is to come; "" otherwise."""
    clause = _clause(document, mention)
    if _PAST_LED.search(clause):
        return "past"
    if _TRADED.match(document.view, mention.end):
        return "future"
    if scheduled(document, mention):
        return "future"
    verbs = [(match.start(), match.lastgroup or "") for match in _VERBS.finditer(clause)]
    led = _FUTURE_LED.search(clause) is not None
    said = max(verbs)[1] if verbs else ""
    if not said and len(clause) < 30:
        after = _CLAUSE_ENDS.split(document.view[mention.end : mention.end + 100])[0]
        match = _VERBS.search(after)
        told = match.lastgroup or "" if match else ""
        if not led or told == "past":
            said, led = told, False
    return "led" if led and said != "future" else said


def has_begun(document: Document, mention: Mention) -> bool:
    """Whether a mention is a day since which something goes on."""
    return _SINCE.search(document.view, max(0, mention.start - 30), mention.start) is not None


def scheduled(document: Document, mention: Mention) -> bool:
    """Whether a mention is the day of what its clause tells in the present tense, or to which something was put off."""
    clause = _clause(document, mention)
    if _UNTIL.search(clause):
        return True
    planned = _SCHEDULED.search(clause)
    if planned is None or _PAST.search(clause, planned.start()):
        return False
    after = _AFTER.match(document.view, mention.end)
    return after is None or _PAST.search(after[0]) is None


_TRADED = re.compile(
    r"[ -](?:delivery|contracts?|futures|settlement|crude|(?:heating )?oil|gasoline|natural gas|gold|silver|copper|corn"
    r"|wheat|soybeans?|cotton|cattle|hogs|sugar|coffee|cocoa)\b"
)
"""What is traded before its month comes."""


_DUE = re.compile(
    r"\bto (?!(?:the|his|her|its|their|our|this|that)\b)[a-z]{3,}\b(?: \S+){0,6} (?:by|before|no later than)"
    r" (?:\w+ )?\Z"
)
"""What is still to be done: "ordered them to leave by"."""


_UNTIL = re.compile(
    r"\b(?:adjourn\w*|postpon\w*|delay\w*|put off|suspend\w*|clos\w+|shut|remand\w*|extend\w*|pushed back"
    r"|remain\w* \w+)\b[^.;]{0,40}\b(?:until|till|to) (?:\w+ )?\Z"
)


def opens_future(document: Document, mention: Mention) -> bool:
    """Whether a mention opens a clause that says what will be: "On Monday, the court will sit"."""
    clause = _clause(document, mention)
    if len(clause) > 20 or _PAST.search(clause):
        return False
    after = _CLAUSE_ENDS.split(document.view[mention.end : mention.end + 80])[0]
    will = _WILL.search(after)
    return will is not None and _PAST.search(after, 0, will.start()) is None


_IN = re.compile(r"\b[Ii]n (?:just |about |only |another )?\Z")
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|last|only|most|least|worst|best|more|fewer|less|once|twice|times?|[a-z]{3,}est"
    r"|complet\w+|done|lasts?|have \w+(?:ed|en|un|ilt|ost|ade))\b[^,;]*\Z"
)
"""What is told over a stretch of time rather than at its end: "the first visit in ten years", "done in two weeks"."""


def lies_ahead(document: Document, mention: Mention) -> bool:
    """Whether a stretch of time tells when something will be: "the mission will end in two years"."""
    clause = _clause(document, mention)
    view = document.view
    if not _IN.search(clause) or _COUNTED.search(clause) or view.startswith(" of ", mention.end):
        return False
    if _FUTURE.search(clause):
        return True
    return len(clause) < 12 and _WILL.search(view, mention.end, mention.end + 60) is not None


def speaks_of_future(document: Document, mention: Mention) -> bool:
    """Whether the clause before a mention speaks of what is to come, or the word before it leads there."""
    clause = _clause(document, mention)
    if _PAST_LED.search(clause):
        return False
    if _FUTURE.search(clause) or _DUE.search(clause):
        return True
    if _FUTURE_LED.search(clause) is None or _PAST.search(clause):
        return False
    if len(clause) >= 30:
        return True
    after = _CLAUSE_ENDS.split(document.view[mention.end : mention.end + 100])[0]
    first = _VERBS.search(after)
    return first is None or first.lastgroup != "past"
