"""What a user types into the search box."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.core.model import Query
from stancedesk.store import Project
from stancedesk.store.search import match_expression
from tests.store.examples import FIRST, analysed, article

TEXTS = (
    "They will keep the border open",
    "The border talks failed, talks will go on",
    "Grain talks at the sea",
    "A cease-fire isn't near, said the Élysée",
)


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("search") / "a.stance") as project:
        run = project.start_run(FIRST)
        number, _ = project.add_article(article(1))
        project.add_analysed(
            number, run.id, [analysed(20 * at, text) for at, text in enumerate(TEXTS)]
        )
        yield project


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("border", {0, 1}),
        ("BORDER", {0, 1}),
        ("border talks", {1}),
        ("talks border", {1}),
        ('"talks will"', {1}),
        ("“talks will”", {1}),
        ('"will talks"', set()),
        ("grain OR open", {0, 2}),
        ("border OR grain talks", {1, 2}),
        ("gra*", {2}),
        ('"the bor"*', {0, 1}),
        ("gra", set()),
        ("cease-fire", {3}),
        ("isn't", {3}),
        ("elysee", {3}),
        ("near,", {3}),
        ("AND", set()),
        ("NOT border", set()),
        ("text:border", set()),
        ("border)", {0, 1}),
        ("^border", {0, 1}),
        ("OR border OR", {0, 1}),
        ('"border', {0, 1}),
        ("", {0, 1, 2, 3}),
        ('"', {0, 1, 2, 3}),
        ("?!", {0, 1, 2, 3}),
    ],
)
def test_a_search_finds_its_words(searched: Project, search: str, found: set[int]) -> None:
    rows = searched.rows(Query(text=search))
    assert {TEXTS.index(row.text) for row in rows} == found
    assert searched.count(Query(text=search)) == len(found)


HOSTILE = st.text(
    alphabet=st.sampled_from("ab \"'*()^:{}+-~NEAR/ORANDT,;%\\\x00\ud800\u200bé٣²𞤀")
    | st.characters(),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(search=HOSTILE)
def test_no_search_is_an_error(searched: Project, search: str) -> None:
    assert 0 <= searched.count(Query(text=search)) <= len(TEXTS)
    assert len(searched.rows(Query(text=search))) == searched.count(Query(text=search))
    assert len(searched.headings(search)) <= 1


@given(words=st.lists(st.sampled_from(["border", "talks", "the", "open"]), min_size=1, max_size=4))
def test_words_are_all_demanded(words: list[str]) -> None:
    assert match_expression(" ".join(words)) == " AND ".join(f'"{word}"' for word in words)
