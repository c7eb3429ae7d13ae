"""Dates of the news of one day, each sentence with its expressions and their TIMEX3 values; written for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor

NEWS = Path(__file__).with_name("dates_of_news.txt")
"""A sentence a line, with its words and what stands in them, by `;`; before them the day on which they were written."""


def cases() -> list[tuple[str, str]]:
    day, out = "", []
    for line in NEWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            day = line[2:]
        else:
            out.append((day, line))
    return out


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(kinds=["date"])


@pytest.mark.parametrize(("day", "line"), cases())
def test_news_of_one_day(day: str, line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    found = reader.extract(text, date=day).facts
    assert "; ".join(f"{fact.text} = {fact.value}" for fact in found) == wanted.strip()
    for fact in found:
        assert fact.attributes["type"] in (kind_of(str(fact.value)), "SET")
        assert (fact.attributes["role"] is None) is (fact.attributes["type"] in ("DURATION", "SET"))


def kind_of(value: str) -> str:
    """The type of a TIMEX3 value, as it looks."""
    if value.endswith("_REF"):
        return "DATE"
    return "DURATION" if value[0] == "P" else "TIME" if "T" in value else "DATE"
