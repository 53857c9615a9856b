"""Fits the confidence of statements: the chance that one is a statement, and its source right.

python training/tagger/calibrate.py --data ../shared/bench --model resources/models/statements
    --articles ../shared/corpus/articles.jsonl.gz --labels training/tagger/validity.jsonl

Needs what lies outside this repository: PolNeAR (`polnear.train.jsonl` in --data), the articles
(JSON Lines, gzipped, with `id` and `text`), and what readers said of statements in them (JSON
Lines: `article`, `content` as [[start, end], ...], `valid`). Says so and changes nothing without.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from split import held_out  # noqa: E402

from stancedesk.core.model import Found, Span  # noqa: E402
from stancedesk.nlp.quotes.confidence import NAMES, TAGGED, Calibration  # noqa: E402
from stancedesk.nlp.quotes.extractor import Extractor  # noqa: E402
from stancedesk.nlp.quotes.statements import LEAST  # noqa: E402
from stancedesk.nlp.quotes.tagger import Tagger  # noqa: E402

PENALTY = 0.1
"""Inverse strength of the penalty on standardised weights; 0.02 and 0.3 serve no better."""
TRUST = 3.0
"""Weight of a statement of PolNeAR, where words and source were marked by people, against one that
a reader judged: of those there are many more."""
FOLDS = 5
BINS = 10


class Recorder(Calibration):
    """Numbers the statements from 1 instead of judging them, and keeps what was measured."""

    def __init__(self) -> None:
        super().__init__((), 0.0)
        self.rows: list[Sequence[float]] = []

    def confidence(self, measured: Sequence[float]) -> float:
        """The number of the statement."""
        self.rows.append(measured)
        return float(len(self.rows))


@dataclass
class Examples:
    """What was measured of statements, whether each is right, and its article."""

    rows: list[Sequence[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def add(self, row: Sequence[float], right: bool, article: str) -> None:
        """One statement more."""
        self.rows.append(row)
        self.right.append(right)
        self.articles.append(article)


def letters(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """Offsets of the letters and digits in some spans."""
    return {n for a, b in spans for n in range(a, b) if text[n].isalnum()}


def shared(text: str, one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> float:
    """Which part of the letters of both spans are of each."""
    mine, theirs = letters(text, one), letters(text, other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def right(doc: dict[str, Any], found: Found) -> bool:
    """Whether words (half of them shared) and source agree with an annotated statement."""
    for quote in doc["quotes"]:
        if shared(doc["text"], found.content, quote["content"]) < 0.5:
            continue
        sources: list[Span] = [tuple(s) for s in quote["source"]]
        if not sources or found.speaker is None:
            return not sources and found.speaker is None
        return any(a < found.speaker[1] and found.speaker[0] < b for a, b in sources)
    return False


def annotated(data: Path, extractor: Extractor, recorder: Recorder) -> Examples:
    """Statements found in the held-out articles of PolNeAR, right or not."""
    out = Examples()
    for number, doc in enumerate(held_out(data)):
        for found in extractor.find(doc["text"]):
            row = recorder.rows[int(found.confidence) - 1]
            out.add(row, right(doc, found), f"polnear {number}")
    return out


def articles(path: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Identifier and text of the wanted articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] in wanted:
                yield article["id"], article["text"]


def judged(corpus: Path, labels: Path, extractor: Extractor, recorder: Recorder) -> Examples:
    """Statements that readers judged and that are found again, with half of the words at least."""
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_article[row["article"]].append(row)
    out = Examples()
    for name, text in articles(corpus, set(by_article)):
        found = extractor.find(text)
        for row in by_article[name]:
            best = max(found, key=lambda f: shared(text, f.content, row["content"]), default=None)
            if best is not None and shared(text, best.content, row["content"]) >= 0.5:
                measured = recorder.rows[int(best.confidence) - 1]
                out.add(measured, bool(row["valid"]), name)
    return out


Floats = NDArray[np.float64]


def fitted(rows: Floats, labels: NDArray[np.bool_], trust: Floats) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression, for rows as they are measured."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=PENALTY, max_iter=2000)
    model.fit((rows - mean) / spread, labels, sample_weight=trust)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def chances(rows: Floats, weights: Floats, bias: float) -> Floats:
    """The confidence of each row."""
    out: Floats = 1.0 / (1.0 + np.exp(-(rows @ weights + bias)))
    return out


def crossed(
    rows: Floats, labels: NDArray[np.bool_], trust: Floats, groups: Sequence[str]
) -> Floats:
    """The confidence of each row by a fit that saw nothing of its article."""
    out = np.zeros(len(rows))
    for taught, held in GroupKFold(FOLDS).split(rows, labels, groups):
        out[held] = chances(rows[held], *fitted(rows[taught], labels[taught], trust[taught]))
    return out


def reliability(given: Floats, labels: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """Mean confidence, share that is right and number, in bins of equal size."""
    return [
        (float(given[part].mean()), float(labels[part].mean()), len(part))
        for part in np.array_split(np.argsort(given), BINS)
    ]


def fit(reader: Examples, corpus: Examples) -> dict[str, Any]:
    """The settings of a confidence, with the figures that tell how good it is."""
    rows = np.array(reader.rows + corpus.rows, dtype=np.float64)
    labels = np.array(reader.right + corpus.right)
    of_readers = np.arange(len(rows)) < len(reader.rows)
    trust = np.where(of_readers, 1.0, TRUST)
    groups = reader.articles + corpus.articles
    given = crossed(rows, labels, trust, groups)
    tagged = crossed(rows[:, : len(TAGGED)], labels, trust, groups)
    table = reliability(given[of_readers], labels[of_readers])
    valid = labels & of_readers
    hollow = ~labels & of_readers
    weights, bias = fitted(rows, labels, trust)
    return {
        "weights": dict(zip(NAMES, (round(float(w), 4) for w in weights), strict=True)),
        "bias": round(bias, 4),
        "statements": {"readers": len(reader.rows), "PolNeAR": len(corpus.rows)},
        "calibration_error": round(
            sum(abs(mean - share) * count for mean, share, count in table) / of_readers.sum(), 4
        ),
        "area": {
            name: {
                "tagger alone": round(float(roc_auc_score(labels[part], tagged[part])), 3),
                "now": round(float(roc_auc_score(labels[part], given[part])), 3),
            }
            for name, part in (("readers", of_readers), ("PolNeAR", ~of_readers))
        },
        "reliability": [[round(m, 3), round(s, 3), n] for m, s, n in table],
        "below_least": {
            "valid": round(float((given[valid] < LEAST).mean()), 4),
            "not_valid": round(float((given[hollow] < LEAST).mean()), 4),
        },
    }


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    args = parser.parse_args()
    for path in (args.data / "polnear.train.jsonl", args.articles, args.labels):
        if not path.exists():
            print(f"{path} is not there: the confidence stays as it is.\n{__doc__}")
            return 0
    tagger = Tagger(args.model)
    recorder = Recorder()
    tagger.calibration = recorder
    extractor = Extractor(tagger)
    corpus = annotated(args.data, extractor, recorder)
    reader = judged(args.articles, args.labels, extractor, recorder)
    path = args.model / "config.json"
    settings = json.loads(path.read_text())
    settings["confidence"] = fit(reader, corpus)
    path.write_text(json.dumps(settings, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
