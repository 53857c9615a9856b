"""Watched folders while a project is open: a look once a minute, and an import when one pays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from stancedesk.core.ports import Progress
from stancedesk.errors import UserError
from stancedesk.ui.dialogs.folders import FoldersDialog
from stancedesk.ui.jobs import Job
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.services.ingest import IngestReport
    from stancedesk.ui.main_window import MainWindow

EVERY = 60_000
"""Milliseconds between two looks at the folders."""
FIRST = 3_000
"""Milliseconds after opening a project until the first look."""


class Watching(QObject):
    """Looks at the folders of the open project; nothing runs while it watches none.

    A look only compares sizes and times, in a thread of its own; a job is started when there is
    something to import.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: FoldersDialog | None = None
        self._look: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        window.session.opened.connect(lambda: self._wait(FIRST))
        window.session.closed.connect(self._close)
        window.jobs.started.connect(lambda _: self._show_busy(True))
        window.jobs.ended.connect(lambda _: self._show_busy(False))

    def show(self) -> None:
        """Show the folders; the list stays open while one works on."""
        window = self._window
        if self.dialog is None:
            self.dialog = FoldersDialog(
                lambda: window.session.project.folders() if window.session.project else [], window
            )
            self.dialog.add_wanted.connect(self._choose)
            self.dialog.remove_wanted.connect(self._remove)
            self.dialog.look_wanted.connect(self.take)
        self.dialog.show_folders()
        self.dialog.show_busy(window.jobs.busy)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def add(self, folder: Path) -> None:
        """Watch a folder from now on, and look at it at once."""
        from stancedesk.services.feeds_folders import watch

        project = self._window.session.project
        if project is None:
            return
        try:
            watch(project, folder)
        except UserError as error:
            self._window.say_error(error)
            return
        if self.dialog is not None:
            self.dialog.show_folders()
        self.take()

    def look(self) -> None:
        """See whether there is anything to import, where nobody waits for it."""
        target = self._window.session.path
        if target is None or self._look is not None:
            return
        if self._window.jobs.busy:
            self._wait(EVERY)
            return

        def work(_progress: Progress) -> bool:
            from stancedesk.services.feeds_folders import look
            from stancedesk.store import Reader
            from stancedesk.store.connection import connect

            with Reader(target, connect(target, read_only=True)) as reader:
                found = [look(reader, folder) for folder in reader.folders()]
            return any(each.marks or each.problem != each.folder.problem for each in found)

        self._look = Job("", work, self)
        self._look.finished.connect(self._looked)
        self._look.start()

    def take(self) -> None:
        """Import what is new in the folders, in the background."""
        window = self._window
        target, analyser = window.session.path, window.imports.analyser
        if target is None or window.jobs.busy:
            return

        def work(progress: Progress) -> IngestReport:
            from stancedesk.services.feeds_folders import take
            from stancedesk.store import Project

            with Project.open(target) as project:
                return take(project, None, analyser, progress).pages

        title = tr("Importing from watched folders")
        window.imports.start(title, work, self.take, show_report=False)
        self._wait(EVERY)

    def _looked(self) -> None:
        look, self._look = self._look, None
        if look is None:
            return
        look.wait()
        wanted = bool(look.result) and look.error is None
        look.deleteLater()
        self._wait(EVERY)
        if wanted:
            self.take()

    def _wait(self, milliseconds: int) -> None:
        project = self._window.session.project
        if project is not None and project.folders():
            self._timer.start(milliseconds)
        else:
            self._timer.stop()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.dialog, tr("Watch a folder"), self._window.settings.last_folder
        )
        if name:
            self.add(Path(name))

    def _remove(self, folders: Sequence[int]) -> None:
        project = self._window.session.project
        if project is None or self.dialog is None:
            return
        for folder in folders:
            project.remove_folder(folder)
        self.dialog.show_folders()
        self._wait(EVERY)

    def _show_busy(self, busy: bool) -> None:
        if self.dialog is not None:
            self.dialog.show_folders()
            self.dialog.show_busy(busy)

    def _close(self) -> None:
        self._timer.stop()
        if self._look is not None:
            self._look.finished.disconnect()
            self._look.wait()
            self._look.deleteLater()
            self._look = None
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
