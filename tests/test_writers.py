"""Facts to bytes: every format, and what hostile text does to it."""

from __future__ import annotations

import csv
import datetime
import io
import json
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from factx import Document, Extraction, Fact, Notice
from factx.rules.model import Attribute, Kind
from factx.writers import FORMATS, Style, load

KINDS = {
    "casualty": Kind(
        "casualty",
        columns=("value", "modifier", "harm", "victims", "asserted", "text"),
        attributes={
            "people": Attribute(
                "people", "mention", inherit=(("value", "value"), ("modifier", "modifier")), show=False
            ),
            "harm": Attribute("harm", "choice", values=("killed",)),
            "victims": Attribute("victims"),
            "asserted": Attribute("asserted", "boolean", default=True),
        },
    ),
    "date": Kind("date", columns=("value", "type", "text"), attributes={"type": Attribute("type")}),
}
TEXT = "More than 1,200 rebels were killed.\nNobody died on 3 May <2021> & \x1b[31mred\x1b[0m [bold]x[/bold]\r\n"


def extraction(text: str = TEXT, **document: Any) -> Extraction:
    day = text.index("3 May")
    more = {"modifier": "more_than", "victims": "rebels", "harm": "killed", "asserted": True}
    facts = [
        Fact(
            "casualty", 0, 34, text[0:34], 1200, "casualty.passive", "body", text[0:35], 1, more, {"date": "f2"}, "f1"
        ),
        Fact("date", day, day + 5, "3 May", "2021-05-03", "date.day", "body", text[36:], 2, {"type": "DATE"}, {}, "f2"),
    ]
    about = {"id": "a.txt", "source": "a.txt", "date": datetime.date(2021, 5, 4), "date_source": "byline"} | document
    return Extraction(Document(text, **about, warnings=[Notice("date-conflict", "two dates", 36, 42)]), facts)


def written(name: str, *found: Extraction, **style: Any) -> bytes:
    writer = load(name, Style(KINDS, **style))
    return b"".join(writer.frame(writer.render(one) for one in found))


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    record = json.loads(written("json", extraction()))
    assert list(record) == ["document", "facts", "warnings"]
    assert list(record["document"]) == ["id", "source", "title", "url", "date", "date_source", "characters"]
    first = ["id", "kind", "value", "text", "start", "end", "line", "section", "sentence", "rule"]
    assert list(record["facts"][0]) == [*first, "modifier", "harm", "victims", "asserted", "refs"]
    assert record["facts"][0]["refs"] == {"date": "f2"}
    assert record["document"]["date"] == "2021-05-04"
    assert record["warnings"] == [{"code": "date-conflict", "message": "two dates", "start": 36, "end": 42}]


def test_json_holds_what_utf8_cannot() -> None:
    text = "More than 1,200 rebels were killed.\n\ud800 \x00 3 May 2021"
    assert json.loads(written("json", extraction(text), with_text=True))["document"]["text"] == text
    assert json.loads(written("jsonl", extraction(text)).splitlines()[1])["sentence"] == text[36:]


def test_jsonl_names_the_document_in_every_line() -> None:
    lines = [json.loads(line) for line in written("jsonl", extraction(), extraction(id="b.txt")).splitlines()]
    assert [(line["document"], line["id"]) for line in lines] == [
        ("a.txt", "f1"),
        ("a.txt", "f2"),
        ("b.txt", "f1"),
        ("b.txt", "f2"),
    ]


def test_csv_has_one_heading_and_the_attributes_of_all_kinds() -> None:
    output = written("csv", extraction(), extraction(id="b.txt")).decode()
    rows = list(csv.DictReader(io.StringIO(output, newline="")))
    assert [row["document"] for row in rows] == ["a.txt", "a.txt", "b.txt", "b.txt"]
    assert rows[0]["value"] == "1200"
    assert (rows[0]["asserted"], rows[0]["type"]) == ("true", "")
    assert list(rows[0])[-5:] == ["modifier", "harm", "victims", "asserted", "type"]
    assert rows[1]["sentence"] == TEXT[36:]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n@"])
@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_no_cell_is_a_formula(start: str, format: str) -> None:
    output = written(format, extraction(id=f"{start}cmd()")).decode()
    rows = list(csv.reader(io.StringIO(output, newline=""), delimiter="," if format == "csv" else "\t"))
    assert rows[1][0].startswith("'")
    assert rows[1][0].endswith("cmd()")


def test_csv_holds_objects_as_json() -> None:
    found = extraction()
    found.facts[0].attributes["victims"] = {"men": 2}
    assert '"{""men"": 2}"' in written("csv", found).decode()


def test_tsv_is_a_fact_a_line_whatever_the_text() -> None:
    text = 'More than\t1,200 "rebels" were\nkilled. 3 May'
    lines = written("tsv", extraction(text)).decode().split("\n")
    assert len(lines) == 4
    assert len({line.count("\t") for line in lines[:3]}) == 1
    assert 'More than 1,200 "rebels" were kill' in lines[1]


def test_timeml_is_the_text_with_its_dates_marked() -> None:
    root = ElementTree.fromstring(written("timeml", extraction()))
    assert root.tag == "TimeML"
    assert root.findtext("DOCID") == "a.txt"
    assert root.findtext("DCT/TIMEX3") == "2021-05-04"
    (text,) = root.findall("TEXT")
    assert "".join(text.itertext()) == TEXT.replace("\x1b", "\ufffd")
    assert [(date.text, date.attrib) for date in text] == [
        ("3 May", {"tid": "t1", "type": "DATE", "value": "2021-05-03"})
    ]


def test_timeml_of_several_documents_is_one_document_of_xml() -> None:
    assert len(ElementTree.fromstring(written("timeml", *[extraction()] * 3))) == 3
    assert len(ElementTree.fromstring(written("timeml"))) == 0


def test_timeml_marks_the_outer_of_two_dates_that_overlap() -> None:
    found = extraction()
    day = found.facts[1]
    within = Fact("date", day.start + 2, day.end, "May", "2021-05")
    after = Fact("date", day.end + 2, day.end + 6, "2021", "2021")
    found.facts[1:] = [within, day, after]
    root = ElementTree.fromstring(written("timeml", found))
    assert [date.get("value") for date in root.findall("TEXT/TIMEX3")] == ["2021-05-03", "2021"]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_is_as_wide_as_the_terminal_at_most(width: int) -> None:
    lines = written("table", extraction(), width=width).decode().splitlines()
    assert max(map(len, lines)) <= width
    head = next(line.split() for line in lines if line.split()[:1] == ["line"])
    assert head[1] == "value"
    assert head[-1] == "text"


def test_a_table_shows_the_count_its_modifier_its_line_and_its_words() -> None:
    lines = written("table", extraction()).decode().splitlines()
    row = next(line for line in lines if "1,200" in line and "rebels were" in line)
    assert row.split()[:4] == ["1", "1,200", "more_than", "killed"]
    assert any(line.startswith("warning: line 2: two dates") for line in lines)


def test_a_table_shows_numbers_as_people_write_them() -> None:
    kinds = {"place": Kind("place", columns=("value", "lat", "country", "text"), attributes={"lat": Attribute("lat")})}
    document = Document("Bamako")
    facts = [
        Fact("place", 0, 6, "Bamako", "Bamako", attributes={"lat": 12.65}),
        Fact("place", 0, 6, "Bamako", 10**20, attributes={"lat": 1234}),
    ]
    shown = load("table", Style(kinds)).render(Extraction(document, facts)).decode()
    assert "12.65" in shown
    assert "1,234" in shown
    assert "1.000e+20" in shown
    assert "country" not in shown


def test_a_kind_that_no_rule_file_describes_has_a_table_too() -> None:
    found = Extraction(Document("Bamako"), [Fact("weather", 0, 6, "Bamako", "rain", attributes={"wet": True})])
    assert "rain" in load("table", Style({})).render(found).decode()


def test_a_table_says_what_is_out_of_the_ordinary() -> None:
    assert "asserted" not in written("table", extraction(), width=120).decode()
    found = extraction()
    found.facts[0].attributes["asserted"] = False
    assert "asserted" in written("table", found, width=120).decode()


@pytest.mark.parametrize("color", [True, False])
def test_a_table_obeys_nothing_in_the_text(color: bool) -> None:
    hostile = "\x1b[2J\x9b31m\x07[red]x[/red] [link=http://x.test]y[/link] :boom: \u202ergb\r\n\ud800"
    found = extraction(id=hostile, title=hostile)
    found.facts[0].text = found.facts[0].attributes["victims"] = hostile
    found.document.warnings[0] = Notice("x", hostile)
    shown = written("table", found, color=color, width=400).decode()
    assert "\x1b[2J" not in shown
    assert not {"\x9b", "\x07", "\u202e", "\r"} & set(shown)
    assert shown.count("[red]x[/red]") == 5
    assert ":boom:" in shown
    assert ("\x1b" in shown) == color


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_without_facts(format: str) -> None:
    found = extraction()
    found.facts.clear()
    output = written(format, found)
    assert b"1,200 rebels" not in output or format == "timeml"


def test_an_unknown_format() -> None:
    with pytest.raises(KeyError):
        load("paint", Style({}))
