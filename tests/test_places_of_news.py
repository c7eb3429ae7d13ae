"""Places in the shapes that local and world news gives them, each sentence with all that stand in it; our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor

NEWS = Path(__file__).with_name("places_of_news.txt")
"""A line: a sentence, and after a bar its places by `;`; none for what only looks like one."""
EXTRACTOR = Extractor(kinds=["place"])


@pytest.mark.parametrize("line", NEWS.read_text(encoding="utf-8").splitlines())
def test_places_of_news(line: str) -> None:
    text, _, wanted = line.partition(" |")
    assert "; ".join(fact.text for fact in EXTRACTOR.extract(text).facts) == wanted.strip()


RESOLVED = Path(__file__).with_name("places_resolved.txt")
"""A line: a sentence, and after a bar names of many places, each with the country and the region that it is in here."""


@pytest.mark.parametrize("line", RESOLVED.read_text(encoding="utf-8").splitlines())
def test_namesakes_by_what_else_is_said(line: str) -> None:
    text, _, wanted = line.partition(" | ")
    found = {fact.text: fact.attributes for fact in reversed(EXTRACTOR.extract(text).facts)}
    for one in wanted.split("; "):
        name, _, place = one.partition("=")
        country, _, region = place.partition("/")
        assert found[name]["country"] == country
        assert not region or found[name]["admin1"] == region
