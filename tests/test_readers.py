"""Bytes to articles: encodings, JSON Lines, packed files, folders."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import os
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import Article, Fields, Meter, read_all
from factx.readers.article import read_date
from factx.readers.encoding import decode
from factx.readers.walk import walk


def articles(*paths: object, stdin: bytes = b"", fields: Fields | None = None) -> list[Article | InputError]:
    return list(read_all([str(path) for path in paths], io.BytesIO(stdin), fields or Fields()))


def texts(found: list[Article | InputError]) -> list[str]:
    return [one.text for one in found if isinstance(one, Article)]


def only(found: list[Article | InputError]) -> Article:
    assert len(found) == 1
    assert isinstance(found[0], Article)
    return found[0]


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (b"plain", "plain", None),
        ("naïve café\r\n".encode(), "naïve café\r\n", None),
        (b"\xef\xbb\xbfmarked", "marked", "UTF-8 with a byte order mark"),
        ("\ufeffwide é".encode("utf-16-le"), "wide é", "UTF-16"),
        ("\ufeffwide é".encode("utf-16-be"), "wide é", "UTF-16"),
        ("\ufeffwide é".encode("utf-32-le"), "wide é", "UTF-32"),
        ("The army moved north.".encode("utf-16-le"), "The army moved north.", "UTF-16 without"),
        ("The army moved north.".encode("utf-16-be"), "The army moved north.", "UTF-16 without"),
        ("the café’s “owner”".encode("cp1252"), "the café’s “owner”", "Windows-1252"),
        ("détruit à Béni — été".encode() + b"\xff", "détruit à Béni — été\ufffd", "U+FFFD"),
        (b"NUL \0 inside", "NUL \0 inside", None),
        (b"", "", None),
        (b"\0\0\0\0\0\0", "\0\0\0\0\0\0", None),
    ],
)
def test_any_bytes_are_a_text_and_the_encoding_is_said(data: bytes, text: str, said: str | None) -> None:
    decoded, notices = decode(data)
    assert decoded == text
    assert [notice.code for notice in notices] == (["encoding"] if said else [])
    assert all(said in notice.message for notice in notices if said)


def test_line_ends_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one\r\ntwo\rthree\n")
    assert only(articles(file)).text == "one\r\ntwo\rthree\n"


def test_an_article_is_named_after_its_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("text")
    article = only(articles(file))
    assert (article.id, article.source) == (str(file), str(file))


def test_json_lines_carry_metadata(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    record = {"id": 7, "text": "Troops left.", "date": "2023-12-11T08:00:00Z", "title": "T", "url": "https://x.test/"}
    file.write_text(json.dumps(record) + "\n\n")
    article = only(articles(file))
    assert (article.id, article.text, article.title, article.url) == ("7", "Troops left.", "T", "https://x.test/")
    assert article.date == datetime.date(2023, 12, 11)
    assert article.source == f"{file}:1"


def test_json_lines_are_recognised_on_standard_input() -> None:
    found = articles("-", stdin=b'\xef\xbb\xbf{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}')
    assert texts(found) == ["one", "two"]
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "b"]


def test_text_on_standard_input_is_one_article() -> None:
    assert only(articles("-", stdin=b'{sic} "quoted"\nand more')).text == '{sic} "quoted"\nand more'


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    file = tmp_path / "wide.jsonl"
    file.write_bytes('{"text": "é"}\n{"text": "ü"}\n'.encode("utf-16"))
    assert texts(articles(file)) == ["é", "ü"]


def test_names_of_fields_can_be_set() -> None:
    fields = Fields(id="key", text="body", date="when")
    line = b'{"key": "k", "body": "b", "when": "Mon, 11 Dec 2023 10:00:00 GMT"}'
    article = only(articles("-", stdin=line, fields=fields))
    assert (article.id, article.text, article.date) == ("k", "b", datetime.date(2023, 12, 11))


def test_a_wrong_line_is_reported_with_its_number_and_the_rest_is_read() -> None:
    lines = [
        b'{"id": "a", "text": "one"}',
        b"{oops",
        b"[1]",
        b'{"body": "x"}',
        b'{"text": 5}',
        b'{"text": "\xff"}',
        b'{"a":' * 100_000,
        b'{"text": "two"}',
    ]
    found = articles("-", stdin=b"\n".join(lines))
    got = [one.text if isinstance(one, Article) else one.location.line for one in found]
    assert got == ["one", 2, 3, 4, 5, 6, 7, "two"]
    assert all(one.remedy for one in found if isinstance(one, InputError))


def test_an_unreadable_date_in_a_record_is_noticed_and_the_text_read() -> None:
    article = only(articles("-", stdin=b'{"text": "x", "date": "yesterday"}'))
    assert article.date is None
    assert [notice.code for notice in article.notices] == ["date-unreadable"]


def test_lone_surrogates_come_in() -> None:
    assert only(articles("-", stdin=rb'{"text": "a \ud800 b"}')).text == "a \ud800 b"


def test_gzip_by_name_and_by_first_bytes(tmp_path: Path) -> None:
    named, unnamed = tmp_path / "a.txt.gz", tmp_path / "unnamed"
    for file in (named, unnamed):
        file.write_bytes(gzip.compress(b"packed text"))
    assert texts(articles(named, unnamed)) == ["packed text"] * 2
    assert texts(articles("-", stdin=gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))) == ["one", "two"]


def test_damaged_gzip_is_an_error_and_what_came_before_is_read() -> None:
    lines = b"".join(json.dumps({"text": f"article {n * n}"}).encode() + b"\n" for n in range(20000))
    found = articles("-", stdin=gzip.compress(lines)[:-5000])
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], InputError)
    assert "damaged" in found[-1].message


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("good")
    found = articles(tmp_path / "absent.txt", good, tmp_path / "*.none")
    assert [type(one) for one in found] == [InputError, Article, InputError]


def test_folders_are_walked_in_order_hidden_and_unknown_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.jsonl", "a/y.txt.gz", ".hidden.txt", "picture.png", "c/.git/x.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = b'{"text": "record"}' if name.endswith("jsonl") else name.encode()
        file.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert texts(articles(tmp_path)) == ["b.txt", "a/y.txt.gz", "record"]


def test_links_that_loop_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert only(articles(tmp_path)).text == "a"


def test_a_folder_of_a_hundred_thousand_files_is_read_as_it_is_walked(tmp_path: Path) -> None:
    for number in range(100_000):
        os.close(os.open(f"{tmp_path}/{number:05}.txt", os.O_CREAT | os.O_WRONLY))
    (tmp_path / "00001.txt").write_text("early")
    (tmp_path / "99999.txt").write_text("late")
    assert [Path(str(path)).name for path in walk([str(tmp_path)])] == [f"{number:05}.txt" for number in range(100_000)]
    found = read_all([str(tmp_path)], io.BytesIO(), Fields())
    assert texts([one for one, _ in zip(found, range(2), strict=False)]) == ["", "early"]
    assert texts(articles(tmp_path / "9999?.txt"))[-1] == "late"


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (found,) = articles(tmp_path)
    assert isinstance(found, InputError)


def test_patterns_are_expanded(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "[3].txt"):
        (tmp_path / name).write_text(name)
    assert len(articles(tmp_path / "*.txt")) == 3
    assert only(articles(tmp_path / "[3].txt")).text == "[3].txt"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-12-11", (2023, 12, 11)),
        ("2023-12-11 23:59:00+02:00", (2023, 12, 11)),
        ("20231211", (2023, 12, 11)),
        ("Mon, 11 Dec 2023 10:00:00 +0000", (2023, 12, 11)),
        ("2023-02-30", None),
        ("", None),
        ("soon", None),
    ],
)
def test_dates_of_records(written: str, day: tuple[int, int, int] | None) -> None:
    assert read_date(written) == (datetime.date(*day) if day else None)


@pytest.mark.parametrize(
    ("data", "sources"),
    [
        (b'{\n "text": "one"\n}\n{\n "text": "two"}', ["-:1", "-:4"]),
        (b'[{"text": "one"}, {"text": "two"}]', ["-[0]", "-[1]"]),
    ],
)
def test_json_that_is_not_lines(data: bytes, sources: list[str]) -> None:
    found = articles("-", stdin=data)
    assert texts(found) == ["one", "two"]
    assert [one.source for one in found if isinstance(one, Article)] == sources


def test_a_json_file_may_hold_lines_and_says_where_it_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "news.json"
    file.write_text('{"text": "one"}\n{"body": 1}\n{"text": "two"}\n{"text": oops}\n')
    found = articles(file)
    assert texts(found) == ["one", "two"]
    errors = [one for one in found if isinstance(one, InputError)]
    assert [error.location.line for error in errors] == [2, 4]


def test_a_file_that_grows_while_it_is_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "one"}\n')
    found = []
    for one in read_all([str(file)], io.BytesIO(), Fields()):
        found.append(one)
        if isinstance(one, Article) and one.text == "one":
            with file.open("a") as more:
                more.write('{"text": "two"}\n')
    assert isinstance(found[-1], InputError)
    assert "changed while it was read" in found[-1].message


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "may not be read"),
        (IsADirectoryError(21, "Is a directory"), "is a folder"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
        (MemoryError(), "does not fit into memory"),
    ],
)
def test_what_goes_wrong_while_reading_is_said(tmp_path: Path, error: Exception, said: str) -> None:
    class Failing(io.BytesIO):
        def readinto(self, *_: object) -> int:
            raise error

    (found,) = read_all(["-"], io.BufferedReader(Failing()), Fields())  # type: ignore[arg-type]
    assert isinstance(found, InputError)
    assert found.message == said
    assert found.remedy


def test_json_nested_without_end(tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text("[" * 200_000)
    (found,) = articles(file)
    assert isinstance(found, InputError)
    assert "nested" in found.message


def test_a_meter_knows_how_much_there_is_and_how_much_is_read(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"text": "one"}\n' * 10)
    paths = [str(tmp_path), str(tmp_path / "absent")]
    meter = Meter(paths, io.BytesIO())
    positions = []
    for _ in read_all(paths, io.BytesIO(), Fields(), meter):
        positions.append(meter.position)
    assert meter.total == 0  # one of the paths leads nowhere
    assert Meter(paths[:1], io.BytesIO()).total == 320
    assert positions == sorted(positions)
    assert meter.position == 320


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.json.gz", "bomb.jsonl.gz", "bomb.html.gz", "bomb.txt"])
def test_a_document_without_end_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("factx.readers.bounded.MOST", 3 << 20)
    data = b'{"text": "' + b"x" * (4 << 20)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (tmp_path / "other.txt").write_text("plain text")
    found = articles(str(tmp_path))
    (error,) = (one for one in found if isinstance(one, InputError))
    assert "more than 3 MB" in str(error)
    assert "plain text" in texts(found)
