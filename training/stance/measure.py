"""Measures the scorer as shipped: gold statements, behaviour, paraphrases, symmetry, speed.

    python -m training.stance.measure [--errors]

The gold statements need `../shared`; the rest does not. None of it is ever trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance import Scorer
from stancedesk.nlp.stance.names import Names
from stancedesk.paths import resources
from training.stance.rows import SHARED, paragraph, written

TESTS = Path(__file__).resolve().parents[2] / "tests" / "nlp" / "stance"
CAPABILITY_MARGIN, PARAPHRASE_MARGIN, SYMMETRY_MARGIN = 0.1, 0.2, 0.05


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
    """Share of pairs per capability whose left side scores clearly above the right one."""
    rows, capability = [], ""
    for line in (TESTS / "checklist.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            capability = line[3:]
        elif line and not line.startswith("#"):
            left, right = line.split(" | ")
            rows.append((capability, left, right))
    sides = [
        [
            s.stance
            for s in scorer.score(
                [StanceItem(r[i], "", "the minister", None, "said") for r in rows]
            )
        ]
        for i in (1, 2)
    ]
    passed: dict[str, list[bool]] = defaultdict(list)
    for (capability, left, right), a, b in zip(rows, *sides, strict=True):
        passed[capability].append(a - b >= CAPABILITY_MARGIN)
        if errors and a - b < CAPABILITY_MARGIN:
            print(f"  {capability}: {a:.2f} {left} | {b:.2f} {right}")
    for capability, results in passed.items():
        print(
            f"behaviour {capability:12} n {len(results)}  "
            f"passed {100 * statistics.mean(results):.1f} %"
        )


def paraphrases(scorer: Scorer, errors: bool) -> None:
    """Share of paraphrases that stay within the margin of each other."""
    pairs = [
        line.split(" | ")
        for line in (TESTS / "paraphrases.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    left, right = (
        [s.stance for s in scorer.score([marked(pair[i]) for pair in pairs])] for i in (0, 1)
    )
    gaps = [abs(a - b) for a, b in zip(left, right, strict=True)]
    print(
        f"paraphrases n {len(gaps)}  within {PARAPHRASE_MARGIN} "
        f"{100 * statistics.mean(g <= PARAPHRASE_MARGIN for g in gaps):.1f} %"
    )
    if errors:
        for pair, a, b in zip(pairs, left, right, strict=True):
            if abs(a - b) > PARAPHRASE_MARGIN:
                print(f"  {a:.2f} {pair[0]} | {b:.2f} {pair[1]}")


def marked(paragraph_: str) -> StanceItem:
    """An item from a paragraph that marks its {speaker} and [[statement]]."""
    context = re.sub(r"\[\[|\]\]|[{}]", "", paragraph_)
    text = " ... ".join(re.findall(r"\[\[(.*?)\]\]", paragraph_))
    speaker = re.search(r"\{(.*?)\}", paragraph_)
    return StanceItem(text, context, speaker.group(1) if speaker else "")


def symmetry(scorer: Scorer) -> None:
    """Exchanges the names of states in 500 written statements; then neutral frames per state."""
    names = Names.load(resources() / "lexicon")
    dice = random.Random(5)
    states = ("Brazil", "Norway", "Kenya", "Vietnam", "Russia", "Iran", "Canada", "Israel", "Chad")
    rows = [row for row in written() if names.code_of(row.item.context)]
    chosen = dice.sample(rows, min(500, len(rows)))
    before = [s.stance for s in scorer.score([row.item for row in chosen])]
    exchanged = [exchange(row.item, names, dice.sample(states, len(states))) for row in chosen]
    after = [s.stance for s in scorer.score(exchanged)]
    gaps = [abs(a - b) for a, b in zip(before, after, strict=True)]
    print(
        f"symmetry n {len(gaps)}  within {SYMMETRY_MARGIN} "
        f"{100 * statistics.mean(g < SYMMETRY_MARGIN for g in gaps):.1f} %  largest {max(gaps):.2f}"
    )
    frames = [
        "{} will send a delegation to the conference.",
        "{} has published the figures for May.",
        "The embassy of {} is in the old town.",
        "{} said the visit would last two days.",
        "The team from {} arrived on Monday.",
    ]
    means = {}
    for state in (*states, "China", "Ukraine", "Cuba", "Syria", "North Korea", "France", "India"):
        items = [
            StanceItem(frame.format(state), "", "the official", None, "said") for frame in frames
        ]
        means[state] = statistics.mean(s.stance for s in scorer.score(items))
    print("neutral frames", {k: round(v, 3) for k, v in means.items()})


def exchange(item: StanceItem, names: Names, states: list[str]) -> StanceItem:
    """The item with every state's names replaced by another state's name."""
    given: dict[str, str] = {}

    def other(code: str) -> str:
        return given.setdefault(code, states[len(given) % len(states)])

    parts = [names.replace(part, other) for part in (item.text, item.context, item.speaker)]
    country = names.code_of(other(item.country)) if item.country else None
    return StanceItem(parts[0], parts[1], parts[2], country, item.cue)


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
    paraphrases(scorer, args.errors)
    symmetry(scorer)
    speed(scorer)


if __name__ == "__main__":
    main()
