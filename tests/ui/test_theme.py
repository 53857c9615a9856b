"""Both themes reach the contrast that WCAG asks for, and no actor looks like a stance."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from stancedesk import paths
from stancedesk.ui import fonts, icons, theme
from stancedesk.ui.theme import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_text_reaches_four_and_a_half_to_one_on_panel_and_ground(look: Theme) -> None:
    for ground in (look.panel, look.ground):
        for ink in (look.ink, look.second, look.accent, look.escalates_text, look.deescalates_text):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ink in (look.card_ink, look.card_second, look.card_escalates, look.card_deescalates):
        assert contrast(ink, look.card) >= 4.5, ink
    assert contrast(look.on_accent, look.accent_fill) >= 4.5
    assert contrast(look.ink, look.selection) >= 4.5
    assert contrast(look.warning, look.warning_ground) >= 4.5


@THEMES
def test_marks_reach_three_to_one_on_the_panel(look: Theme) -> None:
    for colour in (look.escalates, look.deescalates, look.control, look.disabled):
        assert contrast(colour, look.panel) >= 3
    for style in look.actors:
        assert contrast(style.colour, look.panel) >= 3, style


@THEMES
def test_every_actor_has_its_own_marker_and_dash_and_no_stance_colour(look: Theme) -> None:
    assert len({style.marker for style in look.actors}) == len(look.actors)
    assert len({style.dash for style in look.actors}) == len(look.actors)
    assert not {style.colour for style in look.actors} & {look.escalates, look.deescalates}


@THEMES
def test_applying_a_theme_sets_disabled_text_that_can_be_read(
    qapp: QApplication, look: Theme
) -> None:
    theme.apply(qapp, look)
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert contrast(disabled.name(), look.panel) >= 3
    label = QLabel("0123")
    assert label.font().family() == "Inter"


def test_figures_are_of_one_width_where_asked_and_words_keep_their_hyphens(
    qapp: QApplication,
) -> None:
    figures, plain = fonts.metrics(40, tabular=True), fonts.metrics(40)
    assert figures.horizontalAdvance("1111") == figures.horizontalAdvance("0000")
    assert plain.horizontalAdvance("-") < figures.horizontalAdvance("-")


def test_semibold_is_wider_than_regular(qapp: QApplication) -> None:
    heavy = fonts.metrics(40, fonts.SEMIBOLD)
    assert heavy.horizontalAdvance("Stance") > fonts.metrics(40).horizontalAdvance("Stance")


@THEMES
def test_every_icon_can_be_drawn(qapp: QApplication, look: Theme) -> None:
    names = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))
    assert len(names) > 20
    for name in names:
        assert icons.icon(name, look).pixmap(16, 16).toImage().pixelColor(8, 8).isValid()
    assert not icons.application().isNull()


@THEMES
def test_stance_colours_run_from_one_end_through_pale_to_the_other(look: Theme) -> None:
    assert look.stance(-1).name().upper() == look.escalates
    assert look.stance(1).name().upper() == look.deescalates
    assert look.stance(0).name().upper() == look.track
