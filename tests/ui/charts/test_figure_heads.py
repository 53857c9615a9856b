"""Names of lines stand in one place; panels fill their rows; the figures of cells share a head."""

from __future__ import annotations

import itertools

import made_up_charts as made
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from stancedesk.core.model import Query
from stancedesk.core.series import Bin, day_of
from stancedesk.services.chart import Context
from stancedesk.services.matrices import build_heatmap
from stancedesk.ui.charts.base import Canvas
from stancedesk.ui.charts.cell_figure import CellFigure
from stancedesk.ui.charts.compare import CompareFigure
from stancedesk.ui.charts.heatmap import HeatmapFigure
from stancedesk.ui.charts.timeline_figure import TimelineFigure
from stancedesk.ui.theme import LIGHT


class Listening(Canvas):
    """A canvas that keeps what is written on it."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.written: list[str] = []

    def text(self, x, y, text, *rest, **more) -> None:  # type: ignore[no-untyped-def]
        self.written.append(text)
        super().text(x, y, text, *rest, **more)


@pytest.mark.parametrize(("actors", "width"), [(2, 900), (3, 900), (3, 500)])
def test_lines_are_named_at_their_ends_or_in_the_legend_never_in_both(
    qapp: QApplication, actors: int, width: int
) -> None:
    figure = TimelineFigure(made.timeline(actors), LIGHT)
    picture = QImage(width, 400, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    canvas = Listening(painter)
    figure.paint(canvas, QRectF(picture.rect()))
    painter.end()
    at_ends = "Merida" in canvas.written
    in_legend = "Merida" in [entry.label for entry in figure.legend_for(width)]
    assert at_ends != in_legend
    assert at_ends == (actors == 3 and width == 900)


def test_panels_leave_no_row_half_empty_where_another_shape_is_near(qapp: QApplication) -> None:
    figure = CompareFigure(made.timeline(3), LIGHT)
    figure._lines = figure._lines * 4
    for width in (620, 900, 1100):
        columns = figure._columns(QRectF(0, 0, width, 330))
        assert 12 % columns == 0


def test_cell_figures_take_title_and_filter_from_their_data(qapp: QApplication) -> None:
    figure = HeatmapFigure(made.heatmap(), LIGHT)
    assert isinstance(figure, CellFigure)
    assert figure.title == "Stance over time"
    assert figure.legend_for(900) == ()
    assert figure.one("VAR") == {"countries": ("VAR",)}


def test_a_heatmap_of_many_years_has_quarters(qapp: QApplication) -> None:
    points = made.points(3, 600, 2400)
    data = build_heatmap(points, Query(), "country", Context(made.NAMES))
    assert data.width is Bin.QUARTER
    assert data.subtitle.startswith("Mean per quarter")
    months = {day[5:7] for day in data.column_codes}
    assert months == {"01", "04", "07", "10"}
    assert data.n == 600
    starts = [day_of(day) for day in data.column_codes]
    assert all(90 <= after - before <= 92 for before, after in itertools.pairwise(starts))
