"""The dialog for the columns of an unknown table: shown once, changeable, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from steps import settle

from stancedesk.importers import Head
from stancedesk.store import Project
from stancedesk.ui.import_mapping import MappingDialog
from stancedesk.ui.main_window import MainWindow

HEAD = Head(
    "/somewhere/news.csv",
    ("Nr", "Headline", "Inhalt"),
    (("1", "A note", "“We hope for calm,” Minister Ine Eriksen of Norway said."), ("2", "Two", "")),
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    lines = [";".join(HEAD.names), *(";".join(cells) for cells in HEAD.rows[:1])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def asked(window: MainWindow, qtbot) -> MappingDialog:
    qtbot.waitUntil(lambda: window.imports.questions.dialog is not None, timeout=15_000)
    dialog = window.imports.questions.dialog
    assert dialog is not None
    return dialog


def test_the_guess_is_shown_with_the_first_rows_and_can_be_changed(qtbot, qapp) -> None:
    dialog = MappingDialog(HEAD, {"title": "Headline"})
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Columns of news.csv"
    assert dialog.columns == {"title": "Headline"}
    assert not dialog.take.isEnabled()
    assert dialog.preview.item(0, 1).text() == "A note"
    choice = dialog.fields["text"]
    choice.setCurrentIndex(choice.findText("Inhalt"))
    assert dialog.columns == {"title": "Headline", "text": "Inhalt"}
    assert dialog.take.isEnabled()
    assert dialog.preview.horizontalHeaderItem(2).text() == "Inhalt\n→ Text"


def test_an_unknown_table_is_asked_about_once(opened: MainWindow, table: Path, qtbot) -> None:
    opened.imports.take([table])
    dialog = asked(opened, qtbot)
    assert dialog.columns == {"title": "Headline", "text": "Inhalt"}
    dialog.take.click()
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=15_000)
    settle(opened, qtbot)
    assert opened.top.counts.text() == "5 articles · 9 statements"
    table.write_text(table.read_text("utf-8").replace("A note", "Another note"), "utf-8")
    opened.imports.take([table])
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=15_000)
    assert opened.imports.questions.dialog is None


def test_a_table_left_out_is_reported(opened: MainWindow, table: Path, qtbot) -> None:
    opened.imports.take([table])
    dialog = asked(opened, qtbot)
    for button in dialog.buttons.buttons():
        if dialog.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.RejectRole:
            button.click()
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=15_000)
    assert "was left out" in str(opened.bench.report._report.failures[0].error)


def test_an_import_that_waits_for_an_answer_can_be_cancelled(
    opened: MainWindow, table: Path, qtbot
) -> None:
    opened.imports.take([table])
    asked(opened, qtbot)
    opened.jobs.cancel()
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=5_000)
    qtbot.waitUntil(lambda: opened.imports.questions.dialog is None)
    with Project.open(opened.session.path) as project:
        assert project.article_count() == 4
