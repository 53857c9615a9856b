"""Projects of 10,000, 100,000 and a million statements: opening, filters, search, charts, size.

Each is measured in a process of its own by the questions that the window asks. Beside the time by
the clock stands processor time, which other work on the machine changes less.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench_files import ROOT

if TYPE_CHECKING:
    from stancedesk.core.model import Query
    from stancedesk.store import Reader

SIZES = (10_000, 100_000, 1_000_000)
FOLDER = "STANCEDESK_MADE_PROJECTS"
"""Names a folder in which the made projects are kept, to be measured again."""

LIMITS = {
    "open to first list": 1000,
    "filter: list and totals": 200,
    "filter: counts of all filters": 200,
    "search": 100,
    "chart: timeline": 300,
    "chart: any other": 300,
}
"""Milliseconds at a million statements."""


def scale() -> tuple[dict[str, float], str]:
    """What a user waits for, by size; the worst of its kind, in milliseconds."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(os.environ.get(FOLDER, home))
        found = {size: measure(made(folder, size)) for size in SIZES}
    names = list(found[SIZES[0]]["clock"])
    lines = [
        "| milliseconds by the clock (of processor time) | "
        + " | ".join(f"{size:,}" for size in SIZES)
        + " | growth 100,000 to 1,000,000 | limit |",
        "|---|" + "---|" * (len(SIZES) + 2),
    ]
    figures: dict[str, float] = {}
    for name in names:
        cells = [
            f"{found[size]['clock'][name]:.0f} ({found[size]['work'][name]:.0f})" for size in SIZES
        ]
        works = [max(found[size]["work"][name], 0.1) for size in SIZES]
        power = math.log10(works[2] / works[1])
        lines.append(
            f"| {name} | " + " | ".join(cells) + f" | n^{power:.2f} | {LIMITS.get(name, '')} |"
        )
        figures[f"1M: {name}, processor ms (lower is better)"] = works[2]
    for name, unit in (("size", "MB of file"), ("kept", "MB of kept columns"), ("memory", "MB")):
        cells = [f"{found[size][name]:.1f}" for size in SIZES]
        label = "peak memory, MB" if name == "memory" else unit
        lines.append(f"| {label} | " + " | ".join(cells) + " | | |")
    figures["1M: file size MB (lower is better)"] = found[SIZES[2]]["size"]
    figures["1M: peak memory MB (lower is better)"] = found[SIZES[2]]["memory"]
    load = os.getloadavg()[1]
    lines += ["", f"Load of the machine meanwhile: {load:.1f} on {os.cpu_count()} processors."]
    return figures, "\n".join(lines)


def made(folder: Path, statements: int) -> Path:
    """A made project of so many statements, made now unless the folder has it."""
    from tests.benchmarks.made_project import EACH, make, pool

    path = folder / f"{statements}.stance"
    if not path.exists():
        make(path, statements // EACH, pool())
    return path


def measure(project: Path) -> dict[str, dict[str, float]]:
    """One project in a process of its own: its JSON."""
    out = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.scale", str(project)],
        capture_output=True, text=True, cwd=ROOT, check=True,
        env=os.environ | {"OMP_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return json.loads(out.stdout.splitlines()[-1])


class Watch:
    """Keeps the longest time of each kind of question."""

    def __init__(self) -> None:
        self.clock: dict[str, float] = {}
        self.work: dict[str, float] = {}

    def time(self, name: str, ask: Callable[[], object]) -> None:
        """Ask, and keep how long it took if that was longest."""
        clock, work = time.perf_counter(), time.process_time()
        ask()
        work, clock = time.process_time() - work, time.perf_counter() - clock
        self.clock[name] = max(self.clock.get(name, 0.0), 1000 * clock)
        self.work[name] = max(self.work.get(name, 0.0), 1000 * work)


def queries(reader: Reader) -> list[Query]:
    """One filter of each kind, those that select most, and some together."""
    from stancedesk.core.model import Act, Kind, Query

    def most(field: str, many: int = 1) -> tuple[str, ...]:
        facets = reader.facets(Query(), field, many + 1)  # type: ignore[arg-type]
        return tuple(facet.value for facet in facets if facet.value)[:many]

    return [
        Query(reprints=True),
        Query(countries=most("country")),
        Query(countries=most("country", 3)),
        Query(persons=most("person")),
        Query(targets=most("target")),
        Query(sources=most("source")),
        Query(kinds=(Kind.INDIRECT,)),
        Query(acts=(Act.INFORM, Act.OTHER)),
        Query(levels=(-2, -1)),
        Query(date_from="2016-01-01", date_to="2018-12-31"),
        Query(officials_only=True),
        Query(reviewed_only=True),
        Query(undated=True),
        Query(countries=most("country", 2), kinds=(Kind.DIRECT,), officials_only=True),
    ]


def ask_all(path: Path) -> Watch:
    """The questions of a session: opening, filters, search, charts, a correction."""
    from stancedesk.core.model import Query
    from stancedesk.services.chart import timeline
    from stancedesk.services.matrices import dyads, heatmap
    from stancedesk.services.names import names
    from stancedesk.services.spread import changes, distribution
    from stancedesk.store import Project
    from stancedesk.ui.inquiry import count_facets

    names()
    watch = Watch()
    opened: list[Project] = []
    readers: list[Reader] = []

    def open_() -> None:
        opened.append(Project.open(path))
        readers.append(opened[0].reader())
        readers[0].ids(Query())
        readers[0].counts()

    watch.time("open to first list", open_)
    project, reader = opened[0], readers[0]
    watch.time("open: first timeline", lambda: timeline(reader, Query()))
    watch.time("open: first counts of all filters", lambda: count_facets(reader, Query()))
    for query in queries(reader):
        watch.time("filter: list and totals", lambda q=query: (reader.ids(q), reader.counts()))
        watch.time("chart: timeline", lambda q=query: timeline(reader, q))
        watch.time("filter: counts of all filters", lambda q=query: count_facets(reader, q))
        for chart in (heatmap, dyads, distribution, changes):
            watch.time("chart: any other", lambda q=query, c=chart: c(reader, q))
    for words in (
        "the",
        "said",
        '"prime minister"',
        "sanction*",
        "harbour OR border",
        "minister talks",
    ):
        watch.time("search", lambda w=words: reader.ids(Query(text=w)))
    for order in ("country", "person", "stance"):
        watch.time("another order", lambda o=order: reader.ids(Query(), o))
    ids = reader.ids(Query())
    for at in (0, len(ids) // 2, len(ids) - 100):
        watch.time("a page of 100 rows", lambda a=at: reader.rows_of(ids[a : a + 100].tolist()))
    project.code([7], "Ann", {"level": -1})
    watch.time("after a correction: list and totals", lambda: (reader.ids(), reader.counts()))
    watch.time("after a correction: timeline", lambda: timeline(reader, Query()))
    project.undo()
    reader.close()
    project.close()
    return watch


def main(path: Path) -> None:
    """Measure one project and print it."""
    import sqlite3

    watch = ask_all(path)
    with sqlite3.connect(path) as connection:
        kept = connection.execute("SELECT ifnull(sum(length(body)), 0) FROM kept").fetchone()[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "clock": watch.clock,
                "work": watch.work,
                "size": path.stat().st_size / 1e6,
                "kept": kept / 1e6,
                "memory": peak,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
