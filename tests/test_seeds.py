"""The main job end to end on real articles, where they are at hand: import, dates, quality."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.cli import run
from stancedesk.core.model import DateBasis
from stancedesk.store import Project
from tests.benchmarks import quality
from tests.benchmarks.bench_files import BENCH, SHARED

SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(
    not (SEEDS.is_dir() and BENCH.is_dir()), reason="the real articles are not at hand (../shared)"
)


def test_five_real_articles_are_imported_three_stay_undated_and_a_second_time_adds_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.stance"
    assert run(["import", str(path), str(SEEDS)]) == 0
    first = capsys.readouterr().err
    assert "5 of 5 imported" in first
    assert first.count("undated: ") == 3
    assert run(["import", str(path), str(SEEDS)]) == 0
    assert "0 of 5 imported" in capsys.readouterr().err
    with Project.open(path) as project:
        dates = {a.published: a.date_basis for a in project.articles() if a.published}
        assert dates == {"2022-01-02": DateBasis.TEXT, "2022-02-16": DateBasis.TEXT}
        assert len(project.undated()) == 3
        assert project.integrity() == []


def test_their_chart_is_a_picture_of_the_size_asked_for(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    path, picture = tmp_path / "s.stance", tmp_path / "s.png"
    assert run(["import", str(path), str(SEEDS)]) == 0
    wanted = ["--country", "RUS", "--country", "USA", "--size", "1600x900"]
    assert run(["chart", str(path), "--out", str(picture), *wanted]) == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 900)


def test_the_statements_of_the_annotated_articles_are_found_and_judged() -> None:
    figures, _ = quality.statements("seeds.gold")
    assert figures["seeds.gold found direct+mixed"] >= 90
    assert figures["seeds.gold found indirect"] >= 60
    assert figures["seeds.gold country"] >= 85
    assert figures["seeds.gold extra (lower is better)"] <= 10
    assert figures["seeds.gold end"] >= 50
