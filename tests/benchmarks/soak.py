"""A long day's work in the real window, in a row: what grows that should not?

Rounds of filter changes, exports and an import; after each round what the process holds is
counted: memory, threads, open files, Qt objects. `python -m tests.benchmarks soak` runs all of it
in a process of its own; `python -m tests.benchmarks.soak HOME ROUNDS` a part.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.benchmarks.bench_files import ROOT

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

ROUNDS, WARM = 50, 5
FILTERS, EXPORTS = 200, 10
"""Filter changes and exports in a round; one import stands at its end."""
STATEMENTS = 2_000
GROWTH = 5.0
"""Percent of memory that may be added after the first `WARM` rounds."""

COUNTRIES = ("AAA", "BBB", "CCC", "DDD")


@dataclass(frozen=True, slots=True)
class Holding:
    """What the process holds: megabytes, counts, and the processor time so far."""

    round: int
    memory: float
    threads: int
    files: int
    widgets: int
    qt_objects: int
    python_objects: int
    seconds: float


def holding(number: int) -> Holding:
    """Count, after all that can be let go has been let go."""
    import shiboken6
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    gc.collect()
    # What the allocator keeps for later is no leak: give it back before counting.
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Holding(
        number,
        round(pages * 4096 / 1e6, 1),
        len(list(Path("/proc/self/task").iterdir())),
        len(list(Path("/proc/self/fd").iterdir())),
        len(QApplication.allWidgets()),
        sum(
            isinstance(each, QObject) and shiboken6.isValid(each)
            for each in shiboken6.getAllValidWrappers()
        ),
        len(gc.get_objects()),
        round(time.process_time(), 1),
    )


def kinds() -> Counter[str]:
    """The valid Qt objects that Python knows, by their class: where a leak is looked for."""
    import shiboken6

    return Counter(type(each).__name__ for each in shiboken6.getAllValidWrappers())


class Soak:
    """One who works in a window with an open project.

    Args:
        window: The window.
        folder: Where exports and articles to import are written.
        countries: Codes to filter by.
    """

    def __init__(
        self, window: MainWindow, folder: Path, countries: tuple[str, ...] = COUNTRIES
    ) -> None:
        self.window, self.folder = window, folder
        self.done: Counter[str] = Counter()
        charts = [name for name, _ in window.charts.titles]
        self._charts = itertools.cycle(charts)
        self._forms = itertools.cycle(("png", "svg", "pdf"))
        self._queries = itertools.cycle(self._all_queries(countries))

    @staticmethod
    def _all_queries(countries: tuple[str, ...]) -> list[Any]:
        from stancedesk.core.model import Act, Kind, Query

        one = Query(countries=countries[:1])
        return [
            one,
            replace(one, levels=(-2, -1)),
            replace(one, text="border OR report"),
            Query(countries=countries),
            Query(persons=("Ada Vell", "Bo Quist")),
            Query(date_from="2022-02-01", date_to="2022-02-20"),
            Query(kinds=(Kind.INDIRECT,), acts=(Act.PROMISE, Act.THREATEN)),
            Query(officials_only=True, text="nowhere to be found"),
            Query(),
        ]

    def until(self, done: Callable[[], object], seconds: float = 7200) -> None:
        """Let the window live in an event loop, as it does, until something is so."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, beat = QEventLoop(), QTimer()
        end = time.monotonic() + seconds
        beat.setInterval(2)
        beat.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
        beat.start()
        loop.exec()
        beat.stop()
        assert done(), "waited in vain"

    def settle(self) -> None:
        """Wait for the newest answer, and let deferred deletions happen."""
        self.until(lambda: self.window.session.settled)
        self.until(lambda: True)  # the answers are on their way to this thread

    def filter(self) -> None:
        """Another selection; now and then another chart, another statement, another theme."""
        session, number = self.window.session, self.done["filter changes"]
        session.set_query(next(self._queries))
        self.settle()
        if number % 7 == 0:
            self.window.charts.choose(next(self._charts))
            self.settle()
        if number % 5 == 0 and len(ids := self.window.table.table.ids):
            session.select([int(ids[number % len(ids)])])
            self.until(lambda: True)
        if number % 100 == 99:
            self.window.set_theme("dark" if number % 200 == 99 else "light")
        self.done["filter changes"] += 1

    def export(self) -> None:
        """The chart through its dialog in the next format; every other time the statements too."""
        from stancedesk.core.model import Query
        from stancedesk.ui.dialogs.export_chart import ExportChartDialog

        self.window.session.set_query(Query())
        self.window.charts.choose("timeline")
        self.settle()
        self.window.menus.actions["export_chart"].trigger()
        dialog = self.window.findChild(ExportChartDialog)
        assert dialog is not None
        target = self.folder / f"chart.{next(self._forms)}"
        assert dialog.write(target), "the chart could not be written"
        assert target.stat().st_size > 1000
        if self.done["exports"] % 2:
            self.window.exports.write_statements(self.folder / "statements.csv")
            self.until(lambda: not self.window.jobs.busy)
        self.settle()
        self.done["exports"] += 1

    def bring_in(self) -> None:
        """Import two new articles, code a statement and take that back."""
        number = self.done["imports"]
        for at in range(2):
            file = self.folder / "articles" / f"{number}-{at}.txt"
            file.parent.mkdir(exist_ok=True)
            file.write_text(
                f"Day {number} at the strait, part {at}\n\nPublished 5 January 2032\n\n"
                f"“We will answer, for the time no. {number},” President Ada Moor of Norway said."
                "\n\n“We hope for talks,” the Finnish foreign minister said on Monday.\n",
                encoding="utf-8",
            )
        before = self.window.session.project.counts()["articles"]
        self.window.imports.take([file.parent], show_report=False)
        self.until(lambda: not self.window.jobs.busy)
        self.settle()
        assert self.window.session.project.counts()["articles"] == before + 2
        for each in file.parent.iterdir():
            each.unlink()
        ids = self.window.table.table.ids
        self.window.session.select([int(ids[number % len(ids)])])
        assert self.window.session.code({"level": 1})
        self.window.session.undo()
        self.settle()
        self.done["imports"] += 1

    def round(self, number: int, filters: int = FILTERS, exports: int = EXPORTS) -> Holding:
        """Filter changes, exports and an import; then the count."""
        from stancedesk.core.model import Query

        for _ in range(filters):
            self.filter()
        for _ in range(exports):
            self.export()
        self.bring_in()
        self.window.session.set_query(Query())
        self.window.charts.choose("timeline")
        self.settle()
        return holding(number)


def growth(counts: list[Holding], warm: int = WARM) -> dict[str, float]:
    """What the last round holds more than the last one of warming up; memory in percent."""
    first, last = counts[min(warm, len(counts)) - 1], counts[-1]
    return {
        "memory growth % (lower is better)": 100 * (last.memory / first.memory - 1),
        "threads added (lower is better)": last.threads - first.threads,
        "open files added (lower is better)": last.files - first.files,
        "widgets added (lower is better)": last.widgets - first.widgets,
        "Qt objects added (lower is better)": last.qt_objects - first.qt_objects,
    }


def table(counts: list[Holding]) -> str:
    """Every fifth round, and the last."""
    names = list(asdict(counts[0]))
    lines = ["| " + " | ".join(names) + " |", "|---" * len(names) + "|"]
    shown = [each for each in counts if each.round % 5 == 0 or each is counts[-1]]
    rows = (" | ".join(f"{value:,}" for value in asdict(each).values()) for each in shown)
    return "\n".join([*lines, *(f"| {row} |" for row in rows)])


def soak() -> tuple[dict[str, float], str]:
    """All rounds with the shipped analysis, in a process of its own."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as home:
        out = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.soak", home, str(ROUNDS)],
            capture_output=True, text=True, cwd=ROOT, env=environment, check=True,
        )  # fmt: skip
    rows = [json.loads(line) for line in out.stdout.splitlines()]
    counts = [Holding(**row) for row in rows if "round" in row]
    asked = f"{FILTERS * ROUNDS:,} filter changes, {EXPORTS * ROUNDS} exports, {ROUNDS} imports"
    return growth(counts), f"{asked}; {STATEMENTS:,} statements at first.\n\n{table(counts)}"


def opened(home: Path) -> MainWindow:
    """A window with a project of invented statements, and preferences of nobody."""
    from PySide6.QtWidgets import QApplication

    from stancedesk.store import Project
    from stancedesk.ui.main_window import MainWindow, apply_theme
    from stancedesk.ui.settings import Settings
    from tests.store.examples import fill

    with Project.create(home / "soak.stance") as project, project.transaction():
        fill(project, Random(3), articles=STATEMENTS // 10, each=10)
    app = QApplication.instance() or QApplication([])
    settings = Settings(home / "settings.ini")
    settings.theme, settings.coder = "light", "M. Okafor"
    window = MainWindow(settings)
    apply_theme(app, window.theme)
    window.resize(1440, 900)
    window.show()
    assert window.projects.open(home / "soak.stance")
    return window


def run(home: Path, rounds: int) -> None:
    """Rounds in a new window; each is printed as it ends, so that a run cut short tells much."""
    os.environ["STANCEDESK_HOME"] = str(home)
    window = opened(home)
    worker = Soak(window, home)
    worker.settle()
    before: Counter[str] = Counter()
    for number in range(1, rounds + 1):
        print(json.dumps(asdict(worker.round(number))), flush=True)
        if number == WARM:
            before = kinds()
    added = dict((kinds() - before).most_common(12))
    print(json.dumps({"done": worker.done, "added": added}), flush=True)
    window.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
