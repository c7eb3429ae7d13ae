"""The index of known groups: from the folded form of a name to what the lexicon says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from factx.names.fold import fold
from factx.rules.model import Lexicon

_LOOSE = re.compile(r"^[a-z]\S*\Z|(?:^| )\d+(?: |\Z)|^[A-Z]+ ?\(|^\d+[A-Za-z]{3}")
_BODIES = frozenset(("network", "group", "cartel", "gang", "force"))
"""Last words in small letters that are part of a name which is none without them."""
_TAIL = re.compile(r"(.*[A-Z.]) ((?:[a-z']+ )*[a-z]+)")


class Entry(msgspec.Struct):
    """A group of the lexicon: its id, full name, type and countries (ISO 3166-1 alpha-2)."""

    id: str
    name: str
    type: str
    countries: tuple[str, ...]


class Forms:
    """The entries of folded forms, each made when it is first asked for: a document names few of thousands."""

    def __init__(self, rows: list[str], first: dict[str, int], others: dict[str, list[int]]) -> None:
        """Take the entries as rows, and by form the number of the first row, and those of the others if there are."""
        self._rows = rows
        self._first = first
        self._others = others
        self._made: dict[int, Entry] = {}

    @classmethod
    def of(cls, forms: Mapping[str, Sequence[Entry]]) -> Forms:
        """Those of forms whose entries are known."""
        numbers: dict[str, int] = {}
        first: dict[str, int] = {}
        others: dict[str, list[int]] = {}
        for form, entries in forms.items():
            first[form], *more = [numbers.setdefault(_row(entry), len(numbers)) for entry in entries]
            if more:
                others[form] = more
        return cls(list(numbers), first, others)

    def __reduce__(self) -> tuple[type[Forms], tuple[list[str], dict[str, int], dict[str, list[int]]]]:
        return Forms, (self._rows, self._first, self._others)

    def __contains__(self, form: str) -> bool:
        return form in self._first

    def __getitem__(self, form: str) -> list[Entry]:
        """The entries of a form. Raises KeyError where it has none."""
        return [self._entry(number) for number in (self._first[form], *self._others.get(form, ()))]

    def get(self, form: str) -> list[Entry] | None:
        """The entries of a form, None where it has none."""
        return self[form] if form in self._first else None

    def _entry(self, number: int) -> Entry:
        made = self._made.get(number)
        if made is None:
            id_, name, type_, *countries = self._rows[number].split("\t")
            made = self._made[number] = Entry(id_, name, type_, tuple(countries))
        return made


def _row(entry: Entry) -> str:
    return "\t".join((entry.id, entry.name, entry.type, *entry.countries))


class GroupIndex(msgspec.Struct):
    """Folded forms to entries. `longest` gives, by the first word of a form, how many words forms can have."""

    forms: Forms
    longest: dict[str, int]
    risky: frozenset[str]
    """Forms, as written, that need a cue: they are also words."""
    plain: frozenset[str]
    """Those of them that are nothing but words."""
    heads: dict[str, str]
    """Head nouns of names, folded, to the type that they tell."""
    prefixes: dict[str, str]
    """Head nouns with which names begin, folded, to the type that they tell."""
    openers: dict[str, str]
    """Nouns that make a name with a purpose only, each with its preposition: "rally for", "moms for", "sons of"."""
    tails: dict[str, dict[str, list[Entry]]]
    """By a folded form, the words in small letters that make it another group's: "UN" and "refugee agency"."""
    owned: frozenset[str]
    """Folded forms whose names end in a possessive, without its "s": "mcdonald"."""
    mixed: frozenset[str]
    """Folded forms that no word with one capital is: those with small letters among capitals ("LeT"), and of three."""
    small: tuple[str, ...]
    """Forms, as written, that no chain of capitalised words holds: "eBay", "March 23 Movement", "Haqqani network"."""


def build_index(groups: Lexicon, risky: Lexicon, heads: Lexicon) -> GroupIndex:
    """Make the index from the lexicons `groups`, `risky_forms` and `org_heads`."""
    forms: dict[str, list[Entry]] = {}
    possessive: set[str] = set()
    small: list[str] = []
    written: list[tuple[Entry, str]] = []
    for name in groups.forms:
        row = groups.entries[name.lower()]
        entry = Entry(row["id"], name, row["type"], tuple(filter(None, row.get("country", "").split(";"))))
        aliases = row.get("aliases", "").split(";")
        written += [(entry, form) for form in (name, *aliases)]
        if name.endswith("'s"):
            possessive.add(fold(name)[:-1])
        small += [one for one in (name, *aliases) if _LOOSE.search(one) and not one.startswith(("al-", "ex-"))]
        for form in dict.fromkeys(fold(form).removeprefix("the ") for form in (name, *aliases) if form):
            known = forms.setdefault(form, [])
            if entry not in known:
                known.append(entry)
    for _, form in written:
        name, _, last = form.rpartition(" ")
        if last in _BODIES and fold(name) not in forms:
            small.append(form)  # "Haqqani network": no form stands before its last word
    longest = {name: 1 for name in possessive if " " not in name}
    for form in forms:
        words = form.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    for _, form in written:
        owner = form.partition("'s ")[0]
        if owner != form and " " not in owner:
            words = fold(form).split()  # "Sam's Club", whose first word is Sam in a text
            longest[fold(owner)] = max(longest.get(fold(owner), 0), len(words))
    tails: dict[str, dict[str, list[Entry]]] = {}
    for entry, form in written:
        match = _TAIL.fullmatch(form)
        if match is not None and entry not in forms.get(short := fold(match[1]), [entry]):
            tails.setdefault(short, {})[match[2]] = [entry]
    by_place: dict[str, dict[str, str]] = {"": {}, "first": {}, "opening": {}}
    for form in heads.forms:
        row = heads.entries[form.lower()]
        by_place.get(row.get("alone", ""), by_place[""])[fold(form)] = row["type"]
    return GroupIndex(
        Forms.of(forms),
        longest,
        frozenset(risky.forms),
        frozenset(form for form in risky.forms if risky.entries[form.lower()]["why"] == "English word"),
        by_place[""],
        by_place["first"],
        by_place["opening"],
        tails,
        frozenset(possessive),
        _mixed(form for _, form in written),
        tuple(small),
    )


def _mixed(written: Iterable[str]) -> frozenset[str]:
    short: dict[str, bool] = {}
    for form in written:
        if 1 < len(form) < 5 and form.isalpha():
            mixed = not ((form.isupper() and len(form) > 3) or form[1:].islower())
            short[fold(form)] = short.get(fold(form), True) and mixed
    return frozenset(form for form, mixed in short.items() if mixed)
