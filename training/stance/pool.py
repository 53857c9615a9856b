"""Writes statements of the corpus without labels, for a large network to teach a small one.

    python -m training.stance.pool --out POOL.jsonl [--keep-out GOLD.jsonl ...] [--every 2]

The product's own pipeline finds them and says whose they are. Articles whose text holds the
beginning of one of the texts in `--keep-out` (evaluation articles) are left out.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import StanceItem, StanceScore
from stancedesk.importers.clean import masks
from stancedesk.nlp.pipeline import Pipeline, Stance, stance_items
from training.stance.candidates import read
from training.stance.rows import SHARED

BATCH = 16


class NoScore:
    """A scorer that says nothing: the pool needs no scores, and they cost the most."""

    name, version = "none", "0"

    def score(self, items: Sequence[StanceItem]) -> list[StanceScore]:
        """Zero for each item."""
        return [StanceScore(0.0, 0)] * len(items)


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--keep-out", type=Path, nargs="*", default=[])
    ap.add_argument("--every", type=int, default=2)
    args = ap.parse_args()
    barred = [r["text"][:400] for path in args.keep_out for r in read(path)]
    pipeline = Pipeline.load()
    readers = [part for part in pipeline.components if not isinstance(part, Stance)]
    rows = [
        row
        for number, row in enumerate(read(SHARED / "corpus" / "articles.jsonl.gz"))
        if number % args.every == 0 and not any(start in row["text"] for start in barred)
    ]
    with args.out.open("w", encoding="utf-8") as out:
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            articles = [
                Article(text=r["text"], published=r["date"], masks=masks(r["text"])) for r in batch
            ]
            docs = map(pipeline.document, articles)
            for part in readers:
                docs = part.pipe(docs)
            for row, doc in zip(batch, docs, strict=True):
                for item in stance_items(doc):
                    line = {"article": row["id"], "topic": row["topic"]} | dataclasses.asdict(item)
                    out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
