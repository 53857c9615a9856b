"""Opening and closing projects: new, open, recent, sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from stancedesk import paths
from stancedesk.core.ports import Progress
from stancedesk.errors import Cancelled, DamagedProject, UserError
from stancedesk.services.language import marked
from stancedesk.ui.translation import tr
from stancedesk.ui.upkeep import Upkeep
from stancedesk.ui.words import tip

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

SUFFIX = ".stance"
KINDS = marked("StanceDesk projects (*.stance)")


class Projects(QObject):
    """What the File menu does with projects."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.upkeep = Upkeep(window)

    def choose_new(self) -> None:
        """Ask for a name and create a project."""
        folder = self._window.settings.last_folder
        start = str(Path(folder) / (tr("Untitled") + SUFFIX))
        name, _ = QFileDialog.getSaveFileName(self._window, tr("New project"), start, tr(KINDS))
        if name:
            path = Path(name)
            path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            if path.absolute() == self._window.session.path:
                self._window.say_warning(tr("This project is open. Choose another name."))
                return
            # The dialog has asked already whether an existing file may go.
            for old in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                old.unlink(missing_ok=True)
            self.open(path, create=True)

    def choose(self) -> None:
        """Ask for a project and open it."""
        folder = self._window.settings.last_folder
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open project"), folder, tr(KINDS))
        if name:
            self.open(Path(name))

    def open(self, path: Path, create: bool = False) -> bool:
        """Open or create a project; False, and a message, when that fails."""
        window = self._window
        if window.jobs.busy:
            window.say_warning(tr("A job still runs in this project. Cancel it first."))
            return False
        try:
            window.session.open(path.absolute(), create)
        except DamagedProject as error:
            self.upkeep.offer(error)
            return False
        except UserError as error:
            window.say_error(error)
            return False
        window.settings.remember(path.absolute())
        window.settings.last_folder = str(path.absolute().parent)
        return True

    def open_sample(self) -> None:
        """Open the user's copy of the sample project, making it when it is not there yet."""
        target = paths.user_data() / f"Sample{SUFFIX}"
        if target.is_file():
            self.open(target)
            return
        if self._window.jobs.busy:
            self._window.say_warning(tr("A job still runs. Wait for it or cancel it first."))
            return
        if not (paths.resources() / "sample").is_dir():
            self._window.say_warning(tr("The sample articles are not installed."))
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name("Sample being made.stance")

        def work(progress: Progress) -> Path:
            from stancedesk.services.sample import make

            for left in part.parent.glob(f"{part.name}*"):
                left.unlink()
            report = make(part, progress)
            if report.cancelled:
                raise Cancelled(tr("The sample was not made."))
            return part.rename(target)

        def done(path: Path) -> None:
            if self.open(path):
                self._window.help.offer_tour()

        self._window.jobs.start(tr("Making the sample project"), work, done, self._window.say_error)

    def close(self) -> None:
        """Close the project and show the start page."""
        self._window.session.close()

    def fill_recent(self, menu: QMenu) -> None:
        """List the recent projects in a menu."""
        menu.clear()
        recent = self._window.settings.recent
        for path in recent:
            action = menu.addAction(path.name)
            action.setToolTip(tip(str(path)))
            action.triggered.connect(lambda *_, path=path: self.open(path))
        menu.setEnabled(bool(recent))
        if recent:
            menu.addSeparator()
            menu.addAction(tr("Forget these")).triggered.connect(self._forget)

    def _forget(self) -> None:
        self._window.settings.forget_recent()
