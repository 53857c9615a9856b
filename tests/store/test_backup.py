"""The backup beside a project: when it is made, when not, and the way back to it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stancedesk.cli import run
from stancedesk.errors import DamagedProject, UserError
from stancedesk.store import Project, backup
from tests.store.examples import article, coded_article


@pytest.fixture
def kept(path: Path) -> Path:
    """A project with one statement, and its backup."""
    with Project.create(path) as project:
        coded_article(project)
    with Project.open(path) as project:
        assert project.keep_backup() == backup.place(path)
    return path


def spoil(path: Path) -> None:
    """Change a figure from outside, as another program or a bad disk might."""
    whole = path.read_bytes()
    place = whole.rindex(b"keep the border open")
    path.write_bytes(whole[:place] + b"shut the border soon" + whole[place + 20 :])


def test_a_backup_is_made_once_for_each_state_of_the_project(kept: Path) -> None:
    with Project.open(kept) as project:
        assert project.keep_backup() is None
        project.add_article(article(2))
    with Project.open(kept) as project:
        assert project.keep_backup() is not None
        assert project.keep_backup() is None
    assert [file.name for file in kept.parent.iterdir() if file != kept] == [
        kept.name + backup.ENDING
    ]


@pytest.mark.parametrize("moment", [0, 4_000_000_000])
def test_a_clock_that_jumps_keeps_no_state_from_its_backup(kept: Path, moment: int) -> None:
    with Project.open(kept) as project:
        project.add_article(article(2))
    os.utime(kept, (moment, moment))
    with Project.open(kept) as project:
        assert project.keep_backup() is not None
        assert project.keep_backup() is None
    assert backup.day(kept)


def test_a_damaged_project_is_refused_and_its_backup_gives_everything_back(kept: Path) -> None:
    spoil(kept)
    with pytest.raises(DamagedProject, match=r"backup of .* can be restored"):
        Project.open(kept)
    aside = Project.restore(kept)
    assert aside is not None
    assert aside.name == "letters.stance.damaged"
    with Project.open(kept) as project:
        assert project.count() == 1
        assert project.keep_backup() is None


def test_a_damaged_project_never_takes_the_place_of_its_backup(kept: Path) -> None:
    good = backup.place(kept).read_bytes()
    spoil(kept)
    with Project.open(kept, check=False) as project:
        assert project.keep_backup() is None
        assert project.integrity() != []
        assert project.keep_backup() is None
    assert backup.place(kept).read_bytes() == good


def test_a_damaged_backup_is_not_restored(kept: Path) -> None:
    spoil(kept)
    spoil(backup.place(kept))
    before = kept.read_bytes()
    with pytest.raises(UserError, match="backup is damaged, too"):
        Project.restore(kept)
    assert kept.read_bytes() == before
    assert {file.name for file in kept.parent.iterdir()} == {
        kept.name, kept.name + backup.ENDING
    }  # fmt: skip


def test_a_project_that_lost_its_head_still_finds_its_backup(kept: Path) -> None:
    kept.write_bytes(b"\0" * 5000)
    with pytest.raises(DamagedProject, match="restored"):
        Project.open(kept)
    Project.restore(kept)
    with Project.open(kept) as project:
        assert project.count() == 1


def test_backups_can_be_switched_off_and_have_a_largest_size(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(kept) as project:
        project.add_article(article(2))
    with Project.open(kept) as project:
        assert backup.keep(project.db.conn, kept, largest=1000) is None
        monkeypatch.setenv(backup.SWITCH, "off")
        assert project.keep_backup() is None
        monkeypatch.delenv(backup.SWITCH)
        assert project.keep_backup() is not None


def test_a_repair_takes_articles_and_codings_as_they_are(path: Path) -> None:
    with Project.create(path) as project:
        coded_article(project)
        project.db.execute("UPDATE winner SET stance = 1.0")
        project.db.execute("UPDATE article SET text = text || ' More.'")
    with pytest.raises(DamagedProject, match="No backup lies beside it"):
        Project.open(path)
    with Project.open(path, check=False) as project:
        assert project.repair() == []
    with Project.open(path) as project:
        assert project.rows()[0].judgement.stance == 0.4


def test_the_command_line_checks_restores_and_repairs(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(kept)]) == 0
    assert capsys.readouterr().out == "sound\n"
    spoil(kept)
    assert run(["check", str(kept)]) == 1
    out, err = capsys.readouterr()
    assert "full-text index" in out
    assert "stancedesk restore letters.stance" in err
    assert run(["restore", str(kept)]) == 0
    assert "letters.stance.damaged" in capsys.readouterr().err
    assert run(["check", str(kept)]) == 0
    backup.place(kept).unlink()
    assert run(["restore", str(kept)]) == 1
    assert "No backup" in capsys.readouterr().err


def test_an_import_keeps_what_was_there_before(kept: Path, tmp_path: Path) -> None:
    with Project.open(kept) as project:
        project.add_article(article(2))
    page = tmp_path / "empty.txt"
    page.write_text("")
    run(["import", str(kept), str(page)])
    with Project.open(backup.place(kept)) as project:
        assert project.article_count() == 2
