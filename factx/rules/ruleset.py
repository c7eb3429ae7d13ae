"""A rule set: all packs merged into one. `factx.rules.assemble` makes it; a cascade runs it."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from factx.errors import RuleError
from factx.matcher import freeze, thaw
from factx.precompiled import Frozen
from factx.precompiled import thaw as thaw_sieve
from factx.rules.marks import Marks
from factx.rules.model import Kind, Lexicon, Macro, Needs, Rule
from factx.rules.outline import outline
from factx.shelf import Shelf

if TYPE_CHECKING:
    import re

    import re2
    from regex import Pattern


AT_WORD = r"(?!\B\w)"
"""No match begins inside a word: what no author means is what costs most to try."""
TRIED = 100
"""After so many tries a rule's outline is worth making: that takes as long as they took."""
OUTLINE_MEMORY = 4 << 20
"""Bytes that RE2 may use for the outline of one rule: half of it does not do for the largest."""


class Flattened(Protocol):
    """A text that can be had flattened and in UTF-8, as outlines are matched to it."""

    @property
    def flat(self) -> bytes:
        """The text so."""


class CompiledRule(msgspec.Struct):
    """A rule with its expanded source; the pattern is compiled when it is first tried (or comes out of the cache)."""

    rule: Rule
    _source: str
    """The expanded source; "" where the shelf has it."""
    needs: Needs
    captures: tuple[str, ...]
    references: frozenset[str]
    first: frozenset[str] | None = None
    """The words with one of which every match begins, where they are known."""
    marks: Marks | None = None
    """The marks of the texts that the pattern is for; None where they have none."""
    shelf: Shelf | None = None
    """Where the source is kept, and what else of the rule was ever made: pattern, sieve, outline."""
    _written: str = ""
    _compiled: Pattern[str] | None = None
    _sieve: re.Pattern[str] | None = None
    _is_sieved: bool = False
    """Whether the sieve was asked for, and made if there can be one."""
    is_kept: bool = False
    """Whether what is made will be on a shelf: a sieve that no later run uses costs more than it saves."""
    fresh: dict[str, bytes] = {}
    """What was made and is not on the shelf, pickled, by the name that it will have there."""
    readying: float = 0.0
    """Seconds that it took to make the pattern and its sieve ready: no text is to blame for them."""
    tries: int = 0
    """How often the pattern was to be tried while it had no outline."""
    _outline: re2.Set | None = None

    @property
    def source(self) -> str:
        """The pattern with its references resolved."""
        if not self._source and self.shelf:
            self._source = self.shelf[self.name_of_source]
        return self._source

    @property
    def name_of_source(self) -> str:
        """What the source is called on a shelf."""
        return f"source {self.rule.id}"

    @property
    def written(self) -> str:
        """The source as a pattern for the texts that it is for."""
        if not self._written:
            source = self.source
            if self.marks:
                from factx.rules.written import for_marked

                source = for_marked(source, self.marks)
            self._written = f"{AT_WORD}(?:{source})"
        return self._written

    @property
    def compiled(self) -> Pattern[str]:
        """The compiled pattern. Raises RuleError when `regex` refuses the source."""
        if self._compiled is None:
            begun = time.perf_counter()
            self._compiled = thaw(self._kept("pattern", self._new_pattern))
            self.readying += time.perf_counter() - begun
        return self._compiled

    def _new_pattern(self) -> tuple[Any, ...]:
        import regex

        try:
            return freeze(regex.compile(self.written, regex.VERSION0))
        except regex.error as error:
            remedy = "positions count in the pattern with its references resolved; escape what is meant as it stands"
            raise RuleError(f"the pattern is no regular expression: {error}", self.rule.location, remedy) from None

    @property
    def sieve(self) -> re.Pattern[str] | None:
        """What matches wherever the pattern does, in texts that are not `disputed`; None where there is no such."""
        if not self._is_sieved:
            begun = time.perf_counter()
            if self.is_kept:
                frozen: Frozen | None = self._kept("sieve", self._new_sieve)
                self._sieve = frozen and thaw_sieve(self.rule.id, frozen)
            self._is_sieved = True
            self.readying += time.perf_counter() - begun
        return self._sieve

    def _new_sieve(self) -> Frozen | None:
        from factx.rules.sieve import sieve

        return sieve(self.written)

    @property
    def outline(self) -> str | None:
        """The source of the outline; None where we know none."""
        made: str | None = self._kept("outline", self._new_outline)
        return made

    def _new_outline(self) -> str | None:
        source = self.source
        if self.marks:
            from factx.rules.written import to_outline

            source = to_outline(source, self.marks)
        return outline(source)

    def _kept(self, what: str, make: Callable[[], Any]) -> Any:
        """What the shelf has of this rule, or what is made now and will be there."""
        name = f"{what} {self.rule.id}"
        if self.shelf and name in self.shelf:
            return self.shelf[name]
        made = make()
        if self.is_kept:
            self.fresh[name] = pickle.dumps(made, 5)
        return made

    @property
    def has_outline(self) -> bool:
        """Whether `may_match` asks the outline, so that the sieve would tell little more."""
        return self._outline is not None

    def may_match(self, text: Flattened) -> bool:
        """Whether the pattern can match in a text: False where its outline does not."""
        if self._outline is not None:
            return self._outline.Match(text.flat) is not None
        self.tries += 1
        if self.tries == TRIED:
            self._outline = outlined(self)
        return True


def outlined(rule: CompiledRule) -> re2.Set | None:
    """The outline of a rule's pattern as a set of one, which is how RE2 is asked for no more than yes or no."""
    import re2

    written = rule.outline
    if written is None:
        return None
    options = re2.Options()
    options.max_mem = OUTLINE_MEMORY
    options.log_errors = False
    options.never_capture = True
    made = re2.Set.SearchSet(options)
    try:
        made.Add(written)
        made.Compile()
    except re2.error:  # too large for the memory allowed
        return None
    return made


class RuleSet(msgspec.Struct):
    """Kinds, rules, lexicons and macros by name."""

    kinds: dict[str, Kind] = {}
    rules: dict[str, Rule] = {}
    lexicons: dict[str, Lexicon] = {}
    macros: dict[str, Macro] = {}
    marks: Marks = msgspec.field(default_factory=Marks)
    """The lexicons that patterns name, not spell out."""
    symbols: dict[str, dict[str, str]] = {}
    """For each kind its private-use characters: "" for a mention of no class, else by class."""
    compiled: list[CompiledRule] = []
    replaced: dict[str, list[Rule]] = {}
    """By id the rules of earlier packs in whose place a later one stands."""

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
