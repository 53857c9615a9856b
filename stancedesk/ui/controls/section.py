"""The heading of a group: small capitals to the left, a link that resets it to the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.controls.elided import ElidedLabel
from stancedesk.ui.look import heading_font, small_font


class Heading(QWidget):
    """A heading with a link.

    Args:
        title: In ordinary case; shown in capitals.
        name: What the link does, for a screen reader: "Reset the country filter".
    """

    clicked = Signal()

    def __init__(self, title: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = ElidedLabel(title.upper())
        self.title.setProperty("look", "second")
        self.title.setFont(heading_font())
        self.title.setAccessibleName(title)
        self.link = Link()
        self.link.setAccessibleName(name)
        self.link.setToolTip(name)
        self.link.clicked.connect(self.clicked)
        self.link.hide()
        self.link.setFont(small_font())
        row.addWidget(self.title, 1)
        row.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignRight)
        self._name = name
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)

    def set_link(self, text: str) -> None:
        """Show the link with this text, or hide it when the text is empty."""
        self.link.setText(text)
        self.link.setAccessibleName(f"{self._name}: {text}" if self._name else text)
        self.link.setVisible(bool(text))
