"""Finding a shortcut by key or words, a command in the palette, and the person to merge with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from steps import rows, settle

from stancedesk.services.likeness import Person, ranked
from stancedesk.ui.dialogs.commands import CommandPalette
from stancedesk.ui.dialogs.merge_persons import BELOW, MergePersonsDialog
from stancedesk.ui.dialogs.shortcuts import ShortcutsDialog
from stancedesk.ui.main_window import MainWindow


def shown(dialog: ShortcutsDialog) -> list[str]:
    """Keys of the rows that are shown."""
    cells = dialog.cells
    return [cells.item(at, 0).text() for at in range(cells.rowCount()) if not cells.isRowHidden(at)]


def test_shortcuts_are_found_by_words_and_by_key(window: MainWindow) -> None:
    window.menus.actions["keys"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert len(shown(dialog)) > 30
    QTest.keyClicks(dialog.field, "export chart")
    assert shown(dialog) == ["Ctrl+E"]
    dialog.field.setText("alt+d")
    assert "Alt+D" in shown(dialog)
    dialog.field.setText("no such thing")
    assert not shown(dialog)
    assert not dialog.nothing.isHidden()
    dialog.close()


def test_the_palette_finds_a_command_by_its_key(opened: MainWindow, qtbot) -> None:
    palette = CommandPalette(opened.menus.listed, opened)
    qtbot.addWidget(palette)
    palette.field.setText("f5")
    assert palette.list.count() == 1
    assert "queue" in palette.list.item(0).text()


def test_the_likeliest_person_is_proposed_and_any_name_can_be_entered(qtbot) -> None:
    one = Person("Obama", "USA", 3, frozenset({1}))
    others = [Person("John Kerry", "USA", 30), Person("Barack Obama", "USA", 9, frozenset({1}))]
    dialog = MergePersonsDialog(one, ranked(one, others))
    qtbot.addWidget(dialog)
    assert dialog.name == "Barack Obama"
    below = dialog.list.item(0).data(BELOW)
    assert below == "part of the name · also United States · 1 shared article"
    dialog.choose("B. H. Obama")
    assert dialog.name == "B. H. Obama"
    assert dialog.merge.isEnabled()
    dialog.choose("Obama")
    assert dialog.name == "Barack Obama"


def test_nobody_is_proposed_where_nothing_speaks_for_it(qtbot) -> None:
    one = Person("Ilse Haran", "VAR", 3)
    dialog = MergePersonsDialog(one, ranked(one, [Person("Jonas Petrik", "OST", 9)]))
    qtbot.addWidget(dialog)
    assert dialog.name == ""
    assert not dialog.merge.isEnabled()


def test_a_merge_counts_one_name_as_the_other(opened: MainWindow, qtbot) -> None:
    row = next(each for each in rows(opened) if each.judgement.person)
    opened.session.select([row.id])
    opened.menus.actions["merge"].trigger()
    dialog = opened.findChild(MergePersonsDialog)
    dialog.choose("Somebody Else")
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert opened.session.row(row.id).judgement.person == "Somebody Else"
