"""How sure the extractor is of a statement: a logistic model over what the tagger measured.

The weights are fitted by `training/tagger/calibrate.py` on articles that the tagger never saw;
the figure is the chance that words and source are both right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

NAMES = (
    "inside", "least", "reach", "cue_reach", "speech", "direct", "mixed", "no_source", "no_cue",
    "short", "pieces",
)  # fmt: skip


class Calibration:
    """Maps measurements, in the order of `NAMES`, to a confidence in [0, 1]."""

    def __init__(self, weights: Sequence[float], bias: float) -> None:
        self.weights = tuple(weights)
        self.bias = bias

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Calibration:
        """The calibration in a model's settings, or a plain product of the chances without one."""
        fitted = settings.get("confidence")
        if not fitted:
            return cls((2.0, 0.0, 2.0, 0.5, 0.5, 0.5, 0.0, -1.0, -0.5, -0.5, 0.0), -2.5)
        return cls([float(fitted["weights"][name]) for name in NAMES], float(fitted["bias"]))

    def confidence(self, measured: Sequence[float]) -> float:
        """The chance that a statement is right."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, measured, strict=True))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)
