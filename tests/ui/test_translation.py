"""The German desktop: every text is translated, and none is left in English."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from small_analyser import SmallAnalyser
from steps import rows, settle

from stancedesk.services.names import name_of
from stancedesk.ui import changes, translation, words
from stancedesk.ui.charts.base import Canvas
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.roles import role
from stancedesk.ui.settings import Settings
from stancedesk.ui.theme import LIGHT

ROOT = Path(__file__).resolve().parents[2]
GERMAN = ROOT / "resources" / "translations" / "stancedesk_de.ts"
HOLES = re.compile(r"\{\w*\}|%\w|\(\*[^)]*\)")
ENGLISH = re.compile(
    r"(?i)\b(the|of|and|with|this|that|for|by|about|statements?|articles?|stance|mean"
    r"|show|open|set|not|from|undated|unknown)\b"
)


def messages(path: Path) -> list[tuple[str, list[str], bool]]:
    """Source, translations and whether it is finished, of each text of a .ts file."""
    found = []
    for message in ET.parse(path).iter("message"):
        source, target = message.find("source"), message.find("translation")
        assert source is not None
        assert target is not None
        forms = [each.text or "" for each in target.findall("numerusform")] or [target.text or ""]
        found.append((source.text or "", forms, target.get("type") is None))
    return found


def test_every_text_is_translated() -> None:
    open_ones = [source for source, forms, done in messages(GERMAN) if not done or not all(forms)]
    assert not open_ones


def test_translations_keep_what_is_filled_in() -> None:
    for source, forms, _ in messages(GERMAN):
        for form in forms:
            wanted, kept = set(HOLES.findall(source)), set(HOLES.findall(form))
            # "1 file" may do without its number.
            assert kept <= wanted, f"{source!r} became {form!r}"
            assert wanted - kept <= {"{n}"}, f"{source!r} became {form!r}"


def test_every_text_of_the_code_is_in_the_file_and_compiled(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    fresh = tmp_path / "fresh_de.ts"
    translations.collect(fresh)
    in_code = {source for source, _, _ in messages(fresh)}
    assert len(in_code) > 500
    assert in_code == {source for source, _, _ in messages(GERMAN)}, "run `make translations`"
    translations.compile_to(GERMAN, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == GERMAN.with_suffix(".qm").read_bytes()


@pytest.fixture
def german(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """The application in German, and in its own language again afterwards."""
    before = QLocale()
    made = translation.install(qapp, "de")
    yield made
    for each in made:
        qapp.removeTranslator(each)
    QLocale.setDefault(before)


@pytest.fixture
def deutsch(german, window: MainWindow, project: Path, qtbot) -> MainWindow:
    """The window in German with a project."""
    assert window.projects.open(project)
    settle(window, qtbot)
    window.session.select([rows(window)[0].id])
    return window


def texts(window: QWidget) -> Iterator[str]:
    """What the controls of a window say, their names for a screen reader with them."""
    for each in window.findChildren(QWidget):
        if each.objectName().startswith("qt_"):
            continue
        yield each.accessibleName()
        yield each.toolTip()
        if isinstance(each, QAbstractButton | QLabel):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(at) for at in range(each.count()))
        elif isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))


def test_a_new_window_speaks_german(german, qtbot, settings: Settings) -> None:
    window = MainWindow(settings, SmallAnalyser())
    qtbot.addWidget(window)
    assert [action.text().replace("&", "") for action in window.menuBar().actions()] == [
        "Datei", "Bearbeiten", "Ansicht", "Codierung", "Hilfe",
    ]  # fmt: skip
    assert window.welcome.sample.text() == "Beispielprojekt öffnen"
    assert words.day("2032-01-05") == "5. Jan. 2032"
    assert words.signed(-0.725, 3) == "−0,725"
    assert words.count(1846) == "1.846"
    assert translation.tr("{n} article(s)", "", 1) == "1 Artikel"
    assert translation.tr("{n} statement(s)", "", 2) == "2 Aussagen"


def test_nothing_in_the_german_window_is_left_in_english(deutsch: MainWindow) -> None:
    english = {
        source for source, forms, _ in messages(GERMAN)
        if source not in forms and len(source) > 2
    }  # fmt: skip
    for action in deutsch.menus.actions.values():
        text = action.text().replace("&", "")
        assert action.text() not in english
        assert not ENGLISH.search(text), text
    head = deutsch.table.table
    said = [str(head.headerData(at, Qt.Orientation.Horizontal)) for at in range(head.columnCount())]
    # What the articles say stays in the language of the articles.
    quoted = {deutsch.reader.title.text(), deutsch.session.path.name}  # type: ignore[union-attr]
    people = {row.judgement.person for row in rows(deutsch)}
    for text in filter(None, (*said, *texts(deutsch))):
        if text.startswith("cue of "):  # a rule of the tests' own small analyser
            continue
        plain = re.sub(r"„[^“]*“|\.stance", "", text)
        if text in quoted or any(person and person in text for person in people):
            continue
        assert text not in english, text
        assert not ENGLISH.search(plain), text


class Listening(Canvas):
    """A canvas that keeps what is written on it."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.written: list[str] = []

    def text(self, x, y, text, *rest, **more) -> None:  # type: ignore[no-untyped-def]
        self.written.append(text)
        super().text(x, y, text, *rest, **more)


@pytest.mark.parametrize(
    "kind", ["timeline", "heatmap", "dyads", "distribution", "compare", "changes"]
)
def test_the_axes_and_captions_of_a_chart_are_german(deutsch: MainWindow, kind: str, qtbot) -> None:
    deutsch.charts.choose(kind)
    settle(deutsch, qtbot)
    drawing = deutsch.charts.drawing()
    if drawing is None:
        pytest.skip("too few statements for this kind")
    figure, caption = drawing(LIGHT)
    picture = QImage(900, 500, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    canvas = Listening(painter)
    figure.paint(canvas, picture.rect().toRectF())
    painter.end()
    said = [*canvas.written, caption.title, caption.subtitle, caption.source, caption.key]
    for text in said:
        assert not ENGLISH.search(text), text
    if kind in ("timeline", "compare", "changes", "heatmap", "dyads"):
        assert {"eskalierend", "deeskalierend"} <= {*canvas.written}


def test_names_roles_and_changes_are_german(german) -> None:
    assert name_of("RUS", "de") == "Russland"
    assert name_of("IAEA", "de") == "Internationale Atomenergie-Organisation"
    assert role("FM") == "Außenminister"
    assert role("Minister of Defence") == "Verteidigungsminister"
    assert changes.named("Set country to RUS on 12 statements") == (
        "Land auf Russland setzen bei 12 Aussagen"
    )
    assert changes.named("Set stance to -2 on 1 statement") == (
        "Haltung auf −2 setzen bei 1 Aussage"
    )
    assert (
        changes.named("Merge 3 persons into Ada Vell") == "3 Personen mit Ada Vell zusammenführen"
    )
    assert changes.named("Date “A long title” 2032-01-05") == (
        "“A long title” auf 5. Jan. 2032 datieren"
    )


def test_no_shortcut_takes_the_key_that_opens_a_german_menu(deutsch: MainWindow) -> None:
    titles = [action.text() for action in deutsch.menuBar().actions()]
    menus = {f"Alt+{title[title.index('&') + 1].upper()}" for title in titles}
    assert len(menus) == len(titles)
    assert not menus & {action.shortcut().toString() for action in deutsch.menus.actions.values()}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Sen. , D-California", "Senator"),
        ("Arkansas Sen.", "Arkansas Senator"),
        ("the White House", ""),
        ("Pyongyang", ""),
        ("a senior administration official", "Senior administration official"),
        ("Army Lt. Gen. , director of operations", "Army Lieutenant General"),
        ("HOS", "head of state"),
        ("No office: opposition, expert, public figure", "no office"),
        ("U.S. President Barack Obama", "U.S. President"),
        (
            "U.S. Secretary of State and Russian Foreign Minister Ivan Ivanov",
            "U.S. Secretary of State",
        ),
    ],
)
def test_a_role_is_shown_as_an_office_and_nothing_where_it_names_none(raw: str, shown: str) -> None:
    assert role(raw, "Barack Obama") == shown
