"""VADER's tone: a separate figure beside stance, never a part of it.

Source: Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of
Social Media Text", ICWSM 2014.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _analyzer() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def tone(text: str) -> float:
    """VADER's compound figure in [-1, 1]; 0 for a text without words it knows."""
    return float(_analyzer().polarity_scores(text)["compound"])
