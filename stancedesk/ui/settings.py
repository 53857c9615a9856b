"""What the user chose for the application as a whole; what belongs to a project is kept in it."""

from __future__ import annotations

import contextlib
import getpass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from stancedesk import paths
from stancedesk.ui.translation import LANGUAGES

RECENT = 8


class Settings:
    """Preferences in `settings.ini` of the user's folder.

    Args:
        file: Another file than the usual one, for tests.
    """

    def __init__(self, file: Path | None = None) -> None:
        target = file or paths.user_data() / "settings.ini"
        with contextlib.suppress(OSError):  # preferences then last as long as the window
            target.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(target), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """Which theme: "light", "dark" or "system"."""
        value = str(self._kept("theme", "system"))
        return value if value in ("light", "dark", "system") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that was chosen; "" follows the system."""
        value = str(self._kept("language", ""))
        return value if value in [code for code, _ in LANGUAGES] else ""

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def coder(self) -> str:
        """The name under which the user's own codings are kept."""
        return str(self._kept("coder", "")) or _login()

    @coder.setter
    def coder(self, name: str) -> None:
        self._store.setValue("coder", name.strip())

    @property
    def toured(self) -> bool:
        """Whether the tour has been seen or declined."""
        return str(self._kept("toured", False)).lower() in ("true", "1")

    @toured.setter
    def toured(self, seen: bool) -> None:
        self._store.setValue("toured", seen)

    @property
    def recent(self) -> list[Path]:
        """Projects opened lately that still exist, the newest first."""
        kept = self._kept("recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [
            Path(name) for name in names if isinstance(name, str) and name and Path(name).is_file()
        ]

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        names = [str(project)] + [str(path) for path in self.recent if path != project]
        self._store.setValue("recent", names[:RECENT])

    def forget_recent(self) -> None:
        """Empty the list of recent projects."""
        self._store.setValue("recent", [])

    @property
    def last_folder(self) -> str:
        """Where the user last opened or saved something."""
        return str(self._kept("folder", str(paths.home_folder())))

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("folder", folder)

    def layout(self, name: str) -> QByteArray:
        """The saved geometry of a window or splitter; empty when there is none."""
        value = self._kept(f"layout/{name}", None)
        return value if isinstance(value, QByteArray) else QByteArray()

    def save_layout(self, name: str, state: QByteArray) -> None:
        """Keep the geometry of a window or splitter."""
        self._store.setValue(f"layout/{name}", state)

    def flag(self, name: str, default: bool = False) -> bool:
        """A switch by name."""
        return str(self._kept(f"flags/{name}", default)).lower() in ("true", "1")

    def set_flag(self, name: str, on: bool) -> None:
        """Keep a switch by name."""
        self._store.setValue(f"flags/{name}", on)

    def _kept(self, name: str, default: object) -> Any:
        """What the file has under a name; the default where that is of a kind that nobody knows."""
        try:
            return self._store.value(name, default)
        except (RuntimeError, TypeError):
            return default

    def sync(self) -> bool:
        """Write to disk now; False where that failed, and the last state stays in the file."""
        self._store.sync()
        return self._store.status() is QSettings.Status.NoError


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "me"
