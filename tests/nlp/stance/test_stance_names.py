"""Names of states are hidden, and who acts still shows."""

from __future__ import annotations

import pytest

from stancedesk.nlp.stance.names import Names, Roles
from stancedesk.paths import resources


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load(resources() / "lexicon")


def test_the_own_state_and_others_get_their_tokens(names: Names) -> None:
    text = "Peru asked Chile and Bolivia to help; Chilean and Peruvian boats left."
    assert names.hide(text, Roles("PER")) == (
        "homeland asked alpha and beta to help; alpha and homeland boats left."
    )


def test_possessives_and_articles_are_the_same_for_all(names: Names) -> None:
    one = names.hide("Peru\u2019s offer to the United States", Roles())
    two = names.hide("The Philippines\u2019 offer to Norway", Roles())
    assert one == two == "alpha's offer to beta"


def test_longer_names_win_and_pronouns_stay(names: Names) -> None:
    hidden = names.hide("South Sudan told Sudan and us that the US agrees.", Roles())
    assert hidden == "alpha told beta and us that gamma agrees."


def test_words_that_only_hold_a_name_stay(names: Names) -> None:
    for text in ("Nigerian", "Germanic", "Chinatown"):
        assert names.hide(text, Roles()) in ("alpha", text)
    assert names.hide("Chinatown", Roles()) == "Chinatown"


def test_the_code_of_a_phrase_is_its_first_state(names: Names) -> None:
    assert names.code_of("the Omani ambassador to Kenya") == "OMN"
    assert names.code_of("the ambassador") is None
