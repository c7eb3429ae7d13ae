"""Casualties among their distractors: sentences in which the same words tell of harm to people and of anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor
from factx.facts import Fact

NEWS = Path(__file__).with_name("casualties_of_news.txt")
"""A sentence a line, with its facts after it, by `;`: number and harm, after "not" what is not asserted."""


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(kinds=["casualty"])


def told(fact: Fact) -> str:
    said = fact.attributes
    words = f"{fact.value:.0f} {said['harm'] or 'none'}" if fact.value is not None else str(said["harm"])
    return words if said["asserted"] else f"not {words}"


@pytest.mark.parametrize(
    "line", [line for line in NEWS.read_text(encoding="utf-8").splitlines() if not line.startswith("=")]
)
def test_harm_and_its_look_alikes(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    facts = reader.extract(text).facts
    assert "; ".join(told(one) for one in sorted(facts, key=lambda one: one.start)) == wanted.strip()
