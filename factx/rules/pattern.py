r"""The pattern language: verbose `regex` syntax with references, turned into a regular expression and its needs.

    {name}          a macro, a kind of mention found earlier, or any form of a lexicon
    {name.a.b}      the mentions of class `a`; the forms of a lexicon that have the cells `a` and `b`
    ~               exactly one space, also in [...] (a lifted sentence has no other white space)
    # ...           a comment, to the end of the line

White space in a pattern means nothing. `(?<name>...)` captures.

A pattern *needs* a text when it cannot match without it. From the structure of the pattern we derive sets of literal
strings, one of each of which must stand in a sentence; the plan tries a rule only where they do.

    (?<people>{people}) ~ (?:were|was) ~ killed     needs  {people}  and  {"were", "was"}  and  {" killed"}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from factx.errors import Location, RuleError
from factx.rules.model import Needs

MAX_PATTERN = 200_000
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<space>\s+) | (?P<escape>\\(?:[pP]\{[^}]*\}|[xuU]?[0-9a-fA-F]{2,8}|.))
    | (?P<set>\[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\])
    | (?P<open>\((?:\?(?:<[=!]|P?<(?P<name>[a-z_]\w*)>|P=\w+\)|[:=!>|]|[a-zA-Z0-9-]+[:)]|\(.*?\)))?)
    | (?P<close>\)) | (?P<or>\|) | (?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)
    | \{(?P<ref>[A-Za-z_][\w.-]*)\} | (?P<tilde>~) | (?P<char>.)""",
    re.VERBOSE | re.DOTALL,
)


class Piece(msgspec.Struct, frozen=True):
    """What a reference stands for: regular-expression source, and the strings of which one must occur (or None)."""

    source: str
    needs: Needs


class Expanded(msgspec.Struct, frozen=True):
    """A pattern with its references resolved: source, needs, the names of its captures and of all that it refers to."""

    source: str
    needs: Needs
    captures: tuple[str, ...]
    references: frozenset[str]


Resolver = Callable[[str], "Piece | str"]
"""Gives for a reference its piece, or, for a macro, the pattern to expand in its place; raises KeyError if unknown."""


def expand(pattern: str, resolve: Resolver, location: Location) -> Expanded:
    """Resolve the references of a pattern and derive its needs.

    Raises RuleError for an unknown reference, a cycle of macros, unbalanced brackets or an oversized pattern.
    """
    parser = _Parser(resolve, location)
    source, needs = parser.parse(pattern, ())
    if len(source) > MAX_PATTERN:
        raise RuleError(
            f"the pattern has {len(source):,} characters with its macros and lexicons, more than {MAX_PATTERN:,}",
            location,
            "refer to smaller lexicons or split the rule",
        )
    return Expanded(source, needs, tuple(dict.fromkeys(parser.captures)), frozenset(parser.references))


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


class _Parser:
    """Recursive descent over tokens; each step returns the source that it wrote and what that source needs."""

    def __init__(self, resolve: Resolver, location: Location) -> None:
        self.resolve = resolve
        self.location = location
        self.captures: list[str] = []
        self.references: set[str] = set()

    def parse(self, pattern: str, within: tuple[str, ...]) -> tuple[str, Needs]:
        tokens = list(_TOKEN.finditer(pattern))
        at, source, needs = self.branches(tokens, 0, within, pattern)
        if at < len(tokens):
            raise RuleError("a ')' that closes nothing", self.location, "remove it or escape it as \\)")
        return source, needs

    def branches(
        self, tokens: list[re.Match[str]], at: int, within: tuple[str, ...], pattern: str
    ) -> tuple[int, str, Needs]:
        """Alternatives up to a closing bracket or the end."""
        sources: list[str] = []
        needs: list[Needs] = []
        while True:
            at, source, need = self.sequence(tokens, at, within, pattern)
            sources.append(source)
            needs.append(need)
            if at >= len(tokens) or tokens[at].lastgroup != "or":
                break
            at += 1
        if len(needs) == 1:
            return at, sources[0], needs[0]
        joined: Needs = []
        if all(needs):
            joined = [frozenset().union(*(best(need) for need in needs))]
        return at, "|".join(sources), joined

    def sequence(
        self, tokens: list[re.Match[str]], at: int, within: tuple[str, ...], pattern: str
    ) -> tuple[int, str, Needs]:
        """One alternative: a run of atoms, each perhaps repeated."""
        out: list[str] = []
        needs: Needs = []
        literal = ""

        def flush() -> None:
            nonlocal literal
            if len(literal.strip()) > 1:
                needs.append(frozenset([key_word(literal)]))
            literal = ""

        while at < len(tokens):
            token = tokens[at]
            group = "ref" if token["ref"] else token.lastgroup
            text = token[0]
            if group in ("close", "or"):
                break
            at += 1
            if group in ("comment", "space"):
                continue
            atom: Needs = []
            letter = ""
            if group == "open" or token["open"]:
                if text.endswith(")"):  # (?i) or (?P=name)
                    source = text
                else:
                    if token["name"]:
                        self.captures.append(token["name"])
                    closed_at, inner, atom = self.branches(tokens, at, within, pattern)
                    if closed_at >= len(tokens):
                        raise RuleError("a '(' that is never closed", self.location, "close it or escape it as \\(")
                    at = closed_at + 1
                    source = f"{text}{inner})"
                    if text in ("(?!", "(?<!", "(?=", "(?<="):
                        atom = []
            elif group == "ref":
                source, atom = self.reference(token["ref"], within)
            elif group == "tilde":
                source, letter = "\\ ", " "
            elif group == "char":
                source = letter = text
                if text in ".^$":
                    letter = ""
            elif group == "escape":
                source = text
                letter = text[1] if len(text) == 2 and not text[1].isalnum() else ""
            elif group == "set":
                source = text.replace("~", "\\ ")
            else:
                source = text
            repeat = ""
            while at < len(tokens) and tokens[at].lastgroup in ("space", "comment"):
                at += 1
            if at < len(tokens) and tokens[at].lastgroup == "repeat":
                repeat = tokens[at][0]
                at += 1
            if group == "repeat":
                raise RuleError(f"{text!r} repeats nothing", self.location, "write what it repeats before it")
            optional = repeat.startswith(("?", "*", "{0", "{,"))
            if letter and not repeat:
                literal += letter
            else:
                flush()
                if not optional:
                    needs.extend(atom)
            out.append(source + repeat)
        flush()
        return at, "".join(out), needs

    def reference(self, name: str, within: tuple[str, ...]) -> tuple[str, Needs]:
        if name in within:
            cycle = " -> ".join((*within[within.index(name) :], name))
            raise RuleError(f"a cycle of macros: {cycle}", self.location, "take one of them out of the other")
        if len(within) > 20:
            raise RuleError("macros nested more than 20 deep", self.location, "flatten them")
        self.references.add(name)
        found = self.resolve(name)
        if isinstance(found, Piece):
            return found.source, found.needs
        source, needs = self.parse(found, (*within, name))
        return f"(?:{source})", needs


def key_word(text: str) -> str:
    """The longest word of a literal: what stands in any text that holds it, however its words are spaced."""
    return max(text.lower().split(), key=len)


def best(needs: Needs) -> frozenset[str]:
    """The need that fewest sentences can be expected to meet: words before mentions, few and long ones before many."""
    return min(needs, key=lambda need: (is_symbols(need), len(need) / max(1, min(map(len, need))), sorted(need)))


def is_symbols(need: frozenset[str]) -> bool:
    """Whether a need is one of mentions, not of words."""
    return any("\ue000" <= text[0] <= "\uf8ff" for text in need if text)
