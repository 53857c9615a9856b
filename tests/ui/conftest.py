"""A real window on a real project in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up_articles import write_articles
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from small_analyser import SmallAnalyser
from steps import settle

from stancedesk.store import Project
from stancedesk.ui import translation
from stancedesk.ui.look import current_theme
from stancedesk.ui.main_window import MainWindow, apply_theme
from stancedesk.ui.settings import Settings
from stancedesk.ui.theme import LIGHT


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Preferences of nobody, with a coder's name."""
    monkeypatch.setenv("STANCEDESK_HOME", str(tmp_path / "home"))
    kept = Settings(tmp_path / "settings.ini")
    kept.theme = "light"
    kept.coder = "M. Okafor"
    return kept


@pytest.fixture
def window(qtbot, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    """The main window without a project."""
    if not qapp.styleSheet() or current_theme() is not LIGHT:
        apply_theme(qapp, LIGHT)
    shown = MainWindow(settings, SmallAnalyser())
    qtbot.addWidget(shown)
    shown.resize(1440, 900)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with a few articles, one undated, one empty."""
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, articles: Path) -> Path:
    """A project into which the articles were imported."""
    from stancedesk.services.ingest import ingest

    path = tmp_path / "strait.stance"
    with Project.create(path) as made:
        ingest(made, [articles], SmallAnalyser())
    return path


@pytest.fixture
def opened(window: MainWindow, project: Path, qtbot) -> MainWindow:
    """The main window with the project, everything counted and drawn."""
    assert window.projects.open(project)
    settle(window, qtbot)
    return window


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The application in German, for one test."""
    before = QLocale()
    made = translation.install(qapp, "de")
    yield
    for each in made:
        qapp.removeTranslator(each)
    QLocale.setDefault(before)
