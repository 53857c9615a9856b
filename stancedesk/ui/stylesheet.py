"""The flat hairline look as a Qt style sheet, from a theme's tokens.

Widgets choose a variant by the dynamic property `look`: buttons "primary", "link", "flat"; labels
"second", "caption", "warning"; frames "panel", "hairline", "banner". Fonts are never set here: a
style sheet cannot set the weight of Inter (see `fonts`).
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from stancedesk import paths

if TYPE_CHECKING:
    from stancedesk.ui.theme import Theme

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $ground; }
QToolTip { background: $card; color: $card_ink; border: 1px solid $card; padding: 4px 6px; }

QFrame[look="panel"] { background: $panel; border: none; }
QFrame[look="hairline"] { background: $hairline; border: none; }
QFrame[look="banner"] { background: $warning_ground; border: none;
    border-bottom: 1px solid $hairline; }
QLabel { background: transparent; }
QLabel[look="second"], QLabel[look="caption"] { color: $second; }
QLabel[look="warning"] { color: $warning; }
QLabel:disabled { color: $disabled; }

QPushButton { background: $panel; color: $ink; border: 1px solid $border; border-radius: 5px;
    padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; background: $ground; border-color: $hairline; }
QPushButton[look="primary"] { background: $accent_fill; color: $on_accent;
    border-color: $accent_fill; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; padding: 4px 13px; }
QPushButton[look="primary"]:disabled { background: $track; color: $disabled;
    border-color: $track; }
QPushButton[look="link"], QPushButton[look="flat"] { background: transparent; border: none;
    padding: 2px 4px; min-height: 16px; }
QPushButton[look="link"] { color: $accent; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { text-decoration: underline; }
QPushButton[look="flat"]:hover, QPushButton[look="flat"]:focus { background: $hover; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
    border-radius: 4px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:checked, QToolButton:pressed { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit[look="field"], QTextEdit[look="field"], QAbstractSpinBox, QComboBox {
    background: $field; color: $ink; border: 1px solid $field; border-radius: 5px;
    padding: 4px 8px; min-height: 18px; selection-background-color: $accent_fill;
    selection-color: $on_accent; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $border; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit[look="field"]:focus,
QTextEdit[look="field"]:focus { background: $panel; border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$name.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $border; padding: 4px;
    selection-background-color: $selection; selection-color: $ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 16px; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up-$name.svg"); width: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-down-$name.svg"); width: 10px; }

QCheckBox, QRadioButton { background: transparent; spacing: 8px; color: $ink; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 13px; height: 13px;
    border: 1px solid $control; border-radius: 3px; background: $panel; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 11px; height: 11px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    border-color: $accent_fill; background: $accent_fill; image: url("$icons/checked.svg"); }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $control;
    border-radius: 7px; background: $panel; }
QRadioButton::indicator:checked { border: 4px solid $accent_fill; width: 7px; height: 7px; }

QTabBar::tear { width: 0; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $second; padding: 8px 10px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }

QTableView, QTreeView, QListView { background: $panel; color: $ink; border: none;
    gridline-color: $hairline; alternate-background-color: $panel;
    selection-background-color: $selection; selection-color: $ink; }
QTableView#statements { border: 1px solid transparent; }
QTableView#statements[framed="true"] { border-color: $accent; }
QTableView::item { border: none; border-bottom: 1px solid $grid; padding: 0 8px; }
QListView::item, QTreeView::item { padding: 3px 6px; border: none; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $selection; color: $ink; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $second; border: none;
    border-bottom: 1px solid $hairline; padding: 7px 8px; }
QHeaderView::section:hover { color: $ink; }
QHeaderView::down-arrow { image: url("$icons/chevron-down-$name.svg"); width: 10px; }
QHeaderView::up-arrow { image: url("$icons/chevron-up-$name.svg"); width: 10px; }
QTableCornerButton::section { background: $panel; border: none; }
QTextBrowser, QTextEdit, QPlainTextEdit { background: $panel; color: $ink; border: none;
    selection-background-color: $accent_fill; selection-color: $on_accent; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenuBar { background: $panel; color: $ink; border-bottom: 1px solid $hairline; }
QMenuBar::item { background: transparent; padding: 5px 9px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $panel; color: $ink; border: 1px solid $border; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 24px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 0; }
QStatusBar { background: $panel; color: $second; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent_fill; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: $track; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent_fill; width: 14px; height: 14px; margin: -5px 0;
    border-radius: 7px; }
QGroupBox { border: none; margin-top: 18px; color: $second; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent_fill;
    selection-color: $on_accent; }
""")


def stylesheet(theme: Theme) -> str:
    """The style sheet of the whole application in `theme`."""
    tokens = {
        name: getattr(theme, name)
        for name in theme.__slots__
        if isinstance(getattr(theme, name), str)
    }
    return _SHEET.substitute(
        tokens,
        border="#3A434E" if theme.dark else "#CDD2DA",
        field=theme.hover,
        handle="#46505D" if theme.dark else "#C5CAD2",
        accent_hover="#3B7ADB" if theme.dark else "#1A4FA0",
        icons=(paths.resources() / "icons").as_posix(),
    )
