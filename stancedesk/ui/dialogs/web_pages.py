"""Addresses of pages to be read from the web: typed, pasted, or from a list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stancedesk.importers.web_address import addresses_in
from stancedesk.ui.look import fit, label, small_font
from stancedesk.ui.sentences import reason
from stancedesk.ui.translation import tr

LARGEST = 5_000_000
"""Characters of a list that are read."""


class PagesDialog(QDialog):
    """Asks for addresses, one a line; says how many it sees and which lines hold none.

    Args:
        text: What is proposed.
        folder: Where lists are looked for.
    """

    def __init__(self, text: str = "", folder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add from the web"))
        self._folder = folder
        words = label(tr("Addresses of articles, one a line. Other words around them do no harm."))
        words.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setPlaceholderText("https://harbour.example/news/talks")
        self.text.setAccessibleName(tr("Addresses, one a line"))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.found = label(look="second", font=small_font())
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        note = label(
            tr(
                "StanceDesk goes online now, for these pages only: it asks each site what programs "
                "may read (robots.txt), then one page every two seconds."
            ),
            "second",
            small_font(),
        )
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.read: QPushButton = self.buttons.addButton(
            tr("Read and import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.read.setProperty("look", "primary")
        self.from_list = self.buttons.addButton(
            tr("From a list…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.from_list.clicked.connect(self._choose_list)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addWidget(self.found)
        column.addWidget(note)
        column.addWidget(self.buttons)
        fit(self, 560, 380)
        self.text.setFocus()
        self._check()

    def addresses(self) -> list[str]:
        """The addresses that were entered, each once."""
        return addresses_in(self.text.toPlainText())[0]

    def add_list(self, path: Path) -> None:
        """Add what a text file holds to the addresses."""
        try:
            with path.open(encoding="utf-8-sig", errors="replace") as file:
                more = file.read(LARGEST)
        except OSError as error:
            self.found.setText(f"{path}: {reason(error)}")
            return
        said = self.text.toPlainText().rstrip("\n")
        self.text.setPlainText(f"{said}\n{more}" if said else more)

    def _choose_list(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a list of addresses"), self._folder,
            tr("Lists (*.txt *.csv *.md *.html);;All files (*)"),
        )  # fmt: skip
        if name:
            self.add_list(Path(name))

    def _check(self) -> None:
        urls, bad = addresses_in(self.text.toPlainText())
        self.read.setEnabled(bool(urls))
        parts = [tr("{n} page(s)", "", len(urls))] if urls else []
        if bad:
            first = bad[0] if len(bad[0]) <= 60 else f"{bad[0][:57]}…"
            parts.append(
                tr("{n} line(s) without an address: “{first}”", "", len(bad)).format(first=first)
            )
        self.found.setText(" · ".join(parts))
