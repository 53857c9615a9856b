"""The copy of the columns in the file says the same as the table, or is passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from stancedesk.core.model import Query
from stancedesk.store import Project, kept
from stancedesk.store.columns import Columns, keep
from tests.store.examples import fill
from tests.store.test_columns import answers


@pytest.fixture
def filled(project: Project) -> Project:
    """A project whose file holds a copy, and changes that came after it."""
    ids = fill(project, Random(4), articles=6, each=5)
    with project.transaction() as connection:
        keep(connection, least=1)
    project.code(ids[:4], "Ann", {"country": "FFF", "person": "Di Estrel"})
    project.set_date(2, "2022-03-01")
    return project


def stamp(project: Project) -> int | None:
    copy = kept.read(project.db.conn)
    return None if copy is None else copy.stamp


def from_the_table(project: Project) -> object:
    with project.transaction() as connection:
        connection.execute("DELETE FROM kept")
    with project.reader() as reader:
        return answers(reader)


def test_copy_and_newer_rows_give_what_the_table_gives(filled: Project) -> None:
    assert stamp(filled) is not None
    with filled.reader() as reader:
        found = answers(reader)
    assert found == from_the_table(filled)


def test_what_was_packed_comes_back(filled: Project) -> None:
    columns = Columns()
    columns.sync(filled.db.conn)
    copy = columns.packed()
    kept.write(filled.db.conn, copy)
    back = kept.read(filled.db.conn)
    assert back is not None
    assert (back.stamp, back.names) == (copy.stamp, copy.names)
    assert {name: values.tolist() for name, values in back.numbers.items()} == {
        name: values.tolist() for name, values in copy.numbers.items()
    }


def test_no_names_and_one_empty_name_are_told_apart(project: Project) -> None:
    copy = kept.Copy(0, {}, {"none": [], "empty": [""], "two": ["", "a"]})
    kept.write(project.db.conn, copy)
    assert kept.read(project.db.conn) == copy


def damage(project: Project) -> None:
    project.db.conn.execute("UPDATE kept SET body = zeroblob(length(body)) WHERE name = 'day'")


def mix(project: Project) -> None:
    project.db.conn.execute("UPDATE kept SET stamp = stamp + 1 WHERE name = 'country'")


def future(project: Project) -> None:
    project.db.conn.execute("UPDATE kept SET stamp = stamp + 1000")


def delete_by_hand(project: Project) -> None:
    project.db.conn.execute("DELETE FROM article WHERE id = 3")


def update_by_hand(project: Project) -> None:
    project.db.conn.execute("UPDATE winner SET country = 'GGG' WHERE statement_id = 9")


@pytest.mark.parametrize("harm", [damage, mix, future, delete_by_hand, update_by_hand])
def test_a_copy_that_is_damaged_or_old_is_passed_over(
    filled: Project, harm: Callable[[Project], None]
) -> None:
    harm(filled)
    with filled.reader() as reader:
        found = answers(reader)
    assert found == from_the_table(filled)


def test_small_changes_leave_the_copy_and_rebuilding_takes_it_away(filled: Project) -> None:
    before = stamp(filled)
    filled.code([1], "Ann", {"level": 2})
    assert stamp(filled) == before
    filled.rebuild_winners()
    assert stamp(filled) is None


def test_the_copy_is_written_anew_when_much_has_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep, "__defaults__", (10,))
    ids = fill(project, Random(1), articles=20, each=3)
    with project.transaction() as connection:
        keep(connection, least=1)
    before = stamp(project)
    assert before is not None
    project.code(ids[:5], "Ann", {"level": 1})
    assert stamp(project) == before
    project.code(ids[5:20], "Ann", {"level": 1})
    assert (stamp(project) or 0) > before


def test_an_analysis_leaves_a_copy_that_the_next_start_reads(path: Path) -> None:
    with Project.create(path) as project:
        fill(project, Random(2), articles=120, each=10)
        assert stamp(project) is not None
        expected = project.count(Query())
    with Project.open(path) as project:
        assert project.count(Query()) == expected


def test_a_copy_that_differs_is_named_and_mended(filled: Project) -> None:
    assert filled.integrity() == []
    copy = kept.read(filled.db.conn)
    assert copy is not None
    copy.numbers["stance"][:] = 0
    kept.write(filled.db.conn, copy)
    assert any("columns" in each for each in filled.integrity())
    filled.rebuild_winners()
    assert filled.integrity() == []
