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

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from factx.errors import Location, RuleError
from factx.rules.forms import alternation
from factx.rules.limits import MAX_DEPTH, MAX_OWN_PATTERN, MAX_PATTERN, MAX_REPEAT, MAX_WEIGHT
from factx.rules.model import WORD, Needs
from factx.rules.needs import DIGITS, best, is_letter, is_symbols, key_word, word_of

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<space>\s+)
    | (?P<escape>\\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.))
    | (?P<set>\[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\])
    | (?P<open>\((?:\?(?:<[=!]|P?<(?P<name>[a-z_]\w*)>|P=\w+\)|[:=!>|]|[a-zA-Z0-9-]+[:)]|\(.*?\)))?)
    | (?P<close>\)) | (?P<or>\|) | (?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)
    | \{(?P<ref>[A-Za-z_][\w.-]*)\} | (?P<tilde>~) | (?P<char>.)""",
    re.VERBOSE | re.DOTALL,
)

_OF_NO_LETTERS = re.compile(r"\[(?!\^)(?:[^\w\\^]|\\[^\w])+\]")
"""A set of characters that are no part of words; mentions are none either."""
_AT_WORD = re.compile(r"\(\?<!(?:\\w|\[(?!\^)[^\]]*\\w[^\]]*\])\)")
"""What lets no letter follow that is not the first of a word."""
_DIGIT_SET = re.compile(r"\[[\d-]+\]")


class Piece(msgspec.Struct, frozen=True):
    """A piece of a pattern: what a reference stands for, or what a part of a pattern came to.

    `first` are the words (or digits, or mention characters) with one of which every match begins, None where they are
    not known; `empty` says whether the piece can match nothing at all.
    """

    source: str
    needs: Needs
    first: frozenset[str] | None = None
    empty: bool = False
    weight: int = 1
    """How often the most repeated part is repeated, by counted repetitions within one another."""
    forms: tuple[str, ...] = ()
    """The forms of the lexicon that the piece is, where it is one and nothing else."""
    opens: bool = False
    """Whether a letter that follows the piece begins a word."""


class Expanded(msgspec.Struct, frozen=True):
    """A pattern with its references resolved, the names of its captures and of all that it refers to."""

    piece: Piece
    captures: tuple[str, ...]
    references: frozenset[str]


Resolver = Callable[[str], "Piece | str"]
"""Gives for a reference its piece, or, for a macro, the pattern to expand in its place; raises RuleError if unknown."""

NOTHING: frozenset[str] = frozenset()


Macros = dict[tuple[str, bool], Expanded]
"""What macros came to, by their name and whether they stand where a word begins."""


def expand(
    pattern: str, resolve: Resolver, location: Location, macros: Macros | None = None,
    lexicon: Callable[[Sequence[str]], Piece] | None = None,
) -> Expanded:  # fmt: skip
    """Resolve the references of a pattern and derive its needs.

    `macros`, where given, keeps what macros came to, for the patterns that are expanded after this one; `lexicon` gives
    the piece for the forms of lexicons that stand beside one another as alternatives (`of_forms`, where not given).

    Raises RuleError for an unknown reference, a cycle of macros, unbalanced brackets or an oversized pattern.
    """
    parser = _Parser(resolve, location, {} if macros is None else macros, lexicon or of_forms)
    piece = parser.parse(pattern, ())
    if len(piece.source) > MAX_PATTERN:
        raise RuleError(
            f"the pattern has {len(piece.source):,} characters with its macros and lexicons, more than {MAX_PATTERN:,}",
            location,
            "refer to smaller lexicons or split the rule",
        )
    return Expanded(piece, tuple(dict.fromkeys(parser.captures)), frozenset(parser.references))


class _Parser:
    """Recursive descent over tokens; each step returns the source that it wrote and what that source needs."""

    def __init__(
        self, resolve: Resolver, location: Location, macros: Macros,
        lexicon: Callable[[Sequence[str]], Piece],
    ) -> None:  # fmt: skip
        self.resolve = resolve
        self.location = location
        self.macros = macros
        self.lexicon = lexicon
        self.captures: list[str] = []
        self.references: set[str] = set()
        self.depth = 0
        self.begins = True
        """Whether a letter at this place of the pattern begins a word: no match begins inside one."""

    def parse(self, pattern: str, within: tuple[str, ...]) -> Piece:
        if len(pattern) > MAX_OWN_PATTERN:
            raise RuleError(
                f"a pattern of {len(pattern):,} characters, more than {MAX_OWN_PATTERN:,}",
                self.location,
                "put its words into a lexicon, its parts into macros",
            )
        tokens = [token for token in _TOKEN.finditer(pattern) if token.lastgroup not in ("comment", "space")]
        at, piece = self.branches(tokens, 0, within)
        if at < len(tokens):
            raise RuleError("a ')' that closes nothing", self.location, "remove it or escape it as \\)")
        return piece

    def branches(self, tokens: list[re.Match[str]], at: int, within: tuple[str, ...]) -> tuple[int, Piece]:
        """Alternatives up to a closing bracket or the end."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise RuleError(
                f"brackets and macros nested more than {MAX_DEPTH} deep", self.location, "flatten the pattern"
            )
        pieces: list[Piece] = []
        begins = self.begins
        while True:
            self.begins = begins
            at, piece = self.sequence(tokens, at, within)
            pieces.append(piece)
            if at >= len(tokens) or tokens[at].lastgroup != "or":
                break
            at += 1
        self.depth -= 1
        self.begins = all(one.opens for one in pieces)
        pieces = list(self.merged(pieces))
        if len(pieces) == 1:
            return at, pieces[0]
        needs: Needs = []
        for symbols in (False, True):  # words or mentions: what mixes them helps no plan
            alike = [[need for need in one.needs if is_symbols(need) == symbols] for one in pieces]
            if all(alike):
                needs.append(NOTHING.union(*map(best, alike)))
        firsts = [one.first for one in pieces if one.first is not None]
        return at, Piece(
            "|".join(one.source for one in pieces),
            needs,
            NOTHING.union(*firsts) if len(firsts) == len(pieces) else None,
            any(one.empty for one in pieces),
            max(one.weight for one in pieces),
            opens=self.begins,
        )

    def merged(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Alternatives, with lexicons that follow one another as one, so that forms they share are tried once."""
        for alike, run in itertools.groupby(pieces, lambda one: bool(one.forms)):
            lexicons = list(run)
            if alike and len(lexicons) > 1:
                yield self.lexicon(list(dict.fromkeys(form for one in lexicons for form in one.forms)))
            else:
                yield from lexicons

    def sequence(self, tokens: list[re.Match[str]], at: int, within: tuple[str, ...]) -> tuple[int, Piece]:
        """One alternative: a run of atoms, each perhaps repeated."""
        pieces: list[Piece] = []
        literal, literal_begins = "", False
        while at < len(tokens) and tokens[at].lastgroup not in ("close", "or"):
            token = tokens[at]
            begins = self.begins
            at, atom, letter = self.atom(token, tokens, at + 1, within)
            repeat = ""
            if at < len(tokens) and tokens[at].lastgroup == "repeat":
                repeat = tokens[at][0]
                at += 1
            if letter and not repeat:
                if not literal:
                    literal_begins = begins
                literal += letter
                pieces.append(Piece(atom.source, [], NOTHING, True))
                self.begins = not is_letter(letter)
                continue
            if literal:
                pieces.append(_literal(literal, literal_begins))
                literal = ""
            weight = atom.weight * self.times(repeat)
            if weight > MAX_WEIGHT:
                raise RuleError(
                    f"repetitions within repetitions: {weight:,} times, more than {MAX_WEIGHT:,}",
                    self.location,
                    "lower the counts, or write * or + for one of them",
                )
            self.begins = atom.opens
            if repeat.startswith(("?", "*", "{0", "{,")):
                atom = Piece(atom.source, [], atom.first, True)
                self.begins = begins and self.begins
            if repeat:
                source = f"(?:{atom.source})" if atom.forms else atom.source
                atom = Piece(source + repeat, atom.needs, atom.first, atom.empty, weight)
            pieces.append(atom)
        if literal:
            pieces.append(_literal(literal, literal_begins))
        if len(pieces) == 1:
            return at, msgspec.structs.replace(pieces[0], opens=self.begins)
        first: frozenset[str] | None = NOTHING
        empty = True
        for piece in pieces:
            first = None if first is None or piece.first is None else first | piece.first
            if not piece.empty:
                empty = False
                break
        needs = [need for piece in pieces for need in piece.needs]
        weight = max((piece.weight for piece in pieces), default=1)
        return at, Piece("".join(piece.source for piece in pieces), needs, first, empty, weight, opens=self.begins)

    def times(self, repeat: str) -> int:
        """How often a counted repetition repeats at most; 1 for the others."""
        if not repeat.startswith("{"):
            return 1
        count = max(int(number) for number in ["1", *re.findall(r"\d+", repeat)])
        if count > MAX_REPEAT:
            raise RuleError(f"{repeat!r} repeats more than {MAX_REPEAT:,} times", self.location, "write * or +")
        return count

    def atom(
        self, token: re.Match[str], tokens: list[re.Match[str]], at: int, within: tuple[str, ...]
    ) -> tuple[int, Piece, str]:
        """One atom without its repetition, and the letter that it is, where it is one."""
        text = token[0]
        if token["open"]:
            if text.endswith(")"):  # (?i) or (?P=name)
                back = text.startswith("(?P=")
                return at, Piece(text, [], None if back else NOTHING, True, opens=self.begins and not back), ""
            if token["name"]:
                self.captures.append(token["name"])
            begins = self.begins
            at, inner = self.branches(tokens, at, within)
            if at >= len(tokens):
                raise RuleError("a '(' that is never closed", self.location, "close it or escape it as \\)")
            source = f"{text}{inner.source})"
            if text in ("(?!", "(?<!", "(?=", "(?<="):
                opens = begins or _AT_WORD.fullmatch(source) is not None
                return at + 1, Piece(source, [], NOTHING, True, inner.weight, opens=opens), ""
            return at + 1, Piece(source, inner.needs, inner.first, inner.empty, inner.weight, opens=inner.opens), ""
        if token["ref"]:
            return at, self.reference(token["ref"], within), ""
        if text == "~":
            return at, Piece("\\ ", [], opens=True), " "
        if text in ("\\b", "\\B", "^", "$"):
            return at, Piece(text, [], NOTHING, True, opens=text != "\\B"), ""
        if text == "\\d" or _DIGIT_SET.fullmatch(text):
            return at, Piece(text, [DIGITS], DIGITS), ""
        if token["set"]:
            return at, Piece(text.replace("~", "\\ "), [], opens=_OF_NO_LETTERS.fullmatch(text) is not None), ""
        if token["escape"]:
            letter = text[1] if len(text) == 2 and not text[1].isalnum() else ""
            return at, Piece(text, [], opens=bool(letter) or text in ("\\s", "\\W")), letter
        if text == "{":  # `regex` would read it as a fuzzy match, whose cost nobody can foresee
            raise RuleError("a '{' that begins no {name} and no {1,3}", self.location, "escape it as \\{")
        if token["repeat"]:
            raise RuleError(f"{text!r} repeats nothing", self.location, "write what it repeats before it")
        letter = "" if text == "." else text
        return at, Piece(text, [], opens=bool(letter) and not is_letter(text)), letter

    def reference(self, name: str, within: tuple[str, ...]) -> Piece:
        if name in within:
            cycle = " -> ".join((*within[within.index(name) :], name))
            raise RuleError(f"a cycle of macros: {cycle}", self.location, "take one of them out of the other")
        if len(within) > 20:
            raise RuleError("macros nested more than 20 deep", self.location, "flatten them")
        self.references.add(name)
        found = self.resolve(name)
        if isinstance(found, Piece):
            return found
        key = (name, self.begins)
        if key not in self.macros:
            outer = self.captures, self.references
            self.captures, self.references = [], set()
            piece = self.parse(found, (*within, name))
            piece = Piece(f"(?:{piece.source})", piece.needs, piece.first, piece.empty, piece.weight, opens=piece.opens)
            self.macros[key] = Expanded(piece, tuple(self.captures), frozenset(self.references))
            self.captures, self.references = outer
        macro = self.macros[key]
        self.captures.extend(macro.captures)
        self.references |= macro.references
        return macro.piece


def of_forms(forms: Sequence[str], source: str = "") -> Piece:
    """What a lexicon comes to: any of its forms as whole words, spelled out where `source` does not name it."""
    return Piece(
        source or alternation(forms),
        [frozenset(WORD + key_word(form) for form in forms)],
        frozenset(WORD + form.lower().split()[0] for form in forms),
        forms=tuple(forms),
    )


def _literal(text: str, begins: bool) -> Piece:
    """What a run of letters needs and begins with; its source has been written letter by letter.

    `begins` says whether it would begin a word with a letter.
    """
    words = text.lower().split()
    if not words:
        return Piece("", [], None)
    at_word = [begins or text[0] == " ", *[True] * (len(words) - 1)]
    marked = [word_of(word, at) for word, at in zip(words, at_word, strict=True)]
    needs = [frozenset([max(marked, key=len)])] if len(text.strip()) > 1 else []
    return Piece("", needs, frozenset(marked[:1]) if text[0] != " " else None)
