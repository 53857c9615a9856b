"""The theme's tokens as colours and fonts for painted controls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from stancedesk.ui import fonts
from stancedesk.ui.theme import DARK, LIGHT, Theme, mix


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of painted controls in one theme."""

    theme: Theme
    ink: QColor
    second: QColor
    hairline: QColor
    panel: QColor
    ground: QColor
    track: QColor
    axis: QColor
    off: QColor
    knob: QColor
    box: QColor
    hover: QColor
    accent: QColor
    fill: QColor
    on_accent: QColor
    selection: QColor

    def stance(self, value: float) -> QColor:
        """Full colour of the side on which a stance lies."""
        return QColor(self.theme.escalates if value < 0 else self.theme.deescalates)

    def stance_text(self, value: float) -> QColor:
        """Colour of a figure that says a stance."""
        return QColor(self.theme.stance_text(value))

    def level(self, value: int) -> QColor:
        """Colour of a level in -2..2: full at the ends, half between, the track at 0."""
        if value == 0:
            return self.theme.even
        return mix(self.panel, self.stance(value), 1.0 if abs(value) == 2 else 0.5)

    def wash(self, value: float) -> QColor:
        """A pale ground for text with this stance; text keeps its contrast on it."""
        if abs(value) < 0.1:
            return mix(self.panel, QColor(self.theme.neutral), 0.16)
        strength = 0.13 + 0.12 * min(1.0, abs(value))
        return mix(self.panel, self.stance(value), strength + (0.1 if self.theme.dark else 0.0))


@cache
def _look(theme: Theme) -> Look:
    return Look(
        theme=theme,
        ink=QColor(theme.ink),
        second=QColor(theme.second),
        hairline=QColor(theme.hairline),
        panel=QColor(theme.panel),
        ground=QColor(theme.ground),
        track=QColor(theme.track),
        axis=mix(QColor(theme.track), QColor(theme.second), 0.6),
        off=mix(QColor(theme.track), QColor(theme.control), 0.35),
        knob=QColor("#FFFFFF"),
        box=QColor(theme.control),
        hover=QColor(theme.hover),
        accent=QColor(theme.accent),
        fill=QColor(theme.accent_fill),
        on_accent=QColor(theme.on_accent),
        selection=QColor(theme.selection),
    )


def current_theme() -> Theme:
    """The theme that the application is shown in."""
    base = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return DARK if base.lightness() < 128 else LIGHT


def current_look() -> Look:
    """Colours of the theme that the application is shown in."""
    return _look(current_theme())


def with_alpha(colour: QColor, alpha: float) -> QColor:
    """The colour with an opacity from 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def small_font() -> QFont:
    """Inter at the size of labels."""
    return fonts.font(fonts.LABEL, hinted=True)


def strong_font(size: float = fonts.BODY) -> QFont:
    """Inter, semibold."""
    return fonts.font(size, fonts.SEMIBOLD, hinted=True)


def heading_font() -> QFont:
    """Small spaced capitals for headings of groups."""
    font = fonts.font(fonts.LABEL, fonts.SEMIBOLD, hinted=True)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return font


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size in pixels, or what the screen has room for with a title bar."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - 24), min(height, room.height() - 56))


def label(text: str = "", look: str = "", font: QFont | None = None) -> QLabel:
    """A label in one of the style sheet's looks ("second", "caption", "warning")."""
    result = QLabel(text)
    # A label that guesses takes a name or title that looks like a page for one.
    result.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        result.setProperty("look", look)
    if font is not None:
        result.setFont(font)
    return result


EXTRA_SHEET = """
QToolButton#chip {{ background: {hover}; color: {ink}; border: 1px solid {hover};
    border-radius: 11px; padding: 3px 9px; }}
QToolButton#chip:hover {{ border-color: {control}; }}
QToolButton#chip:checked {{ background: {selection}; color: {accent}; border-color: {accent}; }}
QToolButton#chip:focus {{ border-color: {accent}; }}
QPushButton#link {{ background: transparent; color: {accent}; border: none; padding: 1px 0;
    min-height: 16px; text-align: left; }}
QPushButton#link:hover, QPushButton#link:focus {{ text-decoration: underline; }}
QPushButton#link:disabled {{ color: {second}; background: transparent; }}
QPushButton#value {{ background: transparent; border: none; padding: 0; min-height: 18px;
    text-align: left; }}
QPushButton#value:hover, QPushButton#value:focus {{ color: {accent}; text-decoration: underline; }}
QListView#tickList {{ background: transparent; border: none; }}
QListView#tickList::item {{ padding: 0; }}
QLabel#escalates {{ color: {escalates_text}; }}
QLabel#deescalates {{ color: {deescalates_text}; }}
QFrame#banner {{ background: {selection}; border: none; border-bottom: 1px solid {hairline}; }}
QFrame#banner[kind="warning"], QFrame#banner[kind="error"] {{ background: {warning_ground}; }}
QFrame#banner QPlainTextEdit {{ background: {panel}; border: 1px solid {hairline}; }}
QLabel#bannerMark {{ color: {accent}; }}
QLabel#bannerMark[kind="warning"], QLabel#bannerMark[kind="error"] {{ color: {warning}; }}
QFrame#topBar {{ background: {panel}; border: none; border-bottom: 1px solid {hairline}; }}
QFrame#side, QWidget#sideInner {{ background: {panel}; border: none; }}
QFrame#levelButtons QToolButton {{ border: 1px solid {hairline}; background: {ground}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QTabBar#views::tab {{ padding: 10px 4px 9px 4px; margin: 0 7px; }}
"""


def extra_sheet(theme: Theme) -> str:
    """Rules for the window's own controls, after the application's style sheet."""
    tokens = {name: getattr(theme, name) for name in theme.__slots__}
    return EXTRA_SHEET.format(**{k: v for k, v in tokens.items() if isinstance(v, str)})
