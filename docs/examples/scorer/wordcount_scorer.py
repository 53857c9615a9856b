"""An example: stance as the balance of two short lists of words. For learning, not for research."""

from __future__ import annotations

from collections.abc import Sequence

from stancedesk.core.model import Act, Evidence
from stancedesk.core.ports import StanceItem, StanceScore

WEIGHTS = {"attack": -0.8, "sanctions": -0.5, "warn": -0.3, "talks": 0.3, "peace": 0.4}


class WordCount:
    """Adds up the weights of the words that it knows."""

    name = "wordcount"
    version = "1.0"

    def score(self, items: Sequence[StanceItem]) -> list[StanceScore]:
        """One score for each item, in order."""
        return [self._score(item.text) for item in items]

    def _score(self, text: str) -> StanceScore:
        lower = text.lower()
        evidence = tuple(
            Evidence("stance", "word", (at, at + len(word)), text[at : at + len(word)], weight)
            for word, weight in WEIGHTS.items()
            if (at := lower.find(word)) >= 0
        )
        stance = max(-1.0, min(1.0, sum(reason.weight or 0.0 for reason in evidence)))
        return StanceScore(stance, round(2 * stance), Act.OTHER, 0.5, evidence)
