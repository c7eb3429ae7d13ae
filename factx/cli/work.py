"""From articles to pieces of output: in this process, or in several with the order kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factx import writers
from factx.errors import FactxError, InputError, Location

if TYPE_CHECKING:
    import datetime

    from factx.extractor import Extractor
    from factx.readers import Article


@dataclass(slots=True)
class Outcome:
    """What became of one input: its piece of the output, or what is wrong with it."""

    piece: bytes = b""
    facts: int = 0
    error: FactxError | None = None
    warnings: list[str] = field(default_factory=list)


class Job:
    """One article to its outcome."""

    def __init__(self, extractor: Extractor, writer: writers.Writer, date: datetime.date | None) -> None:
        self._extractor, self._writer, self._date = extractor, writer, date

    def run(self, item: Article | InputError) -> Outcome:
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
            warnings = [] if self._writer.warns else [f"{item.source}: {one.message}" for one in extraction.warnings]
            return Outcome(self._writer.render(extraction), len(extraction.facts), None, warnings)
        except FactxError as error:
            return Outcome(error=error)
        except Exception as error:
            what = f"extraction failed: {type(error).__name__}: {error}"
            return Outcome(error=InputError(what, Location(item.source), "please report this document"))


def in_turn(job: Job, items: Iterable[Any]) -> Iterator[Outcome]:
    """The outcomes one after the other, in this process."""
    return map(job.run, items)
