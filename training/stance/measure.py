"""Measures the scorer as shipped: gold statements, behaviour, paraphrases, symmetry, speed.

    python -m training.stance.measure [--errors]

The gold statements need `../shared`; the rest does not. None of it is ever trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import time
from pathlib import Path

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance import Scorer
from stancedesk.nlp.stance.names import Names
from stancedesk.paths import resources
from tests.benchmarks.behaviour import (
    CAPABILITY_MARGIN,
    PARAPHRASE_MARGIN,
    SYMMETRY_MARGIN,
    capabilities,
    exchanged,
    paraphrases,
)
from training.stance.rows import SHARED, paragraph, written


def gold_items(name: str) -> list[tuple[StanceItem, int, list[int], str]]:
    """Gold statements in their paragraphs, with level, further levels allowed and document."""
    out = []
    for doc in map(json.loads, (SHARED / "bench" / name).read_text(encoding="utf-8").splitlines()):
        text = doc["text"]
        for s in doc["statements"]:
            if s.get("optional"):
                continue
            spans = s["content"]
            item = StanceItem(
                " ... ".join(text[a:b] for a, b in spans),
                paragraph(text, spans[0][0], spans[-1][1]),
                text[slice(*s["speaker"])] if s["speaker"] else "",
                s["country"],
            )
            out.append((item, s["stance"], s.get("stance_ok", []), doc["doc"]))
    return out


def gold(scorer: Scorer, errors: bool) -> None:
    """Signs, near and rank correlation, as the benchmark's own scorer counts them."""
    sys.path.insert(0, str(SHARED / "bench"))
    from score_statements import macro_f1, sign, spearman

    both = []
    for name in ("seeds.gold.jsonl", "articles.dev.jsonl", "both"):
        rows = both if name == "both" else gold_items(name)
        both = both + rows if name != "both" else both
        scores = scorer.score([row[0] for row in rows])
        levels = [row[1] for row in rows]
        found = [
            row[1] if s.level in row[2] else s.level for row, s in zip(rows, scores, strict=True)
        ]
        near = 100 * sum(abs(a - b) <= 1 for a, b in zip(levels, found, strict=True)) / len(rows)
        print(
            f"{name:20} n {len(rows):4} macro-F1 "
            f"{macro_f1(list(map(sign, levels)), list(map(sign, found))):5.1f}  near {near:5.1f}  "
            f"rho {spearman([s.stance for s in scores], levels):.3f}  level "
            f"{100 * sum(a == b for a, b in zip(levels, found, strict=True)) / len(rows):.1f}"
        )
        if name == "both":
            print("confusion (gold rows, predicted columns)")
            for k in (-2, -1, 0, 1, 2):
                print(
                    f"{k:3}",
                    [
                        sum(g == k and f == j for g, f in zip(levels, found, strict=True))
                        for j in (-2, -1, 0, 1, 2)
                    ],
                )
            if errors:
                for row, s, f in zip(rows, scores, found, strict=True):
                    if sign(f) != sign(row[1]):
                        print(
                            f"{row[1]:2} -> {f:2} {s.stance:5.2f} {s.act:9} {row[0].text[:110]!r}"
                        )


def behaviour(scorer: Scorer, errors: bool) -> None:
    """Pass rates of the behavioural pairs, paraphrases and exchanged names."""
    for capability, rows in capabilities(scorer).items():
        failed = [row for row in rows if row[0] - row[2] < CAPABILITY_MARGIN]
        print(f"behaviour {capability:12} {100 - 100 * len(failed) / len(rows):.1f} %")
        show(failed if errors else [])
    rows = paraphrases(scorer)
    apart = [row for row in rows if abs(row[0] - row[2]) > PARAPHRASE_MARGIN]
    print(f"paraphrases within {PARAPHRASE_MARGIN} {100 - 100 * len(apart) / len(rows):.1f} %")
    show(apart if errors else [])
    names = Names.load(resources() / "lexicon")
    items = [row.item for row in written() if names.code_of(row.item.context)]
    changes = exchanged(scorer, random.Random(5).sample(items, min(500, len(items))))
    share = statistics.mean(c < SYMMETRY_MARGIN for c in changes)
    print(f"symmetry within {SYMMETRY_MARGIN} {100 * share:.1f} %, largest {max(changes):.2f}")


def show(rows: list[tuple[float, str, float, str]]) -> None:
    """Print pairs with their scores."""
    for a, left, b, right in rows:
        print(f"  {a:.2f} {left} | {b:.2f} {right}")


def speed(scorer: Scorer) -> None:
    """Processor milliseconds a statement on one core, and the memory of the process."""
    items = [row.item for row in written()][:400]
    began = time.process_time()
    scorer.score(items)
    each = 1000 * (time.process_time() - began) / len(items)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"speed {each:.1f} ms a statement, {memory:.0f} MB")


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--errors", action="store_true")
    ap.add_argument("--model", type=Path)
    args = ap.parse_args()
    scorer = Scorer.load(args.model)
    if SHARED.is_dir():
        gold(scorer, args.errors)
    behaviour(scorer, args.errors)
    speed(scorer)


if __name__ == "__main__":
    main()
