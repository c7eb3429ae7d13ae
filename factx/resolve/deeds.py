"""Deeds: what harmed people and who did it, where no rule's construction ties them to the count.

A count that lacks a cause takes the one event that its clause, else its sentence, else the sentence before it tells
("A bomb went off in the market. Six people died."). One that lacks a perpetrator takes in the same way the one actor
who is told to have done violence, or whose attack it was, unless those harmed are of that side. Two events or two
actors settle nothing: a wrong attribute is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.actors import ACTOR, BOTH, OWNED
from factx.resolve.links import counted

_CAUSED = frozenset({"killed", "wounded", "missing", "displaced", None})
"""The harms that an event told nearby causes; people are arrested over an event, not by it."""
_DONE = frozenset({"killed", "wounded", "abducted", None})
"""The harms that one who did violence nearby is answerable for."""
_WORD = re.compile(r"[\w'-]+")
_LONGEST = 4
"""Words of the longest name of a cause."""
_VAGUE = re.compile(
    r"mines?|cold|heat|weather|(?:protest|demonstration|rall(?:y|ie)|incident|mortar|drone|grenade|warplane|bomber|bullet"
    r"|execution|killing|murder|confrontation)s?|campaign|occupation|rifle|pistol|ak-47|explosives|artillery|purge|storming"
    r"|operations?|disease|virus|beheading|slaughter|robbery|looting|hunger|blockade|collapse|fever|volcano|terrorism"
    r"|troubles|torture|repression|machetes|sniper|coup|crush|flu|plague|pandemic|coronavirus|shell|fighter jets"
    r"|(?:female )?suicide bombers?|helicopter gunships?|shelling of|vendetta|heart"
)
"""Causes whose words are often something else: nothing is made of them where no construction speaks."""
_BASE = re.compile(
    r"attack|raid|ambush|bomb|storm|shell|fire|strike|fight|clash|battle|blast|protest|riot|crash|murder"
)
_NO_CAUSE_AFTER = re.compile(
    r"to|will|would|could|can|may|might|must|should|not|they|we|he|she|i|who|n't|cannot|open(?:ed|s|ing)?|under"
    r"|return(?:ed|ing)|catching|caught|cease|previous|many|any|no|past|future|possible|against"
)
"""Words before which make of the word that follows a verb, a fire that was opened, or what is not told."""
_NO_CAUSE_BEFORE = re.compile(
    r"(?:station|service|minister|crime|criminal|veteran|memorial|zone|hero|helicopter|plane|jet|dog|truck|victim|survivor"
    r"|suspect|alarm|game|reporter|prisoner|refugee|engine|fighter|warning|threat|cent(?:er|re)|shelter|room|chief|expert"
    r"|official|correspondent|investigator)s?|heroes|department|brigade|ministry|tribunal|cabinet|police|force|squad|wounded"
    r"|effort|dead|wounds?|injur(?:y|ies)|equipment|relief|season|clearance|disposal|removal|insurance|damage|risk|monitoring|prevention"
)
"""Words after which make of a cause an attribute: the fire station, war crimes."""
_MODIFIERS = re.compile(
    r"(?<![\w'-])(?:(?!(?i:the|an?|this|that|these|those|of|in|on|at|by|with|from|for|to|and|or|but|as|his|her|its|their|after|when"
    r"|during|since|were|was|is|are|has|have|had|another|other|separate|similar|first|second|more|also|such|into|near"
    r"|over|under|about|than|two|three|four|five|following|amid|against|between|while|before|which|who|where|killed"
    r"|died|alleged|recent|latest|next|same|each|every|any|no)\b|[a-z]+ed\b)[A-Za-z][\w.'-]* ){1,2}\Z"
)
_NAMED = re.compile(r" of (?:the )?[A-Z][\w-]+")
_BATTLES = frozenset({"battle", "massacre", "siege"})
_APART = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|meanwhile|in another|another (?:attack|incident|blast|clash|raid|strike)"
    r"|earlier|previous(?:ly)?|last (?:year|month|week)|this (?:year|month)|in (?:19|20)\d\d|since|so far|years?|months"
    r"|decades?|in all|altogether|overall|a total of|other (?:attacks|incidents)|similar)\b",
    re.IGNORECASE,
)
"""What says that a sentence does not go on with what the one before it told."""
_VIOLENT = (
    r"attack(?:ed|s)?|storm(?:ed|s)|raid(?:ed|s)|ambush(?:ed|es)?|open(?:ed|s)? (?:up|fire)|fire[ds]|shell(?:ed|s)"
    r"|bomb(?:ed|s)|bombard(?:ed|s)|struck|hit|targeted|detonated|bl[eo]wn? (?:up|himself|themselves|herself)"
    r"|shot(?: down)?|hurled|threw|lobbed|ramm?ed|overran|invaded|assaulted|torched|set (?:off|fire)|planted|pounded"
    r"|swept (?:into|through)|kill(?:ed|s)|gunned|hacked|seized|abducted|kidnapped|massacred|murdered|executed|beheaded"
    r"|burned down|carried out|unleashed|launched (?:an? |the |a series of |\w+ )?(?:\w+[ -]){0,3}(?:attacks?|raids?"
    r"|rockets?|missiles?|assaults?|offensives?|(?:air ?)?strikes?|shells|grenades|bombing|incursion)|dropped|fought"
    r"|blasted|drove an? explosive|booby-trapped|sprayed|lured|dragged|slaughtered|slew|repulsed|retaliated"
)
_DID = re.compile(
    r"(?:, (?!and\b|who\b|which\b)[^,.;:]{3,120},|,? (?:who|which|that))?(?: (?:has|have|had|also|then|later|earlier"
    r"|reportedly|allegedly|apparently|again|\w+ly|(?:riding|armed|dressed|disguised|wearing|loyal|linked|allied|backed"
    r"|belonging|aboard|on|in|from|with|of) (?!(?:attack|raid)s?\b)[^,.;:]{2,45}?))*,?"
    rf" (?:{_VIOLENT})\b"
    r"(?! (?:by|in|on|at(?! least)|during|when|were|was|and|after|near|since|last|this|while|yesterday)\b|[,.;:)]|\Z)"
)
"""After an actor: the violence that it did."""
_PEOPLES = re.compile(
    r"\b(?:rebel |suspected |armed |(?:[A-Z][\w-]+ ))?(?!The|They|This|These|There)[A-Z][a-z]+(?:s|ese|ist)\b"
)
"""A people, or the followers of something, by one name: "Naxals", "Bosnian Serbs"."""
_DEED = re.compile(
    r"(?:'s?)? (?:\w+ ){0,2}?(?:attacks?|raids?|ambush(?:es)?|bomb(?:ing)?s?|assaults?|shelling"
    r"|(?:air|rocket|drone) ?strikes?|missiles?|rockets?|(?:gun)?fire|offensive|massacres?|incursion|insurgency"
    r"|suicide \w+)\b"
)
"""After an actor: that a deed was its own."""
_HANDS = re.compile(
    r"(?:\b(?:attacks?|raids?|bombings?|ambush(?:es)?|assaults?|strikes?|shelling|blasts?|massacres?|offensives?"
    r"|incursions?|killings?|shootings?|fire|incidents?|uprising|insurgency|campaign)(?: [^,.;:]{0,40}?)? by"
    r"|\b(?:blamed (?:\w+ )?(?:on|by [^,.;:]{2,30} on)|claimed by|carried out by|launched by|staged by|attributed to"
    r"|fired by|planted by|clash(?:es|ed)? with|fighting with|battles? with|gunfights? with"
    r"|encounter with))"
    r" (?:the |an? |some |about |suspected |unidentified |unknown |alleged |\d[\d,]* |dozens of |hundreds of )*\Z"
)
"""Before an actor: that it did a deed."""
_OTHERWISE = re.compile(r",? (?:and|but|while|though|although) ")
"""What parts a deed from what is told after it."""
_WHILE = re.compile(r", (?:while|whereas|but|though|although) ")
_MORE = re.compile(r"\b(?:another|others?|more|also|further|two of (?:them|the))\b", re.IGNORECASE)
"""What says that a count goes with the one before it."""
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")
"""What makes of a count a clause of its own, with a subject of its own."""
_REACH = 70
_VIOLENT_TYPES = ("armed_group", "pmc", "military", "police")
_SIDES = (
    re.compile(
        r"(?:attackers?|assailants?|militants?|rebels?|gunm[ae]n|insurgents?|fighters?|bombers?|guerrillas?|terrorists?"
        r"|jihadi?s?t?s?|extremists?|separatists?|bandits?|islamists?|raiders?|kidnappers?|pirates?|taliban|maoists?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:soldiers?|troops|police\w*|officers?|army|military|forces?|peacekeepers?|marines?|servicem[ae]n|guards?"
        r"|commandos?|paratroop\w*|service members?|personnel|rangers?|infantry\w*|jets|warplanes)\b",
        re.IGNORECASE,
    ),
)
"""Those who do harm, by the side that they are likely to be of."""


class _Cause(NamedTuple):
    """An event or a weapon that a text tells."""

    start: int
    end: int
    words: str
    head: str


class _Doer(NamedTuple):
    """One who did violence, and the group that its name is of."""

    start: int
    end: int
    words: str
    group: Mention | None


def link_deeds(document: Document, mentions: Sequence[Mention], causes: Mapping[str, str]) -> None:
    """Give casualties the cause and the perpetrator that stand near them, in place.

    `causes` gives the class of a cause of harm in lower case.
    """
    lacking = [
        one
        for one in mentions
        if one.kind == "casualty" and not (one.attributes.get("cause") and one.attributes.get("perpetrator"))
    ]
    if not lacking:
        return
    sentences, view = document.sentences, document.view
    names = sorted((one for one in mentions if one.kind in ("group", "place", "person")), key=lambda one: one.start)
    counts = [one for one in mentions if one.kind == "casualty"]
    for count in sorted(lacking, key=lambda one: one.start):
        number = bisect_right(sentences, count.start, key=lambda one: one.start) - 1
        sentence = sentences[number]
        before = _before(document, number)
        goes_on = before is not None and _goes_on(view, count, sentence, before)
        harm = count.attributes.get("harm")
        if not count.attributes.get("cause") and harm in _CAUSED:
            cause = _one_cause(view, count, sentence, causes, names)
            if cause is None and before is not None and goes_on:
                cause = _cause_before(view, before, causes, names, counts)
            if cause is not None:
                count.attributes["cause"] = cause.words
                count.captures["cause"] = (cause.start, cause.end)
        natural = causes.get(str(count.attributes.get("cause") or "").lower().rpartition(" ")[2])
        unsaid = count.attributes.get("perpetrator") is None and "perpetrator" not in count.captures
        if unsaid and harm in _DONE and natural not in ("disaster", "accident"):
            doer = _one_doer(view, count, sentence, names, counts)
            if doer is None and goes_on and before is not None and harm != "abducted":
                doer = _one_doer(view, count, before, names, counts)
            if doer is not None:
                count.attributes["perpetrator"] = doer.words
                count.captures["perpetrator"] = (doer.start, doer.end)
                if doer.group is not None:
                    count.links["perpetrator"] = doer.group


def _before(document: Document, number: int) -> Sentence | None:
    """The sentence before one, where both are of the text proper."""
    if number == 0:
        return None
    before, here = document.sentences[number - 1], document.sentences[number]
    return before if before.section == here.section else None


def _goes_on(view: str, count: Mention, sentence: Sentence, before: Sentence) -> bool:
    """Whether a count goes on with what the sentence before told: it says of no other event, no other place."""
    if _APART.search(view, sentence.start, sentence.end):
        return False
    place = count.links.get("place")
    return (
        place is None
        or place.start < sentence.start
        or view[place.start : place.end] in view[before.start : before.end]
    )


def _did(counts: Sequence[Mention], sentence: Sentence, doer: _Doer) -> bool:
    """Whether a sentence tells those whom the doer harmed: others need not be of the same hand."""
    return any(
        sentence.start <= one.start < sentence.end and one.attributes.get("perpetrator") == doer.words for one in counts
    )


def _one_cause(
    view: str, count: Mention, sentence: Sentence, causes: Mapping[str, str], names: Sequence[Mention]
) -> _Cause | None:
    """The one cause that the sentence of a count tells."""
    told = list(_told(view, sentence, causes, names))
    own = [counted(count)]
    told = [
        one
        for one in told
        if not any(start <= one.start and one.end <= end for start, end in own)
        and not (one.start >= count.end and _OTHERWISE.search(view, count.end, one.start))
    ]
    return _single(told)


def _single(told: Sequence[_Cause]) -> _Cause | None:
    return told[0] if len({one.head for one in told}) == 1 else None


def _cause_before(
    view: str, before: Sentence, causes: Mapping[str, str], names: Sequence[Mention], counts: Sequence[Mention]
) -> _Cause | None:
    """The cause of the counts of the sentence before, else the one that it tells."""
    theirs = [
        (span[0], span[1], str(one.attributes["cause"]))
        for one in counts
        if before.start <= one.start < before.end
        and one.attributes.get("cause")
        and (span := one.captures.get("cause"))
    ]
    if theirs:
        agree = len({words for *_, words in theirs}) == 1
        return _Cause(*theirs[0], head="") if agree else None
    return _single(list(_told(view, before, causes, names)))


def _told(view: str, sentence: Sentence, causes: Mapping[str, str], names: Sequence[Mention]) -> Iterator[_Cause]:
    """The causes that a sentence tells, each by its longest name."""
    words = list(_WORD.finditer(view, sentence.start, sentence.end))
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            name = " ".join(view[start:end].lower().split())
            if name in causes:
                before = words[at - 1][0].lower() if at else ""
                after = words[at + size][0].lower() if at + size < len(words) else ""
                if _is_cause(name, before, after) and not _is_verb(name, before) and not _named(names, start, end):
                    yield _cause(view, sentence.start, start, end, words[at + size - 1][0].lower())
                at += size
                break
        else:
            at += 1


def _is_cause(name: str, before: str, after: str) -> bool:
    return not (_VAGUE.fullmatch(name) or _NO_CAUSE_AFTER.fullmatch(before) or _NO_CAUSE_BEFORE.fullmatch(after))


def _is_verb(name: str, before: str) -> bool:
    """Whether it is what the plural before it does: "gunmen attack clinic"."""
    return _BASE.fullmatch(name) is not None and before.endswith(("s", "men", "police", "troops"))


def _named(names: Sequence[Mention], start: int, end: int) -> bool:
    return any(one.start <= start and end <= one.end for one in names)


def _cause(view: str, low: int, start: int, end: int, head: str) -> _Cause:
    """A cause with up to two words that say more of it."""
    if head in _BATTLES and (named := _NAMED.match(view, end)):
        end = named.end()
    elif more := _MODIFIERS.search(view, max(low, start - 40), start):
        start = more.start()
    return _Cause(start, end, view[start:end], head)


def _one_doer(
    view: str, count: Mention, sentence: Sentence, names: Sequence[Mention], counts: Sequence[Mention]
) -> _Doer | None:
    """The one actor that a sentence tells of violence, if those counted are not of its side."""
    victims_at = [counted(one) for one in counts if sentence.start <= one.start < sentence.end]
    doers = [
        one
        for one in _doers(view, sentence, names)
        if not any(one.start < end and start < one.end for start, end in victims_at)
    ]
    doers = [one for one in doers if not (one.end < count.start and _WHILE.search(view, one.end, count.start))]
    if len({one.words.lower() for one in doers}) != 1:
        return None
    doer = doers[0]
    victims = str(count.attributes.get("victims") or "")
    if same_side(victims, doer.words):
        return None
    joined = sentence.start <= count.start < sentence.end and not _FINITE.search(view, count.start, count.end)
    if joined or _MORE.search(view, max(0, count.start - 10), count.end) or not _did(counts, sentence, doer):
        return doer
    return None


def same_side(victims: str, doer: str) -> bool:
    """Whether those harmed are likely of the side of one who did harm."""
    shared = {word.rstrip("s") for word in victims.lower().split()} & {
        word.rstrip("s") for word in doer.lower().split()
    }
    return bool(shared) or any(side.search(victims) and side.search(doer) for side in _SIDES)


def _doers(view: str, sentence: Sentence, names: Sequence[Mention]) -> Iterator[_Doer]:
    """The actors of a sentence that did violence, or whose deed one is."""
    groups = [
        one
        for one in names
        if one.kind == "group"
        and sentence.start <= one.start < sentence.end
        and one.attributes.get("type") in _VIOLENT_TYPES
    ]
    found: list[_Doer] = []
    for one in ACTOR.finditer(view, sentence.start, sentence.end):
        group = next((group for group in groups if one.start() <= group.start and group.end <= one.end()), None)
        start = one.start() + (4 if one[0].startswith(("The ", "the ")) else 0)
        found.append(_Doer(start, one.end(), view[start : one.end()], group))
    for group in groups:
        if not any(one.start <= group.start < one.end for one in found):
            found.append(_Doer(group.start, group.end, view[group.start : group.end], group))
    for one in _PEOPLES.finditer(view, sentence.start, sentence.end):
        if not any(doer.start < one.end() and one.start() < doer.end for doer in found) and not _named(
            names, one.start(), one.end()
        ):
            found.append(_Doer(one.start(), one.end(), one[0], None))
    for doer in found:
        if OWNED.match(view, doer.end) and not _DEED.match(view, doer.end):
            continue
        if BOTH.search(view, max(sentence.start, doer.start - _REACH), doer.start):
            continue
        if (
            _DID.match(view, doer.end)
            or _DEED.match(view, doer.end)
            or _HANDS.search(view, max(sentence.start, doer.start - _REACH), doer.start)
        ):
            yield doer
