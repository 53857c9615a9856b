"""Background work: one thread per job, with progress, time left and cancel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from stancedesk.core.ports import Progress
from stancedesk.errors import Cancelled

Work = Callable[[Progress], Any]

REPORT_EVERY = 0.08
"""Seconds between two progress signals: more often than the eye sees only slows the job."""


class Ticker:
    """The `Progress` that a job hears: throttles reports and raises when the user cancels."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._stop = threading.Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Make the next step raise Cancelled."""
        self._stop.set()

    def step(self, done: int, total: int, message: str = "") -> None:
        """Report progress at most every `REPORT_EVERY` seconds, and always at the end."""
        if self._stop.is_set():
            raise Cancelled("The job was cancelled.")
        now = time.monotonic()
        if now - self._last >= REPORT_EVERY or (total and done >= total):
            self._last = now
            self._report(done, total, message)


class Job(QThread):
    """One piece of work in its own thread.

    `progressed` reaches methods of objects in the thread that made it; `result` and `error` may be
    read when it has finished.

    Args:
        title: What goes on, in words: "Importing 12 files".
        work: Called with a `Progress`; what it returns is the job's result.
    """

    progressed = Signal(int, int, str)

    def __init__(self, title: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.started_at = time.monotonic()
        self.result: Any = None
        self.error: Exception | None = None
        self._work = work
        self._ticker = Ticker(self.progressed.emit)

    def run(self) -> None:
        """Do the work; called by Qt in the new thread."""
        try:
            self.result = self._work(self._ticker)
        except Exception as error:
            self.error = error

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._ticker.cancel()


class Jobs(QObject):
    """The jobs of one window, one at a time: SQLite has one writer and the user one attention."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: Job | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing
        self._cancelled: Callable[[], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self.current is not None

    def start(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        """Run `work` in the background; the callbacks are called in this thread.

        Raises:
            RuntimeError: A job runs already; callers disable their action while `busy`.
        """
        if self.current is not None:
            raise RuntimeError("a job runs already")
        job = Job(title, work, self)
        self.current = job
        self._done, self._failed, self._cancelled = done, failed, cancelled
        job.finished.connect(self._finished)
        self.started.emit(job)
        job.start()
        return job

    def _finished(self) -> None:
        job, self.current = self.current, None
        if job is None:
            return
        job.wait()
        self.ended.emit(job)
        if isinstance(job.error, Cancelled):
            if self._cancelled is not None:
                self._cancelled()
        elif job.error is not None:
            self._failed(job.error)
        else:
            self._done(job.result)
        job.deleteLater()

    def cancel(self) -> None:
        """Ask the running job, if any, to stop."""
        if self.current is not None:
            self.current.cancel()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Cancel and wait, for the window that closes; False when the job would not stop."""
        if self.current is None:
            return True
        self.current.cancel()
        return bool(self.current.wait(int(seconds * 1000)))


def _nothing(_: object) -> None:
    """Nobody waits for an outcome yet."""
