"""Trains a large network on the labels, and lets it say what it thinks of unlabelled statements.

    python -m training.stance.teacher fit --base FOLDER --out DIR [--seeds 1 2]
    python -m training.stance.teacher folds --base FOLDER --out PREDICTIONS.jsonl [--by crises]
    python -m training.stance.teacher judge --base FOLDER --nets DIR [--pool POOL] --out SOFT.npz

`--base` is a folder with all-mpnet-base-v2 (109 million parameters, Apache-2.0), too slow to ship.
Its lower half stays as it is, so that what it makes of a statement is computed once and kept; only
the upper half is trained. Needs the `[train]` extra.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance.framing import Framer, Layout
from stancedesk.nlp.stance.names import Names
from stancedesk.paths import resources
from training.stance.network import pooled_states
from training.stance.rows import ACTS, Row, own_rows, pool_items
from training.stance.train import Settings, batches, descend, falling, fold_names, objective

FROZEN = 6


class Upper(nn.Module):
    """The trained half: transformer layers and the heads."""

    def __init__(self, folder: Path, frozen: int = FROZEN, dropout: float = 0.1) -> None:
        super().__init__()
        base = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.encoder = base.encoder
        self.encoder.layer = self.encoder.layer[frozen:]
        self.encoder.relative_attention_bias.weight.requires_grad_(False)
        width = base.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.level = nn.Linear(3 * width, 5)
        self.act = nn.Linear(3 * width, len(ACTS))

    def forward(self, states: Tensor, attention: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of levels and acts from the frozen half's states (items, tokens, width)."""
        bias = (1.0 - attention[:, None, None, :].to(states.dtype)) * -1e4
        top = self.encoder(states, bias)[0]
        pooled = self.dropout(pooled_states(top, attention, kinds))
        return self.level(pooled), self.act(pooled)


class Lower:
    """The frozen half, with the framing that suits its tokenizer."""

    def __init__(self, folder: Path, frozen: int = FROZEN) -> None:
        base = AutoModel.from_pretrained(folder, add_pooling_layer=False).eval()
        base.encoder.layer = base.encoder.layer[:frozen]
        self.base = base
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.framer = Framer(tokenizer, Names.load(resources() / "lexicon"))
        self.ends = [tokenizer.token_to_id(t) for t in ("<s>", "</s>", "<pad>")]

    def layout(self, item: StanceItem) -> Layout:
        """An item's layout with this tokenizer's own marks of beginning and end."""
        made = self.framer.layout(item)
        start, stop, _ = self.ends
        return Layout((start, *made.ids[1:-1], stop), made.kinds)

    @torch.no_grad()
    def states(self, layouts: Sequence[Layout]) -> list[Tensor]:
        """States of each layout's tokens, (tokens, width) in bfloat16."""
        out: list[Tensor] = [torch.empty(0)] * len(layouts)
        order = sorted(range(len(layouts)), key=lambda i: len(layouts[i].ids))
        for at in range(0, len(order), 32):
            part = order[at : at + 32]
            width = max(len(layouts[i].ids) for i in part)
            ids = torch.full((len(part), width), self.ends[2])
            attention = torch.zeros_like(ids)
            for row, i in enumerate(part):
                n = len(layouts[i].ids)
                ids[row, :n], attention[row, :n] = torch.tensor(layouts[i].ids), 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                top = self.base(input_ids=ids, attention_mask=attention).last_hidden_state
            for row, i in enumerate(part):
                out[i] = top[row, : len(layouts[i].ids)].to(torch.bfloat16).clone()
        return out


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as the frozen half leaves it."""

    states: Tensor
    kinds: Tensor


def see(lower: Lower, items: Sequence[StanceItem]) -> list[Seen]:
    """The frozen half's view of items."""
    layouts = [lower.layout(item) for item in items]
    return [
        Seen(states, torch.tensor(layout.kinds))
        for states, layout in zip(lower.states(layouts), layouts, strict=True)
    ]


def stack(seen: Sequence[Seen]) -> tuple[Tensor, Tensor, Tensor]:
    """States, attention and kinds of several statements, padded."""
    states = nn.utils.rnn.pad_sequence([s.states for s in seen], batch_first=True)
    kinds = nn.utils.rnn.pad_sequence([s.kinds for s in seen], batch_first=True)
    attention = torch.zeros_like(kinds)
    for row, s in enumerate(seen):
        attention[row, : len(s.kinds)] = 1
    return states, attention, kinds


def fit(
    folder: Path,
    rows: Sequence[Row],
    full: Sequence[Seen],
    bare: Sequence[Seen],
    s: Settings,
    quiet: bool = False,
    frozen: int = FROZEN,
    start: Path | None = None,
) -> Upper:
    """Train the upper half on rows and their two views, with and without the paragraph.

    Training goes on from the weights in `start`, where there are any.
    """
    random.seed(s.seed)
    torch.manual_seed(s.seed)
    net = Upper(folder, frozen)
    if start:
        net.load_state_dict(torch.load(start))
    heads = [*net.level.parameters(), *net.act.parameters()]
    groups = [{"params": heads, "lr": s.rate * 10}]
    for depth, layer in enumerate(reversed(net.encoder.layer)):
        groups.append({"params": list(layer.parameters()), "lr": s.rate * s.decay**depth})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = s.epochs * (len(rows) // s.batch + 1)
    schedule = falling(optimizer, steps)
    net.train()
    began = time.time()
    for epoch in range(s.epochs):
        total = 0.0
        for batch in batches([len(v.kinds) for v in full], [r.pair for r in rows], s.batch):
            drawn = [bare[i] if random.random() < s.bare else full[i] for i in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                levels, acts = net(*stack(drawn))
            loss = objective(levels.float(), acts.float(), [rows[i] for i in batch], s)
            total += descend(loss, net, optimizer, schedule)
        if not quiet:
            mean = total / (len(rows) / s.batch)
            print(f"epoch {epoch + 1} loss {mean:.3f} {time.time() - began:.0f} s", file=sys.stderr)
    return net.eval()


@torch.no_grad()
def predict(net: Upper, seen: Sequence[Seen]) -> tuple[np.ndarray, np.ndarray]:
    """Logits of levels (items, 5) and of acts (items, acts)."""
    levels, acts = np.zeros((len(seen), 5)), np.zeros((len(seen), len(ACTS)))
    order = sorted(range(len(seen)), key=lambda i: len(seen[i].kinds))
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            level, act = net(*stack([seen[i] for i in part]))
        levels[part], acts[part] = level.float().numpy(), act.float().numpy()
    return levels, acts


def judge(args: argparse.Namespace) -> None:
    """Mean logits of the trained networks on a pool, in pieces that fit in memory."""
    lower = Lower(args.base, args.frozen)
    nets = []
    for path in sorted(args.nets.glob("*.pt")):
        net = Upper(args.base, args.frozen)
        net.load_state_dict(torch.load(path))
        nets.append(net.eval())
    items = pool_items(args.pool) if args.pool else [row.item for row in own_rows()]
    levels, acts = np.zeros((len(items), 5)), np.zeros((len(items), len(ACTS)))
    for at in range(0, len(items), 2000):
        seen = see(lower, items[at : at + 2000])
        for net in nets:
            level, act = predict(net, seen)
            levels[at : at + 2000] += level / len(nets)
            acts[at : at + 2000] += act / len(nets)
        print(f"{at + len(seen)} of {len(items)}", file=sys.stderr)
    np.savez_compressed(args.out, levels=levels.astype("f4"), acts=acts.astype("f4"))


def folds(args: argparse.Namespace, lower: Lower, rows: list[Row]) -> None:
    """Predictions on the real statements of each fold by a network that did not see the fold.

    To save time it always sees the paragraph.
    """
    full = see(lower, [row.item for row in rows])
    names = fold_names(rows, args.by)
    with args.out.open("w", encoding="utf-8") as out:
        for name in sorted(set(names)):
            if args.only and name not in args.only:
                continue
            inside = [i for i, fold in enumerate(names) if fold != name]
            outside = [i for i, f in enumerate(names) if f == name and rows[i].source != "written"]
            if not outside:
                continue
            net = fit(
                args.base,
                [rows[i] for i in inside],
                [full[i] for i in inside],
                [full[i] for i in inside],
                settings(args, args.seeds[0]),
                quiet=True,
                frozen=args.frozen,
            )
            levels, acts = predict(net, [full[i] for i in outside])
            for i, level, act in zip(outside, softmax(levels), softmax(acts), strict=True):
                line = {
                    "id": rows[i].id,
                    "fold": name,
                    "gold": rows[i].level,
                    "act": rows[i].act,
                    "levels": [round(float(p), 4) for p in level],
                    "acts": [round(float(p), 4) for p in act],
                }
                print(json.dumps(line), file=out, flush=True)
            print(name, len(outside), file=sys.stderr)


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities of each row."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True))


def settings(args: argparse.Namespace, seed: int) -> Settings:
    """What a large network is trained with."""
    return Settings(epochs=args.epochs, rate=args.rate, decay=0.9, seed=seed)


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("what", choices=["fit", "folds", "judge"])
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--nets", type=Path)
    ap.add_argument("--pool", type=Path)
    ap.add_argument("--seeds", type=int, nargs="+", default=[1])
    ap.add_argument("--by", choices=["crisis", "crises", "random"], default="crises")
    ap.add_argument("--only", nargs="*")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--rate", type=float, default=6e-5)
    ap.add_argument("--frozen", type=int, default=FROZEN, help="layers that stay as they are")
    ap.add_argument("--start", type=Path, help="weights from which training goes on")
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    if args.what == "judge":
        judge(args)
        return
    lower, rows = Lower(args.base, args.frozen), own_rows()
    print(f"{len(rows)} rows", file=sys.stderr)
    if args.what == "folds":
        folds(args, lower, rows)
        return
    full = see(lower, [row.item for row in rows])
    bare = see(lower, [replace(row.item, context="") for row in rows])
    args.out.mkdir(parents=True, exist_ok=True)
    for seed in args.seeds:
        s = settings(args, seed)
        net = fit(args.base, rows, full, bare, s, frozen=args.frozen, start=args.start)
        torch.save(net.state_dict(), args.out / f"seed{seed}.pt")


if __name__ == "__main__":
    main()
