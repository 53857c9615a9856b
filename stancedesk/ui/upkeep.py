"""Keeps the open project sound: looks through it, renews its backup, offers the way back."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer

from stancedesk.core.ports import Progress
from stancedesk.errors import Cancelled, DamagedProject, UserError
from stancedesk.ui.jobs import Work
from stancedesk.ui.sentences import sentence
from stancedesk.ui.translation import tr
from stancedesk.ui.words import day

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

DELAY = 2000
"""Milliseconds after opening before anything is read: lists and charts come first."""


class Look(QThread):
    """One look through a project file, with a connection of its own.

    Args:
        path: The project.
        sound: Whether opening has looked through all of it already.
        keep: Whether to renew the backup of a sound project.
    """

    def __init__(self, path: Path, sound: bool, keep: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.problems: list[str] = []
        self._sound, self._keep = sound, keep
        self._stop = threading.Event()

    def run(self) -> None:
        """Look and copy; called by Qt in the new thread."""
        from stancedesk.store import Project

        try:
            with Project.open(self.path, check=False) as project:
                project.known_sound = self._sound
                if not self._sound:
                    self.problems = project.integrity(self._stop.is_set)
                if self._keep and not self._stop.is_set():
                    project.keep_backup()
        except DamagedProject as error:
            self.problems = [error.message]
        except (Cancelled, UserError):
            pass  # closed meanwhile, or another program kept it from looking: at the next opening

    def stop(self) -> None:
        """Give up, and wait for the end."""
        self._stop.set()
        self.wait()


class Upkeep(QObject):
    """Follows the window's session; nothing here keeps anybody waiting."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        window.session.opened.connect(self._opened)
        window.session.closed.connect(self._closed)

    def _opened(self) -> None:
        self._timer.start(DELAY)

    def _closed(self) -> None:
        self._timer.stop()
        look, self._look = self._look, None
        if look is not None:
            look.stop()
            look.deleteLater()

    def _begin(self) -> None:
        project = self._window.session.project
        if project is None or self._look is not None:
            return
        keep = self._window.settings.flag("backup", True)
        self._look = Look(project.path, project.known_sound, keep, self)
        self._look.finished.connect(self._looked)
        self._look.start(QThread.Priority.LowestPriority)

    def _looked(self) -> None:
        look, self._look = self._look, None
        if look is None:
            return
        if look.problems:
            from stancedesk.store.verification import damaged

            self.offer(damaged(look.path, look.problems), look.problems)
        look.deleteLater()

    def offer(self, error: DamagedProject, problems: list[str] | None = None) -> None:
        """Say that a project is damaged, with a button that leads back to a sound one."""
        from stancedesk.store import backup

        path = error.path
        if state := backup.day(path):
            words = tr("You can go back to its backup of {day}.").format(
                day=f"{day(state)}, {state[11:]}"
            )
            action = (tr("Restore the backup"), lambda: self.restore(path))
        else:
            words = tr(
                "No backup lies beside it. A repair takes its articles and codings as they are."
            )
            action = (tr("Repair it"), lambda: self.repair(path))
        self._window.banner.show_message(
            f"{sentence(error.message)} {words}",
            "error",
            "\n".join(map(sentence, problems or ())),
            action,
        )

    def restore(self, path: Path) -> None:
        """Put the backup in the place of the project, and open it."""

        def work(progress: Progress) -> str:
            from stancedesk.store import Project, backup

            progress.step(0, 0, tr("Restoring the backup"))
            state = backup.day(path)
            aside = Project.restore(path)
            words = tr("{file} is as it was on {day}.").format(
                file=path.name, day=f"{day(state)}, {state[11:]}"
            )
            if aside is None:
                return words
            kept = tr("What was damaged is kept in {file}.").format(file=aside.name)
            return f"{words} {kept}"

        self._mend(path, tr("Restoring the backup"), work)

    def repair(self, path: Path) -> None:
        """Make anew what articles and codings give, and open the project."""

        def work(progress: Progress) -> str:
            from stancedesk.store import Project
            from stancedesk.store.verification import damaged

            progress.step(0, 0, tr("Repairing the project"))
            with Project.open(path, check=False) as project:
                left = project.repair()
            if left:
                raise damaged(path, left)
            words = tr("{file} is repaired: articles and codings are taken as they are.")
            return words.format(file=path.name)

        self._mend(path, tr("Repairing the project"), work)

    def _mend(self, path: Path, title: str, work: Work) -> None:
        window = self._window
        if window.jobs.busy:
            window.say_warning(tr("A job still runs in this project. Cancel it first."))
            return
        if window.session.path == path:
            window.session.close()

        def done(words: str) -> None:
            if window.projects.open(path):
                window.banner.show_message(words, "good")

        window.jobs.start(title, work, done, window.say_error)
