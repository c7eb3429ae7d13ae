"""Coverage: what rules do over a corpus, and what changes between two rule sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from factx.errors import InputError, Location
from factx.extractor import Extractor
from factx.facts import Fact
from factx.rules.model import Rule
from factx.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a corpus; `gold` are its annotated facts, `kinds` those annotated in full."""

    id: str
    text: str
    date: str | None = None
    gold: tuple[dict[str, Any], ...] = ()
    kinds: tuple[str, ...] = ()


def read_corpus(path: Path) -> Iterator[Text]:
    """The documents of a JSON Lines file ("id", "text", "date" or "dct", and "gold" with "kinds" where it has them),
    of a text file, or of all such files in a folder. Raises InputError for a line that is no such record.
    """
    if path.is_dir():
        files = [one for one in sorted(path.rglob("*")) if one.suffix in (".jsonl", ".txt") and one.is_file()]
        if not files:
            raise InputError("no file to read in this folder", Location(str(path)), "known suffixes: .jsonl .txt")
        for one in files:
            yield from read_corpus(one)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", Location(str(path)), "check the path") from None
    if path.suffix != ".jsonl":
        yield Text(path.name, data.decode("utf-8", "replace"))
        return
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line, type=dict[str, Any])
            text = record["text"]
        except (msgspec.DecodeError, KeyError):
            raise InputError("no JSON object with a text", Location(str(path), number), "one object a line") from None
        date = record.get("date") or record.get("dct")
        gold = tuple(record.get("gold") or ())
        yield Text(str(record.get("id", number)), text, date, gold, tuple(record.get("kinds") or ()))


@dataclass(slots=True)
class Use:
    """What one rule did over a corpus: matches, facts that stood, those held against gold, seconds."""

    rule: Rule
    matches: int = 0
    facts: int = 0
    judged: int = 0
    right: int = 0
    seconds: float = 0.0

    @property
    def precision(self) -> float | None:
        """The share of judged facts that overlap a gold fact of their kind; None where none was judged."""
        return self.right / self.judged if self.judged else None

    @property
    def dead(self) -> bool:
        """Whether it matched nothing."""
        return not self.matches and not self.facts


@dataclass(slots=True)
class Coverage:
    """The rules of a set over a corpus."""

    documents: int = 0
    characters: int = 0
    uses: dict[str, Use] = field(default_factory=dict)


def cover(rules: RuleSet, corpus: Iterable[Text], kinds: Iterable[str] | None = None) -> Coverage:
    """Run a rule set over a corpus and count what each of its rules did."""
    extractor = Extractor(kinds, rules=rules)
    extractor.watch_rules = True
    shown = set(kinds) if kinds is not None else {name for name, kind in rules.kinds.items() if kind.enabled}
    coverage = Coverage(uses={one.id: Use(one) for one in rules.rules.values() if one.kind in shown})
    for text in corpus:
        coverage.documents += 1
        coverage.characters += len(text.text)
        facts = extractor.extract(text.text, date=text.date, id=text.id).facts
        for rule, seconds in extractor.budget.spent.items():
            if rule in coverage.uses:
                coverage.uses[rule].seconds += seconds
                coverage.uses[rule].matches += extractor.budget.matches.get(rule, 0)
        for fact in facts:
            use = coverage.uses.get(fact.rule)
            if use is None:
                continue
            use.facts += 1
            if fact.kind in text.kinds:
                use.judged += 1
                use.right += any(
                    gold["kind"] == fact.kind and gold["start"] < fact.end and fact.start < gold["end"]
                    for gold in text.gold
                )
    return coverage


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that only one rule set gives (`old` or `new` is None), or that both give differently."""

    document: str
    old: Fact | None
    new: Fact | None

    @property
    def what(self) -> str:
        """Appears, vanishes or changes."""
        return "appears" if self.old is None else "vanishes" if self.new is None else "changes"


def compare(old: RuleSet, new: RuleSet, corpus: Iterable[Text], kinds: Iterable[str] | None = None) -> Iterator[Change]:
    """The facts that appear, vanish or change between two rule sets, in the order of the corpus."""
    wanted = tuple(kinds) if kinds is not None else None
    before, after = Extractor(wanted, rules=old), Extractor(wanted, rules=new)
    for text in corpus:
        left = {(one.kind, one.start, one.end): one for one in before.extract(text.text, date=text.date).facts}
        right = {(one.kind, one.start, one.end): one for one in after.extract(text.text, date=text.date).facts}
        gone = [one for key, one in left.items() if key not in right]
        fresh = [one for key, one in right.items() if key not in left]
        for key in sorted(left.keys() & right.keys(), key=lambda key: (key[1], key[2], key[0])):
            if (left[key].value, left[key].attributes) != (right[key].value, right[key].attributes):
                yield Change(text.id, left[key], right[key])
        for one in gone:
            same = next(
                (two for two in fresh if two.kind == one.kind and two.start < one.end and one.start < two.end), None
            )
            if same:
                fresh.remove(same)
            yield Change(text.id, one, same)
        for one in fresh:
            yield Change(text.id, None, one)
