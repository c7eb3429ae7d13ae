"""Resolution of places: of the places that bear a name, the one meant.

Evidence, in the order of its weight: a qualifier ("Paris, Texas"); the countries and regions of which the document
speaks; nearness to places that are sure; prominence. One name has one sense in a document, but for those qualified.
"""

from __future__ import annotations

import math
from collections import Counter

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import Gazetteer, Place
from factx.names.fold import fold

NEAR = 250.0
"""Kilometres within which places of one story lie."""


def resolve_places(
    document: Document, mentions: list[Mention], gazetteer: Gazetteer, demonyms: dict[str, str]
) -> Counter[str]:
    """Give every place mention its coordinates and other attributes, in place; the countries that the document names.

    `demonyms` gives the country of a nationality's folded name.
    """
    view = document.view
    places = [one for one in mentions if one.kind == "place"]
    keys = [fold(view[one.start : one.end]) for one in places]
    options = [gazetteer.lookup(key) for key in keys]
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    chosen: dict[int, Place] = {}
    for number in range(len(places) - 1, -1, -1):  # from the end, so that a qualifier is known before what it qualifies
        candidates = options[number]
        if not candidates:
            continue
        if candidates[0].rank >= 8 and not (len(candidates) > 1 and candidates[1].rank >= 8):
            chosen[number] = candidates[0]
        follows = number + 1 < len(places) and view[places[number].end : places[number + 1].start] in (
            ", ",
            " (",
            ", in ",
        )
        qualifier = chosen.get(number + 1) if follows else None
        if qualifier is not None and qualifier.feature in ("country", "region", "county", "area"):
            inside = [one for one in candidates if _inside(one, qualifier)]
            if inside:
                chosen[number] = inside[0]
    for number, place in chosen.items():
        if place.country:
            countries[place.country] += 3 if place.feature == "country" else 2
            if place.admin1:
                regions[place.country, place.admin1] += 2 if options[number][0] is place else 3
    words = _words(document)
    for word, country in demonyms.items():
        if word in words:
            countries[country] += 1
    for number, candidates in enumerate(options):
        if number not in chosen and candidates and candidates[0].rank >= 7:
            countries[candidates[0].country] += 1
    senses: dict[str, Place] = {}
    for number, place in chosen.items():
        senses.setdefault(keys[number], place)
    sure = list(dict.fromkeys(chosen.values()))[:12]
    whole = sum(countries.values()) or 1
    for number, candidates in enumerate(options):
        if number in chosen or not candidates:
            continue
        key = keys[number]
        if key not in senses:
            senses[key] = max(candidates, key=lambda one: _weight(one, countries, regions, sure, whole))
        chosen[number] = senses[key]
    for number, mention in enumerate(places):
        _describe(mention, view, chosen.get(number))
    return countries


def _words(document: Document) -> frozenset[str]:
    return frozenset(document.view.lower().replace(",", " ").replace(".", " ").split())


def _inside(one: Place, outer: Place) -> bool:
    if one is outer or one.country != outer.country:
        return False
    return outer.feature == "country" or one.admin1 == outer.admin1 or fold(one.admin1) == fold(outer.name)


def _weight(
    one: Place, countries: Counter[str], regions: Counter[tuple[str, str]], sure: list[Place], whole: int
) -> tuple[float, int, int]:
    score = 2.2 * one.rank + (1.0 if one.own else -2.0) + 0.5 * math.log10(one.population + 1)
    if one.feature in ("region", "county") and one.rank < 7:
        score -= 9.0  # a bare name means the town; "region" or "province" beside it is part of longer names
    score += 6.0 * countries[one.country] / whole + (1.5 if countries[one.country] else 0.0)
    if one.admin1 and regions[one.country, one.admin1]:
        score += 5.0
    if any(
        other is not one and other.feature not in ("country", "continent", "area") and kilometres(one, other) < NEAR
        for other in sure
    ):
        score += 3.0
    return score, one.population, -one.geonames_id


def kilometres(a: Place, b: Place) -> float:
    """The great-circle distance of two places (haversine, mean earth radius 6,371 km)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def _describe(mention: Mention, view: str, place: Place | None) -> None:
    acts = mention.attributes.pop("acts", False)
    name = " ".join(view[mention.start : mention.end].split())
    if place is None:
        mention.attributes.update(
            value=name,
            name=name,
            country=None,
            admin1=None,
            lat=None,
            lon=None,
            geonames_id=None,
            feature=None,
            metonymic=False,
        )
        return
    mention.attributes.update(
        value=place.name,
        name=name,
        country=place.country or None,
        admin1=place.admin1 or None,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id or None,
        feature=place.feature,
        metonymic=bool(acts and place.feature in ("country", "capital")),
    )
