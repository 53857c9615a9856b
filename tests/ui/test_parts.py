"""Small parts of the window, each alone."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from steps import rows, settle, tick

from stancedesk.core.model import Act, Kind, Query
from stancedesk.errors import UserError
from stancedesk.ui import changes, words
from stancedesk.ui.crash import CrashLog, install_hook
from stancedesk.ui.filters.period import Histogram, bars_from
from stancedesk.ui.filters.tick_model import Tick, TickModel
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.query_state import from_json, in_words, to_json
from stancedesk.ui.settings import Settings
from stancedesk.ui.statements.model import PAGE, StatementModel


def test_figures_have_real_minus_signs() -> None:
    assert words.signed(-0.724) == "−0.72"
    assert words.signed(0.0) == "0"
    assert words.signed(-0.001) == "0"
    assert words.level(2) == "+2"
    assert changes.named("Set level to -2 on 3 statements") == "Set level to −2 on 3 statements"


def test_dates_are_words_and_no_date_is_undated() -> None:
    assert words.day("2032-01-05") == "5 Jan 2032"
    assert words.day(None) == "undated"
    assert words.is_day("2032-02-29")
    assert not words.is_day("2031-02-29")


def test_time_left_is_no_more_exact_than_it_is_known() -> None:
    assert words.time_left(2) == "a few seconds left"
    assert words.time_left(42) == "about 40 s left"
    assert words.time_left(190) == "about 3 min left"


def test_a_query_survives_json() -> None:
    query = Query(
        countries=("RUS", "USA"), kinds=(Kind.DIRECT,), acts=(Act.WARN,), levels=(-2, 1),
        date_from="2032-01-01", text="“red line”", officials_only=True,
    )  # fmt: skip
    assert from_json(to_json(query)) == query
    assert from_json({"countries": ["RUS"], "later": 3, "kinds": ["sung"]}) == Query(("RUS",))
    assert from_json("nonsense") == Query()
    assert "level −2 or 1" in in_words(query)


def test_bars_cover_the_range_evenly_and_lose_nothing() -> None:
    days = [("2032-01-01", 2), ("2032-01-31", 3), ("2032-12-30", 1)]
    bars = bars_from(days, most=10)
    assert len(bars) <= 10
    assert sum(bar[2] for bar in bars) == 6
    assert (bars[0][0], bars[-1][1]) == ("2032-01-01", "2032-12-30")
    assert bars_from([]) == []


def test_a_drag_in_the_histogram_chooses_whole_bars(qtbot) -> None:
    view = Histogram()
    qtbot.addWidget(view)
    view.resize(200, 36)
    view.show()
    view.set_bars([(f"2032-0{n}-01", f"2032-0{n}-28", n) for n in range(1, 6)], None, None)
    with qtbot.waitSignal(view.brushed) as told:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
        QTest.mouseMove(view, view.rect().center() + QPoint(45, 0))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert told.args[0] == "2032-03-01"
    assert told.args[1] in ("2032-03-28", "2032-04-28")
    with qtbot.waitSignal(view.brushed) as told:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert told.args == [None, None]


def test_ticked_values_stay_in_sight_when_nothing_is_left_of_them(qtbot) -> None:
    model = TickModel()
    values = [Tick(f"C{n}", f"Country {n}", 10 - n) for n in range(10)]
    model.set_values(values, ("C9",))
    assert model.index(0).data() == "Country 9"
    assert model.hidden == 4
    model.set_values(values[:3], ("C9",))
    assert "Country 9" in [model.index(at).data() for at in range(model.rowCount())]


def test_the_space_bar_ticks_a_value(opened: MainWindow, qtbot) -> None:
    filter_ = opened.filters.countries
    filter_.view.setCurrentIndex(filter_.index_of("NOR"))
    QTest.keyClick(filter_.view, Qt.Key.Key_Space)
    assert opened.session.query.countries == ("NOR",)


def test_the_table_fetches_only_pages_in_sight() -> None:
    asked: list[int] = []

    def fetch(ids):
        asked.extend(ids)
        return []

    model = StatementModel(fetch)
    model.set_ids(np.arange(1_000_000, dtype=np.int64))
    assert model.rowCount() == 1_000_000
    model.data(model.index(500_000, 4))
    model.data(model.index(500_001, 4))
    assert len(asked) == PAGE
    assert model.place_of(700_000) == 700_000


def test_filters_are_saved_by_name_with_the_project(opened: MainWindow, qtbot) -> None:
    tick(opened.filters.countries, "NOR")
    opened.saved_filters.save("The north")
    opened.reset_filters()
    opened.saved_filters.use("The north")
    settle(opened, qtbot)
    assert {row.judgement.country for row in rows(opened)} == {"NOR"}


@pytest.mark.parametrize("name", ["timeline", "heatmap", "dyads", "distribution", "changes"])
def test_every_chart_shows_the_selection_and_its_figures(
    opened: MainWindow, name: str, qtbot, tmp_path: Path
) -> None:
    opened.charts.choose(name)
    settle(opened, qtbot)
    header, body = opened.charts.table()
    assert header
    drawing = opened.charts.drawing()
    assert (drawing is not None) == bool(body)
    opened.charts.choose("timeline")
    settle(opened, qtbot)


def test_the_theme_changes_while_the_window_is_open(opened: MainWindow, qtbot) -> None:
    opened.session.select([rows(opened)[0].id])
    opened.set_theme("dark")
    settle(opened, qtbot)
    dark = opened.grab().toImage()
    assert dark.pixelColor(700, 300).lightness() < 60
    opened.set_theme("light")
    settle(opened, qtbot)
    assert opened.grab().toImage().pixelColor(700, 300).lightness() > 200


def test_settings_survive(tmp_path: Path) -> None:
    first = Settings(tmp_path / "s.ini")
    first.coder = "  M. Okafor "
    first.theme = "dark"
    project = tmp_path / "a.stance"
    project.touch()
    first.remember(project)
    first.sync()
    again = Settings(tmp_path / "s.ini")
    assert (again.coder, again.theme, again.recent) == ("M. Okafor", "dark", [project])
    project.unlink()
    assert again.recent == []


def test_a_bug_is_logged_and_told_a_known_error_only_told(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    log = CrashLog(tmp_path)
    assert log.last() == ""
    log.start()
    before = sys.excepthook
    install_hook(log, lambda error, details: told.append((str(error), details)))
    try:
        sys.excepthook(UserError, UserError("The disk is full.", "Free some space."), None)
        assert told == [("The disk is full. Free some space.", "")]
        assert log.last() == ""
        sys.excepthook(KeyError, KeyError("bug"), None)
    finally:
        sys.excepthook = before
        log.stop()
    assert "KeyError: 'bug'" in told[1][1]
    assert "builtins.KeyError" in CrashLog(tmp_path).last()
    assert "'bug'" not in CrashLog(tmp_path).last()


def test_borders_that_nobody_moved_follow_the_window_at_the_next_start(
    opened: MainWindow, settings: Settings
) -> None:
    opened.bench.save(settings)
    assert settings.layout("columns").isEmpty()
    opened.bench.splitterMoved.emit(400, 1)
    opened.bench.save(settings)
    assert not settings.layout("columns").isEmpty()
