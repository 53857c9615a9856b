"""What is left when the program is killed or the disk is full."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.store import Project
from tests.store.examples import FIRST, article, coded_article

WRITER = textwrap.dedent(
    """
    import sys
    from stancedesk.store import Project
    from tests.store.examples import FIRST, analysed, article

    with Project.open(sys.argv[1]) as project:
        run = project.start_run(FIRST)
        for number in range(10_000):
            added, _ = project.add_article(article(number))
            change = project.add_analysed(added, run.id, [analysed(20 * at) for at in range(5)])
            project.code(change.statements[:1], "Ann", {"level": -2})
            print(number, flush=True)
    """
)


@pytest.mark.parametrize("lines", [1, 13, 40])
def test_a_killed_import_loses_at_most_the_article_under_way(path: Path, lines: int) -> None:
    Project.create(path).close()
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=root
    ) as writer:
        assert writer.stdout is not None
        for _ in range(lines):
            assert writer.stdout.readline()
        writer.kill()
    with Project.open(path) as project:
        assert project.integrity() == []
        done = project.article_count() - len(project.pending(FIRST))
        assert done >= lines
        assert len(project.pending(FIRST)) <= 1
        assert project.count() == 5 * done
        assert project.undo_label() == "Set level to -2 on 1 statement"
        assert project.undo() is not None
        assert project.add_article(article(0))[1] is False


def test_a_full_disk_is_told_and_nothing_is_lost(project: Project) -> None:
    coded_article(project)
    pages = next(iter(project.db.query("PRAGMA page_count")))["page_count"]
    project.db.conn.execute(f"PRAGMA max_page_count = {pages + 2}")

    def fill_up() -> None:
        for number in range(2, 200):
            project.add_article(article(number))

    with pytest.raises(UserError, match="disk is full"):
        fill_up()
    assert project.count() == 1
    assert project.integrity() == []
