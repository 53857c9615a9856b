"""Known errors, which are the world's fault and are told to the user, as against bugs."""

from __future__ import annotations


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


class Cancelled(Exception):  # noqa: N818 (no error: the user wanted it)
    """The user stopped a job; what was committed before stays."""
