"""Learn the weights by which the targets of a statement are chosen.

    python training/actors/targets.py --measure     # one half teaches, the other judges, and back
    python training/actors/targets.py --out resources/lexicon/target_weights.tsv

Reads the labelled statements of the corpus (`training/stance/labels` and, where it is there, the
benchmark's training part) through the product's own extractor, speakers and resolver, so that the
weights know their mistakes. A logistic regression over true-or-false features of each party in
question, with a penalty on the squares of the weights; features that fewer than `LEAST` parties
have are left out. The texts are looked up in `../shared/corpus`, which never enters the repository.
Needs scipy.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from stancedesk.core.model import Article, Span
from stancedesk.importers.clean import masks
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase
from stancedesk.nlp.actors.targets import Targets, best, chance
from stancedesk.nlp.pipeline import Pipeline, Stance, aims_of

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LABELS = (
    *sorted((ROOT / "training" / "stance" / "labels").glob("round*.jsonl")),
    SHARED / "bench" / "statements.train.jsonl",
)
# Labels read once teach 0.7 points more on the other half of the articles, and lose 1 to 3 on the
# sets of two annotators.
READERS = 2
LEAST = 8
PENALTY = 10.0
# Readers who were asked for one target only: what else the words name may be one, too.
DOUBT = 0.3
HEAD = (
    "# What speaks for (above 0) and against (below 0) a party being a target of a statement:\n"
    "# features of stancedesk/nlp/actors/target_features.py with weights on the logit.\n"
    "# Written by training/actors/targets.py; no feature names a party.\n"
    "feature\tweight\n"
)


@dataclass(frozen=True)
class Labelled:
    """A statement with the features of its parties and the targets that readers gave.

    `single` says that they were asked for one target only.
    """

    article: str
    features: dict[str, list[str]]
    targets: tuple[str, ...]
    single: bool


def labels() -> dict[str, list[dict[str, Any]]]:
    """The settled labels by article, without those that were read too seldom."""
    found = defaultdict(list)
    for path in LABELS:
        if path.is_file():
            for raw in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                settled = raw.get("settled")
                if settled and settled.get("valid", True) and len(raw["readers"]) >= READERS:
                    found[raw["article"]].append(raw)
    return found


def labelled() -> Iterator[Labelled]:
    """All labelled statements that the product finds, too."""
    wanted, seen = labels(), set()
    pipeline = Pipeline.load()
    knowledge = KnowledgeBase.load(user_file=Path("none"))
    targets = Targets(knowledge, {})
    with gzip.open(SHARED / "corpus" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] not in wanted or article["id"] in seen:
                continue
            seen.add(article["id"])
            text = article["text"]
            doc = pipeline.document(
                Article(text=text, published=article["date"], masks=masks(text))
            )
            for component in pipeline.components:
                if not isinstance(component, Stance):
                    doc = component(doc)
            memory = ArticleMemory(knowledge, text, article["date"])
            features = targets.features(memory, aims_of(doc))
            places = [letters(found.content) for found in doc._.found]
            for raw in wanted[article["id"]]:
                at = matching(letters(raw["content"]), places)
                if at is not None:
                    settled = raw["settled"]
                    yield Labelled(article["id"], features[at], given(settled), "target" in settled)


def given(settled: dict[str, Any]) -> tuple[str, ...]:
    """The targets of a label, which holds one or a list."""
    one = settled.get("target")
    return tuple(settled.get("targets") or ([one] if one else []))


def letters(spans: Sequence[Span]) -> set[int]:
    """The characters of a content."""
    return {at for first, last in spans for at in range(first, last)}


def matching(wanted: set[int], places: list[set[int]]) -> int | None:
    """The found statement that shares half of its characters with a label."""
    shares = [len(wanted & place) / len(wanted | place) for place in places]
    at = max(range(len(shares)), key=shares.__getitem__, default=None)
    return at if at is not None and shares[at] >= 0.5 else None


def fit(rows: Sequence[Labelled]) -> dict[str, float]:
    """The weights that explain the labels."""
    parties = [
        (names, code in row.targets, weight_of(row, code, names))
        for row in rows
        for code, names in row.features.items()
    ]
    counts = Counter(name for names, _, _ in parties for name in names)
    column = {name: n for n, name in enumerate(sorted(c for c in counts if counts[c] >= LEAST))}
    columns = [[column[name] for name in names if name in column] for names, _, _ in parties]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate([np.array(c, dtype=np.int64) for c in columns])
    table = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(parties), len(column)))
    across = table.T.tocsr()
    right = np.array([float(yes) for _, yes, _ in parties])
    weight = np.array([w for _, _, w in parties])

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        logit = table @ beta
        fitted = 1 / (1 + np.exp(-logit))
        cost = -(weight * (right * logit - np.logaddexp(0, logit))).sum()
        return (
            cost + PENALTY * (beta @ beta) / 2,
            across @ (weight * (fitted - right)) + PENALTY * beta,
        )

    start = np.zeros(len(column))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return dict(zip(column, map(float, found), strict=True))


def weight_of(row: Labelled, code: str, names: Sequence[str]) -> float:
    """How much a party teaches."""
    unsure = row.single and row.targets and code not in row.targets and "any, in" in names
    return DOUBT if unsure else 1.0


def measure(weights: dict[str, float], rows: Sequence[Labelled]) -> str:
    """Micro-F1 of the codes, and how often all are right, in percent."""
    right = total = same = 0
    for row in rows:
        chosen = best({c: chance(weights, names) for c, names in row.features.items()})
        right += 2 * len(set(chosen) & set(row.targets))
        total += len(chosen) + len(set(row.targets))
        same += set(chosen) == set(row.targets)
    return f"{len(rows)}: F1 {100 * right / total:.1f}, all right {100 * same / len(rows):.1f}"


def half(article: str) -> int:
    """The half of the articles that one belongs to."""
    return int(hashlib.md5(article.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def main() -> None:
    """Measure, or learn from all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true", help="learn from one half, judge another")
    parser.add_argument("--out", type=Path, help="where to write the weights")
    args = parser.parse_args()
    rows = list(labelled())
    if args.measure:
        for side in (0, 1):
            taught = fit([row for row in rows if half(row.article) == side])
            print(measure(taught, [row for row in rows if half(row.article) != side]))
    if args.out:
        write(fit(rows), args.out)


def write(weights: dict[str, float], path: Path) -> None:
    """The table of weights; those that round to nothing are left out."""
    lines = [f"{name}\t{w:.2f}\n" for name, w in sorted(weights.items()) if abs(w) >= 0.03]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
