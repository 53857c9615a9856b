"""The tour leads through the five parts of the window by keys and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.tour import Tour


def test_the_tour_shows_five_parts_and_ends(opened: MainWindow, qtbot) -> None:
    opened.menus.actions["tour"].trigger()
    tour = opened.findChild(Tour)
    bench = opened.bench
    seen = []
    ended: list[bool] = []
    tour.ended.connect(lambda: ended.append(True))
    for _ in range(5):
        seen.append(tour.lit().size())
        assert opened.rect().contains(tour.card.geometry())
        assert tour.words.text()
        QTest.mouseClick(tour.on, Qt.MouseButton.LeftButton)
    parts = (bench.filters, bench.charts, bench.table, bench.reader, bench.coding)
    assert seen == [part.size() for part in parts]
    assert ended == [True]
    assert opened.settings.toured


def test_keys_go_back_and_end_the_tour(opened: MainWindow, qtbot) -> None:
    opened.help.tour()
    tour = opened.findChild(Tour)
    QTest.keyClick(tour, Qt.Key.Key_Right)
    assert tour.place.text() == "2 of 5"
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.place.text() == "1 of 5"
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_the_tour_is_offered_once(opened: MainWindow, qtbot) -> None:
    opened.help.offer_tour()
    opened.findChild(Tour).finish()
    qtbot.wait(20)
    opened.help.offer_tour()
    assert opened.findChild(Tour) is None
