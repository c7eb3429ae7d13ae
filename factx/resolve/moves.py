"""Moves: what becomes of troops by the verb of their clause: sent, leaving, to be sent, asked for.

A count is either governed ("sent 600 soldiers", "the deployment of 600 soldiers") or does something itself ("600
soldiers arrived", "are to be sent", "who left"). Which it is shows to its left: the words of its noun phrase lead to a
verb, to a noun of a verb, or to nothing. The lexicon says what each verb means for those that it governs and for those
that do it; the words before the verb say whether it was done, is to come, was asked for or refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.clause import THERE, Token, tokens_of
from factx.resolve.fallen import FALLEN, listed_fallen
from factx.resolve.governor import Governor
from factx.resolve.verbs import Verbs

_LEVEL = re.compile(r"troop\.(?:level|elided-level|level-people|level-inverted)\Z")
"""The rules whose counts are told behind what came to them."""
_COMING = re.compile(
    r"\b(?:(?:(?:is|are)|(?:support|back|favou?r|propos|consider|discuss|recommend|weigh)\w*)"
    r" (?:cutting|reducing|trimming|lowering|slashing|halving|raising|increasing|boosting|expanding|doubling)"
    r"|(?:goal|aim|hope|target|intention)s? of \w+ing"
    r"|will|would|shall|should|(?:is|are|was|were|due|expected|set|likely|plan(?:s|ned)?|agreed|want(?:s|ed)?|hop(?:es|ed)"
    r"|aim(?:s|ed)?|decided|order(?:s|ed)?|scheduled|intend(?:s|ed)?) to) (?!have been\b)"
    r"(?:[^,;:.]|(?<=\d)[,.](?=\d))*\Z"
)
"""Before a level, in its clause: it is to come."""
_DUE = re.compile(
    r", (?:will|would|(?:is|are|was|were) (?:due|expected|scheduled|set|to)) "
    r"|(?: troops| soldiers| personnel)?,? (?:over|in|within|during) the (?:next|coming)\b"
)
"""Behind a level: what brings it is to come."""
_CHANGED = re.compile(r"\b(?:cut|reduc|halv|doubl|tripl|trim|lower|slash)\w* (?:[^,;:.]|(?<=\d)[,.](?=\d))*\Z")
"""Before the number of soldiers that a change leaves: it is a strength, no sum of several."""
_SUM = re.compile(r"\b(?:bring|brought|tak(?:e|ing)|took|rais|lift|push)\w* (?:up )?(?:the|its|their) total\b[^;:.]*\Z")
"""Before a level that is the sum of those who were there and those who came."""
_WHO = re.compile(r" (?:who|that) ")
"""Within a level: what those did whose number it is."""
_GOES_ON = re.compile(
    r"\W*(?:(?:These|They|Those|The (?:new|extra|additional) (?:troops|soldiers|forces)) (?:will |would |are to )?"
    r"(?:also )?(?:include|comprise|consist|number|total)|Among them (?:are|will be|were))\b"
)
"""At the head of a sentence that goes on about the troops of the one before."""
_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,4}\Z")
_TOLD = ("planned", "deployed", "requested", "withdrawn")
"""What a sentence says of troops that holds for the parts that the next one names."""
_ENTRY = re.compile(r"[\W_]*(?:[A-Z][\w.'’-]*,? (?:of |and |the )*){0,5}[A-Z][\w.'’-]*\W{1,3}(?:[a-z]+ ){0,3}")
"""Before the count of an entry: the name of a country."""
_PROMISED = re.compile(
    r"\b(?:promised|planned|pledged|proposed|envisaged|envisioned|prospective|future|eventual|anticipated|projected)\b"
)
"""Within a count, or right before it: those are to come."""
_NUMBER_FIRST = re.compile(
    r"troop\.(?:counted|irregular|staff|strong|members|members-irregular|men|named|strong-after|part|of-them|noun-shared|force-of|numbering"
    r"|elided-(?:object|subject|people"
    r"|people-subject|men|list)|armed-men|with-vehicles)\Z"
)
"""The rules whose counts stand where their noun phrase does; what a level came to is told by its own verbs."""


def settle_moves(document: Document, mentions: list[Mention], verbs: Verbs) -> list[Mention]:
    """The mentions without the troops who fell; the others get the action that their clause says."""
    counts = sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start)
    fallen = listed_fallen(document, counts, [one for one in mentions if one.kind == "casualty"])
    counts = [one for one in counts if id(one) not in fallen]
    at = 0
    for number, sentence in enumerate(document.sentences if counts else ()):
        here = at
        while at < len(counts) and counts[at].start < sentence.end:
            at += 1
        if at > here:
            _settle(document.view, sentence, counts[here:at], verbs, fallen)
            if number and _GOES_ON.match(document.view, sentence.start):
                _go_on(document.view, document.sentences[number - 1], counts, here, at, verbs)
    _settle_entries(document, counts, verbs)
    return [one for one in mentions if id(one) not in fallen] if fallen else mentions


def _settle(view: str, sentence: Sentence, counts: list[Mention], verbs: Verbs, fallen: set[int]) -> None:
    clause = Clause(tokens_of(view, sentence, counts), verbs)
    for number, count in enumerate(counts):
        if _NUMBER_FIRST.match(count.rule):
            action = clause.action(number, str(count.attributes.get("action")))
            whole = number > 0 and counts[number - 1].end > count.start
            if (whole or action in (None, "present", "other")) and _PROMISED.search(
                view, max(sentence.start, count.start - 13), count.end
            ):
                action = "planned"
            if action == FALLEN:
                fallen.add(id(count))
            elif action is not None:
                count.attributes["action"] = action
                count.weak.discard("action")
        elif _LEVEL.match(count.rule) and count.attributes.get("action") in ("present", "total"):
            before = view[max(sentence.start, count.start - 80) : count.captures.get("count", (count.start, 0))[0]]
            if count.attributes["action"] == "present" and _SUM.search(before):
                count.attributes["action"] = "total"
                continue
            told = clause
            if _WHO.search(view, count.start, count.end):
                told = Clause(tokens_of(view, sentence, ()), verbs)
            if count.attributes["action"] == "present" and (done := told.counted(count.end)):
                count.attributes["action"] = done
                continue
            if count.attributes["action"] == "total":
                if "total" in before or not _CHANGED.search(before):
                    continue
                count.attributes["action"] = "present"
            if not _FROM.search(before) and (_DUE.match(view, count.end) or _COMING.search(before)):
                count.attributes["action"] = "planned"


def _go_on(view: str, before: Sentence, counts: list[Mention], here: int, at: int, verbs: Verbs) -> None:
    """Give counts, those from here on, what the sentence before says of the troops that they are part of."""
    first = here
    while first and counts[first - 1].start >= before.start:
        first -= 1
    told = next((said for one in counts[first:here] if (said := one.attributes.get("action")) in _TOLD), None)
    if told is None:
        told = Clause(tokens_of(view, before, ()), verbs).body()
    for count in counts[here:at]:
        if told and count.attributes.get("action") == "present":
            count.attributes["action"] = told
            count.weak.discard("action")


def _settle_entries(document: Document, counts: Sequence[Mention], verbs: Verbs) -> None:
    """Give the entries of a list, each a sentence of its own, what the sentence before the list announces."""
    sentences = document.sentences
    view = document.view
    at = 0
    told: str | None = None
    for count in counts:
        start = at
        while at + 1 < len(sentences) and sentences[at].end <= count.start:
            at += 1
        if not _ENTRY.fullmatch(view, sentences[at].start, count.start):
            told = None
            continue
        if (told is None or at - start > 1) and at:
            lead = tokens_of(view, sentences[at - 1], ())
            told = Clause(lead, verbs).announced(len(lead)) if lead and lead[-1].word == ":" else None
        if told and count.attributes.get("action") == "present" and "action" in count.weak:
            count.attributes["action"] = told


class Clause(Governor):
    """The words of a sentence, and what they say of each of its counts."""

    def __init__(self, tokens: list[Token], verbs: Verbs) -> None:
        super().__init__(tokens, verbs)
        self.places = {one.number: at for at, one in enumerate(tokens) if one.number >= 0}

    def body(self) -> str | None:
        """What a sentence without counts says of the first body of troops that it tells anything of."""
        bodies = (at for at, word in enumerate(self.words) if word.rstrip("s") in self.lists.unit)
        return next((said for at in bodies if (said := self._said(at, "")) in _TOLD), None)

    def action(self, number: int, told: str) -> str | None:
        """What the clause says of a count; None where it says nothing."""
        at = self.places.get(number)
        return None if at is None else self._said(at, told)

    def counted(self, end: int) -> str | None:
        """What is said of those whose number has come to a level: "the number of recruits who have left"."""
        for k, token in enumerate(self.tokens):
            if token.start >= end:
                break
            if token.word in ("who", "that") and k > 2 and "number" in self.words[max(0, k - 6) : k]:
                said = self.group(self._told(k + 1), len(self.words))
                return said if said in ("deployed", "withdrawn", "trained", "other") else None
        return None

    def _said(self, at: int, told: str) -> str | None:
        """What the clause says of the troops at a place, by what the rule that found them told."""
        if at and self.tokens[at].start < self.tokens[at - 1].last:  # the whole of a part
            return self.predicate(at)[0] or (None if told == "total" else "present")
        if self.words[at + 1 : at + 2] == ["on"] and self.lists.standby.intersection(self.words[at + 2 : at + 4]):
            return "planned"
        free, governed = self.governor(at)
        relative, purpose, main = self.predicate(at)
        main = main if free else None
        if relative and self.words[at + 1 : at + 2] and self.words[at + 1] in self.lists.present:
            return relative
        said = _weigh(governed, relative, purpose, main)
        if self.words[at - 4 : at - 1] == ["how", "many", "of"]:
            return "present"
        if self._few(at) and said != "withdrawn":
            return "present"
        if self.words[at - 3 : at] == ["one", "of", "the"]:
            return relative or (None if told == "total" else "present")
        if said in (None, "present") and self.tokens[at].counted.lower().endswith("deployment"):
            around = self.words[max(0, at - 12) : at + 6]
            return "deployed" if self.lists.modal.isdisjoint(around) and "first" not in around else "planned"
        if said == main == "deployed" and self._foreseen(at):
            return "planned"
        if told == "total" and said in ("present", "deployed"):
            return said if self._not_summed(at, said == main, governed) else None
        if said == relative == "present" and not governed:
            weak = told == "planned" and "who" not in self.words[at + 1 : at + 6]
            return None if weak or told in ("other", "total") else said
        return "present" if said == THERE else said

    def _few(self, at: int) -> bool:
        """Whether something is said of some of the troops alone: "few of the"."""
        return self.words[at - 2 : at] == ["of", "the"] and self.words[at - 3] in self.lists.some

    def _not_summed(self, at: int, does: bool, governed: str | None) -> bool:
        """Whether a total is told for what it does: "a total of 600 came", "sent 600 in all"."""
        if governed == "deployed" and self.words[at + 1 : at + 3] in (["in", "total"], ["in", "all"]):
            return True
        whole = self.words[max(0, at - 4) : at]
        came = does and whole[-2:] == ["total", "of"] and "of" not in whole[:-2]
        return came and self.lists.be.isdisjoint(self.words[at + 1 : at + 5])

    def _foreseen(self, at: int) -> bool:
        """Whether the present tense tells of what is to come: "once 600 soldiers arrive", "the next 600 leave"."""
        return "next" in self.words[max(0, at - 4) : at] or (self.once(at - 1) and self._now(at + 1))

    def _now(self, k: int) -> bool:
        """Whether the verb behind troops is in the present tense."""
        if k < len(self.words) and self.words[k] in ("is", "are", "has", "have"):
            return True
        found = self.verb(k, -1) if k < len(self.words) else None
        return found is not None and found.form in ("base", "s")


def _weigh(governed: str | None, relative: str | None, purpose: str | None, main: str | None) -> str | None:
    """Which of the things that a clause says of troops becomes of them."""
    if "withdrawn" in (governed, purpose, main):
        return "withdrawn"
    if main == "deployed" and relative in ("planned", "requested"):
        return main
    if relative and relative != "present" and governed not in ("planned", "requested"):
        return relative
    if governed and governed not in ("present", THERE):
        return governed
    return (purpose if governed != THERE else None) or governed or main or relative
