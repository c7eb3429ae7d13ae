"""The workbench: what `factx rules` tells those who write rules. The rules of factx are held to its lint."""

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from factx.cli.app import app
from factx.folders import rules_folder
from factx.rules import load
from factx.workbench.coverage import compare, cover, read_corpus
from factx.workbench.explain import explain
from factx.workbench.lint import READ_BY_CODE, lint
from factx.workbench.reference import SCHEMA_FILE, manual, rule_schema
from factx.workbench.skeleton import skeleton

RULES = load()
HEAD = "[kind]\nname = 'thing'\n[kind.attributes]\nwhat = 'text'\n"
GOOD = """
[[rule]]
id = "thing.dog"
pattern = '''(?<what>dogs?) ~ ran'''
examples = [{ text = "A dog ran.", facts = [{ what = "dog" }] }]
counterexamples = ["A dog sat."]
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["rules", *map(str, words)])


def write(folder: Path, text: str, name: str = "thing.toml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.fixture
def thing(tmp_path: Path) -> Path:
    return write(tmp_path, HEAD + GOOD)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "A dog ran.\n\nThe dog sat. Two dogs ran.\n", "article.txt")


def test_the_rules_of_factx_have_no_findings() -> None:
    assert [str(one) for one in lint(RULES)] == []


def test_lexicons_read_by_code_are_there() -> None:
    assert {name for name in READ_BY_CODE if name not in RULES.lexicons} == set()


def test_the_manual_and_the_schema_are_up_to_date() -> None:
    again = "run `factx rules reference > rules/README.md; factx rules reference --schema > rules/rule.schema.json`"
    folder = Path(rules_folder())
    assert (folder / "README.md").read_text("utf-8") == manual() + "\n" * (not manual().endswith("\n")), again
    assert json.loads((folder / SCHEMA_FILE).read_text()) == rule_schema(), again


@pytest.mark.parametrize("path", sorted(Path(rules_folder()).rglob("*.toml")), ids=lambda path: path.stem)
def test_rule_files_name_the_schema_and_fit_it(path: Path) -> None:
    text = path.read_text("utf-8")
    named = re.match(r"#:schema (\S+)\n", text)
    assert named
    assert (path.parent / named[1]).resolve() == Path(rules_folder()) / SCHEMA_FILE
    jsonschema.validate(tomllib.loads(text), rule_schema())


@pytest.mark.parametrize("bad", [{"rule": [{"id": "x"}]}, {"nix": 1}, {"kind": {"name": "x", "columns": "y"}}])
def test_the_schema_refuses_what_the_loader_refuses(bad: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, rule_schema())


def test_the_example_of_the_manual_works(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", manual(), re.DOTALL)
    assert found
    assert run("test", write(tmp_path, found[1])).exit_code == 0


def test_a_new_kind_works_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "arrests").exit_code == 0
    assert (tmp_path / SCHEMA_FILE).is_file()
    jsonschema.validate(tomllib.loads(skeleton("arrests")), rule_schema())
    assert "1 rule, 2 examples and counterexamples: all hold" in run("test", "arrests.toml").stdout
    assert run("lint", "arrests.toml").exit_code == 0
    assert run("new", "arrests").exit_code == 2
    assert run("new", "Two words").exit_code == 2


def test_list_tells_each_rule_with_its_examples(thing: Path) -> None:
    assert "thing.dog  1+ 1-" in run("list", "--rules", thing).stdout
    listed = {one["id"]: one for one in json.loads(run("list", "--rules", thing, "--json").stdout)}
    assert listed["thing.dog"]["line"] == 6
    assert listed["weapons.counted"]["pack"] == "weapons"


def test_show_resolves_what_a_rule_refers_to(thing: Path, tmp_path: Path) -> None:
    out = run("show", "weapons.counted").stdout
    assert "{weapon_lead} = " in out
    assert re.search(r"\{weapon_words\}  \d+ forms: tank, tanks", out)
    other = write(tmp_path, "kind = 'thing'\n" + GOOD, "other.toml")
    assert f"replaces the rule of {thing}:6" in run("show", "thing.dog", "--rules", thing, "--rules", other).stdout
    unknown = run("show", "weapons.count")
    assert unknown.exit_code == 2
    assert "weapons.counted" in unknown.stderr


def test_a_failing_example_shows_expected_and_found(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + GOOD.replace('what = "dog"', 'what = "cat"').replace("dog sat", "dog ran"))
    result = run("test", path)
    assert result.exit_code == 1
    assert "expected  no fact has {'what': 'cat'}" in result.stdout
    assert "found     'dog ran' by thing.dog" in result.stdout
    assert "expected  matches its counterexample" in result.stdout
    assert len(json.loads(run("test", path, "--json").stdout)["failures"]) == 2


def test_rules_that_cannot_be_read_end_with_two(tmp_path: Path) -> None:
    result = run("test", write(tmp_path, "[kind\n"))
    assert result.exit_code == 2
    assert "thing.toml:1" in result.stderr
    assert run("test", "no.such").exit_code == 2


LINT = {
    "unused-macro": "[macros]\nm = 'x'\n" + GOOD,
    "unused-lexicon": "[lexicons]\nl = ['x']\n" + GOOD,
    "no-trigger": GOOD.replace("dogs?) ~ ran", r"\w+) ~ \w+").replace('"A dog sat."', '"Dogs."'),
    "no-examples": re.sub("(?m)^examples = .*\n", "", GOOD),
    "no-counterexamples": re.sub("counterexamples = .*\n", "", GOOD),
    "duplicate": GOOD + GOOD.replace("thing.dog", "thing.hound"),
    "subsumed": GOOD + GOOD.replace("thing.dog", "thing.dug").replace("dogs?", "dog|dug"),
    "example-lost": GOOD + GOOD.replace("thing.dog", "thing.long").replace("(?", r"\b(?:a~)?(?"),
    "bad-example": GOOD.replace("dog sat", "dog ran"),
}


@pytest.mark.parametrize("code", LINT)
def test_lint_finds(tmp_path: Path, code: str) -> None:
    path = write(tmp_path, HEAD.replace("[kind.attributes]", "enabled = true\n[kind.attributes]") + LINT[code])
    only = None if code.startswith("unused") else {one.id for one in load(path).rules.values() if one.kind == "thing"}
    assert code in {one.code for one in lint(load(path), only)}


def test_lint_says_nothing_of_a_good_rule(thing: Path) -> None:
    assert list(lint(load(thing), {"thing.dog"})) == []


def test_lint_finds_what_never_matches_in_a_corpus(thing: Path, article: Path, tmp_path: Path) -> None:
    other = write(tmp_path, "kind = 'thing'\n" + GOOD.replace("dog", "cat"), "other.toml")
    rules = load(thing, other)
    found = lint(rules, {"thing.dog", "thing.cat"}, read_corpus(article))
    assert [(one.code, one.subject) for one in found] == [("never-fires", "thing.cat")]


def test_a_file_without_rules_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "", "empty.toml")
    for command in ("test", "lint"):
        result = CliRunner().invoke(app, ["rules", command, str(path)])
        assert result.exit_code == 2
        assert "empty.toml holds no rules" in result.stderr


def test_explain_tells_how_far_a_rule_got(thing: Path) -> None:
    text = "The dog sat. Two dogs ran."
    found = explain(load(thing), text, 0, 3, ["thing"])
    (layer,) = [one for one in found.layers if one.kind == "thing"]
    assert [(one.rule, one.reached.strip()) for one in layer.attempts] == [("thing.dog", "dog")]
    assert found.facts == []


def test_explain_tells_what_won_and_why(thing: Path, tmp_path: Path) -> None:
    more = GOOD.replace("thing.dog", "thing.first").replace("ran'''", "ran'''\npriority = 2").replace("dogs?", "dog")
    other = write(tmp_path, "kind = 'thing'\n" + more, "other.toml")
    found = explain(load(thing, other), "A dog ran.", 0, 5, ["thing"])
    (layer,) = [one for one in found.layers if one.kind == "thing"]
    told = {one.rule: (one.stands, one.reason) for one in layer.matches}
    assert told["thing.first"] == (True, "")
    assert told["thing.dog"] == (False, "thing.first 'dog ran' has priority 2 over 0")


def test_explain_shows_the_sentence_as_rules_see_it() -> None:
    found = explain(RULES, "Some 12 soldiers were killed near Kidal.", 5, 7)
    sees = {one.kind: one.lifted for one in found.layers}
    assert "{place}" in sees["number"]
    assert sees["casualty"].startswith("{people")
    assert [one.kind for one in found.facts] == ["casualty", "place"]


@pytest.mark.parametrize(
    "how", [("--at", "3"), ("--at", "3:15"), ("--why-not", "dog sat"), ("--why", "f2")], ids=lambda how: how[0]
)
def test_explain_finds_its_place(thing: Path, article: Path, how: tuple[str, str]) -> None:
    result = run("explain", article, *how, "--rules", thing, "--kind", "thing")
    assert result.exit_code == 0
    assert "line 3" in result.stdout
    assert json.loads(run("explain", article, *how, "--rules", thing, "--kind", "thing", "--json").stdout)["line"] == 3


@pytest.mark.parametrize(
    ("how", "status"),
    [(("--at", "90"), 1), (("--at", "x"), 2), (("--why", "f99"), 1), (("--why-not", "zebra"), 1), ((), 2)],
)
def test_explain_of_no_place_says_so(article: Path, how: tuple[str, ...], status: int) -> None:
    result = run("explain", article, *how)
    assert result.exit_code == status
    assert result.stderr.startswith("factx: ")


def test_coverage_counts_facts_and_holds_them_against_gold(thing: Path, tmp_path: Path) -> None:
    gold = {"id": "a", "text": "A dog ran. Dogs ran.", "kinds": ["thing"]}
    gold["gold"] = [{"kind": "thing", "start": 2, "end": 9}]  # type: ignore[assignment]
    corpus = write(tmp_path, json.dumps(gold) + "\n" + json.dumps({"text": "No dog."}) + "\n", "corpus.jsonl")
    found = cover(load(thing), read_corpus(corpus), ["thing"])
    use = found.uses["thing.dog"]
    assert (found.documents, use.matches, use.facts, use.judged, use.right) == (2, 2, 2, 2, 1)
    assert use.precision == 0.5
    assert not use.dead
    rows = run("coverage", corpus, "--rules", thing, "--kind", "thing").stdout.splitlines()
    assert rows[1].split("\t")[:5] == ["thing", "thing.dog", "2", "2", "50% of 2"]


def test_a_corpus_that_is_none_is_an_error(tmp_path: Path) -> None:
    result = run("coverage", write(tmp_path, "{}\n", "corpus.jsonl"))
    assert result.exit_code == 1
    assert "corpus.jsonl:1: no JSON object with a text" in result.stderr


def test_diff_tells_what_appears_vanishes_and_changes(thing: Path, article: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    new = write(tmp_path / "new", HEAD + GOOD.replace("dogs?) ~ ran", "dog) ~ (?:ran|sat) | two ~ (?<what>dogs)"))
    changes = compare(load(thing), load(new), read_corpus(article), ["thing"])
    told = [(one.what, (one.new or one.old).text) for one in changes]  # type: ignore[union-attr]
    assert told == [("changes", "Two dogs"), ("appears", "dog sat")]
    result = run("diff", thing, new, article, "--kind", "thing")
    assert result.exit_code == 1
    assert "+ article.txt:3 thing 'dog sat'" in result.stdout
    assert run("diff", thing, thing, article, "--kind", "thing").exit_code == 0
    assert len(json.loads(run("diff", thing, new, article, "--kind", "thing", "--json").stdout)) == 2
