"""The document pass: places, dates and forces of counts, events, sums."""

from __future__ import annotations

from factx.extractor import Extractor
from factx.facts import Fact

EXTRACTOR = Extractor()


def facts(text: str, kind: str, date: str | None = None) -> list[Fact]:
    return [fact for fact in EXTRACTOR.extract(text, date=date).facts if fact.kind == kind]


def test_the_place_and_date_of_a_casualty_stand_in_its_sentence() -> None:
    (fact,) = facts("Six farmers were killed near Mopti on Monday.", "casualty", "2023-12-14")
    assert (fact.attributes["place"], fact.attributes["date"]) == ("Mopti", "2023-12-11")
    assert set(fact.refs) >= {"place", "date"}


def test_what_is_since_a_day_is_no_date_of_a_count() -> None:
    (fact,) = facts("Six farmers have been killed since Monday.", "casualty", "2023-12-14")
    assert fact.attributes["date"] is None


def test_the_force_is_named_in_the_count_or_has_it() -> None:
    assert facts("MINUSMA had 900 troops there.", "troop_count")[0].attributes["force"] == "MINUSMA"
    assert facts("Some 900 Chadian soldiers left.", "troop_count")[0].attributes["force"] == "Chad"


def test_the_dead_are_no_troops() -> None:
    text = "Nine soldiers were killed. Some 200 soldiers remain."
    assert [fact.text for fact in facts(text, "troop_count")] == ["Some 200 soldiers"]


def test_a_count_told_again_is_the_same_event() -> None:
    first, second, other = facts(
        "Bomb kills 12 in Gao\n\nA bomb killed 12 people in Gao. Elsewhere three people were killed.", "casualty"
    )
    assert first.attributes["event"] == second.attributes["event"] != other.attributes["event"]


def test_a_part_larger_than_its_total_is_warned_of() -> None:
    extraction = EXTRACTOR.extract("Five people, including nine children, were killed.")
    assert [notice.code for notice in extraction.warnings] == ["toll-mismatch"]
