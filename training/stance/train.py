"""Fine-tunes the stance encoder and measures it out of fold.

    python -m training.stance.train fit --out DIR [--seeds 1 2 3]
    python -m training.stance.train folds --out PREDICTIONS.jsonl [--by crisis|crises|random]

Needs the `[train]` extra. The seed fixes everything but the order of floating point sums.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from stancedesk.nlp.stance.framing import Framer
from stancedesk.nlp.stance.names import Names
from stancedesk.paths import resources
from training.stance.network import StanceNet, base_folder, depth_of
from training.stance.rows import ACTS, Row, own_rows

# Four groups of crises that go out together: stricter than one crisis at a time, and cheaper.
GROUPS = {
    "ukraine_russia": "1",
    "south_asia": "1",
    "iran": "2",
    "americas_europe": "2",
    "north_korea": "3",
    "turkey_gulf_africa": "3",
    "syria_iraq_isis": "4",
    "israel_palestine": "4",
    "china": "4",
}
VALUES = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])


@dataclass(frozen=True)
class Settings:
    """What a run is made with."""

    epochs: int = 5
    batch: int = 32
    rate: float = 2.5e-4
    decay: float = 0.85
    smooth: float = 0.08
    distance: float = 0.3
    act: float = 0.4
    bare: float = 0.15
    written: float = 0.7
    rank: float = 0.3
    seed: int = 1


def framer() -> Framer:
    """The product's own framing, so that training and use see the same."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    return Framer(tokenizer, Names.load(resources() / "lexicon"))


def fresh(start: Path | None = None, depth: int | None = None) -> StanceNet:
    """The network before training: the same heads for every seed, so that seeds can be averaged.

    `depth` is how many of the encoder's first layers it keeps, by default all. The word vectors
    stay as they are: a few thousand statements touch few of them.
    """
    torch.manual_seed(0)
    weights = torch.load(start) if start else None
    net = StanceNet(base_folder(), depth=depth_of(weights) if weights else depth)
    if weights:
        net.load_state_dict(weights, strict=False)
    net.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return net


def soup(nets: Sequence[StanceNet]) -> StanceNet:
    """The mean of networks trained from one start (Wortsman et al., ICML 2022)."""
    states = [net.state_dict() for net in nets]
    out = fresh()
    out.load_state_dict(
        {
            name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype)
            for name, value in states[0].items()
        }
    )
    return out.eval()


def soft_targets(votes: Sequence[Sequence[int]], smooth: float) -> torch.Tensor:
    """Shares of the five levels among votes, with a little weight on the neighbours of each."""
    out = torch.zeros(len(votes), 5)
    for i, levels in enumerate(votes):
        for level in levels:
            k = level + 2
            out[i, k] += 1.0
            for near in (k - 1, k + 1):
                if 0 <= near < 5:
                    out[i, near] += smooth
        out[i] /= out[i].sum()
    return out


def layers(net: StanceNet, s: Settings) -> list[dict[str, object]]:
    """Parameter groups whose rate falls towards the embeddings."""
    groups = [
        {"params": [*net.level.parameters(), *net.act.parameters()], "lr": s.rate * 5},
    ]
    blocks = [*reversed(net.encoder.encoder.layer), net.encoder.embeddings]
    for depth, block in enumerate(blocks):
        trained = [p for p in block.parameters() if p.requires_grad]
        groups.append({"params": trained, "lr": s.rate * s.decay**depth})
    return groups


def fit(
    rows: Sequence[Row], s: Settings, start: Path | None = None, quiet: bool = False
) -> StanceNet:
    """Train one network on rows."""
    random.seed(s.seed)
    net = fresh(start)
    torch.manual_seed(s.seed)
    make = framer()
    full = [make.layout(row.item) for row in rows]
    bare = [make.layout(replace(row.item, context="")) for row in rows]
    steps = s.epochs * (len(rows) // s.batch + 1)
    optimizer = torch.optim.AdamW(layers(net, s), weight_decay=0.01)
    schedule = falling(optimizer, steps)
    net.train()
    began = time.time()
    for epoch in range(s.epochs):
        total = 0.0
        for batch in batches([len(x.ids) for x in full], [r.pair for r in rows], s.batch):
            drawn = [bare[i] if random.random() < s.bare else full[i] for i in batch]
            ids, attention, kinds = map(torch.from_numpy, make.batch(drawn))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                level_logits, act_logits = net(ids, attention, kinds)
            level_logits, act_logits = level_logits.float(), act_logits.float()
            loss = objective(level_logits, act_logits, [rows[i] for i in batch], s)
            total += descend(loss, net, optimizer, schedule)
        if not quiet:
            print(
                f"epoch {epoch + 1} loss {total / (len(rows) / s.batch):.3f} "
                f"{time.time() - began:.0f} s",
                file=sys.stderr,
            )
    return net.eval()


def falling(
    optimizer: torch.optim.Optimizer, steps: int, warm: float = 0.1, least: float = 0.02
) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over the share `warm` of all steps, then falls to the share `least`."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min(1.0, (i + 1) / (warm * steps)) * max(least, 1 - i / steps)
    )


def descend(
    loss: torch.Tensor,
    net: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> float:
    """One step down the loss with the gradient's norm held at 1; returns the loss."""
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    return float(loss.detach())


def objective(
    levels: torch.Tensor, acts: torch.Tensor, rows: Sequence[Row], s: Settings
) -> torch.Tensor:
    """The loss of level logits (rows, 5) and act logits (rows, acts) against the rows' labels."""
    votes = [row.votes or (row.level,) for row in rows]
    gold = torch.tensor([sum(v) / len(v) for v in votes])
    weights = torch.tensor([s.written if row.source == "written" else 1.0 for row in rows])
    expected = (levels.softmax(-1) * VALUES).sum(-1)
    loss = -(soft_targets(votes, s.smooth) * levels.log_softmax(-1)).sum(-1)
    loss = loss + s.distance * (expected - gold) ** 2
    loss = loss + s.act * functional.cross_entropy(
        acts,
        torch.tensor([ACTS.index(row.act) for row in rows]),
        reduction="none",
        label_smoothing=0.05,
    )
    settled = torch.tensor([float(row.level) for row in rows])
    return (loss * weights).mean() + s.rank * ranking(expected, settled, [r.pair for r in rows])


def ranking(expected: torch.Tensor, levels: torch.Tensor, pairs: Sequence[str]) -> torch.Tensor:
    """Loss on the members of one pair: their order with a margin, or that they are equal."""
    terms = []
    for i, j in combinations(range(len(pairs)), 2):
        if pairs[i] and pairs[i] == pairs[j]:
            gap = levels[i] - levels[j]
            if gap == 0:
                terms.append((expected[i] - expected[j]) ** 2)
                continue
            terms.append(torch.relu(gap.abs() * 0.8 - gap.sign() * (expected[i] - expected[j])))
    return torch.stack(terms).mean() if terms else expected.sum() * 0.0


def batches(lengths: Sequence[int], pairs: Sequence[str], size: int) -> list[list[int]]:
    """Random batches of items of like length, the members of a pair together."""
    groups: dict[str, list[int]] = {}
    for i, pair in enumerate(pairs):
        groups.setdefault(pair or f"alone-{i}", []).append(i)
    keyed = sorted(
        groups.values(), key=lambda g: max(lengths[i] for i in g) * random.uniform(0.8, 1.25)
    )
    order = [i for group in keyed for i in group]
    out = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(out)
    return out


@torch.no_grad()
def predict(net: StanceNet, rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Level probabilities and act probabilities of rows."""
    make = framer()
    layouts = [make.layout(row.item) for row in rows]
    levels, acts = np.zeros((len(rows), 5)), np.zeros((len(rows), len(ACTS)))
    order = sorted(range(len(rows)), key=lambda i: len(layouts[i].ids))
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        ids, attention, kinds = map(torch.from_numpy, make.batch([layouts[i] for i in part]))
        level_logits, act_logits = net(ids, attention, kinds)
        levels[part] = level_logits.softmax(-1).numpy()
        acts[part] = act_logits.softmax(-1).numpy()
    return levels, acts


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("what", choices=["fit", "folds"])
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--seeds", type=int, nargs="+", default=[1])
    ap.add_argument("--by", choices=["crisis", "crises", "random"], default="crisis")
    ap.add_argument("--only", nargs="*", help="folds to run")
    ap.add_argument("--epochs", type=int, default=Settings.epochs)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--no-written", action="store_true")
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    rows = own_rows()
    if args.no_written:
        rows = [row for row in rows if row.source != "written"]
    print(f"{len(rows)} rows", file=sys.stderr)
    if args.what == "fit":
        args.out.mkdir(parents=True, exist_ok=True)
        for seed in args.seeds:
            net = fit(rows, Settings(seed=seed, epochs=args.epochs))
            torch.save(net.state_dict(), args.out / f"seed{seed}.pt")
        nets = [fresh(path) for path in sorted(args.out.glob("seed*.pt"))]
        torch.save(soup(nets).state_dict(), args.out / "soup.pt")
        return
    folds = fold_names(rows, args.by)
    with args.out.open("w", encoding="utf-8") as out:
        for name in sorted(set(folds)):
            if args.only and name not in args.only:
                continue
            inside = [r for r, f in zip(rows, folds, strict=True) if f != name]
            outside = [r for r, f in zip(rows, folds, strict=True) if f == name]
            outside = [r for r in outside if r.source != "written"] or outside
            net = fit(inside, Settings(seed=args.seeds[0], epochs=args.epochs), quiet=True)
            levels, acts = predict(net, outside)
            for row, level, act in zip(outside, levels, acts, strict=True):
                print(
                    json.dumps(
                        {
                            "id": row.id,
                            "fold": name,
                            "gold": row.level,
                            "act": row.act,
                            "levels": [round(float(p), 4) for p in level],
                            "acts": [round(float(p), 4) for p in act],
                        }
                    ),
                    file=out,
                    flush=True,
                )
            print(name, len(outside), file=sys.stderr)


def fold_names(rows: Sequence[Row], by: str) -> list[str]:
    """The fold of each row: its crisis, or one of five at random with pairs together."""
    if by == "crisis":
        return [row.fold for row in rows]
    if by == "crises":
        return [GROUPS.get(row.fold, "other") for row in rows]
    dice = random.Random(7)
    groups: dict[str, str] = {}
    return [groups.setdefault(row.pair or row.id, str(dice.randrange(5))) for row in rows]


if __name__ == "__main__":
    main()
