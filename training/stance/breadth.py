"""Checks breadth: how much the encoder knows of event-coded sentences, in five folds.

    python -m training.stance.breadth NETWORK.pt [--tune]

Event codes say who did what, not what a statement does (a demand is 0 there), so the product's
level is not asked. A linear head over the encoder's pooled states is fitted on four folds and
judged on the fifth by the benchmark's own scorer; with `--tune` the encoder is trained on them too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from torch.nn import functional

from stancedesk.core.ports import StanceItem
from training.stance.network import StanceNet
from training.stance.rows import SHARED
from training.stance.train import batches, framer, fresh

FOLDS = 5


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("network", type=Path)
    ap.add_argument("--tune", action="store_true")
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    gold = SHARED / "bench" / "stance.train.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    items = [StanceItem(row["text"], "", row.get("source_actor") or "") for row in rows]
    labels = np.array([row["label"] for row in rows])
    order = np.random.default_rng(5).permutation(len(rows))
    found = np.zeros((len(rows), 3))
    net = fresh(args.network).eval()
    features = pooled(net, items)
    for fold in range(FOLDS):
        outside = order[fold::FOLDS]
        inside = np.setdiff1d(order, outside)
        if args.tune:
            tuned = tune(args.network, [items[i] for i in inside], labels[inside])
            features = pooled(tuned, items)
        scale = StandardScaler().fit(features[inside])
        head = LogisticRegression(C=0.02, max_iter=2000, class_weight="balanced")
        head.fit(scale.transform(features[inside]), labels[inside])
        found[outside] = head.predict_proba(scale.transform(features[outside]))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for row, p in zip(rows, found, strict=True):
            level = int(p.argmax()) - 1
            print(
                json.dumps({"id": row["id"], "stance": float(p[2] - p[0]), "level": level}),
                file=out,
            )
        out.flush()
        scorer = SHARED / "bench" / "score_stance.py"
        subprocess.run([sys.executable, str(scorer), str(gold), out.name], check=True)


@torch.no_grad()
def pooled(net: StanceNet, items: list[StanceItem]) -> np.ndarray:
    """Pooled states of items."""
    make = framer()
    layouts = [make.layout(item) for item in items]
    order = sorted(range(len(items)), key=lambda i: len(layouts[i].ids))
    out = np.zeros((len(items), 3 * net.encoder.config.hidden_size), dtype=np.float32)
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        ids, attention, kinds = map(torch.from_numpy, make.batch([layouts[i] for i in part]))
        out[part] = net.pooled(ids, attention, kinds).numpy()
    return out


def tune(network: Path, items: list[StanceItem], labels: np.ndarray, epochs: int = 2) -> StanceNet:
    """The network trained further on event-coded sentences with its third head."""
    net = fresh(network).train()
    make = framer()
    layouts = [make.layout(item) for item in items]
    targets = torch.from_numpy(labels + 1)
    optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=5e-5)
    for _ in range(epochs):
        for batch in batches([len(x.ids) for x in layouts], [""] * len(items), 32):
            ids, attention, kinds = map(torch.from_numpy, make.batch([layouts[i] for i in batch]))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = net.event(net.dropout(net.pooled(ids, attention, kinds)))
            loss = functional.cross_entropy(logits.float(), targets[torch.tensor(batch)])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()


if __name__ == "__main__":
    main()
