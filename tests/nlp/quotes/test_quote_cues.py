"""Reporting words."""

import pytest

from stancedesk.nlp.quotes.cues import cues, inflected


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("said", "say"),
        ("has repeatedly denied", "deny"),
        ("warned", "warn"),
        ("is calling for", "demand"),
        ("According to", "say"),
        ("his refusal", "reject"),
        ("said he hoped", "say"),
        ("ruled out", "reject"),
    ],
)
def test_a_cue_has_the_class_of_its_word_of_speaking(cue: str, name: str) -> None:
    assert cues().class_of(cue) == name


@pytest.mark.parametrize("cue", ["wants", "believes", "were planning", "showed"])
def test_beliefs_and_findings_are_not_speech(cue: str) -> None:
    assert not cues().is_speech(cue)


def test_an_unknown_word_has_no_class() -> None:
    assert cues().class_of("walked") is None


def test_regular_verbs_are_inflected_by_rule() -> None:
    assert set(inflected("deny")) == {"deny", "denies", "denied", "denying"}
    assert set(inflected("urge")) == {"urge", "urges", "urged", "urging"}
    assert set(inflected("stress")) == {"stress", "stresses", "stressed", "stressing"}
