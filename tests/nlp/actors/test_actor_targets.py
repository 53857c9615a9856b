"""Whom a statement is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase
from stancedesk.nlp.actors.targets import Targets


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


def find(kb: KnowledgeBase, content: str, clause: str, own: str | None) -> tuple[str, ...]:
    return Targets(kb).find(content, clause, own, "2023-05-05")


def test_the_party_named_in_the_words_is_the_target(kb: KnowledgeBase) -> None:
    assert find(
        kb, "Peru must open the border", "Chile said Peru must open the border.", "CHL"
    ) == ("PER",)


def test_the_speakers_own_country_is_never_a_target(kb: KnowledgeBase) -> None:
    assert find(kb, "Chile will not yield", "Chile will not yield, its minister said.", "CHL") == ()


def test_whom_the_reporting_clause_addresses_is_a_target(kb: KnowledgeBase) -> None:
    clause = '"You have a week left," Japan told Vietnam.'
    assert find(kb, '"You have a week left,"', clause, "JPN") == ("VNM",)


def test_where_it_happens_counts_less_than_who_does_it(kb: KnowledgeBase) -> None:
    content = "Russian troops in Ukraine have lost the plot"
    assert find(kb, content, f"Canada said {content}.", "CAN")[0] == "RUS"


def test_a_leader_stands_for_the_state(kb: KnowledgeBase) -> None:
    assert find(
        kb, "Erdogan is playing for time", "Greece said Erdogan is playing for time.", "GRC"
    ) == ("TUR",)


def test_words_that_name_nobody_are_read_by_their_surroundings(kb: KnowledgeBase) -> None:
    text = (
        "Finland and Estonia argued over a pipe. Finland lodged a protest. "
        "The work must stop, Finland said."
    )
    memory = ArticleMemory(kb, text, "2023-05-05")
    content = "The work must stop"
    assert Targets(kb).find(
        content, content + ", Finland said.", "FIN", "2023-05-05", memory, text.index(content)
    ) == ("EST",)
