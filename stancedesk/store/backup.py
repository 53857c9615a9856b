"""One copy of a project beside it, made when it has changed, to go back to after damage.

The copy bears the moment at which its project was last written, so that whether it is due does
not depend on a clock. Only a project that was found sound is copied: damage must not take the
place of the copy that could mend it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from stancedesk.errors import UserError, phrase

ENDING = ".backup"
LARGEST = 512 << 20
"""Bytes above which no copy is kept: it would take seconds, and the user's disk."""

SWITCH = "STANCEDESK_BACKUP"
"""Environment variable that switches backups off with "0", "no" or "off"."""

_BESIDE = ("-wal", "-shm")


def place(path: Path) -> Path:
    """Where the backup of a project lies."""
    return path.with_name(path.name + ENDING)


def switched_on() -> bool:
    """Whether backups are wanted."""
    return os.environ.get(SWITCH, "").strip().lower() not in ("0", "no", "off", "false")


def is_due(path: Path) -> bool:
    """Whether a project has changed since its backup was made, or has none."""
    copy, log = place(path), path.with_name(path.name + "-wal")
    if not copy.is_file() or (log.is_file() and log.stat().st_size > 0):
        return True
    return copy.stat().st_mtime_ns != path.stat().st_mtime_ns


def keep(connection: sqlite3.Connection, path: Path, largest: int = LARGEST) -> Path | None:
    """Copy a sound project beside itself if it has changed since the last copy.

    Args:
        connection: The open project.
        path: Its file.
        largest: Bytes above which no copy is made.

    Returns:
        The copy; None where none was made: switched off, not due, too large, or no room or right
        for it. A missing backup never keeps anybody from working.
    """
    try:
        state = path.stat()
        free = shutil.disk_usage(path.parent).free
        # A copy must leave room for the work itself.
        if not switched_on() or state.st_size > min(largest, free // 2) or not is_due(path):
            return None
        part = path.with_name(f"{place(path).name}.part{os.getpid()}")
        try:
            _copy(connection, part)
            os.utime(part, ns=(state.st_atime_ns, state.st_mtime_ns))
            return part.replace(place(path))
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError):
        return None


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        # In one step: a copy by parts starts anew whenever another program writes.
        connection.backup(copy)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def day(path: Path) -> str:
    """When the state that the backup holds was written, in local time; "" without a backup."""
    try:
        written = place(path).stat().st_mtime
        return datetime.fromtimestamp(written).strftime("%Y-%m-%d %H:%M")
    except (OSError, ValueError, OverflowError):
        return ""


def hint(path: Path) -> str:
    """What to do about a damaged project, in one sentence."""
    if written := day(path):
        return phrase(f"Its backup of {written} can be restored: stancedesk restore {path.name}")
    return phrase(
        f"No backup lies beside it: go back to a copy of your own; {path.name} stays as it is."
    )


def put_back(path: Path, check: Callable[[Path], None]) -> Path | None:
    """Put the backup in the place of a project, which is kept under another name.

    Args:
        path: The project; nobody may have it open.
        check: Looks through a copy of the backup, and raises UserError if that is damaged.

    Returns:
        Where the project that was there is now; None if there was none.

    Raises:
        UserError: There is no backup, it is damaged, or the folder cannot be written.
    """
    copy = place(path)
    if not os.path.isfile(copy):  # noqa: PTH113 (Path.is_file raises where a name is too long)
        raise UserError(f"No backup of {path.name} lies beside it.", "Look for a copy elsewhere.")
    part = path.with_name(f"{path.name}.part{os.getpid()}")
    try:
        try:
            shutil.copy2(copy, part)
            check(part)
            os.utime(part, ns=(copy.stat().st_atime_ns, copy.stat().st_mtime_ns))
            aside = _set_aside(path)
            part.replace(path)
        finally:
            for ending in ("", *_BESIDE):
                part.with_name(part.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            f"The backup of {path.name} could not be restored: {error.strerror or error}.",
            f"It is still there: {copy.name}",
        ) from error
    return aside


def _set_aside(path: Path) -> Path | None:
    """Give the damaged file a name of its own, with its log, in which there may be more."""
    if not path.exists():
        return None
    aside = _free_name(path)
    for ending in ("", *_BESIDE):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))
    return aside


def _free_name(path: Path) -> Path:
    """A free name for the damaged file."""
    number = 1
    while True:
        name = f"{path.name}.damaged{number if number > 1 else ''}"
        if not path.with_name(name).exists():
            return path.with_name(name)
        number += 1
