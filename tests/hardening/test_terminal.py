"""What strangers wrote steers no terminal, and lines of JSON are answered or refused by name."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from stancedesk.cli import run
from stancedesk.core.model import Article
from stancedesk.store import Project
from tests.store.examples import FIRST, analysed

EVIL = "\x1b[2J\x1b]0;owned\x07\x9b31m red \u202enihtseno\u2066 a\rb"


class Screen(io.StringIO):
    """Standard output that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def steering(text: str) -> list[str]:
    """Characters that a terminal obeys instead of showing them."""
    return [char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"]


def hostile(path: Path) -> Path:
    """A project whose article and speaker carry sequences of escape."""
    with Project.create(path) as project:
        made = project.start_run(FIRST)
        article = Article(text="He said that it was so.", title=EVIL, source=EVIL)
        added, _ = project.add_article(article)
        project.add_analysed(added, made.id, [analysed(person=EVIL, speaker_text=EVIL)])
    return path


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_titles_and_names_steer_no_terminal_and_reach_a_file_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    path = hostile(tmp_path / "a.stance")
    for stream in (Screen(), io.StringIO()):
        monkeypatch.setattr(sys, "stdout", stream)
        assert run(["statements", str(path), "--format", form]) == 0
        shown = stream.getvalue()
        assert "owned" in shown
        assert bool(steering(shown)) is not stream.isatty()


def test_names_of_files_steer_no_terminal_and_make_no_lines_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"{EVIL}\nstancedesk: all is well.json").write_text("no JSON")
    assert run(["import", str(tmp_path / "a.stance"), str(folder)]) == 1
    told = capsys.readouterr().err
    assert "owned" in told
    assert not steering(told)
    assert not any(line.startswith("stancedesk: all is well") for line in told.splitlines())


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": 5},
        {"date": "yesterday"},
        {"date": "20220215"},
        {"context": 7},
        {"context": ["a"]},
        {"id": float("inf")},
    ],
)
def test_a_field_that_is_no_text_or_no_day_is_named_and_the_next_line_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: dict[str, object]
) -> None:
    lines = tmp_path / "a.jsonl"
    good = {"id": 1, "mention": "the Kremlin", "date": "2022-02-15"}
    lines.write_text(f"{json.dumps({**good, **wrong})}\n{json.dumps(good)}\n")
    assert run(["resolve", str(lines)]) == 1
    out, err = capsys.readouterr()
    (answer,) = (json.loads(line, parse_constant=pytest.fail) for line in out.splitlines())
    assert answer["country"] == "RUS"
    assert "a.jsonl" in err


def test_a_line_without_end_is_not_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("stancedesk.cli.lines.LINE_LIMIT", 1_000)
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"id": 1, "mention": "' + "a" * 2_000)
    assert run(["resolve", str(lines)]) == 1
    assert "a.jsonl:1 is longer than 1,000" in capsys.readouterr().err


def test_results_are_utf8_whatever_the_locale_says_and_half_characters_are_escaped(
    tmp_path: Path,
) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"id": "\\ud800é", "mention": "the Kremlin"}\n')
    bare = {name: value for name, value in os.environ.items() if name not in ("LANG", "HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "stancedesk", "resolve", str(lines)],
        env={**bare, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "\ud800é"
