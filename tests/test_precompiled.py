"""Patterns of `re` that were kept match what those match that it would compile."""

from __future__ import annotations

import re

import pytest

from factx.precompiled import freeze, thaw, version

PATTERNS = [
    ("", 0), ("a|b", 0), (r"(?P<n>\d+)(?P<s>[-–])(?P=s)x", 0), ("[a-zé-ü\ue000-\ue010\ue100]{2,}+", 0),
    ("[^a-c\u2014\ue000\ue002\ue004\ue006]", 0), ("[K-sé]+", re.IGNORECASE),
    (r"^\s*(?i:May)$", re.MULTILINE | re.DOTALL),
    (r"(?<=[\ue000\ue002\ue004\ue006])\w++(?>a|ab)(?![.,;\u2014\u2015\u2019])", 0),
]  # fmt: skip


TEXT = "\n\n  may\n12-x 12–x 12––x\ue000mali, \ue004mali; \ue004mali; K k é É maY\n"


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_comes_back_as_it_was(pattern: str, flags: int) -> None:
    expected = re.compile(pattern, flags)
    text = "".join(f"{chr(one)}a" for one in range(0x10000) if not 0xD800 <= one < 0xE000) + TEXT
    for _ in range(2):  # with its sets new, and remembered
        made = thaw(pattern, freeze(pattern, flags))
        assert [one.span() for one in made.finditer(text)] == [one.span() for one in expected.finditer(text)]
        assert made.pattern == expected.pattern
        assert (made.groups, made.groupindex, made.flags) == (expected.groups, expected.groupindex, expected.flags)


def test_a_set_of_few_ranges_is_not_made_a_table() -> None:
    _, code, *_ = freeze("[\ue000\ue002-\ue003\ue006]")
    assert len(code) < 4 * 30
    assert (
        len(
            freeze("[\ue000\ue002\ue004\ue006\ue008\ue00a\ue00c" + "".join(map(chr, range(0xE100, 0xE200, 2))) + "]")[1]
        )
        > 4 * 85
    )


def test_compiling_leaves_re_as_it_was() -> None:
    before = re._compiler._optimize_charset  # type: ignore[attr-defined]
    freeze("[a-c]")
    with pytest.raises(re.error):
        freeze("[a-c")
    assert re._compiler._optimize_charset is before  # type: ignore[attr-defined]
    assert str(re._compiler.MAGIC) in version()  # type: ignore[attr-defined]


def test_what_is_no_code_is_refused() -> None:
    flags, code, *rest = freeze("a+b")
    with pytest.raises(RuntimeError):
        thaw("a+b", (flags, bytes(len(code)), *rest))  # type: ignore[arg-type]
