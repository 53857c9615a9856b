"""The pages of the documentation hold together: links, pictures, included files, the example."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from stancedesk import __version__

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*DOCS.glob("*.md"), *ROOT.glob("*.md"), *(ROOT / "tests").rglob("README.md")],
    key=lambda page: page.as_posix(),
)
INCLUDED = re.compile(r'^--8<-- "(?P<file>[^":]+)(?::\d*:\d*)?"$', re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def text_of(page: Path) -> str:
    """A page with what it includes, without blocks of code."""
    text = page.read_text(encoding="utf-8")
    text = INCLUDED.sub(lambda found: (ROOT / found["file"]).read_text(encoding="utf-8"), text)
    return re.sub(r"^( *)```.*?^\1```", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The anchors of its headings, as the builder of the pages makes them."""
    heads = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", head).strip().lower() for head in heads)
    return {re.sub(r"[-\s]+", "-", head) for head in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for match in LINK.finditer(text_of(page)):
        name, _, anchor = match["target"].partition("#")
        if "://" in name or name.startswith("mailto:"):
            continue
        target = page if not name else page.parent / name
        assert target.exists(), f"{match[0]} leads nowhere"
        if anchor:
            assert anchor in anchors(target), f"{match[0]}: no such heading"


def test_every_page_is_in_the_navigation_and_every_picture_in_a_page() -> None:
    listed = set(
        re.findall(r"^  - .+: (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
    )
    assert listed == {page.name for page in DOCS.glob("*.md")}
    shown = {
        match["target"] for page in DOCS.glob("*.md") for match in LINK.finditer(text_of(page))
    }
    for picture in (DOCS / "pictures").glob("*.png"):
        assert f"pictures/{picture.name}" in shown
        assert picture.stat().st_size < 200_000, f"{picture.name} is large for a page"


NAMED = re.compile(
    r"`((?:docs|tests|packaging|training|resources|requirements|stancedesk)/[\w./-]+\w)`"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_and_module_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name in NAMED.findall(text):
        found = name.replace("VERSION", __version__).replace("NAME", "text")
        assert (ROOT / found).exists(), f"{page.name} names {name}"
    for module in re.findall(r"python -m ((?:tests|training|stancedesk)[\w.]*)", text):
        assert find_spec(module) is not None, f"{page.name} names python -m {module}"


def test_figures_of_quality_stand_in_one_place() -> None:
    assert INCLUDED.findall((DOCS / "quality.md").read_text(encoding="utf-8")) == ["BENCHMARKS.md"]
    methods = (DOCS / "methods.md").read_text(encoding="utf-8")
    assert not re.search(r"F1 (of )?\d|\d\d\.\d %", methods)


def test_the_example_scorer_passes_its_own_test() -> None:
    folder = DOCS / "examples" / "scorer"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "."],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    test = (folder / "test_wordcount_scorer.py").read_text(encoding="utf-8")
    told = re.search(
        r"( {4}def test_.+?)\n +```", (DOCS / "develop.md").read_text("utf-8"), re.DOTALL
    )
    assert told is not None
    assert re.sub(r"^ {4}", "", told[1], flags=re.MULTILINE) in test, "the page shows another test"


def test_the_pages_build_without_a_warning_where_their_builder_is_installed(tmp_path: Path) -> None:
    builder = ROOT / "build" / "docs" / "bin" / "mkdocs"
    if not builder.exists():
        pytest.skip("`make docs` has not been run here")
    done = subprocess.run(
        [str(builder), "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "joint F1" in (tmp_path / "site" / "quality" / "index.html").read_text(encoding="utf-8")
