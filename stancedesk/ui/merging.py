"""Merging persons: from the chosen statements or the ticked persons to one name, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stancedesk.core.model import Change, Query
from stancedesk.ui.session import REDONE, UNDONE
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow


class Merging(QObject):
    """Asks who is one person, and lets the filter follow the names that are merged."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._filters: dict[str, tuple[Query, Query]] = {}
        window.filters.persons.merge_wanted.connect(self.ask)
        self._session.changed.connect(self._follow)
        self._session.closed.connect(self._filters.clear)

    def ask_chosen(self) -> None:
        """Ask for the persons of the chosen statements."""
        rows = self._session.rows(self._session.chosen)
        names = list(dict.fromkeys(row.judgement.person for row in rows if row.judgement.person))
        if names:
            self.ask(names)
        else:
            self._window.say_warning(tr("Choose a statement of a person first."))

    def ask(self, names: Sequence[str]) -> None:
        """Ask with which others these are one person, and under which name."""
        project = self._session.project
        if project is None:
            return
        from stancedesk.services.likeness import candidates
        from stancedesk.ui.dialogs.merge_persons import MergePersonsDialog

        dialog = MergePersonsDialog(*candidates(project, names), self._window)
        dialog.accepted.connect(lambda: self.merge(dialog.names, dialog.name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def merge(self, names: Sequence[str], name: str) -> None:
        """Count the names as one person's; a filter by one of them becomes one by that person."""
        session, project = self._session, self._session.project
        if project is None:
            return
        before = session.query
        if not session.perform(lambda: project.merge_persons(names, name)):
            return
        person = project.aliases().get(name, name)
        persons = [person if each in names else each for each in before.persons]
        after = replace(before, persons=tuple(dict.fromkeys(persons)))
        if label := project.undo_label():
            self._filters[label] = (before, after)
        session.set_query(after)

    def _follow(self, change: Change) -> None:
        """Filter by the old names again where a merge is undone, by the new where it is redone."""
        what, _, label = change.label.partition(": ")
        if what not in (UNDONE, REDONE) or label not in self._filters:
            return
        before, after = self._filters[label]
        old, new = (after, before) if what == UNDONE else (before, after)
        if self._session.query == old:
            self._session.set_query(new)
