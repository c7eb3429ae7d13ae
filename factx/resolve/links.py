"""Links: the place and the date of a count, and what coordinated counts share, where no rule's construction says them.

What is not found stays empty: a wrong attribute is worse than none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from operator import attrgetter

import msgspec

from factx.document.model import Document
from factx.facts import Mention
from factx.resolve.actors import Actors
from factx.resolve.causes import Causes
from factx.resolve.days import DAY, date_of, day_apart, day_before, usable_days
from factx.resolve.locatives import led_as, led_places, place_within, unlisted_place
from factx.resolve.scenes import BREAK, COUNTS, Scene, clause_of, goes_on, is_of_before
from factx.resolve.whereabouts import find_place, name_before

_READ = frozenset({"place", "date", "person", *COUNTS})
"""The kinds of mention that are read here."""
_SHORT = 3
"""Letters of abbreviations, which stand in capitals everywhere: UAE."""
_BESIDE = re.compile(
    r"[^;.]{0,80}?,? (?:and|while|with)(?: (?:at least|another|some|about|the|more than))? ", re.IGNORECASE
)
"""Between a count and one of the clause beside it: "six were hurt in the raid, and two others were abducted"."""
_ONE_DEED = (("killed", "wounded", "missing"), ("abducted",))
"""Harms that the same deed does."""
_NEARBY = 4
"""Sentences back in which the place is told that "the town" means."""
_SILENT = 3
"""Sentences back in which the harm can be told that a count points back to."""
_JOINED = re.compile(
    r"(?:, (?:most|many|some|all|including|mostly|mainly|among) [^,.;]{3,60}(?=, ))?"
    r"[\s,]*(?:(?:and|or|as well as|plus|with|while leaving|leaving)\b)?[\s,]*(?:(?:another|a further|the|at least|also"
    r"|(?:one of )?(?:his|her|their|its)|about|\w+ly|were|was|some|late|early|on|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)\b[\s,]*){0,3}(?:and\b\s*)?(?:\w+ly )?",
    re.IGNORECASE,
)
"""Between two counts that the same deed befell: "killed six soldiers and seriously wounded two others"."""


def link_counts(document: Document, mentions: Sequence[Mention], causes: Causes, actors: Actors) -> None:
    """Give the counts of a document their place and date, and what they share with those beside them, in place.

    `causes` gives the class of a cause of harm, in lower case: what happened where the sentence before says; `actors`
    who can do harm, and of which side.
    """
    if not any(one.kind in COUNTS for one in mentions):
        return
    view, sentences = document.view, document.sentences
    within = _by_sentence(document, [one for one in mentions if one.kind in _READ])
    for number, inside in enumerate(within):
        counts = [one for one in inside if one.kind in COUNTS]
        if not counts:
            continue
        sentence = sentences[number]
        before = sentences[number - 1] if number else None
        next_to = Scene(
            view,
            sentence,
            inside,
            [one for one in inside if one.kind == "place"],
            [match.start() for match in BREAK.finditer(view, sentence.start, sentence.end)],
            before,
            within[number - 1] if number else [],
            before is not None and before.paragraph == sentence.paragraph,
            [one for back in within[max(0, number - _NEARBY) : number] for one in back if one.kind == "place"],
            causes,
        )
        dates = usable_days(view, inside)
        further = _further_back(document, within, number, next_to)
        named: dict[tuple[int, int], str | None] = {}
        led_by: dict[str, list[Mention]] = {}
        for count in counts:
            scene = further if further and count.kind == "casualty" and is_of_before(further, count) else next_to
            if count.attributes.get("place") is None:
                how = led_as(count)
                if how not in led_by:
                    led_by[how] = led_places(view, how, scene.places, sentence.start)
                led = led_by[how]
                low, high = clause_of(count, scene.breaks)
                here = None
                if count.kind == "casualty" and not any(low <= one.start < high for one in led):
                    here = _named(scene, low, high, named)
                place = find_place(scene, count, led, mentions) if here is None else None
                if here is not None:
                    count.attributes["place"] = here
                elif place is None and not led:
                    there = _named(scene, sentence.start, sentence.end, named)
                    count.attributes["place"] = there or name_before(scene, count)
                if place is not None:
                    inside_it = place_within(scene, place)
                    if inside_it is None:
                        _link(count, "place", place, _name(place))
                    else:
                        count.attributes["place"] = inside_it
            if count.attributes.get("date") is None:
                date = date_of(view, count, dates, scene.breaks, sentence.start)
                if date is None and not dates and count.kind == "casualty":
                    date = day_before(scene, count)
                apart = (
                    day_apart(view, count, dates, scene.breaks, sentence.start) if count.kind == "casualty" else None
                )
                if apart is not None:
                    count.attributes["date"] = apart
                elif date is not None:
                    _link(count, "date", date, DAY.match(date.attributes["value"])[0])  # type: ignore[index]
            if scene.before is not None and count.kind == "casualty" and is_of_before(scene, count):
                _share_deed(scene, count, actors)
        _share(view, [one for one in counts if one.kind == "casualty"])


def _further_back(document: Document, within: Sequence[list[Mention]], number: int, scene: Scene) -> Scene | None:
    """The scene after a sentence further back, which told of harm, where those between tell of nothing and of nowhere:
    someone claimed it, someone spoke."""
    for at in range(number - 1, max(-1, number - 1 - _SILENT), -1):
        before = document.sentences[at]
        if before.section != scene.sentence.section:
            return None
        there = any(one.kind == "place" for one in within[at])
        back = msgspec.structs.replace(scene, before=before, earlier=within[at], near=at == number - 1 and scene.near)
        if any(one.kind == "casualty" for one in within[at]) or (there and back.befell):
            return back if at < number - 1 else None
        if there:
            return None
    return None


def _share_deed(scene: Scene, count: Mention, actors: Actors) -> None:
    """Let a count that points back share the cause and the perpetrator that those before it agree on: two others died.

    None is harmed by those of his own side, nor by those who fought off attackers, nor held by whoever killed others.
    """
    harms = next((harms for harms in _ONE_DEED if count.attributes.get("harm") in harms), ())
    told = [one for one in scene.told if one.kind == "casualty" and one.attributes.get("harm") in harms]
    if not told or not goes_on(scene, count):
        return
    attacked = scene.before is not None and actors.attacks(scene.view[scene.before.start : scene.before.end])
    for name in ("cause", "perpetrator"):
        values = {one.attributes.get(name) for one in told}
        value = next(iter(values))
        if len(values) > 1 or value is None:
            continue
        fought_off = attacked and not actors.attacks(value)
        if name == "cause" or not (fought_off or actors.same_side(str(count.attributes.get("victims")), value)):
            _share_one(told[0], count, name)


def _named(scene: Scene, low: int, high: int, known: dict[tuple[int, int], str | None]) -> str | None:
    """The place named between two points that no gazetteer knows; each stretch of a sentence is read once."""
    stretch = max(low, scene.sentence.start), min(high, scene.sentence.end)
    if stretch not in known:
        known[stretch] = unlisted_place(scene, *stretch)
    return known[stretch]


def _name(place: Mention) -> str:
    """A place as it is written, but not in capitals throughout as datelines have it."""
    written = str(place.attributes.get("name") or place.attributes["value"])
    return written.title() if len(written) > _SHORT and written.isupper() else written


def _link(count: Mention, name: str, mention: Mention, value: str) -> None:
    count.attributes[name] = value
    count.links[name] = mention


def _share(view: str, counts: list[Mention]) -> None:
    """Let casualties that stand joined share the cause, the perpetrator, the place and the date of their deed."""
    for one, other in [*itertools.pairwise(counts), *itertools.pairwise(counts[::-1])]:
        first, second = (one, other) if one.start <= other.start else (other, one)
        if first.end < second.start and not _JOINED.fullmatch(view, first.end, second.start):
            if one is first and _BESIDE.fullmatch(view, first.end, second.start) and _same_scene(first, second):
                _share_one(first, second, "cause")
            continue
        fled = [one.attributes.get("harm") == "displaced" for one in (first, second)]
        names = ["cause", "date"] if fled[0] != fled[1] else ["cause", "place", "date"]
        if first.end > second.start or _harm_first(second) or not _harm_first(first):
            names.append("perpetrator")
        for name in names:
            _share_one(one, other, name)


def _share_one(one: Mention, other: Mention, name: str) -> None:
    """Let a count have what another is said to have, unless it has its own."""
    if other.attributes.get(name) is None and one.attributes.get(name) is not None:
        other.attributes[name] = one.attributes[name]
        if name in one.links:
            other.links[name] = one.links[name]


def _same_scene(one: Mention, other: Mention) -> bool:
    """Whether neither place nor day nor harm says that two counts are of different events."""
    harms = {one.attributes.get("harm"), other.attributes.get("harm")}
    alike = all(one.attributes.get(name) == other.attributes.get(name) for name in ("place", "date"))
    return alike and harms <= {"killed", "wounded", "missing", "abducted"}


def _harm_first(count: Mention) -> bool:
    """Whether the harm is told before those it befell ("killed six"): a count that comes first is a subject itself."""
    harm = count.captures.get("harm")
    return harm is not None and harm[0] == count.start


def _by_sentence(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    out: list[list[Mention]] = [[] for _ in document.sentences]
    at = 0
    for mention in sorted(mentions, key=attrgetter("start")):
        while at + 1 < len(document.sentences) and document.sentences[at].end <= mention.start:
            at += 1
        if out:
            out[at].append(mention)
    return out
