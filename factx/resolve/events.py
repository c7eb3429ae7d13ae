"""Events: counts that are told again, tolls that follow one another, totals and tolls that contradict each other.

Two counts are of one event where harm and value agree and neither place, date, cause nor victims speak against it.
Counts that differ are tolls of one event only where the text says so: one is told as the older or the newer toll
("up from 12", "rose to 19"), a headline and its lead tell it, or both name the same place and the same day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise

import msgspec

from factx.document.model import Document, Notice
from factx.facts import Mention
from factx.resolve.causes import Causes

_RECENT = 12
"""Events of one harm that a count is held against, the latest first, and tellings of each: what lies further back is
another story, and a text that tells one thing ten thousand times takes no more than so many steps for each."""
_LEAD = 3
"""Sentences after the headline that tell its event again."""
_MANY = 4
"""People from whom on two equal counts are of one event by more than chance."""
_NEAR = 0.4
"""Degrees within which two towns may be one place, told once by its suburb."""
_LEAP = 3
"""How many times a toll that has risen another one can be and still be of its event."""
_AROUND = 70
"""Characters before a count in which the words stand that tell its order."""
_OLDER = re.compile(
    r"\b(?:from(?: (?:just|only|a|an|the))?"
    r"|(?:earlier|initial|previous|preliminary|original|first|provisional) (?:[\w-]+ )?"
    r"(?:toll|figure|count|estimate|report|number|total)s?\b[^.;:]{0,50}"
    r"|(?:initially|previously|originally|at first|(?:had|have|has) earlier)\b[^.;:,]{0,60}) \Z"
)
_OLDER_AFTER = re.compile(
    r"[^.;:,]{0,30},? (?:(?:was|were|as) )?(?:(?:given|announced|reported|stated|put) )?"
    r"(?:earlier|initially|previously|at first|originally)\b"
)
_NEWER = re.compile(
    r"\b(?:ris(?:en?|es|ing)|rose|climb\w*|jump\w*|increas\w*|gr(?:ew|own|ows|owing)|soar\w*|swell\w*|swollen|mount\w*"
    r"|revis\w+|updat\w+|rais\w+|lower\w+|reduc\w+|cut|dropp?\w*|fell|fallen|falls|bring\w*|brought|taking|took|push\w+"
    r"|edged|crept|ticked|inched|went up|gone up|doubl\w+|(?:has|have|had) reached|now|latest|new (?:death )?toll"
    r"|passe[sd]|topped|tops|surpass\w+|exceed\w*|later died|more bodies)\b"
)
_PASSED = re.compile(r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|pass(?:es|ed)) \Z")
_LOWERED = re.compile(r"\b(?:lower\w+|reduc\w+|cut|dropp?\w*|fell|fallen|falls)\b")
_REST = re.compile(r"\b(?:another|others?|more(?! than)|additional|further|extra)\b", re.IGNORECASE)
"""What says that a count comes on top of others."""
_OTHER = re.compile(
    r"\b(?:another \w+|separate(?:ly)?|second|third|elsewhere|meanwhile|similar(?:ly)?|same day|in all|altogether|each"
    r"|every|(?:previous|other|earlier|several|recent|two|three|series of) (?:[\w-]+ )?"
    r"(?:attack|bomb|blast|raid|strike|clash|explosion)\w*"
    r"|this (?:year|month|week)|last (?:year|month|week)|years?|months|decades?|days|since (?:\d{4}|the)|war|conflict"
    r"|insurgency|campaign|attacks|bombings|blasts|explosions|raids|ambushes)\b",
)
"""What says that a sentence tells of another event, of several, or of a long time."""
_PEOPLE = frozenset({"people", "person", "persons", "victims", "dead", "bodies", "lives", "deaths"})
"""The heads of noun phrases that say nothing of those who were harmed."""
_APART = (
    frozenset({"women", "men", "children", "boys", "girls", "woman", "man", "child", "boy", "girl", "infants"}),
    frozenset(
        {"soldiers", "civilians", "police", "policemen", "officers", "rebels", "militants", "insurgents", "fighters"}
        | {"guerrillas", "troops", "peacekeepers", "gunmen", "soldier", "civilian", "policeman", "officer", "guards"}
    ),
)
"""Sets of victims of which no one is two."""
_LISTED = re.compile(r",? (?:and )?(?:at least )?")
_ARTICLE = re.compile(r"(?:an?|another)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:toll|number|count|figure|total)\b", re.IGNORECASE)


OLDER, NEWER, LOWER = -1, 1, 2
"""How a toll is told: as the one before, as one that rose, as one that was lowered."""


class _Told(msgspec.Struct, frozen=True):
    """A count with what its place in the text says of it."""

    toll: Mention
    sentence: int
    position: int
    """How many sentences of the text proper there are up to its own: 0 in the headline."""
    head: str
    """The noun of those harmed, "" where it says nothing of them."""
    cause: str | None
    order: int
    """OLDER, NEWER or LOWER, 0 where nothing is said."""
    part: bool
    """Whether it is one of many, or comes on top of others."""
    apart: bool
    """Whether its sentence tells of another event than those before, of several, or of a long time."""
    called: bool
    """Whether it is called a toll or a number of dead."""


def order_events(document: Document, mentions: Sequence[Mention], causes: Causes) -> None:
    """Give counts that are one event's the same `event`, number its successive tolls, warn of what does not add up.

    `causes` gives the class of a cause of harm in lower case.
    """
    counts = sorted(
        (one for one in mentions if one.kind == "casualty" and one.attributes.get("harm")), key=lambda one: one.start
    )
    if not counts:
        return
    _pass(document.view, counts)
    told = list(_tell(document, counts, causes))
    _check_parts(document, told)
    events: list[list[_Told]] = []
    recent: dict[str, list[list[_Told]]] = defaultdict(list)
    for one in told:
        if not _is_toll(one.toll):
            continue
        ours = recent[_harm(one)]
        home = next((event for event in reversed(ours) if _again(_held(event), one)), None) or next(
            (event for event in reversed(ours) if _follows(document, _held(event), one)), None
        )
        if home is None:
            home = []
            events.append(home)
            ours.append(home)
            del ours[:-_RECENT]
        home.append(one)
    for number, event in enumerate(events, 1):
        for one in event:
            one.toll.attributes["event"] = f"e{number}"
        _order(document, event)
        _share(event)


def _pass(view: str, counts: Sequence[Mention]) -> None:
    """Let the figures that a toll has passed be the least that it can be: "the toll topped 300"."""
    for count in counts:
        at = count.captures.get("count", (count.start, 0))[0]
        if count.attributes.get("modifier") == "exact" and _PASSED.search(view, count.start, at):
            count.attributes.update(modifier="more_than", max=None)


def _tell(document: Document, counts: Sequence[Mention], causes: Causes) -> Iterator[_Told]:
    view, sentences = document.view, document.sentences
    numbers = [bisect_right(sentences, count.start, key=lambda one: one.start) - 1 for count in counts]
    positions = list(accumulate(one.section == "body" for one in sentences))
    orders = [
        _order_of(view, *_counted(count), sentences[at].start, sentences[at].end)
        for at, count in zip(numbers, counts, strict=True)
    ]
    told = list(zip(numbers, counts, orders, strict=True))
    beside = Counter((at, count.attributes["harm"]) for at, count, order in told if not order and _is_toll(count))
    last, apart = -1, False
    for at, count, order in told:
        if at != last:
            last, apart = at, _OTHER.search(view[sentences[at].start : sentences[at].end].lower()) is not None
        words = str(count.attributes.get("victims") or "").lower().split()
        head = words[-1] if words else ""
        begin, stop = _counted(count)
        yield _Told(
            count,
            at,
            positions[at],
            "" if head in _PEOPLE else head,
            causes.of(count),
            order,
            (not order and beside[at, count.attributes["harm"]] > 1)
            or _ARTICLE.match(view, begin) is not None
            or _REST.search(view, begin, stop) is not None,
            apart,
            _TOLL.search(view, *count.captures.get("harm", (0, 0))) is not None,
        )


def _counted(count: Mention) -> tuple[int, int]:
    """The span of the number and of those that it counts."""
    return count.captures.get("people") or count.captures.get("count") or (count.start, count.end)


def _order_of(view: str, at: int, stop: int, start: int, end: int) -> int:
    """The order of what is counted from `at` to `stop`: older, newer or lower than another toll, or nothing said."""
    before = view[max(start, at - _AROUND) : at].lower()
    if _OLDER.search(before) or _OLDER_AFTER.match(view, stop, end):
        return OLDER
    before = before[before.rfind(";") + 1 :]
    if _LOWERED.search(before):
        return LOWER
    return NEWER if _NEWER.search(before) else 0


def _is_toll(count: Mention) -> bool:
    said = count.attributes
    return said.get("asserted") is not False and not said.get("part_of_total") and said.get("value") is not None


def _harm(one: _Told) -> str:
    return str(one.toll.attributes["harm"])


def _value(one: _Told) -> float:
    return float(one.toll.attributes["value"])


def _held(event: list[_Told]) -> list[_Told]:
    """The tellings of an event that another is held against: the first, and the latest."""
    return event if len(event) <= _RECENT else [event[0], *event[1 - _RECENT :]]


def _again(event: list[_Told], one: _Told) -> bool:
    """Whether a count has been told before: the same value, and nothing that speaks against it."""
    return any(_value(one) == _value(other) for other in event) and not any(_conflict(one, other) for other in event)


def _follows(document: Document, event: list[_Told], one: _Told) -> bool:
    """Whether a count that differs from those of an event is another toll of it."""
    last = event[-1]
    if one.part or one.apart or any(other.part or other.apart or _conflict(one, other) for other in event):
        return False
    if not (one.called and not one.head) and any(one.head != other.head for other in event):
        return False
    if one.order or last.order:
        if any(_backward(one, other) or _backward(other, one) for other in event):
            return False
        near = one.position - last.position <= _LEAD or one.called
        return near or _agree(one, last, "place") or _agree(one, last, "date")
    if one.sentence == last.sentence:
        return False
    if document.sentences[event[0].sentence].section == "title" and one.position <= _LEAD:
        return True
    return _agree(one, last, "place") and _agree(one, last, "date") and not _new(document, one)


def _backward(one: _Told, other: _Told) -> bool:
    """Whether one toll is told as older although it is larger than the other, or as risen although far smaller."""
    if one.order == NEWER and not other.order and _value(other) > _LEAP * _value(one):
        return True
    if one.order != OLDER or other.order in (OLDER, LOWER) or one.sentence == other.sentence:
        return False
    return _value(one) > _value(other)


def _new(document: Document, one: _Told) -> bool:
    """Whether a count's sentence tells of its cause as of something new: a car bomb."""
    cause = one.toll.attributes.get("cause")
    if cause is None:
        return False
    sentence = document.sentences[one.sentence]
    before, found, _ = document.view[sentence.start : sentence.end].lower().partition(cause.lower())
    return bool(found) and not {"a", "an"}.isdisjoint(before.split()[-2:])


def _agree(one: _Told, other: _Told, name: str) -> bool:
    mine = one.toll.attributes.get(name)
    return mine is not None and mine == other.toll.attributes.get(name)


def _conflict(one: _Told, other: _Told) -> bool:
    """Whether place, date, cause or victims say that two counts are of different events."""
    if one.head and other.head and one.head.rstrip("s") != other.head.rstrip("s"):
        return True
    if one.cause and other.cause and one.cause != other.cause and "ground" not in (one.cause, other.cause):
        return True
    mine, theirs = one.toll.attributes.get("date"), other.toll.attributes.get("date")
    if mine and theirs and not (one.called or other.called or mine.startswith(theirs) or theirs.startswith(mine)):
        return True
    return _elsewhere(one.toll, other.toll)


def _elsewhere(one: Mention, other: Mention) -> bool:
    """Whether two counts are of different places, neither of which lies within the other."""
    mine, theirs = one.attributes.get("place"), other.attributes.get("place")
    if mine is None or theirs is None or mine == theirs:
        return False
    if "place" not in one.links or "place" not in other.links:
        return True
    here, there = one.links["place"].attributes, other.links["place"].attributes
    if here.get("country") != there.get("country"):
        return True
    features = (here.get("feature"), there.get("feature"))
    if "country" in features or ("region" in features and here.get("admin1") == there.get("admin1")):
        return False
    spans = [(here.get(name), there.get(name)) for name in ("lat", "lon")]
    return any(ours is None or its is None or abs(ours - its) > _NEAR for ours, its in spans)


def _order(document: Document, event: list[_Told]) -> None:
    """Number the tolls of an event from the oldest on, where the text tells their order; else warn if they differ.

    Tolls rise, but for those that are lowered.
    """
    marks: dict[float, int] = {}
    for one in event:
        marks[_value(one)] = marks.get(_value(one)) or one.order
    if len(marks) < 2:
        return
    if _warn_of_tolls(document, [one for one in event if not marks[_value(one)]]) or not any(marks.values()):
        return
    fell = LOWER in marks.values() or any(marks[value] == OLDER for value in sorted(marks)[1:])
    ranked = sorted(marks, key=lambda value: (marks[value] if fell else 0, value))
    for one in event:
        one.toll.attributes["toll"] = 1 + ranked.index(_value(one))


def _share(event: list[_Told]) -> None:
    """Let the counts of an event that leave its place, its cause or who did it unsaid have them from the first to say.

    Small numbers of people are too often the same by chance.
    """
    if min(map(_value, event)) < _MANY:
        return
    for name in ("place", "cause", "perpetrator"):
        tellers: dict[str, Mention] = {}
        for one in event:
            if one.toll.attributes.get(name):
                tellers.setdefault(one.head, one.toll)
        for one in event:
            teller = tellers.get(one.head)
            if teller is not None and one.toll.attributes.get(name) is None:
                one.toll.attributes[name] = teller.attributes[name]
                if name in teller.links:
                    one.toll.links[name] = teller.links[name]


def _warn_of_tolls(document: Document, event: list[_Told]) -> bool:
    """Warn of the first two tolls of an event that cannot both be right; whether there are such."""
    ranges: dict[tuple[float, float], _Told] = {}
    for one in event:
        ranges.setdefault(_range(one.toll), one)
    for (mine, first), (theirs, second) in combinations(ranges.items(), 2):
        if max(mine[0], theirs[0]) > min(mine[1], theirs[1]):
            message = f"two tolls for one event: {_value(first):,g} and {_value(second):,g}"
            document.warnings.append(Notice("toll-mismatch", message, first.toll.start, second.toll.end))
            return True
    return False


def _range(count: Mention) -> tuple[float, float]:
    """The least and the most that a count can mean; a figure that is about right is within a fifth of it."""
    said = count.attributes
    least, most = said.get("min"), said.get("max")
    if said.get("modifier") == "approx":
        return 0.8 * said["value"], 1.2 * said["value"]
    return (0 if least is None else least), (float("inf") if most is None else most)


def _check_parts(document: Document, told: Sequence[_Told]) -> None:
    """Warn of totals that parts of theirs contradict."""
    whole: _Told | None = None
    parts: list[_Told] = []
    for one in told:
        if not one.toll.attributes.get("part_of_total"):
            if whole is not None:
                _check_sum(document, whole, parts)
            whole, parts = one, []
        elif whole is not None and (one.sentence, _harm(one)) == (whole.sentence, _harm(whole)):
            parts.append(one)
    if whole is not None:
        _check_sum(document, whole, parts)


def _check_sum(document: Document, whole: _Told, parts: list[_Told]) -> None:
    """Warn where a part is larger than its total, or parts that share no one add up to more."""
    if not parts or whole.part or whole.toll.attributes.get("value") is None:
        return
    runs = [parts[:1]]
    for first, second in pairwise(parts):
        between = document.view[_counted(first.toll)[1] : _counted(second.toll)[0]]
        if any({first.head, second.head} <= others for others in _APART) and _LISTED.fullmatch(between):
            runs[-1].append(second)
        else:
            runs.append([second])
    total = _range(whole.toll)[1]
    for run in runs:
        least = sum(_range(one.toll)[0] for one in run if one.toll.attributes.get("value") is not None)
        if least > total:
            of = "a part" if len(run) == 1 else "parts"
            message = f"{of} of {least:,g} is more than the total of {total:,g}"
            document.warnings.append(Notice("toll-mismatch", message, whole.toll.start, run[-1].toll.end))
