"""Marks stand where their values are."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from stancedesk.ui.charts import marks
from stancedesk.ui.charts.base import Canvas, Frame
from stancedesk.ui.theme import LIGHT


def canvas_on(image: QImage) -> Canvas:
    image.fill(QColor(LIGHT.panel))
    return Canvas(QPainter(image), LIGHT)


def inked(image: QImage) -> np.ndarray:
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32)
    return pixels.reshape(image.height(), image.width()) != QColor(LIGHT.panel).rgb()


def test_places_count_statements_and_keep_day_and_stance() -> None:
    days, stances, counts = marks.places(np.array([10, 10, 12]), np.array([0.5, 0.5, -1.0]))
    assert days.tolist() == [10.5, 12.5]
    assert stances.tolist() == [0.5, -1.0]
    assert counts.tolist() == [2, 1]


def test_places_of_nothing_are_nothing() -> None:
    assert [each.size for each in marks.places(np.empty(0), np.empty(0))] == [0, 0, 0]


def test_a_crowd_is_more_opaque_than_one_and_never_hides_what_is_below(qapp: QApplication) -> None:
    single, crowd = marks.opacity(100_000)
    assert 0 < single < crowd < 0.5
    assert marks.opacity(100)[0] > single


@pytest.mark.parametrize("n", [1, marks.DENSE + 1])
def test_points_are_drawn_at_their_true_place_singly_or_as_a_density(
    qapp: QApplication, n: int
) -> None:
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    canvas = canvas_on(image)
    frame = Frame(QRectF(0, 0, 100, 80), (0, 10), (-1, 1))
    days, stances, counts = np.full(n, 2.5), np.full(n, 0.5), np.full(n, 1)
    marks.points(canvas, frame, days, stances, counts, LIGHT.actor(0), (0.9, 0.9))
    canvas.painter.end()
    rows, columns = np.nonzero(inked(image))
    assert columns.mean() == pytest.approx(25, abs=1)
    assert rows.mean() == pytest.approx(20, abs=1)


def test_a_hollow_marker_shows_the_panel_in_its_middle(qapp: QApplication) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    canvas = canvas_on(image)
    marks.draw_marker(canvas, 20, 20, LIGHT.actor(0), 16, hollow=True)
    canvas.painter.end()
    assert image.pixelColor(20, 20) == QColor(LIGHT.panel)
    assert image.pixelColor(20, 12) != QColor(LIGHT.panel)


def test_names_at_the_ends_keep_apart_and_near_their_lines() -> None:
    placed = marks.spread([50, 52, 54, 120], 14, 0, 200)
    assert all(b - a >= 14 - 1e-9 for a, b in pairwise(placed))
    assert placed[3] == 120
    assert sum(placed[:3]) / 3 == pytest.approx(52)


def test_names_stay_inside_the_plot() -> None:
    placed = marks.spread([-30, 5, 198, 199], 14, 0, 200)
    assert min(placed) >= 0
    assert max(placed) <= 200
