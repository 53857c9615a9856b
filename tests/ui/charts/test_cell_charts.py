"""Heatmap, dyads, distribution and changes draw their cells, and narrow to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import made_up_charts as made_up
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stancedesk.ui.charts.changes import ChangesFigure, ChangesView
from stancedesk.ui.charts.compare import CompareFigure, CompareView
from stancedesk.ui.charts.distribution import DistributionFigure, DistributionView
from stancedesk.ui.charts.dyads import DyadsFigure, DyadsView
from stancedesk.ui.charts.export import Sheet, caption_of, render
from stancedesk.ui.charts.figure_view import FigureView
from stancedesk.ui.charts.heatmap import HeatmapFigure, HeatmapView
from stancedesk.ui.charts.scale import ink_on
from stancedesk.ui.theme import DARK, LIGHT, Theme

KINDS = {
    "heatmap": (made_up.heatmap, HeatmapView, HeatmapFigure),
    "dyads": (made_up.dyads, DyadsView, DyadsFigure),
    "distribution": (made_up.distribution, DistributionView, DistributionFigure),
    "compare": (lambda: made_up.timeline(3), CompareView, CompareFigure),
    "changes": (made_up.changes, ChangesView, ChangesFigure),
}
each_kind = pytest.mark.parametrize("kind", list(KINDS))


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[str], FigureView]:
    def show(kind: str) -> FigureView:
        data, view, _ = KINDS[kind]
        result = view()
        qtbot.addWidget(result)
        result.resize(760, 460)
        result.set_data(data(), LIGHT)
        result.show()
        return result

    return show


def cell(view: FigureView, **filters: Any) -> int:
    return next(i for i, each in enumerate(view.cells) if each.filters == filters)


def test_compared_actors_have_a_panel_each_on_one_scale(
    shown: Callable[[str], FigureView],
) -> None:
    view = shown("compare")
    assert [each.filters for each in view.cells] == [
        {"countries": (code,)} for code in made_up.CODES
    ]
    sizes = {(round(each.rect.width()), round(each.rect.height())) for each in view.cells}
    assert len(sizes) == 1
    assert "dated statements" in view.cells[0].card.foot


def test_a_heatmap_has_a_cell_for_each_actor_and_bin_with_statements(
    shown: Callable[[str], FigureView],
) -> None:
    view = shown("heatmap")
    assert len(view.cells) == int((made_up.heatmap().counts > 0).sum())
    first = view.cells[0]
    assert set(first.filters) == {"countries", "date_from", "date_to", "undated"}
    assert "statement" in first.card.foot


def test_a_click_on_a_dyad_narrows_to_speaker_and_target(
    qtbot: QtBot, shown: Callable[[str], FigureView]
) -> None:
    view = shown("dyads")
    at = cell(view, countries=("MER",), targets=("OST",))
    with qtbot.waitSignal(view.narrowed) as told:
        where = view.cells[at].rect.center().toPoint()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [{"countries": ("MER",), "targets": ("OST",)}]


def test_a_dyad_has_the_colour_of_its_mean(shown: Callable[[str], FigureView]) -> None:
    view = shown("dyads")
    at = cell(view, countries=("OST",), targets=("VAR",))
    corner = view.cells[at].rect.topLeft().toPoint()
    found = view.grab().toImage().pixelColor(corner.x() + 4, corner.y() + 4)
    assert found.name().upper() == LIGHT.escalates


def test_bars_of_a_distribution_have_the_widths_of_their_shares(
    shown: Callable[[str], FigureView],
) -> None:
    view = shown("distribution")
    merida = [each.rect.width() for each in view.cells if each.filters["countries"] == ("MER",)]
    assert np.array(merida) / sum(merida) == pytest.approx([0.4, 0.3, 0.2, 0.1])


def test_bars_of_a_distribution_meet_in_the_middle_of_neutral(
    shown: Callable[[str], FigureView],
) -> None:
    view = shown("distribution")
    middles = {
        round(each.rect.center().x(), 3) for each in view.cells if each.filters["levels"] == (0,)
    }
    assert len(middles) == 1


def test_changes_are_listed_by_size_and_told_in_words(shown: Callable[[str], FigureView]) -> None:
    view = shown("changes")
    sizes = [abs(float(row[3])) for row in view.as_table()[1]]  # type: ignore[arg-type]
    assert sizes == sorted(sizes, reverse=True)
    assert len(view.cells) == len(sizes)
    assert "n =" in view.cells[0].card.text


@each_kind
def test_arrow_keys_go_from_cell_to_cell_and_return_narrows(
    qtbot: QtBot, shown: Callable[[str], FigureView], kind: str
) -> None:
    view = shown(kind)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    first = view.shown_card()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.shown_card() not in (None, first)
    with qtbot.waitSignal(view.narrowed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args[0]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.shown_card() is None


@each_kind
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_each_kind_can_be_exported_in_every_format(
    qapp: QApplication, kind: str, theme: Theme
) -> None:
    data, _, figure = KINDS[kind]
    sheet = Sheet(1000, 600, look="dark" if theme.dark else "light")
    drawn, caption = figure(data(), theme), caption_of(data())
    picture = QImage.fromData(render(drawn, caption, sheet))
    assert (picture.width(), picture.height()) == (1000, 600)
    assert picture.pixelColor(1, 1).name().upper() == theme.panel
    assert picture.text("Title") == data().title
    assert render(drawn, caption, sheet, "svg").startswith(b"<?xml")
    assert render(drawn, caption, sheet, "pdf").startswith(b"%PDF")


@each_kind
def test_a_table_goes_with_each_kind(shown: Callable[[str], FigureView], kind: str) -> None:
    header, rows = shown(kind).as_table()
    assert rows
    assert all(len(row) == len(header) for row in rows)


def test_figures_on_stance_colours_can_be_read(qapp: QApplication) -> None:
    def luminance(colour: QColor) -> float:
        parts = colour.getRgbF()[:3]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for theme in (LIGHT, DARK):
        for step in range(-20, 21):
            ground = theme.stance(step / 20)
            low, high = sorted((luminance(ground), luminance(QColor(ink_on(ground)))))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (theme.name, step)
