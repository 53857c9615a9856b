"""Teaches the small network that ships what the large one thinks, and the labels themselves.

    python -m training.stance.distil --pool POOL.jsonl --soft SOFT.npz --own OWN.npz --out NET.pt

SOFT.npz and OWN.npz come from `training.stance.teacher judge`: the large network's logits on the
pool and on the labelled rows. The small one keeps the first layers of all-MiniLM-L6-v2 (Sajjad et
al., Computer Speech & Language 2023: dropping the top ones costs least). Needs the `[train]` extra.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.stance.rows import own_rows, pool_items
from training.stance.train import (
    VALUES,
    Settings,
    batches,
    descend,
    falling,
    framer,
    fresh,
    layers,
    objective,
)

SOFTNESS = 1.5  # temperature at which the large network's probabilities are learned


def imitation(levels: Tensor, acts: Tensor, taught: Tensor, taught_acts: Tensor) -> Tensor:
    """Divergence of level and act logits from the large network's, with its expected level."""
    loss = functional.kl_div(
        (levels / SOFTNESS).log_softmax(-1), (taught / SOFTNESS).softmax(-1), reduction="batchmean"
    )
    gap = ((levels.softmax(-1) - taught.softmax(-1)) * VALUES).sum(-1)
    loss = loss * SOFTNESS**2 + 0.5 * (gap**2).mean()
    return loss + 0.3 * functional.kl_div(
        acts.log_softmax(-1), taught_acts.softmax(-1), reduction="batchmean"
    )


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("--pool", type=Path, required=True)
    ap.add_argument("--soft", type=Path, required=True)
    ap.add_argument("--own", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--layers", type=int, default=3)
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--rate", type=float, default=4e-4)
    ap.add_argument("--limit", type=int, default=0, help="statements of the pool, 0 for all")
    ap.add_argument("--repeat", type=int, default=2, help="times a labelled row comes per pass")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--start", type=Path, help="weights from which training goes on")
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    s = Settings(rate=args.rate, seed=args.seed, epochs=args.epochs)
    rows, make = own_rows(), framer()
    soft, own = np.load(args.soft), np.load(args.own)
    assert len(rows) == len(own["levels"])
    items = pool_items(args.pool)
    chosen = sorted(random.sample(range(len(items)), args.limit or len(items)))
    views = [make.layout(row.item) for row in rows]
    bare = [make.layout(replace(row.item, context="")) for row in rows]
    views += [make.layout(items[i]) for i in chosen]
    taught = torch.from_numpy(np.vstack([own["levels"], soft["levels"][chosen]]))
    taught_acts = torch.from_numpy(np.vstack([own["acts"], soft["acts"][chosen]]))
    print(f"{len(rows)} rows, {len(chosen)} of the pool", file=sys.stderr)

    torch.manual_seed(args.seed)
    net = fresh(depth=args.layers)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    net.train()
    entries = [*range(len(rows))] * args.repeat + [*range(len(rows), len(views))]
    pairs = [rows[i].pair if i < len(rows) else "" for i in entries]
    # Each repetition of a pair is a pair of its own, so that no batch grows beyond its size.
    pairs = [f"{p}/{n // len(rows)}" if p else "" for n, p in enumerate(pairs)]
    steps = args.epochs * (len(entries) // s.batch + 1)
    optimizer = torch.optim.AdamW(layers(net, s), weight_decay=0.01, fused=True)
    schedule = falling(optimizer, steps, warm=0.06, least=0.01)
    began = time.time()
    for epoch in range(args.epochs):
        total = 0.0
        drawn = batches([len(views[i].ids) for i in entries], pairs, s.batch)
        for step, batch in enumerate(drawn):
            index = [entries[n] for n in batch]
            layouts = [
                bare[i] if i < len(rows) and random.random() < s.bare else views[i] for i in index
            ]
            ids, attention, kinds = map(torch.from_numpy, make.batch(layouts))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                levels, acts = net(ids, attention, kinds)
            levels, acts = levels.float(), acts.float()
            loss = imitation(levels, acts, taught[index], taught_acts[index])
            labelled = [k for k, i in enumerate(index) if i < len(rows)]
            if labelled:
                loss = loss + len(labelled) / len(index) * objective(
                    levels[labelled], acts[labelled], [rows[index[k]] for k in labelled], s
                )
            total += descend(loss, net, optimizer, schedule)
            if step % 300 == 299:
                print(
                    f"{epoch + 1}: {step + 1} of {len(drawn)} loss {total / (step + 1):.3f} "
                    f"{time.time() - began:.0f} s",
                    file=sys.stderr,
                )
        torch.save(net.state_dict(), args.out)


if __name__ == "__main__":
    main()
