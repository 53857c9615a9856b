"""Which columns of a table are read: as the user says, as the project remembers, or guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeGuard

from stancedesk.errors import UserError
from stancedesk.importers import Columns, Head, guess_columns
from stancedesk.store import Project

FIELDS = ("title", "text", "date", "source", "url")
"""What a column can be, in the order in which people are asked."""
_STATE = "table_columns"
_REMEMBERED = 200

Ask = Callable[[Head, Columns], Columns | None]
"""Shows a table and a guess to the user; None leaves the table out."""


class Basis(StrEnum):
    """Who said which columns are read."""

    GUESSED = "guessed"
    GIVEN = "as said"
    REMEMBERED = "as last time"


@dataclass(frozen=True, slots=True)
class TableRead:
    """Which columns of a table were read, for the report."""

    path: str
    columns: Columns
    basis: Basis

    def sentence(self) -> str:
        """What was read from where, and what was not."""
        there = [f"{name} from “{self.columns[name]}”" for name in FIELDS if name in self.columns]
        missing = [name for name in FIELDS if name not in self.columns]
        nowhere = f"; no {', '.join(missing)}" if missing else ""
        return f"{self.path}: {', '.join(there)}{nowhere} ({self.basis.value})"


class Tables:
    """Chooses columns for the tables of one import, each kind of table once.

    Args:
        project: Remembers what the user said for tables with the same headings.
        given: Headings by field, for all tables that have them; "" for none.
        ask: Asks the user about a table that is not known yet, unless its headings are the names of
            the fields; without it the guess holds.
        told: Gets a line for each kind of table.
    """

    def __init__(
        self, project: Project, given: Columns, ask: Ask | None, told: list[TableRead]
    ) -> None:
        for field in given:
            if field not in FIELDS:
                raise UserError(f"“{field}” is no field.", f"Fields are {', '.join(FIELDS)}.")
        self._project, self._given, self._ask, self._told = project, given, ask, told
        self._known: dict[tuple[str, ...], Columns] = {}
        self._reading: Head | None = None

    def choose(self, head: Head) -> Columns:
        """The columns to read.

        Raises:
            UserError: The user left the table out.
        """
        self._reading = head
        if head.names not in self._known:
            columns, basis = self._chosen(head)
            self._known[head.names] = columns
            if basis is not Basis.GUESSED:
                self._remember(head.names, columns)
            if "text" in columns:
                self._told.append(TableRead(head.path, columns, basis))
        return self._known[head.names]

    def share(self) -> float:
        """How much of the table under way has been read, 0 to 1; 0 where nobody knows."""
        return 0.0 if self._reading is None else self._reading.share()

    def _chosen(self, head: Head) -> tuple[Columns, Basis]:
        remembered = self._remembered(head.names)
        guessed = guess_columns(head.names)
        if said := _found(self._given, head.names):
            columns = {**(guessed if remembered is None else remembered), **said}
            return {field: name for field, name in columns.items() if name}, Basis.GIVEN
        if remembered is not None:
            return remembered, Basis.REMEMBERED
        if self._ask is None or not head.names or _plain(guessed):
            return guessed, Basis.GUESSED
        if "text" not in guessed and head.longest is not None:
            guessed["text"] = head.longest
        answer = self._ask(head, guessed)
        if answer is None:
            raise UserError(f"{head.path} was left out.", "Import it again to choose its columns.")
        return answer, Basis.GIVEN

    def _remembered(self, names: tuple[str, ...]) -> Columns | None:
        for each in self._kept():
            columns = each.get("columns")
            if each.get("names") == list(names) and _are_columns(columns, names):
                return columns
        return None

    def _remember(self, names: tuple[str, ...], columns: Columns) -> None:
        others = [each for each in self._kept() if each.get("names") != list(names)]
        kept = [{"names": list(names), "columns": dict(columns)}, *others]
        self._project.set_state(_STATE, kept[:_REMEMBERED])

    def _kept(self) -> list[dict[str, object]]:
        kept = self._project.state(_STATE)
        return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []


def _plain(guessed: Columns) -> bool:
    """Whether the columns carry the very names of their fields, so that there is nothing to ask."""
    named = all(name.strip().casefold() == field for field, name in guessed.items())
    return named and {"title", "text", "date"} <= guessed.keys()


def _found(given: Columns, names: tuple[str, ...]) -> dict[str, str]:
    """What is given for a table with these headings; small and capital letters count alike."""
    folded = {name.strip().casefold(): name for name in reversed(names)}
    found = {}
    for field, wanted in given.items():
        if not wanted:
            found[field] = ""
        elif (name := folded.get(wanted.strip().casefold())) is not None:
            found[field] = wanted if wanted in names else name
    return found


def _are_columns(value: object, names: tuple[str, ...]) -> TypeGuard[Mapping[str, str]]:
    return isinstance(value, dict) and all(
        field in FIELDS and name in names for field, name in value.items()
    )
