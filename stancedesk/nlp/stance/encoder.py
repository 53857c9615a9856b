"""Runs the fine-tuned sentence encoder: level and act probabilities of a framed statement.

One item at a time: quantised to int8, the network scales its activations by what it is given, so
in a batch the neighbours would change an item's score. The figures are then those of the item
alone on every machine, up to the rounding of floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.networks import open_network
from stancedesk.nlp.stance.framing import Framer, Layout
from stancedesk.nlp.stance.names import Names

Floats = npt.NDArray[np.float64]
_VALUES = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the encoder thinks: probabilities of the levels -2 to 2 and of the acts."""

    levels: Floats
    acts: Floats

    @property
    def stance(self) -> float:
        """Half the expected level: a figure in [-1, 1]."""
        return float(self.levels @ _VALUES) / 2.0


class Encoder:
    """The networks in ONNX with their tokenizer; their probabilities are averaged."""

    def __init__(self, sessions: Sequence[Any], framer: Framer, temperature: float) -> None:
        self._sessions, self._framer, self._temperature = sessions, framer, temperature

    @classmethod
    def load(cls, folder: Path, names: Names, temperature: float) -> Encoder:
        """Open every `model*.onnx` and the `tokenizer.json` of a folder."""
        sessions = [open_network(path) for path in networks(folder)]
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return cls(sessions, Framer(tokenizer, names), temperature)

    def read(self, items: Sequence[StanceItem]) -> list[Opinion]:
        """An opinion on each item, in order."""
        return [self._run(self._framer.layout(item)) for item in items]

    def _run(self, layout: Layout) -> Opinion:
        ids, attention, kinds = self._framer.batch([layout])
        feed = {"ids": ids, "attention": attention, "kinds": kinds}
        outputs = [session.run(["levels", "acts"], feed) for session in self._sessions]
        levels = [_softmax(levels[0] / self._temperature) for levels, _ in outputs]
        acts = [_softmax(acts[0]) for _, acts in outputs]
        return Opinion(np.mean(levels, axis=0), np.mean(acts, axis=0))


def networks(folder: Path) -> list[Path]:
    """The network files of a model folder, in order of their names."""
    return sorted(folder.glob("model*.onnx"))


def _softmax(logits: npt.NDArray[Any]) -> Floats:
    shifted = np.asarray(logits, dtype=np.float64)
    powers = np.exp(shifted - shifted.max())
    return np.asarray(powers / powers.sum(), dtype=np.float64)
