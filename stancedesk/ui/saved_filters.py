"""Filters kept by name in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu

from stancedesk.ui.query_state import from_json, in_words, to_json
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

KEY = "filters"


class SavedFilters(QObject):
    """Saves the query under a name, and sets it again from a menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def saved(self) -> dict[str, object]:
        """What is kept: queries as JSON by name."""
        project = self._window.session.project
        kept = project.state(KEY, {}) if project is not None else {}
        return dict(kept) if isinstance(kept, dict) else {}

    def ask(self) -> None:
        """Ask for a name and keep the filters as they are."""
        window = self._window
        words = in_words(window.session.query)
        if not words:
            window.say_warning(tr("No filter is set. Tick something on the left first."))
            return
        dialog = QInputDialog(window)
        dialog.setWindowTitle(tr("Save these filters"))
        dialog.setLabelText(tr("Name:"))
        dialog.setTextValue(", ".join(words)[:60])
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Keep the filters under a name; an older one of that name goes."""
        project = self._window.session.project
        if project is not None and name.strip():
            kept = self.saved() | {name.strip(): to_json(self._window.session.query)}
            project.set_state(KEY, kept)

    def use(self, name: str) -> None:
        """Set the filters that were kept under a name."""
        self._window.session.set_query(from_json(self.saved().get(name)))

    def forget(self) -> None:
        """Forget all saved filters of this project."""
        project = self._window.session.project
        if project is not None:
            project.set_state(KEY, {})

    def fill(self, menu: QMenu) -> None:
        """List the saved filters in a menu."""
        menu.clear()
        for name in sorted(self.saved()):
            menu.addAction(name).triggered.connect(lambda *_, name=name: self.use(name))
        if menu.isEmpty():
            menu.addAction(tr("None saved yet")).setEnabled(False)
        else:
            menu.addSeparator()
            menu.addAction(tr("Forget these")).triggered.connect(self.forget)
