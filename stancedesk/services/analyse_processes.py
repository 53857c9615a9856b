"""Several processes of this machine that analyse; one that dies is replaced, and loses nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue

from stancedesk.core.model import Versions
from stancedesk.errors import UserError
from stancedesk.services.analyse import POLL, Analyser, Batch, Result, Tick, load_analyser, read

PART = 4
"""Articles that a process gets at once: at the end, none waits long for the last to finish."""
AHEAD = 2
"""Parts that a process has at most: the one it reads, and the next, so that it never waits."""
WINDOW = 6
"""Parts a process for which results may be kept until those before them have come."""
ATTEMPTS = 2
"""Processes that one part may end before it is taken for the reason."""


@dataclass(slots=True, eq=False)
class _Task:
    batch: Batch
    result: Result | None = None
    attempts: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    tasks: deque[_Task] = field(default_factory=deque)
    ready: bool = False


class Processes:
    """Processes of this machine, started by the first batch and kept until `close`.

    Args:
        count: How many.
        load: Makes what reads the texts, in each process; a function of a module.
    """

    def __init__(self, count: int, load: Callable[[], Analyser] = load_analyser) -> None:
        self._count, self._load = count, load
        self._workers: list[_Worker] = []
        self._pending: deque[_Task] = deque()
        self._versions: Versions | None = None
        self._stillborn = 0

    @property
    def versions(self) -> Versions:
        """What the processes analyse with."""
        self._start()
        while self._versions is None:
            self._listen()
        return self._versions

    def analysed(self, batches: Iterable[Batch], tick: Tick) -> Iterator[Result]:
        """Analyse batches in parts, several at once; results come in order.

        Raises:
            UserError: The processes cannot start, or the same articles have ended two of them.
        """
        source = (part for batch in batches for part in _parts(batch))
        under_way = deque[_Task]()
        more = True
        while more or under_way:
            while more and len(under_way) < WINDOW * self._count:
                part = next(source, None)
                if part is None:
                    more = False
                    break
                under_way.append(task := _Task(part))
                self._pending.append(task)
                self._start()
                self._hand_out()
            if under_way:
                yield self._awaited(under_way.popleft(), tick)

    def close(self) -> None:
        """End the processes at once."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
            worker.connection.close()
        self._workers.clear()
        self._pending.clear()

    def _awaited(self, task: _Task, tick: Tick) -> Result:
        while task.result is None:
            tick()
            self._listen()
        return task.result

    def _start(self) -> None:
        while len(self._workers) < self._count:
            # Started anew and not forked: a fork of a process with threads can hang.
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._load), daemon=True)
            process.start()
            theirs.close()  # so that the death of the process ends what is read from it
            self._workers.append(_Worker(process, ours))

    def _hand_out(self) -> None:
        """Give waiting batches to those who have fewest."""
        while self._pending:
            worker = min(self._workers, key=lambda each: len(each.tasks))
            if len(worker.tasks) >= AHEAD:
                return
            task = self._pending.popleft()
            worker.tasks.append(task)
            try:
                worker.connection.send(task.batch)
            except OSError:  # dead, which `_listen` hears too
                return

    def _listen(self) -> None:
        """Take what has come within a moment: results, and news of deaths."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), POLL):
            worker = by_connection[connection]  # type: ignore[index]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(message, Exception):
                raise message
            if isinstance(message, Versions):
                self._versions, worker.ready = message, True
            else:
                worker.tasks.popleft().result = message
        self._hand_out()

    def _bury(self, worker: _Worker) -> None:
        """Replace a process that died; what it had is read again."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        worker.process.close()
        if not worker.ready:
            self._stillborn += 1
        elif worker.tasks:
            worker.tasks[0].attempts += 1
        self._pending.extendleft(reversed(worker.tasks))
        if self._stillborn > self._count or any(t.attempts >= ATTEMPTS for t in worker.tasks):
            raise _told(worker)
        self._start()


def _parts(batch: Batch) -> Iterator[Batch]:
    for start in range(0, len(batch), PART):
        yield batch[start : start + PART]


def _told(worker: _Worker) -> UserError:
    if not worker.ready:
        return UserError(
            "The processes that analyse ended while they started.",
            "Try with one worker, or close other programs to free memory.",
        )
    names = ", ".join(
        article.path or article.title or f"article {id_}" for id_, article in worker.tasks[0].batch
    )
    return UserError(
        f"A process that analyses was ended twice while it read these articles: {names}.",
        "What was done before is kept. The memory may be full: try again with fewer workers.",
    )


def _serve(connection: Connection, load: Callable[[], Analyser]) -> None:
    """What such a process does: it reads batches until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl+C and ends us
    # Two processes with two threads each on two cores are slower than one process.
    os.environ |= {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    batches: SimpleQueue[Batch] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, batches), daemon=True).start()
    try:
        analyser = load()
        connection.send(analyser.versions)
        while True:
            connection.send(read(analyser, batches.get()))
    except BrokenPipeError:
        return  # the parent is gone
    except Exception as error:  # noqa: BLE001 (raised again by the parent, where it surfaces)
        error.add_note(traceback.format_exc())
        connection.send(error)


def _receive(connection: Connection, batches: SimpleQueue[Batch]) -> None:
    """Take batches at any time, so that the parent never waits until one can be sent."""
    while True:
        try:
            batches.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)  # the parent is gone: nobody waits for what is being read
