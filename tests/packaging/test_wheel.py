"""The wheel works outside the checkout, holds what it needs and can be built again, bit by bit."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT_FROM = (
    "stancedesk", "resources", "training", "pyproject.toml", "README.md", "LICENSE", ".gitignore",
)  # fmt: skip
PAGE = """Harbour talks resume

Published 4 March 2031

“We will open the strait tomorrow,” said Irena Fell, a spokeswoman for the French foreign ministry.
"""


def copied(target: Path) -> Path:
    """What packages are built from, in a folder where nobody edits meanwhile."""
    target.mkdir()
    for name in BUILT_FROM:
        source = ROOT / name
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__", "cache", "*.stance*")
            shutil.copytree(source, target / name, ignore=leave, copy_function=shutil.copy)
        else:
            shutil.copy(source, target / name)
    return target


def built(tree: Path, kind: str, target: Path) -> Path:
    """The one file that the build of a kind leaves in a folder."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)],
        cwd=tree,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
        check=True,
        capture_output=True,
    )
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("build") / "tree")


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents as an installation would lay them down."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_every_resource_of_the_checkout_is_in_the_wheel(tree: Path, unpacked: Path) -> None:
    def files(folder: Path) -> set[str]:
        return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}

    assert files(unpacked / "stancedesk" / "resources") == files(tree / "resources")
    assert (unpacked / "stancedesk" / "resources" / "models").is_dir()


def test_the_wheel_brings_nothing_but_the_package(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"stancedesk"}


def test_two_builds_in_two_folders_at_two_times_are_the_same_file(
    wheel: Path, tmp_path: Path
) -> None:
    other = copied(tmp_path / "elsewhere")
    os.utime(other / "README.md", (1, 10**9))
    again = built(other, "wheel", tmp_path / "again")
    assert again.name == wheel.name
    assert _digest(again) == _digest(wheel)


def test_the_source_archive_leaves_out_caches_and_projects(tree: Path, tmp_path: Path) -> None:
    cache = tree / "training" / "cache"
    cache.mkdir()
    (cache / "articles.jsonl").write_text("private\n")
    (tree / "training" / "mine.stance").write_bytes(b"SQLite format 3\0")
    try:
        archive = built(tree, "sdist", tmp_path / "sdist")
    finally:
        shutil.rmtree(cache)
        (tree / "training" / "mine.stance").unlink()
    with tarfile.open(archive) as source:
        names = source.getnames()
    assert any(name.endswith("stancedesk/cli/root.py") for name in names)
    assert any("/training/" in name for name in names)
    assert not [name for name in names if "/cache/" in name or name.endswith(".stance")]


def test_the_installed_wheel_imports_lists_and_draws_without_the_checkout(
    unpacked: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")

    def stancedesk(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "stancedesk", *words],
            cwd=tmp_path,
            env={
                "PATH": os.defpath,
                "PYTHONPATH": str(unpacked),
                "HOME": str(tmp_path),
                "QT_QPA_PLATFORM": "offscreen",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import stancedesk.paths as p; print(p.resources())"
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(found.strip()) == unpacked / "stancedesk" / "resources"
    stancedesk("import", "a.stance", "page.txt")
    assert "open the strait" in stancedesk("statements", "a.stance", "--country", "FRA")
    stancedesk("chart", "a.stance", "--out", "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
