"""Folders that a project watches, and what each file looked like when it was imported."""

from __future__ import annotations

from collections.abc import Iterable

from stancedesk.core.sources import FileMark, Folder
from stancedesk.errors import UserError
from stancedesk.store.connection import Connection
from stancedesk.store.records import now

_FOLDERS = """
SELECT id, path, looked, problem,
    (SELECT count(*) FROM folder_file WHERE folder_id = folder.id) AS files
FROM folder ORDER BY path
"""


class FolderReader(Connection):
    """What can be asked about watched folders."""

    def folders(self) -> list[Folder]:
        """All watched folders by path."""
        return [Folder(**dict(row)) for row in self._all(_FOLDERS)]

    def marks(self, folder: int) -> dict[str, FileMark]:
        """What the files of a folder looked like when they were imported, by path."""
        rows = self._all(
            "SELECT path, size, modified FROM folder_file WHERE folder_id = ?", (folder,)
        )
        return {row["path"]: FileMark(**dict(row)) for row in rows}


class FolderWriter(FolderReader):
    """What can be done to watched folders."""

    def add_folder(self, path: str) -> int:
        """Watch a folder; return its id, which is the old one where it is watched already."""
        with self.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO folder (path) VALUES (?)", (path,))
            return self._value("SELECT id FROM folder WHERE path = ?", (path,))

    def remove_folder(self, folder: int) -> None:
        """Watch a folder no longer; its articles stay.

        Raises:
            UserError: There is no such folder.
        """
        with self.transaction() as connection:
            if not connection.execute("DELETE FROM folder WHERE id = ?", (folder,)).rowcount:
                raise UserError("This folder is no longer watched.")

    def folder_looked(self, folder: int, taken: Iterable[FileMark], problem: str = "") -> None:
        """A folder was looked at, and these of its files were imported, or were named as bad."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE folder SET looked = ?, problem = ? WHERE id = ?", (now(), problem, folder)
            )
            connection.executemany(
                "INSERT OR REPLACE INTO folder_file (folder_id, path, size, modified)"
                " VALUES (?, ?, ?, ?)",
                ((folder, mark.path, mark.size, mark.modified) for mark in taken),
            )
