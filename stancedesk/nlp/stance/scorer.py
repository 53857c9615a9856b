"""The stance scorer: rules and, where its model is installed, the encoder in one figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stancedesk.core.codebook import Codebook
from stancedesk.core.model import Evidence
from stancedesk.core.ports import StanceItem, StanceScore
from stancedesk.nlp.stance.reporting import reporting_words
from stancedesk.nlp.stance.rules import Reading, Rules
from stancedesk.paths import resources, user_data


class Scorer:
    """Scores statements against the codebook. Implements `core.ports.StanceScorer`."""

    name = "stancedesk-stance"

    def __init__(self, rules: Rules, codebook: Codebook) -> None:
        self._rules = rules
        self._codebook = codebook
        self.version = "rules"

    @classmethod
    def load(cls, folder: Path | None = None) -> Scorer:
        """The scorer with the shipped resources; `folder` is another folder of model files.

        Raises:
            UserError: A lexicon, the codebook or the model is damaged.
        """
        del folder  # the model comes with its weights
        lexicon = [user_data() / "lexicon", resources() / "lexicon"]
        return cls(Rules.load(lexicon), Codebook.load(resources() / "codebook.toml"))

    def score(self, items: Sequence[StanceItem]) -> list[StanceScore]:
        """One score for each item, in order."""
        return [self._judge(self._rules.read(item, reporting_words(item))) for item in items]

    def explain(self, item: StanceItem) -> StanceScore:
        """The score with evidence whose weights add up to it."""
        return self.score([item])[0]

    def _judge(self, reading: Reading) -> StanceScore:
        evidence = tuple(
            Evidence("stance", c.rule, c.span, c.text, round(c.weight, 4))
            for c in reading.contributions
        )
        return StanceScore(
            stance=round(reading.stance, 4),
            level=self._codebook.level_of(reading.stance),
            act=reading.act,
            confidence=min(1.0, 0.3 + abs(reading.stance) / 2),
            evidence=evidence,
        )
