"""Filters, pages, facets and points, against the same worked out row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.core.model import Act, Kind, Query, Row
from stancedesk.core.series import Bin, day_of, iso_of
from stancedesk.errors import UserError
from stancedesk.store import Project
from stancedesk.store.queries import ORDERS
from tests.store.examples import FIRST, analysed, article, coded_article, fill

Everything = tuple[Project, list[Row]]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    with Project.create(tmp_path_factory.mktemp("queries") / "a.stance") as project:
        ids = fill(project, Random(7), articles=30, each=6)
        project.merge_persons("Cy Dorn", "Ada Vell")
        yield project, project.rows_of(ids)


def some(values: Iterable[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.one_of(st.just(()), st.lists(st.sampled_from(list(values)), max_size=2).map(tuple))


DAYS = st.none() | st.integers(-5, 70).map(lambda at: iso_of(day_of("2022-01-20") + at))

QUERIES = st.builds(
    Query,
    countries=some(["AAA", "BBB", "CCC", "EEE", "ZZZ", ""]),
    persons=some(["Ada Vell", "Bo Quist", "Cy Dorn", ""]),
    date_from=DAYS,
    date_to=DAYS,
    kinds=some(list(Kind)),
    acts=some([Act.ACCUSE, Act.OFFER, Act.DENY]),
    levels=some([-2, -1, 0, 1, 2]),
    targets=some(["AAA", "EU", "ZZZ"]),
    sources=some(["Gazette", ""]),
    text=st.sampled_from(["", "", "", "border", "grain OR missile", "peace talks"]),
    officials_only=st.booleans(),
    reviewed_only=st.sampled_from([False, False, False, True]),
    undated=st.sampled_from([False, False, False, True]),
    rejected=st.sampled_from([False, False, False, True]),
    article=st.sampled_from([None, None, None, 3]),
)


def countries_of(row: Row) -> set[str]:
    judgement = row.judgement
    return {judgement.country or "", *judgement.countries}


def has_words(text: str, search: str) -> bool:
    words = text.split()
    if " OR " in search:
        return any(word in words for word in search.split(" OR "))
    return all(word in words for word in search.split())


def selects(query: Query, row: Row) -> bool:
    judgement = row.judgement
    dated = row.published is not None
    in_time = (query.date_from is None or (dated and str(row.published) >= query.date_from)) and (
        query.date_to is None or (dated and str(row.published) <= query.date_to)
    )
    return (
        judgement.valid is not query.rejected
        and (not dated if query.undated else in_time)
        and (not query.countries or bool(countries_of(row) & set(query.countries)))
        and (not query.persons or (judgement.person or "") in query.persons)
        and (not query.kinds or row.kind in query.kinds)
        and (not query.acts or judgement.act in query.acts)
        and (not query.levels or judgement.level in query.levels)
        and (not query.targets or bool(set(judgement.targets) & set(query.targets)))
        and (not query.sources or row.source in query.sources)
        and (not query.officials_only or judgement.official)
        and (not query.reviewed_only or row.reviewed)
        and (query.article is None or row.article_id == query.article)
        and has_words(row.text, query.text)
    )


@settings(max_examples=150, deadline=None)
@given(query=QUERIES)
def test_filters_leave_what_they_say(everything: Everything, query: Query) -> None:
    project, rows = everything
    expected = {row.id for row in rows if selects(query, row)}
    assert project.count(query) == len(expected)
    assert set(project.ids(query).tolist()) == expected
    assert {row.id for row in project.rows(query, limit=1000)} == expected
    dated = [row.published for row in rows if row.id in expected and row.published]
    assert project.date_range(query) == ((min(dated), max(dated)) if dated else None)


KEYS: dict[str, Callable[[Row], object]] = {
    "published": lambda row: row.published or "",
    "id": lambda row: row.id,
    "article": lambda row: row.article_id,
    "country": lambda row: row.judgement.country or "",
    "person": lambda row: row.judgement.person or "",
    "source": lambda row: row.source,
    "kind": lambda row: row.kind.value,
    "act": lambda row: row.judgement.act.value,
    "stance": lambda row: row.judgement.stance,
    "level": lambda row: row.judgement.level,
    "tone": lambda row: row.judgement.tone,
    "confidence": lambda row: row.judgement.confidence,
}


@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("order_by", list(ORDERS))
def test_pages_follow_one_another_in_order(
    everything: Everything, order_by: str, descending: bool
) -> None:
    project, rows = everything
    query = Query(kinds=(Kind.DIRECT, Kind.MIXED))
    chosen = [row for row in rows if selects(query, row)]
    chosen.sort(key=lambda row: (KEYS[order_by](row), row.id), reverse=descending)
    if order_by == "published":
        chosen.sort(key=lambda row: row.published is None)
    expected = [row.id for row in chosen]
    assert project.ids(query, order_by, descending).tolist() == expected
    assert [row.id for row in paged(project, query, order_by, descending, 7)] == expected


def paged(
    project: Project, query: Query, order_by: str, descending: bool, limit: int
) -> Iterator[Row]:
    last = None
    while page := project.rows(query, order_by, descending, last, limit):
        assert len(page) <= limit
        yield from page
        last = page[-1]


def test_an_unknown_order_is_a_bug(everything: Everything) -> None:
    with pytest.raises(ValueError, match="order_by"):
        everything[0].rows(Query(), "id; DROP TABLE article")


def test_a_date_that_is_none_is_refused(everything: Everything) -> None:
    for ask in (everything[0].count, everything[0].rows):
        with pytest.raises(UserError, match="not a date"):
            ask(Query(date_from="soon"))


VALUES: dict[str, Callable[[Row], set[str]]] = {
    "country": countries_of,
    "person": lambda row: {row.judgement.person or ""},
    "source": lambda row: {row.source},
    "act": lambda row: {row.judgement.act.value},
    "kind": lambda row: {row.kind.value},
    "target": lambda row: set(row.judgement.targets),
    "level": lambda row: {str(row.judgement.level)},
}
OWN: dict[str, Callable[[Query], Query]] = {
    "country": lambda query: replace(query, countries=()),
    "person": lambda query: replace(query, persons=()),
    "source": lambda query: replace(query, sources=()),
    "act": lambda query: replace(query, acts=()),
    "kind": lambda query: replace(query, kinds=()),
    "target": lambda query: replace(query, targets=()),
    "level": lambda query: replace(query, levels=()),
}


@settings(max_examples=60, deadline=None)
@given(query=QUERIES, field=st.sampled_from(sorted(VALUES)))
def test_facets_count_what_each_value_would_leave(
    everything: Everything, query: Query, field: str
) -> None:
    project, rows = everything
    stances: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if selects(OWN[field](query), row):
            for value in VALUES[field](row):
                stances[value].append(row.judgement.stance)
    found = project.facets(query, field)  # type: ignore[arg-type]
    assert {facet.value: facet.n for facet in found} == {
        value: len(each) for value, each in stances.items()
    }
    for facet in found:
        assert facet.mean == pytest.approx(np.mean(stances[facet.value]))
    assert [facet.n for facet in found] == sorted((facet.n for facet in found), reverse=True)
    assert project.facets(query, field, limit=2) == found[:2]  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(query=QUERIES, by=st.sampled_from(["country", "person"]))
def test_points_are_the_dated_statements_of_each_actor(
    everything: Everything, query: Query, by: str
) -> None:
    project, rows = everything
    chosen = set(query.countries if by == "country" else query.persons)
    expected = sorted(
        (actor, day_of(row.published), row.id, row.judgement.stance)
        for row in rows
        if row.published and selects(query, row)
        for actor in VALUES[by](row)
        if not chosen or actor in chosen
    )
    points = project.points(query, by)  # type: ignore[arg-type]
    names = [points.actors[at] for at in points.actor]
    columns = (points.days.tolist(), points.ids.tolist(), points.stances.tolist())
    assert list(zip(names, *columns, strict=True)) == expected
    assert list(points.actors) == sorted({actor for actor, *_ in expected})
    for actor in points.actors:
        own = points.of(actor)
        assert own.ids.tolist() == [line[2] for line in expected if line[0] == actor]
    assert len(points.of("nobody").ids) == 0


@settings(max_examples=40, deadline=None)
@given(query=QUERIES, width=st.sampled_from(list(Bin)))
def test_a_histogram_counts_every_dated_statement_once(
    everything: Everything, query: Query, width: Bin
) -> None:
    project, rows = everything
    chosen = [row for row in rows if row.published and selects(query, row)]
    bars = project.histogram(query, width)
    for bar in bars:
        inside = [row for row in chosen if bar.start <= str(row.published) < bar.end]
        assert bar.n == len(inside)
        assert bar.mean == pytest.approx(np.mean([row.judgement.stance for row in inside]))
    assert sum(bar.n for bar in bars) == len(chosen)
    assert all(left.end <= right.start for left, right in pairwise(bars))


def test_persons_come_with_the_office_they_speak_in_most(project: Project) -> None:
    run = project.start_run(FIRST)
    number, _ = project.add_article(article(1))
    offices = [("minister", "AAA"), ("minister", "AAA"), ("envoy", "BBB"), (None, None)]
    project.add_analysed(
        number,
        run.id,
        [
            analysed(20 * at, role=role, country=country, countries=(country,) if country else ())
            for at, (role, country) in enumerate(offices)
        ],
    )
    (facet,) = project.facets(Query(), "person")
    assert (facet.value, facet.n, facet.role, facet.country) == ("Ada Vell", 4, "minister", "AAA")


def test_export_gives_every_row_once_in_order(everything: Everything) -> None:
    project, _ = everything
    exported = [row.id for row in project.export_rows(Query(), page=11)]
    assert exported == project.ids().tolist()


def test_an_empty_project_answers_everything(project: Project) -> None:
    assert project.count() == 0
    assert project.rows() == []
    assert project.ids().tolist() == []
    assert project.date_range() is None
    assert project.histogram(Query(), Bin.DAY) == []
    assert project.points().actors == ()
    for field in VALUES:
        assert project.facets(Query(), field) == []  # type: ignore[arg-type]
    assert project.count(Query(countries=("AAA",), text="peace", targets=("EU",))) == 0
    coded_article(project)
    assert project.count() == 1


def test_a_row_that_is_gone_is_named(project: Project) -> None:
    with pytest.raises(UserError, match="no longer"):
        project.row(1)
