"""The warm start of `re`: it saves time, and nothing else may come of it."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factx import precompiled, warm

PATTERN = r"(?P<number>\d+)\s+(?P<noun>goats?|sheep)(?i:!)?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FACTX_CACHE", str(tmp_path))
    monkeypatch.setattr(warm, "WORTH", 1)
    monkeypatch.setattr(warm, "_RARE", "no module")
    re.purge()
    yield tmp_path
    re.purge()


def test_a_pattern_that_was_kept_is_not_compiled_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = re.compile(PATTERN, re.MULTILINE)
    warm.keep(set())
    re.purge()
    assert (PATTERN, re.MULTILINE.value) in warm.warm()
    monkeypatch.setattr("re._compiler.compile", None)
    after = re.compile(PATTERN, re.MULTILINE)
    assert after == before
    found = after.search("some 12  goats!")
    assert found is not None
    assert (found.groupdict(), found.span()) == ({"number": "12", "noun": "goats"}, (5, 15))


def test_what_is_known_is_not_written_again(folder: Path) -> None:
    re.compile(PATTERN)
    warm.keep(set())
    file = folder / "patterns.marshal"
    file.write_bytes(written := file.read_bytes())
    stamp = file.stat().st_mtime_ns
    warm.keep(warm.warm())
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (written, stamp)


def test_a_pattern_or_two_are_not_worth_a_new_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "WORTH", 3)
    re.compile(PATTERN)
    warm.keep(set())
    assert list(folder.iterdir()) == []


def test_what_reads_rule_files_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "_RARE", "factx.warm")
    re.compile(PATTERN)
    warm.keep(set())
    assert list(folder.iterdir()) == []


def test_patterns_of_another_release_do_not_stay_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MAX_PATTERNS", 1)
    re.compile(PATTERN)
    warm.keep(set())
    warmed = warm.warm()
    re.compile("new")
    warm.keep(warmed)
    re.purge()
    assert warm.warm() == {("new", 0)}


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00" * 40, marshal.dumps(("another Python", {})), marshal.dumps({1: 2}),
        marshal.dumps((precompiled.version(), {(PATTERN, 0): (0, bytes(12), 2, {}, (None,))})),
    ],
)  # fmt: skip
def test_a_damaged_file_is_as_good_as_none(folder: Path, data: bytes) -> None:
    (folder / "patterns.marshal").write_bytes(data)
    assert warm.warm() == set()
    assert re.search(PATTERN, "3 sheep")


def test_no_cache_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    re.compile(PATTERN)
    (folder / "file").write_text("")
    for place in ("", str(folder / "file")):
        monkeypatch.setenv("FACTX_CACHE", place)
        warm.keep(set())
        assert warm.warm() == set()
