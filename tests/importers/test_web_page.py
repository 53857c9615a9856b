"""From answers to articles: pages, documents, text, what a feed itself holds."""

from __future__ import annotations

import io

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.sources import FeedEntry
from stancedesk.errors import UserError
from stancedesk.importers.web_fetch import Page
from stancedesk.importers.web_page import article_of_entry, articles_of, plain, with_entry
from tests.made_site import page

URL = "https://harbour.example/news/1"


def answer(body: bytes | str, kind: str = "text/html", url: str = URL, charset: str = "") -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page(url, url, raw, kind, charset)


def one(page: Page) -> Article:
    (found,) = articles_of(page)
    assert isinstance(found, Article)
    return found


def test_a_page_becomes_an_article_that_knows_its_address() -> None:
    found = one(answer(page(1).body))
    assert found.title == "Envoys return to the table 1"
    assert (found.url, found.path, found.source) == (URL, URL, "Harbour Post")
    assert (found.published, found.date_basis) == ("2032-02-03", DateBasis.METADATA)
    assert "ready to talk without conditions" in found.text


def test_a_page_without_an_outlet_has_its_site() -> None:
    bare = str(page(1).body).replace('<meta property="og:site_name" content="Harbour Post">', "")
    assert one(answer(bare)).source == "harbour.example"


@pytest.mark.parametrize("charset", ["", "windows-1252", "utf-8", "nonsense"])
def test_the_encoding_of_a_page_is_found_whatever_its_server_claims(charset: str) -> None:
    words = str(page(1).body).replace("Traders", "Señores of Élan")
    for encoding in ("utf-8", "cp1252"):
        assert "Señores of Élan" in one(answer(words.encode(encoding), charset=charset)).text


def test_plain_text_and_unnamed_pages_are_read() -> None:
    words = "A headline of some words\n\nPublished 4 March 2031\n\n“Yes,” she said at length.\n"
    text = one(answer(words, "text/plain"))
    assert (text.title, text.published) == ("A headline of some words", "2031-03-04")
    assert one(answer(page(1).body, "")).title.startswith("Envoys")
    assert one(answer(page(1).body, "text/plain")).title.startswith("Envoys")


def test_a_document_is_read_by_its_importer_and_errors_name_the_address() -> None:
    from docx import Document

    document, file = Document(), io.BytesIO()
    document.add_paragraph("“We will stay,” said the envoy in the morning.")
    document.save(file)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    found = one(answer(file.getvalue(), kind))
    assert (found.url, found.source) == (URL, "harbour.example")
    assert "We will stay" in found.text
    assert "tmp" not in found.path
    (failure,) = articles_of(answer(b"%PDF-1.7 broken", "application/pdf"))
    assert not isinstance(failure, Article)
    assert failure.path == URL
    assert URL in failure.error.message


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"\x89PNG", "image/png", "image/png"),
        (b"x", "", "nothing that it names"),
        (b"PK\x03\x04", "application/zip", "application/zip"),
        ("<html><body><script>app()</script></body></html>", "text/html", ""),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 99, "text/html", "not text"),
        ("<rss><channel/></rss>", "text/xml", "is a feed"),
        ("<rss><channel/></rss>", "text/html", "is a feed"),
    ],
)
def test_what_is_no_article_is_refused_with_the_address_and_a_hint(
    body: bytes | str, kind: str, words: str
) -> None:
    with pytest.raises(UserError) as told:
        list(articles_of(answer(body, kind)))
    assert URL in told.value.message
    assert words in told.value.message
    assert told.value.hint


def test_a_feed_dates_what_its_page_does_not() -> None:
    bare = one(answer(str(page(1).body).replace("article:published_time", "x")))
    assert bare.published is None
    entry = FeedEntry("k", URL, "Other words", "2032-02-09")
    dated = with_entry(bare, entry)
    assert (dated.published, dated.date_basis) == ("2032-02-09", DateBasis.METADATA)
    assert dated.title == bare.title
    assert with_entry(one(answer(page(1).body)), entry).published == "2032-02-03"


def test_what_a_feed_holds_stands_for_the_article_unless_it_is_a_teaser() -> None:
    markup = "<p>“We will stay,” said <b>the envoy</b>.</p><script>x()</script><p>" + "word " * 80
    found = article_of_entry(
        FeedEntry("k", URL, "Title", "2032-02-03", markup), "https://f.example/"
    )
    assert found is not None
    assert found.text.startswith("“We will stay,” said the envoy.\n\nword")
    assert "x()" not in found.text
    assert (found.title, found.published, found.source) == (
        "Title",
        "2032-02-03",
        "harbour.example",
    )
    assert article_of_entry(FeedEntry("k", URL, text="Too short."), "https://f.example/") is None


def test_markup_made_to_break_a_parser_is_text_or_nothing() -> None:
    for hostile in ("<p>" * 50_000, "<" * 50_000, "<a " * 50_000, "<!--", "<\x00>", "&#xD800;<b>"):
        assert isinstance(plain(hostile), str)
