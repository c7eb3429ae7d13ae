"""A text read into sections and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.document import Document, read_text
from factx.document.sentences import LONGEST

NEWS = st.lists(
    st.sampled_from(
        [
            "GAO, Mali (Reuters) -",
            "Lt. Gen.",
            "U.S.",
            "Dec.",
            "11",
            "said",
            "The",
            "the",
            "he",
            ".",
            "...",
            "?!",
            '"',
            "”",
            "(",
            ")",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            " ",
            "By Ana Lu",
            "Posted Jan. 3, 2020",
            "- item",
            "No. 3",
            "。",
            "؟",
            "[1]",
            "x" * 90,
            "BAMAKO",
        ]
    ),
    max_size=60,
).map(" ".join)


def sentences(document: Document) -> list[str]:
    return [" ".join(document.text[one.start : one.end].split()) for one in document.sentences]


def sections(text: str) -> list[tuple[str, str]]:
    return [(one.name, text[one.start : one.end]) for one in read_text(text).sections]


@given(st.one_of(st.text(), NEWS, NEWS.map(str.upper), NEWS.map(str.lower)))
def test_sentences_hold_all_that_is_not_space_in_order_within_sections(text: str) -> None:
    document = read_text(text)
    covered = 0
    at = 0
    for sentence in document.sentences:
        assert covered <= sentence.start < sentence.end <= len(text)
        assert sentence.end - sentence.start <= LONGEST
        assert not text[covered : sentence.start].strip()
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        covered = sentence.end
        while document.sections[at].end <= sentence.start:
            at += 1
        section = document.sections[at]
        assert section.start <= sentence.start
        assert sentence.end <= section.end
        assert section.name == sentence.section
    assert not text[covered:].strip()
    assert [one.paragraph for one in document.sentences] == sorted(one.paragraph for one in document.sentences)
    assert all(one.end <= other.start for one, other in zip(document.sections, document.sections[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    ["word " * 40_000, "x" * 100_000, "A. " * 20_000, "Mr. " * 20_000, ". " * 20_000, "." * 99_999, ".)" * 50_000],
)
def test_no_sentence_is_longer_than_the_window(text: str) -> None:
    assert max(one.end - one.start for one in read_text(text).sentences) <= LONGEST


SPLITS = {
    "stops, not abbreviations": [
        "Lt. Gen. Ali Sow met Gov. B. K. Ture of Sikka on Dec. 11.",
        "He flew from the U.S. to Qala at 5 a.m. with No. 3 in command.",
        "Acme Inc. sold 3.5 million barrels.",
        "The U.S. Army left.",
        "It went to the U.S.",
        "The rest stayed.",
    ],
    "quotes and brackets that close after the stop": [
        '"We saw nothing."',
        '"Nobody came," she said.',
        "(The ministry declined to comment.)",
        "“It is over!”",
        "Then they left.",
        "Was it true?!",
        "Perhaps...",
        "Nobody knows.",
    ],
    "a question that is attributed": ['"Who gave the order?" Mariam Sow asked.', "None answered."],
    "numbers and lists": ["5. No. 3 company stayed.", "It lost 10. 12 were hurt. In 2016 it left."][:1],
    "capitals": ["GEN. LOPEZ SAID THE U.S. EMBASSY WAS HIT.", "THREE MEN DIED IN STREET NO. 4.", "NO ONE WAS HELD."],
    "small letters": ["the u.s. army left on dec. 4.", "gen. lopez stayed in the north.", "nobody knew why."],
    "no Latin stops": ["三人死亡。", "救援工作仍在继续。"],
    "notes after the stop": ["The base closed in May.[3]", "It never opened again.[4][5]"],
}


@pytest.mark.parametrize("name", SPLITS)
def test_sentences(name: str) -> None:
    expected = SPLITS[name]
    assert sentences(read_text(" ".join(expected) + "\n")) == expected


def test_stops_glued_to_the_next_sentence() -> None:
    text = "Shells fell on northern Sikka.The army denied it. See www.un.Org or ask St.Louis about 3.5.Then go."
    assert sentences(read_text(text))[:2] == ["Shells fell on northern Sikka.", "The army denied it."]
    assert "See www.un.Org or ask St.Louis about 3.5." not in sentences(read_text(text))


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_not() -> None:
    wrapped = (
        "Rebels attacked a convoy near the\nvillage of Qala on Monday and\nwounded four drivers before the\n"
        "army arrived.\n\nThe drivers were flown to a clinic\nin Sikka. Two are in a grave state.\n"
    )
    assert len({one.paragraph for one in read_text(wrapped).sentences}) == 2
    assert sentences(read_text(wrapped))[0].endswith("before the army arrived.")
    lines = "Rebels attack convoy\nFour drivers were wounded on Monday.\nThe army arrived late.\n"
    assert sentences(read_text(lines)) == lines.splitlines()


def test_headings_and_lists_end_without_a_stop() -> None:
    text = "Mission ends in Qala\n\nThe mission left on Monday.\n\nA farewell\n\nIt had come.\n- a base\n- a road\n"
    assert sentences(read_text(text)) == [line for line in text.splitlines() if line]
    assert [name for name, _ in sections(text)] == ["title", "body", "heading", "body"]


ARTICLE = """Peacekeepers quit Qala airfield

Blue helmets fold a flag in Qala on 3 May 2019 [File: Ana Lu/Reuters]

By Ana Lu and Tom Ba, Dec. 11, 2023

QALA, Sikka (Reuters) - The last peacekeepers left on Monday.

An empty base

They had held it for years.

Reporting by Ana Lu; Editing by Tom Ba

Posted Jan. 19, 2023"""


def test_sections_of_an_article() -> None:
    assert [name for name, _ in sections(ARTICLE)] == [
        "title", "caption", "byline", "dateline", "body", "heading", "body", "footer", "posted",
    ]  # fmt: skip
    assert read_text(ARTICLE).title == "Peacekeepers quit Qala airfield"


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("GAO, Mali (Reuters) - Rebels left.", "GAO, Mali (Reuters) -"),
        ("BAMAKO, Feb 3 (AFP) — Rebels left.", "BAMAKO, Feb 3 (AFP) —"),
        ("GENEVA, 3 February 2015 (UNHCR) – Rebels left.", "GENEVA, 3 February 2015 (UNHCR) –"),
        ("GAO, 3 February 2015 (MAP/AFP)\n\nRebels left.", "GAO, 3 February 2015 (MAP/AFP)"),
        ("Goma, DR Congo (AP) _ Rebels left.", "Goma, DR Congo (AP) _"),
        ("NEW YORK -- Rebels left.", "NEW YORK --"),
        ("SAN JOSE, 3 JAN 90 (EFE) -- [TEXT] REBELS LEFT.", "SAN JOSE, 3 JAN 90 (EFE) -- [TEXT]"),
        ("Beirut, 3 February 2015 — Rebels left.", "Beirut, 3 February 2015 —"),
        ("Port-au-Prince, Haiti, Feb. 3, 2015 – Rebels left.", "Port-au-Prince, Haiti, Feb. 3, 2015 –"),
        ("GENEVA / GOMA (3 February 2015) - Rebels left.", "GENEVA / GOMA (3 February 2015) -"),
        ("KHARTOUM, Sudan | 3 Feb 2015\n\nRebels left.", "KHARTOUM, Sudan | 3 Feb 2015"),
        ("OUAGADOUGOU Rebels left. The Ouagadougou mayor said so.", "OUAGADOUGOU"),
    ],
)
def test_datelines(text: str, dateline: str) -> None:
    assert ("dateline", dateline) in sections(text)


@pytest.mark.parametrize(
    "text",
    [
        "MINUSMA Force officers left. MINUSMA denied it.",
        "The army - or what is left of it - fled.",
        "NATO troops left.",
        "Rebels left on 3 February 2015 - nobody saw them.",
        "Rebels seized Goma, 3 February 2015 - and left.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert [name for name, _ in sections(text)] == ["body"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Lu", "byline"),
        ("BY ANA LU, QALA POST", "byline"),
        ("Published on 3 May 2019", "published"),
        ("Wednesday, July 10, 2019", "published"),
        ("Last updated: May 3, 2019 at 10:14 a.m.", "updated"),
        ("Posted Jan. 19, 2023", "posted"),
        ("By May, the rebels had left.", "body"),
        (
            "Last week 3 rebels were posted to the village, and they were never seen again by those who sent them.",
            "body",
        ),
    ],
)
def test_lines_of_the_head(line: str, name: str) -> None:
    text = f"Rebels leave\n\n{line}\n\nThe rebels left on Monday. They had come early.\n"
    assert (name, line) in [(one.name, text[one.start : one.end].split("\n")[0]) for one in read_text(text).sections]


def test_a_given_title_and_date_stand() -> None:
    document = read_text("Some words.\n\nMore words.", title="Given")
    assert document.title == "Given"
    assert [one.name for one in document.sections] == ["body"]


def test_what_steers_a_terminal_is_no_words() -> None:
    text = "\x1b[1;31mGao\x1b[0m Twelve guards were killed.\x1b[2J \x1b] \x1b[5m"
    view = read_text(text).view
    assert (len(view), view.split()) == (len(text), ["Gao", "Twelve", "guards", "were", "killed.", "]"])


def test_tags_left_in_a_text_are_no_words_of_it() -> None:
    text = '<p>At least <b>14</b>&nbsp;guards were <a href="x.html">killed</a>.<br/>Is 3 < 4, <x>y</x>?</p>'
    document = read_text(text)
    assert document.text == text
    assert len(document.view) == len(text)
    assert document.view.split() == [
        "At",
        "least",
        "14",
        "guards",
        "were",
        "killed",
        ".",
        "Is",
        "3",
        "<",
        "4,",
        "<x>y</x>?",
    ]
