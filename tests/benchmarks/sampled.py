"""Statements drawn at random from what an earlier version found in the corpus, read twice since.

`sampled.jsonl` has a line for each on whose validity the readers agreed, at most one an article:
where it stands, whether it is a statement, and where they agree on it country, official and
targets; of two levels the one nearer 0. No weight was fitted to them, and none is to be: they tell
what to expect of articles that nobody chose. They are not blind any more: what readers took for no
statement was read before rules against it were written, and networks were compared on them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bench_files import Json, read_jsonl, scorer, stancedesk
from tests.benchmarks.duplicates import CORPUS
from tests.benchmarks.intervals import drawn

LABELS = Path(__file__).with_name("sampled.jsonl")
ALIKE = 0.5
"""Share of characters in common, of all in either, from which two statements are one."""


def sampled_statements() -> tuple[dict[str, float], str]:
    """How many are still found, and how often what is said of the found is right."""
    if not CORPUS.is_file():
        return {}, "The corpus is not there: not measured."
    gold = read_jsonl(LABELS)
    pairs = [(row, answer(row, made)) for row, made in zip(gold, analysed(gold), strict=True)]
    figures = measure(pairs)
    lines = ["| figure | 95 % interval |", "|---|---|"]
    for name, (low, high) in drawn(pairs, measure).items():
        lines.append(f"| {name} | {low:.1f} to {high:.1f} |")
    valid = sum(row["valid"] for row in gold)
    told = f"{len(gold)} statements of as many articles, of which readers took {valid} for valid."
    return figures, "\n".join([told, "", *lines])


def analysed(gold: Sequence[Json]) -> list[list[Json]]:
    """The statements found now in the article of each row."""
    wanted = {row["article"] for row in gold}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    rows = [
        {"doc": key, "text": article["text"], "date": article["date"]}
        for key, article in articles.items()
    ]
    found = {row["doc"]: row["statements"] for row in stancedesk("analyze", rows)}
    return [found[row["article"]] for row in gold]


def answer(row: Json, made: Sequence[Json]) -> Json | None:
    """The statement found that a label is of, or None."""
    there = characters(row["content"])

    def alike(statement: Json) -> float:
        here = characters(statement["content"])
        return len(here & there) / len(here | there)

    best = max(made, key=alike, default=None)
    return best if best is not None and alike(best) >= ALIKE else None


def characters(content: Sequence[Sequence[int]]) -> set[int]:
    """The places of a statement's characters."""
    return {at for start, end in content for at in range(start, end)}


def measure(pairs: list[tuple[Json, Json | None]]) -> dict[str, float]:
    """Figures of labels and what was found for them, in percent."""
    scoring = scorer("score_statements")
    found = [(row, made) for row, made in pairs if made is not None]
    right = [(row, made) for row, made in found if row["valid"]]
    signs = (
        [scoring.sign(row["level"]) for row, _ in right],
        [scoring.sign(made["level"]) for _, made in right],
    )
    near = [abs(row["level"] - made["level"]) <= 1 for row, made in right]
    return {
        "sampled valid of those found": share([row["valid"] for row, _ in found]),
        "sampled found of the valid": share([
            made is not None for row, made in pairs if row["valid"]
        ]),
        "sampled country": share([
            row["country"] in (made["country"], *made.get("countries", ()))
            for row, made in right if "country" in row
        ]),
        "sampled official": share([
            row["official"] == made["official"] for row, made in right if "official" in row
        ]),
        "sampled targets": share([
            row["targets"][0] in made["targets"] if row["targets"] else not made["targets"]
            for row, made in right if "targets" in row
        ]),
        "sampled stance macro-F1": scoring.macro_f1(*signs),
        "sampled stance near": share(near),
        "sampled stance rho": 100 * scoring.spearman(
            [made["stance"] for _, made in right], [row["level"] for row, _ in right]
        ),
    }  # fmt: skip


def share(right: Sequence[bool]) -> float:
    """Per cent of what is so."""
    return 100 * sum(right) / max(1, len(right))
