"""Runs the trained tagger (ONNX) over windows of word pieces."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stancedesk.errors import UserError
from stancedesk.nlp.networks import open_network
from stancedesk.nlp.quotes.confidence import Calibration
from stancedesk.nlp.quotes.windows import Pieces

Floats = NDArray[np.float32]
_START, _END = 101, 102


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of a window of n pieces.

    `content` (n x 5: O, B/I speech, B/I other), `source` and `cue` (n x 3: O, B, I) are
    probabilities. `queries` (n x 3 x d) and `keys` (n+1 x 3 x d, the first for "nowhere") give by
    their products how strongly a piece of content points to its source, cue and beginning.
    """

    pieces: Pieces
    content: Floats
    source: Floats
    cue: Floats
    queries: Floats
    keys: Floats


class Tagger:
    """The model in a folder: `tagger.onnx`, `tokenizer.json`, `config.json`.

    Args:
        folder: Where the three files are.
        threads: Threads that one window may use.

    Raises:
        UserError: A file is missing or damaged.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        from tokenizers import Tokenizer

        try:
            self.settings: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = open_network(folder / "tagger.onnx", threads)
        except Exception as error:
            raise UserError(
                f"The statement model in {folder} cannot be read: {error}",
                "Reinstall StanceDesk to restore it.",
            ) from error
        self.calibration = Calibration.of(self.settings)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.colon = int(self.tokenizer.token_to_id(":") or 0)
        self.stops = frozenset(int(self.tokenizer.token_to_id(c) or 0) for c in ".!?")

    def read(self, window: Pieces) -> Reading:
        """What the tagger says of a window.

        One at a time: 8-bit activations are scaled over a whole batch, so that neighbours in a
        batch would change the answer, and padding would make it slower, too.
        """
        n = len(window)
        ids = np.empty((1, n + 2), dtype=np.int64)
        types = np.zeros_like(ids)
        ids[0, 0], ids[0, n + 1] = _START, _END
        ids[0, 1:-1], types[0, 1:-1] = window.ids, window.types
        labels, queries, keys = self._session.run(
            ["labels", "queries", "keys"], {"ids": ids, "types": types, "mask": np.ones_like(ids)}
        )
        parts = labels[0, 1:-1]
        return Reading(
            window,
            by_word(softmax(parts[:, :5]), window.inner),
            by_word(softmax(parts[:, 5:8]), window.inner),
            by_word(softmax(parts[:, 8:]), window.inner),
            queries[0, 1:-1].reshape(n, 3, -1),
            keys[0, :-1].reshape(n + 1, 3, -1),
        )


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out


def by_word(chances: Floats, inner: NDArray[np.bool_]) -> Floats:
    """Chances of a word's first piece for all its pieces, so that no span ends within a word.

    Columns are O, then B and I of each kind; what goes on with a word begins nothing.
    """
    first = np.maximum.accumulate(np.where(inner, 0, np.arange(len(inner))))
    out = chances[first]
    for begin in range(1, chances.shape[1], 2):
        out[inner, begin + 1] += out[inner, begin]
        out[inner, begin] = 0.0
    return out


def pointed(reading: Reading, start: int, end: int) -> Floats:
    """Where content pieces `start` to `end` point: (3 x n+1) probabilities; column 0: nowhere."""
    query = reading.queries[start:end].mean(0)
    scores = np.einsum("pd,npd->pn", query, reading.keys) / math.sqrt(query.shape[-1])
    return softmax(scores.astype(np.float32))
