"""The analysis as services use it: what reads articles, and who does the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from stancedesk.core.model import Analysed, Article, Versions

if TYPE_CHECKING:
    from stancedesk.nlp.pipeline import Pipeline

Batch = Sequence[tuple[int, Article]]
Result = list[tuple[int, list[Analysed]]]
Tick = Callable[[], None]

SLICE = 5_000
"""Characters between two looks at whether the user has cancelled: well under a second."""
POLL = 0.2
"""Seconds between two such looks while others work."""


class Analyser(Protocol):
    """Reads articles and returns what was said in them."""

    @property
    def versions(self) -> Versions:
        """What the analysis is made with."""
        ...

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        """Statements of each article, in order; the same whatever stands beside it."""
        ...


class Workers(Protocol):
    """Those who analyse: this process, several of this machine, or those of a cluster."""

    @property
    def versions(self) -> Versions:
        """What all of them analyse with."""
        ...

    def analysed(self, batches: Iterable[Batch], tick: Tick) -> Iterator[Result]:
        """Analyse batches of (article id, article), in order.

        Args:
            batches: What to read; drawn only as fast as it is read, so that memory stays flat.
            tick: Called at least every second; what it raises ends the work, and what is under
                way is dropped.

        Yields:
            Pairs of article id and its statements.
        """
        ...

    def close(self) -> None:
        """Send them home at once; closing twice does nothing."""
        ...


@cache
def load_analyser(actors: Path | None = None) -> Pipeline:
    """The shipped analysis. Loading takes about a second: call it where nobody waits for paint.

    Args:
        actors: A knowledge base that wins over the shipped one; by default the user's own.
    """
    from stancedesk.nlp.pipeline import Pipeline  # spaCy and the encoders load here, not earlier

    return Pipeline.load(actors)


def own_left_out() -> list[str]:
    """What made no sense in the user's own table of actors and was left out, in sentences."""
    return load_analyser().rolling_up.kb.warnings


def read(analyser: Analyser, batch: Batch) -> Result:
    """A batch with the statements of each of its articles."""
    found = analyser.analyse_many([article for _, article in batch])
    return list(zip([id_ for id_, _ in batch], found, strict=True))


class Here:
    """This process analyses.

    Args:
        analyser: Gives the analyser; called when the first text needs it.
    """

    def __init__(self, analyser: Callable[[], Analyser]) -> None:
        self._analyser = analyser

    @property
    def versions(self) -> Versions:
        """What this process analyses with."""
        return self._analyser().versions

    def analysed(self, batches: Iterable[Batch], tick: Tick) -> Iterator[Result]:
        """Analyse batches a few articles at a time."""
        for batch in batches:
            for part in _slices(batch):
                tick()
                yield read(self._analyser(), part)

    def close(self) -> None:
        """Nobody to send home."""


def _slices(batch: Batch) -> Iterator[Batch]:
    start = length = 0
    for at, (_, article) in enumerate(batch):
        if at > start and length + len(article.text) > SLICE:
            yield batch[start:at]
            start, length = at, 0
        length += len(article.text)
    if batch:
        yield batch[start:]
