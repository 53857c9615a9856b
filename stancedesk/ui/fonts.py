"""Inter, shipped with the application, in the sizes and weights of the design.

Qt 6.10 doesn't choose a weight from a variable font that was added at run time: "bold" is smeared
and 600 is ignored, in style sheets too. So weights are set on the font's own axis, here.

Inter's tabular figures come with a hyphen half as wide again, which tears words apart: they are
for columns of figures, not for running text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_inter
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
BODY, LABEL, HEADING = 13, 11, 18
"""Sizes in pixels."""


@cache
def load() -> str:
    """Add Inter to the application's fonts, once; gives the family's name.

    Needs a QGuiApplication. Falls back to the system's sans-serif family.
    """
    families: list[str] = []
    for path in sorted((Path(fontpkg_inter.__file__).parent / "files").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFont().defaultFamily()


@cache
def _font(size: float, weight: int, italic: bool, hinted: bool, tabular: bool) -> QFont:
    font = QFont(load())
    font.setPixelSize(max(1, round(size)))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setItalic(italic)
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if not hinted:
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def font(
    size: float = BODY,
    weight: int = REGULAR,
    italic: bool = False,
    hinted: bool = False,
    tabular: bool = False,
) -> QFont:
    """Inter.

    Args:
        size: Height in pixels.
        weight: 100 to 900; use REGULAR, MEDIUM, SEMIBOLD or BOLD.
        italic: Slanted.
        hinted: Fit to the pixel grid; never for what is drawn scaled.
        tabular: Figures of one width, for columns of figures.
    """
    return QFont(_font(size, weight, italic, hinted, tabular))


@cache
def metrics(size: float, weight: int = REGULAR, tabular: bool = False) -> QFontMetricsF:
    """Measures of an unhinted font."""
    return QFontMetricsF(_font(size, weight, False, False, tabular))
