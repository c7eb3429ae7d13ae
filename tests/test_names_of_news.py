"""Groups and places in the shapes that news gives them, each sentence with its names; written for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor

NEWS = Path(__file__).with_name("names_of_news.txt")
"""A line: the kind, a sentence, and after a bar all names of that kind that stand in it, by `;`."""


@pytest.fixture(scope="module")
def readers() -> dict[str, Extractor]:
    return {kind: Extractor(kinds=[kind]) for kind in ("group", "place")}


@pytest.mark.parametrize("line", NEWS.read_text(encoding="utf-8").splitlines())
def test_names_of_news(line: str, readers: dict[str, Extractor]) -> None:
    kind, _, rest = line.partition(" ")
    text, _, wanted = rest.partition(" |")
    assert "; ".join(fact.text for fact in readers[kind].extract(text).facts) == wanted.strip()
