"""How sure the extractor is: a logistic model over what the tagger measured and what can be read.

The weights are fitted by `training/tagger/calibrate.py` on statements that readers judged; the
figure is the chance that this is a statement and its source right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from stancedesk.nlp.quotes.traits import NAMES as TRAITS

TAGGED = (
    "inside", "least", "reach", "cue_reach", "speech", "direct", "mixed", "no_source", "no_cue",
    "short", "pieces", "carried",
)  # fmt: skip
NAMES = (*TAGGED, *TRAITS)


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
            plain = (2.0, 0.0, 2.0, 0.5, 0.5, 0.5, 0.0, -1.0, -0.5, -0.5, 0.0, 1.5)
            return cls(plain + (0.0,) * len(TRAITS), -2.5)
        weights = fitted["weights"]
        return cls([float(weights.get(name, 0.0)) for name in NAMES], float(fitted["bias"]))

    def confidence(self, measured: Sequence[float]) -> float:
        """The chance that this is a statement and its source right."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, measured, strict=True))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)
