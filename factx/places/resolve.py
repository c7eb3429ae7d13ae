"""Resolution of places: of the places that bear a name, the one meant.

    each name's readings -> qualifiers ("Paris, Texas") -> support for countries and regions -> nearness -> one sense

A name supports the countries and regions where places of that name lie, the more the fewer they are; a state or
country that is named supports itself. A reading is then weighed by its prominence and by the support that its region
and its country have from all the other names of the document; each name then speaks for its readings by how likely
they have become, all are weighed again, and at last by what is near them. So a story full of places in Ohio has its own
Dublin and Lebanon, and one of them by itself is in Ireland and on the Mediterranean.

clues.py    what other words say for countries
readings.py what each name says by itself
qualify.py  what stands beside a name and says where the place is
weigh.py    prominence, and the support of the other names
around.py   what is near
"""

from __future__ import annotations

from collections import Counter, defaultdict

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import Place
from factx.names.fold import fold
from factx.places.around import Around
from factx.places.clues import Clues
from factx.places.qualify import beside, elsewhere, states, town
from factx.places.qualify import qualified as qualified_by
from factx.places.readings import Names
from factx.places.weigh import Support, spoken

_WITHIN = 0.6
"""The part that a name within a name speaks."""
_FEW, _HOME, _OBSCURE = 2, 3, 2
"""Names elsewhere beside which a small place by itself is astray: in other countries, in one state; what is small."""
_OF_COUNTRIES = frozenset(("armed_group", "government", "military", "police", "party", "mission"))
"""Types of groups that are of one country."""
_NATION, _AMERICAN = 2.0, 1.0
"""What a nationality says of its country; the one that is named all over the world's news."""


def resolve_places(document: Document, mentions: list[Mention], names: Names, clues: Clues) -> Counter[str]:
    """Give every place mention its coordinates and other attributes, in place; the countries named."""
    view = document.view
    places = [one for one in mentions if one.kind == "place"]
    keys = [one.attributes.pop("key", None) or fold(view[one.start : one.end]) for one in places]
    named = {key: names[key] for key in dict.fromkeys(keys)}
    options = {key: name.places for key, name in named.items()}
    qualified = qualified_by(view, places, keys, options)
    qualified |= states(view, places, keys, options)
    words = clues.among(document.words)
    capitalised = {word.lower() for word in words if word[0].isupper()}
    nations = Counter(clues.nations[word] for word in capitalised & clues.nations.keys())
    bodies = _of_groups(mentions)
    local = [clues.local[word] for word in (clues.local.keys() & words) | (clues.local.keys() & capitalised)]
    told: dict[str, float] = defaultdict(float)
    for land, count in nations.items():
        told[land] = count * (_AMERICAN if land == "US" else _NATION)
    for land in bodies:
        told[land] += _NATION
    for lands in local:
        for number, land in enumerate(lands, 1):
            told[land] += 1 / number
    support = Support(told, frozenset(nations) | bodies, len(bodies) + nations.total() + len(local))
    for word in capitalised & clues.states:
        if word not in options:
            support.add(word, names[word].spoken, _WITHIN)
    senses: dict[str, Place] = {}
    for number, place in qualified.items():
        senses.setdefault(keys[number], place)
    for key, name in named.items():
        if name.places:
            support.add(key, spoken((senses[key],)) if key in senses else name.spoken)
    towns = {keys[number] for number, one in enumerate(places) if town(view, one)}
    weighed = {
        key: name.as_town(key) if key in towns else name.weighed
        for key, name in named.items()
        if key not in senses and name.places
    }
    ranked = support.rank(weighed)
    support.settle(ranked)
    ranked = support.rank(weighed)
    around = Around(senses, ranked)
    for key, best in ranked.items():
        senses[key] = around.likeliest(key, best)
    _drop_strays(senses, {keys[number] for number in qualified}, nations)
    countries: Counter[str] = nations.copy()
    for place in senses.values():
        if place.country:
            countries[place.country] += 3 if place.feature == "country" else 2
    known = [qualified.get(number) or senses.get(key) for number, key in enumerate(keys)]
    for number in elsewhere(view, places, known, qualified):
        known[number] = None
    for number, mention in enumerate(places):
        found = known[number]
        _describe(mention, view, found or beside(view, number, places, known), found is None)
    return countries


def _of_groups(mentions: list[Mention]) -> set[str]:
    """The countries of the forces, parties and bodies that are named, but for those whom all the world's news names.

    A form that several bear says nothing: of those, the countries tell which is meant.
    """
    lands = {
        one.attributes.get("country") or ""
        for one in mentions
        if one.kind == "group" and one.attributes.get("type") in _OF_COUNTRIES and "others" not in one.attributes
    }
    return lands - {"", "US"}


def _drop_strays(senses: dict[str, Place], sure: set[str], nations: Counter[str]) -> None:
    """Take away the readings of names as small places in countries, or states, of which nothing else speaks.

    A village that the gazetteer lacks has a namesake that it has, somewhere in the world.
    """
    lands = nations + Counter(place.country for place in senses.values())
    states = Counter((place.country, place.admin1) for place in senses.values())
    known = [place for key, place in senses.items() if key in sure or not _small(place)]
    home = {state for state, count in states.items() if count >= _HOME and 2 * count > len(senses)}
    for key, place in list(senses.items()):
        if key in sure or not _small(place):
            continue
        astray = lands[place.country] == 1 and len(known) >= _FEW
        if astray or (home and place.country == "US" and states[place.country, place.admin1] == 1):
            del senses[key]


def _small(place: Place) -> bool:
    return place.rank <= _OBSCURE and place.feature == "city"


def _describe(mention: Mention, view: str, place: Place | None, approximate: bool) -> None:
    """Write into a mention what is known of its place, or of one beside it where it is not known itself."""
    acts = mention.attributes.pop("acts", False)
    feature = mention.attributes.pop("feature", None)
    name = " ".join(view[mention.start : mention.end].split())
    mention.attributes.update(
        value=name if place is None or approximate else place.name,
        name=name,
        country=(place.country or None) if place else None,
        admin1=(place.admin1 or None) if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        geonames_id=None if place is None or approximate else place.geonames_id or None,
        feature=feature if place is None or approximate else place.feature,
        metonymic=bool(acts and place and place.feature in ("country", "capital")),
        approximate=place is not None and approximate,
    )
