"""Packs: where they come from, in what order, and what a later one does to an earlier one."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from factx import writers
from factx.cli.app import app
from factx.errors import RuleErrors
from factx.extractor import Extractor
from factx.rules import load
from factx.rules.loader import satisfies
from factx.rules.projects import find_packs, installed_packs, project_file
from factx.schema import document_schema

AID = """
[kind]
name = "aid"
description = "Aid that was delivered"
columns = ["value", "goods", "how", "place", "giver", "date", "text"]
key = ["goods"]
case = true
[kind.attributes]
value = { type = "number", capture = "count" }
goods = "text"
how = { type = "choice", values = ["air", "road"] }
place = "place"
giver = "group"
date = "date"
[[rule]]
id = "aid.sent"
pattern = '''(?:(?<giver>{group})~)?sent ~ (?<count>{number}) ~ bags
  (?:~of~(?<goods>\\w+))? (?:~to~(?<place>{place}))? (?:~on~(?<date>{date}))?'''
set = { how = "road" }
examples = [{ text = "NATO sent 40 bags of flour to Gao.", facts = [{ value = 40, goods = "flour", place = "Gao" }] }]
counterexamples = ["NATO sent 40 tents."]
"""
TEXT = "NATO sent 40 bags of flour to Kidal on 4 May 2021. ECOWAS sent 30 bags."


@pytest.fixture
def aid(tmp_path: Path) -> Path:
    path = tmp_path / "aid.toml"
    path.write_text(AID)
    return path


def rule(id: str, pattern: str, kind: str = "aid", more: str = "") -> str:
    return f"kind = '{kind}'\n[[rule]]\nid = '{id}'\npattern = '''{pattern}'''\n{more}"


def test_a_kind_from_one_file_has_typed_attributes(aid: Path) -> None:
    (fact,) = Extractor(["aid"], [aid]).extract(TEXT).facts
    assert fact.value == 40
    assert fact.attributes == {
        "goods": "flour", "how": "road", "place": "Kidal", "giver": "NATO", "date": "2021-05-04"
    }  # fmt: skip


def test_references_of_a_new_kind_name_the_facts_of_others(aid: Path) -> None:
    facts = Extractor(["aid", "place", "date", "group"], [aid]).extract(TEXT).facts
    ids = {one.text: one.id for one in facts}
    found = next(one for one in facts if one.kind == "aid")
    assert found.refs == {"place": ids["Kidal"], "giver": ids["NATO"], "date": ids["4 May 2021"]}


def test_what_lacks_a_key_attribute_is_no_fact(aid: Path) -> None:
    assert [one.text for one in Extractor(["aid"], [aid]).extract("ECOWAS sent 30 bags.").facts] == []


@pytest.mark.parametrize("format", writers.FORMATS)
def test_every_writer_shows_a_new_kind(aid: Path, format: str) -> None:
    extractor = Extractor(["aid"], [aid])
    writer = writers.load(format, writers.Style({"aid": extractor.rules.kinds["aid"]}, width=120))
    out = b"".join(writer.frame([writer.render(extractor.extract(TEXT))])).decode()
    assert "Kidal" in out
    assert "flour" in out or format == "timeml"


def test_the_schema_knows_a_new_kind(aid: Path) -> None:
    extractor = Extractor(["aid"], [aid])
    style = writers.Style({"aid": extractor.rules.kinds["aid"]})
    record = json.loads(writers.load("json", style).render(extractor.extract(TEXT)))
    schema = document_schema(load(aid).kinds)
    jsonschema.validate(record, schema)
    record["facts"][0]["goods"] = None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema)


@pytest.mark.parametrize(
    ("kind", "pack", "text", "value"),
    [
        ("weapons", "weapons", "The convoy had 14 tanks.", 14),
        ("agreement", "agreements", "Both sides signed a ceasefire.", "ceasefire"),
    ],
)
def test_packs_that_come_with_factx_are_off_until_asked_for(kind: str, pack: str, text: str, value: object) -> None:
    assert kind not in {one.kind for one in Extractor().extract(text).facts}
    assert [one.value for one in Extractor([kind]).extract(text).facts] == [value]
    named = Extractor(packs=[pack]).extract(text).facts
    assert value in [one.value for one in named if one.kind == kind]


def test_a_later_pack_replaces_a_rule_by_its_id(aid: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(rule("aid.sent", "gave ~ (?<count>{number}) ~ bags ~ of ~ (?<goods>\\w+)"))
    rules = load(aid, other)
    assert [one.location.path for one in rules.replaced["aid.sent"]] == [str(aid)]
    facts = Extractor(["aid"], rules=rules).extract(f"It gave 3 bags of rice. {TEXT}").facts
    assert [one.text for one in facts] == ["gave 3 bags of rice"]


def test_a_later_pack_extends_a_lexicon(tmp_path: Path) -> None:
    (tmp_path / "weapon_words.tsv").write_text("form\ttype\ntrebuchet\tartillery\ntrebuchets\tartillery\n")
    facts = Extractor(["weapons"], [tmp_path]).extract("They had 12 trebuchets and 3 tanks.").facts
    assert [(one.value, one.attributes["type"]) for one in facts] == [(12, "artillery"), (3, "tank")]


@pytest.mark.parametrize(
    ("name", "left"),
    [("weapons.counted", ["3 crates of rifles"]), ("weapons", []), ("weapons.of", ["14 tanks"])],
)
def test_rules_and_packs_are_switched_off(tmp_path: Path, name: str, left: list[str]) -> None:
    path = tmp_path / "off.toml"
    path.write_text(f"disable = ['{name}']\n")
    facts = Extractor(["weapons"], [path]).extract("They had 14 tanks. They had 3 crates of rifles.").facts
    assert [one.text for one in facts] == left


def test_a_kind_that_is_switched_off_is_still_there_for_others(tmp_path: Path) -> None:
    path = tmp_path / "off.toml"
    path.write_text("disable = ['troop_count']\n")
    kinds = {one.kind for one in Extractor(packs=[path]).extract("Some 300 soldiers left Kidal.").facts}
    assert kinds == {"place"}


def test_to_switch_off_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "off.toml"
    path.write_text("disable = ['dragons']\n")
    with pytest.raises(RuleErrors, match=r"off.toml:1: disable names 'dragons'"):
        load(path)


def test_a_pack_may_need_a_newer_factx(tmp_path: Path) -> None:
    path = tmp_path / "late.toml"
    path.write_text("requires = '>=99.1'\n")
    with pytest.raises(RuleErrors, match=r"late.toml:1: the pack needs factx >=99.1, and this is .* \(upgrade factx"):
        load(path)


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [(">=0.2", True), (">=0.2.1", False), ("<0.10", True), ("==0.2", True), ("!=0.2", False), (">0.1, <0.2", False)],
)
def test_versions_compare_as_numbers(wanted: str, holds: bool) -> None:
    assert satisfies("0.2.0", wanted) is holds


def test_packs_are_read_in_the_stated_order(aid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user, project = tmp_path / "user", tmp_path / "project"
    below = project / "a" / "b"
    site = tmp_path / "site"
    for folder in (user, below, site / "aidrules", site / "aidrules-1.0.dist-info"):
        folder.mkdir(parents=True)
    (site / "aidrules-1.0.dist-info" / "entry_points.txt").write_text("[factx.packs]\naid = aidrules\n")
    (project / "factx.toml").write_text("rules = ['own.toml', 'weapons']\n")
    (project / "own.toml").write_text("")
    (user / "own.toml").write_text("")
    monkeypatch.setenv("FACTX_RULES", str(user))
    monkeypatch.syspath_prepend(str(site))
    found = find_packs([aid], str(below))
    assert [Path(one) for one in found] == [
        site / "aidrules", user, project / "own.toml", Path("weapons"), project / "factx.toml", aid
    ]  # fmt: skip


def test_a_project_file_enables_and_disables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nname = 'x'\n[tool.factx]\nenable = ['weapons']\ndisable = ['place']\n"
    )
    (tmp_path / "a.txt").write_text("Some 14 tanks left Kidal.\n")
    monkeypatch.chdir(tmp_path)
    out = CliRunner().invoke(app, ["extract", "a.txt", "--format", "json"]).stdout
    assert [one["kind"] for one in json.loads(out)["facts"]] == ["weapons"]


def test_a_pyproject_that_says_nothing_to_factx_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert project_file(str(tmp_path)) != str(tmp_path / "pyproject.toml")


def test_a_project_file_that_names_no_pack_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factx.toml").write_text("rules = ['nowhere']\n")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["extract", "a.txt"])
    assert result.exit_code == 2
    assert "rules names 'nowhere'" in result.stderr


def test_metadata_without_packs_gives_none(tmp_path: Path) -> None:
    (tmp_path / "x-1.dist-info").mkdir()
    (tmp_path / "x-1.dist-info" / "entry_points.txt").write_text("[console_scripts]\nx = x:main\n")
    assert installed_packs([str(tmp_path), str(tmp_path / "absent")]) == []
