"""Addresses: what people paste, what is private, what is no address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.errors import UserError
from stancedesk.importers.web_address import address, addresses_in, is_public, says_local


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("https://Harbour.Example/News", "https://harbour.example/News"),
        ("harbour.example/news", "https://harbour.example/news"),
        ("http://harbour.example", "http://harbour.example/"),
        ("https://harbour.example:443/a#part", "https://harbour.example/a"),
        ("http://harbour.example:8080/a", "http://harbour.example:8080/a"),
        ("https://harbour.example/a?id=1&utm_source=x", "https://harbour.example/a?id=1"),
        ("https://harbour.example/a?q=a%20b", "https://harbour.example/a?q=a%20b"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9"),
        ("feed://harbour.example/rss", "https://harbour.example/rss"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)  # fmt: skip
def test_an_address_is_known_by_one_form(written: str, known: str) -> None:
    found = address(written)
    assert found == known
    assert address(found) == found


@pytest.mark.parametrize(
    "written",
    [
        "", "not an address", "file:///etc/passwd", "ftp://harbour.example/a",
        "javascript:alert(1)",        "http://", "http://a b/", "http://x:99999/", "https://[::1", "http://..",
        "data:text/html,x",
        "https://" + "a" * 3_000 + ".example/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(UserError, match="no address of the web"):
        address(written)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UserError) as told:
        address("https://mira:secret@harbour.example/")
    assert "secret" not in str(told.value)


def test_a_list_gives_each_address_once_and_names_lines_without_one() -> None:
    found, bad = addresses_in(
        "# my sources\n\nhttps://a.example/1\n2. Talks: https://a.example/2).\n"
        "See (https://a.example/x_(y)), and https://a.example/1#top\n<https://b.example/>\n"
        "c.example/news\nnothing here\n"
    )
    assert found == [
        "https://a.example/1", "https://a.example/2", "https://a.example/x_(y)",
        "https://b.example/", "https://c.example/news",
    ]  # fmt: skip
    assert bad == ["nothing here"]


@pytest.mark.parametrize(
    "numeric",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.9", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1",
        "fe80::1%eth0",         "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1",
    ],
)  # fmt: skip
def test_what_is_not_the_open_internet_is_known(numeric: str) -> None:
    assert not is_public(numeric)


@pytest.mark.parametrize("numeric", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_the_open_internet_is_public(numeric: str) -> None:
    assert is_public(numeric)


def test_names_that_can_only_be_of_the_own_network_are_known() -> None:
    local = ("localhost", "printer", "nas.local", "news.lan", "10.0.0.1", "::1")
    assert [host for host in local if not says_local(host)] == []
    assert not says_local("harbour.example")
    assert not says_local("93.184.216.34")


@given(st.text(max_size=200))
def test_any_text_is_an_address_or_a_sentence(written: str) -> None:
    try:
        found = address(written)
    except UserError:
        return
    assert found.startswith(("http://", "https://"))
    assert found.isascii()


@pytest.mark.parametrize("place", ["/a\udcfdb", "/a?utm_source=\udcfd", "/?\udcfd=1#e"])
def test_a_lone_surrogate_is_in_no_address(place: str) -> None:
    with pytest.raises(UserError, match="no address"):
        address(f"https://harbour.example{place}")
    assert addresses_in(f"https://harbour.example{place}")[0] == []
