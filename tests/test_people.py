"""Counted people: the noun phrase that a count counts, its class, and counts of other things.

Who is counted by an article or as one has no class: one soldier is no force.
"""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

PEOPLE = [
    ("About 180 Malian soldiers left.", "About 180 Malian soldiers", 180, "armed"),
    ("They met 14 police officers.", "14 police officers", 14, "armed"),
    ("A young Malian soldier left.", "A young Malian soldier", 1, None),
    ("At least one nurse left.", "At least one nurse", 1, None),
    ("A 10-year-old girl left.", "A 10-year-old girl", 1, None),
    ("Forty masked gunmen left.", "Forty masked gunmen", 40, "irregular"),
    ("They met 30 hostages.", "30 hostages", 30, "captive"),
    ("They met 2,000 refugees.", "2,000 refugees", 2000, "displaced"),
    ("They found 14 charred bodies.", "14 charred bodies", 14, "body"),
    ("Another 12 were hurt.", "Another 12", 12, "rest"),
    ("It hurt dozens more.", "dozens more", 24, "rest"),
    ("Six of the nurses left.", "Six of the nurses", 6, "part"),
]
NOT_PEOPLE = [
    "About 180 tents were sent.", "The soldiers left.", "They took 12 police dogs along.", "It seized a rebel base.",
    "He served as a soldier.", "A letter was sent.",
]  # fmt: skip


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(kinds=["people"])


@pytest.mark.parametrize(("text", "span", "value", "group"), PEOPLE)
def test_counted_people(extractor: Extractor, text: str, span: str, value: int, group: str | None) -> None:
    facts = extractor.extract(text).facts
    assert [(fact.text, fact.value, fact.attributes["class"]) for fact in facts] == [(span, value, group)]


@pytest.mark.parametrize(("text", "value"), [("A young Malian soldier left.", 1), ("Both drivers left.", 2)])
def test_words_that_count_exactly(extractor: Extractor, text: str, value: int) -> None:
    (fact,) = extractor.extract(text).facts
    assert [fact.attributes[name] for name in ("min", "max", "modifier")] == [value, value, "exact"]


@pytest.mark.parametrize("text", NOT_PEOPLE)
def test_no_people(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).facts == []
