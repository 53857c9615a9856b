"""Adding, dating and listing articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stancedesk.core.model import Article, DateBasis, Query
from stancedesk.errors import UserError
from stancedesk.store import Project
from tests.store.examples import FIRST, SECOND, analysed, article


def test_the_same_text_is_added_once_whatever_its_white_space(project: Project) -> None:
    first, new = project.add_article(article(1))
    again = replace(article(1), text=article(1).text.replace(" ", "\n "), title="Other title")
    second, newer = project.add_article(again)
    assert (new, newer) == (True, False)
    assert first == second
    assert project.article(first).title == "Report 1"
    assert project.article_with_hash(again.sha256) == first
    assert project.article_with_hash("0" * 64) is None


def test_an_article_comes_back_as_it_was_given(project: Project) -> None:
    given = replace(article(1), url="https://a.example/1", masks=((0, 6), (20, 30)), path="a.html")
    number, _ = project.add_article(given)
    assert project.article(number) == replace(given, id=number)


def test_text_that_sqlite_cannot_hold_keeps_its_length(project: Project) -> None:
    number, _ = project.add_article(Article(text="a\x00b\ud83dc the end"))
    kept = project.article(number).text
    assert kept == "a\ufffdb\ufffdc the end"


def test_an_article_without_a_date_is_listed_as_undated(project: Project) -> None:
    project.add_article(article(1))
    undated, _ = project.add_article(article(2, published=None))
    assert [heading.id for heading in project.undated()] == [undated]
    assert [heading.published for heading in project.headings()] == ["2022-02-15", None]


def test_a_date_given_by_hand_moves_the_statements(project: Project) -> None:
    run = project.start_run(FIRST)
    number, _ = project.add_article(article(1, published=None))
    project.add_analysed(number, run.id, [analysed()])
    assert project.date_range() is None
    assert len(project.points().ids) == 0
    change = project.set_date(number, "2022-03-01")
    assert change.statements
    assert project.date_range() == ("2022-03-01", "2022-03-01")
    assert project.row(change.statements[0]).published == "2022-03-01"
    assert project.article(number).date_basis is DateBasis.HAND
    project.undo()
    assert project.article(number).date_basis is DateBasis.UNKNOWN
    assert project.count(Query(undated=True)) == 1


@pytest.mark.parametrize("date", ["", "yesterday", "2022-02-30", "15.02.2022"])
def test_what_is_no_date_is_refused(project: Project, date: str) -> None:
    number, _ = project.add_article(article(1))
    with pytest.raises(UserError, match="not a date"):
        project.set_date(number, date)


def test_an_article_that_claims_a_date_without_a_basis_is_a_bug(project: Project) -> None:
    with pytest.raises(ValueError, match="basis"):
        project.add_article(replace(article(1), date_basis=DateBasis.UNKNOWN))


def test_an_article_that_is_not_there_is_named(project: Project) -> None:
    with pytest.raises(UserError, match="no article 7"):
        project.article(7)


def test_what_an_interrupted_analysis_left_is_pending(project: Project) -> None:
    numbers = [project.add_article(article(at))[0] for at in range(3)]
    run = project.start_run(FIRST)
    project.add_analysed(numbers[0], run.id, [])
    assert project.pending(FIRST) == numbers[1:]
    assert project.pending(SECOND) == numbers
    assert [heading.analysed for heading in project.headings()] == [True, False, False]


def test_articles_are_searched_by_title_and_text(project: Project) -> None:
    for at in range(1, 4):
        project.add_article(article(at))
    assert [found.title for found in project.articles('"report 2"')] == ["Report 2"]
    assert len(project.headings("minister")) == 3
    assert len(project.headings("minister", limit=2)) == 2


def test_more_articles_than_a_page_are_all_listed(project: Project) -> None:
    with project.transaction():
        for at in range(450):
            project.add_article(article(at))
    assert [found.title for found in project.articles()] == [f"Report {at}" for at in range(450)]


def test_several_articles_get_one_date_in_one_change(project: Project) -> None:
    ids = [project.add_article(article(number, None))[0] for number in (1, 2)]
    change = project.set_dates(ids, "2022-03-01")
    assert change.label == "Date 2 articles 2022-03-01"
    assert {project.article(each).published for each in ids} == {"2022-03-01"}
    project.undo()
    assert {project.article(each).published for each in ids} == {None}
