"""Feeds: RSS and Atom as they come, broken ones, and ones made to do harm."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.errors import UserError
from stancedesk.importers.web_feed import MOST_ENTRIES, feeds_of_page, is_feed, read_feed

URL = "https://harbour.example/feed.xml"
RSS = """<?xml version="1.0"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour &amp; Post</title><link>https://harbour.example/</link>
<item><title>Talks &lt;b&gt;resume&lt;/b&gt;</title><link>/news/1?utm_source=rss</link>
<guid>n1</guid>
<pubDate>Tue, 03 Feb 2032 23:30:00 -0500</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>At length, and longer than in short.</p>]]></content:encoded></item>
<item><title>No link, no text</title></item>
<item><title>Elsewhere</title><link>javascript:alert(1)</link><description>Words</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Notices</title><id>urn:x</id><updated>2032-02-04T01:00:00Z</updated>
<entry><title type="html">Truce &amp;amp; talks</title><id>urn:1</id>
<link rel="alternate" href="https://harbour.example/a"/><updated>2032-02-03T23:30:00-05:00</updated>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B</p></div></content></entry>
</feed>"""


def test_rss_gives_titles_addresses_days_and_its_own_texts() -> None:
    read = read_feed(RSS.encode(), URL)
    assert read.title == "Harbour & Post"
    first, second = read.entries
    assert first.link == "https://harbour.example/news/1"
    assert (first.title, first.published) == ("Talks resume", "2032-02-03")
    assert "At length" in first.text
    assert (second.link, second.text, second.published) == ("", "Words", None)


def test_atom_gives_the_same() -> None:
    (entry,) = read_feed(ATOM.encode(), URL).entries
    assert (entry.key, entry.link) == ("urn:1", "https://harbour.example/a")
    assert (entry.title, entry.published) == ("Truce & talks", "2032-02-03")
    assert "A &lt; B" in entry.text or "A < B" in entry.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_the_encoding_is_read_from_the_feed(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f"{declared}<rss><channel><title>Café</title></channel></rss>"
    assert read_feed(text.encode(encoding), URL).title == "Café"


def test_a_server_that_claims_a_wrong_encoding_is_not_believed() -> None:
    title = "Café “Élan” señor über"
    more = "<item><description>" + "plain words " * 50 + "</description></item>"
    text = f"<rss><channel><title>{title}</title>{more}</channel></rss>"
    assert read_feed(text.encode("utf-8"), URL, "ascii").title == title
    assert read_feed(text.encode("cp1252"), URL, "utf-8").title == title
    assert read_feed(text.encode("utf-8"), URL, "no-such-code").title == title


@pytest.mark.parametrize(
    "title",
    ["Ships & cranes", "Ships &nbsp;and cranes", "Ships <br> and cranes", "Ships &unknown; cranes"],
)
def test_a_feed_that_is_not_well_formed_is_mended(title: str) -> None:
    broken = f"<rss><channel><title>{title}</title><item><link>https://a.example/1</link></item>"
    read = read_feed(broken.encode(), URL)
    assert read.title.startswith("Ships")
    assert [entry.link for entry in read.entries] == ["https://a.example/1"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '">]>'
    "<rss><channel><title>&b;</title></channel></rss>"
)
OUTSIDE = BOMB.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')


HIDDEN = BOMB.replace("<!DOCTYPE", "<!-- <rss> <channel> --><?x <rss> ?>\n<!DOCTYPE")


@pytest.mark.parametrize("attack", [BOMB, OUTSIDE, BOMB.replace("ENTITY", "entity"), HIDDEN])
def test_a_feed_that_declares_entities_is_refused(attack: str) -> None:
    with pytest.raises(UserError, match="declares entities"):
        read_feed(attack.encode(), URL)


def test_the_doctype_of_old_feeds_is_passed_over() -> None:
    old = (
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.example/rss.dtd">'
        + RSS[21:]
    )
    assert len(read_feed(old.encode(), URL).entries) == 2


ITEM = "<item><link>https://a.example/{0}</link><title>{0}</title></item>"


@pytest.mark.parametrize(
    "inside",
    [
        "".join(ITEM.format(each) for each in range(30_000)),
        "<item>" * 50_000,
        "<!-- -->" * 100_000,
        "<a>" * 200_000,
        "<" * 300_000,
        "&" * 300_000,
        "<![CDATA[" * 60_000,
        "<a " + " ".join(f"x{each}='1'" for each in range(60_000)) + "/>",
        ITEM.format("<![CDATA[" + "<p>" * 100_000 + "]]>"),
        "<item><link>x</link><pubDate>" + "2032-" * 60_000 + "</pubDate></item>",
    ],
    ids=["items", "nested items", "remarks", "deep", "angles", "ampersands", "cdata", "attributes",
         "markup", "date"],
)  # fmt: skip
def test_a_feed_made_to_take_time_takes_little(inside: str) -> None:
    began = time.process_time()
    read = read_feed(f"<rss><channel><title>T</title>{inside}</channel></rss>".encode(), URL)
    assert len(read.entries) <= MOST_ENTRIES
    assert time.process_time() - began < 4


@pytest.mark.parametrize("body", [b"", b"<html><body>rss</body></html>", b"%PDF-1.7", b"\x00" * 99])
def test_what_is_no_feed_is_refused_with_the_address(body: bytes) -> None:
    assert not is_feed(body)
    with pytest.raises(UserError, match=r"https://harbour\.example/feed\.xml is no feed"):
        read_feed(body, URL)


def test_a_page_names_its_feeds() -> None:
    page = (
        '<head><link rel="stylesheet" href="/a.css">'
        '<link href="/rss?a=1&amp;b=2" type="application/rss+xml" rel="alternate" title="News">'
        "<link rel=alternate type='application/atom+xml' href='https://b.example/atom'></head>"
    )
    assert feeds_of_page(page, "https://a.example/x/") == [
        "https://a.example/rss?a=1&b=2", "https://b.example/atom",
    ]  # fmt: skip
    assert feeds_of_page("<link rel=alternate " * 20_000, URL) == []


def test_a_name_space_with_blanks_in_it_is_told_and_no_error_of_the_library() -> None:
    broken = RSS.replace("rss/1.0/", "rss/1.\u00a0\u00a0\u00a0/")
    with pytest.raises(UserError, match="cannot be read as a feed"):
        read_feed(broken.encode(), URL)


@given(
    st.sampled_from([RSS.encode(), ATOM.encode(), BOMB.encode()]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)), max_size=5),
)
@settings(max_examples=150, deadline=None)
def test_a_feed_with_random_damage_is_read_or_refused_in_a_sentence(
    feed: bytes, damage: list[tuple[float, bytes, int]]
) -> None:
    for where, put, cut in damage:
        at = int(where * len(feed))
        feed = feed[:at] + put + feed[at + cut :]
    try:
        read = read_feed(feed, URL)
    except UserError:
        return
    for entry in read.entries:
        assert entry.key
        assert entry.link or entry.text
        assert entry.published is None or date.fromisoformat(entry.published)
