"""Links: the place and the date of a count, and what coordinated counts share, where no rule's construction says them.

What is not found stays empty: a wrong attribute is worse than none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from operator import attrgetter

from factx.document.model import Document
from factx.facts import Mention
from factx.resolve.causes import Causes
from factx.resolve.days import DAY, date_of, day_before, usable_days
from factx.resolve.locatives import led_as, led_places, place_within, unlisted_place
from factx.resolve.scenes import BREAK, COUNTS, Scene, clause_of
from factx.resolve.whereabouts import find_place

_READ = frozenset({"place", "date", "person", *COUNTS})
"""The kinds of mention that are read here."""
_SHORT = 3
"""Letters of abbreviations, which stand in capitals everywhere: UAE."""
_JOINED = re.compile(
    r"(?:, (?:most|many|some|all|including|mostly|mainly|among) [^,.;]{3,60}(?=, ))?"
    r"[\s,]*(?:(?:and|or|as well as|plus|with|while leaving|leaving)\b)?[\s,]*(?:(?:another|a further|the|at least|also"
    r"|(?:one of )?(?:his|her|their|its)|about|\w+ly|were|was|some|late|early|on|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)\b[\s,]*){0,3}(?:and\b\s*)?(?:\w+ly )?",
    re.IGNORECASE,
)
"""Between two counts that the same deed befell: "killed six soldiers and seriously wounded two others"."""


def link_counts(document: Document, mentions: Sequence[Mention], causes: Causes) -> None:
    """Give the counts of a document their place and date, and what they share with those beside them, in place.

    `causes` gives the class of a cause of harm, in lower case: what happened where the sentence before says.
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
        scene = Scene(
            view,
            sentence,
            inside,
            [one for one in inside if one.kind == "place"],
            [match.start() for match in BREAK.finditer(view, sentence.start, sentence.end)],
            before,
            within[number - 1] if number else [],
            before is not None and before.paragraph == sentence.paragraph,
            causes,
        )
        dates = usable_days(view, inside)
        named: dict[tuple[int, int], str | None] = {}
        led_by: dict[str, list[Mention]] = {}
        for count in counts:
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
                    count.attributes["place"] = _named(scene, sentence.start, sentence.end, named)
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
                if date is not None:
                    _link(count, "date", date, DAY.match(date.attributes["value"])[0])  # type: ignore[index]
        _share(view, [one for one in counts if one.kind == "casualty"])


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
            continue
        fled = [one.attributes.get("harm") == "displaced" for one in (first, second)]
        names = ["cause", "date"] if fled[0] != fled[1] else ["cause", "place", "date"]
        if first.end > second.start or _harm_first(second) or not _harm_first(first):
            names.append("perpetrator")
        for name in names:
            if other.attributes.get(name) is None and one.attributes.get(name) is not None:
                other.attributes[name] = one.attributes[name]
                if name in one.links:
                    other.links[name] = one.links[name]


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
