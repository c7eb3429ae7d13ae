"""The readings of names: what each says by itself, worked out once, for news names the same places again and again."""

from __future__ import annotations

import msgspec

from factx.gazetteer.store import Gazetteer, Place
from factx.places.weigh import Spoken, prominence, spoken

MAX_NAMES = 10_000
"""How many names are remembered."""


class Name(msgspec.Struct, frozen=True):
    """A name of the gazetteer: the places that bear it, and what it says for countries and regions.

    `weighed` has the places with how prominent they are, those first that would come first of equals.
    """

    places: tuple[Place, ...]
    spoken: Spoken
    weighed: list[tuple[float, Place]]

    def as_town(self, key: str) -> list[tuple[float, Place]]:
        """The same where the name is used as a town's."""
        return [(prominence(one, self.places, True, key), one) for _, one in self.weighed]


class Names:
    """The names of a gazetteer, as texts ask for them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, Name] = {}

    def __reduce__(self) -> tuple[type[Names], tuple[Gazetteer]]:
        """What is pickled: what was learnt from texts is not."""
        return Names, (self._gazetteer,)

    def __getitem__(self, key: str) -> Name:
        """A name, folded; one that the gazetteer lacks has no places."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) > MAX_NAMES:
                self._known.clear()
            known = self._known[key] = self._made(key)
        return known

    def _made(self, key: str) -> Name:
        places = self._gazetteer.lookup(key)
        if key.endswith(" county"):  # one that says that it is a county's
            places = tuple(one for one in places if one.feature == "county") or places
        weighed = [(prominence(one, places, False, key), one) for one in places]
        weighed.sort(key=lambda pair: (-pair[1].population, pair[1].geonames_id))
        return Name(places, spoken(places), weighed)
