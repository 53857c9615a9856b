"""Asking servers: polite to good ones, safe from bad ones, quick to stop."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from stancedesk.errors import Cancelled
from stancedesk.importers import web_wire
from stancedesk.importers.web_address import place_of
from stancedesk.importers.web_fetch import AGENT, FetchError, Guest, Manners, Page
from tests.hardening.network import own_server
from tests.made_site import Reply, Site, Write, page, redirect

QUICK = Manners(pause=0.0)
HASTY = Manners(pause=0.0, seconds=1.0, robots_seconds=1.0)
"""For servers that let one wait: not for those that answer, which a busy machine may delay."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with Site() as site:
        yield site


def ask(site: Site, path: str = "/a", manners: Manners = QUICK) -> Page:
    return Guest(manners=manners).page(site.url(path), named=place_of(site.url(path)))


def refused(site: Site, path: str = "/a", manners: Manners = QUICK) -> FetchError:
    with pytest.raises(FetchError) as told:
        ask(site, path, manners)
    error = told.value
    assert str(site.port) in error.message or "127.0.0.1" in error.message
    assert error.hint
    return error


def test_a_page_comes_with_its_kind_and_marks_and_robots_is_asked_first(site: Site) -> None:
    seen = {}

    def reply(headers) -> Reply:
        seen.update({name.lower(): value for name, value in headers.items()})
        kind = {"Content-Type": "text/html; charset=ISO-8859-1", "ETag": '"1"'}
        return Reply(b"caf\xe9", 200, kind)

    site["/a"] = reply
    found = ask(site)
    assert (found.body, found.kind, found.charset, found.etag) == (
        b"caf\xe9", "text/html", "iso-8859-1", '"1"',
    )  # fmt: skip
    assert site.asked == ["/robots.txt", "/a"]
    assert seen["user-agent"] == AGENT
    assert "cookie" not in seen
    assert "referer" not in seen


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    site["/a"] = Reply(gzip.compress(b"words " * 1_000), headers={"Content-Encoding": "gzip"})
    assert ask(site).body == b"words " * 1_000


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(b"words " * 9_000)[:-20], "gzip"),
        (b"no gzip at all", "gzip"),
        (zlib.compress(b"x"), "br"),
    ],
)
def test_a_damaged_or_unknown_packing_is_refused(site: Site, body: bytes, coding: str) -> None:
    site["/a"] = Reply(body, headers={"Content-Encoding": coding})
    assert any(word in refused(site).message for word in ("damaged", "packing"))


def test_a_small_answer_that_unpacks_to_gigabytes_is_cut(site: Site) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    assert len(bomb) < 300_000
    site["/a"] = Reply(bomb, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})
    assert "more than 20 MB" in refused(site).message


def test_an_endless_answer_is_cut_at_the_limit(site: Site) -> None:
    def endless(write: Write) -> None:
        while not site.closing.is_set():
            write(b"x" * 1_000_000)

    site["/a"] = Reply(endless)
    assert "more than 20 MB" in refused(site).message


def test_an_answer_that_says_it_is_too_long_is_not_even_begun(site: Site) -> None:
    site["/a"] = Reply(lambda write: write(b"x"), headers={"Content-Length": "99999999999"})
    assert "more than 20 MB" in refused(site).message


def test_an_answer_that_is_cut_off_is_not_taken_for_whole(site: Site) -> None:
    site["/a"] = Reply(b"half", headers={"Content-Length": "100"})
    error = refused(site)
    assert "cut off" in error.message
    assert error.again


def drip(site: Site):
    def slow(write: Write) -> None:
        while not site.closing.wait(0.1):
            write(b"x")

    return slow


def test_a_slow_answer_ends_with_the_time(site: Site) -> None:
    site["/a"] = Reply(drip(site))
    error = refused(site, manners=Manners(pause=0.0, seconds=1.0))
    assert "did not answer in full within 1 seconds" in error.message
    assert error.again


def test_headers_that_never_end_are_given_up(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        with own_server(port), pytest.raises(FetchError, match="did not answer"):
            Guest(manners=HASTY).page(f"http://127.0.0.1:{port}/a", named=f"127.0.0.1:{port}")
    many = {f"X-{number}": "y" for number in range(200)}
    site["/a"] = Reply(b"", headers=many)
    assert "no web server should" in refused(site).message


def test_a_wish_to_stop_is_heard_within_a_second(site: Site) -> None:
    site["/a"] = Reply(drip(site))
    asked: list[float] = []

    def stop(_host: str) -> None:
        if "/a" in site.asked:
            asked.append(time.monotonic())
            raise Cancelled

    with pytest.raises(Cancelled):
        Guest(stop, Manners(pause=0, seconds=30)).page(site.url("/a"), place_of(site.url("/a")))
    assert time.monotonic() - asked[0] < 1


def test_redirects_are_followed_and_one_for_good_is_remembered(site: Site) -> None:
    site["/a"], site["/b"], site["/c"] = redirect("/b", 301), redirect("c", 302), page(1)
    found = ask(site)
    assert found.url == site.url("/c")
    assert found.moved == site.url("/b")


@pytest.mark.parametrize("hops", [{"/a": "/a"}, {"/a": "/b", "/b": "/a"}])
def test_a_redirect_in_a_circle_ends(site: Site, hops: dict[str, str]) -> None:
    for path, where in hops.items():
        site[path] = redirect(where)
    assert "in a circle" in refused(site).message


def test_a_redirect_that_never_ends_ends(site: Site) -> None:
    for number in range(30):
        site[f"/{number}"] = redirect(f"/{number + 1}")
    assert "in a circle" in refused(site, "/0").message
    assert len(site.pages()) < 10


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "", "http://u:p@x/"]
)
def test_a_redirect_leads_to_the_web_or_nowhere(site: Site, where: str) -> None:
    site["/a"] = redirect(where)
    error = refused(site)
    assert "not asked" in error.message or "circle" in error.message


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "192.168.1.1", "printer"])
def test_a_redirect_into_the_own_network_is_refused(site: Site, host: str) -> None:
    site["/a"] = redirect(f"http://{host}:9/secret")
    assert "own network" in refused(site).message


def test_a_name_that_turns_out_to_be_of_the_own_network_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def rebound(host: str, *rest, **named):
        return real("127.0.0.1" if host == "news.example" else host, *rest, **named)

    monkeypatch.setattr(web_wire.socket, "getaddrinfo", rebound)
    url = f"http://news.example:{site.port}/a"
    for named in ("", place_of(url)):
        with pytest.raises(FetchError, match="own network"):
            Guest(manners=QUICK).page(url, named)
    assert site.asked == []


def test_a_proxy_of_the_environment_is_asked_but_not_for_the_own_network(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", site.url("/"))
    site["http://news.example/1"] = page(1)
    guest = Guest(manners=QUICK)
    assert b"ready to talk" in guest.page("http://news.example/1").body
    site.asked.clear()
    for url in ("http://192.168.1.1/reboot", f"http://127.0.0.1:{site.port}/x", "http://nas/"):
        with pytest.raises(FetchError, match="own network"):
            guest.page(url)
    assert site.asked == []


def test_robots_that_forbid_are_obeyed(site: Site) -> None:
    site["/robots.txt"] = Reply("User-agent: *\nDisallow: /a", headers={})
    site["/a"], site["/b"] = page(1), redirect("/a")
    assert "does not let programs read" in refused(site).message
    assert "does not let programs read" in refused(site, "/b").message
    assert site.pages() == ["/b"]


@pytest.mark.parametrize(
    "robots",
    [Reply("", 404), Reply("", 403), redirect("/robots.txt"), redirect("file:///x"), Reply("")],
    ids=["none", "not given", "circle", "elsewhere", "empty"],
)
def test_where_there_are_no_rules_all_is_allowed(site: Site, robots: Reply) -> None:
    site["/robots.txt"], site["/a"] = robots, page(1)
    assert ask(site).body


def test_robots_that_hang_or_fail_leave_the_site_alone_and_are_asked_once(site: Site) -> None:
    site["/a"], site["/b"] = page(1), page(2)
    for robots in (Reply(drip(site)), Reply("", 500), Reply("", 429)):
        site["/robots.txt"] = robots
        site.asked.clear()
        guest = Guest(manners=HASTY)
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="rules for programs") as told:
                guest.page(site.url(path), place_of(site.url(path)))
            assert told.value.again
        assert site.asked == ["/robots.txt"]


def test_endless_robots_are_read_as_far_as_the_standard_wants(site: Site) -> None:
    def endless(write: Write) -> None:
        write(b"User-agent: *\nDisallow: /a\n")
        while not site.closing.is_set():
            write(b"# and so on\n" * 10_000)

    site["/robots.txt"], site["/a"] = Reply(endless), page(1)
    assert "does not let programs read" in refused(site).message


def test_between_two_pages_of_a_host_lies_a_pause(site: Site) -> None:
    site["/robots.txt"] = Reply("User-agent: *\nCrawl-delay: 0.6\nDisallow: /x")
    for path in ("/a", "/b"):
        site[path] = page(1)
    guest = Guest(manners=Manners(pause=0.2))
    for path in ("/a", "/b"):
        guest.page(site.url(path), place_of(site.url(path)))
    assert site.times[2] - site.times[1] >= 0.55


def test_what_is_unchanged_is_not_sent_again(site: Site) -> None:
    def reply(headers) -> Reply:
        if headers["If-None-Match"] == '"1"' and headers["If-Modified-Since"] == "Mon":
            return Reply(b"", 304)
        return Reply(b"<rss/>", 200, {"ETag": '"1"', "Last-Modified": "Mon"})

    site["/feed"] = reply
    guest = Guest(manners=QUICK)
    first = guest.feed(site.url("/feed"))
    assert (first.etag, first.modified, first.unchanged) == ('"1"', "Mon", False)
    assert guest.feed(site.url("/feed"), first.etag, first.modified).unchanged


@pytest.mark.parametrize(
    ("status", "words", "again"),
    [
        (404, "is not there", False), (403, "not given to programs", False),
        (429, "left alone", True), (503, "left alone", True), (500, "out of order", True),
        (204, "gives no page", False), (418, "gives no page", False),
    ],
)  # fmt: skip
def test_every_refusal_is_a_sentence_with_the_address(
    site: Site, status: int, words: str, again: bool
) -> None:
    site["/a"] = Reply(b"", status, {"Retry-After": "120"})
    error = refused(site)
    assert words in error.message
    assert error.again is again
    assert ("120 seconds" in error.hint) is (status in (429, 503))


def test_a_server_that_is_not_there_is_told_so(site: Site) -> None:
    gone = Site()
    gone._server.server_close()
    url = gone.url("/a")
    with own_server(gone.port), pytest.raises(FetchError, match="cannot be reached") as told:
        Guest(manners=QUICK).page(url, place_of(url))
    assert told.value.again
    assert "robots" not in told.value.message


def test_a_name_without_a_server_is_told_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_args, **_named):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(web_wire.socket, "getaddrinfo", nobody)
    with pytest.raises(FetchError, match=r"no server news\.example, or no connection"):
        Guest(manners=QUICK).page("https://news.example/a", "news.example")


def test_what_is_no_http_is_told_so(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as odd:

        def answer() -> None:
            for _ in range(2):
                end, _ = odd.accept()
                with end:
                    end.recv(1_000)
                    end.sendall(b"SSH-2.0-odd\r\n" + b"x" * 70_000)

        threading.Thread(target=answer, daemon=True).start()
        port = odd.getsockname()[1]
        with own_server(port), pytest.raises(FetchError):
            Guest(manners=QUICK).page(f"http://127.0.0.1:{port}/a", f"127.0.0.1:{port}")
