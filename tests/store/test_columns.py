"""Columns that follow a file say the same as columns read anew."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.errors import UserError
from stancedesk.store import Project, Reader
from tests.store.examples import SECOND, article, fill, random_statement
from tests.store.test_changes import one_change


def answers(reader: Reader) -> object:
    """What the columns say, in a form that can be compared."""
    queries = (Query(), Query(rejected=True), Query(countries=("AAA", "EEE"), targets=("EU",)))
    points = [reader.points(query) for query in queries]
    return (
        [reader.ids(query, "person").tolist() for query in queries],
        [
            reader.facets(query, field)
            for query in queries
            for field in ("country", "person", "target", "level")
        ],
        [reader.histogram(query, Bin.WEEK) for query in queries],
        [(p.ids.tolist(), p.days.tolist(), p.stances.tolist(), p.actors) for p in points],
    )


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), steps=st.lists(st.integers(0, 11), min_size=1, max_size=10))
def test_columns_keep_step_with_every_change(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[int]
) -> None:
    random = Random(seed)
    path = tmp_path_factory.mktemp("columns") / "a.stance"
    with Project.create(path) as project, project.reader() as follower:
        ids = fill(project, random, articles=3, each=4)
        answers(follower)
        for step in steps:
            try:
                change(project, random, ids, step)
            except UserError:
                continue
            with project.reader() as fresh:
                assert answers(follower) == answers(fresh) == answers(project)


def change(project: Project, random: Random, ids: list[int], step: int) -> None:
    if step == 8:
        project.undo()
    elif step == 9:
        project.redo()
    elif step == 10:
        project.rebuild_winners()
    elif step == 11:
        run = project.start_run(SECOND)
        added, _ = project.add_article(article(random.randrange(10**6)))
        for number in (random.randint(1, 3), added):
            found = [random_statement(random, at) for at in range(random.randint(0, 5))]
            project.add_analysed(number, run.id, found)
    else:
        one_change(project, random, ids, step)


def test_stance_is_kept_to_six_decimals(project: Project) -> None:
    ids = fill(project, Random(1), articles=1, each=4)
    project.code(ids[:1], "Ann", {"stance": 0.1234564})
    project.code(ids[1:2], "Ann", {"stance": -0.35})
    project.set_date(1, "2022-02-01")
    points = project.points()
    assert np.isin([0.123456, -0.35], points.stances).all()


def test_what_was_seen_inside_a_failed_transaction_is_forgotten(project: Project) -> None:
    ids = fill(project, Random(1), articles=2, each=4)
    before = answers(project)

    def fail() -> None:
        with project.transaction():
            project.code(ids, "Ann", {"country": "EEE"})
            assert project.count(Query(countries=("EEE",))) == project.count()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert answers(project) == before
