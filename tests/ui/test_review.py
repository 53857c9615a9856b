"""Correcting kinds, events, codings as a table, and two coders side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from steps import rows, settle

from stancedesk.core.model import Kind
from stancedesk.store import Project
from stancedesk.ui.dialogs.agreement import AgreementDialog
from stancedesk.ui.dialogs.article_date import ArticleDateDialog
from stancedesk.ui.dialogs.event import EventDialog, EventsDialog
from stancedesk.ui.main_window import MainWindow


def test_a_kind_is_corrected_in_the_panel_and_undone(opened: MainWindow, qtbot) -> None:
    row = rows(opened)[0]
    opened.session.select([row.id])
    field = opened.coding.kind
    assert field.value.text() == "direct"
    field.start()
    field.editor.setCurrentText("mixed")
    field.editor.activated.emit(field.editor.currentIndex())
    settle(opened, qtbot)
    assert opened.session.row(row.id).kind is Kind.MIXED
    assert opened.menus.actions["undo"].text() == "&Undo Set kind to mixed on 1 statement"
    opened.menus.actions["undo"].trigger()
    settle(opened, qtbot)
    assert opened.session.row(row.id).kind is Kind.DIRECT
    assert field.value.text() == "direct"


def test_an_event_needs_a_day_and_a_name(opened: MainWindow, qtbot) -> None:
    opened.review.add_event()
    dialog = opened.findChild(EventDialog)
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled()
    QTest.keyClicks(dialog.name, "Blockade")
    assert save.isEnabled()
    dialog.day.setText("2032-02-30")
    assert not save.isEnabled()
    dialog.reject()


def test_events_are_listed_and_removed_and_come_back_by_undo(opened: MainWindow, qtbot) -> None:
    project = opened.session.project
    for name in ("Blockade", "Talks"):
        opened.session.perform(lambda name=name: project.add_event("2032-01-20", name))
    opened.review.show_events()
    dialog = opened.findChild(EventsDialog)
    assert dialog.list.count() == 2
    dialog.list.item(0).setSelected(True)
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert [event.label for event in project.events()] == ["Talks"]
    assert dialog.list.count() == 1
    dialog.reject()
    opened.menus.actions["undo"].trigger()
    settle(opened, qtbot)
    assert len(opened.charts.view.figure.data.events) == 2


def test_two_coders_are_compared_and_a_difference_opens_its_statement(
    opened: MainWindow, qtbot
) -> None:
    ids = [row.id for row in rows(opened)]
    project = opened.session.project
    project.code(ids, "Ann", {"level": 1})
    project.code(ids[1:], "Bea", {"level": 1})
    project.code(ids[:1], "Bea", {"level": -2})
    opened.review.show_agreement()
    dialog = opened.findChild(AgreementDialog)
    assert "8 statements coded by both" in dialog.figures.text()
    assert "α = 0" in dialog.figures.text()
    assert "κ = 1.00" in dialog.figures.text()
    assert dialog.cells.rowCount() == 1
    assert dialog.cells.item(0, 3).text() == "stance −2"
    dialog.cells.selectRow(0)
    assert opened.session.chosen == (ids[0],)
    dialog.reject()


def test_codings_go_to_a_copy_of_the_project_as_a_table(
    opened: MainWindow, project: Path, tmp_path: Path, qtbot
) -> None:
    row = rows(opened)[0]
    copy = tmp_path / "copy.stance"
    with Project.open(project) as original:
        original.db.execute("VACUUM INTO ?", (str(copy),))
    opened.session.select([row.id])
    opened.review.set_level(2)
    table = tmp_path / "codings.csv"
    opened.exports.write_codings(table)
    assert "1 coding written" in opened.banner.message
    assert opened.projects.open(copy)
    settle(opened, qtbot)
    assert not opened.session.row(row.id).reviewed
    opened.exports.read_codings(table)
    settle(opened, qtbot)
    assert opened.session.row(row.id).judgement.level == 2
    assert opened.banner.message == "1 coding imported."
    assert opened.menus.actions["undo"].text() == "&Undo Import 1 coding"


def test_a_table_that_holds_no_codings_is_refused_inline(
    opened: MainWindow, tmp_path: Path
) -> None:
    table = tmp_path / "other.csv"
    table.write_text("date,text\n2032-01-05,Words\n", encoding="utf-8")
    opened.exports.read_codings(table)
    assert "no table of codings" in opened.banner.message


def test_articles_without_a_date_get_one_together(opened: MainWindow, qtbot) -> None:
    project = opened.session.project
    ids = [row.article_id for row in rows(opened)][-1:]
    opened.review.date_articles(ids)
    dialog = opened.findChild(ArticleDateDialog)
    QTest.keyClicks(dialog.day, "2032-02-20")
    dialog.accept()
    settle(opened, qtbot)
    assert project.article(ids[0]).published == "2032-02-20"
    assert opened.menus.actions["undo"].isEnabled()


def test_the_codebook_stays_open_beside_the_coding(opened: MainWindow, qtbot) -> None:
    opened.help.codebook()
    page = next(each for each in opened.findChildren(QDialog) if "Codebook" in each.windowTitle())
    assert page.isVisible()
    assert not page.isModal()
    page.close()
