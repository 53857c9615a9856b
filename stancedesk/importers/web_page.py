"""From what an address answered to articles: pages by trafilatura, documents by their importers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.ports import Failure
from stancedesk.core.sources import FeedEntry
from stancedesk.errors import UserError, phrase
from stancedesk.importers.article import build
from stancedesk.importers.decode import decode, shown
from stancedesk.importers.headline import domain
from stancedesk.importers.html import article_of_page
from stancedesk.importers.registry import read_any
from stancedesk.importers.web_feed import is_feed
from stancedesk.importers.web_fetch import Page

NAME = "web"
LEAST_WORDS = 60
"""Words that a feed's own text needs to stand for the article; fewer are a teaser."""

_PAGES = ("text/html", "application/xhtml+xml")
_PLAIN = ("text/plain", "text/markdown", "text/x-markdown")
_DOCUMENTS = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_BY_HAND = "Open it in a browser, save the page and import the file."


def articles_of(page: Page) -> Iterator[Article | Failure]:
    """The article of a page, or those of a document.

    Raises:
        UserError: It is of no kind that can be read, or holds no article.
    """
    kind = _kind(page)
    if kind in _DOCUMENTS:
        yield from _document(page, _DOCUMENTS[kind])
    elif kind in _PLAIN:
        with_place = _text(page)
        yield _placed(build(with_place, importer=NAME, path=page.url, plain=True), page.url)
    elif kind in _PAGES:
        try:
            article = article_of_page(_text(page), page.url, NAME)
        except UserError as error:
            hint = "It may need JavaScript or a subscription. " + _BY_HAND
            raise UserError(error.message, hint) from error
        yield _placed(article, page.url)
    else:
        said = f"“{kind[:80]}”" if kind else phrase("nothing that it names")
        raise UserError(f"{page.url} is no page but {said}.", "Pages, PDF and text are read.")


def with_entry(article: Article, entry: FeedEntry) -> Article:
    """The article with what its feed knows and the page does not say."""
    if article.published is None and entry.published is not None:
        article = replace(article, published=entry.published, date_basis=DateBasis.METADATA)
    return replace(article, title=article.title or entry.title)


def article_of_entry(entry: FeedEntry, feed: str) -> Article | None:
    """The article that a feed holds itself; None where it holds a teaser or nothing.

    Args:
        entry: The feed's entry.
        feed: Address of the feed.
    """
    text = plain(entry.text)
    if len(text.split()) < LEAST_WORDS:
        return None
    place = entry.link or feed
    return build(
        text,
        importer="feed",
        path=place,
        title=entry.title,
        url=entry.link,
        source=domain(place),
        published=entry.published,
    )


def plain(markup: str) -> str:
    """Text of a piece of HTML: blocks on lines of their own, nothing of scripts and styles."""
    if "<" not in markup:
        return markup.strip()
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    for element in list(tree.iter("script", "style", "iframe", "svg", "figure")):
        element.drop_tree()
    for element in tree.iter("br", "p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "tr"):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _kind(page: Page) -> str:
    """Media type: what the server says, unless it says nothing or the bytes know better."""
    if page.body.startswith(b"%PDF-"):
        return "application/pdf"
    if is_feed(page.body):
        raise UserError(
            f"{page.url} is a feed, not a page.",
            "Follow it: File › Feeds…, or `stancedesk feeds PROJECT --add ADDRESS`.",
        )
    head = page.body[:1_000].lstrip().lower()
    if page.kind in _UNSAID or page.kind in _PLAIN:
        if head.startswith((b"<!doctype html", b"<html")):
            return "text/html"
        name = Path(urlsplit(page.url).path).name.lower()
        if page.kind in _UNSAID:
            for suffix, kind in ((".txt", "text/plain"), (".md", "text/plain")):
                if name.endswith(suffix):
                    return kind
            for kind, suffix in _DOCUMENTS.items():
                if name.endswith(suffix):
                    return kind
    return page.kind


def _text(page: Page) -> str:
    """Text of the body; messages name the address as it is written."""
    declared = page.charset
    if not declared and (match := _CHARSET.search(page.body[:4_096])):
        declared = match[1].decode("ascii")
    place = Path("page")
    try:
        return decode(page.body, place, "" if declared.lower() in ("utf-8", "utf8") else declared)
    except UserError as error:
        message = error.message.removeprefix(shown(place))
        raise UserError(f"{page.url}{message}", _BY_HAND) from error


def _placed(article: Article, url: str) -> Article:
    """The article with the address at which it was read, by which it is not read again."""
    return replace(article, url=url, source=article.source or domain(url))


def _document(page: Page, suffix: str) -> Iterator[Article | Failure]:
    """Articles of a document; its bytes lie in a file of their own while it is read."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / f"document{suffix}"
        copy.write_bytes(page.body)
        for outcome in read_any(copy):
            if isinstance(outcome, Failure):
                message = outcome.error.message.replace(shown(copy), page.url)
                yield Failure(page.url, UserError(message, outcome.error.hint))
            else:
                path = outcome.path.replace(shown(copy), page.url)
                yield _placed(replace(outcome, path=path), page.url)
