"""Rule packs: folders of TOML and TSV files, read, checked and merged into a `RuleSet`.

A pack is a folder (or one TOML file). Every `*.toml` in it, at any depth, may hold

    pack = "name"                        requires = ">=0.1"
    [kind]  or  [[kind]]                 a kind of mention or fact that this pack defines
    kind = "casualty"                    at the top instead: the kind of this file's rules
    [macros]                             name = 'pattern'
    [lexicons]                           name = ["form", ...] for small ones; larger ones are NAME.tsv or NAME.txt files
    [[rule]] [[link]] [[context]] [[avoid]]
    disable = ["rule.id", ...]           what an earlier pack brought and this one switches off

A lexicon file is named by its stem; `group/cues.tsv` is `{cues}`. A name that is taken twice within a pack is an
error; a later pack replaces rules, macros and kinds of an earlier one and extends its lexicons.
All faults of all files come out together, as `RuleErrors`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from factx.errors import Location, RuleError, RuleErrors
from factx.rules.assemble import expand_all
from factx.rules.files import builtin_folder, pack_files
from factx.rules.lexicon import read_lexicon
from factx.rules.model import Attribute, Example, Kind, Lexicon, Macro, Role, Rule
from factx.rules.ruleset import RuleSet

ROLES: tuple[Role, ...] = ("rule", "link", "context", "avoid")
AVOID_PRIORITY = 10
"""The priority of an avoid rule that states none: it wins over the rules that it is there to keep off."""
_RULE_KEYS = {
    "id", "kind", "pattern", "set", "priority", "triggers", "scope", "sections", "examples", "counterexamples",
    "description",
}  # fmt: skip
_FILE_KEYS = {"pack", "requires", "kind", "macros", "lexicons", "disable", *ROLES}
_KIND_KEYS = {
    "name", "description", "attributes", "columns", "span", "each", "claim", "anchor", "after", "classes", "emit",
    "enabled", "case", "normaliser", "yields",
}  # fmt: skip
_HEADER = re.compile(r"^\s*\[\[?\s*([\w.]+)\s*\]\]?")


def load(*packs: Path, builtin: bool = True) -> RuleSet:
    """Read the built-in pack and then `packs`, in order, and merge them.

    Raises RuleErrors with every fault found.
    """
    loader = _Loader()
    if builtin:
        loader.read_pack(builtin_folder(), "core")
    for pack in packs:
        loader.read_pack(pack, pack.stem)
    return loader.finish()


class _Loader:
    def __init__(self) -> None:
        self.set = RuleSet()
        self.errors: list[RuleError] = []

    def finish(self) -> RuleSet:
        for rule in self.set.rules.values():
            if rule.kind not in self.set.kinds:
                self.fault(f"no kind is called {rule.kind!r}", rule.location, "define it with a [kind] table")
        if not self.errors:
            self.errors.extend(expand_all(self.set))
            for compiled in self.set.compiled:
                self.check_captures(compiled.rule, compiled.captures)
        if self.errors:
            raise RuleErrors(self.errors)
        return self.set

    def check_captures(self, rule: Rule, captures: tuple[str, ...]) -> None:
        kind = self.set.kinds[rule.kind]
        known = {one.capture or one.name for one in kind.attributes.values()}
        known |= {*kind.span, *kind.each, *kind.claim, kind.anchor, "scope"}
        known |= {"avoid"} if rule.role == "avoid" else set()
        for name in captures:
            if name not in known and not kind.normaliser:
                self.fault(
                    f"capture {name!r} is no attribute of kind {rule.kind!r}",
                    rule.location,
                    "declare it under [kind.attributes], or use (?:...) where nothing is captured",
                )

    def fault(self, message: str, location: Location, remedy: str) -> None:
        self.errors.append(RuleError(message, location, remedy))

    def read_pack(self, root: Path, pack: str) -> None:
        if not root.exists():
            self.fault("no such rule file or folder", Location(root), "check the path")
            return
        folder = root if root.is_dir() else root.parent
        files = pack_files(root)
        seen: dict[str, Location] = {}
        for path in files:
            if path.suffix in (".tsv", ".txt"):
                self.claim(f"lexicon {path.stem}", Location(path), seen)
                try:
                    self.add_lexicon(read_lexicon(path, path.stem))
                except RuleError as error:
                    self.errors.append(error)
        for path in files:
            if path.suffix == ".toml":
                self.read_file(path, folder, pack, seen)

    def claim(self, name: str, location: Location, seen: dict[str, Location]) -> None:
        if name in seen:
            self.fault(f"{name} is defined twice", location, f"the first is at {seen[name]}; rename one")
        seen.setdefault(name, location)

    def add_lexicon(self, lexicon: Lexicon) -> None:
        earlier = self.set.lexicons.get(lexicon.name)
        if earlier:
            forms = (*earlier.forms, *(form for form in lexicon.forms if form.lower() not in earlier.entries))
            lexicon = msgspec.structs.replace(lexicon, entries=earlier.entries | lexicon.entries, forms=forms)
        self.set.lexicons[lexicon.name] = lexicon

    def read_file(self, path: Path, folder: Path, pack: str, seen: dict[str, Location]) -> None:
        import tomllib  # only where the cache has nothing

        try:
            text = path.read_bytes().decode("utf-8-sig")
            data = tomllib.loads(text)
        except UnicodeDecodeError:
            self.fault("not UTF-8", Location(path), "save the file as UTF-8")
            return
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            self.fault(f"no TOML: {error}", Location(path, int(line[1]) if line else None), "see toml.io")
            return
        lines = _header_lines(text)
        for key in data:
            if key not in _FILE_KEYS:
                self.fault(f"unknown key {key!r}", Location(path, _line_of(text, key)), f"one of {sorted(_FILE_KEYS)}")
        kind = data.get("kind", "")
        tables = kind if isinstance(kind, list) else [kind] if isinstance(kind, dict) else []
        for number, table in enumerate(tables):
            self.read_kind(table, Location(path, _nth(lines, "kind", number)), pack, seen)
        default = kind if isinstance(kind, str) else tables[0].get("name", "") if tables else ""
        for name, source in data.get("macros", {}).items():
            location = Location(path, _line_of(text, name))
            self.claim(f"macro {name}", location, seen)
            self.set.macros[name] = Macro(name, str(source), location)
        for name, forms in data.get("lexicons", {}).items():
            location = Location(path, _line_of(text, name))
            self.claim(f"lexicon {name}", location, seen)
            entries: dict[str, dict[str, str]] = {form.lower(): {} for form in forms}
            self.add_lexicon(Lexicon(name, entries, tuple(forms), location))
        for role in ROLES:
            for number, table in enumerate(data.get(role, [])):
                location = Location(path, _nth(lines, role, number), rule=str(table.get("id", "")) or None)
                self.read_rule(table, role, default, location, pack, seen)
        for name in data.get("disable", []):
            if self.set.rules.pop(name, None) is None and self.set.kinds.pop(name, None) is None:
                self.fault(f"disable names {name!r}, which is no rule or kind", Location(path), "check the spelling")

    def read_kind(self, table: dict[str, Any], location: Location, pack: str, seen: dict[str, Location]) -> None:
        name = table.get("name", "")
        self.claim(f"kind {name}", location, seen)
        for key in table.keys() - _KIND_KEYS:
            self.fault(f"kind {name!r} has an unknown key {key!r}", location, f"one of {sorted(_KIND_KEYS)}")
        attributes = {}
        for attribute, given in table.get("attributes", {}).items():
            try:
                attributes[attribute] = _attribute(attribute, given)
            except (TypeError, ValueError) as error:
                self.fault(f"attribute {attribute!r} of kind {name!r}: {error}", location, "see the rule reference")
        known = {key: value for key, value in table.items() if key in _KIND_KEYS and key != "attributes"}
        lists = {key: tuple(value) for key, value in known.items() if isinstance(value, list)}
        self.set.kinds[name] = Kind(**(known | lists), attributes=attributes, pack=pack)

    def read_rule(
        self, table: dict[str, Any], role: Role, kind: str, location: Location, pack: str, seen: dict[str, Location]
    ) -> None:
        for key in table.keys() - _RULE_KEYS:
            self.fault(f"unknown key {key!r}", location, f"one of {sorted(_RULE_KEYS)}")
        missing = [key for key in ("id", "pattern") if not isinstance(table.get(key), str)]
        if missing:
            self.fault(f"a [[{role}]] without {' and '.join(missing)}", location, "every rule has an id and a pattern")
            return
        self.claim(f"rule {table['id']}", location, seen)
        try:
            rule = Rule(
                id=table["id"],
                kind=table.get("kind", kind),
                pattern=table["pattern"],
                role=role,
                set=table.get("set", {}),
                priority=int(table.get("priority", AVOID_PRIORITY if role == "avoid" else 0)),
                triggers=tuple(table.get("triggers", ())),
                scope=table.get("scope", "sentence"),
                sections=tuple(table.get("sections", ())),
                examples=tuple(_example(one) for one in table.get("examples", ())),
                counterexamples=tuple(_example(one) for one in table.get("counterexamples", ())),
                description=table.get("description", ""),
                location=location,
                pack=pack,
            )
        except (TypeError, ValueError, KeyError) as error:
            self.fault(f"a value of the wrong type: {error}", location, "see the rule reference")
            return
        self.set.rules[rule.id] = rule


def _attribute(name: str, given: Any) -> Attribute:
    if isinstance(given, str):
        given = {"type": given}
    inherit = given.get("inherit", ())
    pairs = tuple(inherit.items() if isinstance(inherit, dict) else ((one, one) for one in inherit))
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    types = ("text", "integer", "number", "boolean", "choice", "mention", "object")
    if given.get("type", "text") not in types:
        raise ValueError(f"type {given['type']!r} is none of {', '.join(types)}")
    return Attribute(name=name, **(given | {"inherit": pairs}))


def _example(given: Any) -> Example:
    if isinstance(given, str):
        return Example(given)
    return Example(given["text"], tuple(given.get("facts", ())), given.get("date"))


def _header_lines(text: str) -> dict[str, list[int]]:
    """The lines of the [table] headers of a TOML file, by the table's name."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _HEADER.match(line):
            lines.setdefault(match[1], []).append(number)
    return lines


def _nth(lines: dict[str, list[int]], name: str, number: int) -> int | None:
    known = lines.get(name, [])
    return known[number] if number < len(known) else None


def _line_of(text: str, key: str) -> int | None:
    match = re.search(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else None
