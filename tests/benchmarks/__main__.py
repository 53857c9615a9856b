"""Run all benchmarks, print and write BENCHMARKS.md, fail below a floor (floors.toml).

Words after the command choose benchmarks by their title; then nothing is judged, and only with
`--write` anything written: the chosen parts take the place of their earlier selves. Benchmarks that
run on request only keep their last part when all others are written.
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
    sampled,
    scale,
    soak,
    speed,
)
from tests.benchmarks.bench_files import BENCH, ROOT

FLOORS = Path(__file__).with_name("floors.toml")
REPORT = ROOT / "BENCHMARKS.md"

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
    "Statements drawn at random from the corpus": sampled.sampled_statements,
    "Reprints": duplicates.near_duplicates,
    "Speed": speed.analyse_speed,
}

# Many minutes each, and true only on a quiet machine: run by a word of their title.
ON_REQUEST: dict[str, Benchmark] = {
    "Time for long and hostile texts": linear.linearity,
    "The window on large projects": desktop.desktop_speed,
    "Large projects: 10,000 to 1,000,000 statements": scale.scale,
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


def sections(text: str) -> dict[str, str]:
    """The parts of a report by their title; what stands before the first is that of ""."""
    head, *parts = text.split("\n## ")
    return {"": head.strip()} | {
        title: body.strip() for title, _, body in (part.partition("\n") for part in parts)
    }


def report(parts: dict[str, str]) -> str:
    """Parts as one text, in the order in which benchmarks are listed."""
    order = ["", *BENCHMARKS, *ON_REQUEST]
    known = [title for title in order if title in parts]
    return (
        "\n\n".join((f"## {title}\n\n" if title else "") + parts[title] for title in known) + "\n"
    )


def measured_part(title: str, floors: dict[str, float], today: str) -> tuple[dict[str, float], str]:
    """Run one benchmark; its figures, and its part of the report."""
    figures, table = (BENCHMARKS | ON_REQUEST)[title]()
    print(f"\n{title}\n{table}", flush=True)
    lines = [f"Measured {today}, on request.\n"] if title in ON_REQUEST else []
    lines.append(table)
    if figures:
        lines += ["", "| figure | measured | floor |", "|---|---|---|"]
    for name, value in figures.items():
        print(f"  {name}: {value:.2f}", flush=True)
        floor = floors.get(name)
        lines.append(f"| {name} | {value:.1f} | {'' if floor is None else floor} |")
    return figures, "\n".join(lines)


def main() -> int:
    """Measure, report, judge. Exit status 1 when a figure is below its floor."""
    if not BENCH.is_dir():
        print(f"No benchmark files at {BENCH}: nothing measured.", file=sys.stderr)
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    on_request = floors.pop("on request", {})
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    head = (
        f"# Benchmarks\n\nMeasured {today} by `make bench`. {versions()}.\n\n"
        "Figures in percent unless said otherwise. Floors: `tests/benchmarks/floors.toml`."
    )
    before = sections(REPORT.read_text(encoding="utf-8")) if REPORT.is_file() else {}
    chosen = [word.lower() for word in sys.argv[1:] if word != "--write"]
    figures: dict[str, float] = {}
    parts: dict[str, str] = {}
    for title in BENCHMARKS | ON_REQUEST if chosen else BENCHMARKS:
        if not chosen or any(word in title.lower() for word in chosen):
            found, parts[title] = measured_part(title, floors | on_request, today)
            figures |= found
    if chosen:  # a part of the figures is for the eye only, unless asked otherwise
        if "--write" in sys.argv:
            REPORT.write_text(report({"": head} | before | parts), encoding="utf-8")
        return 0
    kept = {title: part for title, part in before.items() if title in ON_REQUEST}
    REPORT.write_text(report({"": head} | parts | kept), encoding="utf-8")
    failed = below(figures, floors)
    print("\n" + ("\n".join(["Below the floor:", *failed]) if failed else "All floors held."))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
