"""The scorer as the pipeline sees it: order, evidence that adds up, names without weight."""

from __future__ import annotations

import math
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from stancedesk.core.codebook import Codebook
from stancedesk.core.ports import StanceItem, StanceScorer
from stancedesk.errors import UserError
from stancedesk.nlp.stance import Scorer, tone
from stancedesk.nlp.stance.encoder import networks
from stancedesk.nlp.stance.explain import pieces
from stancedesk.paths import resources

MODEL = resources() / "models" / "stance"

ITEMS = [
    StanceItem(
        "that any ship crossing the line would be sunk",
        "The Peruvian navy warned that any ship crossing the line would be sunk. It was Monday.",
        "The Peruvian navy",
        "PER",
    ),
    StanceItem("We have signed ... and we shall keep it", "", "the envoy", None, "said"),
    StanceItem("", "", "", None, ""),
    StanceItem("talks", "Both presidents called for talks.", "Both presidents", None, "called for"),
    StanceItem("We will wipe them out, all of them, in one terrible blow! " * 12),
]


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer.load()


@pytest.fixture(scope="module")
def rules_only(tmp_path_factory: pytest.TempPathFactory) -> Scorer:
    return Scorer.load(tmp_path_factory.mktemp("no-model"))


def test_it_is_a_stance_scorer(scorer: Scorer) -> None:
    assert isinstance(scorer, StanceScorer)


def test_without_a_model_the_rules_score_alone(rules_only: Scorer) -> None:
    scores = rules_only.score(ITEMS)
    assert rules_only.version == "rules"
    assert len(scores) == len(ITEMS)
    assert scores[4].level == -2


def test_scores_stay_on_the_scale_and_level_follows_the_codebook(scorer: Scorer) -> None:
    codebook = Codebook.load(resources() / "codebook.toml")
    for score in scorer.score(ITEMS):
        assert -1 <= score.stance <= 1
        assert 0 <= score.confidence <= 1
        assert score.level == codebook.level_of(score.stance)


def test_an_items_score_does_not_depend_on_its_neighbours(scorer: Scorer) -> None:
    together = scorer.score(ITEMS)
    assert [scorer.score([item])[0] for item in ITEMS] == together
    assert scorer.score(list(reversed(ITEMS))) == list(reversed(together))


def test_evidence_adds_up_to_the_score(scorer: Scorer, rules_only: Scorer) -> None:
    for judge in (scorer, rules_only):
        for item in ITEMS:
            for score in (judge.score([item])[0], judge.explain(item)):
                total = math.fsum(e.weight or 0.0 for e in score.evidence)
                assert total == pytest.approx(score.stance, abs=1e-6)


def test_explaining_does_not_change_the_score(scorer: Scorer) -> None:
    for item, score in zip(ITEMS, scorer.score(ITEMS), strict=True):
        explained = scorer.explain(item)
        assert explained.stance == pytest.approx(score.stance, abs=1e-9)
        assert (explained.level, explained.act) == (score.level, score.act)


def test_spans_of_evidence_give_back_their_words(scorer: Scorer) -> None:
    for item in ITEMS:
        for part in scorer.explain(item).evidence:
            assert part.field == "stance"
            if part.span is not None:
                assert item.text[slice(*part.span)] == part.text


@pytest.mark.parametrize("name", ["Norway", "China", "Russia", "Israel", "the United States"])
def test_the_name_of_a_state_has_no_weight(scorer: Scorer, name: str) -> None:
    def score(state: str) -> float:
        text = f"{state} has moved its tanks to the border"
        return scorer.score([StanceItem(text, f"He said {text}.", "He")])[0].stance

    assert score(name) == pytest.approx(score("Chad"), abs=0.05)


def test_pieces_cover_every_word_once_and_in_order() -> None:
    text = "We will not, under any pressure, leave the table \u2014 ever."
    spans = pieces(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    outside = "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in spans))
    assert not outside.strip()


def test_tone_is_a_figure_of_its_own() -> None:
    assert tone("What a wonderful, happy day") > 0.5
    assert tone("This is a horrible, terrible disaster") < -0.5
    assert tone("") == 0.0


@pytest.mark.skipif(not networks(MODEL), reason="the stance model is not here")
def test_the_model_tells_a_threat_from_an_offer(scorer: Scorer) -> None:
    threat = "If the ship is not released by noon we will come and take it by force"
    offer = "If the ship is released we will let the sailors go and talk about the rest"
    low, high = scorer.score(
        [StanceItem(text, "", "the minister", None, "said") for text in (threat, offer)]
    )
    assert low.level < 0 < high.level


@pytest.mark.skipif(not networks(MODEL), reason="the stance model is not here")
def test_a_damaged_calibration_is_a_user_error(tmp_path: Path) -> None:
    for path in (*networks(MODEL), MODEL / "tokenizer.json"):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / "calibration.json").write_text('{"version": "x"}', encoding="utf-8")
    with pytest.raises(UserError, match="calibration"):
        Scorer.load(tmp_path)
