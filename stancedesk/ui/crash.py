"""What goes wrong unforeseen: kept in a file, told in the window, offered at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from stancedesk import __version__, paths
from stancedesk.errors import UserError

Tell = Callable[[BaseException, str], None]


class CrashLog:
    """`crash.log` in the user's folder: hard crashes by faulthandler, bugs by the hook.

    Where it cannot be written, the application works without one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or paths.user_data()) / "crash.log"
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] | None = None

    def last(self) -> str:
        """What the last run left behind; empty when it ended well."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""

    def start(self) -> None:
        """Begin a new log and let hard crashes write to it."""
        try:
            self._file = self.path.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._file)

    def write(self, text: str) -> None:
        """Add a bug."""
        if self._file is not None:
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            with contextlib.suppress(OSError):
                self._file.write(f"{moment} StanceDesk {__version__}\n{text}\n")
                self._file.flush()

    def stop(self) -> None:
        """Close the log."""
        faulthandler.disable()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


def without_words(error: BaseException) -> str:
    """Where an error arose and of what kind it is: what it says may quote an article."""
    parts: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error)
        lines = traceback.format_tb(error.__traceback__)
        parts.append("".join([*lines, f"{kind.__module__}.{kind.__qualname__}\n"]))
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    return "\nwhich arose from\n".join(parts)


def install_hook(log: CrashLog, tell: Tell) -> None:
    """Send what nobody caught to the log and the window instead of ending the program.

    Args:
        log: Where bugs are kept; known errors are not bugs and are not.
        tell: Shows the error in the window, with the traceback as details.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserError):
            tell(error, "")
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.write(without_words(error))
        sys.__excepthook__(kind, error, trace)
        tell(error, text)

    sys.excepthook = hook
