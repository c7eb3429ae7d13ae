"""The work in several processes: outcomes in the order of the input, and never more than a few batches in memory.

articles -> batches -> | pending | pending | ... | -> outcomes of the oldest, when they are there
                       |<-- at most 3 a worker ->|
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from factx.cli.work import Job, Outcome, Recipe
from factx.errors import FactxError, InputError
from factx.readers import Article

_BATCH_ARTICLES = 64
_BATCH_CHARACTERS = 1 << 18
_PENDING = 3

_job: Job | None = None


def run_all(recipe: Recipe, items: Iterable[Article | InputError], workers: int) -> Iterator[Outcome]:
    """The outcome of every item, in order. FactxError when a worker dies."""
    pool = ProcessPoolExecutor(workers, initializer=_start, initargs=(recipe,))
    pending: deque[Future[list[Outcome]]] = deque()
    try:
        for batch in _batches(items):
            pending.append(pool.submit(_work, batch))
            if len(pending) >= workers * _PENDING:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    except BrokenProcessPool:
        remedy = "it may have run out of memory: use fewer --jobs or smaller documents"
        raise FactxError("a worker process ended before its work was done", None, remedy) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(items: Iterable[Article | InputError]) -> Iterator[list[Article | InputError]]:
    batch: list[Article | InputError] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= _BATCH_ARTICLES or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _start(recipe: Recipe) -> None:
    """Make a worker ready. An interrupt from the terminal reaches all processes: it is the first one's to handle."""
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _job = Job(recipe)


def _work(batch: list[Article | InputError]) -> list[Outcome]:
    assert _job is not None
    return list(_job.run_all(batch))
