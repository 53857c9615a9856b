"""The window on large projects: filter, pan, first paint, and its pauses during an import.

Each figure is measured in a process of its own, offscreen. Wall-clock figures mean something on a
quiet machine only, so that processor time stands beside them.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path

from tests.benchmarks import scale
from tests.benchmarks.bench_files import ROOT
from tests.benchmarks.speed import CORPUS

SIZES = (100_000, 1_000_000)
FRAMES = 60
IMPORTED = 24


def measure(what: str, *words: str) -> dict[str, float]:
    """One figure's process: its JSON."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as home:
        environment["STANCEDESK_HOME"] = home
        out = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.desktop", what, home, *words],
            capture_output=True, text=True, cwd=ROOT, env=environment, check=True,
        )  # fmt: skip
    return json.loads(out.stdout.splitlines()[-1])


def desktop_speed() -> tuple[dict[str, float], str]:
    """Filter change to drawn chart, panning, first paint, longest pause during an import."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(os.environ.get(scale.FOLDER, home))
        found = {
            f"{size // 1000:,}k": measure("large", str(scale.made(folder, size))) for size in SIZES
        }
    paint = measure("paint", str(time.time()))
    busy = measure("import") if CORPUS.is_file() else {}
    named: dict[str, float] = {}
    for many, large in found.items():
        named |= {
            f"open to drawn chart at {many}, ms (lower is better)": large["open"],
            f"open to drawn chart at {many}, processor ms (lower is better)": large["open cpu"],
            f"filter change at {many}, ms (lower is better)": large["filter"],
            f"filter change at {many}, processor ms (lower is better)": large["filter cpu"],
            f"pan frame at {many}, median ms (lower is better)": large["pan"],
            f"pan frame at {many}, 95th percentile ms (lower is better)": large["pan 95"],
            f"pan frame at {many}, processor ms (lower is better)": large["pan cpu"],
        }
    named |= {
        "first paint, ms (lower is better)": paint["paint"],
        "first paint, processor ms (lower is better)": paint["cpu"],
    }
    if busy:
        named |= {
            "longest pause of the window during an import, ms (lower is better)": busy["pause"],
            "99th percentile of its pauses, ms (lower is better)": busy["pause 99"],
            "longest own work between two events, ms (lower is better)": busy["own"],
        }
    return named, (
        f"Recombined projects of ten years; window of 1440 x 900 pixels, offscreen; {IMPORTED} "
        f"articles imported. Load of the machine meanwhile: {os.getloadavg()[1]:.1f} on "
        f"{os.cpu_count()} processors."
    )


class Bench:
    """The window, offscreen, and waiting for it."""

    def __init__(self, home: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from stancedesk.ui.main_window import MainWindow, apply_theme
        from stancedesk.ui.settings import Settings

        self.app = QApplication([])
        settings = Settings(home / "settings.ini")
        settings.theme = "light"
        self.window = MainWindow(settings)
        apply_theme(self.app, self.window.theme)
        self.window.resize(1440, 900)

    def until(self, done: Callable[[], object], seconds: float = 300) -> None:
        """Let the window live until something is so."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def large(home: Path, project: Path) -> dict[str, float]:
    """Opening, filter changes and panning in a large project, in milliseconds."""
    from stancedesk.core.model import Query

    bench = Bench(home)
    window, session = bench.window, bench.window.session
    window.show()
    drawn: list[int] = []
    session.charted.connect(lambda question, _: drawn.append(question.number))
    opening, opening_work = time.perf_counter(), time.process_time()
    window.projects.open(project)
    bench.until(lambda: drawn)
    window.charts.view._scene.viewport().repaint()
    opening, opening_work = time.perf_counter() - opening, time.process_time() - opening_work
    bench.until(lambda: session.settled)
    codes = [f.value for f in session.project.facets(Query(), "country", 6) if f.value]
    queries = [Query(countries=each) for each in ((codes[0],), tuple(codes[1:3]), (codes[3],), ())]
    walls, works = [], []
    for query in queries * 3:
        drawn.clear()
        wall, work = time.perf_counter(), time.process_time()
        session.set_query(query)
        bench.until(lambda: drawn)
        window.charts.view.repaint()
        bench.app.sendPostedEvents()
        window.charts.view._scene.viewport().repaint()
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)
        bench.until(lambda: session.settled)
    view = window.charts.view
    low, high = view.visible
    frames, frame_works = [], []
    for step in range(FRAMES):
        wall, work = time.perf_counter(), time.process_time()
        shift = (high - low) * (0.3 + step * 0.004)
        view._box.setXRange(low + shift, low + shift + (high - low) * 0.3, padding=0)
        view._scene.viewport().repaint()
        frames.append(time.perf_counter() - wall)
        frame_works.append(time.process_time() - work)
    window.close()
    return {
        "open": 1000 * opening,
        "open cpu": 1000 * opening_work,
        "filter": 1000 * statistics.median(walls[4:]),
        "filter cpu": 1000 * statistics.median(works[4:]),
        "pan": 1000 * statistics.median(frames),
        "pan 95": 1000 * sorted(frames)[int(len(frames) * 0.95)],
        "pan cpu": 1000 * statistics.median(frame_works),
    }


def paint(home: Path, started: float) -> dict[str, float]:
    """From the start of the process to the first painted window, in milliseconds."""
    bench = Bench(home)
    bench.window.show()
    bench.window.repaint()
    wall = time.time() - started
    work = time.process_time()
    bench.window.close()
    return {"paint": 1000 * wall, "cpu": 1000 * work}


def importing(home: Path) -> dict[str, float]:
    """Pauses between the window's events while the shipped analysis reads articles."""
    from PySide6.QtCore import QTimer

    folder = home / "articles"
    folder.mkdir()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, islice(lines, 0, IMPORTED * 40, 40))):
            kept = {key: row.get(key) for key in ("title", "text", "date", "source")}
            (folder / f"{number}.json").write_text(json.dumps(kept), encoding="utf-8")
    bench = Bench(home)
    window = bench.window
    window.show()
    window.projects.open(home / "new.stance", create=True)
    bench.until(lambda: window.session.settled)
    beats: list[tuple[float, float]] = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    timer.start()
    window.imports.take([folder], show_report=False)
    bench.until(lambda: window.jobs.busy)
    bench.until(lambda: not window.jobs.busy)
    timer.stop()
    bench.until(lambda: window.session.settled)
    window.close()
    pauses = sorted(b[0] - a[0] for a, b in pairwise(beats))
    own = max(b[1] - a[1] for a, b in pairwise(beats))
    return {
        "pause": 1000 * pauses[-1],
        "pause 99": 1000 * pauses[int(len(pauses) * 0.99)],
        "own": 1000 * own,
    }


def main(what: str, home: str, *words: str) -> None:
    """Measure one thing and print it."""
    where = Path(home)
    if what == "large":
        found = large(where, Path(words[0]))
    elif what == "paint":
        found = paint(where, float(words[0]))
    else:
        found = importing(where)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
