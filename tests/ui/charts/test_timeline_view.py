"""The timeline answers to pointer and keys."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from made_up_charts import FIRST, timeline
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from stancedesk.core.model import Judgement, Kind, Row
from stancedesk.core.series import iso_of
from stancedesk.errors import UserError
from stancedesk.ui.charts.timeline import TimelineView
from stancedesk.ui.theme import DARK, LIGHT


def row_of(number: int) -> Row:
    if number == 13:
        raise UserError("This statement is no longer in the project.")
    judgement = Judgement(speaker_text="she", person="Ilse Haran", country="MER", stance=-0.5)
    return Row(number, 1, ((0, 9),), "“We will answer at sea.”", Kind.DIRECT, None, None, judgement,
               "2032-01-05", "The Harbour Post", "Second ship", "machine", False)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> TimelineView:
    # Otherwise pyqtgraph drops moves that follow each other faster than a hand can.
    monkeypatch.setitem(pg.CONFIG_OPTIONS, "mouseRateLimit", -1)
    result = TimelineView(row_of)
    qtbot.addWidget(result)
    result.resize(760, 460)
    result.show()
    result.set_data(timeline(), LIGHT)
    return result


def place_of(view: TimelineView, number: int) -> QPoint:
    layout = view.plot
    assert layout is not None
    assert view.figure is not None
    for series in view.figure.data.series:
        for at, each in enumerate(series.ids.tolist()):
            if each == number:
                x = layout.plot.to_x(float(series.days[at]) + 0.5)
                return QPointF(x, layout.plot.to_y(float(series.stances[at]))).toPoint()
    raise AssertionError(number)


def lonely(view: TimelineView) -> int:
    """A statement that no other point covers."""
    for number in range(1, 600):
        if number != 13 and view.point_at(QPointF(place_of(view, number))) == number:
            return number
    raise AssertionError("every point is covered")


def viewport(view: TimelineView) -> QWidget:
    return view.findChild(QGraphicsView).viewport()


def drag(
    view: TimelineView,
    start: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    moves = [
        (QEvent.Type.MouseMove, start + (end - start) * n / 5, none, left) for n in range(1, 6)
    ]
    for kind, at, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        *moves,
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        target = viewport(view)
        where = QPointF(at)
        event = QMouseEvent(kind, where, QPointF(target.mapToGlobal(at)), button, buttons, keys)
        QApplication.sendEvent(target, event)


def test_a_click_on_a_point_tells_its_statement(qtbot: QtBot, view: TimelineView) -> None:
    number = lonely(view)
    with qtbot.waitSignal(view.statement_clicked) as told:
        qtbot.mouseClick(viewport(view), Qt.MouseButton.LeftButton, pos=place_of(view, number))
    assert told.args == [number]


def test_the_hover_card_says_who_when_what_and_how(view: TimelineView) -> None:
    number = lonely(view)
    card = view.card_of(number)
    assert card is not None
    assert card.heading.startswith("Ilse Haran, ")
    assert "203" in card.heading
    assert card.text == "“We will answer at sea.”"
    assert card.figure[0] in "+−0"
    assert "The Harbour Post" in card.foot


def test_a_statement_that_is_gone_has_no_card(view: TimelineView) -> None:
    assert view.card_of(13) is None
    assert view.card_of(10_000) is None


def test_dragging_in_the_counts_brushes_a_range(qtbot: QtBot, view: TimelineView) -> None:
    layout = view.plot
    assert layout is not None
    assert layout.strip is not None
    y = int(layout.strip.center().y())
    start, end = (round(layout.plot.to_x(FIRST + day)) for day in (30.5, 60.5))
    before = view.visible
    with qtbot.waitSignal(view.range_brushed) as told:
        drag(view, QPoint(end, y), QPoint(start, y))
    assert told.args == [iso_of(FIRST + 30), iso_of(FIRST + 60)]
    assert view.visible == before


def test_dragging_with_shift_in_the_plot_brushes_too(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignal(view.range_brushed):
        drag(view, QPoint(200, 200), QPoint(300, 200), Qt.KeyboardModifier.ShiftModifier)


def test_dragging_pans_a_zoomed_view_and_never_leaves_the_data(
    qtbot: QtBot, view: TimelineView
) -> None:
    whole = view.visible
    view.setFocus()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    zoomed = view.visible
    assert zoomed[1] - zoomed[0] < (whole[1] - whole[0]) / 2
    drag(view, QPoint(300, 200), QPoint(400, 200))
    assert view.visible[0] < zoomed[0]
    for _ in range(8):
        drag(view, QPoint(100, 200), QPoint(600, 200))
    assert view.visible[0] == pytest.approx(whole[0])
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.visible == pytest.approx(whole)


def test_a_double_click_shows_all_again(qtbot: QtBot, view: TimelineView) -> None:
    whole = view.visible
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.visible != whole
    qtbot.mouseDClick(viewport(view), Qt.MouseButton.LeftButton, pos=QPoint(400, 180))
    qtbot.mouseRelease(viewport(view), Qt.MouseButton.LeftButton, pos=QPoint(400, 180))
    assert view.visible == pytest.approx(whole)


def test_keys_step_through_the_points_in_order_of_day(qtbot: QtBot, view: TimelineView) -> None:
    days = {}
    for series in view.figure.data.series:  # type: ignore[union-attr]
        days |= dict(zip(series.ids.tolist(), series.days.tolist(), strict=True))
    seen: list[int] = []
    view.statement_clicked.connect(seen.append)
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(set(seen[:6])) == 6
    assert [days[number] for number in seen[:6]] == sorted(days[number] for number in seen[:6])
    assert seen[6] == seen[4]


def test_selecting_brings_a_point_out_of_sight_into_it(view: TimelineView) -> None:
    last = int(view.figure.data.series[0].ids[-1])  # type: ignore[union-attr]
    view.select(None)
    low = view.visible[0]
    view._box.setXRange(low, low + 10, padding=0)
    view.select(last)
    day = float(view.figure.data.series[0].days[-1])  # type: ignore[union-attr]
    assert view.visible[0] <= day + 0.5 <= view.visible[1]


def test_the_selected_point_is_ringed(view: TimelineView) -> None:
    number = lonely(view)
    before = view.grab().toImage()
    view.select(number)
    assert view.grab().toImage() != before


def test_changing_the_theme_keeps_the_zoom(qtbot: QtBot, view: TimelineView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    zoomed = view.visible
    view.set_data(timeline(), DARK)
    assert view.visible == zoomed
    assert view.grab().toImage().pixelColor(3, 3).name().upper() == DARK.panel


def test_an_empty_selection_says_so_and_can_be_left_again(view: TimelineView) -> None:
    view.set_data(timeline(0, 0), LIGHT)
    empty = view.grab().toImage()
    assert view.plot is None
    assert view.point_at(QPointF(300, 200)) is None
    view.set_hint("Nothing yet", "Drop files here.")
    assert view.grab().toImage() != empty
    view.set_data(timeline(), LIGHT)
    assert view.plot is not None


def test_the_table_of_the_chart_holds_its_bins(view: TimelineView) -> None:
    header, rows = view.as_table()
    assert header[0] == "country"
    assert len(rows) == sum(len(s.bins) for s in view.figure.data.series)  # type: ignore[union-attr]


def test_the_chart_describes_itself_to_a_screen_reader(view: TimelineView) -> None:
    assert view.accessibleName()
    assert "Merida" in view.accessibleDescription()
