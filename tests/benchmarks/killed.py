"""Imports of the corpus by the shipped analysis that are killed twenty times at seeded moments."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.importing import write_articles
from tests.services.killing import Import, content, kill_often

ARTICLES = int(os.environ.get("STANCEDESK_KILLED_ARTICLES", 200))
KILLS = 20


def killed_imports() -> tuple[dict[str, float], str]:
    """Kill an import by one process and one by two; each must end like an undisturbed one.

    Raises:
        AssertionError: An article is lost or twice, the file is not sound, or the content differs.
    """
    figures: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_articles(source, ARTICLES)
        whole = Import(Path(folder) / "whole.stance", source, shipped=True)
        steps = whole.finish()
        for workers in ("1", "2"):
            killed = Import(Path(folder) / f"{workers}.stance", source, workers, shipped=True)
            outcome = kill_often(killed, KILLS, steps, seconds=1.0, seed=int(workers))
            assert content(killed.project) == content(whole.project), "the content differs"
            figures[f"kills of {KILLS} that hit a running import, {workers} workers"] = outcome.hits
            figures[f"articles left to read at most, {workers} workers (lower is better)"] = (
                outcome.left
            )
    return figures, f"{ARTICLES} articles; content equal to an undisturbed import, files sound."
