"""The rules: direction of words, negation and its scope, conditions, cues, exact sums."""

from __future__ import annotations

import pytest

from stancedesk.core.model import Act
from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance.reporting import place, reporting_words
from stancedesk.nlp.stance.rules import Reading, Rules
from stancedesk.paths import resources


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules.load([resources() / "lexicon"])


def read(rules: Rules, text: str, cue: str = "") -> Reading:
    return rules.read(StanceItem(text), cue)


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("We will invade the island.", "We will not invade the island."),
        ("We will not negotiate with them.", "We will negotiate with them."),
        ("There is no hope for a truce.", "There is hope for a truce."),
        ("They have no plans to invade.", "They have no intention of stopping dialogue, no peace."),
        ("We are not ready to talk.", "We are ready to talk."),
    ],
)
def test_negation_turns_the_direction(rules: Rules, lower: str, higher: str) -> None:
    if "no plans" in lower:
        lower, higher = higher, lower
    assert read(rules, lower).stance < read(rules, higher).stance


def test_negation_ends_with_its_clause(rules: Rules) -> None:
    across = read(rules, "We did not ask for this, but we hope for peace.")
    assert across.stance > 0


def test_a_word_in_a_condition_weighs_less(rules: Rules) -> None:
    plain = read(rules, "They invaded.").stance
    conditional = read(rules, "if they invaded").stance
    assert plain < conditional <= 0


def test_the_cue_speaks_where_the_words_do_not(rules: Rules) -> None:
    assert read(rules, "the decision", "welcomed").stance > 0.25
    assert read(rules, "the decision", "condemned").stance < -0.25
    assert read(rules, "the decision", "did not welcome").stance < 0


def test_contributions_add_up_to_the_stance(rules: Rules) -> None:
    for text in (
        "We will crush them, destroy them and make them pay a heavy price for the massacre.",
        "We welcome the talks and thank our friends for their restraint and patience.",
        "The ministry has moved to a new building.",
    ):
        reading = read(rules, text, "warned")
        assert sum(c.weight for c in reading.contributions) == pytest.approx(reading.stance)
        assert -1 <= reading.stance <= 1


def test_spans_give_back_their_words(rules: Rules) -> None:
    text = "Don\u2019t doubt it: \u201cWe will respond\u201d, and the \u0130stanbul talks are over."
    for part in read(rules, text).contributions:
        assert part.span is not None
        assert text[slice(*part.span)] == part.text


def test_the_weightiest_agreeing_word_names_the_act(rules: Rules) -> None:
    assert read(rules, "All options are on the table.").act == Act.THREATEN
    assert read(rules, "They lied, and the attack was murder.").act == Act.ACCUSE
    assert read(rules, "The visit lasts two days.").act == Act.INFORM


def test_the_reporting_words_are_found_beside_the_statement() -> None:
    context = "It rained. The envoy welcomed the letter, he said. Nobody else spoke."
    item = StanceItem("the letter", context)
    assert [context[a:b] for a, b in place(item)] == ["the letter"]
    assert reporting_words(item) == "The envoy welcomed \u2026 , he said."


def test_a_given_cue_is_taken_as_it_is() -> None:
    assert reporting_words(StanceItem("x", "He said x.", cue="thundered")) == "thundered"


@pytest.mark.parametrize("gap", [" ... ", " \u2026 "])
def test_pieces_of_a_statement_are_found_in_its_paragraph(gap: str) -> None:
    context = "\u201cWe came,\u201d she said. \u201cWe saw \u2026 and left.\u201d"
    item = StanceItem(f"\u201cWe came,\u201d{gap}\u201cWe saw \u2026 and left.\u201d", context)
    assert [context[a:b] for a, b in place(item)] == [
        "\u201cWe came,\u201d",
        "\u201cWe saw",
        "and left.\u201d",
    ]
    assert reporting_words(item).startswith("she said.")
