r"""Writing: the source of a pattern as `regex` is given it for marked texts, and as it is outlined for RE2.

    {number}~{victims}~killed      N\ <2>\ killed                      the source: lexicons by their numbers
    for marked texts               N[␣▲▼](?:(?<=[▲])\w++\W\w++|(?<=[▲▼])\w++)[␣▲▼]killed
    to be outlined                 N\ (?:[▲]\w+\W\w+|[▲▼]\w+)\ killed  with a mark allowed behind what is no letter

What in a pattern can match a character that is no letter lets a mark that was put in pass behind it. Gaps of nearly
any characters (`[^.;]{0,40}`) count such a mark as one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factx.rules.forms import alternation, ranges
from factx.rules.marks import INSERTED, SPACES, Marks

_NAME = re.compile("\uf8ff(\\d+)\uf8ff")
_SPACE = f"{chr(SPACES[0])}-{chr(SPACES[-1])}"
_MARK = f"{chr(INSERTED[0])}-{chr(INSERTED[-1])}"
_PASS = f"[{_MARK}]?+"
_IDLE_PASS = re.compile(rf"{re.escape(_PASS)}(?=(?:\[{_SPACE}\]|\\ )(?![?*{{]))")
"""What lets a mark pass before a space, where none is ever put in."""
_PART = re.compile(
    r"""(?P<name>\uf8ff\d+\uf8ff)
    | (?P<open>\((?:\?(?:<[=!]|P?<\w+>|P=\w+\)|[:=!>|]|[a-zA-Z0-9-]+[:)]|\(.*?\)))?) | (?P<close>[)|$])
    | (?P<escape>\\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.))
    | (?P<set>\[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\])
    | (?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)
    | (?P<single>.)""",
    re.VERBOSE | re.DOTALL,
)
_OF_WORDS = re.compile(r"\\[wd]|[^\W_](?:-[^\W_])?|_|[\ue000-\ue7ff](?:-[\ue000-\ue7ff])?")
"""Members of a set, or single characters, that are letters, digits or mentions."""
_NO_MARK = {
    ".": f"[^{_MARK}\\n]",
    "\\W": f"[^{_MARK}\\w]",
    "\\S": f"[^{_MARK}{_SPACE} ]",
    "\\D": f"[^{_MARK}\\d]",
}
"""What matches nearly any character, where it stands for one of the text."""
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")
_NO_WIDTH = ("\\b", "\\B", "\\w", "\\d")
_EDGES = ("^", "\\b", "\\B")
"""What matches between two characters."""


def named(number: int) -> str:
    """What stands for a lexicon in the source of a pattern."""
    return f"\uf8ff{number}\uf8ff"


def numbers(source: str) -> list[int]:
    """The lexicons that the source of a pattern names, as often as it does."""
    return [int(number) for number in _NAME.findall(source)]


def spelled(source: str, marks: Marks) -> str:
    """The source of a pattern with its lexicons spelled out, for texts without marks."""
    return _NAME.sub(lambda name: alternation(marks.lexicons[int(name[1])]), source)


def for_marked(source: str, marks: Marks) -> str:
    """The source as a pattern for marked texts."""
    return _written(source, _SPACE, lambda number: _looking_back(number, marks))


def to_outline(source: str, marks: Marks) -> str:
    """The source as what is outlined, for texts with every mark between the space and the word."""
    return _written(source, "", lambda number: _reading_on(number, marks))


def _written(source: str, spaces: str, lexicon: Callable[[int], str]) -> str:
    """The source with `spaces`, as members of a set, in the place of a space; with "" it stays one."""
    written = "".join(_parts(source, spaces, lexicon))
    return _IDLE_PASS.sub("", written)


def _parts(source: str, spaces: str, lexicon: Callable[[int], str]) -> Iterator[str]:
    parts = list(_PART.finditer(source))
    for at, part in enumerate(parts):
        text = part[0]
        repeated = parts[at + 1][0] if at + 1 < len(parts) and parts[at + 1].lastgroup == "repeat" else ""
        often = bool(repeated) and repeated[0] != "?"
        match part.lastgroup:
            case "name":
                yield lexicon(int(text[1:-1]))
            case "set":
                yield _set(text, spaces or "\\ ", bool(repeated), often)
            case "escape" if spaces and text in ("\\ ", "\\s"):
                yield f"[{spaces}]"
            case "single" if text == "^":
                yield f"(?<=^{_PASS})"
            case "escape" if text == "\\b" and not spaces and _before_lexicon(parts[at + 1 :]):
                yield ""  # RE2 sees no edge of a word before a mark
            case "escape" if text in _NO_WIDTH:
                yield text
            case "escape" | "single" if often and text in _NO_MARK:
                yield f"[^{spaces or ' '}]" if text == "\\S" else text
            case "escape" | "single" if text in _NO_MARK:
                yield _passing(_NO_MARK[text], bool(repeated))
            case "escape" | "single" if not _OF_WORDS.fullmatch(text):
                yield _passing(text, bool(repeated))
            case _:
                yield text


def _before_lexicon(parts: list[re.Match[str]]) -> bool:
    """Whether a lexicon can be the first thing that the parts of a pattern match."""
    open_groups: list[str] = []
    for at, part in enumerate(parts):
        if part.lastgroup == "name":
            return True
        if part[0] in _EDGES:
            continue
        if part[0] == ")" and not open_groups:
            return False
        group = open_groups.pop() if part[0] == ")" else ""
        if part.lastgroup == "open" and part[0][-1] != ")":
            open_groups.append(part[0])
            continue
        obliged = at + 1 == len(parts) or parts[at + 1].lastgroup != "repeat" or parts[at + 1][0][0] == "+"
        if obliged and not open_groups and part.lastgroup != "repeat" and not group.startswith(_LOOK):
            return False
    return False


def _set(text: str, space: str, repeated: bool, often: bool) -> str:
    """A set, with what it says of spaces said of the characters that stand for them."""
    negated = text[1] == "^"
    inside = text[1 + negated : -1].replace("\\ ", space).replace("\\s", space)
    if inside.startswith("]"):
        inside = "\\" + inside
    if negated:
        return f"[^{inside}]" if often else _passing(f"[^{_MARK}{inside}]", repeated)
    if not _OF_WORDS.sub("", inside):
        return f"[{inside}]"
    return f"[{_MARK}{inside}]" if often else _passing(f"[{inside}]", repeated)


def _passing(atom: str, repeated: bool) -> str:
    return f"(?:{atom}{_PASS})" if repeated else atom + _PASS


def _looking_back(number: int, marks: Marks) -> str:
    """A form of a lexicon, by the mark before it."""
    branches = []
    for count, told in reversed(list(enumerate(marks.telling[number], 1))):
        if told:
            words = f"\\W{_PASS}".join(["\\w++"] * count)
            branches.append(f"(?<=[{_members(told, SPACES)}{_members(told, INSERTED)}]){words}")
    return _either(branches, _written(_odd(number, marks), _SPACE, str))


def _reading_on(number: int, marks: Marks) -> str:
    """A form of a lexicon with its mark."""
    branches = []
    for count, told in enumerate(marks.telling[number], 1):
        if told:
            branches.append(f"[{_members(told, INSERTED)}]" + f"\\W{_PASS}".join(["\\w+"] * count))
    return _either(branches, _written(_odd(number, marks), "", str))


def _odd(number: int, marks: Marks) -> str:
    """The forms of a lexicon that have no mark, spelled out."""
    odd = marks.unmarked[number]
    return alternation(odd) if odd else ""


def _either(branches: list[str], odd: str) -> str:
    return f"(?:{'|'.join([*branches, *([odd] if odd else [])])})"


def _members(marks: list[int], of: range) -> str:
    """Marks as the members of a set."""
    return ranges(of[mark] for mark in marks)
