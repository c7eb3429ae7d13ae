"""The command line: what goes in, what comes out and where, and with which exit status."""

from __future__ import annotations

import json
import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import factx
from factx.cli import report
from factx.cli.app import COMMANDS, app
from factx.cli.jobs import run_all
from factx.cli.work import Outcome, Recipe
from factx.errors import InputError, Location
from factx.readers import Article

TEXT = "About 180 soldiers were killed.\nNine rebels were killed.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    return file


def run(*arguments: object, stdin: str | bytes | None = None, status: int = 0) -> Any:
    result = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)
    assert result.exit_code == status, result.output
    return result


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_version() -> None:
    assert run("--version").stdout == f"factx {factx.__version__}\n"


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_has_examples(command: tuple[str, ...]) -> None:
    assert "Examples" in run(*command, "--help").stdout


def test_json_is_the_default_where_no_terminal_is(article: Path) -> None:
    (found,) = objects(run("extract", article).stdout)
    assert list(found) == ["document", "facts", "warnings"]
    assert found["document"]["id"] == str(article)
    assert found["document"]["characters"] == len(TEXT)
    assert [fact["value"] for fact in found["facts"] if fact["kind"] == "casualty"] == [180, 9]


def test_every_fact_points_at_its_words(article: Path) -> None:
    (found,) = objects(run("extract", article, "--with-text").stdout)
    text = found["document"]["text"]
    assert found["facts"]
    for fact in found["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["text"]
        assert fact["text"] in fact["sentence"]
        assert fact["line"] == text[: fact["start"]].count("\n") + 1


def test_jsonl_is_a_fact_a_line(article: Path) -> None:
    facts = objects(run("extract", article, "-f", "jsonl", "-k", "casualty").stdout)
    assert [(fact["document"], fact["line"]) for fact in facts] == [(str(article), 1), (str(article), 2)]


def test_standard_input_is_read_without_a_file_and_for_a_dash(article: Path) -> None:
    assert run("extract", stdin=TEXT).stdout == run("extract", "-", stdin=TEXT).stdout
    found = objects(run("extract", "-", article, stdin="Ten men died.").stdout)
    assert [one["document"]["id"] for one in found] == ["-", str(article)]


def test_json_lines_on_standard_input() -> None:
    lines = [json.dumps({"id": name, "text": TEXT, "date": "2023-12-11"}) for name in "ab"]
    found = objects(run("extract", stdin="\n".join(lines)).stdout)
    assert [(one["document"]["id"], one["document"]["date"]) for one in found] == [
        ("a", "2023-12-11"),
        ("b", "2023-12-11"),
    ]


def test_a_date_given_is_for_documents_that_bring_none() -> None:
    lines = '{"text": "x", "date": "2001-02-03"}\n{"text": "y"}\n'
    found = objects(run("extract", "--date", "2023-12-11", stdin=lines).stdout)
    assert [one["document"]["date"] for one in found] == ["2001-02-03", "2023-12-11"]


def test_kinds_can_be_chosen(article: Path) -> None:
    for arguments in (("-k", "casualty", "-k", "date"), ("--kind", "casualty,date")):
        (found,) = objects(run("extract", article, *arguments).stdout)
        assert {fact["kind"] for fact in found["facts"]} == {"casualty"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "weather"),
        ("--format", "paint"),
        ("--date", "yesterday"),
        ("--color", "blue"),
        ("--jobs", "-1"),
        ("--no-such-option",),
        ("--rules", "/nonexistent"),
    ],
)
def test_wrong_usage_has_status_two_and_says_what_is_wrong(article: Path, arguments: tuple[str, ...]) -> None:
    result = run("extract", article, *arguments, status=2)
    assert result.stdout == ""
    assert arguments[-1] in result.stderr


def test_an_unknown_command_has_status_two() -> None:
    run("divine", status=2)


def test_what_fails_is_told_and_the_rest_comes_out(article: Path, tmp_path: Path) -> None:
    records = tmp_path / "news.jsonl"
    records.write_text('{"id": "a", "text": "A"}\n{"id": "b"\n{"id": "c", "text": "C"}\n')
    result = run("extract", tmp_path / "absent.txt", records, article, status=1)
    assert [one["document"]["id"] for one in objects(result.stdout)] == ["a", "c", str(article)]
    assert f"factx: {tmp_path}/absent.txt: no such file" in result.stderr
    assert f"factx: {records}:2:" in result.stderr


def test_a_failing_extraction_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = factx.Extractor.extract

    def fail(self: Any, text: str, **given: Any) -> Any:
        if text == "bad":
            raise ZeroDivisionError("no way")
        return extract(self, text, **given)

    monkeypatch.setattr(factx.Extractor, "extract", fail)
    result = run("extract", stdin='{"text": "bad"}\n{"id": "good", "text": "good"}\n', status=1)
    assert [one["document"]["id"] for one in objects(result.stdout)] == ["good"]
    assert "-:1: extraction failed: ZeroDivisionError: no way" in result.stderr


def test_warnings_are_in_the_json_or_on_standard_error(tmp_path: Path) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("déjà vu".encode("cp1252"))
    result = run("extract", file)
    assert [one["code"] for one in objects(result.stdout)[0]["warnings"]] == ["encoding"]
    assert result.stderr == ""
    result = run("extract", file, "--format", "jsonl")
    assert result.stderr == f"factx: warning: {file}: read as Windows-1252\n"
    assert run("extract", file, "--format", "jsonl", "--quiet").stderr == ""


def test_output_goes_to_a_file_whose_suffix_names_the_format(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    result = run("extract", article, "-o", target)
    assert result.stdout == ""
    assert target.read_text().startswith("document,id,kind,value,text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "facts.csv"]


def test_output_to_a_device_or_a_dash(article: Path) -> None:
    assert run("extract", article, "-o", os.devnull).stdout == ""
    assert objects(run("extract", article, "-o", "-").stdout)


def test_an_output_file_keeps_its_permissions_and_stays_a_link(article: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "facts.json", tmp_path / "link.json"
    target.touch(0o600)
    link.symlink_to(target)
    run("extract", article, "-o", link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert objects(target.read_text())


def test_a_file_that_cannot_be_written_is_an_error(article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "-o", tmp_path / "absent" / "facts.json", status=1)
    assert "cannot be written" in result.stderr


def test_an_output_file_stays_as_it_was_when_the_work_breaks_off(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "facts.json"
    target.write_text("before")

    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(factx.Extractor, "extract", interrupted)
    run("extract", article, "-o", target, status=130)
    assert target.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "facts.json"]


def test_names_of_fields_can_be_set() -> None:
    result = run(
        "extract", "--text-field", "body", "--id-field", "key", stdin=json.dumps({"key": "k", "body": TEXT}) + "\n"
    )
    (found,) = objects(result.stdout)
    assert found["document"]["id"] == "k"
    assert found["facts"]


def test_several_processes_end_where_there_is_nothing_to_do(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    assert run("extract", tmp_path / "none.jsonl", "--jobs", "2").stdout == ""


def test_several_processes_end_when_all_are_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_of_them(busy: list[Connection]) -> list[Connection]:
        assert busy, "to wait for nobody is for ever"
        for one in busy:
            one.poll(60)
        return busy

    monkeypatch.setattr("factx.cli.jobs.wait", all_of_them)
    records = [Article("Two soldiers were killed. " * 4_000, str(number), "-") for number in range(4)]
    recipe = Recipe(("number",), (), None, "json", False, False, 80, None)
    assert [outcome.error for outcome in run_all(recipe, records, 4)] == [None] * 4


def test_several_processes_give_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    records = tmp_path / "news.jsonl"
    lines = [json.dumps({"id": f"d{n}", "text": f"{n + 2} soldiers were killed."}) for n in range(300)]
    lines.insert(200, "{broken")
    records.write_text("\n".join(lines))
    one = run("extract", records, status=1)
    two = run("extract", records, "--jobs", "2", status=1)
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert [found["document"]["id"] for found in objects(two.stdout)] == [f"d{n}" for n in range(300)]


def test_a_profile_names_the_stages_on_standard_error(article: Path) -> None:
    result = run("extract", article, "--profile")
    assert [one["document"]["id"] for one in objects(result.stdout)] == [str(article)]
    assert {"rules and writer", "cascade", "writing"} <= {
        line.split(" ms ")[1].strip() for line in result.stderr.splitlines()
    }


def test_a_document_that_takes_too_long_is_left_with_a_warning() -> None:
    (found,) = objects(run("extract", "--time-limit", "0", stdin=TEXT * 100).stdout)
    assert [one["code"] for one in found["warnings"]] == ["time-limit"]


def test_a_word_begun_is_completed() -> None:
    for words, completed in (
        ("factx ex", ["extract"]),
        ("factx extract --format json", ["json", "jsonl"]),
        ("factx extract --kind cas", ["casualty"]),
        ("factx extract --color n", ["never"]),
    ):
        asked = {"_FACTX_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        result = CliRunner().invoke(app, [], prog_name="factx", env=asked)
        assert result.stdout.split() == completed


def test_progress_is_drawn_over_itself_and_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Halfway:
        position, total, articles = 50, 100, 1

    monkeypatch.setattr(report, "_PATIENCE", 0)
    outcomes = [Outcome(b"a", 3), Outcome(error=InputError("broken", Location("b.txt"))), Outcome(b"c", 2)]
    pieces = list(report.Report(False, Halfway()).pieces(outcomes))  # type: ignore[arg-type]
    assert pieces == [b"a", b"c"]
    drawn = capsys.readouterr().err.split("\r\x1b[K")
    assert "1 documents · 3 facts" in drawn[1]
    assert "50 %" in drawn[1]
    assert drawn[2] == "factx: b.txt: broken\n"
    assert "1 failed" in drawn[3]
    assert drawn[-1] == ""


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the worker must inherit the fault")
def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: Any, **__: Any) -> Any:
        os._exit(9)

    monkeypatch.setattr(factx.Extractor, "extract", die)
    result = run("extract", "--jobs", "2", stdin='{"text": "x"}\n' * 500, status=1)
    assert "a worker process ended" in result.stderr


def test_any_text_gives_json(tmp_path: Path) -> None:
    hostile = ["", "\0", "\x1b[2J", "(" * 10_000, "9" * 400, "A" * 5000, "\n" * 5000, "\u202eevil", "e\u0301" * 50]
    hostile += ["👩‍👩‍👧‍👦 killed 9", "\ud800 nine soldiers were killed", "\ue000\ue001 9 \uf8ff", "99 " * 3000]
    lines = "".join(json.dumps({"text": text}) + "\n" for text in hostile)
    found = objects(run("extract", "--with-text", stdin=lines).stdout)
    assert [one["document"]["text"] for one in found] == hostile


@pytest.mark.parametrize("arguments", [("--format", "csv"), ("--rules", "/nonexistent")])
def test_wrong_usage_of_schema(arguments: tuple[str, str]) -> None:
    assert arguments[1] in run("schema", *arguments, status=2).stderr


def test_the_package_has_the_names_it_promises() -> None:
    for name in factx.__all__:
        assert getattr(factx, name) is not None
    assert dir(factx) == sorted(factx.__all__)
    with pytest.raises(AttributeError, match="'weather'"):
        factx.weather  # noqa: B018


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", ""),
        ("extract", "-", "-o", ""),
        ("extract", "-", "--rules", ""),
        ("extract", "-", "--kind", ""),
        ("extract", "-", "--kind", " , "),
        ("extract", "-", "--time-limit", "nan"),
        ("extract", "-", "--jobs", "100000"),
        ("rules", "list", "--rules", ""),
        ("rules", "new", "casualty"),
    ],
)
def test_what_a_slip_of_the_shell_gives_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments, stdin=TEXT, status=2).stdout == ""


def test_kinds_in_one_list_or_in_several_are_the_same(article: Path) -> None:
    several = run("extract", article, "-k", "casualty", "-k", "date")
    assert run("extract", article, "-k", "casualty, date,").stdout == several.stdout


@pytest.mark.parametrize("name", ["rules.yaml", "empty"])
def test_rules_that_hold_no_rule_file_are_no_rules(article: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "rules.yaml").write_text("kind: casualty\n")
    (tmp_path / "empty").mkdir()
    told = run("extract", article, "--rules", tmp_path / name, status=2).stderr
    assert name in told
    assert ".toml" in told


def test_a_pattern_that_matches_nothing_at_all_gives_no_fact(article: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('kind = "casualty"\n[[rule]]\nid = "casualty.void"\npattern = "x*"\n')
    assert run("extract", article, "--rules", rules).stdout == run("extract", article).stdout
