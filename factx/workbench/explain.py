"""Explanation: why a stretch of a text came to the facts that it did, or to none.

For each kind, over each sentence: the sentence as its rules saw it, which rules were tried, how far each got, which
matches there were, and which stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from factx.engine.match import Candidate
from factx.engine.select import claimed, select
from factx.errors import FactxError, RuleError
from factx.facts import Fact
from factx.rules import pattern as patterns
from factx.rules.assemble import piece_of
from factx.rules.model import Kind
from factx.rules.ruleset import CompiledRule, RuleSet
from factx.rules.written import spelled
from factx.workbench.trace import Step, TracingExtractor


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule that matched nothing: the text that the longest part of its pattern matched, and what did not follow."""

    rule: str
    reached: str
    missing: str
    share: float


@dataclass(frozen=True, slots=True)
class Match:
    """A match: its words, whether it stood, and why not."""

    rule: str
    role: str
    text: str
    start: int
    end: int
    captures: dict[str, str]
    stands: bool
    reason: str


@dataclass(slots=True)
class Layer:
    """One kind over one sentence."""

    kind: str
    lifted: str
    start: int
    end: int
    matches: list[Match] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Explanation:
    """What was found at a place of a text, and how."""

    sentence: str
    start: int
    end: int
    line: int
    mentions: list[tuple[str, str, str]]
    layers: list[Layer]
    facts: list[Fact]


def explain(
    rules: RuleSet, text: str, start: int, end: int, kinds: list[str] | None = None, date: str | None = None
) -> Explanation:
    """Explain what became of `text[start:end]`. Raises FactxError when no sentence is there."""
    extractor = TracingExtractor(rules, kinds)
    extraction = extractor.extract(text, date=date)
    document = extraction.document
    sentence = next((one for one in document.sentences if one.start < max(end, start + 1) and start < one.end), None)
    if sentence is None:
        raise FactxError("there is no sentence at that place", None, "point at a line that has text")
    steps = [one for one in extractor.steps if one.start < sentence.end and sentence.start < one.end]
    mentions: dict[tuple[int, int, str], tuple[str, str, str]] = {}
    for step in steps:
        for mention in (*step.lifted.mentions.values(), *step.made):
            if sentence.start <= mention.start and mention.end <= sentence.end:
                shown = (mention.kind, document.text[mention.start : mention.end], mention.rule)
                mentions[(mention.start, mention.end, mention.kind)] = shown
    facts = [one for one in extraction.facts if sentence.start <= one.start and one.end <= sentence.end]
    layers = [_layer(rules, step, document.text) for step in steps]
    kept = [one for one in layers if one.matches or one.attempts]
    found = [mentions[key] for key in sorted(mentions)]
    words = document.text[sentence.start : sentence.end]
    return Explanation(words, sentence.start, sentence.end, document.line(sentence.start), found, kept, facts)


def _layer(rules: RuleSet, step: Step, text: str) -> Layer:
    kind = rules.kinds[step.kind]
    layer = Layer(step.kind, visible(step.lifted.text, rules), step.start, step.end)
    chosen = {id(one) for one in select([one for one in step.candidates if _gives(one)], kind)}
    for candidate in step.candidates:
        stands = id(candidate) in chosen or not _gives(candidate) or candidate.rule.role == "avoid"
        reason = "" if stands else _beaten(candidate, step.candidates, chosen, kind, text)
        if id(candidate) in chosen and not any(
            one.rule == candidate.rule.id and one.start == candidate.start for one in step.made
        ):
            stands, reason = False, "made no fact: a key attribute or a sense is missing, or another kind claims it"
        captures = {name: text[span[0] : span[1]] for name in candidate.captures if (span := candidate.source(name))}
        words = text[candidate.start : candidate.end]
        match = Match(
            candidate.rule.id, candidate.rule.role, words, candidate.start, candidate.end, captures, stands, reason
        )
        if match not in layer.matches:
            layer.matches.append(match)
    matched = {one.rule.id for one in step.candidates}
    for compiled in step.tried:
        if compiled.rule.id not in matched:
            attempt = how_far(rules, compiled, step.lifted.text)
            if attempt:
                layer.attempts.append(attempt)
    layer.attempts.sort(key=lambda one: (-one.share, one.rule))
    layer.lacking = [one.rule.id for one in step.lacking]
    return layer


def _gives(candidate: Candidate) -> bool:
    return candidate.rule.role in ("rule", "avoid")


def _beaten(loser: Candidate, candidates: list[Candidate], chosen: set[int], kind: Kind, text: str) -> str:
    """Why a candidate does not stand: the first that stands in its way, and by what it goes before."""
    ours = claimed(loser, kind)
    for other in candidates:
        if other is loser or not (id(other) in chosen or other.rule.role == "avoid"):
            continue
        if not any(a < d and c < b for a, b in ours for c, d in claimed(other, kind)):
            continue
        words = f"{other.rule.id} {text[other.start : other.end]!r}"
        if other.rule.priority != loser.rule.priority:
            return f"{words} has priority {other.rule.priority} over {loser.rule.priority}"
        if other.rule.role == "avoid":
            return f"{words} is an avoid rule"
        if other.end - other.start != loser.end - loser.start:
            return f"{words} is {'shorter: count and word are closer' if kind.claim else 'longer'}"
        if other.start != loser.start:
            return f"{words} comes earlier"
        return f"{words} matches the same, and its id sorts first"
    return "another match of the same words stands"


def how_far(rules: RuleSet, compiled: CompiledRule, text: str) -> Attempt | None:
    """How far a rule that does not match `text` gets in it, by the parts of its pattern; None when not one matches."""
    rule = compiled.rule
    case = rules.kinds[rule.kind].case
    best: Attempt | None = None
    for branch in _branches(rule.pattern):
        for count in range(len(branch) - 1, 0, -1):
            source = "".join(branch[:count])
            try:
                expanded = patterns.expand(
                    source, lambda name: piece_of(rules, name, case, rule.location), rule.location
                )
                found = regex.search(spelled(expanded.piece.source, rules.marks), text, timeout=0.05)
            except (RuleError, regex.error, TimeoutError):
                continue
            if found and found[0].strip():
                share = count / len(branch)
                if best is None or share > best.share:
                    best = Attempt(rule.id, visible(found[0], rules), " ".join(branch[count].split()), share)
                break
    return best


def _branches(pattern: str) -> list[list[str]]:
    """The alternatives of a pattern, each as its top-level parts."""
    out: list[list[str]] = [[]]
    depth = 0
    part = ""
    for token in patterns._TOKEN.finditer(pattern):
        if token.lastgroup in ("comment", "space"):
            continue
        text = token[0]
        if token["open"] and not text.endswith(")"):
            if depth == 0 and part:
                out[-1].append(part)
                part = ""
            depth += 1
        elif token["close"]:
            depth -= 1
            part += text
            if depth == 0:
                out[-1].append(part)
                part = ""
            continue
        elif depth == 0 and token["or"]:
            out[-1] += [part] if part else []
            part = ""
            out.append([])
            continue
        elif depth == 0 and token["repeat"]:
            if part:
                part += text
            elif out[-1]:
                out[-1][-1] += text
            continue
        elif depth == 0 and (text == "~" or token["ref"]):
            out[-1] += [part, text] if part else [text]
            part = ""
            continue
        part += text
    if part:
        out[-1].append(part)
    return [branch for branch in out if branch]


def visible(lifted: str, rules: RuleSet) -> str:
    """A lifted text with the names of its mentions in the place of their characters: `{people.armed} fled`."""
    names = {
        symbol: f"{{{kind}.{value}}}" if value else f"{{{kind}}}"
        for kind, by_class in rules.symbols.items()
        for value, symbol in by_class.items()
    }
    return "".join(names.get(letter, letter) for letter in lifted)
