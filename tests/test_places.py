"""Places: what names one and what does not, and which place in the world it is."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor
from factx.facts import Fact

EXTRACTOR = Extractor(kinds=["place"])


def places(text: str) -> list[Fact]:
    return [fact for fact in EXTRACTOR.extract(text).facts if fact.kind == "place"]


RECOGNISED = {
    "qualified": [
        ("A fire broke out in St. Louis, Mo., on Monday.", ["St. Louis", "Mo."]),
        ("He moved to Washington, D.C., last year.", ["Washington, D.C."]),
        ("They met in Mobile, Ala., on Monday.", ["Mobile", "Ala."]),
        ("A lorry struck a crowd in Nice, France.", ["Nice", "France"]),
        ("Sen. Ann Lee, D-Dayton, voted for it.", ["Dayton"]),
    ],
    "whole names": [
        ("Aid reached Bosnia and Herzegovina.", ["Bosnia and Herzegovina"]),
        ("Roads to Gao and Timbuktu were cut.", ["Gao", "Timbuktu"]),
        ("Families fled N'Djamena, al-Hol and Port-au-Prince.", ["N'Djamena", "al-Hol", "Port-au-Prince"]),
        ("The storm reached the Netherlands and the Philippines.", ["Netherlands", "Philippines"]),
        ("Near Mosul, two shells fell.", ["Mosul"]),
        ("It rained in the US. Nobody minded.", ["US"]),
    ],
    "spellings": [
        ("Ships left Hodeida.", ["Hodeida"]),
        ("Ships left Hudaydah.", ["Hudaydah"]),
        ("Ships left al-Hudayda.", ["al-Hudayda"]),
    ],
    "hyphens": [
        ("A Gaza-based doctor spoke.", ["Gaza"]),
        ("The Houthi-held port was shut.", []),
        ("It was a Part-time job.", []),
    ],
    "bodies of towns": [
        ("The Dayton Police Department confirmed it.", ["Dayton"]),
        ("She teaches at the University of Michigan.", ["Michigan"]),
        ("The Government of Iraq confirmed it.", []),
        ("A rink opened in Dayton. The Dayton Skating Club is glad.", ["Dayton", "Dayton"]),
        ("The Dayton Skating Club is glad.", []),
    ],
    "lists": [
        ("Floods hit Swift, Clay and Otter Tail counties in Minnesota.", ["Swift", "Clay", "Otter Tail", "Minnesota"]),
    ],
    "states": [
        ("She grew up in Parma, OH and works in Gary, IN.", ["Parma", "OH", "Gary", "IN"]),
        ("It was, OK, a good day, or so. In short: fine.", []),
        ("LYME, N.H. (AP) - Snow fell.", ["LYME", "N.H."]),
        ("CONCORD, N.H. \u2014 Snow fell.", ["CONCORD", "N.H."]),
        ("A Marietta-based firm won the bid.", ["Marietta"]),
    ],
    "beside a noun": [
        ("Gunmen burnt the village of Dagabara.", ["Dagabara"]),
        ("Gunmen burnt the villages of Dagabara, Tolikoro and Sendi Kura.", ["Dagabara", "Tolikoro", "Sendi Kura"]),
        ("Raids hit Dagabara and Tolikoro villages. Dagabara is calm.", ["Dagabara", "Tolikoro", "Dagabara"]),
        ("The rebels took Dagabara, a small town, at dawn.", ["Dagabara"]),
        ("A bus sank near Dagabara on Monday.", ["Dagabara"]),
        ("Two died in Dagabara on Monday.", ["Dagabara"]),
        ("Jets hit Pa Lwin, Zaw Chaung, and Ma Kone villages.", ["Pa Lwin", "Zaw Chaung", "Ma Kone"]),
        ("Shells fell in Sheikh Zuweid and Sar-e Pol.", ["Sheikh Zuweid", "Sar-e Pol"]),
        ("He left Kelso Flats, Ohio, in May.", ["Kelso Flats", "Ohio"]),
        ("MIDDLE FORK, Ky. (AP) - Snow fell.", ["MIDDLE FORK", "Ky."]),
        ("Sen. Ted Cruz, Texas, spoke.", ["Texas"]),
        ('A town called "Wabar" was hit, and the Andean region.', ["Wabar"]),
        ("Joins Sochi Mayor Race. A man from Sochi ran. Sochi is big.", ["Sochi", "Sochi", "Sochi"]),
        ("Officials in the town of Finote Selam said so.", ["Finote Selam"]),
        ("He invested in Dagacoin. A role in Dagabarella was his.", []),
        ("They read it in Scouting and in Smithson's office.", []),
        ("A Christian village was burnt by Fulani communities.", []),
    ],
    "words of the language": [
        ("An SUV hit a wall.", []),
        ("Line workers met at the Summit.", []),
    ],
    "names at the beginning, with dots, with apostrophes": [
        ("Ivory Coast's army fled. Congo sent help.", ["Ivory Coast", "Congo"]),
        ("Cote d'Ivoire asked for help.", ["Cote d'Ivoire"]),
        ("ST. PAUL -- Taxes rose.", ["ST. PAUL"]),
        ("DeKALB - Taxes rose.", ["DeKALB"]),
    ],
    "towns that are words": [
        ("An Independence man was held.", ["Independence"]),
        ("He declared Independence.", []),
        ("The film was shot in Technicolor. It ran in Windows.", []),
        ("They were caught in Alliance and jailed.", ["Alliance"]),
        ("A Clinton couple was charged.", ["Clinton"]),
    ],
    "addresses and origins": [
        ("Ann Lee (18) of Upper Mill Street, Cahir, was charged.", ["Cahir"]),
        ("They are survived by two sons, both of Annville.", ["Annville"]),
    ],
    "the region of a document": [
        (
            "Fires in Waterbury, Glastonbury and Naugatuck died down. Crews from Harwinton and Litchfield helped.",
            ["Waterbury", "Glastonbury", "Naugatuck", "Harwinton", "Litchfield"],
        ),
    ],
    "offices of counties and states": [
        ("She spoke for Kanawha County Emergency Services.", ["Kanawha County"]),
        ("A bill was read in the Ohio Senate.", ["Ohio"]),
    ],
    "features": [
        ("Boats searched the Little Marrow River near Dayton, Ohio.", ["Little Marrow River", "Dayton", "Ohio"]),
    ],
    "capitals": [("BAMAKO, Mali (AP) - Shells fell.", ["BAMAKO", "Mali"])],
    "persons": [
        ("Mr. Jordan said that he was tired.", []),
        ("Jordan Baker, 17, won the race.", []),
        ("Paris Hilton sang.", []),
        ("Chad Smith drummed.", []),
        ("Victoria said that she was tired.", []),
        ("Her son, Parker, 8, was hurt.", []),
        ("Paul Welch was seen. Police say that he stole from Welch.", []),
        ("Lincoln won. A book on Lincoln is out. Few knew Lincoln. He spoke of Lincoln.", []),
    ],
    "towns that look like persons": [
        ("Deputies searched Laurel County on Monday.", ["Laurel County"]),
        ("He lives in Santa Clara.", ["Santa Clara"]),
        ("She was found in Ann Arbor.", ["Ann Arbor"]),
    ],
    "words": [
        ("Turkey Sandwiches were served with gravy.", []),
        ("Reading is fun.", []),
        ("Nice work was done.", []),
        ("Mobile phones were seized.", []),
        ("A car stopped on California Street.", []),
        ("It happened near Rivers and Stokes avenues.", []),
        ("The Minsk agreements failed.", []),
        ("German police left.", []),
        ("Car bomb kills six in the CAR", ["CAR"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{name}: {case[0]}") for name, cases in RECOGNISED.items() for case in cases],
)
def test_recognition(text: str, expected: list[str]) -> None:
    assert [fact.text for fact in places(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Voters in Dublin went to the polls.", "Dublin", "IE", "Leinster"),
        (
            "Dublin, Ohio, will mend its roads. The mayor of Columbus agreed. A Dublin man was pleased.",
            "Dublin",
            "US",
            "Ohio",
        ),
        (
            "A Lebanon man was arrested by deputies, the sheriff of Boone County, Indiana, said.",
            "Lebanon",
            "US",
            "Indiana",
        ),
        ("Rockets were fired from Lebanon at Israel.", "Lebanon", "LB", None),
        ("Snow fell in New York.", "New York", "US", "New York"),
        ("Officials in Washington were silent.", "Washington", "US", None),
        ("Ferries left Seattle, Washington.", "Washington", "US", "Washington"),
        ("Tanks crossed into Georgia from Russia near Tskhinvali.", "Georgia", "GE", None),
        ("Schools in Atlanta, Georgia, were shut.", "Georgia", "US", "Georgia"),
        ("Bandits roam Kaduna and Niger states in Nigeria.", "Niger", "NG", "Niger"),
        ("Fires broke out in Essex County and Norfolk County.", "Norfolk County", "US", "Massachusetts"),
        ("Two were hurt in Oxford County, Ontario.", "Oxford County", "CA", "Ontario"),
        ("Rain fell in Merseyside, Cheshire and Lancashire.", "Cheshire", "GB", "England"),
        ("Councillors in Lancaster want a new programme for the town centre.", "Lancaster", "GB", "England"),
        ("Garda\u00ed stopped a car in Clare.", "Clare", "IE", "Munster"),
        ("Snow closed a school in Chugwater on Monday.", "Chugwater", "US", "Wyoming"),
        ("Floods cut roads in Surkhet district of Nepal.", "Surkhet", "NP", "Mid Western"),
    ],
)
def test_resolution(text: str, name: str, country: str, admin1: str | None) -> None:
    found = {(fact.attributes["country"], fact.attributes["admin1"]) for fact in places(text) if fact.text == name}
    assert found == {(country, admin1)}


def test_new_york_is_the_city_by_itself_and_the_state_after_a_town() -> None:
    assert places("Snow fell in New York.")[0].attributes["feature"] == "city"
    assert places("Snow fell in Buffalo, New York.")[1].attributes["feature"] == "region"


def test_new_york_is_the_state_at_its_border() -> None:
    assert places("Snow fell near the New York border.")[0].attributes["feature"] == "region"


def test_a_town_is_where_its_qualifier_says_though_the_gazetteer_has_it_elsewhere_only() -> None:
    town, _ = places("He was born in Chugwater, Ala., in May.")
    assert (town.attributes["admin1"], town.attributes["approximate"]) == ("Alabama", True)


def test_a_place_that_the_gazetteer_lacks_stands_beside_the_nearest_one() -> None:
    river, town, _ = places("Boats searched the Little Marrow River near Dayton, Ohio.")
    assert river.attributes["approximate"] is True
    assert river.attributes["feature"] == "river"
    assert river.attributes["geonames_id"] is None
    assert (river.attributes["lat"], river.attributes["lon"]) == (town.attributes["lat"], town.attributes["lon"])
    assert town.attributes["approximate"] is False


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("Gunmen burnt the village of Dagabara.", "Dagabara", "city"),
        ("Raids hit Dagabara and Tolikoro districts.", "Dagabara", "county"),
        ("Floods reached the province of Tolikoro.", "Tolikoro", "region"),
        ("Tents burnt in Dagabara refugee camp.", "Dagabara", "camp"),
        ("Homes burnt in Dagabara, a slum in Nairobi.", "Dagabara", "neighbourhood"),
        ("Classes stopped in Barangays Dagabara and Tolikoro.", "Tolikoro", "neighbourhood"),
        ("Fire spread in Barangay Dagabara at dawn.", "Barangay Dagabara", "neighbourhood"),
        ("A boat sank off the islands of Dagabara and Tolikoro.", "Tolikoro", "island"),
        ("A bus sank near Dagabara on Monday.", "Dagabara", "city"),
    ],
)
def test_the_noun_beside_a_place_says_what_it_is(text: str, name: str, feature: str) -> None:
    assert [one.attributes["feature"] for one in places(text) if one.text == name] == [feature]


def test_a_town_that_the_gazetteer_lacks_is_in_the_state_after_it() -> None:
    found = {
        one.text: one.attributes["admin1"] for one in places("Storms hit Oklahoma. MIDDLE FORK, Ky. (AP) - Snow fell.")
    }
    assert found["MIDDLE FORK"] == "Kentucky"


def test_a_village_is_not_its_namesake_in_a_country_of_which_nothing_speaks() -> None:
    village, *_ = places("Men raided Bodio village, near Bandiagara. Mali's army left Bamako for Segou on Monday.")
    assert village.attributes["country"] == "ML"
    assert village.attributes["approximate"] is True


def test_capitals_that_act_together_are_all_metonymic() -> None:
    assert [one.attributes["metonymic"] for one in places("Moscow and Bamako continue to insist on it.")] == [True] * 2


def test_a_town_and_its_police_are_two_facts() -> None:
    facts = Extractor(kinds=["group", "place"]).extract("The Dayton Police Department confirmed it.").facts
    assert [(fact.kind, fact.text) for fact in facts] == [("place", "Dayton"), ("group", "Dayton Police Department")]
