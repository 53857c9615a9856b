"""Icons: small line drawings in resources/icons, coloured by the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from stancedesk import paths
from stancedesk.ui.theme import Theme

SIZES = (16, 24, 32, 48)


def icon(name: str, theme: Theme) -> QIcon:
    """The drawing `resources/icons/NAME.svg` in the theme's ink, fainter where disabled."""
    result = QIcon()
    for size in SIZES:
        result.addPixmap(_drawn(name, theme.ink, size))
        result.addPixmap(_drawn(name, theme.disabled, size), QIcon.Mode.Disabled)
    return result


def coloured(name: str, colour: str) -> QIcon:
    """The same drawing in another colour, "#RRGGBB"."""
    result = QIcon()
    for size in SIZES:
        result.addPixmap(_drawn(name, colour, size))
    return result


def application() -> QIcon:
    """The application's own icon."""
    result = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        result.addPixmap(_drawn("stancedesk", "", size))
    return result


@cache
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = QByteArray(text.replace("currentColor", colour).encode())
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(source).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QPixmap.fromImage(image)
