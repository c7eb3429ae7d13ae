"""The JSON Schema of the output: built from the kinds, and true of everything that is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from factx import Extractor
from factx.cli.app import app
from factx.rules import load
from factx.rules.model import attribute_names
from factx.schema import document_schema, fact_schema
from factx.writers.record import Records

RULES = load()
TEXTS = [
    "",
    (Path(__file__).parent.parent / "samples" / "handover.txt").read_text(),
    "About 180 soldiers were killed. Nine rebels and about twenty policemen were killed.",
    *[example.text for rule in RULES.rules.values() for example in (*rule.examples, *rule.counterexamples)],
]


def schema(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["schema", *arguments])
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_it_is_a_schema(format: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema("--format", format))


def test_the_command_prints_what_the_library_builds() -> None:
    assert schema() == json.loads(json.dumps(document_schema(RULES.kinds)))
    assert schema("-f", "jsonl") == json.loads(json.dumps(fact_schema(RULES.kinds)))


def test_all_that_the_rules_examples_give_is_valid() -> None:
    of_documents = jsonschema.Draft202012Validator(document_schema(RULES.kinds))
    of_facts = jsonschema.Draft202012Validator(fact_schema(RULES.kinds))
    extractor, records = Extractor(), Records(RULES.kinds)
    for text in TEXTS:
        found = extractor.extract(text, date="2023-12-11")
        of_documents.validate(json.loads(json.dumps(records.extraction(found, with_text=True))))
        for fact in found.facts:
            of_facts.validate({"document": "-"} | records.fact(fact))


def test_every_attribute_is_declared_by_its_kind() -> None:
    """What is not declared is in no schema and in no column: name it under [kind.attributes] in the kind's file."""
    extractor = Extractor()
    found = [fact for text in TEXTS for fact in extractor.extract(text, date="2023-12-11").facts]
    undeclared = {
        f"{fact.kind}.{name}"
        for fact in found
        for name in set(fact.attributes) - {*attribute_names(RULES.kinds[fact.kind])}
    }
    assert undeclared == set()


@pytest.mark.parametrize(
    "damage",
    [
        lambda record: record["facts"][0].pop("value"),
        lambda record: record["facts"][0].update(start=-1),
        lambda record: record["facts"][0].update(kind="weather"),
        lambda record: record["facts"][0].update(harm="bored"),
        lambda record: record["facts"][0].update(refs={"place": 3}),
        lambda record: record["document"].pop("id"),
        lambda record: record["document"].update(date="11 December"),
        lambda record: record.pop("warnings"),
    ],
)
def test_what_is_not_the_contract_is_refused(damage: Any) -> None:
    found = Extractor().extract("About 180 soldiers were killed.")
    record = Records(RULES.kinds).extraction(found)
    assert record["facts"][0]["kind"] == "casualty"
    validator = jsonschema.Draft202012Validator(document_schema(RULES.kinds))
    assert validator.is_valid(record)
    damage(record)
    assert not validator.is_valid(record)
