"""A rule file is data: what is wrong with it is said with its place and a remedy, and no rule holds up a document."""

# ruff: noqa: E501 - a fault and its message stand on one line

from pathlib import Path

import pytest

from factx.engine.budget import TIMEOUT
from factx.errors import RuleErrors
from factx.extractor import Extractor
from factx.rules import limits, load
from factx.workbench.lint import lint

HEAD = "[kind]\nname = 'thing'\n[kind.attributes]\nwhat = 'text'\n"


def pack(folder: Path, text: str | bytes, name: str = "broken.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def rule(pattern: str, id: str = "thing.one", more: str = "") -> str:
    return f"[[rule]]\nid = '{id}'\npattern = '''{pattern}'''\n{more}\n"


BROKEN = {
    "bad TOML": ("[kind]\nname = thing\n", r"broken.toml:2:8: no TOML: .*quotes"),
    "bad regex": (HEAD + rule("a[z-b]c"), r"broken.toml:5 \(thing.one\): the pattern is no regular expression: bad char"),
    "unknown macro": (HEAD + rule("a {dat} b"), r"broken.toml:5 \(thing.one\): nothing is called \{dat\} \(did you mean dat"),
    "clash of ids": (HEAD + rule("abc") + rule("def"), r"broken.toml:9 \(thing.one\): rule thing.one is defined twice .*toml:5"),
    "huge lexicon": (
        HEAD + "[lexicons]\nwords = [" + "'w', " * (limits.MAX_INLINE_FORMS + 1) + "]\n",
        r"broken.toml:6: lexicon 'words' has 2,001 forms, more than 2,000 \(move them to a file words.txt",
    ),
    "wrong type": (
        HEAD + rule("abc", more="priority = 'high'"),
        r"broken.toml:8 \(thing.one\): 'priority' is text \(write a whole number",
    ),
    "cycle of macros": (
        HEAD + "[macros]\na = 'x{b}'\nb = 'y{a}'\n" + rule("{a}"),
        r"broken.toml:8 \(thing.one\): a cycle of macros: a -> b -> a \(take one",
    ),
    "non-UTF-8": (HEAD.encode() + b"# caf\xe9\n", r"broken.toml:5: not UTF-8 \(save the file as UTF-8\)"),
    "unknown key": (HEAD + rule("abc", more="exmaples = []"), r"broken.toml:8 .*unknown key 'exmaples' \(did you mean 'examples'"),
    "no pattern": (HEAD + "[[rule]]\nid = 'x'\n", r"broken.toml:5 \(x\): a rule without 'pattern'"),
    "capture with no type": (HEAD + rule("(?<who>abc)"), r"capture 'who' is no attribute of kind 'thing' \(declare it"),
    "no such kind": ("kind = 'thing'\n" + rule("abc"), r"broken.toml:2 \(thing.one\): no kind is called 'thing'"),
    "no such lexicon": (
        "[kind]\nname = 'thing'\nattributes = { a = { type = 'choice', lexicon = 'nix' } }\n", r"broken.toml:1: .*'nix'"
    ),
    "unknown type": ("[kind]\nname = 'thing'\nattributes = { a = 'colour' }\n", r"type = 'colour' is not known \(one of text"),
    "key of none": ("[kind]\nname = 'thing'\nkey = ['a']\n", r"broken.toml:1: key 'a' is no attribute of kind 'thing'"),
    "fuzzy match": (HEAD + rule("abc{e<=3}"), r"a '\{' that begins no \{name\}"),
    "repeats of repeats": (HEAD + rule("(?:(?:a{900}){900})"), r"repetitions within repetitions: 810,000 times"),
    "many repeats": (HEAD + rule("a{5000}"), r"repeats more than 1,000 times \(write"),
    "deep brackets": (HEAD + rule("(?:" * 200 + "a" + ")" * 200), r"nested more than 60 deep"),
    "long pattern": (HEAD + rule("abc " * 9000), r"a pattern of 36,000 characters, more than 20,000"),
    "named list": (HEAD + rule(r"\L<x>"), r"no regular expression"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_says_where_and_what_to_do(tmp_path: Path, name: str) -> None:
    text, expected = BROKEN[name]
    with pytest.raises(RuleErrors, match=expected):
        load(pack(tmp_path, text), builtin=name == "unknown macro")


def test_all_faults_of_a_pack_come_out_together(tmp_path: Path) -> None:
    with pytest.raises(RuleErrors) as caught:
        load(pack(tmp_path, HEAD + rule("abc", more="nix = 1\nset = 3") + rule("def", "thing.two", "scope = 'page'")))
    assert len(caught.value.errors) == 3


def test_a_bad_example_is_found(tmp_path: Path) -> None:
    more = "examples = [{ text = 'A dog ran.', facts = [{ what = 'cat' }] }]\ncounterexamples = ['A cat ran.']"
    path = pack(tmp_path, HEAD + rule("(?<what>dog|cat)", more=more))
    found = [(one.code, one.subject, one.location.line) for one in lint(load(path), {"thing.one"})]
    assert found == [("bad-example", "thing.one", 5), ("bad-example", "thing.one", 5)]


def test_a_huge_lexicon_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("\n".join(f"w{number}" for number in range(200_001)))
    with pytest.raises(RuleErrors, match=r"words.txt: more than 200,000 entries"):
        load(tmp_path)


def test_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    secret = pack(tmp_path, "token", "secret.txt")
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "words.txt").symlink_to(secret)
    with pytest.raises(RuleErrors, match=r"words.txt: a link out of the pack's folder"):
        load(folder)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    for number in range(limits.MAX_FILES + 1):
        (tmp_path / f"w{number}.txt").touch()
    with pytest.raises(RuleErrors, match=r"501 files, more than 500"):
        load(tmp_path)


EXPLODING = ["(?:(?:a{1,30}){1,30}){1,30}(?<what>c)", "(?:a|aa)+(?:a|aa)+(?:a|aa)+(?<what>c)"]


@pytest.mark.parametrize("pattern", EXPLODING)
def test_an_exploding_rule_is_stopped_and_the_others_go_on(tmp_path: Path, pattern: str) -> None:
    path = pack(
        tmp_path, HEAD + rule(pattern + "(?!.)e", more="triggers = ['aaaa']") + rule("(?<what>dog)", "thing.dog")
    )
    bad = "A dog sat. " + "a" * 3000 + "c e" + " dog.\n\n"
    extraction = Extractor(["thing"], [path]).extract(bad * 12)
    warned = [one for one in extraction.warnings if one.code == "rule-timeout"]
    assert [one.message.split()[1] for one in warned] == ["thing.one"]
    assert [one.rule for one in extraction.facts] == ["thing.dog"] * 24


def test_an_exploding_rule_takes_a_bounded_time(tmp_path: Path) -> None:
    path = pack(tmp_path, HEAD + rule(EXPLODING[0] + "(?!.)e", more="triggers = ['aaaa']"))
    extractor = Extractor(["thing"], [path])
    extractor.watch_rules = True
    extractor.extract(("a" * 3000 + "c e.\n\n") * 40)
    assert extractor.budget.spent["thing.one"] < 4 * (extractor.budget.limit + TIMEOUT)


def test_lint_proves_backtracking_with_a_text(tmp_path: Path) -> None:
    path = pack(tmp_path, HEAD + rule(EXPLODING[0]))
    found = {one.code: one.message for one in lint(load(path), {"thing.one"})}
    assert "ms on" in found["backtracking"]
