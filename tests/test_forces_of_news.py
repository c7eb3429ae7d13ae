"""Troops as news counts them: which numbers are troops and which are not, and whose and where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor

NEWS = Path(__file__).with_name("forces_of_news.txt")
"""A sentence or two a line, with its counts after the bar, by `;`: the number, `/` and the force, `@` and the place;
"_" for a blank, "-" for none, nothing where it is not asked."""
SIGNS = {"/": "force", "@": "place"}


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    "line", [line for line in NEWS.read_text(encoding="utf-8").splitlines() if not line.startswith("=")]
)
def test_whose_troops_and_how_many(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    asked = [one.split() for one in wanted.split(";") if one.strip()]
    counts = sorted((one for one in reader.extract(text).facts if one.kind == "troop_count"), key=lambda one: one.start)
    assert [f"{one.value:.0f}" for one in counts] == [one[0] for one in asked]
    for count, (_, *attributes) in zip(counts, asked, strict=True):
        for told in attributes:
            given = str(count.attributes[SIGNS[told[0]]] or "-").replace(" ", "_")
            assert given == told[1:], told
