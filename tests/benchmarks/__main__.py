"""Run all benchmarks, print and write BENCHMARKS.md, fail below a floor (floors.toml).

Words after the command choose benchmarks by their title; then nothing is written or judged.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import platform
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    behaviour,
    desktop,
    duplicates,
    importing,
    intervals,
    killed,
    linear,
    quality,
    soak,
    speed,
)
from tests.benchmarks.bench_files import BENCH, ROOT

FLOORS = Path(__file__).with_name("floors.toml")

Benchmark = Callable[[], tuple[dict[str, float], str]]

BENCHMARKS: dict[str, Benchmark] = {
    "Statements, five articles as users bring them": lambda: quality.statements("seeds.gold"),
    "Statements, eight annotated articles": lambda: quality.statements("articles.dev"),
    "Quotations and their sources (PolNeAR, dev)": lambda: quality.quotations("polnear.dev"),
    "Actors: mention to country": lambda: quality.actors("actors.dev"),
    "Stance of annotated statements in their paragraph": quality.gold_stance,
    "Stance: behaviour, paraphrases, names": behaviour.stance_behaviour,
    "Stance of event-coded sentences": quality.coded_sentences,
    "Intervals of these figures": intervals.intervals,
    "Reprints": duplicates.near_duplicates,
    "Speed": speed.analyse_speed,
}

# Many minutes each, and true only on a quiet machine: run by a word of their title.
ON_REQUEST: dict[str, Benchmark] = {
    "Time for long and hostile texts": linear.linearity,
    "The window on large projects": desktop.desktop_speed,
    "A long day's work (soak)": soak.soak,
    "Import from file to project": importing.importing,
    "Killed imports": killed.killed_imports,
}


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The figures on the wrong side of their floor; a name that says so has a ceiling instead."""
    out = []
    for name, floor in floors.items():
        value = figures.get(name)
        lower = "lower is better" in name
        if value is None:
            out.append(f"{name}: not measured")
        elif value > floor if lower else value < floor:
            out.append(f"{name}: {value:.1f}, {'ceiling' if lower else 'floor'} {floor:.1f}")
    return out


def versions() -> str:
    """What the figures were measured with."""
    names = ("stancedesk", "spacy", "onnxruntime", "numpy", "PySide6-Essentials")
    found = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    python = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"{found}; {python}, one core per process"


def main() -> int:
    """Measure, report, judge. Exit status 1 when a figure is below its floor."""
    if not BENCH.is_dir():
        print(f"No benchmark files at {BENCH}: nothing measured.", file=sys.stderr)
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    figures: dict[str, float] = {}
    parts = [
        "# Benchmarks",
        "",
        f"Measured {today} by `make bench`. {versions()}.",
        "",
        "Figures in percent unless said otherwise. Floors: `tests/benchmarks/floors.toml`.",
    ]
    chosen = [word.lower() for word in sys.argv[1:]]
    for title, run in (BENCHMARKS | ON_REQUEST if chosen else BENCHMARKS).items():
        if chosen and not any(word in title.lower() for word in chosen):
            continue
        measured, table = run()
        figures |= measured
        print(f"\n{title}\n{table}")
        parts += ["", f"## {title}", "", table]
        if measured:
            parts += ["", "| figure | measured | floor |", "|---|---|---|"]
        for name, value in measured.items():
            print(f"  {name}: {value:.2f}")
            floor = floors.get(name)
            parts.append(f"| {name} | {value:.1f} | {'' if floor is None else floor} |")
    if chosen:  # a part of the figures is for the eye only
        return 0
    (ROOT / "BENCHMARKS.md").write_text("\n".join(parts) + "\n", encoding="utf-8")
    failed = below(figures, floors)
    print("\n" + ("\n".join(["Below the floor:", *failed]) if failed else "All floors held."))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
