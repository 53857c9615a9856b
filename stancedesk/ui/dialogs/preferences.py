"""Preferences: theme, language, coder's name and backups."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from stancedesk.services.language import marked
from stancedesk.ui.look import label, small_font
from stancedesk.ui.settings import Settings
from stancedesk.ui.translation import LANGUAGES, tr

THEMES = (("system", marked("As the system")), ("light", marked("Light")), ("dark", marked("Dark")))


class PreferencesDialog(QDialog):
    """Writes to the settings when accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._settings = settings
        self.theme = QComboBox()
        self.theme.setAccessibleName(tr("Theme"))
        for name, words in THEMES:
            self.theme.addItem(tr(words), name)
        self.theme.setCurrentIndex([name for name, _ in THEMES].index(settings.theme))
        self.language = QComboBox()
        self.language.setAccessibleName(tr("Language"))
        for code, own in LANGUAGES:
            self.language.addItem(own if code else tr(own), code)
        self.language.setCurrentIndex([code for code, _ in LANGUAGES].index(settings.language))
        later = label(tr("Takes effect when StanceDesk starts again."), "second", small_font())
        self.coder = QLineEdit(settings.coder)
        self.coder.setAccessibleName(tr("Your name as coder"))
        self.coder.setMinimumWidth(240)
        hint = label(tr("Your judgements are kept under this name."), "second", small_font())
        self.backup = QCheckBox(tr("Keep a backup beside each project"))
        self.backup.setChecked(settings.flag("backup", True))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 16)
        form.setSpacing(12)
        form.addRow(tr("Theme"), self.theme)
        form.addRow(tr("Language"), self.language)
        form.addRow("", later)
        form.addRow(tr("Coder"), self.coder)
        form.addRow("", hint)
        form.addRow("", self.backup)
        form.addRow(buttons)

    def accept(self) -> None:
        """Keep the choices."""
        self._settings.theme = str(self.theme.currentData())
        self._settings.language = str(self.language.currentData())
        self._settings.coder = self.coder.text()
        self._settings.set_flag("backup", self.backup.isChecked())
        super().accept()
