"""Bytes to text: any bytes are a text in some encoding, and what was assumed is said in a notice."""

from __future__ import annotations

import codecs

from factx.document.model import Notice

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SAMPLE = 4096


def decode(data: bytes) -> tuple[str, list[Notice]]:
    """The text of `data` without its byte order mark, line ends as they are; a notice where it is not plain UTF-8."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, name)
    wide = _unmarked_utf16(data)
    if wide:
        return _decoded(data, wide, "UTF-16 without a byte order mark")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return _decoded(data, "utf-8", "UTF-8")
    return _decoded(data, "cp1252", "Windows-1252")


def _decoded(data: bytes, codec: str, name: str) -> tuple[str, list[Notice]]:
    try:
        return data.decode(codec), [Notice("encoding", f"read as {name}")]
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        return text, [Notice("encoding", f"read as {name}; bytes that are none are shown as U+FFFD")]


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 in Latin script has a zero in every other byte, and on one side only."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes above ASCII form more UTF-8 characters than faults: then it is UTF-8 with some damage."""
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    return sum(1 for character in text if character > "\x7f") > 2 * faults
