"""Casualties among their distractors: sentences in which the same words tell of harm to people and of anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factx import Extractor
from factx.facts import Fact

NEWS = Path(__file__).with_name("casualties_of_news.txt")
"""A sentence a line, with its facts after it, by `;`: number and harm, after "not" what is not asserted."""
ATTRIBUTES = Path(__file__).with_name("attributes_of_news.txt")
"""The same with all that is said of cause, place, date and perpetrator, and no more; `\\n` is the end of a line."""
NAMES = {"c": "cause", "p": "place", "d": "date", "by": "perpetrator"}
DAY = "2023-12-11"


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(kinds=["casualty"])


def told(fact: Fact) -> str:
    said = fact.attributes
    words = f"{fact.value:.0f} {said['harm'] or 'none'}" if fact.value is not None else str(said["harm"])
    return words if said["asserted"] else f"not {words}"


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("=")]


@pytest.mark.parametrize("line", lines(NEWS))
def test_harm_and_its_look_alikes(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    facts = reader.extract(text.replace("\\n", "\n")).facts
    assert "; ".join(told(one) for one in sorted(facts, key=lambda one: one.start)) == wanted.strip()


@pytest.mark.parametrize("line", lines(ATTRIBUTES))
def test_what_is_said_of_harm_and_no_more(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    found = []
    for one in sorted(reader.extract(text.replace("\\n", "\n"), date=DAY).facts, key=lambda one: (one.start, one.end)):
        said = {short: one.attributes[name] for short, name in NAMES.items() if one.attributes[name]}
        found.append((told(one), said))
    expected = []
    for fact in filter(None, wanted.strip().split("; ")):
        head, *cells = re.split(r" (?=(?:c|p|d|by)=)", fact)
        expected.append((head, dict(cell.split("=", 1) for cell in cells)))
    assert found == expected
