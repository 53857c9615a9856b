"""About: versions and licences."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from stancedesk import __version__
from stancedesk.ui import icons
from stancedesk.ui.look import label, strong_font
from stancedesk.ui.translation import tr

PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("sqlite-utils", "Apache-2.0"),
    ("spacy", "MIT"),
    ("vaderSentiment", "MIT"),
    ("onnxruntime", "MIT"),
    ("trafilatura", "Apache-2.0"),
    ("htmldate", "Apache-2.0"),
    ("feedparser", "BSD-2-Clause"),
    ("fontpkg-inter", "OFL-1.1 (Inter)"),
)


def versions_text(project: Sequence[str] = ()) -> str:
    """Versions of the application, of what it stands on and of the open project, in lines."""
    lines = [f"StanceDesk {__version__}", *project, ""]
    lines += [f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"]
    for name, licence in PARTS:
        try:
            lines.append(f"{name} {version(name)} ({licence})")
        except PackageNotFoundError:
            continue
    lines.append(platform.platform())
    return "\n".join(lines)


class AboutDialog(QDialog):
    """Icon, name, what it is for, versions to copy."""

    def __init__(self, project: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About StanceDesk"))
        picture = QLabel()
        picture.setPixmap(icons.application().pixmap(48, 48))
        words = label(tr("Who said what to whom, and how far it escalates."), "second")
        head = QHBoxLayout()
        head.setSpacing(14)
        names = QVBoxLayout()
        names.addWidget(label(f"StanceDesk {__version__}", font=strong_font(18)))
        names.addWidget(words)
        names.addWidget(
            label(
                tr("MIT licence. Works offline; goes online only for what you ask for."), "second"
            )
        )
        head.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        self.details = QPlainTextEdit(versions_text(project))
        self.details.setReadOnly(True)
        self.details.setMinimumSize(420, 240)
        self.details.setAccessibleName(tr("Versions and licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.details)
        column.addWidget(buttons)
