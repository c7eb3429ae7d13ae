"""The engine on small packs of its own: lifting, needs, selection, links, context, scopes, layers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.engine import Cascade
from factx.engine.lift import lift, lower
from factx.engine.plan import indices
from factx.errors import RuleErrors
from factx.extractor import Extractor
from factx.facts import Fact, Mention
from factx.rules import RuleSet, load
from factx.rules.forms import alternation

PACK = r"""
[[kind]]
name = "beast"
[[kind]]
name = "herd"
each = ["beast"]
claim = ["beast"]
span = ["beast", "verb"]
anchor = "verb"
[kind.attributes]
beast = { type = "mention", inherit = { size = "size" }, show = false }
verb = "text"
by = "text"
asserted = { type = "boolean", default = true }

[lexicons]
animals = ["cow", "goat", "mountain goat"]

[[rule]]
id = "beast.animal"
kind = "beast"
pattern = '''{animals}s?'''
set = { size = 1 }

[[rule]]
id = "herd.fled"
kind = "herd"
pattern = '''(?<beast>{beast}) (?: ~ and ~ (?<beast>{beast}) )* ~ (?<verb> fled | ran )'''

[[rule]]
id = "herd.far"
kind = "herd"
pattern = '''(?<beast>{beast}) [^.]* ~ (?<verb> vanished | ran )'''

[[link]]
id = "herd.by"
kind = "herd"
pattern = '''(?<verb> fled | ran ) ~ from ~ (?<by> \w+ )'''

[[context]]
id = "herd.maybe"
kind = "herd"
pattern = '''\b (?:perhaps | if) \b (?<scope> [^.,]* )'''
set = { asserted = false }

[[avoid]]
id = "herd.stew"
kind = "herd"
pattern = '''{beast} ~ stew'''

[[rule]]
id = "herd.over-paragraph"
kind = "herd"
scope = "paragraph"
pattern = '''(?<beast>{beast}) \. ~ They ~ (?<verb> slept )'''
"""


def rule_set(folder: Path, text: str) -> RuleSet:
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    return load(folder, builtin=False)


@pytest.fixture
def herds(tmp_path: Path) -> Extractor:
    pack = PACK.replace("They ~", "they ~")
    return Extractor(kinds=["herd"], rules=rule_set(tmp_path, pack))


def found(extractor: Extractor, text: str) -> list[Fact]:
    return extractor.extract(text).facts


def test_a_repeated_capture_gives_a_fact_for_each_repetition(herds: Extractor) -> None:
    facts = found(herds, "The cow and goat fled.")
    assert [(fact.text, fact.attributes["size"]) for fact in facts] == [("cow and goat fled", 1), ("goat fled", 1)]


def test_the_shorter_span_wins_a_claimed_capture(herds: Extractor) -> None:
    facts = found(herds, "A goat fled the day the wolf vanished and ran.")
    assert [(fact.text, fact.rule) for fact in facts] == [("goat fled", "herd.fled")]


def test_links_add_attributes_and_contexts_change_the_default(herds: Extractor) -> None:
    fact = found(herds, "Perhaps the goat fled from wolves.")[0]
    assert (fact.attributes["by"], fact.attributes["asserted"]) == ("wolves", False)
    assert found(herds, "Perhaps not, the goat fled.")[0].attributes["asserted"] is True


def test_avoid_rules_keep_text_from_the_others(herds: Extractor) -> None:
    assert found(herds, "Goat stew ran out.") == []


def test_a_mention_is_lifted_whole(herds: Extractor) -> None:
    assert found(herds, "The mountain goat ran.")[0].text == "mountain goat ran"


def test_a_rule_of_paragraph_scope_crosses_sentences(herds: Extractor) -> None:
    facts = found(herds, "He saw a goat. They slept. They left.")
    assert [(fact.text, fact.sentence) for fact in facts] == [("goat. They slept", "He saw a goat. They slept.")]


def test_only_rules_whose_words_are_there_are_called(tmp_path: Path) -> None:
    rules = rule_set(tmp_path, PACK)
    cascade = Cascade(rules)
    document = Extractor(rules=rules).extract("The goat slept here. Nothing else.").document
    called = [
        {cascade.compiled[index].rule.id for index in indices(calls.rules)} for calls in cascade.candidates(document)
    ]
    assert "beast.animal" in called[0]
    assert "herd.fled" not in called[0]
    assert not called[1]


def test_kinds_that_wait_for_one_another_are_an_error(tmp_path: Path) -> None:
    pack = '[[kind]]\nname = "a"\nafter = ["b"]\n[[kind]]\nname = "b"\nafter = ["a"]\n'
    with pytest.raises(Exception, match="wait for one another"):
        Cascade(rule_set(tmp_path, pack))


def test_all_faults_of_a_pack_come_out_together(tmp_path: Path) -> None:
    pack = 'kind = "a"\n[[rule]]\nid = "x"\npattern = "{nothing}"\n[[rule]]\nid = "y"\nkind = "b"\npattern = "("\n'
    with pytest.raises(RuleErrors) as caught:
        rule_set(tmp_path, pack)
    assert [error.location.line for error in caught.value.errors] == [2, 5]


def test_alternation_matches_whole_words_only() -> None:
    import regex

    pattern = regex.compile(alternation(["gun", "gun down", "guns", "st."]))
    text = "gun down, guns, gunner, st. and begun"
    assert [match[0] for match in pattern.finditer(text)] == ["gun down", "guns", "st."]


@given(st.text(), st.data())
def test_lifting_maps_back_to_the_source(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    mentions = [Mention("m", a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    view = text.replace("\ue000", " ").replace("\n", " ")
    lifted = lift(view, 0, len(view), mentions, {"m": {"": "\ue000"}}, {})
    assert [lifted.source_span(at, at + 1) for at in sorted(lifted.mentions)] == [(m.start, m.end) for m in mentions]
    at = 0
    for number, letter in enumerate(lifted.text):
        start, end = lifted.source_span(number, number + 1)
        assert start == at
        at = end
        if number not in lifted.mentions:
            assert letter == (" " if end - start > 1 else lower(view[start:end]))
    assert at == len(view)
