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


def ticked(dialog: MergePersonsDialog) -> list[str]:
    """The names whose boxes are ticked, from above."""
    items = [dialog.list.item(at) for at in range(dialog.list.count())]
    return [each.text() for each in items if each.checkState() is Qt.CheckState.Checked]


OBAMA = Person("Obama", "USA", 3, frozenset({1}))
OTHERS = [
    Person("John Kerry", "USA", 30),
    Person("Barack Obama", "USA", 9, frozenset({1})),
    Person("B. H. Obama", "USA", 1),
]


def test_the_likeliest_person_is_proposed_under_the_fuller_name(qtbot) -> None:
    dialog = MergePersonsDialog([OBAMA], ranked([OBAMA], OTHERS))
    qtbot.addWidget(dialog)
    assert ticked(dialog) == dialog.names == ["Obama", "Barack Obama"]
    assert dialog.name == "Barack Obama"
    below = dialog.list.item(1).data(BELOW)
    assert below == "part of the name · also United States · 1 shared article"
    assert dialog.outcome.text() == (
        "“Obama” will count as “Barack Obama”: 12 statements, those to come, too. Can be undone."
    )
    assert dialog.merge.isEnabled()


def test_a_new_name_can_be_entered_and_stays_while_more_are_ticked(qtbot) -> None:
    dialog = MergePersonsDialog([OBAMA], ranked([OBAMA], OTHERS))
    qtbot.addWidget(dialog)
    dialog.named.lineEdit().selectAll()
    QTest.keyClicks(dialog.named.lineEdit(), "President Obama")
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.name == "President Obama"
    assert dialog.names == ["Obama", "Barack Obama", "B. H. Obama"]
    assert dialog.merge.isEnabled()


def test_persons_are_found_and_ticked_by_keys_alone(qtbot) -> None:
    dialog = MergePersonsDialog([OBAMA], ranked([OBAMA], OTHERS))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.field.setFocus()
    QTest.keyClicks(dialog.field, "kerry")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.field.text()
    assert dialog.isVisible()
    assert ticked(dialog) == ["Obama", "Barack Obama", "John Kerry"]
    dialog.list.setFocus()
    dialog.list.setCurrentRow(2)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert ticked(dialog) == ["Obama", "Barack Obama"]
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == MergePersonsDialog.DialogCode.Accepted


def test_a_click_anywhere_on_a_row_ticks_it(qtbot) -> None:
    dialog = MergePersonsDialog([OBAMA], ranked([OBAMA], OTHERS))
    qtbot.addWidget(dialog)
    dialog.show()
    place = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ticked(dialog) == ["Barack Obama"]
    assert not dialog.merge.isEnabled()


def test_nobody_is_proposed_where_nothing_speaks_for_it(qtbot) -> None:
    one = Person("Ilse Haran", "VAR", 3)
    dialog = MergePersonsDialog([one], ranked([one], [Person("Jonas Petrik", "OST", 9)]))
    qtbot.addWidget(dialog)
    assert dialog.names == ["Ilse Haran"]
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


def test_ticked_persons_become_one_and_the_filter_follows_there_and_back(
    opened: MainWindow, qtbot
) -> None:
    names = list(dict.fromkeys(r.judgement.person for r in rows(opened) if r.judgement.person))[:3]
    assert len(names) == 3
    opened.session.narrow(persons=tuple(names))
    settle(opened, qtbot)
    link = opened.filters.persons.merge
    assert not link.isHidden()
    assert link.text() == "Merge these 3…"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(MergePersonsDialog)
    assert dialog.names == names
    dialog.choose(names[0])
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert opened.session.query.persons == (names[0],)
    assert {row.judgement.person for row in rows(opened)} == {names[0]}
    assert link.isHidden()
    undo = opened.menus.actions["undo"]
    assert undo.text() == f"&Undo Merge 2 persons into {names[0]}"
    undo.trigger()
    settle(opened, qtbot)
    assert opened.session.query.persons == tuple(names)
    assert {row.judgement.person for row in rows(opened)} == set(names)
    opened.menus.actions["redo"].trigger()
    settle(opened, qtbot)
    assert opened.session.query.persons == (names[0],)
