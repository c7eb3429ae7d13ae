"""Plain calls are read as Typer reads them, or left to it."""

from __future__ import annotations

import shlex
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factx.cli.app import app
from factx.cli.extraction import Request
from factx.cli.plain import plain

PLAIN = [
    "a.txt",
    "-",
    "a.txt b.txt 'c d.txt'",
    "reports/ --format jsonl -o facts.jsonl",
    "a.txt -f json",
    "-f csv a.txt -o -",
    "a.txt --output out.tsv",
    "a.txt -f csv --format tsv",
    "a.txt --date 2023-12-11",
    "a.txt --date 20231211",
    "a.txt --kind casualty -k date,place",
    "a.txt -k 'casualty, ,date'",
    "a.txt --rules own --rules more/own.toml -q",
    "a.txt --with-text --quiet",
    "'*.txt' -q -q",
]
LEFT = [
    "",
    "--format json",
    "a.txt --format",
    "a.txt --format pdf",
    "a.txt --format=json",
    "a.txt -fjson",
    "a.txt -qf json",
    "a.txt --date today",
    "a.txt --kind ,",
    "a.txt --kind ''",
    "''",
    "a.txt -o ''",
    "a.txt --help",
    "-h",
    "-- -a.txt",
    "a.txt --format -f",
    "a.txt --jobs 2",
    "a.txt --no-such-option",
    "a.txt --quie",
]
WORDS = st.sampled_from(
    ["a.txt", "b c", "-", "", "--", "--format", "-f", "json", "jsonl", "xml", "-o", "--output", "--date", "2023-12-11",
     "20231311", "--kind", "-k", "casualty", "a,b", ",", "--rules", "-q", "--quiet", "--with-text", "-fq", "--jobs"]
)  # fmt: skip


def read_by_typer(arguments: list[str]) -> Request | None:
    """What Typer makes of a call; None where it refuses it."""
    asked: list[Request] = []

    def run(request: Request) -> int:
        asked.append(request)
        return 0

    with mock.patch("factx.cli.extract.run", run):
        CliRunner().invoke(app, ["extract", *arguments])
    return asked[0] if asked else None


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_call_is_read_as_typer_reads_it(line: str) -> None:
    arguments = shlex.split(line)
    request = plain(["extract", *arguments], {})
    assert request is not None
    assert request == read_by_typer(arguments)


@pytest.mark.parametrize("line", LEFT)
def test_what_is_not_plain_or_wrong_is_left_to_typer(line: str) -> None:
    assert plain(["extract", *shlex.split(line)], {}) is None


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=6))
def test_whatever_is_read_is_what_typer_reads(arguments: list[str]) -> None:
    request = plain(["extract", *arguments], {})
    if request is not None:
        assert request == read_by_typer(arguments)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        ([], {}),
        (["--version"], {}),
        (["rules", "list"], {}),
        (["schema"], {}),
        (["--help", "extract", "a.txt"], {}),
        (["extract", "a.txt"], {"_FACTX_COMPLETE": "complete_bash"}),
    ],
)
def test_other_calls_are_left_to_typer(arguments: list[str], environment: dict[str, Any]) -> None:
    assert plain(arguments, environment) is None


def test_where_typer_expands_patterns_it_is_left_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.cli.plain.os.name", "nt")
    assert plain(["extract", "*.txt"], {}) is None
