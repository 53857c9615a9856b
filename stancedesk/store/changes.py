"""The undo log: every change by a person has a name, can be undone, and survives a crash.

A change is a list of steps; each step knows how to be done and undone. Log and change are written
in one transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import ClassVar, Protocol

from stancedesk.core.model import Change
from stancedesk.store import winners
from stancedesk.store.connection import Connection
from stancedesk.store.records import now


@dataclass(slots=True)
class Touched:
    """What the steps of a change have touched, gathered for its `Change`."""

    articles: set[int] = field(default_factory=set)
    statements: set[int] = field(default_factory=set)
    events: bool = False
    everything: bool = False


class Step(Protocol):
    """One thing done to the database, reversible."""

    name: ClassVar[str]

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Do it, or with `undo` take it back."""
        ...


@dataclass(frozen=True, slots=True)
class CodingStep:
    """Codings made (`add`) or retracted. Undone codings are retracted, never deleted."""

    codings: list[int]
    add: bool
    name: ClassVar[str] = "coding"

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Retract the codings or put them in force again."""
        connection.execute(
            "UPDATE coding SET retracted_at = ? WHERE id IN (SELECT value FROM json_each(?))",
            (None if self.add is not undo else now(), json.dumps(self.codings)),
        )
        rows = connection.execute(
            """
            SELECT statement.id, statement.article_id
            FROM coding JOIN statement ON statement.id = coding.statement_id
            WHERE coding.id IN (SELECT value FROM json_each(?))
            """,
            (json.dumps(self.codings),),
        ).fetchall()
        statements = {int(row[0]) for row in rows}
        winners.refresh(connection, statements)
        touched.statements |= statements
        touched.articles |= {int(row[1]) for row in rows}


@dataclass(frozen=True, slots=True)
class DateStep:
    """The date of an article and its basis, before and after."""

    article: int
    before: tuple[str | None, str]
    after: tuple[str | None, str]
    name: ClassVar[str] = "date"

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Set the date and move the article's statements to it."""
        published, basis = self.before if undo else self.after
        connection.execute(
            "UPDATE article SET published = ?, date_basis = ? WHERE id = ?",
            (published, basis, self.article),
        )
        statements = _statements(
            connection, "SELECT statement_id FROM winner WHERE article_id = ?", (self.article,)
        )
        winners.refresh(connection, statements)
        touched.statements |= statements
        touched.articles.add(self.article)


@dataclass(frozen=True, slots=True)
class AliasStep:
    """Names that count as another person's: `{alias: person}`, before and after."""

    before: dict[str, str]
    after: dict[str, str]
    name: ClassVar[str] = "alias"

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Set the aliases and rename the speakers of the statements concerned."""
        old, new = (self.after, self.before) if undo else (self.before, self.after)
        connection.executemany("DELETE FROM alias WHERE alias = ?", [(name,) for name in old])
        connection.executemany("INSERT INTO alias (alias, person) VALUES (?, ?)", new.items())
        statements = _statements(
            connection,
            """
            SELECT winner.statement_id FROM coding JOIN winner ON winner.coding_id = coding.id
            WHERE coding.person IN (SELECT value FROM json_each(?))
            """,
            (json.dumps(sorted(old.keys() | new.keys())),),
        )
        winners.refresh(connection, statements)
        touched.statements |= statements


@dataclass(frozen=True, slots=True)
class EventStep:
    """An event put on the timeline (`add`) or taken away."""

    id: int
    date: str
    label: str
    add: bool
    name: ClassVar[str] = "event"

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Add or remove the event."""
        if self.add is not undo:
            connection.execute(
                "INSERT INTO event (id, date, label) VALUES (?, ?, ?)",
                (self.id, self.date, self.label),
            )
        else:
            connection.execute("DELETE FROM event WHERE id = ?", (self.id,))
        touched.events = True


@dataclass(frozen=True, slots=True)
class KindStep:
    """How the words of statements are given: the kind before, for each, and the one after."""

    before: dict[str, str]
    after: str
    name: ClassVar[str] = "kind"

    def apply(self, connection: sqlite3.Connection, touched: Touched, *, undo: bool) -> None:
        """Set the kind, or each statement's old one."""
        kinds = self.before if undo else dict.fromkeys(self.before, self.after)
        connection.executemany(
            "UPDATE statement SET kind = ? WHERE id = ?",
            [(kind, int(statement)) for statement, kind in kinds.items()],
        )
        statements = {int(statement) for statement in kinds}
        winners.refresh(connection, statements)
        touched.statements |= statements


AnyStep = CodingStep | DateStep | AliasStep | EventStep | KindStep

_STEPS = {step.name: step for step in (CodingStep, DateStep, AliasStep, EventStep, KindStep)}


def _statements(connection: sqlite3.Connection, sql: str, values: tuple[object, ...]) -> set[int]:
    return {int(row[0]) for row in connection.execute(sql, values)}


class Changes(Connection):
    """Performs, undoes and redoes changes."""

    def perform(self, label: str, steps: Sequence[AnyStep]) -> Change:
        """Do the steps, log them under a name, and forget what was undone before."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM change WHERE undone = 1")
            written = json.dumps([{"step": step.name, **asdict(step)} for step in steps])
            connection.execute(
                "INSERT INTO change (made, label, steps) VALUES (?, ?, ?)", (now(), label, written)
            )
            return _apply(connection, label, steps, undo=False)

    def undo(self) -> Change | None:
        """Take back the last change; None when there is nothing to take back."""
        return self._move("undone = 0 ORDER BY id DESC", undo=True)

    def redo(self) -> Change | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._move("undone = 1 ORDER BY id", undo=False)

    def undo_label(self) -> str | None:
        """Name of the change that `undo` would take back."""
        return self._label("undone = 0 ORDER BY id DESC")

    def redo_label(self) -> str | None:
        """Name of the change that `redo` would do again."""
        return self._label("undone = 1 ORDER BY id")

    def _label(self, which: str) -> str | None:
        row = self._one(f"SELECT label FROM change WHERE {which} LIMIT 1")
        return None if row is None else str(row["label"])

    def _move(self, which: str, *, undo: bool) -> Change | None:
        with self.transaction() as connection:
            row = connection.execute(f"SELECT * FROM change WHERE {which} LIMIT 1").fetchone()
            if row is None:
                return None
            connection.execute("UPDATE change SET undone = ? WHERE id = ?", (int(undo), row["id"]))
            steps = [_STEPS[item.pop("step")](**item) for item in json.loads(row["steps"])]
            return _apply(connection, row["label"], steps[::-1] if undo else steps, undo=undo)


def _apply(
    connection: sqlite3.Connection, label: str, steps: Sequence[Step], *, undo: bool
) -> Change:
    touched = Touched()
    for step in steps:
        step.apply(connection, touched, undo=undo)
    return Change(
        label=label,
        articles=tuple(sorted(touched.articles)),
        statements=tuple(sorted(touched.statements)),
        events=touched.events,
        everything=touched.everything,
    )
