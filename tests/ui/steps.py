"""What a user does with the window, step by step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from stancedesk.core.model import Row
from stancedesk.ui.filters.tick_list import TickFilter
from stancedesk.ui.main_window import MainWindow


def settle(window: MainWindow, qtbot) -> None:
    """Wait until the newest question is answered to the end."""
    inquirer = window.session._inquirer
    assert inquirer is not None
    qtbot.waitUntil(lambda: inquirer.answered == inquirer.newest, timeout=10_000)
    qtbot.wait(20)


def tick(filter_: TickFilter, key: str) -> None:
    """Click a value of a filter."""
    index = filter_.index_of(key)
    assert index.isValid(), f"{key} is not shown"
    click_item(filter_.view, index)


def click_item(view: QAbstractItemView, index) -> None:
    """Click an item of a list or table in its middle."""
    view.scrollTo(index)
    where = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def press(widget: QWidget, key: str) -> None:
    """Press a key on a widget that has the focus."""
    widget.setFocus()
    QTest.keyClicks(widget, key)


def rows(window: MainWindow) -> list[Row]:
    """The statements in the table, in its order."""
    return window.session.rows([int(each) for each in window.table.table.ids])


def drop(window: MainWindow, *files: Path) -> None:
    """Drop files on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(QPoint(400, 300)), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
