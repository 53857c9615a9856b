"""Asks the project in a thread of its own, so that a filter never holds up the window.

Only the newest question counts: what is asked while another is being answered replaces it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThread, Signal

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.ui.filters.panel import FacetCounts
from stancedesk.ui.filters.tick_model import Tick
from stancedesk.ui.roles import role
from stancedesk.ui.translation import tr
from stancedesk.ui.words import country

if TYPE_CHECKING:
    from stancedesk.store import Reader
    from stancedesk.store.aggregates import Facet

PERSONS = 400


@dataclass(frozen=True, slots=True)
class Question:
    """What the window wants to know.

    `chart` builds what the visible chart draws, in the asking thread; `number` tells answers
    to older questions apart.
    """

    query: Query
    order: str
    descending: bool
    chart: Callable[[Reader, Query], Any] | None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The statements of the selection in order, and the totals of the project."""

    question: Question
    ids: NDArray[np.int64]
    counts: dict[str, int]


class Inquirer(QThread):
    """The thread that reads. Signals carry a question's answers as they come.

    `answered` is the number of the last question that was answered to the end.
    """

    listed = Signal(object)
    charted = Signal(object, object)
    counted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = project
        self._wanted: Question | None = None
        self._stopping = False
        self._wake = threading.Condition()
        self._asked = 0
        self.answered = 0
        self._reader: Reader | None = None

    def ask(self, question: Question) -> Question:
        """Ask; answers come by signal, and only for the newest question."""
        with self._wake:
            self._asked += 1
            numbered = replace(question, number=self._asked)
            self._wanted = numbered
            self._wake.notify()
        return numbered

    @property
    def newest(self) -> int:
        """Number of the newest question."""
        return self._asked

    def stop(self) -> None:
        """End the thread and wait for it."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._reader is not None:
            self._reader.db.conn.interrupt()
        self.wait()

    def run(self) -> None:
        """Answer until stopped; called by Qt in the new thread."""
        from stancedesk.store import Reader
        from stancedesk.store.connection import connect

        try:
            with Reader(self._path, connect(self._path, read_only=True)) as reader:
                self._reader = reader
                while (question := self._next()) is not None:
                    self._answer(reader, question)
                self._reader = None
        except Exception as error:
            if not self._stopping:
                self.failed.emit(error)

    def _next(self) -> Question | None:
        with self._wake:
            while self._wanted is None and not self._stopping:
                self._wake.wait()
            question, self._wanted = self._wanted, None
            return None if self._stopping else question

    def _stale(self) -> bool:
        return self._stopping or self._wanted is not None

    def _answer(self, reader: Reader, question: Question) -> None:
        try:
            ids = reader.ids(question.query, question.order, question.descending)
            self.listed.emit(Listing(question, ids, reader.counts()))
            if self._stale():
                return
            if question.chart is not None:
                self.charted.emit(question, question.chart(reader, question.query))
            if self._stale():
                return
            facets = count_facets(reader, question.query, self._stale)
            if facets is not None:
                self.counted.emit(question, facets)
                self.answered = question.number
        except Exception as error:
            if not self._stopping:
                self.failed.emit(error)


def count_facets(
    reader: Reader, query: Query, stale: Callable[[], bool] = lambda: False
) -> FacetCounts | None:
    """Live counts of all filters; None when a newer question came in between."""
    facets: dict[str, list[Facet]] = {}
    for name in ("country", "person", "source", "act", "kind", "target", "level"):
        limit = PERSONS if name == "person" else None
        facets[name] = reader.facets(query, name, limit)  # type: ignore[arg-type]
        if stale():
            return None
    anytime = replace(query, date_from=None, date_to=None)
    bars = [] if query.undated else reader.histogram(anytime, Bin.DAY)
    undated = reader.count(replace(query, undated=True))
    return FacetCounts(
        countries=[Tick(f.value, country(f.value), f.n, f.mean) for f in facets["country"]],
        persons=[Tick(f.value, f.value, f.n, f.mean, _office(f)) for f in facets["person"]
                 if f.value],
        targets=[Tick(f.value, country(f.value), f.n, f.mean) for f in facets["target"]],
        sources=[Tick(f.value, f.value or tr("unknown"), f.n, f.mean) for f in facets["source"]],
        days=[(bar.start, bar.n) for bar in bars],
        levels={int(f.value): f.n for f in facets["level"]},
        kinds={f.value: f.n for f in facets["kind"]},
        acts={f.value: f.n for f in facets["act"]},
        undated=undated,
    )  # fmt: skip


def _office(facet: Facet) -> str:
    place = country(facet.country) if facet.country else ""
    office = role(facet.role, facet.value)
    return ", ".join(part for part in (office[:1].upper() + office[1:], place) if part)
