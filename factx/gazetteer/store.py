"""The gazetteer as it is read: files mapped into memory, nothing parsed when they are opened."""

from __future__ import annotations

import mmap
import struct
from os.path import join

import msgspec

from factx.errors import GazetteerError, Location
from factx.folders import PACKAGE

RECORD = struct.Struct("<ffIIIIHBB")
FEATURES = (
    "city", "capital", "country", "region", "county", "continent", "area", "sea", "river", "mountain", "desert",
    "island", "strait", "lake", "camp", "base", "neighbourhood", "site", "historic",
)  # fmt: skip


class Place(msgspec.Struct, frozen=True, gc=False):
    """One place: where it is (degrees), in which country (ISO 3166-1 alpha-2) and region, how many live there.

    `rank` says how prominent it is, from 0 to 9; `own` whether the name looked up is its own, not an alternate one.
    """

    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    feature: str
    population: int
    geonames_id: int
    rank: int
    own: bool


class Gazetteer:
    """Places by folded name. Opening maps three files; a name looked up once is kept."""

    def __init__(self, folder: str) -> None:
        """Open the files of a folder. Raises GazetteerError when they are not there."""
        self.folder = folder
        self._known: dict[str, tuple[Place, ...]] = {}
        self._leads: dict[str, bool] = {}
        try:
            import marisa_trie

            self._trie = marisa_trie.RecordTrie("<IB").mmap(join(folder, "names.marisa"))
            self._records = _map(join(folder, "places.bin"))
            self._strings = _map(join(folder, "strings.bin"))
        except (OSError, ValueError, RuntimeError) as error:
            raise GazetteerError(
                f"the gazetteer cannot be opened: {error}",
                Location(folder),
                "install factx again, or run python -m factx.gazetteer.build",
            ) from None

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[str]]:
        """A pickled gazetteer is its folder: the data stay in their files."""
        return Gazetteer, (self.folder,)

    def _string(self, at: int) -> str:
        return self._strings[at : self._strings.find(b"\0", at)].decode()

    def __contains__(self, folded: str) -> bool:
        return folded in self._trie

    def leads(self, folded: str) -> bool:
        """Whether a folded word begins a name of several words, by itself or in the genitive ("Martha's Vineyard")."""
        known = self._leads.get(folded)
        if known is None:
            if len(self._leads) > 100_000:
                self._leads.clear()
            known = self._leads[folded] = any(
                next(self._trie.iterkeys(f"{folded}{mark}"), None) is not None for mark in (" ", "s ")
            )
        return known

    def lookup(self, folded: str) -> tuple[Place, ...]:
        """The places that bear a folded name, the most prominent first; empty where there is none."""
        known = self._known.get(folded)
        if known is None:
            if len(self._known) > 100_000:
                self._known.clear()
            known = self._known[folded] = self._read(folded)
        return known

    def placed(self, folded: str, rank: int = 4) -> bool:
        """Whether a folded name is above all that of a place above a rank."""
        places = self.lookup(folded)
        return bool(places) and places[0].rank > rank

    def _read(self, folded: str) -> tuple[Place, ...]:
        places = []
        for number, weight in self._trie.get(folded, ()):
            lat, lon, population, identity, name, admin1, code, feature, rank = RECORD.unpack_from(
                self._records, number * RECORD.size
            )
            places.append(
                Place(
                    self._string(name), round(lat, 5), round(lon, 5),
                    chr(code >> 8) + chr(code & 255) if code else "", self._string(admin1), FEATURES[feature],
                    population, identity, rank, bool(weight),
                )
            )  # fmt: skip
        places.sort(key=lambda one: (-one.rank, not one.own, -one.population, one.geonames_id))
        return tuple(places)


def _map(path: str) -> mmap.mmap:
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def open_gazetteer() -> Gazetteer:
    """The gazetteer that was built when factx was installed. Raises GazetteerError when it is missing."""
    return Gazetteer(join(PACKAGE, "gazetteer", "data"))
