"""Odd surroundings: no home, no output, preferences that are nonsense, folders full of traps."""

from __future__ import annotations

import os
import pwd
import sys
import traceback
from pathlib import Path
from random import Random

import pytest

from stancedesk import paths
from stancedesk.cli import run
from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import discover, read_any
from stancedesk.services.feeds_folders import watch
from stancedesk.store import Project
from tests.store.examples import coded_article

NOBODY = 65534


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.stance"
    with Project.create(path) as made:
        coded_article(made)
    return path


def test_a_user_without_a_home_can_work(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "STANCEDESK_HOME"):
        monkeypatch.delenv(name, raising=False)

    def unknown(_: int) -> None:
        raise KeyError("no such user")

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(RuntimeError):
        Path.home()
    assert not paths.user_data().exists()
    assert run(["statements", str(project)]) == 0
    assert "Report 1" in capsys.readouterr().out
    with Project.open(project) as opened, pytest.raises(UserError, match="no folder"):
        watch(opened, Path("~somebody/articles"))


@pytest.mark.parametrize("command", [("statements",), ("info",), ("statements", "--text", "x")])
def test_a_closed_output_is_told(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run([command[0], str(project), *command[1:]]) == 1
    assert "standard output is closed" in capsys.readouterr().err


def test_preferences_that_are_nonsense_count_as_none(tmp_path: Path, qapp: object) -> None:
    from stancedesk.ui.settings import Settings

    draw = Random(7)
    names = ("theme", "language", "coder", "toured", "recent", "folder", "flags/a", "layout/window")
    for number in range(60):
        file = tmp_path / f"{number}.ini"
        lines = "\n".join(f"{name}={draw.randbytes(20).hex()}" for name in names)
        kind = draw.choice(
            ("@Invalid()", "@Variant(\\0\\0\\0\\x99zz)", "@ByteArray(\\xff", "%%%,,,")
        )
        odd = "\n".join(f"{name}={kind}" for name in names)
        file.write_bytes(
            (draw.randbytes(300), f"[General]\n{lines}".encode(), f"[General]\n{odd}".encode())[
                number % 3
            ]
        )
        settings = Settings(file)
        assert settings.theme in ("light", "dark", "system")
        assert settings.language in ("", "en", "de")
        assert isinstance(settings.toured, bool)
        assert isinstance(settings.flag("a"), bool)
        assert not settings.recent
        assert settings.coder
        assert settings.last_folder
        assert settings.layout("window") is not None


def test_a_folder_of_traps_is_read_around_them(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes in folders here")
    folder = tmp_path / "in"
    (folder / "m-shut").mkdir(parents=True)
    (folder / "m-shut" / "a.txt").write_text("Words that nobody may read.")
    os.mkfifo(folder / "b-pipe.txt")
    (folder / "c-zeros.json").symlink_to("/dev/zero")
    (folder / "d-loop.txt").symlink_to(folder / "d-loop.txt")
    (folder / "e-gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "f-up").symlink_to(folder)
    (folder / "g-folder.txt").mkdir()
    (folder / "h\nline\x1b[31m.txt").write_text("He said so on the line.")
    Path(os.fsdecode(os.fsencode(folder) + b"/i\xff\xfe.txt")).write_text("She said so in bytes.")
    (folder / "z.txt").write_text("They said so at the end.")
    powerless = hasattr(os, "seteuid") and os.geteuid() == 0
    (folder / "m-shut").chmod(0)
    for place in (folder, *folder.parents):
        if powerless and tmp_path.parent in (place, *place.parents):
            place.chmod(0o755)
    try:
        if powerless:
            tmp_path.parent.parent.chmod(0o755)
            os.seteuid(NOBODY)
        read: list[Article | Failure] = []
        for found in discover([folder]):
            if isinstance(found, Path):
                read.extend(read_any(found))
            elif isinstance(found, Failure):
                read.append(found)
    finally:
        if powerless:
            os.seteuid(0)
        (folder / "m-shut").chmod(0o755)
    texts = [item.text for item in read if isinstance(item, Article)]
    assert texts == [
        "He said so on the line.",
        "She said so in bytes.",
        "They said so at the end.",
    ]
    told = [str(item.error) for item in read if isinstance(item, Failure)]
    for name in ("b-pipe", "c-zeros", "d-loop", "e-gone", "m-shut"):
        assert [sentence for sentence in told if name in sentence], name


def test_a_file_that_vanishes_or_is_cut_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "She said so again and again.\n" * 20_000)
    items = read_any(path)
    next(items)
    os.truncate(path, 200)
    assert len(list(items)) < 20_000
    gone = tmp_path / "b.txt"
    gone.write_text("He said so.")
    waiting = [each for each in discover([tmp_path]) if isinstance(each, Path)]
    gone.unlink()
    (last,) = read_any(waiting[-1])
    assert isinstance(last, Failure)
    assert "does not exist" in str(last.error)


def test_the_crash_log_says_where_and_of_what_kind_and_quotes_nothing(tmp_path: Path) -> None:
    from stancedesk.ui.crash import CrashLog, install_hook

    told: list[str] = []
    words = " ".join(["The envoy said", "that it was so."])
    log = CrashLog(tmp_path)
    log.start()
    before = sys.excepthook
    install_hook(log, lambda _, details: told.append(details))
    try:
        try:
            try:
                raise KeyError(words)
            except KeyError as error:
                error.add_note(words)
                raise ValueError(words) from error
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
            wanted = traceback.extract_tb(error.__traceback__)[0].name
    finally:
        sys.excepthook = before
        log.stop()
    kept = CrashLog(tmp_path).last()
    assert "builtins.KeyError" in kept
    assert "builtins.ValueError" in kept
    assert wanted in kept
    assert words not in kept
    assert words in told[0]
