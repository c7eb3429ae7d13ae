"""The articles of samples/ and their expected facts: that these are well formed, and how many of them factx finds."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from factx import Extractor

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
KEYS = {
    "date": ("value",),
    "place": (),
    "group": ("type",),
    "troop_count": ("value", "min", "max", "action"),
    "casualty": ("value", "min", "max", "harm"),
}
FLOORS = {"date": 0.88, "place": 0.94, "group": 0.79, "troop_count": 0.46, "casualty": 0.85}
"""The least F1 of facts that overlap the expected ones and agree in the key attributes."""

Facts = list[dict[str, Any]]


def gold(name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / f"{name}.gold.jsonl").read_text(encoding="utf-8"))


def close(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two points are within 161 km."""
    if "lat" not in one or other.get("lat") is None:
        return "lat" not in one
    north = math.radians(one["lat"] - other["lat"])
    east = math.radians(one["lon"] - other["lon"]) * math.cos(math.radians(one["lat"]))
    return 6371 * math.hypot(north, east) <= 161


def agree(want: dict[str, Any], have: dict[str, Any]) -> bool:
    keys = KEYS[want["kind"]]
    asked = [key for key in keys if key in want and (want[key] is not None or key in ("min", "max"))]
    if any(want[key] != have.get(key) for key in asked):
        return False
    if want["kind"] == "casualty":
        return want.get("asserted", True) == have.get("asserted", True)
    if want["kind"] == "group":
        return alike(want["canonical"], have.get("canonical") or have["value"])
    return want["kind"] != "place" or close(want, have)


def alike(one: str, other: str) -> bool:
    """Whether two names have at least half of their words in common."""
    a, b = (set(re.findall(r"\w+", name.lower())) - {"the", "a", "an", "of", "s"} for name in (one, other))
    return 2 * len(a & b) >= 0.5 * (len(a) + len(b)) > 0


def shared(one: dict[str, Any], other: dict[str, Any]) -> int:
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def score(want: Facts, have: Facts, optional: Facts) -> tuple[int, int, int]:
    """How many facts are right, wanted, found; pairs that agree are made first, then those that overlap most."""
    pairs = [
        (agree(one, other), shared(one, other), -i, -j)
        for i, one in enumerate(want)
        for j, other in enumerate(have)
        if shared(one, other) > 0
    ]
    used_want: set[int] = set()
    used_have: set[int] = set()
    right = 0
    for agrees, _, i, j in sorted(pairs, reverse=True):
        if i not in used_want and j not in used_have:
            used_want.add(i)
            used_have.add(j)
            right += agrees
    free = [j for j, one in enumerate(have) if j not in used_have and any(shared(one, other) > 0 for other in optional)]
    return right, len(want), len(have) - len(free)


def test_there_are_articles() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_expected_facts_lie_where_they_say(name: str) -> None:
    document = gold(name)
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert document["text"] == text
    for fact in document["gold"] + document["optional"]:
        assert text[fact["start"] : fact["end"]] == fact["text"]
        assert fact["kind"] in KEYS


@pytest.fixture(scope="module")
def found() -> dict[str, Facts]:
    extractor = Extractor()
    return {
        name: [
            {"kind": one.kind, "start": one.start, "end": one.end, "value": one.value, **one.attributes}
            for one in extractor.extract(gold(name)["text"], date=gold(name)["dct"]).facts
        ]
        for name in NAMES
    }


@pytest.mark.parametrize("kind", FLOORS)
def test_facts_found_in_the_articles(kind: str, found: dict[str, Facts]) -> None:
    right = wanted = given = 0
    for name in NAMES:
        document = gold(name)
        sources = (document["gold"], found[name], document["optional"])
        parts = ([one for one in facts if one["kind"] == kind] for facts in sources)
        one_right, one_wanted, one_given = score(*parts)
        right += one_right
        wanted += one_wanted
        given += one_given
    f1 = 2 * right / (wanted + given)
    assert f1 >= FLOORS[kind], f"{f1:.3f}"
