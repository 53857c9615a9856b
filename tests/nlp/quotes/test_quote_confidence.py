"""How sure the extractor is of a statement."""

import json

import pytest

from stancedesk import paths
from stancedesk.nlp.quotes.confidence import NAMES, Calibration

CONFIG = paths.resources() / "models" / "statements" / "config.json"
SURE = {"inside": 0.98, "least": 0.96, "reach": 0.97, "cue_reach": 0.97, "speech": 0.98}
SAID = SURE | {"words": 3.6, "saying": 1.0, "gap": 1.0, "source_gap": 1.0}


@pytest.fixture(scope="module")
def shipped() -> Calibration:
    if not CONFIG.exists():
        pytest.skip("the statement model is not installed")
    return Calibration.of(json.loads(CONFIG.read_text(encoding="utf-8")))


def row(**measured: float) -> list[float]:
    return [(SAID | measured).get(name, 0.0) for name in NAMES]


def test_the_shipped_model_weighs_every_measurement() -> None:
    if not CONFIG.exists():
        pytest.skip("the statement model is not installed")
    weights = json.loads(CONFIG.read_text(encoding="utf-8"))["confidence"]["weights"]
    assert set(weights) == set(NAMES)


def test_plain_reported_speech_is_nearly_sure(shipped: Calibration) -> None:
    assert shipped.confidence(row()) > 0.9


@pytest.mark.parametrize(
    "trait", ["negated", "modal", "supposed", "about", "topic", "unknown_cue", "poll", "headline"]
)
def test_signs_of_nothing_said_make_it_less_sure(shipped: Calibration, trait: str) -> None:
    assert shipped.confidence(row(**{trait: 1.0})) < shipped.confidence(row()) - 0.02


def test_a_statement_that_the_tagger_doubts_is_doubted(shipped: Calibration) -> None:
    assert shipped.confidence(row(inside=0.5, least=0.4, reach=0.3, cue_reach=0.3)) < 0.5


def test_without_a_fitted_model_the_chances_of_the_tagger_decide() -> None:
    plain = Calibration.of({})
    assert plain.confidence(row()) == plain.confidence(row(negated=1.0)) > 0.5
