"""Two fields counted at once agree with counting one value of the one after the other."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from stancedesk.core.model import Query
from stancedesk.store import Project
from stancedesk.store.encoded import order_of
from tests.store.examples import fill


@pytest.mark.parametrize("query", [Query(), Query(officials_only=True), Query(rejected=True)])
def test_a_crossing_counts_what_facets_of_each_value_count(project: Project, query: Query) -> None:
    fill(project, Random(7), articles=12, each=8)
    crossed = project.crossing(query, "country", "target")
    assert crossed.n.sum() > 0
    for at, target in enumerate(crossed.columns):
        facets = project.facets(_about(query, target), "country")
        expected = {facet.value: (facet.n, round(facet.n * facet.mean, 9)) for facet in facets}
        found = {
            name: (int(n), round(float(total), 9))
            for name, n, total in zip(
                crossed.rows, crossed.n[:, at], crossed.total[:, at], strict=True
            )
            if n
        }
        assert found == expected


def _about(query: Query, target: str) -> Query:
    return Query(targets=(target,), officials_only=query.officials_only, rejected=query.rejected)


def test_a_joint_source_has_its_levels_in_each_of_its_countries(project: Project) -> None:
    fill(project, Random(8), articles=10, each=8)
    crossed = project.crossing(Query(), "country", "level")
    assert crossed.columns == ("-2", "-1", "0", "1", "2")
    for country, n in zip(crossed.rows, crossed.n, strict=True):
        levels = {f.value: f.n for f in project.facets(Query(countries=(country,)), "level")}
        assert dict(zip(crossed.columns, n.tolist(), strict=True)) == {
            level: levels.get(level, 0) for level in crossed.columns
        }


@pytest.mark.parametrize("reach", [3, 2**20, 2**40])
def test_places_come_in_order_of_the_keys_and_equal_ones_stay(reach: int) -> None:
    rng = np.random.default_rng(3)
    keys = [rng.integers(-reach, reach, 500) // 2 for _ in range(3)]
    expected = sorted(range(500), key=lambda at: tuple(int(key[at]) for key in keys))
    assert order_of(*keys).tolist() == expected


def test_counts_made_inside_a_failed_transaction_are_forgotten(project: Project) -> None:
    ids = fill(project, Random(1), articles=2, each=4)
    before = project.counts()

    def fail() -> None:
        with project.transaction():
            project.set_valid(ids, "Ann", valid=False)
            assert project.counts()["statements"] == 0
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert project.counts() == before


def test_counts_follow_another_connection(project: Project) -> None:
    ids = fill(project, Random(1), articles=2, each=4)
    with project.reader() as reader:
        before = reader.counts()
        project.set_valid(ids[:1], "Ann", valid=not project.row(ids[0]).judgement.valid)
        assert reader.counts() != before
        assert reader.counts() == project.counts()
