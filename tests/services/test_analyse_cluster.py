"""A Dask cluster that analyses: workers die, come, differ, and are not there."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.core.model import Versions
from stancedesk.errors import UserError
from stancedesk.services.analyse_cluster import Cluster, _compare
from tests.services.dask_site import HERE, Site
from tests.services.killing import Import, content, lines
from tests.services.test_killed_imports import pages

pytest.importorskip("distributed", reason="needs the extra [cluster]")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    with made.running:
        yield made


def test_a_worker_may_die_and_another_come_and_nothing_is_lost_or_twice(
    site: Site, tmp_path: Path
) -> None:
    folder = pages(tmp_path / "pages", 60)
    undisturbed = Import(tmp_path / "whole.stance", folder)
    undisturbed.finish()
    first = site.worker("first", LINES_SECONDS="0.05")
    site.worker("second", LINES_SECONDS="0.05")
    spread = Import(tmp_path / "spread.stance", folder, workers=site.address)
    with spread.start() as running:
        assert running.stdout is not None
        for _ in range(30):
            assert running.stdout.readline()
        first.kill()
        site.worker("third")
        assert list(running.stdout)
    assert running.returncode == 0
    assert content(spread.project) == content(undisturbed.project)


def test_a_worker_with_another_model_is_refused_by_name(site: Site, tmp_path: Path) -> None:
    site.worker("old", LINES_MODEL="lines 0")
    wanted = Import(tmp_path / "p.stance", pages(tmp_path / "pages", 3), workers=site.address)
    said = wanted.fail()
    assert "The worker tcp://127.0.0.1:" in said
    assert "has model lines 0, this machine lines 1." in said


def test_a_cluster_that_ends_is_said_and_what_was_done_is_kept(site: Site, tmp_path: Path) -> None:
    worker = site.worker("only", LINES_SECONDS="0.05")
    folder = pages(tmp_path / "pages", 40)
    wanted = Import(tmp_path / "p.stance", folder, workers=site.address)
    with wanted.start(told=True) as running:
        assert running.stdout is not None
        for _ in range(30):
            assert running.stdout.readline()
        site.scheduler.kill()
        worker.kill()
        said = running.stdout.read()
    assert f"The connection to the cluster at {site.address} was lost." in said
    undisturbed = Import(tmp_path / "whole.stance", folder)
    undisturbed.finish()
    wanted = Import(tmp_path / "p.stance", folder)
    wanted.finish()
    assert content(wanted.project) == content(undisturbed.project)


def test_a_scheduler_that_is_not_there_is_said_within_seconds(tmp_path: Path) -> None:
    started = time.monotonic()
    folder = pages(tmp_path / "pages", 3)
    said = Import(tmp_path / "p.stance", folder, workers=f"{HERE}:9").fail()
    assert f"There is no Dask scheduler to reach at {HERE}:9." in said
    assert time.monotonic() - started < 60


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    cluster = Cluster(f"{HERE}:9", lines)
    with pytest.raises(UserError, match=r"Dask.*stancedesk\[cluster\]"):
        next(cluster.analysed([], lambda: None))
    cluster.close()


def test_each_difference_of_versions_is_named() -> None:
    ours = Versions("1", "m", "k", "c")
    _compare("tcp://a:1", ours, ours)
    with pytest.raises(UserError, match=r"tcp://a:1 has knowledge base x, this machine k"):
        _compare("tcp://a:1", Versions("1", "m", "x", "c"), ours)
    with pytest.raises(UserError, match=r"has StanceDesk 2, this machine 1"):
        _compare("tcp://a:1", Versions("2", "m", "x", "c"), ours)
