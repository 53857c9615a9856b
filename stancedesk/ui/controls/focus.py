"""Focus that came by key, which has to be shown, as against a click, which shows itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
