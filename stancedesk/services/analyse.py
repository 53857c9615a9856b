"""The analysis as services use it: in this process, or in several, over batches of articles."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from stancedesk.core.model import Analysed, Article, Versions

if TYPE_CHECKING:
    from stancedesk.nlp.pipeline import Pipeline

Key = TypeVar("Key")


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


def _work(articles: Sequence[Article]) -> list[list[Analysed]]:
    return load_analyser().analyse_many(articles)


def _one_thread_each() -> None:
    """Two processes with two threads each on two cores are slower than one process."""
    os.environ["OMP_NUM_THREADS"] = "1"


def analysed_batches(
    batches: Iterable[tuple[Key, Sequence[Article]]],
    analyser: Callable[[], Analyser],
    workers: int = 1,
) -> Iterator[tuple[Key, list[list[Analysed]]]]:
    """Analyse batches, in order, with at most `2 * workers` of them in memory.

    Args:
        batches: Pairs of whatever the caller wants back and the articles.
        analyser: Gives the analyser; called when the first text needs it. With more than one
            worker each process loads the shipped one instead.
        workers: Processes; 1 works in this one.

    Yields:
        The key of each batch with the statements of each of its articles.
    """
    if workers <= 1:
        for key, articles in batches:
            yield key, analyser().analyse_many(articles) if articles else []
        return
    context = multiprocessing.get_context("spawn")  # a fork of a process with threads can hang
    with ProcessPoolExecutor(workers, context, initializer=_one_thread_each) as pool:
        waiting: deque[tuple[Key, Future[list[list[Analysed]]]]] = deque()
        try:
            for key, articles in batches:
                waiting.append((key, pool.submit(_work, articles)))
                if len(waiting) >= 2 * workers:
                    done_key, done = waiting.popleft()
                    yield done_key, done.result()
            while waiting:
                done_key, done = waiting.popleft()
                yield done_key, done.result()
        finally:
            for _, left in waiting:
                left.cancel()
