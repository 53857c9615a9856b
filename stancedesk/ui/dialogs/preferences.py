"""Preferences: theme and coder's name."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from stancedesk.ui.look import label, small_font
from stancedesk.ui.settings import Settings

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


class PreferencesDialog(QDialog):
    """Writes to the settings when accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self._settings = settings
        self.theme = QComboBox()
        self.theme.setAccessibleName("Theme")
        for name, words in THEMES:
            self.theme.addItem(words, name)
        self.theme.setCurrentIndex([name for name, _ in THEMES].index(settings.theme))
        self.coder = QLineEdit(settings.coder)
        self.coder.setAccessibleName("Your name as coder")
        self.coder.setMinimumWidth(240)
        hint = label("Your judgements are kept under this name.", "second", small_font())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 16)
        form.setSpacing(12)
        form.addRow("Theme", self.theme)
        form.addRow("Coder", self.coder)
        form.addRow("", hint)
        form.addRow(buttons)

    def accept(self) -> None:
        """Keep the choices."""
        self._settings.theme = str(self.theme.currentData())
        self._settings.coder = self.coder.text()
        super().accept()
