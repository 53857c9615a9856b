"""Opening, refusing, sharing and checking a project file."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from stancedesk.core.model import Query
from stancedesk.errors import UserError
from stancedesk.store import Project, Reader
from tests.store.examples import FIRST, analysed, article, coded_article


def test_a_project_is_made_once_and_then_opened(path: Path) -> None:
    with Project.open_or_create(path) as project:
        coded_article(project)
    with Project.open_or_create(path) as project:
        assert project.count() == 1
    with pytest.raises(UserError, match="there already"):
        Project.create(path)


def test_a_project_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "a.stance")


def test_a_missing_file_is_refused_and_not_made(path: Path) -> None:
    with pytest.raises(UserError, match="no project"):
        Project.open(path)
    assert not path.exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not a file"):
        Project.open(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"Dear reader", b"SQLite format 3\0", os.urandom(5000)], ids=len
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UserError, match="not a StanceDesk project"):
        Project.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_not_touched(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE article (id INTEGER PRIMARY KEY)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="another program"):
        Project.open(path)
    assert path.read_bytes() == before


def test_a_damaged_project_is_refused(path: Path) -> None:
    Project.create(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + os.urandom(3996) + whole[4096:])
    with pytest.raises(UserError, match=r"damaged|no StanceDesk project"):
        Project.open(path)


def test_a_project_without_one_of_its_tables_is_refused(path: Path) -> None:
    Project.create(path).close()
    other = sqlite3.connect(path)
    other.execute("DROP TABLE state")
    other.close()
    with pytest.raises(UserError, match="“state” is missing"):
        Project.open(path)


def test_a_reader_cannot_write(project: Project) -> None:
    def write(reader: Reader) -> None:
        with reader.transaction() as connection:
            connection.execute("INSERT INTO event (date, label) VALUES ('2022-01-01', 'x')")

    with project.reader() as reader, pytest.raises(UserError, match="cannot be written"):
        write(reader)


def test_a_reader_in_a_thread_counts_on_while_another_connection_writes(path: Path) -> None:
    seen: list[int] = []
    with Project.create(path) as project:
        run = project.start_run(FIRST)
        done = threading.Event()

        def watch() -> None:
            with project.reader() as reader:
                while not done.is_set():
                    seen.append(reader.count())
                seen.append(reader.count())

        watcher = threading.Thread(target=watch)
        watcher.start()
        for number in range(60):
            added, _ = project.add_article(article(number))
            project.add_analysed(added, run.id, [analysed(0), analysed(20)])
        done.set()
        watcher.join()
    assert seen == sorted(seen)
    assert all(n % 2 == 0 for n in seen)  # never half an article
    assert seen[-1] == 120


def test_two_writers_wait_for_each_other(path: Path) -> None:
    Project.create(path).close()

    def write(first: int) -> None:
        with Project.open(path) as project:
            for number in range(first, first + 40):
                project.add_article(article(number))

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Project.open(path) as project:
        assert project.article_count() == 80
        assert project.integrity() == []


def test_a_second_connection_sees_a_committed_coding_at_once(path: Path) -> None:
    with Project.create(path) as one, Project.open(path) as two:
        (statement,) = coded_article(one)
        assert two.count(Query(countries=("AAA",))) == 1
        one.code([statement], "Ann", {"country": "CCC"})
        assert two.count(Query(countries=("AAA",))) == 0
        assert two.count(Query(countries=("CCC",))) == 1


def test_a_transaction_that_fails_leaves_nothing_behind(project: Project) -> None:
    def fail() -> None:
        with project.transaction():
            coded_article(project)
            assert project.count() == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert project.count() == 0
    assert project.article_count() == 0
    coded_article(project)
    assert project.count() == 1


def test_a_person_can_read_the_view_of_statements(project: Project) -> None:
    coded_article(project)
    (row,) = project.db.query("SELECT * FROM statements")
    assert row["country"] == "AAA"
    assert row["person"] == "Ada Vell"
    assert row["published"] == "2022-02-15"
    assert row["text"] == "keep the border open"
    assert row["coder"] == "machine"


def test_a_sound_project_has_nothing_to_report(project: Project) -> None:
    statements = coded_article(project, statements=3)
    project.code(statements[:2], "Ann", {"countries": ("AAA", "BBB")})
    project.undo()
    assert project.integrity() == []


def test_winners_that_went_astray_are_reported_and_can_be_rebuilt(project: Project) -> None:
    coded_article(project, statements=2)
    project.db.execute("UPDATE winner SET country = 'ZZZ' WHERE statement_id = 1")
    assert "out of date" in " ".join(project.integrity())
    assert project.rebuild_winners().everything
    assert project.integrity() == []
    assert project.count(Query(countries=("AAA",))) == 2


def test_a_span_outside_its_article_is_reported(project: Project) -> None:
    coded_article(project)
    project.db.execute("UPDATE statement SET content = '[[0,99999]]'")
    assert project.integrity() == ["1 spans lie outside the text of their article."]


def test_a_search_index_that_differs_is_reported(project: Project) -> None:
    coded_article(project)
    project.db.execute("DROP TRIGGER statement_au")
    project.db.execute("UPDATE statement SET text = 'something else'")
    assert "full-text index of statement" in " ".join(project.integrity())


def test_state_is_kept_with_the_project(path: Path) -> None:
    with Project.create(path) as project:
        project.set_state("filters", {"countries": ["AAA"]})
        project.set_state("filters", {"countries": ["BBB"]})
    with Project.open(path) as project:
        assert project.state("filters") == {"countries": ["BBB"]}
        assert project.state("window", 7) == 7


def test_events_are_listed_by_date(project: Project) -> None:
    project.add_event("2022-03-01", "Talks")
    change = project.add_event("2022-02-24", "Crossing")
    assert change.events
    first, second = project.events()
    assert (first.label, second.label) == ("Crossing", "Talks")
    assert first.id is not None
    project.remove_event(first.id)
    assert [event.label for event in project.events()] == ["Talks"]
    with pytest.raises(UserError, match="no longer"):
        project.remove_event(first.id)
    with pytest.raises(UserError, match="not a date"):
        project.add_event("yesterday", "Talks")
