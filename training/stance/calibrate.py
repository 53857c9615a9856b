"""Fits how encoder and rules make one figure, and where levels end, on out-of-fold predictions.

    python -m training.stance.calibrate FOLDS.jsonl [--pool POOL --net FOLDER] [--write VERSION]

FOLDS.jsonl comes from `teacher.py folds` or `train.py folds`. Only real statements count, not the
written ones. Prints what the model card reports; `--write` stores calibration.json and the
codebook's thresholds. A network that learned from another one saw all labels through it, so its
thresholds can't come from folds: with `--pool` and `--net` they are put where the shares of levels
among statements that nobody labelled are those of the statements drawn without regard to level.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np

from stancedesk.nlp.stance.encoder import Encoder
from stancedesk.nlp.stance.names import Names
from stancedesk.nlp.stance.reporting import reporting_words
from stancedesk.nlp.stance.rules import Rules
from stancedesk.paths import resources
from training.stance.rows import ACTS, own_rows, pool_items

VALUES = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("folds", type=Path)
    ap.add_argument("--pool", type=Path, help="statements without labels, from pool.py")
    ap.add_argument("--net", type=Path, help="folder of the network that ships")
    ap.add_argument("--write", metavar="VERSION")
    args = ap.parse_args()
    rows = {row.id: row for row in own_rows()}
    found = [json.loads(line) for line in args.folds.read_text(encoding="utf-8").splitlines()]
    found = [p for p in found if p["id"] in rows and rows[p["id"]].source != "written"]
    gold = np.array([p["gold"] for p in found])
    probabilities = np.array([p["levels"] for p in found])
    rules = Rules.load([resources() / "lexicon"])
    read = [rules.read(rows[p["id"]].item, reporting_words(rows[p["id"]].item)) for p in found]
    worded = np.array([reading.stance for reading in read])

    temperature = min(
        np.arange(0.5, 3.01, 0.05), key=lambda t: loss(soften(probabilities, t), gold)
    )
    soft = soften(probabilities, temperature)
    encoder = soft @ VALUES / 2
    design = np.stack([encoder, worded, np.ones(len(gold))], axis=1)
    weights = np.linalg.lstsq(
        np.vstack([design, np.diag([0.1, 0.1, 0.0])]),
        np.concatenate([gold / 2, np.zeros(3)]),
        rcond=None,
    )[0]
    stance = np.clip(design @ weights, -1, 1)
    drawn = np.array([rows[p["id"]].source == "bench" for p in found])
    bounds = thresholds(stance, gold, drawn)
    level = levels_of(stance, bounds)
    print(
        f"n {len(gold)}  temperature {temperature:.2f}  encoder {weights[0]:.3f} "
        f"rules {weights[1]:.3f} offset {weights[2]:.3f}  thresholds {bounds}"
    )
    for name, (figure, step) in {
        "rules": (worded, levels_of(worded, (-0.75, -0.25, 0.25, 0.75))),
        "encoder": (encoder, soft.argmax(1) - 2),
        "both": (stance, level),
    }.items():
        print(
            f"{name:8} macro-F1 {macro_f1(np.sign(gold), np.sign(step)):5.1f}"
            f"  near {100 * np.mean(abs(gold - step) <= 1):5.1f}"
            f"  level {100 * np.mean(gold == step):5.1f}  alpha {alpha(gold, step):.3f}"
            f"  rho {np.corrcoef(ranks(figure), ranks(gold))[0, 1]:.3f}"
        )
    act = np.array([np.argmax(p["acts"]) for p in found])

    print(
        f"act {100 * np.mean([ACTS[a] == p['act'] for a, p in zip(act, found, strict=True)]):.1f} %"
    )
    print(
        "mean stance per gold level",
        [round(float(stance[gold == k].mean()), 3) if (gold == k).any() else None for k in VALUES],
    )
    print("confusion (gold rows, predicted columns)")
    for k in VALUES:
        print(f"{int(k):3}", [int(((gold == k) & (level == j)).sum()) for j in VALUES])
    for fold in sorted({p["fold"] for p in found}):
        inside = np.array([p["fold"] == fold for p in found])
        print(
            f"  {fold:20} n {inside.sum():5} macro-F1 "
            f"{macro_f1(np.sign(gold[inside]), np.sign(level[inside])):5.1f}"
        )
    if args.pool:
        temperature = 1.0  # it learned probabilities that are soft already
        bounds = shares(pool_stances(args.pool, args.net, rules, weights), gold[drawn])
        print(f"thresholds by shares in the pool {bounds}")
    if args.write:
        write(args.write, float(temperature), weights, bounds)


def pool_stances(pool: Path, net: Path, rules: Rules, weights: np.ndarray) -> np.ndarray:
    """What a network and the rules make of the pool's statements, without fragments and pages."""
    items = [i for i in pool_items(pool) if i.speaker and 20 <= len(i.text) <= 700]
    encoder = Encoder.load(net, Names.load(resources() / "lexicon"), 1.0)
    figures = np.array([opinion.stance for opinion in encoder.read(items)])
    worded = np.array([rules.read(item, reporting_words(item)).stance for item in items])
    design = np.stack([figures, worded, np.ones(len(items))], axis=1)
    return np.clip(design @ weights, -1, 1)


def shares(stance: np.ndarray, gold: np.ndarray) -> tuple[float, float, float, float]:
    """Bounds that cut stances in the shares that the levels have in gold."""
    below = [float(np.mean(gold <= k)) for k in (-2, -1, 0, 1)]
    found = np.quantile(stance, below)
    return tuple(round(float(v), 2) for v in found)  # type: ignore[return-value]


def soften(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Probabilities at another temperature."""
    logits = np.log(np.clip(probabilities, 1e-6, 1)) / temperature
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def loss(probabilities: np.ndarray, gold: np.ndarray) -> float:
    """Mean negative log likelihood of the gold levels."""
    return float(-np.log(probabilities[np.arange(len(gold)), gold + 2] + 1e-9).mean())


def thresholds(
    stance: np.ndarray, gold: np.ndarray, drawn: np.ndarray
) -> tuple[float, float, float, float]:
    """Bounds with the best macro-F1 over signs, and with the best F1 of the outer levels.

    The inner ones are fitted on the statements `drawn` without regard to their level: the readers'
    rounds were chosen for rare levels and settled nearer 0, so their share of zeros is not the
    news'. The outer ones need every rare case.
    """
    inner = max(
        product(np.arange(-0.40, -0.08, 0.01), np.arange(0.08, 0.41, 0.01)),
        key=lambda b: smooth(stance[drawn], gold[drawn], b),
    )
    outer = [-0.7, 0.7]
    for side, k in ((0, -2), (1, 2)):
        at = max(
            np.arange(abs(inner[side]) + 0.08, 0.9, 0.01),
            key=lambda t, k=k: f1(gold == k, np.sign(k) * stance > t),
        )
        outer[side] = float(np.sign(k) * at)
    values = (outer[0], inner[0], inner[1], outer[1])
    return tuple(round(float(v), 2) for v in values)  # type: ignore[return-value]


def smooth(stance: np.ndarray, gold: np.ndarray, bounds: tuple[float, float]) -> float:
    """Macro-F1 over signs, averaged over a small neighbourhood so that no single case decides."""
    total = 0.0
    for a, b in product((-0.03, 0.0, 0.03), repeat=2):
        signs = np.where(stance < bounds[0] + a, -1, np.where(stance > bounds[1] + b, 1, 0))
        total += macro_f1(np.sign(gold), signs)
    return total


def levels_of(stance: np.ndarray, bounds: Sequence[float]) -> np.ndarray:
    """Levels -2 to 2."""
    a, b, c, d = bounds
    return (stance > c).astype(int) + (stance > d) - (stance < b) - (stance < a)


def f1(gold: np.ndarray, found: np.ndarray) -> float:
    """F1 of one class."""
    both = gold.sum() + found.sum()
    return float(2 * (gold & found).sum() / both) if both else 0.0


def macro_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """Macro-F1 over three signs in percent."""
    return 100 * float(np.mean([f1(gold == k, found == k) for k in (-1, 0, 1)]))


def ranks(values: np.ndarray) -> np.ndarray:
    """Mean ranks."""
    order = np.argsort(values, kind="stable")
    out = np.empty(len(values))
    out[order] = np.arange(len(values))
    for value in np.unique(values):
        same = values == value
        out[same] = out[same].mean()
    return out


def alpha(one: np.ndarray, two: np.ndarray) -> float:
    """Krippendorff's alpha with the ordinal metric for two coders without gaps."""
    both = np.concatenate([one, two])
    counts = np.array([(both == k).sum() for k in VALUES], dtype=float)
    gaps = np.zeros((5, 5))
    for i in range(5):
        for j in range(i + 1, 5):
            gap = counts[i : j + 1].sum() - (counts[i] + counts[j]) / 2
            gaps[i, j] = gaps[j, i] = gap**2
    observed = np.mean([gaps[a + 2, b + 2] for a, b in zip(one, two, strict=True)])
    n = counts.sum()
    expected = (counts[:, None] * counts[None, :] * gaps).sum() / (n * (n - 1))
    return float(1 - observed / expected)


def write(version: str, temperature: float, weights: np.ndarray, bounds: Sequence[float]) -> None:
    """Store the calibration beside the model and the thresholds in the codebook."""
    folder = resources() / "models" / "stance"
    folder.mkdir(parents=True, exist_ok=True)
    names = ("encoder", "rules", "offset")
    raw = {"version": version, "temperature": round(temperature, 3)}
    raw |= {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    (folder / "calibration.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    path = resources() / "codebook.toml"
    text = path.read_text(encoding="utf-8")
    line = f"thresholds = [{', '.join(f'{b:.2f}' for b in bounds)}]"
    path.write_text(re.sub(r"^thresholds = .*$", line, text, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    main()
