"""Known errors, which are the world's fault and are told to the user, as against bugs."""

from __future__ import annotations

from pathlib import Path


class UserError(Exception):
    """Something in the user's world is wrong: a file, a date, a full disk.

    Args:
        message: One sentence that names the thing that is wrong.
        hint: One sentence that says what to do about it; may be empty.
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
