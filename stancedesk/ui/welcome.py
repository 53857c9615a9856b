"""What is shown before there is anything to show: first run, empty project, nothing found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stancedesk.ui import icons
from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.controls.elided import ElidedLabel
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.look import current_look, label, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import tip


class EmptyState(QFrame):
    """A heading, a sentence that says what to do, and the buttons that do it."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.title = label(title, font=strong_font(18))
        self.words = label(words, "second")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(480)
        # A label that wraps keeps its lines only where its layout may ask for height by width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.words)
        middle.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.column = QVBoxLayout()
        self.column.setSpacing(14)
        self.column.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.column.addLayout(middle)
        self.column.addLayout(self.buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(self.column)
        outer.addStretch(3)
        self.buttons.addStretch(1)
        self.buttons.addStretch(1)

    def add_button(self, text: str, primary: bool = False) -> QPushButton:
        """Add a button before the closing stretch."""
        button = QPushButton(text)
        if primary:
            button.setProperty("look", "primary")
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button


class DropArea(QLabel):
    """Says that files can be dropped; the whole window takes them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("look", "second")
        self.setFixedSize(480, 76)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(look.box, 1.2)
        line.setDashPattern([4, 4])
        painter.setPen(line)
        painter.setBrush(look.ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
        super().paintEvent(event)


class Welcome(EmptyState):
    """First run: the sample, a new project, an existing one, the recent ones, or a drop."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Who said what to whom, and how far does it escalate?"),
            tr(
                "StanceDesk finds every statement in your news articles, says who spoke for which "
                "country, and charts how their stance changes. Everything stays on this computer."
            ),
            parent,
        )
        self.title.setFont(strong_font(22))
        picture = QLabel()
        picture.setPixmap(icons.application().pixmap(64, 64))
        self.column.insertWidget(0, picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.column.setSpacing(18)
        self.sample = self.add_button(tr("Open the sample project"), primary=True)
        self.sample.setToolTip(
            tr("An invented crisis of forty articles, with a tour of the window")
        )
        self.sample.clicked.connect(self.sample_wanted)
        self.new = self.add_button(tr("New project…"))
        self.new.clicked.connect(self.new_wanted)
        self.open = self.add_button(tr("Open…"))
        self.open.clicked.connect(self.open_wanted)
        self.drop = DropArea(tr("Drop articles, a folder or a .stance project on this window"))
        self.column.addWidget(self.drop, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.recent = QFrame()
        self.recent.setFixedWidth(480)
        self._recent = QVBoxLayout(self.recent)
        self._recent.setContentsMargins(0, 6, 0, 0)
        self._recent.setSpacing(4)
        self.column.addWidget(self.recent, alignment=Qt.AlignmentFlag.AlignHCenter)

    def show_recent(self, projects: Sequence[Path]) -> None:
        """List the recent projects with their folders."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.recent.setVisible(bool(projects))
        if projects:
            self._recent.addWidget(Heading(tr("Recent projects")))
        for path in projects[:5]:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            link = Link(path.name)
            link.setToolTip(tip(str(path)))
            link.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            folder = ElidedLabel(str(path.parent))
            folder.setProperty("look", "second")
            folder.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(link)
            line.addWidget(folder, 1)
            self._recent.addWidget(row)


class EmptyProject(EmptyState):
    """A project without articles, or without a statement in them."""

    files_wanted = Signal()
    folder_wanted = Signal()
    web_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("This project is empty"),
            tr(
                "Import news articles as text, HTML or other files, one by one or as a whole "
                "folder. You can also drop them anywhere on this window."
            ),
            parent,
        )
        self.files = self.add_button(tr("Import files…"), primary=True)
        self.files.clicked.connect(self.files_wanted)
        self.folder = self.add_button(tr("Import a folder…"))
        self.folder.clicked.connect(self.folder_wanted)
        self.web = self.add_button(tr("Add from the web…"))
        self.web.clicked.connect(self.web_wanted)
        self._busy = self._read = False
        self._idle = (self.title.text(), self.words.text())

    def show_busy(self, busy: bool) -> None:
        """Say that articles are being read, or how to bring some in."""
        self._busy = busy
        self._say()

    def show_read(self, read: bool) -> None:
        """Say that there are articles, and no statement yet."""
        self._read = read
        self._say()

    def _say(self) -> None:
        title, words = self._idle
        if self._busy:
            title = tr("Reading the articles")
            words = tr(
                "Statements, charts and filters appear here as soon as the first articles are "
                "analysed. You can go on working meanwhile."
            )
        elif self._read:
            title = tr("No statement yet")
            words = tr(
                "The articles of this project are not analysed yet, or nobody is quoted in them. "
                "Import them again to go on, or import more."
            )
        self.title.setText(title)
        self.words.setText(words)
        for button in (self.files, self.folder, self.web):
            button.setVisible(not self._busy)


class NothingFound(EmptyState):
    """Filters that leave nothing."""

    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("No statement matches"), "", parent)
        self.reset = self.add_button(tr("Reset all filters"), primary=True)
        self.reset.clicked.connect(self.reset_wanted)

    def explain(self, filters: Sequence[str]) -> None:
        """Name the filters that are set."""
        named = ", ".join(filters) or tr("the filters")
        self.words.setText(
            tr(
                "Nothing is left by {filters}. Untick something on the left, or start again."
            ).format(filters=named)
        )
