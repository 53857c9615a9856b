"""Importing in the window: progress, report, cancel, and a window that stays alive."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent
from small_analyser import SmallAnalyser
from steps import drop, settle

from stancedesk.store import Project
from stancedesk.ui.main_window import MainWindow


def finished(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=15_000)
    settle(window, qtbot)


def test_dropped_files_are_imported_and_reported(
    window: MainWindow, articles: Path, tmp_path: Path, qtbot
) -> None:
    assert window.projects.open(tmp_path / "new.stance", create=True)
    seen: list[bool] = []
    window.jobs.started.connect(lambda _: seen.append(window.status.bar.isVisible()))
    with qtbot.waitSignal(window.jobs.ended, timeout=15_000):
        drop(window, articles)
    finished(window, qtbot)
    assert seen == [True]
    assert not window.status.bar.isVisible()
    assert window.top.counts.text() == "4 articles · 8 statements"
    report = window.bench.report
    assert window.bench.pages.currentWidget() is report
    assert "4 of 5 articles imported, 8 statements found" in report.summary.text()
    report._copy()
    copied = window.banner and report._report
    assert [name for _, name in copied.undated] == ["nodate.txt"]
    assert [Path(failure.path).name for failure in copied.failures] == ["empty.txt"]
    report.close_button.click()
    assert window.bench.pages.currentWidget() is window.bench.middle


def test_the_same_files_again_are_recognised(opened: MainWindow, articles: Path, qtbot) -> None:
    opened.imports.take([articles])
    finished(opened, qtbot)
    assert "4 already there" in opened.bench.report.summary.text()
    assert opened.top.counts.text() == "4 articles · 8 statements"


def test_a_clean_import_says_so_without_a_report(
    window: MainWindow, articles: Path, tmp_path: Path, qtbot
) -> None:
    assert window.projects.open(tmp_path / "new.stance", create=True)
    window.imports.take([articles / "talks.txt"])
    finished(window, qtbot)
    assert window.banner.message == "1 article imported, 2 statements found."


def test_an_import_can_be_cancelled_within_a_second_and_keeps_what_it_did(
    qtbot, qapp, settings, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        words = f"Note {number}\n\n“We hope for talks {number},” President Ann Aho of Finland said."
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    window = MainWindow(settings, SmallAnalyser(0.01))
    qtbot.addWidget(window)
    window.show()
    path = tmp_path / "new.stance"
    assert window.projects.open(path, create=True)
    ticks: list[float] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    window.imports.take([folder])
    qtbot.wait(700)
    asked = time.monotonic()
    window.status.cancel.click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5000)
    assert time.monotonic() - asked < 1.5
    timer.stop()
    settle(window, qtbot)
    assert window.bench.report.title.text() == "Import stopped"
    with Project.open(path) as project:
        kept = project.article_count()
    assert kept < 200
    window.bench.report.resume.click()
    finished(window, qtbot)
    with Project.open(path) as project:
        assert project.article_count() == 200
        assert project.integrity() == []
    window.close()


def test_an_error_in_a_job_is_shown_inline_with_details(opened: MainWindow, qtbot) -> None:
    def broken(_progress: object) -> None:
        raise ZeroDivisionError("a bug")

    opened.jobs.start("Breaking", broken, print, opened.say_error)
    qtbot.waitUntil(lambda: "a bug" in opened.banner.message)
    assert not opened.jobs.busy


def test_dropped_text_is_imported_as_an_article(opened: MainWindow, qtbot) -> None:
    mime = QMimeData()
    mime.setText("A note\n\n“We hope for calm,” Minister Ine Eriksen of Norway said.")
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(opened.jobs.ended, timeout=15_000):
        opened.dropEvent(event)
    finished(opened, qtbot)
    assert opened.top.counts.text() == "5 articles · 9 statements"


def test_an_import_into_an_empty_project_says_that_it_runs(
    window: MainWindow, articles: Path, tmp_path: Path, qtbot
) -> None:
    assert window.projects.open(tmp_path / "new.stance", create=True)
    settle(window, qtbot)
    empty = window.bench.empty
    assert empty.files.isVisible()
    window.imports._analyser.seconds = 0.1
    drop(window, articles)
    qtbot.waitUntil(lambda: window.jobs.busy)
    assert empty.title.text() == "Reading the articles"
    assert not empty.files.isVisible()
    finished(window, qtbot)
    assert not window.jobs.busy


def test_a_project_is_analysed_again_once_with_another_version(
    opened: MainWindow, monkeypatch, qtbot
) -> None:
    newer = replace(SmallAnalyser().versions, model="a newer one")
    monkeypatch.setattr(SmallAnalyser, "versions", newer)
    opened.imports.analyse_again()
    finished(opened, qtbot)
    assert opened.banner.message == "4 articles analysed again."
    opened.imports.analyse_again()
    finished(opened, qtbot)
    assert opened.banner.message == "Nothing new."
    assert opened.top.counts.text() == "4 articles · 8 statements"
