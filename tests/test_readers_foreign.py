"""Formats whose readers rest on other libraries."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import Article, Fields, read_all
from factx.readers.formats import reader_by_bytes

PAGE = """<!DOCTYPE html>
<html><head><title>Mission leaves the valley</title>
<link rel="canonical" href="https://news.example/mission">
<meta property="article:published_time" content="2021-03-04"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Mission leaves the valley</h1>
<p>The last 140 peacekeepers drove out of the valley on Thursday, ending a mission that had lasted for six years.</p>
<p>Officials said that two of the vehicles had been left to the local police, who will patrol the road from now on.</p>
</article><footer>All rights reserved</footer><script>alert("180 soldiers were killed")</script></body></html>
"""


def pdf(text: str) -> bytes:
    """A PDF of one page with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    end = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {count}\n0000000000 65535 f \n{table}{end}".encode()


def read_one(data: bytes, name: str = "-", folder: Path | None = None) -> Article | InputError:
    if folder is None:
        found = list(read_all(["-"], io.BytesIO(data), Fields()))
    else:
        (folder / name).write_bytes(data)
        found = list(read_all([str(folder / name)], io.BytesIO(), Fields()))
    assert len(found) == 1
    return found[0]


def article(data: bytes, name: str = "-", folder: Path | None = None) -> Article:
    found = read_one(data, name, folder)
    assert isinstance(found, Article), found
    return found


def test_html_gives_the_article_without_what_stands_around_it() -> None:
    pytest.importorskip("trafilatura")
    found = article(PAGE.encode())
    assert found.text.startswith("Mission leaves the valley\n")
    assert "140 peacekeepers" in found.text
    assert "180 soldiers" not in found.text
    assert "All rights" not in found.text
    assert (found.title, found.url) == ("Mission leaves the valley", "https://news.example/mission")
    assert str(found.date) == "2021-03-04"


def test_html_without_an_article_gives_its_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    assert "Nine men died" in article(b"<p>Nine men died.</p>", "a.html", tmp_path).text
    assert isinstance(read_one(b"", "b.html", tmp_path), InputError)


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    assert article(pdf("Nine rebels were killed.")).text == "Nine rebels were killed."
    for damaged in (b"%PDF-1.4 no more than that", pdf("")):
        found = read_one(damaged, "a.pdf", tmp_path)
        assert isinstance(found, InputError)
        assert found.remedy


def test_word_documents(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Report"
    document.add_paragraph("Nine rebels were killed.")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Wounded", "12"
    document.add_paragraph("The end.")
    target = io.BytesIO()
    document.save(target)
    found = article(target.getvalue())
    assert found.text == "Nine rebels were killed.\nWounded\t12\nThe end."
    assert found.title == "Report"
    assert isinstance(read_one(b"PK no", "a.docx", tmp_path), InputError)


def test_zstd(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    packed = zstandard.compress(b"Nine rebels were killed.")
    assert article(packed, "a.txt.zst", tmp_path).text == article(packed).text == "Nine rebels were killed."
    assert article(packed + packed).text == "Nine rebels were killed." * 2
    for damaged in (packed[:-3], packed[:4] + b"\xff" * 20):
        found = read_one(damaged, "b.txt.zst", tmp_path)
        assert isinstance(found, InputError)
        assert "damaged" in found.message


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.html", "trafilatura", "html"), ("a.pdf", "pypdfium2", "pdf"), ("a.docx", "docx", "docx"),
     ("a.txt.zst", "zstandard", "zstd")],
)  # fmt: skip
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    found = read_one(b"whatever", name, tmp_path)
    assert isinstance(found, InputError)
    assert f"pip install 'factx[{extra}]'" in str(found)


@pytest.mark.parametrize(
    ("head", "reader"),
    [
        (b'{"id": 1}', "jsonl"),
        (b'\xef\xbb\xbf\n{"i\\"d" : 1}', "jsonl"),
        (b'{\n  "id": 1', "json"),
        (b'[\n{"id": 1', "json"),
        (b"[Updated] Nine rebels", "text"),
        (b"{sic}", "text"),
        (b'"quoted": text', "text"),
        (b"<!DOCTYPE html>", "html"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html lang="en">', "html"),
        (b"<b>Nine</b> rebels", "text"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "docx"),
        (b"PK\x03\x04" + bytes(26) + b"photo.jpg", "text"),
        (b"", "text"),
    ],
)
def test_formats_by_their_first_bytes(head: bytes, reader: str) -> None:
    assert reader_by_bytes(head) == reader
