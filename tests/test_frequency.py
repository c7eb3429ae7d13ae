"""The plan calls a rule by the words that fewest sentences hold."""

from __future__ import annotations

import pytest

from factx.rules.frequency import chance, share
from factx.rules.needs import best


@pytest.mark.parametrize(
    ("rarer", "more_frequent"),
    [
        ({"^kidnapped"}, {"^the"}),
        ({"^captivity", "^ransom", "^freed", "^rescued", "^released"}, {"^from"}),
        ({"^from"}, {"^of", "^in"}),
        ({"liberat"}, {"ed"}),
        ({"^ed"}, {"ed"}),
        ({"^toll"}, {"^to"}),
    ],
)
def test_the_rarer_words_are_the_better_need(rarer: set[str], more_frequent: set[str]) -> None:
    assert chance(rarer) < chance(more_frequent)
    assert best([frozenset(more_frequent), frozenset(rarer)]) == rarer


def test_shares_are_between_none_and_all() -> None:
    assert 0 < share("^zymurgy") < share("^police") < share("^the") < 1
    assert share("^gover") >= share("^government"), "a beginning stands wherever its words do"
    assert share("overnmen") >= share("^government")
    assert chance([]) == 0
