"""95 % intervals of the figures of quality: documents are drawn anew with replacement.

Statements of one article resemble each other, so articles are drawn, not statements. Mentions of
actors stand each in a sentence of its own: Wilson's interval. Five or eight articles are few, and
an interval from them is itself uncertain; where all agree it says nothing of the next article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from random import Random
from typing import Any, TypeVar

from tests.benchmarks import quality
from tests.benchmarks.bench_files import Json, scorer

DRAWS, SEED = 1_000, 20
Z = 1.959964
Each = TypeVar("Each")


def drawn(
    documents: Sequence[Each], measure: Callable[[list[Each]], dict[str, float]], draws: int = DRAWS
) -> dict[str, tuple[float, float]]:
    """Of each figure the 2.5th and 97.5th percentile over documents drawn with replacement."""
    random, values = Random(SEED), [measure(list(documents))]
    names = list(values[0])
    values = [measure(random.choices(documents, k=len(documents))) for _ in range(draws)]
    out = {}
    for name in names:
        found = sorted(each[name] for each in values)
        out[name] = (found[round(0.025 * (draws - 1))], found[round(0.975 * (draws - 1))])
    return out


def wilson(right: int, of: int) -> tuple[float, float]:
    """Interval of a share, in percent (Wilson 1927), which is sound at 0 and 100 %."""
    share = right / of
    middle = share + Z * Z / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 100 / (1 + Z * Z / of)
    return scale * (middle - half), min(100.0, scale * (middle + half))


def of_statements(name: str) -> dict[str, tuple[float, float]]:
    """Whole statements, end to end."""
    scoring = scorer("score_statements")
    gold, found = quality.answered(name)

    def measure(docs: list[Json]) -> dict[str, float]:
        result, _ = scoring.score(docs, found)
        quoted, every = result["direct+mixed"], result["all"]
        figures = {f"{name} found direct+mixed": quoted["found"]}
        figures[f"{name} found indirect"] = result["indirect"]["found"]
        for column in ("country", "official", "targets", "stance3", "near", "end"):
            figures[f"{name} {column}"] = every[column]
        return figures

    return drawn(gold, measure)


def of_quotations(name: str) -> dict[str, tuple[float, float]]:
    """Joint F1 of content and source, from the counts of each article."""
    scoring = scorer("score_quotes")
    gold, found = quality.answered(name)
    rows = ("direct+mixed", "indirect/speech")
    counts = []
    for doc in gold:
        result = scoring.score([doc], found)
        counts.append({row: _counts(result[row]) for row in rows})

    def measure(docs: list[dict[str, tuple[float, ...]]]) -> dict[str, float]:
        out = {}
        for row in rows:
            made, right_made, there, right_there = map(
                sum, zip(*(doc[row] for doc in docs), strict=True)
            )
            precision, recall = right_made / max(made, 1), right_there / max(there, 1)
            both = precision + recall
            out[f"{name} joint F1 {row}"] = 200 * precision * recall / both if both else 0.0
        return out

    return drawn(counts, measure)


def _counts(row: dict[str, Any]) -> tuple[float, ...]:
    joint = row["joint"]
    return row["pred"], row["pred"] * joint["P"] / 100, row["gold"], row["gold"] * joint["R"] / 100


def of_stance() -> dict[str, tuple[float, float]]:
    """Stance of gold statements, by the articles they stand in."""
    by_doc: dict[str, list[quality.Levelled]] = {}
    for row in quality.levelled():
        by_doc.setdefault(row.doc, []).append(row)
    return drawn(
        list(by_doc.values()),
        lambda docs: quality.stance_figures(tuple(row for doc in docs for row in doc)),
    )


def of_actors(name: str) -> dict[str, tuple[float, float]]:
    """Mentions with the right country."""
    figures, told = quality.actors(name)
    of = int(told.split()[0])
    return {f"{name} right": wilson(round(figures[f"{name} right"] * of / 100), of)}


def intervals() -> tuple[dict[str, float], str]:
    """All of them as a table; they are no figures to hold a floor."""
    parts = {
        "5 articles": of_statements("seeds.gold"),
        "8 articles": of_statements("articles.dev"),
        "84 articles": of_quotations("polnear.dev"),
        "13 articles": of_stance(),
        "395 mentions": of_actors("actors.dev"),
    }
    lines = ["| figure | 95 % interval | from |", "|---|---|---|"]
    for number, found in parts.items():
        lines += [
            f"| {name} | {low:.1f} to {high:.1f} | {number} |"
            for name, (low, high) in found.items()
        ]
    said = f"Documents drawn with replacement {DRAWS:,} times; few documents give rough intervals."
    return {}, "\n".join([said, "", *lines])
