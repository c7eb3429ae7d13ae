"""Assembly: symbols for the kinds of a rule set, and its patterns expanded with what their references stand for."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence

from factx.errors import Location, RuleError
from factx.rules import pattern as patterns
from factx.rules.forms import ranges
from factx.rules.lexicon import select
from factx.rules.model import FIRST_SYMBOL, Rule
from factx.rules.needs import is_symbols, key_word, word_of
from factx.rules.ruleset import CompiledRule, RuleSet
from factx.rules.written import named, numbers

WORTH = 120
"""Letters that the forms of a lexicon have at least for its words to be marked in texts, not spelled in patterns."""


def assign_symbols(rules: RuleSet) -> None:
    """Give every kind, and every class of a kind, its character of the private-use area, in order of name."""
    at = FIRST_SYMBOL
    for name in sorted(rules.kinds):
        kind = rules.kinds[name]
        classes = kind.attributes[kind.classes].values if kind.classes in kind.attributes else ()
        rules.symbols[name] = {}
        for value in ("", *classes):
            rules.symbols[name][value] = chr(at)
            at += 1


def piece_of(rules: RuleSet, name: str, case: bool, location: Location) -> patterns.Piece | str:
    """What `{name}` stands for in a pattern. Raises RuleError when nothing bears the name."""
    if name in rules.macros:
        return rules.macros[name].pattern
    base, _, rest = name.partition(".")
    filters = tuple(rest.split(".")) if rest else ()
    if base in rules.kinds:
        symbols = rules.symbols[base]
        unknown = [value for value in filters if value not in symbols]
        if unknown:
            raise RuleError(f"mentions of {base} have no class {unknown[0]!r}", location, f"one of {list(symbols)[1:]}")
        chosen = [symbols[value] for value in filters] if filters else list(symbols.values())
        source = chosen[0] if len(chosen) == 1 else f"[{ranges(map(ord, chosen))}]"
        return patterns.Piece(source, [frozenset(chosen)], frozenset(chosen))
    if base in rules.lexicons:
        forms = select(rules.lexicons[base], filters)
        if not forms:
            raise RuleError(f"no entry of lexicon {base!r} has {rest!r}", location, "check the cell's spelling")
        if not case:
            return lexicon(rules, list(dict.fromkeys(form.lower() for form in forms)))
        return patterns.of_forms(forms)
    near = [known for known in (*rules.macros, *rules.kinds, *rules.lexicons) if known.startswith(base[:3])]
    hint = f"did you mean {', '.join(sorted(near)[:4])}?" if near else "define a macro or lexicon of that name"
    raise RuleError(f"nothing is called {{{name}}}", location, hint)


def lexicon(rules: RuleSet, forms: Sequence[str]) -> patterns.Piece:
    """What a lexicon comes to in the patterns of kinds that see no capitals: its name where it is large."""
    large = sum(map(len, forms)) >= WORTH
    return patterns.of_forms(forms, named(rules.marks.number(forms)) if large else "")


def expand_all(rules: RuleSet) -> list[RuleError]:
    """Expand every rule's pattern into `compiled`; the faults found are returned, not raised."""
    assign_symbols(rules)
    errors: list[RuleError] = []
    pieces: dict[tuple[str, bool], patterns.Piece | str] = {}
    macros: dict[bool, patterns.Macros] = {False: {}, True: {}}
    for rule in rules.rules.values():
        case = rules.kinds[rule.kind].case

        def resolve(name: str, case: bool = case, rule: Rule = rule) -> patterns.Piece | str:
            key = (name, case)
            if key not in pieces:
                pieces[key] = piece_of(rules, name, case, rule.location)
            return pieces[key]

        try:
            expanded = patterns.expand(
                rule.pattern, resolve, rule.location, macros[case],
                patterns.of_forms if case else functools.partial(lexicon, rules),
            )  # fmt: skip
        except RuleError as error:
            errors.append(error)
            continue
        needs, first = expanded.piece.needs, expanded.piece.first
        if rule.triggers:
            stated: set[str] = set()
            for trigger in rule.triggers:
                if trigger.startswith("{"):
                    stated_piece = piece_of(rules, trigger.strip("{}"), case, rule.location)
                    if isinstance(stated_piece, patterns.Piece):
                        stated.update(*stated_piece.needs)
                else:
                    stated.add(word_of(key_word(trigger), begins=True))
            needs = [need for need in needs if is_symbols(need)] + [frozenset(stated)]
            first = None
        piece = expanded.piece
        compiled = CompiledRule(rule, piece.source, needs, expanded.captures, expanded.references, first)
        compiled.marks = None if case else rules.marks
        rules.compiled.append(compiled)
    rules.marks.settle(Counter(number for compiled in rules.compiled for number in numbers(compiled.source)))
    return errors
