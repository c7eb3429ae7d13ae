"""The work in several processes: outcomes in the order of the input, and never more than a few batches in memory.

    articles -> batches -> a free worker -> done, waiting for its turn -> outcomes
               |<------------ at most 4 a worker ahead of the oldest ------------>|

Pipes and one loop, no threads: a process with threads cannot be forked safely, and an interrupt finds one place to be.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import cast

from factx.cli.work import Job, Outcome, Recipe
from factx.errors import FactxError, InputError
from factx.readers import Article

_BATCH_ARTICLES = 16
_BATCH_CHARACTERS = 1 << 16
_AHEAD = 4

Batch = list[Article | InputError]


def run_all(recipe: Recipe, items: Iterable[Article | InputError], workers: int) -> Generator[Outcome]:
    """The outcome of every item, in order. FactxError when a worker dies."""
    processes, free = _start(recipe, workers)
    batches = enumerate(_batches(items))
    busy: dict[Connection, int] = {}
    done: dict[int, list[Outcome]] = {}
    turn = 0
    more = True
    try:
        while more or busy:
            while more and free and len(busy) + len(done) < workers * _AHEAD:
                number, batch = next(batches, (0, None))
                if batch is None:
                    more = False
                    break
                worker = free.pop()
                worker.send(batch)
                busy[worker] = number
            for ready in wait(list(busy)) if busy else ():  # to wait for nobody would be for ever
                worker = cast("Connection", ready)
                done[busy.pop(worker)] = worker.recv()
                free.append(worker)
            while turn in done:
                yield from done.pop(turn)
                turn += 1
        for worker in free:
            worker.close()
        for process in processes:
            process.join()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        remedy = "it may have run out of memory: use fewer --jobs or smaller documents"
        raise FactxError("a worker process ended before its work was done", None, remedy) from None
    finally:
        for process in processes:
            process.kill()  # one that has ended does not mind; another has nothing to put in order
        for process in processes:
            process.join()


def _batches(items: Iterable[Article | InputError]) -> Iterator[Batch]:
    batch: Batch = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= _BATCH_ARTICLES or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _start(recipe: Recipe, workers: int) -> tuple[list[multiprocessing.Process], list[Connection]]:
    """The worker processes and this end of the pipe to each.

    They are born with the interrupt blocked: a terminal sends it to all, and it is this process that handles it.
    """
    processes: list[multiprocessing.Process] = []
    ours: list[Connection] = []
    forked = multiprocessing.get_start_method() == "fork"
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for _ in range(workers):
            here, there = multiprocessing.Pipe()
            ours.append(here)
            inherited = list(ours) if forked else []
            process = multiprocessing.Process(target=_work, args=(recipe, there, inherited), daemon=True)
            process.start()
            there.close()
            processes.append(process)
    except OSError as error:
        for process in processes:
            process.kill()
        for connection in ours:  # to tell of the fault may need one of the files that they take up
            connection.close()
        raise FactxError(f"no more processes can be started: {error.strerror}", None, "use fewer --jobs") from None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return processes, ours


def _work(recipe: Recipe, pipe: Connection, inherited: list[Connection]) -> None:
    """Answer batches until the pipe closes; a copy of its other end would keep it open."""
    for connection in inherited:
        connection.close()
    job = Job(recipe)
    with suppress(EOFError, BrokenPipeError):
        while True:
            batch: Batch = pipe.recv()
            pipe.send([job.run(item) for item in batch])
    job.save()
