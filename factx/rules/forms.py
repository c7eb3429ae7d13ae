"""Forms of words and characters as parts of regular expressions."""

from __future__ import annotations

from collections.abc import Iterable


def alternation(forms: Iterable[str], ignore_case: bool = False) -> str:
    """A regular expression for any of `forms` as whole words: a trie, so that matching looks at each letter once."""
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in forms:
        node = trie
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}

    def write(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
        branches: list[str] = []
        singles: list[str] = []
        for letter in sorted(key for key in node if key):
            rest = write(node[letter])
            if rest:
                branches.append(_escape(letter) + rest)
            else:
                singles.append(letter)
        if len(singles) == 1:
            branches.append(_escape(singles[0]))
        elif singles:
            branches.append("[" + "".join(_escape(single) for single in singles) + "]")
        if not branches:
            return ""
        optional = "" in node
        if len(branches) == 1 and not optional:
            return branches[0]
        return "(?:" + "|".join(branches) + ")" + ("?" if optional else "")

    body = write(trie)
    return f"(?<!\\w)(?{'i' if ignore_case else ''}:{body})(?!\\w)"


def _escape(letter: str) -> str:
    return "\\" + letter if not letter.isalnum() and letter.isascii() else letter


def ranges(characters: Iterable[int]) -> str:
    """Characters, by number, as the members of a set, neighbours as ranges."""
    out: list[list[int]] = []
    for one in sorted(characters):
        if out and out[-1][1] == one - 1:
            out[-1][1] = one
        else:
            out.append([one, one])
    return "".join(chr(first) + (f"-{chr(last)}" if last > first else "") for first, last in out)
