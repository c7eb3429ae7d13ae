"""The shelf keeps pickled objects in one file, and the matcher makes patterns of them without the parser of `regex`."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from factx.engine.cache import open_cascade, save
from factx.matcher import freeze, matcher_files, thaw
from factx.shelf import Shelf, write

PATTERN = r"(?i)(?<count>\d++)\s+(?:goats?|sheep)\b(?<!lamb)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.shelf"
    write(str(path), "the key", {"a list": pickle.dumps([1, 2]), "nothing": pickle.dumps(None)})
    return path


def test_what_was_put_on_a_shelf_is_there(file: Path) -> None:
    shelf = Shelf(str(file))
    assert shelf.key == "the key"
    assert list(shelf) == ["a list", "nothing"]
    assert shelf["a list"] == [1, 2]
    assert shelf["a list"] is not shelf["a list"], "each is made anew"
    assert shelf["nothing"] is None
    assert "a list" in shelf
    assert "another" not in shelf
    with pytest.raises(KeyError):
        shelf["another"]


def test_a_shelf_outlives_its_file(file: Path) -> None:
    shelf = Shelf(str(file))
    write(str(file), "another key", {})
    assert shelf["a list"] == [1, 2]
    assert Shelf(str(file)).key == "another key"


def test_a_damaged_file_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at])
        with pytest.raises(ValueError, match=r"cut|damaged|empty"):
            Shelf(str(file))
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ValueError, match=r"cut|damaged|empty"):
            Shelf(str(file))
    with pytest.raises(FileNotFoundError):
        Shelf(str(file.with_name("none")))


def test_a_damaged_cache_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTX_CACHE", str(tmp_path))
    cascade = open_cascade(kinds=["number"])
    save(cascade)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    assert open_cascade(kinds=["number"]).shelf is not None
    for damaged in (b"", whole[:-9], whole[:99] + b"\0" * (len(whole) - 99), b"\x80\x05N."):
        file.write_bytes(damaged)
        again = open_cascade(kinds=["number"])
        assert again.shelf is None
        save(again)
        assert open_cascade(kinds=["number"]).shelf is not None


def test_a_pattern_thaws_to_the_same() -> None:
    pattern = regex.compile(PATTERN)
    again = thaw(pickle.loads(pickle.dumps(freeze(pattern))))
    found = again.search("some 12  Goats")
    assert found is not None
    assert found.groupdict() == {"count": "12"}
    assert repr(again) == repr(pattern)


def test_thawing_does_not_import_the_parser(tmp_path: Path) -> None:
    kept = tmp_path / "pattern"
    kept.write_bytes(pickle.dumps(freeze(regex.compile(PATTERN))))
    code = (
        "import pathlib, pickle, sys\n"
        "from factx.matcher import thaw\n"
        f"pattern = thaw(pickle.loads(pathlib.Path({str(kept)!r}).read_bytes()))\n"
        "print(pattern.search('3 sheep')['count'], 'regex' in sys.modules)\n"
        "import regex\n"
        "print(regex.compile('[a-c]+').search('xbb')[0], type(pattern) is regex.Pattern)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["3", "False", "bb", "True"]


def test_the_matcher_is_known_by_its_files() -> None:
    assert [Path(path).name.partition(".")[0] for path in matcher_files()] == ["_regex"]
