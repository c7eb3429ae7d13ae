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
