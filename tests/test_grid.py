"""Grids: columns as wide as their cells, narrower where there is no room, whatever the characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.writers.grid import Column, fit, fold, lay_out, measure, styled


@pytest.mark.parametrize(
    ("natural", "least", "room", "widths"),
    [
        ([4, 9, 20], [4, 4, 4], 40, [4, 9, 20]),
        ([4, 9, 20], [4, 4, 4], 30, [4, 9, 17]),
        ([4, 30, 30], [4, 4, 4], 44, [4, 20, 20]),
        ([4, 30, 90], [4, 24, 10], 44, [4, 24, 16]),
        ([4, 30, 90], [4, 24, 24], 40, [4, 18, 18]),
        ([30, 30], [24, 24], 3, [4, 4]),
    ],
)
def test_the_widest_columns_give_way_first(natural: list[int], least: list[int], room: int, widths: list[int]) -> None:
    assert fit(natural, least, room) == widths


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("two words", 9, ["two words"]),
        ("two words", 8, ["two", "words"]),
        ("a sesquipedalian", 6, ["a", "sesqui", "pedali", "an"]),
        ("\u6771\u4eac\u90fd", 4, ["\u6771\u4eac", "\u90fd"]),
        ("\u6771", 1, ["\u6771"]),
        ("e\u0301\u0301 e\u0301", 3, ["e\u0301\u0301 e\u0301"]),
    ],
)
def test_a_text_goes_on_in_the_next_line(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


def test_characters_have_the_width_that_a_terminal_gives_them() -> None:
    assert [measure(text) for text in ("Ouédraogo", "\u6771\u4eac", "e\u0301", "\U0001f600")] == [9, 4, 1, 2]


def test_a_look_is_for_terminals_only() -> None:
    assert styled("x", "bold cyan", color=True) == "\x1b[1;36mx\x1b[0m"
    assert styled("x", "bold", color=False) == styled("x", "", color=True) == "x"
    assert styled("", "bold", color=True) == ""


def test_a_grid_is_its_head_a_rule_and_its_rows() -> None:
    columns = [Column("no", is_right=True), Column("name"), Column("note")]
    rows = [["1", "Gao", "a town by a river"], ["20", "\u6771\u4eac", ""]]
    assert list(lay_out(columns, rows, 22, color=False)) == [
        "no  name  note",
        "─" * 22,
        " 1  Gao   a town by a",
        "          river",
        "20  \u6771\u4eac",
    ]
    assert "\x1b[1mname\x1b[0m" in next(lay_out(columns, rows, 22, color=True))


CELLS = st.text("ab \u6771\u0301é-", max_size=30).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4), st.integers(20, 60))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = list(lay_out([Column("a"), Column("b", is_right=True), Column("c")], rows, width, color=False))
    assert max(map(measure, lines)) <= width
    shown = sorted("".join(lines[2:]).replace(" ", ""))
    assert shown == sorted("".join(cell for row in rows for cell in row).replace(" ", ""))
