"""Moves: what becomes of troops by the verb of their clause: sent, leaving, to be sent, asked for.

A count is either governed ("sent 600 soldiers", "the deployment of 600 soldiers") or does something itself ("600
soldiers arrived", "are to be sent", "who left"). Which it is shows to its left: the words of its noun phrase lead to a
verb, to a noun of a verb, or to nothing. The lexicon says what each verb means for those that it governs and for those
that do it; the words before the verb say whether it was done, is to come, was asked for or refused.
"""

from __future__ import annotations

import re

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.clause import THERE, Token, tokens_of
from factx.resolve.fallen import FALLEN, listed_fallen
from factx.resolve.governor import Governor
from factx.resolve.predicate import Predicate
from factx.resolve.verbs import Verbs

_NUMBER_FIRST = re.compile(
    r"troop\.(?:counted|irregular|staff|strong|members|men|named|part|of-them|noun-shared|force-of|numbering"
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
    for sentence in document.sentences if counts else ():
        here = at
        while at < len(counts) and counts[at].start < sentence.end:
            at += 1
        if at > here:
            _settle(document.view, sentence, counts[here:at], verbs, fallen)
    return [one for one in mentions if id(one) not in fallen] if fallen else mentions


def _settle(view: str, sentence: Sentence, counts: list[Mention], verbs: Verbs, fallen: set[int]) -> None:
    clause = Clause(tokens_of(view, sentence, counts), verbs)
    for number, count in enumerate(counts):
        if _NUMBER_FIRST.match(count.rule):
            action = clause.action(number, str(count.attributes.get("action")))
            if action == FALLEN:
                fallen.add(id(count))
            elif action is not None:
                count.attributes["action"] = action
                count.weak.discard("action")


class Clause(Governor, Predicate):
    """The words of a sentence, and what they say of each of its counts."""

    def __init__(self, tokens: list[Token], verbs: Verbs) -> None:
        super().__init__(tokens, verbs)
        self.places = {one.number: at for at, one in enumerate(tokens) if one.number >= 0}

    def action(self, number: int, told: str) -> str | None:
        """What the clause says of a count; None where it says nothing."""
        at = self.places.get(number)
        if at is None:
            return None
        free, governed = self.governor(at)
        relative, purpose, main = self.predicate(at)
        if "withdrawn" in (governed, purpose, main if free else None):
            said: str | None = "withdrawn"
        elif free and main == "deployed" and relative in ("planned", "requested"):
            said = main
        elif relative and relative != "present" and governed not in ("planned", "requested"):
            said = relative
        elif governed and governed not in ("present", THERE):
            said = governed
        else:
            said = (purpose if governed != THERE else None) or governed or (main if free else None) or relative
        if told == "total" and said in ("present", "deployed"):
            return None
        if said == relative == "present" and not governed:
            return None
        return "present" if said == THERE else said
