"""What is near a place, of all that the names of a document may be."""

from __future__ import annotations

import math
from collections import defaultdict

from factx.gazetteer.store import Place

NEAR = 60.0
"""Kilometres within which places of one local story lie; at twice that, a place says nothing of another."""
_NEAR, _NEAR_COUNTY, _NEAR_MOST = 3.0, 5.0, 6.0
"""What a name near a reading weighs; one of few counties; and all of them together."""
_FEW_COUNTIES = 4
_WIDE = frozenset(("country", "region", "area", "continent", "sea", "desert", "mountain", "river"))


class Around:
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

    def likeliest(self, key: str, best: list[tuple[float, Place]]) -> Place:
        """Of the readings of a name, the likeliest first, the one that is most so with what is near it."""
        chosen = best[0][1]
        if len(best) > 1:
            most = (best[0][0] + self.of(key, chosen), chosen.population)
            for weight, one in best[1:]:
                if weight + _NEAR_MOST < most[0]:
                    break  # whatever is near it, and near those after it
                with_near = (weight + self.of(key, one), one.population)
                if with_near > most:
                    chosen, most = one, with_near
        return chosen

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
