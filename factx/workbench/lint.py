"""Lint: what is wrong with rules although they load."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factx.engine.plan import Plan
from factx.errors import Location
from factx.names import NameFinder
from factx.rules.model import WORD, Lexicon, Rule
from factx.rules.ruleset import CompiledRule, RuleSet
from factx.rules.written import spelled
from factx.workbench.coverage import Text, cover
from factx.workbench.examples import ExampleRunner
from factx.workbench.explain import visible
from factx.workbench.trace import TracingExtractor

READ_BY_CODE = frozenset(
    {
        "abbreviations",
        "line_starts",
        "sentence_starts",
        "places_areas",
        "places_conflict",
        "places_quarters",
        "places_countries",
        "region_names",
    }
)
"""Lexicons of factx that its readers and its gazetteer take from their files, not from the rule set."""
READ_BY_RESOLUTION = frozenset({"troop_verbs", "troop_moods", "troop_words", "troop_told"})
"""Lexicons of factx that are for what is settled over the document, after the rules."""
PUMPED = 400
"""Characters of the texts that patterns are tried on: those of a long sentence."""
TOO_LONG = 0.05
"""Seconds that a pattern may take on one of them."""
STOPPED = 0.5
"""Seconds after which a text is given up: the pattern explodes, however long the text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: its code, the rule or name that it is about, where, what is wrong and what to do."""

    code: str
    subject: str
    location: Location
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.location}: {self.message} [{self.code}] ({self.remedy})"


def lint(rules: RuleSet, only: set[str] | None = None, corpus: Iterable[Text] | None = None) -> Iterator[Finding]:
    """The faults of a rule set, or of the rules of `only` (ids); with a corpus, of rules that never match in it too."""
    chosen = [one for one in rules.compiled if only is None or one.rule.id in only]
    yield from _unused(rules) if only is None else ()
    for compiled in chosen:
        yield from _untold(compiled)
        yield from _explosive(compiled, rules)
    yield from _examples([one.rule for one in chosen], rules)
    yield from _twins(chosen, rules)
    if corpus is not None:
        for use in cover(rules, corpus, {one.rule.kind for one in chosen}).uses.values():
            if use.dead and (only is None or use.rule.id in only):
                yield _about(use.rule, "never-fires", "matches nothing in the corpus", "widen it, or remove it")


def _about(rule: Rule, code: str, message: str, remedy: str) -> Finding:
    return Finding(code, rule.id, rule.location, message, remedy)


class _Noted(dict[str, Lexicon]):
    """Lexicons that note which of them were asked for."""

    def __init__(self, lexicons: dict[str, Lexicon]) -> None:
        super().__init__(lexicons)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Lexicon:
        self.asked.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, default)


def _unused(rules: RuleSet) -> Iterator[Finding]:
    """Macros and lexicons that nothing refers to."""
    used = {reference for one in rules.compiled for reference in one.references}
    used |= {reference.partition(".")[0] for reference in used}
    used |= {trigger.strip("{}").partition(".")[0] for one in rules.rules.values() for trigger in one.triggers}
    used |= {one.lexicon for kind in rules.kinds.values() for one in kind.attributes.values()}
    noted = _Noted(rules.lexicons)
    NameFinder(noted)
    noted.asked |= READ_BY_RESOLUTION
    for name, macro in rules.macros.items():
        if name not in used:
            yield Finding("unused-macro", name, macro.location, f"no rule uses the macro {{{name}}}", "remove it")
    for name, lexicon in rules.lexicons.items():
        if name not in used | noted.asked | READ_BY_CODE:
            message = f"nothing uses the lexicon {{{name}}}"
            yield Finding("unused-lexicon", name, lexicon.location, message, "remove it, or refer to it")


def _untold(compiled: CompiledRule) -> Iterator[Finding]:
    rule = compiled.rule
    if not rule.examples:
        yield _about(rule, "no-examples", "the rule has no example", "add one: a text, and the facts it gives")
    if rule.role == "rule" and not rule.counterexamples:
        yield _about(
            rule, "no-counterexamples", "the rule has no counterexample", "add the nearest text that it must leave"
        )
    if not compiled.needs and Plan([compiled]).always_called:
        message = "the pattern needs no word and no mention, so that every sentence is tried"
        yield _about(rule, "no-trigger", message, "put a word or {reference} where it is obligatory, or state triggers")


def _explosive(compiled: CompiledRule, rules: RuleSet) -> Iterator[Finding]:
    """Texts on which the pattern takes too long, and much longer than on half of the text."""
    for text in _pumped(compiled, rules):
        spent = _seconds(compiled, text)
        if spent < TOO_LONG:
            continue
        again, half = _seconds(compiled, text), _seconds(compiled, text[PUMPED // 2 :])
        if min(spent, again) >= TOO_LONG and (min(spent, again) > 3 * half or half >= STOPPED):
            shown = visible(text[:60], rules)
            message = f"the pattern took {spent * 1000:.0f} ms on {len(text)} characters: {shown!r}..."
            remedy = "make one of the repetitions possessive (*+), bound it ({0,5}), or keep two from matching the same"
            yield _about(compiled.rule, "backtracking", message, remedy)
            return


def _pumped(compiled: CompiledRule, rules: RuleSet) -> Iterator[str]:
    """Long texts of parts that the pattern repeats: its examples' words, mentions, single letters."""
    symbols = sorted({one[0] for need in compiled.needs for one in need if one and "\ue000" <= one[0] <= "\uf8ff"})[:2]
    source = spelled(compiled.source, rules.marks)
    letters = [letter for letter in dict.fromkeys(source) if letter.isascii() and letter.isalpha()][:2]
    words = [example.text.lower() for example in compiled.rule.examples[:1]]
    needed = [min(need).removeprefix(WORD) for need in compiled.needs] + list(dict.fromkeys(source))
    end = "! " + " ".join(one for one in needed if one.isalnum())  # without them `regex` would not even begin
    for part in (*symbols, *letters, *words):
        for between in ("", " "):
            yield ((part + between) * (PUMPED // len(part + between) + 1))[:PUMPED] + end
    for symbol in symbols:
        yield (symbol + " a" * (PUMPED // 2))[:PUMPED] + end


def _seconds(compiled: CompiledRule, text: str) -> float:
    if compiled.marks:
        text = compiled.marks.mark(text).text
    begun = time.perf_counter()
    try:
        for _ in compiled.compiled.finditer(text, overlapped=True, timeout=STOPPED):
            if time.perf_counter() - begun > STOPPED:
                break
    except TimeoutError:
        return STOPPED
    return time.perf_counter() - begun


def _examples(chosen: list[Rule], rules: RuleSet) -> Iterator[Finding]:
    runner = ExampleRunner(rules)
    for rule in chosen:
        for failure in runner.check(rule):
            winners = sorted({fact.rule for fact in failure.found if fact.rule and fact.rule != rule.id})
            lost = winners and rule.role == "rule" and failure.example in rule.examples
            code = "example-lost" if lost else "bad-example"
            by = f"; {', '.join(winners)} found {', '.join(repr(one.text) for one in failure.found)}" if winners else ""
            message = f"{failure.message} in {failure.example.text!r}{by}"
            remedy = "give it a higher priority, or make the other stricter" if lost else "mend the rule or the example"
            yield _about(rule, code, message, remedy)


def _twins(chosen: list[CompiledRule], rules: RuleSet) -> Iterator[Finding]:
    """Rules with the same pattern, and rules for all of whose examples another gives the very same."""
    seen: dict[tuple[str, str, str, str], Rule] = {}
    for compiled in chosen:
        rule = compiled.rule
        key = (rule.kind, rule.role, compiled.source, repr((rule.scope, rule.sections)))
        if key in seen:
            yield _about(rule, "duplicate", f"the same pattern as {seen[key].id}", "remove one of them")
            continue
        seen[key] = rule
    by_kind: dict[str, TracingExtractor] = {}
    for compiled in chosen:
        rule = compiled.rule
        if rule.role != "rule" or not rule.examples:
            continue
        extractor = by_kind.setdefault(rule.kind, TracingExtractor(rules, [rule.kind]))
        shared: set[str] | None = None
        for example in rule.examples:
            extractor.clear()
            extractor.extract(example.text, date=example.date)
            found = [one for step in extractor.steps if step.kind == rule.kind for one in step.candidates]
            given: dict[str, set[tuple[int, int, str]]] = {}
            for one in found:
                other = one.rule
                alike = other.role == "rule" and other.set == rule.set and other.priority >= rule.priority
                if alike:
                    match = (one.start, one.end, repr(sorted(one.captures.items())))
                    given.setdefault(other.id, set()).add(match)
            ours = given.pop(rule.id, set())
            theirs = {name for name, matches in given.items() if ours <= matches}
            shared = theirs if shared is None else shared & theirs
        if shared:
            message = f"{', '.join(sorted(shared))} gives the same for every example"
            yield _about(rule, "subsumed", message, "remove it, or give an example that only it matches")
