"""Troop counts as news tells of them: what becomes of those counted, the plan often a clause or a sentence away."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import Extractor

NEWS = Path(__file__).with_name("troops_of_news.txt")
"""A sentence or two a line, with the counts after it, by `;`: number and action, "-" where two are as good."""


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    "line", [line for line in NEWS.read_text(encoding="utf-8").splitlines() if not line.startswith("=")]
)
def test_what_becomes_of_troops(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" |")
    counts = sorted((one for one in reader.extract(text).facts if one.kind == "troop_count"), key=lambda one: one.start)
    told = [f"{one.value:.0f} {one.attributes['action']}" for one in counts]
    asked = [one.strip() for one in wanted.split(";") if one.strip()]
    assert [f"{one.split()[0]} -" if two.endswith("-") else one for one, two in zip(told, asked, strict=False)] == asked
    assert len(told) == len(asked)
