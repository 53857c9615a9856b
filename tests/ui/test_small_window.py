"""A small screen, or a large one with large letters: everything fits or gives way with care."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from small_analyser import SmallAnalyser
from steps import rows, settle

from stancedesk.ui.controls.buttons import Switch
from stancedesk.ui.controls.elided import ElidedButton, ElidedLabel
from stancedesk.ui.dialogs.chart_table import ChartTableDialog
from stancedesk.ui.look import fit
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.settings import Settings

LAPTOP = (853, 533)
"""What a screen of 1280 by 800 is at 150 %."""


@pytest.fixture
def small(opened: MainWindow, qtbot) -> MainWindow:
    opened.resize(*LAPTOP)
    settle(opened, qtbot)
    qtbot.wait(50)
    return opened


def test_the_window_fits_a_small_screen_at_150_per_cent(small: MainWindow) -> None:
    assert (small.width(), small.height()) == LAPTOP
    least = small.minimumSize()
    assert least.width() <= 800
    assert least.height() <= 500


def test_the_columns_of_a_small_window_do_not_cover_one_another(small: MainWindow) -> None:
    bench = small.bench
    for size in (LAPTOP, (small.minimumWidth(), small.minimumHeight())):
        small.resize(*size)
        bench.middle.repaint()
        for page in (bench.filters, bench.pages, bench.right, bench.charts, bench.table):
            right = page.mapTo(small, page.rect().topRight()).x()
            assert right < small.width()
        assert bench.charts.width() == bench.pages.width()
        assert bench.coding.width() == bench.right.width()


def test_every_chart_can_be_reached_where_the_tabs_have_no_room(small: MainWindow) -> None:
    tabs = small.charts.tabs
    assert tabs.usesScrollButtons()
    last = tabs.count() - 1
    tabs.setCurrentIndex(last)
    assert tabs.tabRect(last).right() <= tabs.width()


def test_no_button_of_a_small_window_is_cut(small: MainWindow) -> None:
    cut = [
        each.text()
        for each in small.findChildren(QAbstractButton)
        if each.isVisible()
        and each.text()
        and not isinstance(each, ElidedButton | Switch)  # they end in dots
        and each.width() < each.sizeHint().width()
    ]
    assert not cut


def test_a_side_is_hidden_for_the_charts_and_stays_so(
    opened: MainWindow, settings: Settings, qtbot
) -> None:
    before = opened.bench.pages.width()
    for name in ("side_filters", "side_right"):
        opened.menus.actions[name].trigger()
        assert not opened.menus.actions[name].isChecked()
    qtbot.wait(20)
    assert opened.bench.pages.width() > before + 400
    opened.close()
    again = MainWindow(settings, SmallAnalyser())
    qtbot.addWidget(again)
    assert again.filters.isHidden()
    assert not again.menus.actions["side_filters"].isChecked()
    again.menus.actions["side_filters"].trigger()
    assert not again.filters.isHidden()
    assert again.menus.actions["side_filters"].isChecked()


def test_a_long_name_ends_in_dots_and_the_tip_has_it_in_full(opened: MainWindow, qtbot) -> None:
    name = "Deputy Commissioner & Special Representative of the United Archipelago " * 2
    opened.session.select([rows(opened)[0].id])
    opened.session.code({"person": name.strip()})
    settle(opened, qtbot)
    value = opened.coding.speaker.value
    assert value.text().endswith("…")
    assert value.words == name.strip()
    assert name.strip() in value.toolTip()
    assert value.fontMetrics().horizontalAdvance(value.text().replace("&&", "&")) < value.width()


def test_a_heading_gives_way_to_what_the_filter_says(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    title = ElidedLabel("COUNTRY, ORGANISATION")
    assert title.minimumSizeHint().width() == 0


def test_the_figures_of_a_chart_stand_point_below_point(qtbot) -> None:
    table = (("country", "mean", "n"), [("Varland", -0.2679, 8), ("Merida", 0.5, 1200)])
    dialog = ChartTableDialog("Stance", table)
    qtbot.addWidget(dialog)
    cells = dialog.cells
    assert [cells.item(row, 1).text() for row in (0, 1)] == ["−0.268", "0.500"]
    assert [cells.item(row, 2).text() for row in (0, 1)] == ["8", "1,200"]
    for column in range(3):
        head = cells.horizontalHeaderItem(column).textAlignment()
        assert head == cells.item(0, column).textAlignment()


def test_a_dialog_is_no_larger_than_the_screen(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    room = holder.screen().availableSize()
    fit(holder, 9_000, 9_000)
    assert holder.width() < room.width()
    assert holder.height() < room.height()
    fit(holder, 300, 200)
    assert (holder.width(), holder.height()) == (300, 200)
