"""Twenty thousand statements must feel like none. Bounds are ten times what is usual."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from stancedesk.core.model import Analysed, Article, DateBasis, Query
from stancedesk.core.series import Bin, build_series, iso_of
from stancedesk.store import Project
from tests.store.examples import COUNTRIES, FIRST, analysed

STATEMENTS = 20_000
EACH = 20


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("speed") / "a.stance") as project:
        run = project.start_run(FIRST)
        for first in range(0, STATEMENTS // EACH, 200):
            with project.transaction():
                project.add_batch(
                    run.id,
                    [
                        (add(project, number), [finding(number, at) for at in range(EACH)])
                        for number in range(first, first + 200)
                    ],
                )
        project.finish_run(run.id)
        yield project


def add(project: Project, number: int) -> int:
    added, _ = project.add_article(
        Article(
            text=f"Report {number} " + "x" * 500,
            source=f"Gazette {number % 9}",
            published=iso_of(18_900 + number % 300),
            date_basis=DateBasis.TEXT,
        )
    )
    return added


def finding(number: int, at: int) -> Analysed:
    return analysed(
        20 * at,
        person=f"Person {(number * EACH + at) % 700}",
        country=COUNTRIES[(number + at) % 5],
        stance=((number * 7 + at * 13) % 41 - 20) / 20,
    )


def seconds(ask: Callable[[], object]) -> float:
    """Processor time of the second call: other work on the machine must not fail a test."""
    ask()
    start = time.process_time()
    ask()
    return time.process_time() - start


def test_filters_facets_and_charts_answer_at_once(large: Project) -> None:
    query = Query(countries=("AAA", "BBB"), officials_only=True)
    assert large.count() == STATEMENTS
    assert seconds(lambda: large.count(query)) < 0.05
    assert seconds(lambda: large.facets(query, "person")) < 0.1
    assert seconds(lambda: large.histogram(query, Bin.WEEK)) < 0.1
    assert seconds(lambda: large.points(query)) < 0.1


def test_a_page_takes_the_same_time_at_the_end_as_at_the_start(large: Project) -> None:
    last = large.rows_of(large.ids()[-300:-299].tolist())[0]
    assert seconds(lambda: large.rows(limit=100)) < 0.1
    assert seconds(lambda: large.rows(after=last, limit=100)) < 0.1


def test_a_correction_shows_in_the_chart_at_once(large: Project) -> None:
    large.points()

    def correct() -> None:
        large.code([5], "Ann", {"level": 2})
        large.points()
        large.undo()

    assert seconds(correct) < 0.5


def test_a_series_of_many_points_is_built_at_once(large: Project) -> None:
    points = large.points()
    assert (
        seconds(lambda: build_series(points.days, points.stances, points.ids, "all", Bin.DAY)) < 0.5
    )
