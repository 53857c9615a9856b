"""A damaged project in the desktop: told, and mended by a button; the backup behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stancedesk.core.model import Query
from stancedesk.store import Project, backup, verification
from stancedesk.ui import upkeep
from stancedesk.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "DELAY", 0)


@pytest.fixture
def kept(project: Path) -> Path:
    """The project with its backup."""
    with Project.open(project) as source:
        assert source.keep_backup() is not None
    return project


def spoil(path: Path) -> None:
    """Change a word of a statement from outside."""
    with Project.open(path, check=False) as project:
        project.db.execute("UPDATE winner SET stance = -0.123 WHERE statement_id = 1")


def push(window: MainWindow) -> None:
    """Click the banner's button."""
    QTest.mouseClick(window.banner._action, Qt.MouseButton.LeftButton)


def test_opening_a_project_keeps_a_backup_in_the_background(
    window: MainWindow, project: Path, qtbot
) -> None:
    assert window.projects.open(project)
    qtbot.waitUntil(backup.place(project).is_file, timeout=10_000)
    with Project.open(backup.place(project)) as copy:
        assert copy.count() == 8


def test_who_wants_no_backup_gets_none(window: MainWindow, project: Path, qtbot) -> None:
    window.settings.set_flag("backup", False)
    assert window.projects.open(project)
    qtbot.wait(300)
    assert not backup.place(project).exists()


def test_a_damaged_project_is_mended_from_its_backup_by_a_click(
    window: MainWindow, kept: Path, qtbot
) -> None:
    spoil(kept)
    assert not window.projects.open(kept)
    assert "damaged" in window.banner.message
    assert "You can go back to its backup" in window.banner.message
    push(window)
    qtbot.waitUntil(lambda: window.session.path == kept, timeout=10_000)
    assert "is as it was on" in window.banner.message
    assert -0.123 not in [
        row.judgement.stance for row in window.session.project.export_rows(Query())
    ]
    assert kept.with_name(kept.name + ".damaged").is_file()


def test_without_a_backup_a_repair_is_offered(window: MainWindow, project: Path, qtbot) -> None:
    spoil(project)
    assert not window.projects.open(project)
    assert "No backup" in window.banner.message
    push(window)
    qtbot.waitUntil(lambda: window.session.path == project, timeout=10_000)
    assert "repaired" in window.banner.message


def test_a_large_project_is_opened_first_and_looked_through_then(
    window: MainWindow, kept: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(kept)
    monkeypatch.setattr(verification, "WHOLE", 0)
    assert window.projects.open(kept)
    qtbot.waitUntil(lambda: "damaged" in window.banner.message, timeout=10_000)
    push(window)
    qtbot.waitUntil(lambda: "is as it was on" in window.banner.message, timeout=10_000)
    assert window.session.path == kept
