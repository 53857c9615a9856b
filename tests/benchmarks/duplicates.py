"""Reprints: found among labelled pairs of real articles, among made ones, and how fast."""

from __future__ import annotations

import csv
import gzip
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from stancedesk.core import dedupe
from stancedesk.core.model import Article
from stancedesk.importers import read_any
from stancedesk.services.reprints import Reprints, keys, unmasked_text
from stancedesk.store import Project
from tests.benchmarks.bench_files import SHARED

CORPUS = SHARED / "corpus" / "articles.jsonl.gz"
LABELS = Path(__file__).with_name("near_duplicates.tsv")
MADE = 300


def labels() -> list[tuple[str, str, bool]]:
    """Pairs of ids and whether one reprints the other."""
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((row for row in lines if not row.startswith("#")), delimiter="\t")
    return [(row["first"], row["second"], row["reprint"] == "1") for row in rows]


def corpus() -> dict[str, Article]:
    """Articles of the corpus by id, as the importer gives them."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        ids = [json.loads(line)["id"] for line in lines]
    articles = [item for item in read_any(CORPUS) if isinstance(item, Article)]
    return dict(zip(ids, articles, strict=True))


def near_duplicates() -> tuple[dict[str, float], str]:
    """Import the corpus, look at which labelled pairs are linked; the time is of one process."""
    if not CORPUS.is_file():
        return {}, "The corpus is not there: not measured."
    articles = corpus()
    with tempfile.TemporaryDirectory() as folder:
        group, links, looked = _linked(articles, Path(folder) / "corpus.stance")
    right = wrong = missed = 0
    for first, second, reprint in labels():
        together = group[first] == group[second]
        right += together and reprint
        wrong += together and not reprint
        missed += reprint and not together
    found, made = _found_of_made(articles)
    figures = {
        "reprints precision": 100 * right / max(1, right + wrong),
        "reprints recall": 100 * right / max(1, right + missed),
        "reprints links without a label (lower is better)": links - right - wrong,
        "made reprints recall": 100 * found / made,
        "reprints ms an article (lower is better)": looked,
    }
    table = "\n".join(
        [
            "| pairs | reprints | found | wrong | missed |",
            "|---|---|---|---|---|",
            f"| labelled | {right + missed} of {len(labels())} | {right} | {wrong} | {missed} |",
            f"| made (new lead, cut to half, or both) | {made} | {found} | | {made - found} |",
        ]
    )
    return figures, table


def _linked(articles: dict[str, Article], path: Path) -> tuple[dict[str, int], int, float]:
    """Group of each article, number of links, milliseconds of processor time for each look."""
    group: dict[str, int] = {}
    links, spent = 0, 0.0
    keys(dedupe.shingles("load the library before the clock starts " * 20))
    with Project.create(path) as project:
        reprints = Reprints(project)
        for name, article in articles.items():
            started = time.process_time()
            bands, first = reprints.look(article)
            spent += time.process_time() - started
            number, _ = project.add_article(replace(article, duplicate_of=first), bands)
            group[name] = first or number
            links += first is not None
    return group, links, 1_000 * spent / len(articles)


def _found_of_made(articles: dict[str, Article]) -> tuple[int, int]:
    """How many reprints made from articles are told from their texts and keys, and how many."""
    draw = Random(1993)
    texts = [unmasked_text(article) for article in articles.values()]
    texts = [text for text in texts if 250 <= len(text.split()) <= 3_000]
    chosen = draw.sample(texts, MADE)
    found = 0
    for number, text in enumerate(chosen):
        for made in _reprints(text, chosen[number - 1], number):
            first, second = dedupe.shingles(text), dedupe.shingles(made)
            shared = set(keys(first)) & set(keys(second))
            found += bool(shared) and dedupe.overlap(first, second).reprint
    return found, MADE


def _reprints(text: str, other: str, number: int) -> Iterator[str]:
    """One reprint of a text: under a fifth of another's words, cut to half, or both."""
    words, lead = text.split(), other.split()
    fifth = len(words) // 5
    kind = number % 3
    body = words[fifth:] if kind != 1 else words
    if kind != 0:
        body = body[: len(words) // 2]
    yield " ".join((lead[:fifth] if kind != 1 else []) + body)
