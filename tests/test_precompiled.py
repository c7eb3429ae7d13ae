"""Patterns of `re` that were kept are those that it would compile."""

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


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_comes_back_as_it_was(pattern: str, flags: int) -> None:
    expected = re.compile(pattern, flags)
    for _ in range(2):  # with its sets new, and remembered
        made = thaw(pattern, freeze(pattern, flags))
        assert made == expected
        assert (made.groups, made.groupindex, made.flags) == (expected.groups, expected.groupindex, expected.flags)


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
