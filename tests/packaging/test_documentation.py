"""Every command that README and guide name is run; pages agree with the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from stancedesk import __version__
from stancedesk.cli import main
from stancedesk.core.codebook import Codebook
from stancedesk.paths import resources

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/guide.md")
ARTICLE = (
    "Talks\n\nPublished 3 February 2022\n\n“We are ready,” said the Russian foreign ministry.\n"
)
DESKTOP = ("stancedesk", "make run", "make test", "make venv", "make wheel", "make package")
"""Whole commands that open a window or build, and have tests of their own."""


def blocks(page: str) -> list[str]:
    """The shell blocks of a page, without comments behind commands."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [re.sub(r"\s+# .*$", "", block, flags=re.MULTILINE) for block in found]


def runnable(block: str) -> str:
    """The block without what only a whole machine can do."""
    kept = [
        line
        for line in block.splitlines()
        if not (line.startswith(("make ", "sudo ", "git ", "cd ")) or line.strip() in DESKTOP)
    ]
    return "\n".join(kept)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_works_as_written(page: str, tmp_path: Path) -> None:
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    command = bin_ / "stancedesk"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stancedesk "$@"\n')
    command.chmod(0o755)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "first.txt").write_text(ARTICLE, encoding="utf-8")
    for name, line in (
        ("docs", '{"doc": 1, "text": "“Yes,” said the French president."}'),
        ("mentions", '{"id": 1, "mention": "the Kremlin"}'),
        ("texts", '{"id": 1, "text": "We want peace."}'),
    ):
        (tmp_path / f"{name}.jsonl").write_text(line + "\n", encoding="utf-8")
    script = "set -e\n" + "\n".join(runnable(block) for block in blocks(page))
    assert script.count("stancedesk ") >= 6
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "STANCEDESK_HOME": str(tmp_path / "home"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "stance.png").read_bytes().startswith(b"\x89PNG")


def test_every_make_target_that_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in (*PAGES, "docs/develop.md", "packaging/RELEASING.md", "SECURITY.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for name in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE):
            assert name in targets, f"{page} names make {name}"


def test_every_file_that_a_page_names_is_there() -> None:
    for page in ("docs/develop.md", "docs/methods.md", "SECURITY.md", "packaging/RELEASING.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for name in re.findall(
            r"`((?:docs|tests|packaging|training|resources|requirements)/[^` *]+)`", text
        ):
            if "X.Y.Z" not in name:
                assert (ROOT / name).exists(), f"{page} names {name}"


def test_the_citation_names_the_version() -> None:
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_methods_page_counts_as_the_codebook_does() -> None:
    codebook = Codebook.load(resources() / "codebook.toml")
    with (resources() / "codebook.toml").open("rb") as file:
        assert len(tomllib.load(file)["act"]) == 17
    assert codebook.version
    assert "Seventeen speech acts" in (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")


def test_the_man_page_describes_every_command() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "manpage.py")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "PYTHONPATH": str(ROOT)},
    )
    assert '"2026-01-01"' in done.stdout
    for name, command in main.commands.items():
        assert (f"SS stancedesk {name} " in done.stdout) is not command.hidden


def test_every_licence_of_what_ships_fits() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "licences.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 30
