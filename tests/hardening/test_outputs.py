"""What leaves the product, and where it cannot: formulas in CSV, a full disk, shut folders."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.cli import run
from stancedesk.core.model import Article, Query
from stancedesk.errors import UserError
from stancedesk.services.chart import to_csv
from stancedesk.services.export import safe_cell, write_statements
from stancedesk.store import Project
from tests.store.examples import FIRST, analysed, article, coded_article

NOBODY = 65534
STARTS = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A folder that everybody may enter and only its owner may write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def powerless() -> Iterator[None]:
    """Go on without root's right to write anywhere."""
    if not hasattr(os, "seteuid") or os.geteuid() != 0:
        pytest.skip("only root can give its rights away")
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@given(st.sampled_from(STARTS), st.text())
def test_no_cell_begins_as_a_formula(start: str, rest: str) -> None:
    assert not str(safe_cell(start + rest)).startswith(STARTS)


def test_titles_outlets_and_names_that_are_formulas_are_escaped_in_csv(tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x.invalid","see")'
    with Project.create(tmp_path / "a.stance") as project:
        run_ = project.start_run(FIRST)
        added, _ = project.add_article(
            Article(text="@SUM(1) he said that it was so", title=evil, source="+1-2")
        )
        project.add_analysed(added, run_.id, [analysed(person="-2+3", speaker_text="@x")])
        written = io.StringIO()
        write_statements(project, Query(), written, "csv")
    (row,) = csv.DictReader(io.StringIO(written.getvalue()))
    assert row["title"] == "'" + evil
    assert not [value for value in row.values() if value.startswith(STARTS)]


def test_names_that_are_formulas_are_escaped_in_a_chart_s_table_and_figures_are_not() -> None:
    table = to_csv((("person", "=mean"), [("=1+1", -0.5), ("@x", None), ("+Ada", 1)]))
    assert table == "person,'=mean\n'=1+1,-0.5\n'@x,\n'+Ada,1\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("small") / "a.stance") as project:
        coded_article(project)
        yield project


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_in_any_filter_is_run_as_sql(small: Project, text: str) -> None:
    drop = "'; DROP TABLE article; --"
    small.count(Query(text=text, countries=(text,), persons=(text, drop), sources=(text,)))
    small.count(Query(text=text))
    assert small.count() == 1
    assert small.count(Query(text=drop)) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "stancedesk", "statements", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_chart_into_a_folder_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    assert run(["chart", str(path), "--out", str(tmp_path / "no" / "x.png")]) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "could not be written" in line


def test_json_nested_without_end_is_a_bad_line_and_the_next_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "m.jsonl"
    lines.write_text("[" * 100_000 + "\n" + json.dumps({"id": 1, "mention": "the Kremlin"}) + "\n")
    assert run(["resolve", str(lines)]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["country"] == "RUS"
    assert "m.jsonl:1" in err


def test_a_new_project_in_a_folder_that_may_not_be_written_is_refused(
    foreign: Path, powerless: None
) -> None:
    with pytest.raises(UserError, match=r"cannot be (opened|written)"):
        Project.create(foreign / "a.stance")
    assert not list(foreign.iterdir())


def test_a_project_in_such_a_folder_says_that_it_cannot_be_written(foreign: Path) -> None:
    path = foreign / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    if not hasattr(os, "seteuid") or os.geteuid() != 0:
        pytest.skip("only root can give its rights away")
    os.seteuid(NOBODY)
    try:
        with (
            pytest.raises(UserError, match=r"cannot be (opened|written)"),
            Project.open(path) as project,
        ):
            project.add_article(article(2))
    finally:
        os.seteuid(0)
    with Project.open(path) as project:
        assert project.integrity() == []
        assert project.article_count() == 1


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.stance"
    Project.create(path).close()
    holds, order = threading.Event(), []

    def first() -> None:
        with Project.open(path) as project, project.transaction():
            project.add_article(article(1))
            holds.set()
            time.sleep(0.4)
            order.append("first")

    thread = threading.Thread(target=first)
    with Project.open(path) as second:
        thread.start()
        holds.wait()
        second.add_article(article(2))
        order.append("second")
        thread.join()
        assert order == ["first", "second"]
        assert second.article_count() == 2


def test_a_second_writer_that_has_waited_long_enough_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.stance"
    Project.create(path).close()
    monkeypatch.setattr("stancedesk.store.connection.BUSY_SECONDS", 0.2)
    with Project.open(path) as first, Project.open(path) as second, first.transaction():
        first.add_article(article(1))
        with pytest.raises(UserError, match="Another program is writing"):
            second.add_article(article(2))
