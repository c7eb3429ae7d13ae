"""How likely a place that bears a name is the one meant: by its prominence, and by what the other names say for it."""

from __future__ import annotations

import math
import operator
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from factx.gazetteer.store import Place

MOST = 10
"""Readings of a name that are looked at by what is near them."""
_TOWNS = frozenset(("city", "capital"))
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_OF_COUNTIES = frozenset(("GB", "IE"))
"""Countries where the bare name of a county is not first of all that of a town."""
_OF_RANK, _OF_PEOPLE, _PEOPLE_LESS, _FEW_PEOPLE, _OF_CAPITAL = 2.0, 3.3, 6.2, 500, 2.0
"""What a step of prominence weighs; and of a town each tenfold of its people, less a constant; a country's capital."""
_NO_TOWN = 10.0
"""What is taken from a country that is used as a town is."""
_ALTERNATE, _FORMER, _SHORT, _BARE_REGION, _ONLY_REGION = 8.0, 11.0, 2.0, 9.0, 2.0
"""What is taken from a place of which a name is an alternate one, or one in a country where that means a former one;
of which it is the beginning; from a region whose bare name is a town's in its country too; from other regions."""
_SURE = 3.0
_NAMED = 4.0
_VAGUE = 2.5
_OUTRIGHT = 3.6
"""The support that a name gives: of one place only; a state or country; one of several places, shared among them;
what is left of a country's own when it is weighed again."""
_OF_METROPOLIS = 0.3
"""The part of its support that a city of which all the world speaks gives to the region around it."""
_OF_REGION, _REGION_RISE, _OF_COUNTRY, _COUNTRY_RISE, _VAST_RISE, _PRIOR = 2.0, 300.0, 1.5, 100.0, 20.0, 1.0
"""What the support for a region weighs, by the logarithm of its share, and how steeply that rises: the smaller an area
is, the more it says of a place to be there; the same for a country, and a vast one; support of nobody, so that one name
alone proves little."""
_OF_PART, _TOLD, _SEAT = 4.0, 4.0, 3.0
"""What a country's share itself weighs; a place in a country that is named, or whose people are; its capital."""
_KNOWN = 7
"""The rank from which a place is known the world over."""
_VAST = frozenset(("US", "CN", "IN"))
_DOUBT = 2.5
"""How much less a reading must weigh than another to speak 2.7 times less for where it lies."""


_WEIGHT = operator.itemgetter(0)
Spoken = tuple[dict[tuple[str, str], float], float]
"""How much a name speaks for each region and country, and in all."""


class Support(msgspec.Struct):
    """How much the names of a document speak for each region and country, and how much each name has said."""

    nations: dict[str, float]
    peoples: frozenset[str]
    """The countries whose people are named."""
    clues: int
    """How many words have said something of nations."""
    areas: dict[tuple[str, str], float] = msgspec.field(default_factory=lambda: defaultdict(float))
    said: dict[str, dict[tuple[str, str], float]] = {}
    weights: dict[str, float] = {}
    whole: float = 0.0

    def add(self, key: str, spoken: Spoken, part: float = 1.0) -> None:
        """Count what a name, or a part of it, says."""
        shares, weight = spoken
        if part != 1.0:
            shares, weight = {area: share * part for area, share in shares.items()}, weight * part
        areas = self.areas
        for area, share in shares.items():
            areas[area] += share
        self.said[key] = shares
        self.weights[key] = weight
        self.whole += weight

    def rank(self, weighed: dict[str, list[tuple[float, Place]]]) -> dict[str, list[tuple[float, Place]]]:
        """The likeliest readings of each name, by their prominence and by what the other names say for them.

        Of those that weigh the same the one that comes first in `weighed` does.
        """
        ranked = {}
        abroad = self._abroad()
        for key, found in weighed.items():
            if len(found) == 1:
                ranked[key] = found
                continue
            said = self.said[key]
            whole = self.whole - max(said.values(), default=0.0) + _PRIOR + 0.5 * self.clues
            lands: dict[str, tuple[float, bool]] = {}
            regions: dict[tuple[str, str], float] = {}
            best = []
            for weight, one in found:
                country = one.country
                land = lands.get(country)
                if land is None:
                    land = lands[country] = self._of((country, ""), said, whole), self._told(country, said)
                if one.own and (land[1] or (abroad and (one.rank >= _KNOWN or not country))):
                    weight += _TOLD + _SEAT * (one.feature == "capital" and not _shortened(one, key))
                weight += land[0]
                if one.admin1:
                    area = country, one.admin1
                    if area not in regions:
                        regions[area] = self._of(area, said, whole)
                    weight += regions[area]
                best.append((weight, one))
            best.sort(key=_WEIGHT, reverse=True)
            ranked[key] = best[:MOST]
        return ranked

    def _told(self, country: str, said: dict[tuple[str, str], float]) -> bool:
        """Whether a country, no vast one, is named, or its people are."""
        if country in _VAST:
            return False
        return country in self.peoples or self.areas.get((country, ""), 0.0) - said.get((country, ""), 0.0) >= _OUTRIGHT

    def _abroad(self) -> bool:
        """Whether the document is of the world's news: it names a people, or two countries, beside vast ones."""
        if self.peoples - _VAST:
            return True
        lands = {land for (land, region), share in self.areas.items() if not region and share >= _OUTRIGHT}
        return len(lands - _VAST) > 1

    def settle(self, ranked: dict[str, list[tuple[float, Place]]]) -> None:
        """Let each name speak for its readings by how likely they are."""
        for key, best in ranked.items():
            if len(best) == 1:
                continue  # it has spoken for it
            odds = [(math.exp((weight - best[0][0]) / _DOUBT), one) for weight, one in best]
            part = self.weights[key] / sum(chance for chance, _ in odds)
            shares: dict[tuple[str, str], float] = defaultdict(float)
            for chance, one in odds:
                if one.country:
                    shares[one.country, ""] += part * chance
                if one.country and one.admin1:
                    shares[one.country, one.admin1] += part * chance * (_OF_METROPOLIS if metropolis(one) else 1.0)
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
        if share <= 0:
            return 0.0
        part = share / whole
        return _OF_COUNTRY * math.log1p(_rise(area[0]) * part) + (
            0.0 if area[0] in _VAST else _OF_PART * min(1.0, part)
        )


def spoken(readings: Sequence[Place]) -> Spoken:
    """What a name says for its country ("US", "") and its region ("US", "Ohio"), and how much in all."""
    named = [one for one in readings if one.rank >= 8 and one.own]
    heard = named or [one for one in readings if one.own] or readings
    regions = {(one.country, one.admin1) for one in heard if one.country and one.admin1}
    lands = {one.country for one in heard if one.country}
    weight = _NAMED if named else _SURE if len(heard) == 1 else _VAGUE
    local = weight * (_OF_METROPOLIS if any(metropolis(one) for one in heard) else 1.0)
    shares = dict.fromkeys(regions, local / len(regions)) if regions else {}
    return shares | {(land, ""): weight / len(lands) for land in lands}, weight


def _rise(country: str) -> float:
    return _VAST_RISE if country in _VAST else _COUNTRY_RISE


def prominence(one: Place, rivals: tuple[Place, ...] = (), town: bool = False, key: str = "") -> float:
    """How readily a name alone is taken for a place, among rivals, where it is used as a town's or not."""
    if one.population and one.feature in _TOWNS:
        score = _OF_PEOPLE * math.log10(one.population + _FEW_PEOPLE) - _PEOPLE_LESS + _OF_CAPITAL * (one.rank == 7)
    else:
        score = _OF_RANK * one.rank + 0.5 * math.log10(one.population + 1)
    if not one.own:
        score -= _FORMER if one.country in _ENGLISH else _ALTERNATE
    elif key and one.feature == "city" and _shortened(one, key):
        score -= _SHORT
    else:
        score += 1.0
    if one.feature in ("region", "county") and one.rank < 7 and one.country not in _OF_COUNTIES:
        bare = any(rival.own and rival.feature in _TOWNS and rival.country == one.country for rival in rivals)
        score -= _BARE_REGION if bare or not rivals else _ONLY_REGION  # a bare name means the town
    elif one.feature == "region" and one.rank == 8:
        score += 4.0
    if one.feature == "region" and any(metropolis(rival) for rival in rivals):
        score -= 8.0  # New York and Washington by themselves are the cities
    if town and one.feature in ("country", "capital"):
        score -= _NO_TOWN if one.feature == "country" else _NO_TOWN / 2
    return score


def _shortened(one: Place, key: str) -> bool:
    """Whether a name is but the beginning of a place's: Mexico of Mexico City."""
    return one.name.lower().startswith(f"{key} ")


def metropolis(one: Place) -> bool:
    """Whether all the world speaks of a city."""
    return one.own and (one.population > 3_000_000 or (one.feature == "capital" and one.population > 500_000))
