"""The sample project's articles: complete, dated, and marked as invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from stancedesk.core.model import Article
from stancedesk.importers import discover, read_any
from stancedesk.importers.litter import SAMPLE_MARK
from stancedesk.paths import resources

SAMPLE = resources() / "sample"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    paths = [path for path in discover([SAMPLE / "articles"]) if isinstance(path, Path)]
    found = [item for path in paths for item in read_any(path)]
    assert all(isinstance(item, Article) for item in found)
    return [item for item in found if isinstance(item, Article)]


def test_there_are_enough_over_half_a_year_from_several_outlets(articles: list[Article]) -> None:
    days = sorted(article.published for article in articles if article.published)
    assert len(days) >= 36
    assert (days[0][:7], days[-1][:7]) == ("2031-10", "2032-03")
    assert len({article.source for article in articles}) >= 5
    assert len({article.sha256 for article in articles}) == len(articles)
    assert all(article.title for article in articles)


def test_each_date_is_the_one_in_the_name_of_its_file(articles: list[Article]) -> None:
    for article in articles:
        name = Path(article.path).name
        assert name.startswith(article.published or "undated")


def test_each_says_that_it_is_invented_behind_a_mask(articles: list[Article]) -> None:
    for article in articles:
        start = article.text.index(SAMPLE_MARK)
        assert any(
            left <= start and start + len(SAMPLE_MARK) <= right for left, right in article.masks
        )
        masked = "".join(article.text[left:right] for left, right in article.masks)
        assert not any(mark in masked for mark in "“”")


def test_quotation_marks_are_balanced(articles: list[Article]) -> None:
    for article in articles:
        assert article.text.count("“") == article.text.count("”") > 0


def test_persons_and_states_of_the_articles_are_in_its_own_table(articles: list[Article]) -> None:
    with (SAMPLE / "actors.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader((ln for ln in file if not ln.startswith("#")), delimiter="\t"))
    everything = "\n".join(article.text for article in articles)
    persons = [row["phrase"] for row in rows if row["kind"].startswith("person")]
    assert len(persons) >= 15
    assert all(person in everything for person in persons)
    assert {"VAR", "OST"} <= {row["code"] for row in rows if row["kind"] == "state"}


def test_events_lie_within_the_articles(articles: list[Article]) -> None:
    with (SAMPLE / "events.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    days = sorted(article.published for article in articles if article.published)
    assert [row["label"] for row in rows] == ["Blockade", "Geneva talks"]
    assert all(days[0] < row["date"] < days[-1] for row in rows)
