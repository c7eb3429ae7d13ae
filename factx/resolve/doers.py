"""Doers: who did the harm and what did it, read from the clauses of a sentence where no rule's construction says them.

A verb of harm has the subject of its clause, or of the clause that a participle follows from; what befell someone was
done by who attacked in the clause beside it ("when gunmen opened fire", "rebels stormed the camp, and six were
killed"), or by whose the event was ("in an ambush by X"). A sentence that tells of harm alone ("Nine others were
wounded.") is of the deed of the sentence before. A subject that is an event is no one: it is the cause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from factx.document.model import Document, Sentence
from factx.facts import Mention, within
from factx.resolve.actors import ARMED, Actors
from factx.resolve.agents import owner
from factx.resolve.causes import Causes, joined_causes
from factx.resolve.clauses import Reading, Subject, read
from factx.resolve.days import usable_days
from factx.resolve.giving import give, give_owner, name_it, share
from factx.resolve.happenings import event_beside
from factx.resolve.locatives import led_places
from factx.resolve.scenes import counted, has_span
from factx.resolve.subjects import DID, attack_beside, doer_of, verb_of

_NOT_DONE = re.compile(
    r"(?:lost|los[ei]\w*|suffer\w*|sustain\w*|mourn\w*|bur(?:y|ied)|report\w*|recover\w*|found|counted|free\w*"
    r"|releas\w+|rescu\w+|fled|flee\w*|hosts?|record\w*|evacuat\w+|treat\w*|has|have|had|saw)\b",
    re.IGNORECASE,
)
"""Verbs whose subject did no harm itself."""
_LOST = re.compile(r"los[et]|suffer|sustain|mourn", re.IGNORECASE)
"""Those whose subject is of the side that was harmed."""
_FOUND = re.compile(r"\bbod(?:y|ies)\b|\ball the\b", re.IGNORECASE)
"""Of those whom harm befell some time ago."""
_IT = re.compile(r"(?:it|this|that)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:[^,;]{0,90}\b(?:said|saying|reported)(?: that)? )?(?:(?:at least|about|some|more than|another|a further"
    r"|up to|nearly|around|in all|also|only|as many as|of these"
    r"|in addition|all|most|an?|the|it|they|and|but|police said|officials said|that|which|this|has|have|had|left) ?)*",
    re.IGNORECASE,
)
_QUIET, _TAIL = 140, 60
"""Characters of a sentence that tells of harm alone, and of what follows the harm there, at most."""
_RANKED = re.compile(
    r"(?:(?:most|more|deadly|deadliest|bloodiest|biggest|worst|latest|recent|previous|such|separate|similar|same|own"
    r"|first|second|third|fourth|last|next|single|series of) )+",
    re.IGNORECASE,
)
"""Words before a cause that only tell it from others."""
_DAY = len("2023-12-11")
_LONG = 1500
"""Characters of a sentence beyond which it is none, but a table or a list."""


def link_doers(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, str],
    causes: Causes,
    actors: Actors,
) -> None:
    """Give casualties the perpetrator and the cause that no rule has found, in place.

    `nations` gives the country of a nationality's adjective, `causes` the class of a cause of harm, in lower case.
    """
    counts = sorted((one for one in mentions if one.kind == "casualty"), key=lambda one: one.start)
    if not counts:
        return
    view, sentences = document.view, document.sentences
    able = sorted((one for one in mentions if _can_act(one)), key=lambda one: one.start)
    readings: dict[int, Reading] = {}

    def told(number: int) -> Reading:
        if number not in readings:
            sentence = sentences[number]
            people = [counted(one) for one in within(counts, sentence.start, sentence.end)]
            near = within(able, sentence.start, sentence.end)
            readings[number] = read(view, sentence, near, people, causes, actors)
        return readings[number]

    places = sorted((one for one in mentions if one.kind == "place"), key=lambda one: one.start)
    days = usable_days(view, [one for one in mentions if one.kind == "date"])
    scenery = sorted([*places, *days], key=lambda one: one.start)

    def new_scene(number: int) -> bool:
        """Whether a sentence names a place or a day that the one before it does not, where that names one."""
        here, before = sentences[number], sentences[number - 1]
        told = within(scenery, before.start, before.end)
        named = {_name(one) for one in told}
        kinds = {one.kind for one in told} | {"place"}
        new = [one for one in within(scenery, here.start, here.end) if one.kind in kinds and _name(one) not in named]
        led = led_places(view, "casualty", [one for one in new if one.kind == "place"], here.start)
        return bool(led) or any(one.kind == "date" for one in new)

    for last, count in zip([None, *counts], counts, strict=False):
        number = bisect_right(sentences, count.start, key=lambda one: one.start) - 1
        if _is_settled(count):
            _join(view, count, sentences[number], causes)
            continue
        here = told(number)
        same = last if last is not None and last.start >= here.sentence.start else None
        _settle(view, count, here, same)
        follows = number > 0 and sentences[number - 1].section == here.sentence.section
        if follows and _is_theirs(view, count, here):
            _give_them(view, count, told(number - 1))
        if follows and _is_alone(view, count, here) and not new_scene(number):
            _take_over(view, count, here, told(number - 1))
        if count.attributes.get("perpetrator") is None:
            whose = owner(view, count, places, nations, causes)
            if whose is not None:
                count.attributes["perpetrator"] = whose
        _join(view, count, sentences[number], causes)


def _name(one: Mention) -> str:
    """A place by its name, a date by its day."""
    value = str(one.attributes.get("value"))
    return value[:_DAY] if one.kind == "date" else value


def _join(view: str, count: Mention, sentence: Sentence, causes: Causes) -> None:
    """Take into the cause of a count those that stand joined with it: "floods and landslides"."""
    _bare(view, count)
    span = count.captures.get("cause")
    if span and count.attributes.get("cause") and sentence.start <= span[0] < sentence.end <= sentence.start + _LONG:
        start, end = joined_causes(view, sentence.start, sentence.end, span, causes)
        if (start, end) != span:
            count.attributes["cause"] = view[start:end]
            count.captures = {**count.captures, "cause": (start, end)}


def _bare(view: str, count: Mention) -> None:
    """Take from the cause of a count what only tells it from others: "deadliest attack"."""
    span = count.captures.get("cause")
    said = count.attributes.get("cause")
    if said and span and view[span[0] : span[1]] == said and (ranked := _RANKED.match(view, *span)):
        count.attributes["cause"] = view[ranked.end() : span[1]]
        count.captures = {**count.captures, "cause": (ranked.end(), span[1])}


def _is_settled(count: Mention) -> bool:
    return bool(count.attributes.get("perpetrator") and count.attributes.get("cause"))


def _can_act(one: Mention) -> bool:
    if one.kind == "group":
        return one.attributes.get("type") in ARMED
    return one.kind == "place" and one.attributes.get("feature") == "country"


def _is_theirs(view: str, count: Mention, here: Reading) -> bool:
    """Whether "they", of whom the sentence has told nobody, did the harm."""
    if count.attributes.get("perpetrator") is not None:
        return False
    verb = verb_of(view, count, here.sentence.start)
    done = None if verb is None or _NOT_DONE.match(view, verb) else doer_of(view, verb, here)
    if not isinstance(done, Subject) or done.how != "pronoun" or view[done.start : done.end].lower() != "they":
        return False
    return not any(one.acts and one.start < done.start for one in here.subjects)


def _give_them(view: str, count: Mention, before: Reading) -> None:
    """Give a count as its perpetrator those who alone acted in the sentence before, and did more than say something."""
    acting = [one for one in before.subjects if one.acts and one.how != "said" and not one.opened]
    if len(acting) == 1 and acting[0].how in DID and not _is_of_theirs(view, count, acting[0], before):
        name_it(view, count, "perpetrator", acting[0].start, acting[0].end, acting[0].link)


def _settle(view: str, count: Mention, here: Reading, last: Mention | None) -> None:
    """Settle the perpetrator and the cause of a count by its own sentence; `last` is the count before it there."""
    verb = verb_of(view, count, here.sentence.start)
    done = None
    if verb is not None:
        done = None if _NOT_DONE.match(view, verb) else doer_of(view, verb, here)
    if (verb is None or _LOST.match(view, verb)) and not count.attributes.get("perpetrator"):
        done = attack_beside(view, count, here)
        done = None if done is not None and _is_of_theirs(view, count, done, here) else done
    if isinstance(done, Subject) and done.how == "pronoun":
        share(count, last)
    elif done is not None:
        give(view, count, done, here)
    if count.attributes.get("cause") is None:
        event = event_beside(view, count, here)
        if event is not None:
            give(view, count, event, here)
    elif count.attributes.get("perpetrator") is None and "cause" in count.captures:
        give_owner(view, count, count.captures["cause"], here)


def _is_of_theirs(view: str, count: Mention, one: Subject, here: Reading) -> bool:
    """Whether one who acts is of the side of those whom harm befell."""
    return one.acts and here.actors.same_side(str(count.attributes.get("victims")), view[one.start : one.end])


def _is_alone(view: str, count: Mention, here: Reading) -> bool:
    """Whether a sentence tells of nothing but the harm, or says that it did it: "Nine others were wounded."."""
    start, end = here.sentence.start, here.sentence.end
    if end - start > _QUIET or end - count.end > _TAIL or count.attributes.get("asserted") is False:
        return False
    if count.attributes.get("harm") not in ("killed", "wounded", "missing") or _FOUND.search(
        view, count.start, count.end
    ):
        return False
    if here.events or has_span(view, here.sentence) or any(one.how not in ("said", "pronoun") for one in here.subjects):
        return False
    return _ALONE.fullmatch(view, start, min(count.start, counted(count)[0])) is not None


def _take_over(view: str, count: Mention, here: Reading, before: Reading) -> None:
    """Give a count the deed of the sentence before: who alone attacked there, or what alone happened."""
    attacks = [one for one in before.subjects if one.how == "attack" and one.opened != "since"]
    it = _IT.match(view, here.sentence.start) is not None
    attacks = [one for one in attacks if not _is_of_theirs(view, count, one, before)]
    if len(attacks) == 1 and not (it and attacks[0].acts):
        give(view, count, attacks[0], before)
    if len(before.events) == 1 and (it or not attacks):
        give(view, count, before.events[0], before)
