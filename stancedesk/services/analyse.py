"""The analysis as services use it: in this process, or in several, over batches of articles."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from multiprocessing.pool import AsyncResult
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from stancedesk.core.model import Analysed, Article, Versions

if TYPE_CHECKING:
    from stancedesk.nlp.pipeline import Pipeline

Batch = Sequence[tuple[int, Article]]
Result = list[tuple[int, list[Analysed]]]

SLICE = 2  # articles between two looks at whether the user has cancelled: well under a second
POLL = 0.2  # seconds between two such looks while other processes work


class Analyser(Protocol):
    """Reads articles and returns what was said in them."""

    @property
    def versions(self) -> Versions:
        """What the analysis is made with."""
        ...

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        """Statements of each article, in order."""
        ...


@cache
def load_analyser(actors: Path | None = None) -> Pipeline:
    """The shipped analysis. Loading takes about a second: call it where nobody waits for paint.

    Args:
        actors: A knowledge base that wins over the shipped one; by default the user's own.
    """
    from stancedesk.nlp.pipeline import Pipeline  # spaCy and the encoders load here, not earlier

    return Pipeline.load(actors)


def analysed(
    batches: Iterable[Batch],
    analyser: Callable[[], Analyser],
    workers: int,
    tick: Callable[[], None],
) -> Iterator[Result]:
    """Analyse batches of (article id, article), in order.

    Args:
        batches: What to read; drawn only as fast as it is read, so that memory stays flat.
        analyser: Gives the analyser; called when the first text needs it. With more than one
            worker each process loads the shipped one instead.
        workers: Processes; 1 works in this one.
        tick: Called at least every second; what it raises ends the work, and what is under way
            is dropped.

    Yields:
        Pairs of article id and its statements.
    """
    if workers <= 1:
        return _here(batches, analyser, tick)
    return _elsewhere(batches, workers, tick)


def _here(
    batches: Iterable[Batch], analyser: Callable[[], Analyser], tick: Callable[[], None]
) -> Iterator[Result]:
    for batch in batches:
        for start in range(0, len(batch), SLICE):
            tick()
            part = batch[start : start + SLICE]
            found = analyser().analyse_many([article for _, article in part])
            yield list(zip([id_ for id_, _ in part], found, strict=True))


def _elsewhere(
    batches: Iterable[Batch], workers: int, tick: Callable[[], None]
) -> Iterator[Result]:
    context = multiprocessing.get_context("spawn")  # a fork of a process with threads can hang
    with context.Pool(workers, _one_thread_each) as pool:  # leaving it ends the processes at once
        waiting: deque[AsyncResult[Result]] = deque()
        for batch in batches:
            waiting.append(pool.apply_async(_work, (batch,)))
            if len(waiting) >= 2 * workers:
                yield _waited(waiting.popleft(), tick)
        while waiting:
            yield _waited(waiting.popleft(), tick)


def _waited(result: AsyncResult[Result], tick: Callable[[], None]) -> Result:
    while not result.ready():
        tick()
        result.wait(POLL)
    return result.get()


def _work(batch: Batch) -> Result:
    found = load_analyser().analyse_many([article for _, article in batch])
    return list(zip([id_ for id_, _ in batch], found, strict=True))


def _one_thread_each() -> None:
    """Two processes with two threads each on two cores are slower than one process."""
    os.environ["OMP_NUM_THREADS"] = "1"
