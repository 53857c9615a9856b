"""The workers of an existing Dask cluster analyse; the one writer stays with the project.

Each task carries a batch of texts and brings its statements back. Dask gives what a lost worker
had to another, and each result is taken once, in order. Only a few batches a worker are under
way, so that memory stays bounded here and there.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import fields
from typing import Any

from stancedesk.core.model import Versions
from stancedesk.errors import UserError, phrase
from stancedesk.services.analyse import POLL, Analyser, Batch, Result, Tick, load_analyser, read

PER_WORKER = 2
"""Batches a worker that are under way: the one it reads, and the next."""
MOST = 256
"""Batches under way at most, however many workers there are: they are held in memory here."""
LOOK = 5.0
"""Seconds between two looks at who is there."""
PATIENCE = 300.0
"""Seconds without any worker before the import stops."""
CONNECT = 10.0
"""Seconds in which the scheduler must answer."""

Load = Callable[[], Analyser]

_one_at_a_time = threading.Lock()  # on a worker with several threads; the analysis has one
_NAMES = {
    "app": "StanceDesk",
    "model": phrase("model"),
    "knowledge_base": phrase("knowledge base"),
}


class Cluster:
    """A Dask cluster, joined when there is something to read.

    Args:
        address: Of its scheduler, such as "tcp://10.0.0.5:8786".
        load: Makes what reads the texts, on each worker and here; a function of a module that
            the workers have too.
    """

    def __init__(self, address: str, load: Load = load_analyser) -> None:
        self._address, self._load = address, load
        self._client: Any = None
        self._looked = self._last_seen = 0.0
        self._room = PER_WORKER

    @property
    def versions(self) -> Versions:
        """What this machine would analyse with, and every worker does."""
        return self._load().versions

    def analysed(self, batches: Iterable[Batch], tick: Tick) -> Iterator[Result]:
        """Analyse batches on the cluster; results come in order.

        Raises:
            UserError: Dask is not installed, the scheduler cannot be reached or was lost, a worker
                has other versions, no worker is there, or the same batch ended several.
        """
        if self._client is None:
            self._client = _connected(self._address)
            self._check(tick)
        source, under_way = iter(batches), deque[tuple[Any, Batch]]()
        more = True
        while more or under_way:
            while more and len(under_way) < self._room:
                batch = next(source, None)
                if batch is None:
                    more = False
                    break
                under_way.append((self._submit(batch), batch))
            if under_way:
                yield self._awaited(*under_way.popleft(), tick)

    def close(self) -> None:
        """Leave the cluster; it drops what it has not begun."""
        if self._client is not None:
            self._client.close(timeout=1)
            self._client = None

    def _submit(self, batch: Batch) -> Any:
        with self._connection():
            return self._client.submit(_work, self._load, batch, self.versions, pure=False)

    def _check(self, tick: Tick) -> None:
        """Ask every worker for its versions before anything is read.

        Raises:
            UserError: There is no worker, or one has other versions or none at all.
        """
        workers = list(self._client.nthreads())
        if not workers:
            raise UserError(
                f"The cluster at {self._address} has no workers.",
                f"Start one: dask worker {self._address} --nthreads 1",
            )
        asked = {
            worker: self._client.submit(
                _versions, self._load, workers=[worker], pure=False, priority=1, retries=0
            )
            for worker in workers
        }
        for worker, future in asked.items():
            done = _done(future)
            while not done.wait(POLL) and worker in self._client.nthreads():
                tick()
            if future.status == "finished":
                _compare(worker, future.result(), self.versions)
            elif future.status == "error":
                raise UserError(
                    f"The worker {worker} cannot analyse: {future.exception()}.",
                    "Install the same StanceDesk there as here.",
                )
        self._look()

    def _awaited(self, future: Any, batch: Batch, tick: Tick) -> Result:
        from distributed import KilledWorker

        done = _done(future)
        while not done.wait(POLL):
            tick()
            self._look()
        try:
            with self._connection():
                result: Result = future.result()
        except KilledWorker as error:
            names = ", ".join(a.path or a.title or f"article {id_}" for id_, a in batch)
            raise UserError(
                f"Several workers of the cluster ended while they read these articles: {names}.",
                "What was done before is kept. Their memory may be too small.",
            ) from error
        return result

    def _look(self) -> None:
        """See now and then how many workers there are, and that there are any."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        with self._connection():
            count = len(self._client.nthreads())
        if count:
            self._last_seen = now
        elif now - self._last_seen > PATIENCE:
            raise UserError(
                f"The cluster at {self._address} has had no worker for"
                f" {PATIENCE / 60:.0f} minutes.",
                "What was done is kept. Start workers and import again to go on.",
            )
        self._room = min(MOST, PER_WORKER * max(1, count))

    @contextlib.contextmanager
    def _connection(self) -> Iterator[None]:
        """Say what it means that the scheduler is gone.

        Raises:
            UserError: It is.
        """
        from distributed.client import ClosedClientError

        try:
            yield
        except (CancelledError, ClosedClientError, OSError) as error:
            raise UserError(
                f"The connection to the cluster at {self._address} was lost.",
                "What was done is kept. Import again to go on.",
            ) from error


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UserError(
            "Analysing on a cluster needs the library Dask, which is not installed.",
            'Install it with: pip install "stancedesk[cluster]".',
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said by us
    try:
        return Client(  # type: ignore[no-untyped-call]
            address, timeout=CONNECT, set_as_default=False
        )
    except (OSError, ValueError) as error:
        raise UserError(
            f"There is no Dask scheduler to reach at {address}.",
            "Check the address, and that the scheduler runs: dask scheduler",
        ) from error


def _done(future: Any) -> threading.Event:
    """What is set when a task has ended, well or not."""
    done = threading.Event()
    future.add_done_callback(lambda _: done.set())
    return done


def _compare(worker: str, found: Versions, wanted: Versions) -> None:
    """Refuse a worker whose figures would not be ours.

    Raises:
        UserError: It has another version of something.
    """
    none = phrase("none")
    for field in fields(Versions):
        theirs, ours = getattr(found, field.name), getattr(wanted, field.name)
        if theirs != ours:
            raise UserError(
                f"The worker {worker} has {_NAMES.get(field.name, field.name)} {theirs or none},"
                f" this machine {ours or none}.",
                "Install the same on all: figures of one project must be made alike.",
            )


def _versions(load: Load) -> Versions:
    """On a worker: what it analyses with."""
    with _one_at_a_time:
        return load().versions


def _work(load: Load, batch: Batch, wanted: Versions) -> Result:
    """On a worker, which may have come after the others were asked: read a batch."""
    from distributed import get_worker

    with _one_at_a_time:
        analyser = load()
        _compare(get_worker().address, analyser.versions, wanted)
        return read(analyser, batch)
