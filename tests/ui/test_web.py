"""Pages, feeds and watched folders in the window, on a site of our own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from steps import settle

from stancedesk.importers import web_fetch
from stancedesk.store import Project
from stancedesk.ui.dialogs.web_pages import PagesDialog
from stancedesk.ui.main_window import MainWindow
from tests.made_site import Reply, Site, feed, page


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(web_fetch, "PAUSE", 0.0)
    with Site() as site:
        for number in (1, 2, 3):
            site[f"/{number}"] = page(number)
        yield site


@pytest.fixture
def empty(window: MainWindow, tmp_path: Path, qtbot) -> MainWindow:
    assert window.projects.open(tmp_path / "new.stance", create=True)
    settle(window, qtbot)
    return window


def finished(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    settle(window, qtbot)


def pages_dialog(window: MainWindow) -> PagesDialog:
    found = [each for each in window.findChildren(PagesDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_pages_that_are_pasted_are_read_and_a_bad_one_is_reported(
    empty: MainWindow, site: Site, qtbot
) -> None:
    empty.bench.empty.web.click()
    dialog = pages_dialog(empty)
    assert not dialog.read.isEnabled()
    dialog.text.setPlainText(f"{site.url('/1')}\nno address\n{site.url('/none')}\n")
    assert dialog.found.text() == "2 pages · 1 line without an address: “no address”"
    dialog.read.click()
    assert empty.status.versions.text() == "online"
    finished(empty, qtbot)
    assert empty.status.versions.text().endswith("offline")
    report = empty.bench.report._report
    assert report.imported == 1
    assert [failure.path for failure in report.failures] == [site.url("/none")]
    assert "1 failed" in empty.bench.report.summary.text()


def test_the_web_is_left_alone_until_it_is_asked_for(empty: MainWindow, site: Site, qtbot) -> None:
    empty.web.show_feeds()
    empty.web.feeds.add_wanted.emit([site.url("/feed")])
    empty.menus.actions["add_pages"].trigger()
    pages_dialog(empty).text.setPlainText(site.url("/1"))
    qtbot.wait(200)
    assert site.asked == []
    pages_dialog(empty).reject()


def test_feeds_are_added_refreshed_and_removed_and_tell_what_is_wrong(
    empty: MainWindow, site: Site, qtbot
) -> None:
    site["/feed"] = feed(("One", "/1"), ("Two", "/2"))
    site["/bad"] = Reply("<html></html>")
    empty.menus.actions["feeds"].trigger()
    dialog = empty.web.feeds
    assert dialog.nothing.isVisible()
    for path in ("/feed", "/bad", "/feed"):
        dialog.address.setFocus()
        QTest.keyClicks(dialog.address, site.url(path))
        QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    assert dialog.table.topLevelItemCount() == 2
    assert "followed already" in dialog.problem.text()
    dialog.refresh.click()
    assert not dialog.refresh.isEnabled()
    finished(empty, qtbot)
    rows = [dialog.table.topLevelItem(row) for row in range(2)]
    assert (rows[0].text(0), rows[0].text(1), rows[0].text(3)) == (
        "Harbour Post",
        "2",
        "up to date",
    )
    assert rows[1].text(3) == "⚠ failed"
    rows[1].setSelected(True)
    assert "names none" in dialog.problem.text()
    assert dialog.refresh.text() == "Refresh 1 feed"
    dialog.remove.click()
    assert dialog.table.topLevelItemCount() == 1
    assert empty.top.counts.text().startswith("2 articles")
    dialog.refresh.click()
    finished(empty, qtbot)
    assert empty.banner.message == "Nothing new."


def test_feeds_come_from_an_opml_file(empty: MainWindow, tmp_path: Path, site: Site) -> None:
    file = tmp_path / "mine.opml"
    file.write_text(
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss?x=1&amp;y=2" '
        'htmlUrl="https://a.example/"/></body></opml>'
    )
    empty.web.show_feeds()
    empty.web.feeds.add_list(file)
    assert [each.url for each in empty.session.project.feeds()] == ["https://a.example/rss?x=1&y=2"]
    (tmp_path / "none.txt").write_text("nothing")
    empty.web.feeds.add_list(tmp_path / "none.txt")
    assert "no address in none.txt" in empty.web.feeds.problem.text()
    empty.web.feeds.add_list(tmp_path / "gone.txt")
    assert "gone.txt" in empty.web.feeds.problem.text()


def test_a_stopped_refresh_goes_on_from_the_report(empty: MainWindow, site: Site, qtbot) -> None:
    def slow(write) -> None:
        while not site.closing.wait(0.05):
            write(b" ")

    site["/feed"] = feed(("One", "/1"), ("Slow", "/slow"))
    site["/slow"] = Reply(slow)
    empty.web.show_feeds()
    empty.web.feeds.add_wanted.emit([site.url("/feed")])
    empty.web.refresh()
    qtbot.waitUntil(lambda: "/slow" in site.asked, timeout=10_000)
    asked = time.monotonic()
    empty.status.cancel.click()
    qtbot.waitUntil(lambda: not empty.jobs.busy, timeout=5_000)
    assert time.monotonic() - asked < 2
    settle(empty, qtbot)
    assert empty.bench.report.title.text() == "Import stopped"
    site["/slow"] = page(2)
    empty.bench.report.resume.click()
    finished(empty, qtbot)
    with Project.open(empty.session.path) as project:
        assert (project.article_count(), project.unanalysed()) == (2, [])


def dropped(window: MainWindow, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)


def test_a_dropped_link_is_offered_for_reading_and_not_taken_for_an_article(
    empty: MainWindow, site: Site
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(site.url("/1"))])
    mime.setText(site.url("/1"))
    dropped(empty, mime)
    assert pages_dialog(empty).addresses() == [site.url("/1")]
    assert site.asked == []
    pages_dialog(empty).reject()


def test_a_watched_folder_is_imported_at_once_and_again_when_it_changes(
    empty: MainWindow, articles: Path, qtbot
) -> None:
    for file in articles.iterdir():
        os.utime(file, (time.time() - 60,) * 2)
    (articles / "empty.txt").unlink()
    empty.menus.actions["folders"].trigger()
    empty.web.watching.add(articles)
    finished(empty, qtbot)
    assert empty.top.counts.text() == "4 articles · 8 statements"
    dialog = empty.web.watching.dialog
    assert (dialog.table.topLevelItemCount(), dialog.table.topLevelItem(0).text(1)) == (1, "4")
    assert empty.web.watching._timer.isActive()
    empty.web.watching.look()  # as the timer does: nothing is new, no job starts
    qtbot.waitUntil(lambda: empty.web.watching._look is None)
    assert not empty.jobs.busy
    new = articles / "new.txt"
    new.write_text("A note\n\n“We hope for calm,” Minister Ine Eriksen of Norway said.", "utf-8")
    os.utime(new, (time.time() - 60,) * 2)
    empty.web.watching.look()
    qtbot.waitUntil(lambda: empty.top.counts.text() == "5 articles · 9 statements", timeout=15_000)
    finished(empty, qtbot)
    dialog.table.topLevelItem(0).setSelected(True)
    dialog.remove.click()
    assert empty.session.project.folders() == []
    assert not empty.web.watching._timer.isActive()


def test_closing_the_project_closes_its_lists_and_ends_the_watch(
    empty: MainWindow, articles: Path, qtbot
) -> None:
    empty.web.show_feeds()
    empty.web.watching.show()
    empty.web.watching.add(articles)
    finished(empty, qtbot)
    empty.web.watching.look()
    empty.projects.close()
    assert (empty.web.feeds, empty.web.watching.dialog) == (None, None)
    assert not empty.web.watching._timer.isActive()
    assert not [each for each in QApplication.topLevelWidgets() if each.windowTitle() == "Feeds"
                and each.isVisible()]  # fmt: skip
