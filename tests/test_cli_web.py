"""The commands that bring articles from the web and from watched folders."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from stancedesk.cli import run, web
from stancedesk.importers import web_fetch
from stancedesk.store import Project
from tests.made_site import Site, feed, page


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    # The pause between two pages has a test of its own.
    monkeypatch.setattr(web_fetch, "PAUSE", 0.0)
    with Site() as site:
        yield site


def test_fetch_reads_addresses_and_a_list_and_names_what_failed(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site["/1"], site["/2"] = page(1), page(2)
    (tmp_path / "list.txt").write_text(f"# mine\n{site.url('/2')}\nno address\n{site.url('/none')}")
    target = str(tmp_path / "p.stance")
    listed = ["--list", str(tmp_path / "list.txt")]
    assert run(["fetch", target, site.url("/1"), *listed]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "no address: no address" in err
    assert f"{site.url('/none')} is not there" in err
    assert "2 of 3 imported" in err
    assert run(["statements", target]) == 0
    assert "ready to talk without conditions" in capsys.readouterr().out


def test_fetch_without_an_address_is_wrong_use(tmp_path: Path) -> None:
    assert run(["fetch", str(tmp_path / "p.stance")]) == 2


def test_import_of_an_address_says_which_command_reads_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(tmp_path / "p.stance"), "https://harbour.example/1"]) == 1
    assert "stancedesk fetch" in capsys.readouterr().err
    assert not (tmp_path / "p.stance").exists()


def test_feeds_are_added_listed_refreshed_and_removed(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site["/feed"], site["/1"] = feed(("One", "/1")), page(1)
    target, url = str(tmp_path / "p.stance"), site.url("/feed")
    assert run(["feeds", target, "--add", url]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1].split("\t")[:3] == [url, "", "0"]
    assert "--refresh reads them" in err
    assert site.asked == []
    assert run(["feeds", target, "--refresh"]) == 0
    assert "1 feed asked, 1 new entry; 1 of 1 imported" in capsys.readouterr().err
    assert run(["feeds", target, "--add", url]) == 0
    out, err = capsys.readouterr()
    assert f"followed already: {url}" in err
    assert out.splitlines()[1].split("\t")[:3] == [url, "Harbour Post", "1"]
    assert run(["feeds", target, "--remove", url]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert run(["feeds", target, "--remove", url]) == 1
    assert "is not followed" in capsys.readouterr().err


def test_addresses_come_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("https://a.example/rss\nhttps://b.example/rss\n"))
    assert run(["feeds", str(tmp_path / "p.stance"), "--list", "-"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_failed_feed_is_named_and_the_status_says_so(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site["/feed"], site["/1"] = feed(("One", "/1")), page(1)
    adding = [word for path in ("/gone", "/feed") for word in ("--add", site.url(path))]
    assert run(["feeds", str(tmp_path / "p.stance"), *adding, "--refresh"]) == 1
    err = capsys.readouterr().err
    assert f"{site.url('/gone')} is not there" in err
    assert "1 failed; 1 of 1 imported" in err


def test_watch_goes_on_until_the_user_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, waited = tmp_path / "news", []
    folder.mkdir()

    class Clock:
        def wait(self, seconds: float) -> None:
            waited.append(seconds)
            if len(waited) == 3:
                raise KeyboardInterrupt
            new = folder / f"{len(waited)}.txt"
            new.write_text(f"Quay {len(waited)} is shut\n\nNo word yet.\n")
            os.utime(new, (time.time() - 60,) * 2)

    monkeypatch.setattr(web, "threading", SimpleNamespace(Event=Clock))
    target = str(tmp_path / "p.stance")
    assert run(["watch", target, str(folder), "--every", "5"]) == 0
    assert waited == [5, 5, 5]
    assert capsys.readouterr().err.count("1 of 1 imported") == 2


def test_watch_once_imports_what_is_new_and_remembers_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, target = tmp_path / "news", str(tmp_path / "p.stance")
    folder.mkdir()
    (folder / "a.txt").write_text("A headline of words\n\n“Yes,” the Russian president said.\n")
    assert run(["watch", target, str(folder), "--once"]) == 0  # though it was just written
    assert "1 of 1 imported" in capsys.readouterr().err
    (folder / "b.txt").write_text("Other headline of words\n\n“No,” the French president said.\n")
    os.utime(folder / "b.txt", (time.time() - 60,) * 2)
    assert run(["watch", target, "--once"]) == 0
    assert "1 of 1 imported" in capsys.readouterr().err
    with Project.open(target) as project:
        assert [each.path for each in project.folders()] == [str(folder)]
    assert run(["watch", target, str(folder), "--forget"]) == 0
    assert run(["watch", target, "--once"]) == 1
    assert "watches no folder" in capsys.readouterr().err
