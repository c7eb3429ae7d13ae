"""Resolution of places: of the places that bear a name, the one meant.

    each name's readings -> qualifiers ("Paris, Texas") -> support for countries and regions -> nearness -> one sense

A name supports the countries and regions where places of that name lie, the more the fewer they are; a state or
country that is named supports itself. A reading is then weighed by its prominence and by the support that its region
and its country have from all the other names of the document; each name then speaks for its readings by how likely
they have become, all are weighed again, and at last by what is near them. So a story full of places in Ohio has its own
Dublin and Lebanon, and one of them by itself is in Ireland and on the Mediterranean.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import Gazetteer, Place
from factx.names.fold import fold

NEAR = 60.0
"""Kilometres within which places of one local story lie; at twice that, a place says nothing of another."""
MOST = 10
"""Readings of a name that are looked at by what is near them."""
_BETWEEN = frozenset((", ", " (", ", in ", " in "))
"""What stands between a place and the one that says where it is."""
_QUALIFIES = frozenset((", ", " ("))
"""What stands between a town and its state or country, and seldom between two names of a list."""
_OF_STATE = re.compile(
    r" (?:border|state|line|lawmakers?|legislat(?:ors?|ure)|Legislature|Gov\.|[Gg]overnor|Assembly|Senate)\b"
)
"""What stands after a state that has the name of a city."""
_RANK_OF_STATE, _KNOWN_TOWN = 7, 4
_AREAS = frozenset(("country", "region", "county", "area"))
_TOWNS = frozenset(("city", "capital"))
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_OF_COUNTIES = frozenset(("GB", "IE"))
"""Countries where the bare name of a county is not first of all that of a town."""
_LOCAL_AFTER = re.compile(
    r" (?:m[ae]n|wom[ae]n|teens?|teenager|boy|girl|couple|residents?|native|resident|mayor|Mayor|City|street|Street"
    r"|city|police|Police|firefighters|High|Middle|Elementary|Public|School|Fire|Township|Chamber)\b"
)
_LOCAL_BEFORE = re.compile(r"(?:\b\d\d?,(?: both)? of|[Cc]ity of|[Tt]own of|[Dd]owntown|[Rr]ural) \Z")
_OF_RANK, _OF_PEOPLE, _PEOPLE_LESS, _FEW_PEOPLE, _OF_CAPITAL = 2.0, 3.3, 6.2, 500, 2.0
"""What a step of prominence weighs; and of a town each tenfold of its people, less a constant; a country's capital."""
_NO_TOWN, _WITHIN = 10.0, 0.6
"""What is taken from a country that is used as a town is; a name within a name."""
_ALTERNATE, _FORMER, _SHORT, _BARE_REGION, _ONLY_REGION = 8.0, 11.0, 2.0, 9.0, 2.0
"""What is taken from a place of which a name is an alternate one, or one in a country where that means a former one;
of which it is the beginning; from a region whose bare name is a town's in its country too; from other regions."""
_NEAR, _NEAR_COUNTY, _NEAR_MOST = 3.0, 5.0, 6.0
"""What a name near a reading weighs; one of few counties; and all of them together."""
_FEW_COUNTIES = 4
_FEW, _HOME, _OBSCURE = 2, 3, 2
"""Names elsewhere beside which a small place by itself is astray: in other countries, in one state; what is small."""
_WIDE = frozenset(("country", "region", "area", "continent", "sea", "desert", "mountain", "river"))
_SURE = 3.0
_NAMED = 4.0
_VAGUE = 2.5
"""The support that a name gives: of one place only; a state or country; one of several places, shared among them."""
_OF_METROPOLIS = 0.3
"""The part of its support that a city of which all the world speaks gives to the region around it."""
_OF_REGION, _REGION_RISE, _OF_COUNTRY, _COUNTRY_RISE, _VAST_RISE, _PRIOR = 2.0, 300.0, 1.5, 100.0, 20.0, 1.0
"""What the support for a region weighs, by the logarithm of its share, and how steeply that rises: the smaller an area
is, the more it says of a place to be there; the same for a country, and a vast one; support of nobody, so that one name
alone proves little."""
_VAST = frozenset(("US", "CN", "IN"))
_DOUBT = 2.5
"""How much less a reading must weigh than another to speak 2.7 times less for where it lies."""


def resolve_places(
    document: Document, mentions: list[Mention], gazetteer: Gazetteer, clues: Clues
) -> Counter[str]:  # fmt: skip
    """Give every place mention its coordinates and other attributes, in place; the countries named."""
    view = document.view
    places = [one for one in mentions if one.kind == "place"]
    keys = [one.attributes.pop("key", None) or fold(view[one.start : one.end]) for one in places]
    options = {key: _readings(key, gazetteer) for key in dict.fromkeys(keys)}
    qualified = _qualified(view, places, keys, options)
    qualified |= _states(view, places, keys, options)
    words = frozenset(view.replace(",", " ").replace(".", " ").split())
    names = {word.lower() for word in words if word[0].isupper()}
    nations = Counter(clues.nations[word] for word in names & clues.nations.keys())
    local = [clues.local[word] for word in (clues.local.keys() & words) | (clues.local.keys() & names)]
    told: dict[str, float] = defaultdict(float, nations)
    for lands in local:
        for number, land in enumerate(lands, 1):
            told[land] += 1 / number
    support = _Support(told, nations.total() + len(local))
    for word in names & clues.states:
        if word not in options:
            support.add(word, gazetteer.lookup(word), _WITHIN)
    senses: dict[str, Place] = {}
    for number, place in qualified.items():
        senses.setdefault(keys[number], place)
    for key, candidates in options.items():
        if candidates:
            support.add(key, (senses[key],) if key in senses else candidates)
    towns = {keys[number] for number, one in enumerate(places) if _town(view, one)}
    weighed = {
        key: [(_prominence(one, found, key in towns, key), one) for one in found]
        for key, found in options.items()
        if key not in senses and found
    }
    ranked = support.rank(weighed)
    support.settle(ranked)
    ranked = support.rank(weighed)
    around = _Around(senses, ranked)
    for key, best in ranked.items():
        senses[key] = max(best, key=lambda pair: (pair[0] + around.of(key, pair[1]), pair[1].population))[1]
    _drop_strays(senses, {keys[number] for number in qualified}, nations)
    countries: Counter[str] = nations.copy()
    for place in senses.values():
        if place.country:
            countries[place.country] += 3 if place.feature == "country" else 2
    known = [qualified.get(number) or senses.get(key) for number, key in enumerate(keys)]
    for number in _elsewhere(view, places, known, qualified):
        known[number] = None
    for number, mention in enumerate(places):
        found = known[number]
        _describe(mention, view, found or _beside(view, number, places, known), found is None)
    return countries


def _readings(key: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that bear a name; of one that says that it is a county's, the counties."""
    places = gazetteer.lookup(key)
    counties = tuple(one for one in places if one.feature == "county") if key.endswith(" county") else ()
    return counties or places


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


def _town(view: str, one: Mention) -> bool:
    """Whether a name is used as that of a town: "a Lebanon man", "Smith, 22, of Paris"."""
    return (
        _LOCAL_AFTER.match(view, one.end) is not None
        or _LOCAL_BEFORE.search(view[max(0, one.start - 16) : one.start]) is not None
    )


def _beside(view: str, number: int, places: list[Mention], known: list[Place | None]) -> Place | None:
    """Where a place is that the gazetteer lacks: in its qualifier, or by the town or region named nearest to it."""
    at = places[number].start
    following = known[number + 1] if number + 1 < len(places) else None
    if following is not None and view[places[number].end : places[number + 1].start] in _BETWEEN:
        return following
    before = next((other for other in range(number - 1, -1, -1) if _narrow(known[other])), None)
    after = next((other for other in range(number + 1, len(known)) if _narrow(known[other])), None)
    if before is None or (after is not None and places[after].start - at < at - places[before].start):
        before = after
    return known[before] if before is not None else None


def _narrow(place: Place | None) -> bool:
    """Whether a place is narrow enough to say where others beside it are."""
    return (
        place is not None
        and bool(place.country)
        and (place.feature not in _WIDE or (place.feature == "region" and place.rank < 9))
    )


def _first(pair: tuple[float, Place]) -> tuple[float, int, int]:
    return -pair[0], -pair[1].population, pair[1].geonames_id


def _qualified(
    view: str, places: list[Mention], keys: list[str], options: dict[str, tuple[Place, ...]]
) -> dict[int, Place]:
    """The places that another place after them says the whereabouts of, and those others."""
    chosen: dict[int, Place] = {}
    for number in range(len(places) - 2, -1, -1):  # from the end: a qualifier may have its own ("Gori, Georgia, ...")
        between = view[places[number].end : places[number + 1].start]
        if between not in _BETWEEN:
            continue
        outer = chosen.get(number + 1)
        for area in options[keys[number + 1]] if outer is None else (outer,):
            inside = [one for one in options[keys[number]] if area.feature in _AREAS and _inside(one, area)]
            if inside:
                if between == " in " and number in chosen:
                    break
                chosen[number] = max(inside, key=lambda one: (_prominence(one), one.population))
                chosen[number + 1] = area
                break
    return chosen


def _states(
    view: str, places: list[Mention], keys: list[str], options: dict[str, tuple[Place, ...]]
) -> dict[int, Place]:
    """The names that stand for a state, not for its city, by what is after them: "the New York border"."""
    return {
        number: state
        for number, one in enumerate(places)
        if _OF_STATE.match(view, one.end)
        for state in options[keys[number]]
        if state.feature == "region" and state.rank >= _RANK_OF_STATE and state.own
    }


def _elsewhere(
    view: str, places: list[Mention], known: list[Place | None], qualified: dict[int, Place]
) -> Iterator[int]:
    """The small places that their qualifier says to lie where the gazetteer has none of that name."""
    for number, (one, area) in enumerate(itertools.pairwise(known)):
        if (
            one is not None
            and area is not None
            and number not in qualified
            and one.feature == "city"
            and one.rank < _KNOWN_TOWN
            and (area.feature == "country" or (area.feature == "region" and area.rank >= _RANK_OF_STATE))
            and view[places[number].end : places[number + 1].start] in _QUALIFIES
            and not _inside(one, area)
        ):
            yield number


def _inside(one: Place, outer: Place) -> bool:
    if one is outer or one.country != outer.country:
        return False
    if outer.feature == "county":
        return one.admin1 == outer.admin1 and kilometres(one, outer) < NEAR
    if outer.feature == "country":
        return one.feature != "country"
    return one.admin1 == outer.admin1 or fold(one.admin1) == fold(outer.name)


class Clues(msgspec.Struct, frozen=True):
    """Words that speak for a country without naming a place: nationalities, and words of one country's local news.

    `states` are the names of states and provinces, which speak for them within other names too ("Ohio Savings Bank").
    """

    nations: dict[str, str]
    local: dict[str, list[str]]
    states: frozenset[str]


class _Support(msgspec.Struct):
    """How much the names of a document speak for each region and country, and how much each name has said."""

    nations: dict[str, float]
    clues: int
    """How many words have said something of nations."""
    areas: dict[tuple[str, str], float] = msgspec.field(default_factory=lambda: defaultdict(float))
    said: dict[str, dict[tuple[str, str], float]] = {}
    weights: dict[str, float] = {}
    whole: float = 0.0

    def add(self, key: str, candidates: tuple[Place, ...], part: float = 1.0) -> None:
        """Count a name, or a part of it: for its country ("US", "") and its region ("US", "Ohio")."""
        shares: dict[tuple[str, str], float] = defaultdict(float)
        named = [one for one in candidates if one.rank >= 8 and one.own]
        heard = named or [one for one in candidates if one.own] or list(candidates)
        regions = {(one.country, one.admin1) for one in heard if one.country and one.admin1}
        lands = {one.country for one in heard if one.country}
        weight = part * (_NAMED if named else _SURE if len(heard) == 1 else _VAGUE)
        local = weight * (_OF_METROPOLIS if any(_metropolis(one) for one in heard) else 1.0)
        for region in regions:
            shares[region] += local / len(regions)
        for land in lands:
            shares[land, ""] += weight / len(lands)
        for area, share in shares.items():
            self.areas[area] += share
        self.said[key] = shares
        self.weights[key] = weight
        self.whole += weight

    def rank(self, weighed: dict[str, list[tuple[float, Place]]]) -> dict[str, list[tuple[float, Place]]]:
        """The likeliest readings of each name, by their prominence and by what the other names say for them."""
        ranked = {}
        for key, found in weighed.items():
            said = self.said[key]
            whole = self.whole - max(said.values(), default=0.0) + _PRIOR + 0.5 * self.clues
            heard: dict[tuple[str, str], float] = {}
            best = []
            for weight, one in found:
                for area in {(one.country, ""), (one.country, one.admin1)}:
                    if area not in heard:
                        heard[area] = self._of(area, said, whole)
                    weight += heard[area]
                best.append((weight, one))
            best.sort(key=_first)
            ranked[key] = best[:MOST]
        return ranked

    def settle(self, ranked: dict[str, list[tuple[float, Place]]]) -> None:
        """Let each name speak for its readings by how likely they are."""
        for key, best in ranked.items():
            odds = [(math.exp((weight - best[0][0]) / _DOUBT), one) for weight, one in best]
            part = self.weights[key] / sum(chance for chance, _ in odds)
            shares: dict[tuple[str, str], float] = defaultdict(float)
            for chance, one in odds:
                if one.country:
                    shares[one.country, ""] += part * chance
                if one.country and one.admin1:
                    shares[one.country, one.admin1] += part * chance * (_OF_METROPOLIS if _metropolis(one) else 1.0)
            for area, share in self.said[key].items():
                self.areas[area] -= share
            for area, share in shares.items():
                self.areas[area] += share
            self.said[key] = shares

    def _of(self, area: tuple[str, str], said: dict[tuple[str, str], float], whole: float) -> float:
        """The weight of what the other names say for a reading of a name in a country, or in a region."""
        share = self.areas.get(area, 0.0) - said.get(area, 0.0)
        if area[1]:
            return _OF_REGION * math.log1p(_REGION_RISE * share / whole) if share > 0 else 0.0
        share += self.nations.get(area[0], 0.0)
        return _OF_COUNTRY * math.log1p(_rise(area[0]) * share / whole) if share > 0 else 0.0


def _rise(country: str) -> float:
    return _VAST_RISE if country in _VAST else _COUNTRY_RISE


def _prominence(one: Place, rivals: tuple[Place, ...] = (), town: bool = False, key: str = "") -> float:
    """How readily a name alone is taken for a place, among rivals, where it is used as a town's or not."""
    if one.population and one.feature in _TOWNS:
        score = _OF_PEOPLE * math.log10(one.population + _FEW_PEOPLE) - _PEOPLE_LESS + _OF_CAPITAL * (one.rank == 7)
    else:
        score = _OF_RANK * one.rank + 0.5 * math.log10(one.population + 1)
    if not one.own:
        score -= _FORMER if one.country in _ENGLISH else _ALTERNATE
    elif key and one.feature == "city" and one.name.lower().startswith(f"{key} "):
        score -= _SHORT
    else:
        score += 1.0
    if one.feature in ("region", "county") and one.rank < 7 and one.country not in _OF_COUNTIES:
        bare = any(rival.own and rival.feature in _TOWNS and rival.country == one.country for rival in rivals)
        score -= _BARE_REGION if bare or not rivals else _ONLY_REGION  # a bare name means the town
    elif one.feature == "region" and one.rank == 8:
        score += 4.0
    if one.feature == "region" and any(_metropolis(rival) for rival in rivals):
        score -= 8.0  # New York and Washington by themselves are the cities
    if town and one.feature in ("country", "capital"):
        score -= _NO_TOWN if one.feature == "country" else _NO_TOWN / 2
    return score


def _metropolis(one: Place) -> bool:
    return one.own and (one.population > 3_000_000 or (one.feature == "capital" and one.population > 500_000))


class _Around:
    """The readings of all names by where they lie, in squares of one degree: those near one are found at once."""

    def __init__(self, senses: dict[str, Place], ranked: dict[str, list[tuple[float, Place]]]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[str, Place, float]]] = defaultdict(list)
        for key, place in senses.items():
            self._add(key, place, _NEAR)
        for key, best in ranked.items():
            for _, place in best:
                county = place.feature == "county" and len(best) <= _FEW_COUNTIES
                self._add(key, place, _NEAR_COUNTY if county else _NEAR)

    def _add(self, key: str, place: Place, weight: float) -> None:
        if place.own and place.feature not in _WIDE:
            self._squares[math.floor(place.lat), math.floor(place.lon)].append((key, place, weight))

    def of(self, key: str, one: Place) -> float:
        """The weight of the other names that have a reading near one reading of a name."""
        if one.feature in _WIDE:
            return 0.0
        near: dict[str, float] = {}
        lat, lon = math.floor(one.lat), math.floor(one.lon)
        for north in (lat - 1, lat, lat + 1):
            for east in (lon - 1, lon, lon + 1):
                for name, other, weight in self._squares.get((north, east), ()):
                    if name != key:
                        part = min(1.0, 2.0 - kilometres(one, other) / NEAR)
                        if part > 0:
                            near[name] = max(near.get(name, 0.0), weight * part)
        return min(sum(near.values()), _NEAR_MOST)


def kilometres(a: Place, b: Place) -> float:
    """The great-circle distance of two places (haversine, mean earth radius 6,371 km)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


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
