"""Which articles of PolNeAR train teach the tagger, and which are held out for calibration."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

SEED = 20220215
HELD_OUT = 30


def shuffled(data: Path) -> list[dict[str, Any]]:
    """The articles of PolNeAR train in the order of the seed."""
    with (data / "polnear.train.jsonl").open(encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines if line.strip()]
    random.Random(SEED).shuffle(docs)
    return docs


def taught(data: Path) -> list[dict[str, Any]]:
    """Articles that the tagger learns from."""
    return shuffled(data)[HELD_OUT:]


def held_out(data: Path) -> list[dict[str, Any]]:
    """Articles that it never sees."""
    return shuffled(data)[:HELD_OUT]
