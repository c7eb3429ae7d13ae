"""Rule packs: folders of TOML and TSV files, read, checked and merged into a `RuleSet`.

A pack is a folder (or one TOML file); `factx.rules.keys` says what its files may hold. A lexicon file is named by its
stem; `group/cues.tsv` is `{cues}`. A name that is taken twice within a pack is an error; a later pack replaces rules,
macros and kinds of an earlier one, extends its lexicons, and switches off what it names under `disable`.
All faults of all files come out together, as `RuleErrors`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import msgspec

import factx
from factx.errors import Location, RuleError, RuleErrors
from factx.folders import rules_folder
from factx.rules import keys, limits
from factx.rules.assemble import expand_all
from factx.rules.files import PROJECT_FILES, RULE_SUFFIXES, pack_files, shipped_pack
from factx.rules.lexicon import read_lexicon
from factx.rules.model import CORE, Attribute, Example, Kind, Lexicon, Macro, Role, Rule
from factx.rules.ruleset import RuleSet

AVOID_PRIORITY = 10
"""The priority of an avoid rule that states none: it wins over the rules that it is there to keep off."""
_HEADER = re.compile(r"^\s*\[\[?\s*([\w.]+)\s*\]\]?")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def load(*packs: str | Path, builtin: bool = True) -> RuleSet:
    """Read the built-in pack and then `packs`, in order, and merge them.

    A pack that comes with factx may be given by its name; its kinds are then looked for without being asked for.
    Raises RuleErrors with every fault found.
    """
    loader = _Loader()
    if builtin:
        loader.read_pack(Path(rules_folder()), CORE)
    for pack in packs:
        shipped = shipped_pack(str(pack))
        if builtin and shipped:
            loader.switch_on(Path(shipped))
        else:
            loader.read_pack(Path(pack), Path(pack).resolve().stem)
    return loader.finish()


class _Loader:
    def __init__(self) -> None:
        self.set = RuleSet()
        self.errors: list[RuleError] = []

    def finish(self) -> RuleSet:
        for rule in self.set.rules.values():
            if rule.kind not in self.set.kinds:
                known = ", ".join(sorted(self.set.kinds))
                self.fault(f"no kind is called {rule.kind!r}", rule.location, f"define it, or take one of {known}")
        for kind in self.set.kinds.values():
            self.check_kind(kind)
        if not self.errors:
            self.errors.extend(expand_all(self.set))
            for compiled in self.set.compiled:
                self.check_captures(compiled.rule, compiled.captures)
                if not compiled.rule.location.path or not limits.within(
                    Path(rules_folder()), Path(compiled.rule.location.path)
                ):
                    try:
                        _ = compiled.compiled  # those of factx itself are compiled in its tests
                    except RuleError as error:
                        self.errors.append(error)
        if self.errors:
            raise RuleErrors(self.errors)
        return self.set

    def check_kind(self, kind: Kind) -> None:
        """What a kind says of itself must hold together: its lexicons, its key, its columns."""
        for attribute in kind.attributes.values():
            if attribute.lexicon and attribute.lexicon not in self.set.lexicons:
                self.fault(
                    f"attribute {attribute.name!r} of kind {kind.name!r} names the lexicon {attribute.lexicon!r},"
                    " which there is not",
                    kind.location,
                    "add the lexicon, or take its name out",
                )
        known = {ours for one in kind.attributes.values() for ours, _ in one.inherit} | kind.attributes.keys()
        for name in kind.key:
            if name not in known | {"value"}:
                self.fault(f"key {name!r} is no attribute of kind {kind.name!r}", kind.location, "declare it")
        for name in kind.columns:
            if name not in known | {"value", "text", "line"} and not kind.normaliser:
                self.fault(f"column {name!r} is no attribute of kind {kind.name!r}", kind.location, "declare it")
        if kind.classes and kind.classes not in kind.attributes:
            self.fault(f"classes names {kind.classes!r}, no attribute of {kind.name!r}", kind.location, "declare it")

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

    def switch_on(self, folder: Path) -> None:
        for name, kind in self.set.kinds.items():
            if kind.location.path and limits.within(folder, Path(kind.location.path)):
                self.set.kinds[name] = msgspec.structs.replace(kind, enabled=True)

    def read_pack(self, root: Path, pack: str) -> None:
        if not root.exists():
            self.fault("no such rule file or folder", Location(str(root)), "check the path")
            return
        files = [Path(one) for one in pack_files(str(root))]
        if not files or (root.is_file() and root.suffix not in RULE_SUFFIXES):
            what = "no rule file" if root.is_file() else "a folder without rule files"
            self.fault(what, Location(str(root)), "rules are .toml files, word lists .tsv and .txt files")
            return
        faults = limits.check_files(root, files)
        if faults:
            self.errors.extend(faults)
            return
        before = len(self.set.rules)
        seen: dict[str, Location] = {}
        for path in files:
            if path.suffix in (".tsv", ".txt"):
                self.claim(f"lexicon {path.stem}", Location(str(path)), seen)
                try:
                    self.add_lexicon(read_lexicon(path, path.stem))
                except RuleError as error:
                    self.errors.append(error)
        for path in files:
            if path.suffix == ".toml":
                self.read_file(path, pack, seen)
        if len(self.set.rules) - before > limits.MAX_RULES:
            self.fault(f"more than {limits.MAX_RULES:,} rules", Location(str(root)), "split the pack")

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

    def read_file(self, path: Path, pack: str, seen: dict[str, Location]) -> None:
        source = self.read_toml(path)
        if source is None:
            return
        text, data = source
        lines = _header_lines(text)
        if not self.checked(path, text, lines, data):
            return
        stated = data.get("pack", pack)
        if stated == CORE != pack:
            self.fault(f"{CORE!r} is the name of the built-in pack", Location(str(path)), "give the pack another name")
        pack = stated
        kind = data.get("kind", "")
        tables = kind if isinstance(kind, list) else [kind] if isinstance(kind, dict) else []
        for number, table in enumerate(tables):
            self.read_kind(table, Location(str(path), _nth(lines, "kind", number)), pack, seen)
        default = kind if isinstance(kind, str) else tables[0].get("name", "") if tables else ""
        for name, pattern in data.get("macros", {}).items():
            location = Location(str(path), _line_of(text, name))
            self.claim(f"macro {name}", location, seen)
            self.set.macros[name] = Macro(name, pattern, location)
        for name, forms in data.get("lexicons", {}).items():
            self.read_forms(name, forms, Location(str(path), _line_of(text, name)), seen)
        for role in keys.ROLES:
            for number, table in enumerate(data.get(role, [])):
                location = Location(str(path), _nth(lines, role, number), rule=table["id"])
                self.read_rule(table, cast("Role", role), default, location, pack, seen)
        self.switch(data, Location(str(path), _line_of(text, "disable")), Location(str(path), _line_of(text, "enable")))

    def read_toml(self, path: Path) -> tuple[str, dict[str, Any]] | None:
        """The text of a file and what it says; of a pyproject.toml, what it says to factx."""
        import tomllib  # only where the cache has nothing

        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
            data = tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.fault("not UTF-8", Location(str(path), line), "save the file as UTF-8")
            return None
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = re.search(r"\(at line (\d+), column (\d+)\)|\(at end of document\)", str(error))
            line = int(found[1]) if found and found[1] else text.count("\n") + 1
            column = int(found[2]) if found and found[2] else None
            message = str(error)[: found.start()].strip() if found else "tables nested too deep"
            remedy = "texts stand in quotes, patterns best in '''...'''; see toml.io"
            self.fault(f"no TOML: {message}", Location(str(path), line, column), remedy)
            return None
        if path.name == "pyproject.toml":
            data = data.get("tool", {}).get("factx", {})
        return text, data

    def checked(self, path: Path, text: str, lines: dict[str, list[int]], data: dict[str, Any]) -> bool:
        """Whether a file says what a rule file may say, to this version of factx; if not, its faults are kept."""
        faults = [_locate(fault, path, text, lines, data) for fault in keys.check("file", data)]
        if "rules" in data and path.name not in PROJECT_FILES:
            location = Location(str(path), _line_of(text, "rules"))
            faults.append(RuleError("'rules' outside a project file", location, "rules are [[rule]] tables"))
        self.errors.extend(faults)
        wanted = data.get("requires")
        if isinstance(wanted, str):
            location = Location(str(path), _line_of(text, "requires"))
            try:
                if not satisfies(factx.__version__, wanted):
                    message = f"the pack needs factx {wanted}, and this is {factx.__version__}"
                    self.fault(message, location, "upgrade factx, or take an older version of the pack")
                    return False
            except ValueError:
                self.fault(f"requires = {wanted!r} states no versions", location, "write it as '>=0.1,<2'")
        return not faults

    def read_forms(
        self, name: str, forms: list[str] | dict[str, dict[str, str]], location: Location, seen: dict[str, Location]
    ) -> None:
        """A lexicon that stands within a rule file."""
        self.claim(f"lexicon {name}", location, seen)
        if len(forms) > limits.MAX_INLINE_FORMS:
            message = f"lexicon {name!r} has {len(forms):,} forms, more than {limits.MAX_INLINE_FORMS:,}"
            self.fault(message, location, f"move them to a file {name}.txt or {name}.tsv beside this one")
            return
        cells = forms if isinstance(forms, dict) else {}
        plain = tuple(" ".join(form.split()) for form in forms)
        if not all(plain):
            self.fault(f"lexicon {name!r} has an empty form", location, "remove it")
            return
        entries = {form.lower(): dict(cells.get(form, {})) for form in plain}
        self.add_lexicon(Lexicon(name, entries, plain, location))

    def switch(self, data: dict[str, Any], off: Location, on: Location) -> None:
        """Switch off and on what a file names."""
        for name in data.get("disable", []):
            rules = [one.id for one in self.set.rules.values() if name in (one.id, one.kind, one.pack)]
            kinds = [one.name for one in self.set.kinds.values() if name in (one.name, one.pack)]
            for one in rules:
                del self.set.rules[one]
            for one in kinds:  # patterns of other kinds may refer to it: it stays, with nothing that gives it
                self.set.kinds[one] = msgspec.structs.replace(self.set.kinds[one], enabled=False)
            if not rules and not kinds:
                self.fault(f"disable names {name!r}, which is no rule, kind or pack", off, "check the spelling")
        for name in data.get("enable", []):
            if name in self.set.kinds:
                self.set.kinds[name] = msgspec.structs.replace(self.set.kinds[name], enabled=True)
            else:
                self.fault(f"enable names {name!r}, which is no kind", on, "check the spelling")

    def read_kind(self, table: dict[str, Any], location: Location, pack: str, seen: dict[str, Location]) -> None:
        name = table["name"]
        self.claim(f"kind {name}", location, seen)
        if not _NAME.fullmatch(name):
            self.fault(f"{name!r} is no name for a kind", location, "use small letters, digits and _")
        attributes = {key: _attribute(key, given) for key, given in table.get("attributes", {}).items()}
        known = {key: value for key, value in table.items() if key != "attributes"}
        lists = {key: tuple(value) for key, value in known.items() if isinstance(value, list)}
        self.set.kinds[name] = Kind(**(known | lists), attributes=attributes, pack=pack, location=location)

    def read_rule(
        self, table: dict[str, Any], role: Role, kind: str, location: Location, pack: str, seen: dict[str, Location]
    ) -> None:
        self.claim(f"rule {table['id']}", location, seen)
        rule = Rule(
            id=table["id"],
            kind=table.get("kind", kind),
            pattern=table["pattern"],
            role=role,
            set=table.get("set", {}),
            priority=table.get("priority", AVOID_PRIORITY if role == "avoid" else 0),
            triggers=tuple(table.get("triggers", ())),
            scope=table.get("scope", "sentence"),
            sections=tuple(table.get("sections", ())),
            examples=tuple(_example(one) for one in table.get("examples", ())),
            counterexamples=tuple(_example(one) for one in table.get("counterexamples", ())),
            description=table.get("description", ""),
            location=location,
            pack=pack,
        )
        earlier = self.set.rules.get(rule.id)
        if earlier:
            self.set.replaced.setdefault(rule.id, []).append(earlier)
        self.set.rules[rule.id] = rule


def satisfies(version: str, wanted: str) -> bool:
    """Whether a version is one of those that `wanted` ("">=0.1,<2"") allows. Raises ValueError when it says nothing."""
    ours = _version(version)
    for condition in wanted.split(","):
        parts = re.fullmatch(r"\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+)*)\s*", condition)
        if parts is None:
            raise ValueError(condition)
        theirs = _version(parts[2])
        holds = {
            ">=": ours >= theirs, "<=": ours <= theirs, "==": ours == theirs, "!=": ours != theirs,
            ">": ours > theirs, "<": ours < theirs,
        }  # fmt: skip
        if not holds[parts[1]]:
            return False
    return True


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(number) for number in re.findall(r"\d+", text.partition("+")[0])][:4]
    return tuple(numbers + [0] * (4 - len(numbers)))


def _attribute(name: str, given: str | dict[str, Any]) -> Attribute:
    table: dict[str, Any] = {"type": given} if isinstance(given, str) else dict(given)
    inherit = table.pop("inherit", ())
    pairs = tuple(inherit.items() if isinstance(inherit, dict) else ((one, one) for one in inherit))
    if table.get("type") in keys.MENTION_TYPES:
        table |= {"type": "mention", "kind": table["type"]}
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    return Attribute(name=name, inherit=pairs, **(table | lists))


def _example(given: str | dict[str, Any]) -> Example:
    if isinstance(given, str):
        return Example(given)
    date = given.get("date")
    return Example(given["text"], tuple(_facts(given)), date.isoformat() if isinstance(date, datetime.date) else date)


def _facts(given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    facts = given.get("facts", ())
    yield from (one for one in facts if isinstance(one, dict)) if isinstance(facts, list) else ()


def _locate(fault: keys.Fault, path: Path, text: str, lines: dict[str, list[int]], data: dict[str, Any]) -> RuleError:
    """A fault as an error with its line: that of the key within the table's lines, or else of the table's header."""
    trail = fault.trail
    top = str(trail[0]) if trail else ""
    number = trail[1] if len(trail) > 1 and isinstance(trail[1], int) else 0
    header = _nth(lines, top, number)
    key = next((str(step) for step in reversed(trail) if isinstance(step, str)), "")
    line = (_line_of(text, key, header or 1) or header) if key else header
    tables = data.get(top)
    rule = None
    if top in keys.ROLES and isinstance(tables, list) and number < len(tables) and isinstance(tables[number], dict):
        given = tables[number].get("id")
        rule = given if isinstance(given, str) else f"{top} {number + 1}"
    return RuleError(fault.message, Location(str(path), line, rule=rule), fault.remedy)


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


def _line_of(text: str, key: str, since: int = 1) -> int | None:
    """The line, not before `since`, on which a key is given its value."""
    pattern = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=")
    for number, line in enumerate(text.splitlines(), 1):
        if number >= since and pattern.match(line):
            return number
    return None
