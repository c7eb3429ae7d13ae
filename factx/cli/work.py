"""From articles to pieces of output: what is done with one of them, wherever it is done."""

from __future__ import annotations

import datetime
import time
from collections.abc import Generator, Iterable

import msgspec

from factx import readers, writers
from factx.errors import FactxError, InputError, Location
from factx.extractor import Extractor


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input: its piece of the output, or what is wrong with it."""

    piece: bytes = b""
    facts: int = 0
    error: FactxError | None = None
    warnings: tuple[str, ...] = ()


class Recipe(msgspec.Struct, frozen=True):
    """All that it takes to do the work, small enough to send to another process."""

    kinds: tuple[str, ...] | None
    packs: tuple[str, ...]
    date: datetime.date | None
    format: str
    with_text: bool
    color: bool
    width: int
    time_limit: float | None


class Job:
    """One article to its outcome. Raises RuleError where a pack is wrong, KindError for a kind that none defines.

    `stages`, where given, gathers the seconds spent by stage.
    """

    def __init__(self, recipe: Recipe, stages: dict[str, float] | None = None) -> None:
        begun = time.perf_counter()
        self._extractor = Extractor(recipe.kinds, recipe.packs, stages=stages, time_limit=recipe.time_limit)
        self._date = recipe.date
        known = self._extractor.rules.kinds
        shown = recipe.kinds or [name for name, kind in known.items() if kind.emit and kind.enabled]
        style = writers.Style({name: known[name] for name in shown}, recipe.with_text, recipe.color, recipe.width)
        self.writer = writers.load(recipe.format, style)
        self._stages = stages
        self._charge("rules and writer", begun)

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
            unsaid = [] if self.writer.warns else extraction.warnings
            warnings = tuple(f"{item.source}: {one.message}" for one in unsaid)
            begun = time.perf_counter()
            piece = self.writer.render(extraction)
            self._charge("writing", begun)
            return Outcome(piece, len(extraction.facts), None, warnings)
        except FactxError as error:
            return Outcome(error=error)
        except Exception as error:
            what = f"extraction failed: {type(error).__name__}: {error}"
            return Outcome(error=InputError(what, Location(item.source), "please report this document"))

    def run_all(self, items: Iterable[readers.Article | InputError]) -> Generator[Outcome]:
        """The outcomes one after the other."""
        for item in items:
            yield self.run(item)
        self.save()

    def _charge(self, stage: str, begun: float) -> None:
        if self._stages is not None:
            self._stages[stage] = self._stages.get(stage, 0.0) + time.perf_counter() - begun

    def save(self) -> None:
        """Keep what was compiled for the next run."""
        self._extractor.save()
