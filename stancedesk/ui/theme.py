"""The look of the application: colours of the light and the dark theme, and how to apply them.

Stance colours and the actors' colours are Okabe and Ito's (2008), which colour-blind people tell
apart; an actor never gets a stance colour. Where a hue of theirs has less than 3:1 contrast on
the panel it is darkened or lightened to reach it (WCAG 2.2, 1.4.11), and text in a colour uses
the `_text` variant with at least 4.5:1 (1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from stancedesk.ui import fonts
from stancedesk.ui.stylesheet import stylesheet

Marker = Literal["circle", "square", "triangle", "diamond", "wedge", "pentagon", "hexagon", "star"]


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """How one actor is drawn: never by colour alone.

    `dash` is in units of the line's width, empty for a solid line.
    """

    colour: str
    marker: Marker
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme. Colours are "#RRGGBB"."""

    name: str
    dark: bool
    ink: str
    second: str
    hairline: str
    control: str
    grid: str
    track: str
    panel: str
    ground: str
    accent: str
    accent_fill: str
    on_accent: str
    selection: str
    hover: str
    disabled: str
    escalates: str
    neutral: str
    deescalates: str
    escalates_text: str
    deescalates_text: str
    card: str
    card_ink: str
    card_second: str
    card_escalates: str
    card_deescalates: str
    warning: str
    warning_ground: str
    actors: tuple[ActorStyle, ...]

    def actor(self, index: int) -> ActorStyle:
        """Style of the actor at `index` in the order of the selection; repeats after the last."""
        return self.actors[index % len(self.actors)]

    def stance(self, value: float) -> QColor:
        """Colour of a stance in [-1, 1]: pale at 0, full at the ends."""
        end = QColor(self.escalates if value < 0 else self.deescalates)
        return mix(QColor(self.track), end, min(1.0, abs(value)) ** 0.7)

    @property
    def even(self) -> QColor:
        """Ground of what is neutral, where it stands beside the panel and must be seen on it."""
        return mix(QColor(self.track), QColor(self.neutral), 0.35)

    def stance_text(self, value: float) -> str:
        """Colour of a figure that says a stance; the second ink near 0."""
        if abs(value) < 0.1:
            return self.second
        return self.escalates_text if value < 0 else self.deescalates_text


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Colour `share` (0 to 1) of the way from `first` to `second`."""

    def between(low: int, high: int) -> int:
        return round(low + (high - low) * share)

    return QColor(
        between(first.red(), second.red()),
        between(first.green(), second.green()),
        between(first.blue(), second.blue()),
    )


def _actors(*colours: str) -> tuple[ActorStyle, ...]:
    shapes: tuple[tuple[Marker, tuple[float, ...]], ...] = (
        ("circle", ()),
        ("square", (4, 2.5)),
        ("triangle", (6, 2, 1, 2)),
        ("diamond", (1.2, 1.8)),
        ("wedge", (8, 3)),
        ("pentagon", (6, 2, 1, 2, 1, 2)),
        ("hexagon", (2.5, 2.5)),
        ("star", (10, 2, 3, 2)),
    )
    return tuple(ActorStyle(c, m, d) for c, (m, d) in zip(colours, shapes, strict=True))


LIGHT = Theme(
    name="light",
    dark=False,
    ink="#1D232B",
    second="#6B7280",
    hairline="#E2E5EA",
    control="#8A8F98",
    grid="#EEF0F3",
    track="#ECEEF1",
    panel="#FFFFFF",
    ground="#F6F7F9",
    accent="#1F5FBF",
    accent_fill="#1F5FBF",
    on_accent="#FFFFFF",
    selection="#E8F0FC",
    hover="#F0F2F5",
    disabled="#8A8F98",
    escalates="#D55E00",
    neutral="#8A8F98",
    deescalates="#0072B2",
    escalates_text="#B34B00",
    deescalates_text="#0069A3",
    card="#151B29",
    card_ink="#F4F6F9",
    card_second="#A9B1BD",
    card_escalates="#FF9A52",
    card_deescalates="#6CB8F0",
    warning="#8A5A00",
    warning_ground="#FFF6E0",
    actors=_actors(
        "#009E73",
        "#7B4EA3",
        "#B87C00",
        "#3496CC",
        "#C2649A",
        "#3D4652",
        "#8C7A00",
        "#5B7F95",
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    ink="#E7EAEF",
    second="#9DA6B2",
    hairline="#2E353F",
    control="#7A8491",
    grid="#262D36",
    track="#2B323C",
    panel="#1A1F26",
    ground="#12161B",
    accent="#7FB0F7",
    accent_fill="#2B6CD0",
    on_accent="#FFFFFF",
    selection="#223551",
    hover="#232A33",
    disabled="#7F8996",
    escalates="#F0883E",
    neutral="#8A93A0",
    deescalates="#4DA3E0",
    escalates_text="#F39A58",
    deescalates_text="#6CB4E8",
    card="#2D3642",
    card_ink="#F4F6F9",
    card_second="#B9C1CC",
    card_escalates="#FFA869",
    card_deescalates="#7FC2F3",
    warning="#F0C060",
    warning_ground="#33291A",
    actors=_actors(
        "#2BBF93",
        "#B48CDB",
        "#E69F00",
        "#56B4E9",
        "#E08CBB",
        "#C9D0DA",
        "#D6C93B",
        "#8FB4CA",
    ),
)


def by_name(name: str) -> Theme:
    """The theme called "light" or "dark"; "system" follows the desktop's setting."""
    if name == "system":
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application Fusion, our palette, Inter and the flat style sheet of `theme`.

    May be called again to change the theme. Charts take their theme with their data.
    """
    fonts.load()
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(fonts.font(fonts.BODY, hinted=True))
    app.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """Every role of Fusion's palette; its own disabled text and highlight are too faint."""
    role = QPalette.ColorRole
    result = QPalette()
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.panel,
        role.AlternateBase: theme.ground,
        role.Text: theme.ink,
        role.PlaceholderText: theme.second,
        role.Button: theme.panel,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_accent,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.card_ink,
        role.Light: theme.panel,
        role.Midlight: theme.ground,
        role.Mid: theme.hairline,
        role.Dark: theme.control,
        role.Shadow: theme.hairline,
        role.Accent: theme.accent,
    }
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.disabled))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.track))
    return result
