"""Feeds and lists of pages, end to end on a site of our own: nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.errors import Cancelled
from stancedesk.importers.web_fetch import Manners
from stancedesk.services.feeds import follow, refresh
from stancedesk.services.feeds_pages import Wanted, fetch, in_turn
from stancedesk.store import Project
from stancedesk.store.feeds import MOST_TRIES
from tests.made_site import Reply, Site, feed, page, redirect
from tests.services.test_ingest import FirstLine

QUICK = Manners(pause=0.0)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with Site() as site:
        yield site


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.stance") as project:
        yield project


def read(project: Project, site: Site, *paths: str):
    return fetch(project, [site.url(path) for path in paths], FirstLine(), manners=QUICK)


def again(project: Project, **more):
    return refresh(project, None, FirstLine(), manners=QUICK, **more)


class StopAfter:
    """Progress that cancels once a number of pages is asked for."""

    def __init__(self, site: Site, pages: int) -> None:
        self.site, self.pages = site, pages

    def step(self, done: int, total: int, message: str = "") -> None:
        if len(self.site.pages()) >= self.pages:
            raise Cancelled


def test_listed_pages_are_imported_and_analysed_and_a_bad_one_stops_nothing(
    project: Project, site: Site
) -> None:
    site["/1"], site["/2"] = page(1), page(2)
    report = read(project, site, "/1", "/none", "/2")
    assert (report.read, report.imported, report.statements) == (3, 2, 2)
    (failure,) = report.failures
    assert failure.path == site.url("/none")
    assert "is not there" in str(failure.error)
    assert {article.url for article in project.articles()} == {site.url("/1"), site.url("/2")}


def test_a_page_is_neither_imported_nor_asked_for_twice(project: Project, site: Site) -> None:
    site["/1"], site["/same"] = page(1), page(1)
    read(project, site, "/1")
    site.asked.clear()
    report = read(project, site, "/1", "/same")
    assert site.pages() == ["/same"]
    assert (report.imported, len(report.duplicates), report.read) == (0, 2, 2)
    assert project.article_count() == 1


def test_a_refresh_reads_what_is_new_and_the_next_one_only_what_came_since(
    project: Project, site: Site
) -> None:
    site["/feed"] = feed(("One", "/1"), ("Two", "/2"))
    for number in (1, 2, 3):
        site[f"/{number}"] = page(number)
    assert follow(project, [site.url("/feed")]) == ([site.url("/feed")], [])
    assert follow(project, [site.url("/feed")]) == ([], [site.url("/feed")])
    report = again(project)
    assert (report.asked, report.new, report.pages.imported) == (1, 2, 2)
    site["/feed"] = feed(("One", "/1"), ("Two", "/2"), ("Three", "/3"))
    site.asked.clear()
    report = again(project)
    assert (report.new, report.pages.imported) == (1, 1)
    assert site.pages() == ["/feed", "/3"]
    (kept,) = project.feeds()
    assert (kept.title, kept.articles, kept.waiting, kept.problem) == ("Harbour Post", 3, 0, "")
    assert len(project.runs()) == 2


def test_an_unchanged_feed_is_asked_with_its_marks_and_its_waiting_pages_are_read(
    project: Project, site: Site
) -> None:
    def reply(headers) -> Reply:
        known = headers["If-None-Match"] == '"7"'
        return Reply(b"", 304) if known else feed(("One", "/1"), ETag='"7"')

    site["/feed"], site["/1"] = reply, Reply(b"", 500)
    follow(project, [site.url("/feed")])
    assert "out of order" in str(again(project).pages.failures[0].error)
    site["/1"] = page(1)
    report = again(project)
    assert (report.unchanged, report.new, report.pages.imported) == (1, 0, 1)


def test_a_bad_feed_among_good_ones_stops_nothing_and_is_named(
    project: Project, site: Site
) -> None:
    site["/good"], site["/1"] = feed(("One", "/1")), page(1)
    site["/html"] = Reply("<html><body>No feed here</body></html>")
    site["/bomb"] = Reply('<!DOCTYPE a [<!ENTITY a "a">]><rss><channel>&a;</channel></rss>')
    site["/circle"] = redirect("/circle")
    follow(project, [site.url(path) for path in ("/gone", "/html", "/bomb", "/circle", "/good")])
    report = again(project)
    assert report.pages.imported == 1
    told = {failure.path: str(failure.error) for failure in report.failed}
    assert set(told) == {site.url(path) for path in ("/gone", "/html", "/bomb", "/circle")}
    assert all(address in words for address, words in told.items())
    problems = {kept.url: kept.problem for kept in project.feeds()}
    assert problems[site.url("/good")] == ""
    assert "names none" in problems[site.url("/html")]


def test_the_feed_of_a_site_is_found_by_the_address_of_the_site(
    project: Project, site: Site
) -> None:
    site["/"] = Reply('<html><link rel="alternate" type="application/rss+xml" href="/rss"></html>')
    site["/rss"], site["/1"] = feed(("One", "/1")), page(1)
    follow(project, [site.url("/")])
    assert again(project).pages.imported == 1
    assert [kept.url for kept in project.feeds()] == [site.url("/rss")]
    follow(project, [site.url("/")])
    assert "followed already" in str(again(project).failed[0].error)


def test_a_feed_that_moved_for_good_keeps_its_new_address(project: Project, site: Site) -> None:
    site["/old"], site["/new"], site["/1"] = redirect("/new", 301), feed(("One", "/1")), page(1)
    follow(project, [site.url("/old")])
    again(project)
    assert [kept.url for kept in project.feeds()] == [site.url("/new")]


def test_a_feed_cannot_lead_into_the_own_network(project: Project, site: Site) -> None:
    site["/feed"] = feed(("Router", "http://192.168.1.1/reboot"), ("Here", "http://127.0.0.1:9/x"))
    follow(project, [site.url("/feed")])
    report = again(project)
    assert len(report.pages.failures) == 2
    assert all("own network" in str(failure.error) for failure in report.pages.failures)
    assert again(project).pages.failures == []


def test_where_a_page_cannot_be_had_the_text_of_the_feed_is_taken(
    project: Project, site: Site
) -> None:
    body = "<p>“We will stay,” said the envoy.</p><p>" + "More of it. " * 60 + "</p>"
    entry = (
        f"<item><title>Long</title><link>/1</link><description><![CDATA[{body}]]></description>"
        "<pubDate>Tue, 03 Feb 2032 23:30:00 -0500</pubDate></item>"
    )
    site["/robots.txt"] = Reply("User-agent: *\nDisallow: /1")
    site["/feed"] = Reply(f"<rss><channel><title>F</title>{entry}</channel></rss>")
    follow(project, [site.url("/feed")])
    report = again(project)
    assert (report.pages.imported, report.pages.failures) == (1, [])
    (article,) = project.articles()
    assert (article.title, article.published) == ("Long", "2032-02-03")
    assert (article.url, article.importer) == (site.url("/1"), "feed")
    assert "/1" not in site.asked


def test_a_page_that_stays_out_of_order_is_given_up(project: Project, site: Site) -> None:
    site["/feed"], site["/1"] = feed(("One", "/1")), Reply(b"", 500)
    follow(project, [site.url("/feed")])
    for _ in range(MOST_TRIES):
        assert len(again(project).pages.failures) == 1
    site.asked.clear()
    assert again(project).pages.failures == []
    assert site.pages() == ["/feed"]


def test_a_host_that_wants_to_be_left_alone_is(project: Project, site: Site) -> None:
    site["/feed"] = feed(*((f"Story {number}", f"/{number}") for number in range(6)))
    for number in range(6):
        site[f"/{number}"] = Reply(b"", 429) if number else page(0)
    follow(project, [site.url("/feed")])
    report = again(project)
    assert len(site.pages()) == 3
    assert [("4 pages were" in str(each.error)) for each in report.pages.failures] == [False, True]
    assert project.feeds()[0].waiting == 5


def test_two_feeds_that_name_one_page_have_it_read_once(project: Project, site: Site) -> None:
    site["/a"], site["/b"] = feed(("One", "/1")), feed(("Uno", "/1"), ("Moved", "/2"), title="B")
    site["/1"], site["/2"] = page(1), redirect("/1")
    follow(project, [site.url("/a"), site.url("/b")])
    report = again(project)
    assert report.pages.imported == 1
    assert site.pages().count("/1") == 2  # once asked for, once led to
    assert [kept.waiting for kept in project.feeds()] == [0, 0]


@pytest.mark.parametrize("pages", [1, 2, 5, 8])
def test_a_refresh_that_is_stopped_goes_on_where_it_was(
    project: Project, site: Site, pages: int
) -> None:
    site["/feed"] = feed(*((f"Story {number}", f"/{number}") for number in range(8)))
    for number in range(8):
        site[f"/{number}"] = page(number)
    follow(project, [site.url("/feed")])
    assert again(project, progress=StopAfter(site, pages)).pages.cancelled
    asked = set(site.pages())
    site.asked.clear()
    report = again(project)
    assert not report.pages.cancelled
    assert project.article_count() == 8
    assert project.unanalysed() == []
    assert project.integrity() == []
    # The one that was under way may be asked for again, no other.
    assert len(asked & set(site.pages()) - {"/feed"}) <= 1


def test_pages_of_different_hosts_take_turns() -> None:
    urls = (
        "https://a.example/1",
        "https://a.example/2",
        "https://a.example/3",
        "https://b.example/1",
    )
    ordered = [each.url for each in in_turn([Wanted(url) for url in urls])]
    assert ordered == [urls[0], urls[3], urls[1], urls[2]]
