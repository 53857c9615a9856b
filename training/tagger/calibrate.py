"""Fits the confidence of statements on the articles that training held out.

python training/tagger/calibrate.py --data ../shared/bench --model resources/models/statements
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from split import held_out  # noqa: E402

from stancedesk.core.model import Found, Span  # noqa: E402
from stancedesk.nlp.quotes.confidence import NAMES, Calibration  # noqa: E402
from stancedesk.nlp.quotes.extractor import Extractor  # noqa: E402
from stancedesk.nlp.quotes.tagger import Tagger  # noqa: E402


class Recorder(Calibration):
    """Numbers the statements instead of judging them, and keeps what was measured."""

    def __init__(self) -> None:
        super().__init__((), 0.0)
        self.rows: list[Sequence[float]] = []

    def confidence(self, measured: Sequence[float]) -> float:
        """The number of the statement."""
        self.rows.append(measured)
        return float(len(self.rows) - 1)


def letters(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """Offsets of the letters and digits in some spans."""
    return {n for a, b in spans for n in range(a, b) if text[n].isalnum()}


def right(doc: dict[str, Any], found: Found) -> bool:
    """Whether words (half of them shared) and source agree with an annotated statement."""
    mine = letters(doc["text"], found.content)
    for quote in doc["quotes"]:
        theirs = letters(doc["text"], quote["content"])
        if 2 * len(mine & theirs) < len(mine | theirs):
            continue
        sources: list[Span] = [tuple(s) for s in quote["source"]]
        if not sources or found.speaker is None:
            return not sources and found.speaker is None
        return any(a < found.speaker[1] and found.speaker[0] < b for a, b in sources)
    return False


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    tagger = Tagger(args.model)
    recorder = Recorder()
    tagger.calibration = recorder
    extractor = Extractor(tagger)
    rows, labels = [], []
    for doc in held_out(args.data):
        for found in extractor.find(doc["text"]):
            rows.append(recorder.rows[int(found.confidence)])
            labels.append(right(doc, found))
    model = LogisticRegression(C=1.0, max_iter=1000).fit(rows, labels)
    chances = model.predict_proba(rows)[:, 1]
    order = np.argsort(chances)
    gaps = [
        abs(float(np.mean(chances[part])) - float(np.mean(np.array(labels)[part]))) * len(part)
        for part in np.array_split(order, 10)
    ]
    path = args.model / "config.json"
    settings = json.loads(path.read_text())
    settings["confidence"] = {
        "weights": dict(zip(NAMES, (round(float(w), 4) for w in model.coef_[0]), strict=True)),
        "bias": round(float(model.intercept_[0]), 4),
        "statements": len(rows),
        "calibration_error": round(sum(gaps) / len(rows), 4),
    }
    path.write_text(json.dumps(settings, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
