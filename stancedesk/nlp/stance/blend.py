"""How encoder and rules make one figure; fitted on held-out folds, kept beside the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from stancedesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Blend:
    """stance = encoder * E + rules * R + offset, kept in [-1, 1].

    E is half the encoder's expected level, R the sum of the rules' contributions. `temperature`
    softens the encoder's probabilities so that they are as sure as they are right.
    """

    version: str = "rules"
    temperature: float = 1.0
    encoder: float = 0.0
    rules: float = 1.0
    offset: float = 0.0

    @classmethod
    def load(cls, path: Path) -> Blend:
        """Read `calibration.json`.

        Raises:
            UserError: The file lacks a figure.
        """
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                str(raw["version"]),
                float(raw["temperature"]),
                float(raw["encoder"]),
                float(raw["rules"]),
                float(raw["offset"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UserError(
                f"The stance model's {path.name} cannot be used: {error}.",
                "Install the application again.",
            ) from error
