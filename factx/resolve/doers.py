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
from factx.resolve.agents import is_waged, owner
from factx.resolve.causes import Causes, is_vague, joined_causes
from factx.resolve.clauses import Event, Reading, Subject, actor_at, after_determiner, read
from factx.resolve.scenes import counted

_COORDINATED = re.compile(r"(?:\b(?:and|but|then|also|or)|,)(?: (?:\w+ly|then|also|has|have|had|later))* \Z")
"""Before a verb that shares the subject of one before it."""
_RELATIVE = re.compile(r"\b(?:which|that|who)(?: (?:\w+ly|also|has|have|had|since))* \Z")
_LEFT = re.compile(
    r"\b(?:left|leaving|leaves|sent|forced|drove|took|taking|takes|held|holds?|holding)"
    r"(?: (?:at least|another|some|its|the|more than))* \Z"
)
"""Before those to whom the subject did what is told after them: "left six dead"."""
_NOT_DONE = re.compile(
    r"(?:lost|los[ei]\w*|suffer\w*|sustain\w*|mourn\w*|bur(?:y|ied)|report\w*|recover\w*|found|counted|free\w*"
    r"|releas\w+|rescu\w+|fled|flee\w*|hosts?|record\w*|evacuat\w+|treat\w*|has|have|had|saw)\b",
    re.IGNORECASE,
)
"""Verbs whose subject did no harm itself."""
_LOST = re.compile(r"los[et]|suffer|sustain|mourn", re.IGNORECASE)
"""Those whose subject is of the side that was harmed."""
_NOMINAL = re.compile(
    r"(?:deaths?|(?:\w+ing)(?:s\b| of)|assassinations?|slaughter of|murders?|massacres?|arrests? of|abductions?"
    r"|kidnappings?|tolls?"
    r"|executions?)\b",
    re.IGNORECASE,
)
"""Harm told by a noun."""
_GOVERNED = re.compile(
    r"\b(?:by|of|for|from|after|before|without|in|on|against|while|when|with|at|about|like|than)(?: \w+ly)? \Z"
)
"""Before a participle of which the subject of the clause may be no subject: accused of killing."""
_FRONTED = re.compile(r"(?:(?:After|Before|While|By|Having|On) (?:having )?(?:\w+ly )?)?")
"""Before a participle that opens a sentence."""
_REPORTED = re.compile(r"(?:reported|reports|claimed|claims|admitted|boasted of|confirmed) \Z")
"""Before what the subject says that it did itself: "the marines reported killing six"."""
_CLAIM = re.compile(
    r"(?:(?!\b(?:that|which|when|after)\b)[^;:]){0,70}?,? (?:(?:which|that) )?(?:(?:was|were|has been|have been) )?"
    r"(?:later )?(?:claimed|carried out|staged|launched|blamed|planted|fired|laid|mounted|set off|detonated|thrown"
    r"|dropped|organi[sz]ed|led|attributed|hurled|committed|perpetrated)(?: \w+ly)? (?:by|on|to) "
)
_WHOSE = re.compile(
    r"(?: (?:late |early )?(?:\w+day|today|yesterday)\b)?"
    r"(?: (?:on|in|at|near|outside|of|targeting) (?:(?!\b(?:and|that|which|when|by|from|with)\b)[^,;:]){2,60}?)?"
    r" (?:by|from|with|against) "
)
"""Between an event and those whose it was."""
_FOR_WHICH = re.compile(r"(?: [^,;:]{1,50})?,? (?:for )?which ")
_CLAIMED = re.compile(r" (?:(?:has|have|had|later|also) )*(?:claimed|claims?|took|admitted)\b")
"""Around those who claim an event: "the blast, for which X claimed responsibility"."""
_MUTUAL = re.compile(
    r"(?:clash\w*|fighting|battles?|combat|skirmish\w*|encounters?|gun ?-?(?:fights?|battles?)|shoot-?outs?"
    r"|fire-?fights?"
    r"|confrontations?|exchanges? of (?:gun)?fire)\Z",
    re.IGNORECASE,
)
"""Events that are had with someone."""
_CREED = re.compile(
    r"\b((?!(?:Islamist|Terrorist|Extremist|Activist)\b)[A-Z]\w+ist|Houthi|Naxalite|Taliban|Tiger|Shabab) \Z"
)
"""Before an event: a party by its adjective."""
_LED_IN = re.compile(
    r"\b(?:in|by|during|from|of|amid|under|following|after|when|as|while|since|with|over|through)"
    r" (?:(?:an?|the|this|that|their|his|her|its|two|three|several|what \w+ called|days?|weeks?|months?|years?|hours?"
    r"|\d+|of|another|separate|\w+ (?:days|weeks|months|years|hours) of) ?)*(?:[\w'.-]+ ){0,3}\Z",
    re.IGNORECASE,
)
"""Before an event in which harm came to people."""
_LATER = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|since)\b[^,;]*\Z", re.IGNORECASE)
"""Before an event that was over for some time when harm came to people."""
_SINCE = re.compile(r"\b[Ss]ince (?:the |a |an |his |her |its |last |\w+'s )*\Z")
"""Before an event that only says from when on."""
_THAN = re.compile(r"\b(?:since|than|compared)\b", re.IGNORECASE)
"""Between an event and those whom something else harmed."""
_FOUND = re.compile(r"\bbod(?:y|ies)\b|\ball the\b", re.IGNORECASE)
"""Of those whom harm befell some time ago."""
_BORN_TO = re.compile(r"\b(?:bombers?|attackers?|assailants?|gunm[ae]n|hijackers?|snipers?)\Z", re.IGNORECASE)
"""Those of whom anything that they do is the attack: "when the bomber raced his car into the crowd"."""
_IT = re.compile(r"(?:it|this|that)\b", re.IGNORECASE)
_DID = ("attack", "harm", "other")
"""What the verb of a subject says that did something itself."""
_ALONE = re.compile(
    r"(?:[^,;]{0,90}\b(?:said|saying|reported)(?: that)? )?(?:(?:at least|about|some|more than|another|a further"
    r"|up to|nearly|around|in all|also|only|as many as|of these"
    r"|in addition|all|most|an?|the|it|they|and|but|police said|officials said|that|which|this|has|have|had|left) ?)*",
    re.IGNORECASE,
)
_QUIET, _TAIL = 140, 60
"""Characters of a sentence that tells of harm alone, and of what follows the harm there, at most."""
_OTHERWISE = re.compile(r";|\b(?:while|when|after|before|as|since|but|that|which|because|where|said)\b")
"""What parts an attack from those whom it befell."""
_ADDING = re.compile(r", [^,;]{2,60} (?:said|says|reported)(?:, adding)?(?: that)? \Z")
"""Who tells of the harm, between the attack and those whom it befell."""
_SPOKEN_OF = re.compile(
    r"\b(?:on|about|over|against|to|into|lay|laying|plant|planting)(?: [\w-]+)?(?: \w+ly)? \Z", re.IGNORECASE
)
"""Before an event that someone speaks of, turns against or only prepares."""
_RANKED = re.compile(
    r"(?:(?:most|more|deadly|deadliest|bloodiest|biggest|worst|latest|recent|previous|such|separate|similar|same|own"
    r"|first|second|third|fourth|last|next|single|series of) )+",
    re.IGNORECASE,
)
"""Words before a cause that only tell it from others."""
_LONG = 1500
"""Characters of a sentence beyond which it is none, but a table or a list."""
_NEAR = 120
"""Characters between a relative clause and what it is about, at most."""


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

    def new_place(number: int) -> bool:
        """Whether a sentence names a place that the one before it does not."""
        here, before = sentences[number], sentences[number - 1]
        named = {one.attributes.get("value") for one in within(places, before.start, before.end)}
        return any(one.attributes.get("value") not in named for one in within(places, here.start, here.end))

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
        if follows and _is_alone(view, count, here) and not new_place(number):
            _take_over(view, count, here, told(number - 1))
        if count.attributes.get("perpetrator") is None:
            whose = owner(view, count, places, nations, causes)
            if whose is not None:
                count.attributes["perpetrator"] = whose
        _join(view, count, sentences[number], causes)


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
    verb = _verb(view, count, here.sentence.start)
    done = None if verb is None or _NOT_DONE.match(view, verb) else _doer(view, verb, here)
    if not isinstance(done, Subject) or done.how != "pronoun" or view[done.start : done.end].lower() != "they":
        return False
    return not any(one.acts and one.start < done.start for one in here.subjects)


def _give_them(view: str, count: Mention, before: Reading) -> None:
    """Give a count as its perpetrator those who alone acted in the sentence before, and did more than say something."""
    acting = [one for one in before.subjects if one.acts and one.how != "said" and not one.opened]
    if len(acting) == 1 and acting[0].how in _DID and not _is_of_theirs(view, count, acting[0], before):
        _name(view, count, "perpetrator", acting[0].start, acting[0].end, acting[0].link)


def _settle(view: str, count: Mention, here: Reading, last: Mention | None) -> None:
    """Settle the perpetrator and the cause of a count by its own sentence; `last` is the count before it there."""
    verb = _verb(view, count, here.sentence.start)
    done = None
    if verb is not None:
        done = None if _NOT_DONE.match(view, verb) else _doer(view, verb, here)
    if (verb is None or _LOST.match(view, verb)) and not count.attributes.get("perpetrator"):
        done = _attack_beside(view, count, here)
        done = None if done is not None and _is_of_theirs(view, count, done, here) else done
    if isinstance(done, Subject) and done.how == "pronoun":
        _share(count, last)
    elif done is not None:
        _give(view, count, done, here)
    if count.attributes.get("cause") is None:
        event = _event_beside(view, count, here)
        if event is not None:
            _give(view, count, event, here)
    elif count.attributes.get("perpetrator") is None and "cause" in count.captures:
        _give_owner(view, count, count.captures["cause"], here)


def _is_of_theirs(view: str, count: Mention, one: Subject, here: Reading) -> bool:
    """Whether one who acts is of the side of those whom harm befell."""
    return one.acts and here.actors.same_side(str(count.attributes.get("victims")), view[one.start : one.end])


def _verb(view: str, count: Mention, start: int) -> int | None:
    """Where the verb begins by which a subject did the harm; None where it is told as what befell people."""
    at = counted(count)[0]
    harm = count.captures.get("harm") or count.captures.get("whole")
    victims = count.captures.get("victims")
    if harm and victims and victims[1] <= harm[0]:
        return None
    if harm and harm[0] < at:
        return None if _NOMINAL.match(view, harm[0]) else harm[0]
    left = _LEFT.search(view, max(start, at - 40), at)
    return left.start() if left else None


def _doer(view: str, verb: int, here: Reading) -> Subject | Event | None:
    """The subject of a verb of harm: one who acts, or an event."""
    start = here.sentence.start
    direct = next((one for one in here.subjects if one.verb == verb), None)
    if direct is not None:
        return direct if direct.how in _DID else None
    before = [one for one in here.subjects if one.verb < verb]
    word = view[verb : view.find(" ", verb) if view.find(" ", verb) > 0 else None]
    if _FRONTED.fullmatch(view, start, verb) and (follower := _follower(view, verb, here)):
        return follower
    if word.rstrip(",").endswith("ing"):
        if _GOVERNED.search(view, max(start, verb - 24), verb):
            return None
        if before and before[-1].acts and _REPORTED.search(view, before[-1].verb, verb):
            return before[-1]
        if before and not before[-1].acts and before[-1].how == "attack":
            return before[-1]
        if before and before[-1].opened.endswith("which") and before[-1].how == "attack":
            return before[-1]
        main = [one for one in before if not one.opened and one.how != "said"]
        free = main[:1] if main and main[0].how in _DID else [one for one in before if one.how != "said"][-1:]
        return free[0] if free and free[0].how in _DID else None
    if relative := _RELATIVE.search(view, max(start, verb - 40), verb):
        return _antecedent(view, relative.start(), here)
    if _COORDINATED.search(view, max(start, verb - 40), verb):
        free = [one for one in before if one.how != "said"]
        return free[-1] if free and free[-1].how in (*_DID, "pronoun") else None
    return None


def _follower(view: str, verb: int, here: Reading) -> Subject | None:
    """The subject behind a participle that opens the sentence: "Having killed six, the rebels fled"."""
    comma = view.find(", ", verb, here.sentence.end)
    after = [one for one in here.subjects if one.start > verb and not one.opened]
    if comma < 0 or not after or not after[0].acts or after[0].how == "said":
        return None
    lead = view[comma + 2 : after[0].start].lower().strip()
    return after[0] if lead in ("", "the", "a", "an") else None


def _antecedent(view: str, at: int, here: Reading) -> Subject | Event | None:
    """What a relative clause is about: the event before it, else who stands right before it."""
    events = [one for one in here.events if at - _NEAR < one.end <= at]
    if events:
        return events[-1]
    return next((one for one in reversed(here.subjects) if 0 <= at - one.end <= 2), None)


def _attack_beside(view: str, count: Mention, here: Reading) -> Subject | None:
    """Who attacked in a clause beside the one that tells whom harm befell."""
    after = [one for one in here.subjects if one.start >= count.end and one.opened in ("when", "after", "as", "once")]
    if after:
        attacked = after[0].how == "attack" or _BORN_TO.search(view, after[0].start, after[0].end)
        return after[0] if attacked and after[0].how in _DID else None
    before = [one for one in here.subjects if one.verb < count.start and one.how != "said"]
    if not before or before[-1].how != "attack":
        return None
    said = _ADDING.search(view, before[-1].verb, count.start)
    if _OTHERWISE.search(view, before[-1].verb, said.start() if said else count.start):
        return None
    return before[-1]


def _event_beside(view: str, count: Mention, here: Reading) -> Event | None:
    """The event in which harm came to people: after the count before it, the nearest first."""
    start = here.sentence.start
    if count.attributes.get("harm") in ("abducted", "detained"):
        return None
    led = [
        one
        for one in here.events
        if _LED_IN.search(view, max(start, one.start - 60), one.start)
        and not _LATER.search(view, max(start, one.start - 60), one.start)
        and not (is_vague(view[one.start : one.end]) and _SINCE.search(view, max(start, one.start - 30), one.start))
    ]
    after = [one for one in led if one.start >= count.end and ";" not in view[count.end : one.start]]
    if after:
        return after[0]
    before = [one for one in led if one.end <= count.start and not _THAN.search(view, one.end, count.start)]
    return before[-1] if before else _only_event(view, count, here)


def _only_event(view: str, count: Mention, here: Reading) -> Event | None:
    """The one event that a sentence names before the harm, and does not only speak of: two settle nothing."""
    low = counted(count)[0]
    told = [
        one
        for one in here.events
        if one.end <= min(low, count.start)
        and not is_vague(view[one.start : one.end])
        and not _LATER.search(view, max(here.sentence.start, one.start - 60), one.start)
        and not _SPOKEN_OF.search(view, max(here.sentence.start, one.start - 30), one.start)
    ]
    return told[0] if len({view[one.start : one.end].lower().split()[-1] for one in told}) == 1 else None


def _give(view: str, count: Mention, done: Subject | Event, here: Reading) -> None:
    """Give a count who or what did the harm; an event that is someone's names the perpetrator too."""
    if isinstance(done, Subject) and done.acts:
        _name(view, count, "perpetrator", done.start, done.end, done.link)
        return
    _name(view, count, "cause", done.start, done.end, None)
    _give_owner(view, count, (done.start, done.end), here)


def _give_owner(view: str, count: Mention, event: tuple[int, int], here: Reading) -> None:
    """Give a count as its perpetrator those whose the event was: "an ambush by X", "clashes with X", "the X raid"."""
    if count.attributes.get("perpetrator") is not None:
        return
    start, end = event
    limit = here.sentence.end
    for pattern in (_CLAIM, _WHOSE, _FOR_WHICH):
        if found := pattern.match(view, end, limit):
            withal = pattern is _WHOSE and view.endswith((" with ", " against "), end, found.end())
            if withal and not _MUTUAL.search(view, start, end):
                continue
            begin = after_determiner(view, found.end(), limit)
            stop, link = actor_at(view, begin, limit, here.named, here.actors)
            if stop > begin and (pattern is not _FOR_WHICH or _CLAIMED.match(view, stop)):
                _name(view, count, "perpetrator", begin, stop, link)
                return
    if creed := _CREED.search(view, max(here.sentence.start, start - 30), start):
        _name(view, count, "perpetrator", *creed.span(1), None)
        return
    for group in here.named.values():
        if group.kind == "place" and not is_waged(view[start:end], here.causes):
            continue
        if view[group.end : start] in ((" ", "'s ", "' ") if group.kind == "group" else ("'s ",)):
            _name(view, count, "perpetrator", group.start, group.end, group)
            return
    begun = [one for one in here.subjects if one.verb < start]
    own = any(one.start == start for one in here.subjects)
    if begun and not own and begun[-1].acts and begun[-1].how == "attack" and start - begun[-1].verb < _NEAR:
        _name(view, count, "perpetrator", begun[-1].start, begun[-1].end, begun[-1].link)


def _share(count: Mention, last: Mention | None) -> None:
    """Give a count who and what did what is told just before it of the same subject, which is only a pronoun."""
    for name in ("perpetrator", "cause"):
        if last is not None and count.attributes.get(name) is None and last.attributes.get(name) is not None:
            count.attributes[name] = last.attributes[name]
            if name in last.links:
                count.links[name] = last.links[name]


def _name(view: str, count: Mention, name: str, start: int, end: int, link: Mention | None) -> None:
    if count.attributes.get(name) is None:
        count.attributes[name] = view[start:end]
        count.captures = {**count.captures, name: (start, end)}
        if link is not None:
            count.links[name] = link


def _is_alone(view: str, count: Mention, here: Reading) -> bool:
    """Whether a sentence tells of nothing but the harm, or says that it did it: "Nine others were wounded."."""
    start, end = here.sentence.start, here.sentence.end
    if end - start > _QUIET or end - count.end > _TAIL or count.attributes.get("asserted") is False:
        return False
    if count.attributes.get("harm") not in ("killed", "wounded", "missing") or _FOUND.search(
        view, count.start, count.end
    ):
        return False
    if here.events or any(one.how not in ("said", "pronoun") for one in here.subjects):
        return False
    return _ALONE.fullmatch(view, start, min(count.start, counted(count)[0])) is not None


def _take_over(view: str, count: Mention, here: Reading, before: Reading) -> None:
    """Give a count the deed of the sentence before: who alone attacked there, or what alone happened."""
    attacks = [one for one in before.subjects if one.how == "attack" and one.opened != "since"]
    it = _IT.match(view, here.sentence.start) is not None
    attacks = [one for one in attacks if not _is_of_theirs(view, count, one, before)]
    if len(attacks) == 1 and not (it and attacks[0].acts):
        _give(view, count, attacks[0], before)
    if len(before.events) == 1 and (it or not attacks):
        _give(view, count, before.events[0], before)
