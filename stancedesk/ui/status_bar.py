"""The bar at the bottom: the running job with progress and cancel, and the versions."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from stancedesk.services.language import marked
from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.jobs import Job
from stancedesk.ui.look import label, small_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import part_of, time_left

STEPS = (
    marked("Looking for files"),
    marked("Loading the language model"),
    marked("Finishing the last import"),
)
"""What an import says of itself while it begins; its other messages name files."""

SURE = 1.5
"""Seconds of work before the time left is worth telling."""


class StatusBar(QStatusBar):
    """Shows one job; says how far it is and how long it still takes."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(14, 0, 14, 0)
        self._job: Job | None = None
        self._done = self._total = 0
        self.words = label(tr("Ready"), font=small_font())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(tr("Progress"))
        self.left = label(look="second", font=small_font())
        self.cancel = Link(tr("Cancel"))
        self.cancel.setFont(small_font())
        self.cancel.setAccessibleName(tr("Cancel the job"))
        self.cancel.clicked.connect(self._cancel)
        self.versions = label(look="second", font=small_font())
        for widget in (self.words, self.bar, self.left, self.cancel):
            self.addWidget(widget)
        self.addPermanentWidget(self.versions)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._show_left)
        self._idle(tr("Ready"))

    def show_versions(self, words: str) -> None:
        """Show what the project was analysed with."""
        self.versions.setText(words)

    def say(self, words: str) -> None:
        """Say something small while no job runs."""
        if self._job is None:
            self.words.setText(words)

    def follow(self, job: Job) -> None:
        """Show a job until it ends."""
        self._job = job
        self._done = self._total = 0
        self.words.setText(job.title)
        self.bar.setRange(0, 0)
        self.left.setText("")
        self.cancel.setText(tr("Cancel"))
        self.cancel.setEnabled(True)
        for widget in (self.bar, self.left, self.cancel):
            widget.show()
        job.progressed.connect(self._step)
        job.finished.connect(self._ended)
        self._clock.start()

    def _ended(self) -> None:
        self._idle(tr("Ready"))

    def _step(self, done: int, total: int, message: str) -> None:
        if self._job is None:
            return
        self._done, self._total = done, total
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(tr(message) if message else self._job.title)
        self._show_left()

    def _show_left(self) -> None:
        if self._job is None:
            return
        spent = time.monotonic() - self._job.started_at
        parts = [part_of(self._done, self._total)] if self._total else []
        if self._total and self._done and spent > SURE:
            parts.append(time_left(spent / self._done * (self._total - self._done)))
        self.left.setText(" · ".join(parts))

    def _cancel(self) -> None:
        self.cancel.setText(tr("Stopping…"))
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()

    def _idle(self, words: str) -> None:
        self._job = None
        self._clock.stop()
        self.words.setText(words)
        for widget in (self.bar, self.left, self.cancel):
            widget.hide()
