"""From articles to pieces of output: what is done with one of them, wherever it is done."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factx import readers, writers
from factx.errors import FactxError, InputError, Location
from factx.extractor import Extractor
from factx.rules import RuleSet, load


class Outcome(NamedTuple):
    """What became of one input: its piece of the output, or what is wrong with it."""

    piece: bytes = b""
    facts: int = 0
    error: FactxError | None = None
    warnings: tuple[str, ...] = ()


class Recipe(NamedTuple):
    """All that it takes to do the work, small enough to send to another process."""

    packs: tuple[Path, ...]
    kinds: tuple[str, ...] | None
    format: str
    style: writers.Style
    date: datetime.date | None


class Job:
    """One article to its outcome."""

    def __init__(self, recipe: Recipe, rules: RuleSet | None = None) -> None:
        self._extractor = Extractor(recipe.kinds, rules=rules or load(*recipe.packs))
        self._writer = writers.load(recipe.format, recipe.style)
        self._date = recipe.date

    def run(self, item: readers.Article | InputError) -> Outcome:
        """The outcome of one input. No exception leaves it: one bad document must not cost the others."""
        if isinstance(item, InputError):
            return Outcome(error=item)
        try:
            extraction = self._extractor.extract(
                item.text,
                date=item.date or self._date,
                id=item.id,
                source=item.source,
                title=item.title,
                url=item.url,
            )
            extraction.warnings[:0] = item.notices
            unsaid = [] if self._writer.warns else extraction.warnings
            warnings = tuple(f"{item.source}: {one.message}" for one in unsaid)
            return Outcome(self._writer.render(extraction), len(extraction.facts), None, warnings)
        except FactxError as error:
            return Outcome(error=error)
        except Exception as error:
            what = f"extraction failed: {type(error).__name__}: {error}"
            return Outcome(error=InputError(what, Location(item.source), "please report this document"))

    def run_all(self, items: Iterable[readers.Article | InputError]) -> Iterator[Outcome]:
        """The outcomes one after the other."""
        return map(self.run, items)
