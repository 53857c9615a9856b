"""The folders that a project watches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from stancedesk.core.sources import Folder
from stancedesk.ui.dialogs.sources import Line, SourcesDialog, when
from stancedesk.ui.sentences import sentence
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count


class FoldersDialog(SourcesDialog):
    """The list of watched folders.

    Args:
        folders: Gives the folders as they are now.
    """

    add_wanted = Signal()
    look_wanted = Signal()

    def __init__(
        self, folders: Callable[[], Sequence[Folder]], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Watched folders"),
            tr(
                "New and changed files are imported while this project is open; they are looked "
                "for once a minute."
            ),
            [tr("Folder"), tr("Files"), tr("Looked at"), tr("State")],
            parent,
        )
        self._folders = folders
        self.nothing.setText(tr("No folders yet. Add one into which articles are saved."))
        self.add = QPushButton(tr("Add a folder…"))
        self.add.clicked.connect(self.add_wanted)
        self.look = QPushButton(tr("Look now"))
        self.look.setProperty("look", "primary")
        self.look.clicked.connect(self.look_wanted)
        for place, button in enumerate((self.look, self.add)):
            button.setAutoDefault(False)
            self.foot.insertWidget(place, button)
        self.show_folders()

    def show_folders(self) -> None:
        """Show the folders as they are now."""
        self.fill(
            [
                Line(
                    folder.id,
                    [folder.path, count(folder.files), when(folder.looked), _state(folder)],
                    folder.path,
                    sentence(folder.problem),
                )
                for folder in self._folders()
            ]
        )

    def allow(self) -> None:
        super().allow()
        self.add.setEnabled(not self.busy)
        self.look.setEnabled(bool(self.table.topLevelItemCount()) and not self.busy)


def _state(folder: Folder) -> str:
    return "⚠ " + tr("failed") if folder.problem else tr("watched")
