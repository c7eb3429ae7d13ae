"""A rule set: all packs merged into one, with every pattern expanded and ready to be compiled."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import msgspec

from factx.errors import Location, RuleError
from factx.rules import pattern as patterns
from factx.rules.lexicon import select
from factx.rules.model import Kind, Lexicon, Macro, Rule

if TYPE_CHECKING:
    from regex import Pattern

FIRST_SYMBOL = 0xE000


class CompiledRule(msgspec.Struct):
    """A rule with its expanded source; the pattern is compiled when it is first tried (or comes out of the cache)."""

    rule: Rule
    source: str
    needs: patterns.Needs
    captures: tuple[str, ...]
    references: frozenset[str]
    frozen: bytes = b""
    """The compiled pattern, pickled, where the cache has it."""
    _compiled: Pattern[str] | None = None

    @property
    def is_compiled(self) -> bool:
        """Whether the pattern has been compiled (or thawed) already."""
        return self._compiled is not None

    @property
    def compiled(self) -> Pattern[str]:
        """The compiled pattern. Raises RuleError when `regex` refuses the source."""
        if self._compiled is None:
            import regex

            if self.frozen:
                self._compiled = pickle.loads(self.frozen)
                return self._compiled
            try:
                self._compiled = regex.compile(self.source, regex.VERSION0)
            except regex.error as error:
                raise RuleError(f"the pattern is no regular expression: {error}", self.rule.location) from None
        return self._compiled


class RuleSet(msgspec.Struct):
    """Kinds, rules, lexicons and macros by name."""

    kinds: dict[str, Kind] = {}
    rules: dict[str, Rule] = {}
    lexicons: dict[str, Lexicon] = {}
    macros: dict[str, Macro] = {}
    symbols: dict[str, dict[str, str]] = {}
    """For each kind its private-use characters: "" for a mention of no class, else by class."""
    compiled: list[CompiledRule] = []

    def assign_symbols(self) -> None:
        """Give every kind, and every class of a kind, its character of the private-use area, in order of name."""
        at = FIRST_SYMBOL
        for name in sorted(self.kinds):
            kind = self.kinds[name]
            classes = kind.attributes[kind.classes].values if kind.classes in kind.attributes else ()
            self.symbols[name] = {}
            for value in ("", *classes):
                self.symbols[name][value] = chr(at)
                at += 1

    def piece(self, name: str, case: bool, location: Location) -> patterns.Piece | str:
        """What `{name}` stands for in a pattern. Raises RuleError when nothing bears the name."""
        if name in self.macros:
            return self.macros[name].pattern
        base, _, rest = name.partition(".")
        filters = tuple(rest.split(".")) if rest else ()
        if base in self.kinds:
            symbols = self.symbols[base]
            unknown = [value for value in filters if value not in symbols]
            if unknown:
                raise RuleError(
                    f"mentions of {base} have no class {unknown[0]!r}", location, f"one of {list(symbols)[1:]}"
                )
            chosen = [symbols[value] for value in filters] if filters else list(symbols.values())
            source = chosen[0] if len(chosen) == 1 else "[" + "".join(chosen) + "]"
            return patterns.Piece(source, [frozenset(chosen)])
        if base in self.lexicons:
            forms = select(self.lexicons[base], filters)
            if not forms:
                raise RuleError(f"no entry of lexicon {base!r} has {rest!r}", location, "check the cell's spelling")
            if not case:
                forms = list(dict.fromkeys(form.lower() for form in forms))
            return patterns.Piece(patterns.alternation(forms), [frozenset(map(patterns.key_word, forms))])
        near = [known for known in (*self.macros, *self.kinds, *self.lexicons) if known.startswith(base[:3])]
        hint = f"did you mean {', '.join(sorted(near)[:4])}?" if near else "define a macro or lexicon of that name"
        raise RuleError(f"nothing is called {{{name}}}", location, hint)

    def expand_all(self) -> list[RuleError]:
        """Expand every rule's pattern into `compiled`; the faults found are returned, not raised."""
        self.assign_symbols()
        errors: list[RuleError] = []
        pieces: dict[tuple[str, bool], patterns.Piece | str] = {}
        for rule in self.rules.values():
            case = self.kinds[rule.kind].case

            def resolve(name: str, case: bool = case, rule: Rule = rule) -> patterns.Piece | str:
                key = (name, case)
                if key not in pieces:
                    pieces[key] = self.piece(name, case, rule.location)
                return pieces[key]

            try:
                expanded = patterns.expand(rule.pattern, resolve, rule.location)
            except RuleError as error:
                errors.append(error)
                continue
            needs = expanded.needs
            if rule.triggers:
                stated: set[str] = set()
                for trigger in rule.triggers:
                    if trigger.startswith("{"):
                        piece = self.piece(trigger.strip("{}"), case, rule.location)
                        stated.update(*(piece.needs if isinstance(piece, patterns.Piece) else []))
                    else:
                        stated.add(patterns.key_word(trigger))
                needs = [need for need in needs if patterns.is_symbols(need)] + [frozenset(stated)]
            self.compiled.append(CompiledRule(rule, expanded.source, needs, expanded.captures, expanded.references))
        return errors

    def order(self) -> list[str]:
        """The kinds that have rules, each after the kinds that it names in `after` or whose mentions it refers to.

        Raises RuleError for a cycle.
        """
        needs: dict[str, set[str]] = {name: set(kind.after) for name, kind in self.kinds.items()}
        for compiled in self.compiled:
            bases = {reference.partition(".")[0] for reference in compiled.references}
            needs[compiled.rule.kind] |= {base for base in bases if base in self.kinds and base not in self.macros}
        done: list[str] = []
        while len(done) < len(needs):
            ready = sorted(name for name in needs if name not in done and needs[name] <= {*done, name})
            if not ready:
                left = sorted(name for name in needs if name not in done)
                raise RuleError(f"the kinds {', '.join(left)} wait for one another", None, "take one out of `after`")
            done.extend(ready)
        return done

    def by_kind(self) -> dict[str, list[CompiledRule]]:
        """The rules of each kind, in the order of their ids."""
        out: dict[str, list[CompiledRule]] = {}
        for compiled in sorted(self.compiled, key=lambda one: one.rule.id):
            out.setdefault(compiled.rule.kind, []).append(compiled)
        return out
