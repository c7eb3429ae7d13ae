"""Whereabouts: the place of a count.

Those that a locative leads in its own clause come first, after it before those before it; then the clause that the
harm follows from ("an attack in X that killed 12", "stormed X, killing 12") or happened in ("were killed when gunmen
attacked X"). Where the sentence is silent the one before it may speak, if something befell someone there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factx.facts import Mention
from factx.resolve.locatives import AREA, ATTRIBUTIVE, BASED, REACH, led_as, led_places
from factx.resolve.scenes import OPENS, SINCE_WHEN, Scene, clause_of, counted, goes_on

_WHO = re.compile(
    r"[,\s-]*who(?! (?:lived?|lives|came|come|worked|travel\w+|fled|is|are|was born|were born))\b", re.IGNORECASE
)
_SAYING = re.compile(r"\b(?:said|says?|told|reports?|reported|confirmed|announced|claimed|added|stated)\b[^,;]{0,40}\Z")
_PARTICIPLE = re.compile(r"(?:\w+ly )?\w+ing\b")
_KIND = re.compile(rf"(?: (?:{AREA}))? ?,?")
"""Between a place and the clause that says what befell there."""
_NEAR = re.compile(
    r"\b(?:near|outside|off|from|bordering|(?:north|south|east|west)[\w-]*(?:ern)? of)\b[^,]*\Z", re.IGNORECASE
)
_GOAL = re.compile(
    r"\b(?:fled|fleeing|flee|crossed|crossing|border|over|escaped|poured|pouring|streamed|streaming|flooded|flooding"
    r"|refuge|safety|shelter|driven|moved) (?:over |across )?(?:in|(?:in)?to)(?: the)?(?: [\w-]+)? \Z"
)
"""Before a place that people fled to."""
_THERE = re.compile(
    r" (?:(?:who|that) (?:are|were) )?(?:already|now|currently|still|(?:already )?(?:stationed|deployed|based)) there\b"
    r"| there\b"
)
"""After troops that are where the text was last."""
_APART = re.compile(r"(?:[;:]|,? (?:with|while|plus|as well as|whereas|but))(?: \w+){0,2} \Z")
"""Before troops with a place of their own."""
_HOLDS = re.compile(
    r",? (?:(?:is|was|has been|had been|are|were)(?: now| still| already)? (?:guarded|held|patrolled|protected|defended"
    r"|controlled|occupied|surrounded|besieged|policed|garrisoned|ringed) by"
    r"|(?:is|was|remains)(?: still| now| already| also)? (?:home|host) to"
    r"|(?:(?:will|would|may|could|now|already|(?:is|agreed|offered) to) )?host(?:s|ed)?"
    r"|houses|housed|harbou?rs|harbou?red|shelters|has seen"
    r"|(?:has|had) a garrison of)(?: [\w-]+){0,5} ?"
)
"""Between a place and those who are there."""
_GOES = re.compile(r"\b(?:(?:in)?to|(?:arriv\w+|land\w+|deploy\w+) (?:in|at)) (?:the )?\Z")
"""Before a place where troops go."""
_THE_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|from|across|throughout|within|inside|outside|near|around|fle(?:d|e|eing)|left|leaving)"
    r" the (?:same |besieged |stricken |blockaded |occupied |remote |coastal |palestinian )?"
    r"(?:(?P<town>town|city|village|camp|settlement|suburb|port|neighbou?rhood|hamlet)"
    r"|(?P<region>region|province|state|(?P<only>enclave|territory|strip|peninsula|island|archipelago))"
    r"|(?P<area>area|district))"
    r"\b(?! of\b|'|-| [A-Z])"
    r"|[a-z,] (?P<there>there)\b(?! (?:was|were|is|are|had|has|have|will|would|may|might|be)\b)",
)
"""A place told before, by what it is."""
_TOPIC = re.compile(r",? (?:is|was|lies|remains|has (?:been|become|seen|long)|saw)\b|, (?:an?|the) ")
"""After a place that a sentence is about."""
_PART_IN = re.compile(
    r"(?: of (?:them|whom|those))?,? (?:were )?(?:in|at|near) (?:the )?(?:[\w-]+ ){0,4}?(?:of (?:the )?)?"
)
"""Between a part of those counted and where it was harmed: "158 of them in the hub of Blantyre"."""
_OWN_DAY = re.compile(r",? (?:and|while|but),? (?:in|on|last|earlier|later) \w+")
"""Between a count and what befell others elsewhere on another day."""
_WIDE = ("country", "region")
_BROAD = (*_WIDE, "area", "continent")
_LASTING = re.compile(
    r"\b(?:wars?|conflicts?|insurgency|violence|crisis|uprising|rebellion|unrest|revolt|occupation|repression)\Z",
    re.IGNORECASE,
)
"""Events that last, and are of no one town."""
_WERE = re.compile(r" (?:based |stationed )?(?:in|at|on) (?:the )?\Z")
_WENT = re.compile(
    r"\b(?:moved|sent|flown|shifted|transferred|redeployed|shipped|relocated|dispatched|deployed|ordered|rushed|airlifted"
    r"|travelled|traveled|left|went|go|move|deploy|leave|fly|be \w+) (?:\w+ly )?(?:to|for) (?:the )?\Z"
)
"""Between troops and where they were, and before where they went: "600 soldiers in Chad were moved to Niger"."""
_IN_COUNTRY = re.compile(r"\b(?:in|throughout|across) the country\b")


def find_place(scene: Scene, count: Mention, led: list[Mention], mentions: Sequence[Mention]) -> Mention | None:
    """The place of a count by its sentence, else by the one before; `led` are those that a locative leads."""
    view, start = scene.view, scene.sentence.start
    if count.kind == "troop_count":
        place = _place_of_troops(scene, count, led)
    else:
        place = _place_of(view, count, scene.places, led, scene.breaks)
    if place is None and scene.sentence.section == "title":
        place = _only(view, scene.places)
    if place is None and not led:
        if _IN_COUNTRY.search(view, count.end, scene.sentence.end):
            place = _country(mentions, start)
        if place is None and count.kind == "casualty":
            place = _the_place(scene, count)
        if place is None and goes_on(scene, count):
            place = _place_before(scene, count)
            if place is not None and _is_lasting(count) and place.attributes.get("feature") not in _BROAD:
                return None
        elif place is None and count.kind == "casualty" and scene.near and not scene.elsewhere:
            place = _wide_before(scene, count)
    if place is None and count.attributes.get("harm") == "displaced":
        return next((one for one in scene.places if _GOAL.search(view, max(start, one.start - REACH), one.start)), None)
    return place


def _place_of_troops(scene: Scene, count: Mention, led: list[Mention]) -> Mention | None:
    """The place of troops: where they are "already there" the one told last, where they go before where they are based,
    never that of those who are counted after them with a place of their own."""
    view = scene.view
    low, high = count.captures.get("people") or (count.start, count.start)
    led = [one for one in led if not low <= one.start < high]
    if _THERE.match(view, count.end):
        told = [one for one in led if one.end <= count.start] or led_places(
            view,
            led_as(count),
            [one for one in scene.earlier if one.kind == "place"],
            scene.before.start if scene.before else 0,
        )
        if told:
            return told[-1]
    others = [
        one.start
        for one in scene.inside
        if one.kind == "troop_count"
        and one.start > count.end
        and _APART.search(view, max(count.end, one.start - 40), one.start)
    ]
    if others:
        led = [one for one in led if one.start < min(others)]
    place = _place_of(view, count, scene.places, led, scene.breaks)
    if place is None and not led:
        return next((one for one in scene.places if _HOLDS.fullmatch(view, one.end, count.start)), None)
    if place is not None and count.attributes.get("action") in ("deployed", "planned"):
        goal = next((one for one in led if one.start > place.end), None)
        if goal and _WERE.fullmatch(view, count.end, place.start) and _WENT.search(view, place.end, goal.start):
            return goal
    if place is not None and place.start > count.end and BASED.search(view, place.start - REACH, place.start):
        goals = [one for one in led if one is not place and _GOES.search(view, max(0, one.start - 24), one.start)]
        return goals[-1] if goals else place
    return place


def _place_of(
    view: str, count: Mention, places: list[Mention], led: list[Mention], breaks: list[int]
) -> Mention | None:
    """The place of a count by its clause, else by the clause that it follows from or happened in."""
    low, high = clause_of(count, breaks)
    opening = OPENS.match(view, low)
    at = counted(count)[0]
    if count.attributes.get("part_of_total"):
        own = [one for one in places if _PART_IN.fullmatch(view, counted(count)[1], one.start)]
        if own:
            return own[0]
    if when := SINCE_WHEN.search(view, count.end, led[-1].start if led else count.end):
        led = [one for one in led if one.start < when.end()]
    after = [one for one in led if at <= one.start < high]
    before = [one for one in led if low <= one.start < at]
    if opening and opening[1]:
        before += [
            one
            for one in places
            if one.end <= low
            and _KIND.fullmatch(view, one.end, low)
            and not BASED.search(view, max(0, one.start - REACH), one.start)
        ]
    if after or before:
        return after[0] if after else _last(view, before)
    back = [one for one in led if one.start < low]
    later = [one for one in led if one.start >= high]
    if later and OPENS.match(view, high):
        return later[0]
    if back and ((opening and not _SAYING.search(view, max(0, low - 60), low)) or _PARTICIPLE.match(view, count.start)):
        return _last(view, back)
    if later and _WHO.match(view, high):
        return later[0]
    alone = count.kind == "casualty" and len(led) == 1
    return led[0] if alone and not _OWN_DAY.search(view, count.end, max(count.end, led[0].start)) else None


def _last(view: str, places: list[Mention]) -> Mention:
    """The last of some places; one that something else only lies near gives way to one before it."""
    for one in reversed(places):
        if not _NEAR.search(view, max(0, one.start - 30), one.start):
            return one
    return places[-1]


def _only(view: str, places: list[Mention]) -> Mention | None:
    """The one place of a headline that names no party to the deed; a country after its town says the same place."""
    named = [one for one in places if not one.attributes.get("metonymic") and not ATTRIBUTIVE.match(view, one.end)]
    if len(named) == 2 and view[named[0].end : named[1].start] == ", ":
        return named[0]
    return named[0] if len(named) == 1 else None


def _country(mentions: Sequence[Mention], start: int) -> Mention | None:
    """The country that is meant by "the country": of those told before the sentence the one told most often."""
    told = [
        one
        for one in mentions
        if one.kind == "place" and one.end <= start and one.attributes.get("feature") == "country"
    ]
    often = Counter(one.attributes["value"] for one in told)
    return max(told, key=lambda one: (often[one.attributes["value"]], one.start), default=None)


def _place_before(scene: Scene, count: Mention) -> Mention | None:
    """The place that the counts of the sentence before agree on, else the only one led there: of casualties where
    something happened there, of troops in one paragraph."""
    view, start = scene.view, scene.before.start if scene.before else 0
    near = scene.near or count.kind == "casualty"
    told = {
        id(place): place
        for one in scene.told
        if one.kind == count.kind
        and (place := one.links.get("place"))
        and (near or place.start >= start)
        and not _GOAL.search(view, max(0, place.start - REACH), place.start)
    }
    if count.kind == "casualty" and told:
        return next(iter(told.values())) if len(told) == 1 else None
    if not near or (count.kind == "casualty" and not scene.befell):
        return None
    led = led_places(view, led_as(count), [one for one in scene.told if one.kind == "place"], start)
    return led[0] if len(led) == 1 else None


def name_before(scene: Scene, count: Mention) -> str | None:
    """The place by name alone, which no gazetteer knows, that the counts of the sentence before agree on."""
    if count.kind != "casualty" or not goes_on(scene, count) or _is_lasting(count):
        return None
    told = {(one.attributes.get("place"), "place" in one.links) for one in scene.told if one.kind == "casualty"}
    named = {name for name, linked in told if name and not linked}
    return next(iter(named)) if len(told) == len(named) == 1 else None


def _is_lasting(count: Mention) -> bool:
    return _LASTING.search(str(count.attributes.get("cause"))) is not None


def _the_place(scene: Scene, count: Mention) -> Mention | None:
    """The place that is meant by "the town": the last of its kind that the sentences before name."""
    low, high = clause_of(count, scene.breaks)
    low, high = max(low, scene.sentence.start), min(high, scene.sentence.end)
    found = _THE_PLACE.search(scene.view, count.start, high) or _THE_PLACE.search(scene.view, low, count.start)
    if found is None:
        return None
    led = {id(one) for one in led_places(scene.view, led_as(count), scene.nearby, 0)}
    for one in reversed(scene.nearby):
        feature = one.attributes.get("feature")
        unfit = () if found["there"] else ("country",) if found["area"] else _BROAD
        fits = feature in _WIDE if found["region"] else feature not in unfit
        said = id(one) in led or _is_topic(scene.view, one)
        if fits and (said or (found["only"] and not ATTRIBUTIVE.match(scene.view, one.end))):
            return one
    return None


def _is_topic(view: str, place: Mention) -> bool:
    """Whether a sentence begins with a place and says what it is or has seen."""
    opens = place.start == 0 or view.endswith((". ", "\n"), 0, place.start)
    return opens and _TOPIC.match(view, place.end) is not None


def _wide_before(scene: Scene, count: Mention) -> Mention | None:
    """The one country or region that the sentence before tells of, where a count is of a longer time than what befell
    there: a town is too narrow for it, and where people fled to is not where others were harmed."""
    start = scene.before.start if scene.before else 0
    if any(one.attributes.get("harm") == "displaced" for one in scene.told) and led_as(count) != "displaced":
        return None
    places = [one for one in scene.told if one.kind == "place"]
    told = {one.attributes["value"]: one for one in led_places(scene.view, led_as(count), places, start)}
    if places and places[0].start == start and not ATTRIBUTIVE.match(scene.view, places[0].end):
        told.setdefault(places[0].attributes["value"], places[0])
    wide = [one for one in told.values() if one.attributes.get("feature") in _WIDE]
    return wide[0] if len(wide) == len(told) == 1 else None
