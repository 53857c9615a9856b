"""The stance scorer: rules and, where its model is installed, the encoder in one figure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from stancedesk.core.codebook import Codebook
from stancedesk.core.model import Act, Evidence
from stancedesk.core.ports import StanceItem, StanceScore
from stancedesk.nlp.stance.blend import Blend
from stancedesk.nlp.stance.encoder import Encoder, Opinion, networks
from stancedesk.nlp.stance.explain import occlude
from stancedesk.nlp.stance.names import Names
from stancedesk.nlp.stance.reporting import reporting_words
from stancedesk.nlp.stance.rules import Reading, Rules
from stancedesk.paths import resources, user_data

_ACTS = tuple(Act)


class Scorer:
    """Scores statements against the codebook. Implements `core.ports.StanceScorer`.

    Without an encoder the rules speak alone.
    """

    name = "stancedesk-stance"

    def __init__(
        self,
        rules: Rules,
        codebook: Codebook,
        blend: Blend | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self._rules, self._codebook = rules, codebook
        self._blend = blend if blend and encoder else Blend()
        self._encoder = encoder
        self.version = self._blend.version

    @classmethod
    def load(cls, folder: Path | None = None) -> Scorer:
        """The scorer with the shipped resources; `folder` is another folder of model files.

        Raises:
            UserError: A lexicon, the codebook or the model's calibration is damaged.
        """
        home = resources()
        folder = folder or home / "models" / "stance"
        names = Names.load(home / "lexicon")
        blend, encoder = None, None
        if networks(folder):
            blend = Blend.load(folder / "calibration.json")
            encoder = Encoder.load(folder, names, blend.temperature)
        return cls(
            Rules.load([user_data() / "lexicon", home / "lexicon"]),
            Codebook.load(home / "codebook.toml"),
            blend,
            encoder,
        )

    def score(self, items: Sequence[StanceItem]) -> list[StanceScore]:
        """One score for each item, in order; an item's score does not depend on the others."""
        opinions = self._encoder.read(items) if self._encoder else [None] * len(items)
        return [
            self._judge(self._rules.read(item, reporting_words(item)), opinion)
            for item, opinion in zip(items, opinions, strict=True)
        ]

    def explain(self, item: StanceItem) -> StanceScore:
        """The score with the encoder's part split over the words; contributions add up to it."""
        reading = self._rules.read(item, reporting_words(item))
        if not self._encoder:
            return self._judge(reading, None)
        opinion = self._encoder.read([item])[0]
        parts = occlude(self._encoder, item, self._blend.encoder)
        return self._judge(reading, opinion, parts)

    def _judge(
        self, reading: Reading, opinion: Opinion | None, parts: Sequence[Evidence] | None = None
    ) -> StanceScore:
        share = self._blend.rules
        evidence = [
            Evidence("stance", c.rule, c.span, c.text, c.weight * share)
            for c in reading.contributions
        ]
        act, confidence = reading.act, min(1.0, 0.3 + abs(reading.stance) / 2)
        if opinion is not None:
            act = _ACTS[int(opinion.acts.argmax())]
            encoder = Evidence("stance", "encoder", None, "", opinion.stance * self._blend.encoder)
            evidence += parts if parts is not None else [encoder]
            if self._blend.offset:
                evidence.append(Evidence("stance", "calibration", None, "", self._blend.offset))
        raw = math.fsum(e.weight or 0.0 for e in evidence)
        stance = max(-1.0, min(1.0, raw))
        if stance != raw:
            evidence.append(Evidence("stance", "end of the scale", None, "", stance - raw))
        level = self._codebook.level_of(stance)
        if opinion is not None:
            confidence = _sureness(opinion, level)
        return StanceScore(stance, level, act, round(confidence, 4), tuple(evidence))


def _sureness(opinion: Opinion, level: int) -> float:
    """The encoder's probability of the level's sign."""
    levels = opinion.levels
    if level < 0:
        return float(levels[0] + levels[1])
    return float(levels[2]) if level == 0 else float(levels[3] + levels[4])
