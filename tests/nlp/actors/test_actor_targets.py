"""Whom a statement is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase
from stancedesk.nlp.actors.target_aims import Aim, turns
from stancedesk.nlp.actors.targets import Targets, best, read_weights, shipped_weights

DATE = "2023-05-05"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


def aim(text: str, content: str, own: str | None, official: bool = True) -> Aim:
    start = text.index(content)
    return Aim(
        ((start, start + len(content)),), frozenset([own] if own else []), official, "indirect"
    )


def find(kb: KnowledgeBase, text: str, content: str, own: str | None) -> tuple[str, ...]:
    memory = ArticleMemory(kb, text, DATE)
    return Targets(kb).find(memory, [aim(text, content, own)])[0]


def test_the_party_named_in_the_words_is_the_target(kb: KnowledgeBase) -> None:
    text = "Chile said Peru must open the border."
    assert find(kb, text, "Peru must open the border", "CHL") == ("PER",)


def test_the_speakers_own_country_is_never_a_target(kb: KnowledgeBase) -> None:
    text = "Chile will not yield, its minister said."
    assert find(kb, text, "Chile will not yield", "CHL") == ()


def test_an_organisations_own_state_is_never_a_target(kb: KnowledgeBase) -> None:
    text = "Hezbollah said Israel attacked Lebanon."
    assert "LBN" not in find(kb, text, "Israel attacked Lebanon", "HEZBOLLAH")


def test_whom_the_reporting_clause_addresses_is_a_target(kb: KnowledgeBase) -> None:
    text = '"You have a week left," Japan told Vietnam.'
    assert find(kb, text, '"You have a week left,"', "JPN") == ("VNM",)


def test_whose_force_it_is_comes_before_where_it_happens(kb: KnowledgeBase) -> None:
    text = "Canada said Russian troops in Ukraine have lost the plot."
    assert find(kb, text, "Russian troops in Ukraine have lost the plot", "CAN")[0] == "RUS"


def test_a_leader_stands_for_the_state(kb: KnowledgeBase) -> None:
    text = "Greece said Erdogan is playing for time."
    assert find(kb, text, "Erdogan is playing for time", "GRC") == ("TUR",)


def test_words_that_name_nobody_are_read_by_their_surroundings(kb: KnowledgeBase) -> None:
    text = (
        "Finland and Estonia argued over a pipe. Finland lodged a protest. "
        "They must stop the work, Finland said."
    )
    assert find(kb, text, "They must stop the work", "FIN") == ("EST",)


def test_nobody_is_a_target_where_nobody_else_is_named(kb: KnowledgeBase) -> None:
    assert find(kb, "The harvest was good, a farmer said.", "The harvest was good", None) == ()


def test_all_statements_of_an_article_are_answered_in_order(kb: KnowledgeBase) -> None:
    text = "Chile said Peru must open the border. Peru said Chile must wait."
    aims = [
        aim(text, "Peru must open the border", "CHL"),
        aim(text, "Chile must wait", "PER"),
    ]
    found = Targets(kb).find(ArticleMemory(kb, text, DATE), aims)
    assert found == [("PER",), ("CHL",)]


def test_no_more_than_two_and_only_the_likely_are_chosen() -> None:
    assert best({"PER": 0.9, "CHL": 0.8, "BOL": 0.75}) == ("PER", "CHL")
    assert best({"PER": 0.6, "CHL": 0.59}) == ("PER",)
    assert best({"PER": 0.99, "CHL": 0.8}) == ("PER",)
    assert best({"PER": 0.2, "CHL": 0.1}) == ()


def test_exchanged_states_have_exchanged_targets(kb: KnowledgeBase) -> None:
    frame = "{} said on Monday that {} had broken the truce. {} must pay, its minister said."
    for one, other, codes in (
        ("Peru", "Chile", ("PER", "CHL")),
        ("Chile", "Peru", ("CHL", "PER")),
        ("Kenya", "Uganda", ("KEN", "UGA")),
    ):
        text = frame.format(one, other, other)
        assert find(kb, text, f"{other} had broken the truce", codes[0]) == (codes[1],)


def test_the_weights_name_no_party(kb: KnowledgeBase) -> None:
    lands = ("state", "adjective", "national", "capital", "seat", "group", "igo")
    words = {
        word
        for feature in shipped_weights()
        if (lexical := re.search(r"(?:it:|after|before) ([a-z ]+?)(?:, \w+)?$", feature))
        for word in lexical[1].split()
    }
    # Names of parties stand in features as PARTY; "is" is the verb.
    assert [w for w in words - {"is"} if any(s.kind in lands for s in kb.senses(w))] == []


def test_the_others_who_speak_are_known_by_the_turns_around() -> None:
    peru, chile = frozenset(["PER"]), frozenset(["CHL"])
    first, second, third = turns([peru, chile, chile])
    assert (first.before, first.after) == ((), (chile, chile))
    assert (second.before, third.before) == ((peru,), (peru,))
    assert first.shares == {"PER": 1 / 3, "CHL": 2 / 3}


def test_a_broken_table_of_weights_is_named(tmp_path: Path) -> None:
    table = tmp_path / "target_weights.tsv"
    table.write_text("feature\tweight\nany, in\tmuch\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"target_weights\.tsv is broken"):
        read_weights(table)
