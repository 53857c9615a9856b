"""Undo and redo: named, complete, and kept in the file."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancedesk.core.model import Query
from stancedesk.errors import UserError
from stancedesk.store import Project
from tests.store.examples import coded_article, fill


def visible(project: Project) -> object:
    """All that a person could see of a project."""
    return (
        project.rows(limit=1000),
        project.rows(Query(rejected=True), limit=1000),
        project.events(),
        project.aliases(),
        project.headings(),
    )


def test_nothing_is_there_to_undo_in_a_new_project(project: Project) -> None:
    assert project.undo() is None
    assert project.redo() is None
    assert project.undo_label() is project.redo_label() is None


def test_an_analysis_is_no_change_to_undo(project: Project) -> None:
    coded_article(project)
    assert project.undo_label() is None


def test_undo_and_redo_survive_closing(path: Path) -> None:
    with Project.create(path) as project:
        (statement,) = coded_article(project)
        project.code([statement], "Ann", {"country": "BBB"})
        project.code([statement], "Ann", {"country": "CCC"})
    with Project.open(path) as project:
        assert project.undo_label() == "Set country to CCC on 1 statement"
        change = project.undo()
        assert change is not None
        assert change.statements == (statement,)
        assert project.row(statement).judgement.country == "BBB"
    with Project.open(path) as project:
        assert project.undo_label() == "Set country to BBB on 1 statement"
        assert project.redo_label() == "Set country to CCC on 1 statement"
        project.redo()
        assert project.row(statement).judgement.country == "CCC"
        assert project.redo() is None


def test_a_new_change_forgets_what_was_undone(project: Project) -> None:
    (statement,) = coded_article(project)
    project.code([statement], "Ann", {"country": "BBB"})
    project.undo()
    project.add_event("2022-02-24", "Crossing")
    assert project.redo_label() is None
    assert project.undo_label() == "Add event “Crossing”"


def test_an_event_brought_back_has_its_old_id(project: Project) -> None:
    project.add_event("2022-02-24", "Crossing")
    (event,) = project.events()
    assert event.id is not None
    project.remove_event(event.id)
    project.add_event("2022-02-25", "Talks")
    project.undo()
    project.undo()
    assert project.events() == [event]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6), steps=st.lists(st.integers(0, 7), min_size=1, max_size=10))
def test_undoing_everything_and_redoing_it_gives_back_what_was_seen(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[int]
) -> None:
    random = Random(seed)
    with Project.create(tmp_path_factory.mktemp("undo") / "a.stance") as project:
        ids = fill(project, random, articles=3, each=4)
        while project.undo():
            pass
        states = [visible(project)]
        for step in steps:
            before = project.undo_label()
            try:
                one_change(project, random, ids, step)
            except UserError:
                assert project.undo_label() == before
                continue
            states.append(visible(project))
        for state in reversed(states[:-1]):
            assert project.undo() is not None
            assert visible(project) == state
        for state in states[1:]:
            assert project.redo() is not None
            assert visible(project) == state
        assert project.integrity() == []


def one_change(project: Project, random: Random, ids: list[int], kind: int) -> None:
    some = random.sample(ids, 3)
    if kind == 0:
        project.code(some, "Ann", {"country": random.choice(("AAA", "EEE", None))})
    elif kind == 1:
        project.code(some, "Bea", {"level": random.randint(-2, 2)}, note="why")
    elif kind == 2:
        project.set_valid(some, "Ann", valid=random.random() < 0.5)
    elif kind == 3:
        project.set_date(random.randint(1, 3), f"2022-05-{random.randint(10, 28)}")
    elif kind == 4:
        project.merge_persons(*random.sample(("Ada Vell", "Bo Quist", "Cy Dorn", "New"), 2))
    elif kind == 5:
        project.add_event("2022-02-24", "Crossing")
    elif kind == 6:
        project.revert(some)
    else:
        events = project.events()
        project.remove_event(events[0].id or 0 if events else 0)
