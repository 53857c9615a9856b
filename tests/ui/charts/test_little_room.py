"""Charts with little room: what has none is counted, and no word lies on another."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import made_up_charts as made
import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from stancedesk.core.model import Query
from stancedesk.services.matrices import MatrixData
from stancedesk.services.spread import DistributionData, Levels
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.base import Canvas, Frame, Legend
from stancedesk.ui.charts.cell_figure import ends_across, ends_upwards, rows_in
from stancedesk.ui.charts.compare import CompareFigure
from stancedesk.ui.charts.distribution import DistributionFigure
from stancedesk.ui.charts.dyads import DyadsFigure
from stancedesk.ui.charts.header import header, rows_of
from stancedesk.ui.theme import DARK, LIGHT, Theme

MANY = 14
pytestmark = pytest.mark.usefixtures("qapp")


class Listening(Canvas):
    """A canvas that keeps what is drawn on it: words with their places, lines."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.words: list[tuple[str, float, float, bool]] = []
        self.lines: list[tuple[Any, Any]] = []

    def text(self, x, y, text, *rest, **more) -> None:  # type: ignore[no-untyped-def]
        self.words.append((text, x, y, bool(more.get("turned"))))
        super().text(x, y, text, *rest, **more)

    def line(self, start, end, *rest, **more) -> None:  # type: ignore[no-untyped-def]
        self.lines.append((start, end))
        super().line(start, end, *rest, **more)


def drawn(paint: Callable[[Canvas], object], width: int = 600, height: int = 300) -> Listening:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    canvas = Listening(painter)
    paint(canvas)
    painter.end()
    return canvas


def spread() -> DistributionFigure:
    actors = tuple(Levels(f"C{i:02}", f"Land {i}", (1, 2, 3, 2, 1), 0.1) for i in range(MANY))
    return DistributionFigure(DistributionData(Query(), "country", actors, title="Spread"), LIGHT)


def speakers() -> DyadsFigure:
    names = tuple(f"Land {i}" for i in range(MANY))
    codes = tuple(f"C{i:02}" for i in range(MANY))
    mean, counts = np.full((MANY, 2), 0.3), np.full((MANY, 2), 4)
    data = MatrixData(
        "dyads", Query(), "country", codes, names, codes[:2], names[:2], mean, counts, title="Who"
    )  # fmt: skip
    return DyadsFigure(data, LIGHT)


@pytest.mark.parametrize("figure", [spread, speakers])
def test_rows_without_room_are_counted_and_those_with_it_lie_apart(figure) -> None:
    low = drawn(lambda canvas: figure().paint(canvas, QRectF(0, 0, 600, 160)))
    names = [each for each in low.words if each[0].startswith("Land") and each[1] == 8.0]
    assert 2 <= len(names) < MANY
    gaps = [after[2] - before[2] for before, after in itertools.pairwise(names)]
    assert min(gaps) >= 12
    assert f"and {MANY - len(names)} more" in [word for word, *_ in low.words]
    high = drawn(lambda canvas: figure().paint(canvas, QRectF(0, 0, 600, 500)), height=500)
    assert not [word for word, *_ in high.words if word.endswith("more")]


def test_one_row_is_drawn_even_without_room() -> None:
    assert rows_in(5, 4) == 1
    assert rows_in(13 * 4, 4) == 4
    assert rows_in(13 * 4, 5) == 3


def test_the_ends_of_a_low_scale_do_not_lie_on_one_another() -> None:
    low = drawn(lambda canvas: ends_upwards(canvas, 14, 20, 90))
    (_, _, up, turned), (_, _, down, _) = low.words
    assert not turned
    assert down - up > 20
    high = drawn(lambda canvas: ends_upwards(canvas, 14, 20, 280))
    assert all(turned for *_, turned in high.words)


def test_no_leader_runs_across_a_gap_like_a_line_of_the_chart() -> None:
    frame = Frame(QRectF(60, 10, 400, 200), (0, 100), (-1, 1))
    style = LIGHT.actor(0)
    far = drawn(lambda c: marks.end_labels(c, frame, [(20, 0.5, "Iran", "9", style)]))
    assert "Iran" in [word for word, *_ in far.words]
    assert not far.lines
    near = drawn(lambda c: marks.end_labels(c, frame, [(98, 0.5, "Iran", "9", style)]))
    assert near.lines


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_neutral_can_be_seen_on_the_panel(theme: Theme) -> None:
    def light(colour: QColor) -> float:
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
                 for each in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    shades = sorted((light(theme.even), light(QColor(theme.panel))))
    assert (shades[1] + 0.05) / (shades[0] + 0.05) > 1.5


class Crowd:
    """A chart of sixty persons, one of them with a long name."""

    title = "Stance of 60 persons"

    def legend_for(self, _width: float) -> tuple[Legend, ...]:
        names = [f"Person number {n}" for n in range(59)]
        names.insert(1, "His Excellency the Deputy Commissioner " * 5)
        return tuple(Legend(name, 1, LIGHT.actor(n)) for n, name in enumerate(names))


def test_a_legend_of_sixty_leaves_the_room_to_the_chart_and_says_how_many_it_left_out() -> None:
    tops = []
    canvas = drawn(lambda canvas: tops.append(header(canvas, Crowd(), 640.0)), width=640)
    assert tops[0] == header(None, Crowd(), 640.0) < 120
    names = [word for word, *_ in canvas.words if word.startswith("Person")]
    (more,) = [word for word, *_ in canvas.words if word.endswith(" more")]
    assert more == f"and {59 - len(names)} more"
    for word, x, *_ in canvas.words:
        assert x + Canvas.width(word, 12) <= 640


def test_entries_of_a_legend_are_set_in_lines_and_counted_where_they_have_none() -> None:
    assert rows_of([50, 50, 50], 100, 2) == ([(0, 0), (50, 0), (0, 1)], 0)
    assert rows_of([50] * 5, 100, 2) == ([(0, 0), (50, 0), (0, 1)], 2)
    assert rows_of([], 100, 2) == ([], 0)
    assert rows_of([500, 500], 100, 1) == ([(0, 0)], 1)


def test_panels_without_room_are_counted() -> None:
    three = made.timeline(3)
    figure = CompareFigure(replace(three, series=three.series * 20, codes=made.CODES * 20), LIGHT)
    cells: list[Any] = []
    canvas = drawn(lambda c: cells.extend(figure.paint(c, QRectF(0, 0, 640, 300))), 640, 320)
    assert 8 <= len(cells) < 60
    assert min(cell.rect.height() for cell in cells) > 50
    assert f"and {60 - len(cells)} more" in [word for word, *_ in canvas.words]


def test_the_ends_of_a_short_scale_stand_one_above_the_other() -> None:
    (_, _, low, _), (_, _, high, _) = drawn(lambda c: ends_across(c, 20, 90, 60)).words
    assert low - high >= 12
    (_, _, left, _), (_, _, right, _) = drawn(lambda c: ends_across(c, 20, 400, 60)).words
    assert left == right
