"""Clauses: who or what stands at the head of each clause of a sentence, and the events that the sentence names.

No grammar is parsed: a clause can begin after a conjunction, a comma or a verb of saying, and it does where one who can
act, or an event, stands there with a verb behind it. That much tells who did a thing from whom it befell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from factx.document.model import Sentence
from factx.facts import Mention
from factx.resolve.actors import BOTH, OWNER, Actors
from factx.resolve.causes import RUINED, WRECKS, Causes, named_causes

_START = re.compile(
    r"(?P<sub>\b(?:when|after|as|while|where|once|until|because|since|before|in which|during which) )"
    r"|(?P<main>[;:] |\b(?:that|said|says|say|adding|but|reported) |,? and |, | -+ |\u2014 ?|\) |[\"\u201c'] ?)",
    re.IGNORECASE,
)
"""What a clause can begin after."""
_MARK = re.compile(r"[^\w\"'(]+")
"""The mark of an item of a list before its sentence."""
_WHEN = re.compile(
    r"(?:(?:on|in|at|late|early|last|this|earlier) )*(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|yesterday|today|overnight|week|month|year"
    r"|night|morning|dawn)(?: (?:morning|afternoon|evening|night|\d{1,4}))?,? ",
    re.IGNORECASE,
)
"""When it was, before the subject of a clause: "on Friday rebels raided the camp"."""
_DETERMINER = re.compile(
    r"(?:(?:the|an?|some|(?:dozens|hundreds|thousands|scores) of|several|at least|about|around|more than|two|three|four"
    r"|five|six|many|(?:large )?(?:group|number|band|gang|mob)s? of|members of|suspected|unidentified|unknown"
    r"|masked|armed|one of (?:its|their|his|her|the|our)"
    r"|alleged|heavily[- ]armed|another|second|these|those|all|presumed|other|\d[\d,]*) )*",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(r"(?:(?!(?:when|after|as|before|who|that|which|while|where|and|in|by)\b)[\w'-]+ ){0,3}")
_PLURAL = re.compile(
    r"(?:rebel |ethnic )?(?:[A-Z]\w+ )?(?:[A-Z]\w+(?:ists|xals|alites|echens|raelis|tinians)|Houthis|Serbs|Turks"
    r"|Kurds|Arabs"
    r"|Croats|Tigers|Hutus|Tutsis|Tamils|Sikhs|Russians|Americans|Ukrainians|Syrians|Iraqis|Somalis|Eritreans"
    r"|Ethiopians"
    r"|Argentines|Germans|Japanese|British|French|Soviets)\b"
)
"""A people or a party that acts as one: Maoists, Serbs."""
_NICKNAME = re.compile(
    r"[A-Z][a-z]{4,}s\b(?= (?:have |had |has |also )*(?:kill|wound|captur|shot|reported|said|claim))"
)
"""After "the": what those who act are called."""
_PRONOUN = re.compile(r"(?:they|it|he|she|we|i|you|this)\b", re.IGNORECASE)
_WRECK = re.compile(
    rf"(?P<thing>(?:[\w'.-]+ ){{0,3}}?{WRECKS})"
    r"(?P<load> (?:(?:over)?loaded with|carrying|taking|full of|packed with|belonging to|with|they were in)"
    r" [^,;]{2,50}?)? "
    rf"(?P<verb>(?:(?:had|has|have) )?(?:was |were )?{RUINED})\b"
)
"""A thing to which befell what killed people."""
_LADEN = re.compile(
    r"\b(?:[a-z][\w-]+ )?(?:cars?|trucks?|vehicles?|vans?|lorry|lorries|motorcycles?|motorbikes?|boats?|tankers?|bikes?"
    r"|bus|taxi|donkey|drones?) (?:packed|laden|loaded|rigged|filled|stuffed|crammed) with explosives\b"
)
"""A thing that is a bomb."""
_OF_GROUP = re.compile(
    r"(?:'s?)? (?:\w+ )?(?:fighters|militants|insurgents|rebels|gunmen|troops|soldiers|forces|guerrillas|militiamen"
    r"|personnel|infantrymen|paratroop(?:er)?s|snipers|gunmen|cadres|officers|policemen|constables|raiders"
    r"|terrorists|extremists|men|members|militia|commandos|jets|warplanes|aircraft|police|army|marines|loyalists"
    r"|military|navy|air force|government|suicide bombers?|gunners|hitmen)\b"
)
"""After the name of a group or a country: those of it who act."""
_BETWEEN = (
    r"(?: [A-Z][\w'-]+){0,2}(?: \([^)]*\))?"
    r"(?:(?:,| -+) (?!(?:said|says|killing|wounding|leaving|and|but)\b)(?:(?!, (?:killing|wounding|leaving|injuring)\b)"
    r"[^;:]){2,130}?(?:,| -+)"
    r"| (?:from|of|in|on|with|led by|commanded by|under|loyal to|linked to|affiliated (?:to|with)|backed by|armed"
    r" with|wearing|riding|posing as"
    r"|dressed as|disguised as|based in|belonging to|aboard|manning|at|near|allied (?:to|with)|opposed to|battling"
    r"|carrying|driving|inside|outside|across|throughout|against|by|between|loaded with|planted|hidden|fired) "
    r"(?:(?!\b(?:who|when|said|after|that|which|and (?!\w+ (?:has|have|had)\b))\b)[^,;:]){2,80}?)?"
    r"(?:,? (?:who|which|that))? "
)
"""What may stand between a subject and its verb."""
_PREDICATE = re.compile(
    _BETWEEN + r"(?<!\bthe )(?<!\ba )(?<!\bits )"
    r"(?P<aux>(?:(?:have|has|had|also|then|later|earlier|reportedly|allegedly|again|recently|simultaneously"
    r"|first|once|\w+ly) )*)"
    r"(?:(?P<passive>(?:was|were|is|are|been|being|be|came under|come under)\b(?! (?:in|on|out|able|forced|behind"
    r"|responsible|near|at)\b))"
    r"|(?P<said>(?:said|says|say|told|announced|reported|confirmed|claimed|denied|added|warned|described|blamed)\b)"
    r"|(?P<attack>(?:attack|ambush|storm|raid|shell|bomb|bombard|target|assault|massacr|butcher|pound|blast"
    r"|torch|besieg|retaliat|detonat|launch|invad|seiz|captur|explod|stag|erupt|hurl|lobb|ramm|dropp|stabb|strafe"
    r"|rampag|spray|plant|hijack|hack|charg|plow|plough|mount|wag|destroy|torpedo|crash|collaps|capsiz"
    r"|overturn|ripp"
    r"|slamm?|smash|intercept|machine-gunn|burn)(?:ed|es|s|e|d)?|open(?:ed|s)? (?:up|fire)|fire[ds]?|hit|tore|sank"
    r"|struck|strikes?|threw|shot|burst|overr[au]n|blew|blown|blows|burnt|set|fought back|went off|broke out"
    r"|carried out"
    r"|cracked down|swept|hits)\b"
    r"|(?P<harm>(?:kill|wound|injur|murder|abduct|kidnapp|arrest|detain)(?:ed|e?s)?\b)"
    r"|(?P<other>(?:was|were|is|are|\w{2,}ed|fought|broke|drove|took|left|leaves|fled|went|came|began|kept|held"
    r"|sent|lost|fell|dug|rose"
    r"|won|met|made|gave|caught|ran|takes?|cut|put|saw|sees|grew|claims?|retook|shut|lay|led|has|have|had)\b))"
)
"""What may stand behind a subject, and its verb by what it says: done to it, said by it, attack, harm or other."""
_HOW = ("passive", "said", "attack", "harm", "other")
_VERBAL = re.compile(
    r"\b(?:to|will|would|could|may|might|can|should|not|who|they|open(?:ed|ing|s)?|returned|under|catching|caught) \Z",
    re.IGNORECASE,
)
"""Before what is a verb and no event, or a part of another phrase: opened fire."""
_BASE = re.compile(
    r"attack|raid|ambush|bomb|storm|shell|fire|strike|fight|clash|battle|blast|protest|riot|crash|murder"
)
_MANY_DO = re.compile(r"(?:\w(?<!s)s|men|police|troops) \Z", re.IGNORECASE)
"""Before the base of a verb: many who do it, as headlines tell ("gunmen attack clinic")."""
_NO_EVENT = re.compile(
    r"(?:'s)?[ -](?:victims?|suspects?|helicopters?|fighters?|planes?|ships?|department|brigade|stations?"
    r"|survivors?|plots?"
    r"|crews?|engines?|hydrants?|extinguishers?|trucks|drills?|alarms?|threats?|warnings?|zones?|crimes?|investigat\w+|efforts?|veterans?|tactics?|squads?|aircraft|guns?|capabilit\w+"
    r"|(?:management |relief |response |control )?(?:agency|agencies|authority|authorities|ministry|minister|service"
    r"|body)"
    r"|expert|experts|monitors?|observers?|disposal|belt|vests?|posts?|base|bases|tunnels?)\b"
)
_NOT_OF = re.compile(
    r"\b(?:despite|condemn\w*|prevent\w*|avoid\w*|ahead of|plan(?:ned|ning)?|foil\w*|thwart\w*|call(?:ed|s|ing)? for"
    r"|halt\w*|investigat\w+|probe into|threat\w*|repuls\w+|repell?\w+|fear(?:s|ed|ing)?|accus\w+|deni\w+|armed with"
    r"|carry(?:ing)?|carried|stockpiles? of|loaded with|like|similar|investigation|probe|mark\w*|anniversary of)"
    r"(?: (?:the|an?|any|further|more|new|another|its|their|of|into))*(?: [\w'-]+){0,2} \Z",
    re.IGNORECASE,
)
"""Before an event that did no harm, or another harm than what is told."""
_PART_OF_NAME = re.compile(
    r"(?:\b(?:suicide|roadside|rebel|insurgent|militant|terrorist|ethnic|sectarian|tribal|car|truck|military|army"
    r"|police|air"
    r"|ground|sea|artillery|mortar|rocket|missile|drone|gas|apartment|train|bus|market|mass|land|israeli|russian"
    r"|motorcycle|boat|ferry|plane|helicopter|vehicle|road|traffic|house|factory|mine|prison|school|drug|gang|civil)"
    r" ){1,2}\Z",
    re.IGNORECASE,
)
"""Words that are part of the name of an event before its noun."""


class Event(msgspec.Struct, frozen=True, order=True):
    """A noun of the causes' lexicon, with the words of its name."""

    start: int
    end: int


class Subject(msgspec.Struct, frozen=True):
    """Who or what stands at the head of a clause."""

    start: int
    end: int
    verb: int
    """Where its verb begins."""
    how: str
    """What its verb says: passive, said, attack, harm or other; pronoun where none says who it is."""
    opened: str
    """The conjunction that opens a subordinate clause, "" for a main one."""
    acts: bool
    """Whether it is one who can act, and no event."""
    link: Mention | None


class Reading(msgspec.Struct, frozen=True):
    """The subjects and the events of a sentence, in order."""

    sentence: Sentence
    subjects: list[Subject]
    events: list[Event]
    named: dict[int, Mention]
    """The groups and countries that can act, by where they start."""
    causes: Causes
    actors: Actors


def read(
    view: str,
    sentence: Sentence,
    near: Sequence[Mention],
    people: Sequence[tuple[int, int]],
    causes: Causes,
    actors: Actors,
) -> Reading:
    """Read a sentence; none of `people`, whom harm befell, is a subject. `near` are those named in it who can act."""
    named = {one.start: one for one in near}
    events = [one for one in _events(view, sentence, causes) if not _overlaps(one, people)]
    subjects: dict[int, Subject] = {}
    for begin, opened in _openings(view, sentence):
        found = _subject(view, begin, sentence.end, opened, named, events, actors)
        if found and not _overlaps(found, people):
            subjects.setdefault(found.start, found)
    verbs = {one.verb for one in subjects.values()}
    acting = [(one.start, one.end) for one in subjects.values() if one.acts]
    events = [one for one in events if one.start not in verbs and not _overlaps(one, acting)]
    return Reading(sentence, [subjects[at] for at in sorted(subjects)], events, named, causes, actors)


def actor_at(
    view: str, start: int, limit: int, named: Mapping[int, Mention], actors: Actors
) -> tuple[int, Mention | None]:
    """Where the name of one who acts ends that starts at a place, and the group that it names; `start` where none."""
    link = named.get(start)
    if link is not None and (found := _OF_GROUP.match(view, link.end, limit)):
        return found.end(), link if link.kind == "group" else None
    if found := actors.actor.match(view, start, limit):
        return found.end(), link if link and link.kind == "group" and link.end <= found.end() else None
    if link is not None:
        return link.end, link
    found = _PLURAL.match(view, start, limit) or actors.deed.match(view, start, limit)
    if found is None and view.endswith(("the ", "The "), 0, start):
        found = _NICKNAME.match(view, start, limit)
    return (found.end(), None) if found else (start, None)


def after_determiner(view: str, start: int, limit: int) -> int:
    """Where a noun phrase begins behind its articles and numbers."""
    found = _DETERMINER.match(view, start, limit)
    return found.end() if found else start


def _overlaps(one: Event | Subject, people: Sequence[tuple[int, int]]) -> bool:
    return any(low < one.end and one.start < high for low, high in people)


def _openings(view: str, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Where the clauses of a sentence can begin, and with what conjunction each subordinate one opens."""
    mark = _MARK.match(view, sentence.start, sentence.end)
    openings = [(mark.end() if mark else sentence.start, "")]
    for found in _START.finditer(view, sentence.start, sentence.end):
        openings.append((found.end(), (found["sub"] or "").strip().lower()))
    for begin, opened in openings:
        when = _WHEN.match(view, begin, sentence.end)
        yield (when.end() if when else begin), opened


def _events(view: str, sentence: Sentence, causes: Causes) -> list[Event]:
    """The events and the weapons that a sentence names, each by its longest name."""
    laden = [found.span() for found in _LADEN.finditer(view, sentence.start, sentence.end)]
    out = [Event(*span) for span in laden]
    for start, end in named_causes(view, sentence.start, sentence.end, causes):
        if not (
            any(low <= start and end <= high for low, high in laden)
            or (_BASE.fullmatch(view, start, end) and _MANY_DO.search(view, max(sentence.start, start - 12), start))
            or _VERBAL.search(view, max(sentence.start, start - 12), start)
            or _NO_EVENT.match(view, end)
            or _NOT_OF.search(view, max(sentence.start, start - 60), start)
        ):
            named = _PART_OF_NAME.search(view, max(sentence.start, start - 30), start)
            out.append(Event(named.start() if named else start, end))
    return sorted(out)


def _subject(
    view: str,
    begin: int,
    limit: int,
    opened: str,
    named: Mapping[int, Mention],
    events: Sequence[Event],
    actors: Actors,
) -> Subject | None:
    """The subject of a clause that begins at a place: one who acts, or an event, with a verb behind."""
    start = after_determiner(view, begin, limit)
    if found := _PRONOUN.match(view, start, limit):
        return Subject(start, found.end(), found.end() + 1, "pronoun", opened, False, None)
    if found := _WRECK.match(view, start, limit):
        end = found.end("thing") if found["load"] else found.end()
        return Subject(start, end, found.start("verb"), "attack", opened, False, None)
    end, link = actor_at(view, start, limit, named, actors)
    acts = end > start
    civil = None if acts else actors.civil.match(view, start, limit)
    if (
        civil
        and (predicate := _PREDICATE.match(view, civil.end(), limit))
        and (predicate["attack"] or predicate["harm"])
    ):
        end, acts = civil.end(), True
    if not acts:
        event = next((one for one in events if one.start >= start), None)
        if event is None or not _ADJECTIVES.fullmatch(view, start, event.start):
            return None
        start, end = event.start, event.end
    elif OWNER.match(view, end) or BOTH.search(view, max(0, begin - 60), begin):
        return None
    predicate = _PREDICATE.match(view, end, limit)
    if predicate is None:
        return None
    how = next(name for name in _HOW if predicate[name])
    if link is not None and link.kind == "place" and link.end == end:
        near = predicate.start("aux") == end + 1 and not view.endswith(" and ", 0, begin)
        if not near or how not in ("attack", "harm"):
            return None
    return Subject(start, end, predicate.end("aux"), how, opened, acts, link)
