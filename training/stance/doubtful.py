"""Chooses statements of a pool for the readers by what the large network makes of them.

    python -m training.stance.doubtful --pool POOL.jsonl --soft SOFT.npz --out CANDIDATES.jsonl

What the files of labels in `--known` hold is left out.

Half are those whose sign it is least sure of, at most four an article; a fifth are what it takes
for -2 or +2, which are rare; the rest are even over crises and the levels it guesses, so that the
readers also see what it takes for plain. Seeded: the same pool and judgements give the same list.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.stance.candidates import Json, read
from training.stance.rows import corpus
from training.stance.teacher import softmax

SEED = 11
AN_ARTICLE = 4
LENGTH = (20, 700)
NEAR = 30  # a label that begins so near is of the same statement


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of the pool, where it begins in its article, and how it was judged."""

    row: Json
    start: int
    margin: float
    level: int
    extreme: float

    @property
    def cell(self) -> tuple[str, int]:
        """The crisis and the level guessed."""
        return self.row["topic"], self.level


def candidates(
    pool: list[Json], logits: np.ndarray, known: set[tuple[str, int]]
) -> list[Candidate]:
    """What of the pool can be read: found in its article, with a speaker, not labelled yet."""
    out, seen = [], set()
    for row, shares in zip(pool, softmax(logits), strict=True):
        text = row["text"]
        start = corpus().get(row["article"], "").find(text)
        if start < 0 or not row["speaker"] or not LENGTH[0] <= len(text) <= LENGTH[1]:
            continue
        if text in seen or any(
            (row["article"], start + shift) in known for shift in range(-30, 31)
        ):
            continue
        seen.add(text)
        signs = np.sort([shares[:2].sum(), shares[2], shares[3:].sum()])
        margin, extreme = float(signs[2] - signs[1]), float(max(shares[0], shares[4]))
        out.append(Candidate(row, start, margin, int(shares.argmax()) - 2, extreme))
    return out


def chosen(pool: list[Candidate], count: int) -> list[Candidate]:
    """Rare ones, doubtful ones, and an even rest, in random order."""
    draw = random.Random(SEED)
    rare = [c for c in pool if abs(c.level) == 2 or c.extreme > 0.25]
    draw.shuffle(rare)
    out = rare[: count // 5]
    taken = set(map(id, out))
    articles: Counter[str] = Counter()
    for c in sorted(pool, key=lambda c: c.margin):
        if len(out) >= count * 7 // 10:
            break
        if id(c) not in taken and articles[c.row["article"]] < AN_ARTICLE:
            articles[c.row["article"]] += 1
            taken.add(id(c))
            out.append(c)
    rest = [c for c in pool if id(c) not in taken]
    draw.shuffle(rest)
    cells: defaultdict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for c in rest:
        cells[c.cell].append(c)
    while len(out) < count and any(cells.values()):
        out += [cells[cell].pop() for cell in sorted(cells) if cells[cell]]
    out = out[:count]
    draw.shuffle(out)
    return out


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--pool", type=Path, required=True)
    ap.add_argument("--soft", type=Path, required=True)
    ap.add_argument("--known", type=Path, nargs="*", default=[])
    ap.add_argument("--count", type=int, default=3360)
    ap.add_argument("--prefix", default="e", help="of the statements' ids")
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    known = {(r["article"], r["content"][0][0]) for path in args.known for r in read(path)}
    pool = candidates(list(read(args.pool)), np.load(args.soft)["levels"], known)
    with args.out.open("w", encoding="utf-8") as out:
        for number, c in enumerate(chosen(pool, args.count)):
            line = c.row | {
                "id": f"{args.prefix}{number:04d}",
                "kind": kind_of(c.row["text"]),
                "content": [[c.start, c.start + len(c.row["text"])]],
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def kind_of(text: str) -> str:
    """Direct where it opens with a quotation mark, mixed where it holds one, else indirect."""
    if text[0] in "\"“'‘":
        return "direct"
    return "mixed" if any(mark in text for mark in '"“') else "indirect"


if __name__ == "__main__":
    main()
