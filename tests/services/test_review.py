"""Two coders compared, and codings that travel between copies of a project."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.services.review import compare, read_codings, write_codings
from stancedesk.store import Project
from tests.store.examples import coded_article


@pytest.fixture
def copies(tmp_path: Path):
    with (
        Project.create(tmp_path / "one.stance") as one,
        Project.create(tmp_path / "two.stance") as two,
    ):
        yield one, two


def coded(project: Project, number: int = 4) -> list[int]:
    return [coded_article(project, at)[0] for at in range(number)]


def test_two_coders_agree_as_far_as_alpha_and_kappa_say(copies) -> None:
    project, _ = copies
    ids = coded(project)
    for at, (ann, bea) in zip(ids, ((-2, -2), (0, 0), (1, 1), (2, -1)), strict=True):
        project.code([at], "Ann", {"level": ann, "country": "BBB" if ann < 0 else "CCC"})
        project.code([at], "Bea", {"level": bea, "country": "BBB" if ann < 0 else "CCC"})
    found = compare(project, "Ann", "Bea")
    assert found.n == 4
    assert found.kappa == 1.0
    assert found.alpha is not None
    assert 0.0 < found.alpha < 1.0
    assert [each.row.id for each in found.differences] == [ids[3]]
    assert found.differences[0].fields == ("level",)


def test_who_calls_it_no_statement_differs_most(copies) -> None:
    project, _ = copies
    ids = coded(project)
    for coder in ("Ann", "Bea"):
        project.code(ids, coder, {"level": 1})
    project.code([ids[0]], "Bea", {"level": 0})
    project.set_valid([ids[1]], "Bea", False)
    found = compare(project, "Ann", "Bea")
    assert [each.row.id for each in found.differences] == [ids[1], ids[0]]


def test_codings_come_over_to_a_copy_and_can_be_undone(copies) -> None:
    one, two = copies
    ids, others = coded(one), coded(two)
    one.code([ids[0]], "Ann", {"level": -2, "targets": ("DDD",)}, note="=a threat, surely")
    one.set_valid([ids[1]], "Bea", False)
    table = io.StringIO()
    assert write_codings(one, table) == 2
    assert "'=a threat" in table.getvalue()
    table.seek(0)
    taken = read_codings(two, table)
    assert (taken.taken, taken.known, taken.elsewhere, taken.bad) == (2, 0, 0, [])
    row = two.row(others[0])
    assert (row.judgement.level, row.judgement.targets, row.coder) == (-2, ("DDD",), "Ann")
    assert row.judgement.note == "=a threat, surely"
    assert not two.row(others[1]).judgement.valid
    assert two.undo_label() == "Import 2 codings"
    two.undo()
    assert two.row(others[0]).coder == "machine"


def test_codings_that_are_there_or_belong_elsewhere_are_counted(copies) -> None:
    one, two = copies
    ids = coded(one)
    coded(two, 1)
    one.code(ids[:2], "Ann", {"level": 2})
    table = io.StringIO()
    write_codings(one, table)
    for expected in ((1, 0, 1), (0, 1, 1)):
        table.seek(0)
        taken = read_codings(two, table)
        assert (taken.taken, taken.known, taken.elsewhere) == expected


def test_a_row_that_makes_no_sense_is_named_and_the_rest_is_taken(copies) -> None:
    project, _ = copies
    ids = coded(project, 2)
    project.code(ids, "Ann", {"level": 2})
    table = io.StringIO()
    write_codings(project, table)
    lines = table.getvalue().splitlines()
    project.undo()
    broken = lines[1].replace(",2,", ",seven,")
    taken = read_codings(project, io.StringIO("\n".join([lines[0], broken, lines[2]])))
    assert taken.taken == 1
    assert len(taken.bad) == 1
    assert taken.bad[0].startswith("line 2")


def test_another_table_is_refused(copies) -> None:
    with pytest.raises(UserError, match="no table of codings"):
        read_codings(copies[0], io.StringIO("date,text\n2032-01-05,Words\n"))
