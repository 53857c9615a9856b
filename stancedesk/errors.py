"""Known errors, which are the world's fault and are told to the user, as against bugs."""

from __future__ import annotations

from pathlib import Path


def phrase(text: str) -> str:
    """The text itself; its name tells the collector of translations that an error may say it.

    What is written inside the call of a `UserError` needs no such mark.
    """
    return text


REASONS = (
    phrase("Permission denied"), phrase("No such file or directory"), phrase("Is a directory"),
    phrase("Not a directory"), phrase("No space left on device"), phrase("Read-only file system"),
    phrase("Input/output error"), phrase("File name too long"), phrase("Disk quota exceeded"),
    phrase("Connection refused"), phrase("Connection reset by peer"), phrase("Broken pipe"),
    phrase("Network is unreachable"), phrase("No route to host"),
    phrase("Cannot allocate memory"), phrase("Too many open files"),
    phrase("Stale file handle"), phrase("Resource busy"),
)  # fmt: skip
"""What operating systems give as the reason of a failure, where they speak English."""


class UserError(Exception):
    """Something in the user's world is wrong: a file, a date, a full disk.

    Args:
        message: One sentence that names the thing that is wrong.
        hint: One sentence that says what to do about it; may be empty.

    Both are English, on the command line, in logs and in project files alike; the desktop shows
    them in its own language (`stancedesk.ui.sentences`), for which they are written where the
    error is made: as a text, an f-string, or a name of the same module that holds one.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class DamagedProject(UserError):  # noqa: N818 (says what was found)
    """A project file is damaged; a backup of it may lie beside it.

    Args:
        path: The project file.
        message: One sentence that says what is wrong.
        hint: One sentence that says what to do about it.
    """

    def __init__(self, path: Path, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.path = path


class Cancelled(Exception):  # noqa: N818 (no error: the user wanted it)
    """The user stopped a job; what was committed before stays."""
