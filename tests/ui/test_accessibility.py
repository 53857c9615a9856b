"""Every control has a name and a role, and Tab goes through the window from left to right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from steps import rows

from stancedesk.ui.main_window import MainWindow

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QTextEdit,
)  # fmt: skip


def controls(window: QWidget) -> list[QWidget]:
    """What a user can act on now; the parts that Qt builds its own widgets of are left out."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), QAbstractSpinBox)
    ]


@pytest.mark.parametrize("page", ["welcome", "project"])
def test_every_control_has_a_name_and_a_role(window: MainWindow, page: str, request) -> None:
    if page == "project":
        opened = request.getfixturevalue("opened")
        opened.session.select([rows(opened)[0].id])
    found = controls(window)
    assert len(found) >= (3 if page == "welcome" else 40)
    for each in found:
        spoken = QAccessible.queryAccessibleInterface(each)
        assert spoken.text(QAccessible.Text.Name), f"{each!r} has no accessible name"
        assert spoken.role() != QAccessible.Role.NoRole


def test_tab_goes_from_search_over_filters_chart_table_and_article_to_coding(
    opened: MainWindow,
) -> None:
    opened.session.select([rows(opened)[0].id])
    order: list[QWidget] = []
    here = opened.top.search.nextInFocusChain()
    while here is not opened.top.search:
        order.append(here)
        here = here.nextInFocusChain()
    stops = [
        opened.filters.countries.view, opened.filters.persons.view, opened.charts.tabs,
        opened.charts.button, opened.charts.view, opened.table, opened.reader.text,
        opened.coding.levels.buttons[-2], opened.coding.confirm,
    ]  # fmt: skip
    places = [order.index(stop) for stop in stops]
    assert places == sorted(places)


def test_cells_speak_their_column_and_value(opened: MainWindow) -> None:
    model = opened.table.table
    texts = [model.data(model.index(0, at), Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert texts[0] == "Date: 5 Jan 2032"
    assert texts[3] == "Stance: −0.80"


def test_values_of_filters_speak_count_and_mean(opened: MainWindow) -> None:
    index = opened.filters.countries.index_of("FIN")
    spoken = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == "Finland: 3 statements, mean stance −0.27"


def test_every_command_of_the_menus_is_listed_in_the_palette(opened: MainWindow) -> None:
    assert len(opened.menus.listed) == len(opened.menus.actions)
    shortcuts = [
        action.shortcut().toString()
        for action in opened.menus.actions.values()
        if not action.shortcut().isEmpty()
    ]
    assert len(shortcuts) == len(set(shortcuts))


def test_no_shortcut_takes_the_key_that_opens_a_menu(opened: MainWindow) -> None:
    menus = {
        f"Alt+{title[title.index('&') + 1].upper()}"
        for title in (action.text() for action in opened.menuBar().actions())
    }
    shortcuts = {action.shortcut().toString() for action in opened.menus.actions.values()}
    assert len(menus) == 5
    assert not menus & shortcuts


def test_every_stop_of_tab_can_be_seen(opened: MainWindow, qtbot) -> None:
    opened.session.select([rows(opened)[0].id])
    unseen = []
    stops = [each for each in controls(opened) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops.append(opened.charts.view)
    assert len(stops) > 40
    for each in stops:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if not each.hasFocus():
            continue  # what is switched off is passed over
        with_focus = each.grab().toImage()
        each.clearFocus()
        if each.grab().toImage() == with_focus:
            unseen.append(each)
    assert not unseen


def test_f6_goes_from_part_to_part_and_passes_over_hidden_ones(opened: MainWindow) -> None:
    opened.session.select([rows(opened)[0].id])
    bench = opened.bench

    def part() -> QWidget:
        here = opened.focusWidget()
        parts = (bench.filters, bench.charts, bench.table, bench.reader, bench.coding)
        return next(each for each in parts if each is here or each.isAncestorOf(here))

    opened.table.setFocus()
    order = []
    for _ in range(5):
        opened.menus.actions["part_next"].trigger()
        order.append(part())
    assert order == [bench.reader, bench.coding, bench.filters, bench.charts, bench.table]
    opened.menus.actions["part_previous"].trigger()
    assert part() is bench.charts
    opened.menus.actions["side_filters"].trigger()
    opened.menus.actions["part_previous"].trigger()
    assert part() is bench.coding
