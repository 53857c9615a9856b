"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time
from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.importers.web_robots import LONGEST_PAUSE, rules

SITE = "https://a.example"


def allowed(text: str, path: str) -> bool:
    return rules(text, "StanceDesk").allow(SITE + path)


@pytest.mark.parametrize(
    ("text", "path", "answer"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", True),
        ("User-agent: *\nAllow: /\nDisallow: /private", "/private", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", True),
        ("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/z", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /*?", "/a?x=1", False),
        ("User-agent: stancedesk\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: StanceDesk\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\n\nDisallow: /x\n\nUser-agent: *\nDisallow: /y", "/x", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%C3%A9", False),
        ("User-agent: * # all\nDisallow: /x # not this", "/x", False),
        ("<html>no such file</html>", "/a", True),
        ("User-agent: *\r\nDisallow: /x\r\n", "/x", False),
    ],
)
def test_rules(text: str, path: str, answer: bool) -> None:
    assert allowed(text, path) is answer


@given(st.lists(st.text("abc/", max_size=4), max_size=5), st.text("abc/", max_size=6))
def test_where_the_standard_library_can_read_both_agree(paths: list[str], asked: str) -> None:
    text = "User-agent: *\n" + "".join(f"Disallow: /{path.lstrip('/')}\n" for path in paths)
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    path = "/" + asked.lstrip("/")
    assert allowed(text, path) is parser.can_fetch("StanceDesk", SITE + path)


def test_the_pause_that_a_site_asks_for_is_kept_within_reason() -> None:
    assert rules("User-agent: *\nCrawl-delay: 2.5\nDisallow:", "StanceDesk").pause == 2.5
    assert rules("User-agent: *\nCrawl-delay: 3600", "StanceDesk").pause == LONGEST_PAUSE
    for odd in ("²", "soon", "9" * 5_000, "-1"):
        assert rules(f"User-agent: *\nCrawl-delay: {odd}", "StanceDesk").pause == 0


def test_a_file_made_to_take_time_takes_little() -> None:
    hostile = (
        "User-agent: *\n" * 20_000 + "Disallow: /" + "*a" * 900 + "b\n"
        + "Disallow: /x\n" * 10_000 + "User-agent: " + "x" * 100_000
    )  # fmt: skip
    began = time.process_time()
    assert allowed(hostile, "/" + "a" * 1_900)
    assert time.process_time() - began < 2
