"""The parties that a statement is about or addressed to, other than the speaker's own.

Every party named near a statement, or most in its article, is a candidate. What speaks for and
against each is summed with weights learned from labelled statements; the weights stand in
`resources/lexicon/target_weights.tsv`, and `training/actors/targets.py` says how they come about.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from stancedesk.errors import UserError
from stancedesk.nlp.actors import tables
from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.target_aims import Aim, turns
from stancedesk.nlp.actors.target_features import Reading
from stancedesk.nlp.actors.target_mentions import Mentions
from stancedesk.paths import resources

FIRST = 0.4
"""Least chance of the likeliest party."""

SECOND = 0.75
"""Least chance of the second one, whose odds must not be below a quarter of the first one's."""

_ODDS = 4.0


class Targets:
    """Finds targets with a knowledge base.

    Args:
        kb: The knowledge base.
        weights: Features with their weights; by default the shipped ones.
    """

    def __init__(self, kb: KnowledgeBase, weights: Mapping[str, float] | None = None) -> None:
        self.kb = kb
        self._weights = shipped_weights() if weights is None else weights

    def find(self, memory: ArticleMemory, aims: Sequence[Aim]) -> list[tuple[str, ...]]:
        """Codes of at most two parties for each statement of an article, the likelier first.

        Args:
            memory: The article.
            aims: Its statements in order of the text.
        """
        return [
            best({code: chance(self._weights, names) for code, names in features.items()})
            for features in self.features(memory, aims)
        ]

    def features(self, memory: ArticleMemory, aims: Sequence[Aim]) -> list[dict[str, list[str]]]:
        """The features of each party in question, for each statement of an article."""
        mentions = Mentions(memory)
        whole = [replace(aim, own=self._own(aim)) for aim in aims]
        return [
            Reading(aim, around, mentions).features()
            for aim, around in zip(whole, turns([aim.own for aim in whole]), strict=True)
        ]

    def _own(self, aim: Aim) -> frozenset[str]:
        """What the speaker speaks for, and the states that these belong to."""
        states = [self.kb.state_of(code) for code in aim.own]
        return aim.own | {code for code in states if code}


def chance(weights: Mapping[str, float], names: Sequence[str]) -> float:
    """The chance that a party with these features is a target, in [0, 1]."""
    total = sum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def best(chances: Mapping[str, float]) -> tuple[str, ...]:
    """The party whose chance is highest, if it is high enough, and a second one close to it."""
    ranked = sorted(chances.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < FIRST:
        return ()
    if len(ranked) < 2 or ranked[1][1] < SECOND or _odds(ranked) > _ODDS:
        return (ranked[0][0],)
    return tuple(code for code, _ in ranked)


def _odds(ranked: Sequence[tuple[str, float]]) -> float:
    """How many times the odds of the second party the odds of the first one are."""
    (_, first), (_, second) = ranked
    return first * (1 - second) / max(1e-12, (1 - first) * second)


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weights that were learned, by the name of the feature."""
    return read_weights(resources() / "lexicon" / "target_weights.tsv")


def read_weights(path: Path) -> dict[str, float]:
    """A table of features and weights.

    Raises:
        UserError: The table is missing or a weight is no figure.
    """
    try:
        return {row["feature"]: float(row["weight"]) for _, row in tables.rows(path)}
    except (KeyError, ValueError) as error:
        raise UserError(f"{path.name} is broken: {error}.", "Reinstall StanceDesk.") from error
