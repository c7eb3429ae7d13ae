"""Deeds: what harmed people and who did it, where no rule's construction ties them to the count.

A count that lacks a cause takes the one event that its clause, else its sentence, else the sentence before it tells
("A bomb went off in the market. Six people died."). One that lacks a perpetrator takes in the same way the one actor
who is told to have done violence, or whose attack it was, unless those harmed are of that side. Two events or two
actors settle nothing: a wrong attribute is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.actors import Doer, doers_told
from factx.resolve.causes import Cause, causes_told, joined_causes
from factx.resolve.links import counted

_CAUSED = frozenset({"killed", "wounded", "missing", "displaced", None})
"""The harms that an event told nearby causes; people are arrested over an event, not by it."""
_DONE = frozenset({"killed", "wounded", "abducted", None})
"""The harms that one who did violence nearby is answerable for."""
_NATURAL = ("disaster", "accident")
"""The classes of cause that nobody did."""
_LONG = 1500
"""Characters of a sentence beyond which it is none, but a table or a list."""
_APART = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|meanwhile|in another|another (?:attack|incident|blast|clash|raid|strike)"
    r"|earlier|previous(?:ly)?|last (?:year|month|week)|this (?:year|month)|in (?:19|20)\d\d|since|so far|years?|months"
    r"|decades?|in all|altogether|overall|a total of|other (?:attacks|incidents)|similar)\b",
    re.IGNORECASE,
)
"""What says that a sentence does not go on with what the one before it told."""
_OTHERWISE = re.compile(
    r"\b(?:and|but|while|though|although) (?:[\w'-]+ ){1,5}?(?:\w+ed|was|were|has|have|had|is|are|said)\b"
)
"""What parts a deed from what is told after it."""
_WHILE = re.compile(r", (?:while|whereas|but|though|although) ")
_MORE = re.compile(r"\b(?:another|others?|more|also|further|two of (?:them|the))\b", re.IGNORECASE)
"""What says that a count goes with the one before it."""
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")
"""What makes of a count a clause of its own, with a subject of its own."""
_SIDES = (
    re.compile(
        r"(?:attackers?|assailants?|militants?|rebels?|gunm[ae]n|insurgents?|fighters?|bombers?|guerrillas?|terrorists?"
        r"|jihadi?s?t?s?|extremists?|separatists?|bandits?|islamists?|raiders?|kidnappers?|pirates?|taliban"
        r"|maoists?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:soldiers?|troops|police\w*|officers?|army|military|forces?|peacekeepers?|marines?|servicem[ae]n|guards?"
        r"|commandos?|paratroop\w*|service members?|personnel|rangers?|infantry\w*|jets|warplanes)\b",
        re.IGNORECASE,
    ),
)
"""Those who do harm, by the side that they are likely to be of."""


class _Told:
    """What the sentences of a document tell, each read when it is first asked for."""

    def __init__(self, document: Document, mentions: Sequence[Mention], causes: Mapping[str, str]) -> None:
        self.view = document.view
        self.sentences = document.sentences
        self.causes = causes
        self.names: dict[int, list[Mention]] = defaultdict(list)
        self.counts: dict[int, list[Mention]] = defaultdict(list)
        for one in mentions:
            if one.kind in ("group", "place", "person"):
                self.names[self.number(one)].append(one)
            elif one.kind == "casualty":
                self.counts[self.number(one)].append(one)
        self._causes: dict[int, list[Cause]] = {}
        self._doers: dict[int, list[Doer]] = {}

    def number(self, mention: Mention) -> int:
        """The number of the sentence that a mention stands in."""
        return bisect_right(self.sentences, mention.start, key=lambda one: one.start) - 1

    def causes_of(self, number: int) -> list[Cause]:
        """The causes that a sentence tells."""
        if number not in self._causes:
            self._causes[number] = list(causes_told(self.view, *self.span(number), self.causes, self.names[number]))
        return self._causes[number]

    def doers_of(self, number: int) -> list[Doer]:
        """Those whom a sentence tells to have done violence; who was harmed is none of them."""
        if number not in self._doers:
            victims = [counted(one) for one in self.counts[number]]
            self._doers[number] = [
                one
                for one in doers_told(self.view, *self.span(number), self.names[number])
                if not any(one.start < end and start < one.end for start, end in victims)
            ]
        return self._doers[number]

    def span(self, number: int) -> tuple[int, int]:
        """The span of a sentence; none where it is too long for one."""
        sentence = self.sentences[number]
        return (sentence.start, sentence.end if sentence.end - sentence.start <= _LONG else sentence.start)

    def before(self, number: int) -> int | None:
        """The number of the sentence before one, where both are of the text proper."""
        if number == 0 or self.sentences[number - 1].section != self.sentences[number].section:
            return None
        return number - 1


def link_deeds(document: Document, mentions: Sequence[Mention], causes: Mapping[str, str]) -> None:
    """Give casualties the cause and the perpetrator that stand near them, in place.

    `causes` gives the class of a cause of harm in lower case.
    """
    counts = sorted((one for one in mentions if one.kind == "casualty"), key=lambda one: one.start)
    if not counts:
        return
    told = _Told(document, mentions, causes)
    for count in counts:
        number = told.number(count)
        before = told.before(number)
        if before is not None and not _goes_on(told.view, count, told.sentences[number], told.sentences[before]):
            before = None
        _give_cause(told, count, number, before)
        _give_doer(told, count, number, before)


def _give_cause(told: _Told, count: Mention, number: int, before: int | None) -> None:
    """Give a count its cause, where it has none, with those that are joined to it."""
    if not count.attributes.get("cause") and count.attributes.get("harm") in _CAUSED:
        cause = _one_cause(told, count, number)
        if cause is None and before is not None:
            cause = _cause_before(told, before)
        if cause is not None:
            count.attributes["cause"] = cause.words
            count.captures["cause"] = (cause.start, cause.end)
    span = count.captures.get("cause")
    low, high = told.span(number)
    if span and count.attributes.get("cause") and low <= span[0] < high:
        start, end = joined_causes(told.view, low, high, span, told.causes)
        if (start, end) != span:
            count.attributes["cause"] = told.view[start:end]
            count.captures["cause"] = (start, end)


def _give_doer(told: _Told, count: Mention, number: int, before: int | None) -> None:
    """Give a count its perpetrator, where none is told and none can be meant by a pronoun."""
    harm = count.attributes.get("harm")
    if count.attributes.get("value") == 0:  # nobody was harmed, so nobody did it
        return
    if count.attributes.get("perpetrator") is not None or "perpetrator" in count.captures or harm not in _DONE:
        return
    cause = str(count.attributes.get("cause") or "").lower()
    if told.causes.get(cause.rpartition(" ")[2]) in _NATURAL:
        return
    doer = _one_doer(told, count, number, True)
    if doer is None and before is not None and harm != "abducted":
        doer = _one_doer(told, count, before, False)
    if doer is not None:
        count.attributes["perpetrator"] = doer.words
        count.captures["perpetrator"] = (doer.start, doer.end)
        if doer.group is not None:
            count.links["perpetrator"] = doer.group


def _goes_on(view: str, count: Mention, sentence: Sentence, before: Sentence) -> bool:
    """Whether a count goes on with what the sentence before told: it says of no other event, no other place."""
    if _APART.search(view, sentence.start, min(sentence.end, sentence.start + _LONG)):
        return False
    place = count.links.get("place")
    return (
        place is None
        or place.start < sentence.start
        or view.find(view[place.start : place.end], before.start, before.end) >= 0
    )


def _one_cause(told: _Told, count: Mention, number: int) -> Cause | None:
    """The one cause that the sentence of a count tells, and not of what is told after it."""
    start, end = counted(count)
    return _single(
        [
            one
            for one in told.causes_of(number)
            if not (start <= one.start and one.end <= end)
            and not (one.start >= count.end and _OTHERWISE.search(told.view, count.end, one.start))
        ]
    )


def _single(causes: Sequence[Cause]) -> Cause | None:
    return causes[0] if len({one.head for one in causes}) == 1 else None


def _cause_before(told: _Told, before: int) -> Cause | None:
    """The cause of the counts of the sentence before, else the one that it tells."""
    theirs = [
        Cause(*span, str(one.attributes["cause"]), "")
        for one in told.counts[before]
        if one.attributes.get("cause") and (span := one.captures.get("cause"))
    ]
    if theirs:
        return theirs[0] if len({one.words for one in theirs}) == 1 else None
    return _single(told.causes_of(before))


def _one_doer(told: _Told, count: Mention, number: int, own: bool) -> Doer | None:
    """The one actor that a sentence, the count's `own` or not, tells of violence, if its side was not harmed itself."""
    doers = [
        one
        for one in told.doers_of(number)
        if not (one.end < count.start and _WHILE.search(told.view, one.end, count.start))
    ]
    if len({one.words.lower() for one in doers}) != 1:
        return None
    doer = doers[0]
    if same_side(str(count.attributes.get("victims") or ""), doer.words):
        return None
    joined = own and not _FINITE.search(told.view, count.start, count.end)
    if joined or _MORE.search(told.view, max(0, count.start - 10), count.end):
        return doer
    harmed_others = any(one.attributes.get("perpetrator") == doer.words for one in told.counts[number])
    return None if harmed_others else doer


def same_side(victims: str, doer: str) -> bool:
    """Whether those harmed are likely of the side of one who did harm."""
    ours, theirs = ({word.rstrip("s") for word in words.lower().split()} for words in (victims, doer))
    return bool(ours & theirs) or any(side.search(victims) and side.search(doer) for side in _SIDES)
