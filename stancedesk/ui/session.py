"""What the window shows: the open project, the query, the order, the chosen statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from stancedesk.core.model import Article, Change, Event, Query, Row
from stancedesk.errors import UserError
from stancedesk.ui.inquiry import Inquirer, Listing, Question
from stancedesk.ui.query_state import from_json, to_json
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.store import Project, Reader

Chart = Callable[["Reader", Query], Any]
SAVE_AFTER = 3000
"""Milliseconds after a change of filters or selection after which they are kept."""


class Session(QObject):
    """The one place where views learn what is selected, and through which they change things."""

    opened = Signal()
    closed = Signal()
    query_changed = Signal(object)
    selected = Signal(object)
    changed = Signal(object)
    listed = Signal(object)
    charted = Signal(object, object)
    counted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.query = Query()
        self.order = "published"
        self.descending = False
        self.chosen: tuple[int, ...] = ()
        self.coder = ""
        self._chart: Chart | None = None
        self._inquirer: Inquirer | None = None
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(SAVE_AFTER)
        self._save.timeout.connect(self.save)

    @property
    def settled(self) -> bool:
        """Whether everything that was asked has been answered."""
        inquirer = self._inquirer
        return inquirer is None or inquirer.answered == inquirer.newest

    @property
    def path(self) -> Path | None:
        """The open project's file."""
        return self.project.path if self.project is not None else None

    def open(self, path: Path, create: bool = False) -> None:
        """Open a project, or create it; the one that was open is closed.

        Raises:
            UserError: It cannot be opened or created; the old one stays open then.
        """
        from stancedesk.store import Project

        project = Project.create(path) if create else Project.open(path)
        self.close()
        self.project = project
        self._inquirer = Inquirer(project.path, self)
        # Methods, not lambdas: only a method of this object is called in this object's thread.
        self._inquirer.listed.connect(self._has_listed)
        self._inquirer.charted.connect(self._has_charted)
        self._inquirer.counted.connect(self._has_counted)
        self._inquirer.failed.connect(self.failed)
        self._inquirer.start()
        kept = project.state("window", {})
        kept = kept if isinstance(kept, dict) else {}
        self.query = from_json(kept.get("query"))
        self.order, self.descending = _order(kept)
        self.chosen = ()
        self.opened.emit()
        self.query_changed.emit(self.query)
        chosen = kept.get("chosen", [])
        self.select(chosen if isinstance(chosen, list) else [])
        self.refresh()

    def close(self) -> None:
        """Keep the state and close the project."""
        if self.project is None:
            return
        self._save.stop()
        self.save()
        if self._inquirer is not None:
            self._inquirer.stop()
            self._inquirer.deleteLater()
            self._inquirer = None
        self.project.close()
        self.project = None
        self.chosen = ()
        self.query = Query()
        self.closed.emit()

    def save(self, **more: object) -> None:
        """Keep query, order and selection with the project, and what else is given."""
        if self.project is None:
            return
        kept = self.project.state("window", {})
        state = dict(kept) if isinstance(kept, dict) else {}
        state |= {
            "query": to_json(self.query),
            "order": self.order,
            "descending": self.descending,
            "chosen": list(self.chosen[:1]),
            **more,
        }
        if state == kept:
            return
        try:
            self.project.set_state("window", state)
        except UserError as error:
            self.failed.emit(error)

    def state(self, name: str) -> object:
        """What `save` kept under a name."""
        kept = self.project.state("window", {}) if self.project is not None else {}
        return kept.get(name) if isinstance(kept, dict) else None

    def set_query(self, query: Query) -> None:
        """Filter otherwise."""
        if query != self.query:
            self.query = query
            self.query_changed.emit(query)
            self.refresh()
            self._save.start()

    def narrow(self, **filters: Any) -> None:
        """Change some filters by name."""
        self.set_query(replace(self.query, **filters))

    def set_order(self, order: str, descending: bool) -> None:
        """Put the statements in another order."""
        if (order, descending) != (self.order, self.descending):
            self.order, self.descending = order, descending
            self.refresh()
            self._save.start()

    def set_chart(self, chart: Chart | None) -> None:
        """Build another chart from now on."""
        self._chart = chart
        self.refresh()

    def refresh(self) -> None:
        """Ask everything anew."""
        if self._inquirer is not None:
            self._inquirer.ask(Question(self.query, self.order, self.descending, self._chart))

    def select(self, statements: Iterable[int]) -> None:
        """Choose statements; the first is the one that is read."""
        chosen = tuple(dict.fromkeys(int(each) for each in statements))
        if chosen != self.chosen:
            self.chosen = chosen
            self.selected.emit(chosen)
            self._save.start()

    def rows(self, statements: Sequence[int]) -> list[Row]:
        """Statements by id; none where no project is open."""
        return self.project.rows_of(statements) if self.project is not None else []

    def row(self, statement: int) -> Row:
        """One statement.

        Raises:
            UserError: It is not there.
        """
        if self.project is None:
            raise UserError(tr("No project is open."))
        return self.project.row(statement)

    def events(self) -> list[Event]:
        """The marks on the timeline; none where no project is open."""
        return self.project.events() if self.project is not None else []

    def article(self, article: int) -> tuple[Article, list[Row]]:
        """An article and its statements in the order of the text."""
        assert self.project is not None
        rows = self.project.rows(Query(article=article), order_by="id", limit=10_000)
        return self.project.article(article), sorted(rows, key=lambda row: row.content)

    def code(self, changes: Mapping[str, object], note: str = "", label: str = "") -> bool:
        """Judge the chosen statements; True when it was done."""
        if self.project is None or not self.chosen:
            return False
        project, chosen = self.project, self.chosen
        return self.perform(lambda: project.code(chosen, self.coder, changes, note, label))

    def perform(self, change: Callable[[], Change | None]) -> bool:
        """Do something that changes the project, and tell all views; True when it was done."""
        try:
            done = change()
        except UserError as error:
            self.failed.emit(error)
            return False
        if done is None:
            return False
        self.apply(done)
        return True

    def apply(self, change: Change) -> None:
        """Tell all views of a change, and ask everything anew."""
        self.changed.emit(change)
        self.refresh()

    def undo(self) -> None:
        """Take back the last change."""
        if (project := self.project) is not None:
            self.perform(lambda: _named(UNDONE, project.undo()))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if (project := self.project) is not None:
            self.perform(lambda: _named(REDONE, project.redo()))

    def _has_listed(self, found: Listing) -> None:
        if self._is_newest(found.question):
            self.listed.emit(found)

    def _has_charted(self, question: Question, chart: object) -> None:
        if self._is_newest(question):
            self.charted.emit(question, chart)

    def _has_counted(self, question: Question, facets: object) -> None:
        if self._is_newest(question):
            self.counted.emit(question, facets)

    def _is_newest(self, question: Question) -> bool:
        return self._inquirer is not None and question.number == self._inquirer.newest


UNDONE, REDONE = "Undone", "Done again"
"""What `changes.said_of` reads before the name of a change."""


def _named(what: str, change: Change | None) -> Change | None:
    return replace(change, label=f"{what}: {change.label}") if change is not None else None


def _order(kept: Mapping[str, object]) -> tuple[str, bool]:
    from stancedesk.store.queries import ORDERS

    order = kept.get("order")
    known = isinstance(order, str) and order in ORDERS
    return (str(order) if known else "published", bool(kept.get("descending")) and known)
