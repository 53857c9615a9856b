"""Saved web pages: main text by trafilatura, title, outlet, address and date from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stancedesk.core.model import Article
from stancedesk.errors import UserError
from stancedesk.importers.article import build
from stancedesk.importers.decode import MEGABYTE, decode, read_bytes, shown, tidy
from stancedesk.importers.headline import domain
from stancedesk.importers.pagedate import page_date

PAGE_LIMIT = 20 * MEGABYTE
"""Bytes of one page: its tree takes some thirty times as much memory."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
ELEMENTS = 60_000
"""Elements of one page: the time to find the article among them grows with their square."""
_FLOODED_TAG = re.compile(r"<(\w{1,20})\s[^<>]{20000,}>")
"""A tag with thousands of attributes: the parser's time grows with their square."""
_STILL_FLOODED = re.compile(
    r"<[a-zA-Z][^\s/>\"'=<]{0,40}+(?:(?:[\s/]++|(?<=[\"']))[^\s=>/\"'][^\s=>/\"']*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+){200}"
)
"""The same with brackets in the attributes' values."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


class HtmlImporter:
    """Reads .html, .htm and .xhtml files, one article each."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, path: Path) -> Iterator[Article]:
        """The one article in the page.

        Raises:
            UserError: The file is missing, unreadable, too large, no page, or has no article.
        """
        raw = read_bytes(path, PAGE_LIMIT)
        declared = _CHARSET.search(raw[:4_096])
        page = decode(raw, path, declared[1].decode("ascii") if declared else "")
        yield article_of_page(page, shown(path), self.name)


def article_of_page(page: str, path: str, importer: str) -> Article:
    """The article in the source of a page.

    Raises:
        UserError: There is no page or no article in it.
    """
    # Imported late: two thirds of a second that only pages need.
    from lxml import etree  # type: ignore[import-untyped]
    from trafilatura import load_html

    try:
        page = _FLOODED_TAG.sub(r"<\1>", _DECLARATION.sub("", page, count=1))
        if _STILL_FLOODED.search(page):
            raise UserError(f"{path} is made to be slow to read.", "Save its text as .txt.")
        tree = load_html(page)
        if tree is None:
            raise UserError(f"{path} is no web page.", "Save the page again as HTML.")
        if sum(1 for _ in tree.iter()) > ELEMENTS:
            raise UserError(
                f"{path} has more than {ELEMENTS:,} elements.", "Save its text as .txt."
            )
        url = _address(tree)
        published = page_date(tree, url)
        title, outlet = _title(tree), _outlet(tree)
        text = tidy(_main_text(tree))
    # The libraries raise these on pages made to break them (and on broken ones); the page is
    # at fault, and the next file must have its turn.
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
            RecursionError, etree.LxmlError) as error:  # fmt: skip
        raise UserError(
            f"{path} cannot be read as a web page.", "Save its text as .txt."
        ) from error
    if not any(character.isalpha() for character in text):
        raise UserError(f"{path} holds no article text.", "Save the article's text as .txt.")
    return build(
        text, importer=importer, path=path, title=title, source=outlet, url=url, published=published
    )


def _main_text(tree: Any) -> str:
    """Paragraphs of the article, one a line; quotations, lists and subheadings are kept."""
    from copy import deepcopy

    from trafilatura import bare_extraction
    from trafilatura.baseline import baseline

    # Both work on the tree in place.
    extracted = bare_extraction(
        deepcopy(tree), favor_precision=True, include_comments=False, include_tables=False
    )
    text = (getattr(extracted, "text", None) or "") if extracted is not None else ""
    if text.strip():
        return str(text)
    _, rest, _ = baseline(deepcopy(tree))
    return str(rest or "")


def _meta(tree: Any, *names: str) -> str:
    wanted = set(names)
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            named = (element.get(attribute) or "").strip().lower() in wanted
            if named and (content := (element.get("content") or "").strip()):
                return tidy(content)
    return ""


def _title(tree: Any) -> str:
    """The headline: a lone h1, else what the page tells to those who share it, else its title."""
    headings = ["".join(element.itertext()).strip() for element in tree.iter("h1")]
    headings = [" ".join(heading.split()) for heading in headings if heading]
    if len(headings) == 1 and len(headings[0].split()) >= 3:
        return tidy(headings[0])
    if shared := _meta(tree, "og:title", "twitter:title", "dc.title", "headline"):
        return shared
    for element in tree.iter("title"):
        # "Headline | Outlet"
        return tidy(re.split(r"\s+[|•·–—]\s+", "".join(element.itertext()).strip())[0])
    return tidy(headings[0]) if headings else ""


def _outlet(tree: Any) -> str:
    return _meta(tree, "og:site_name", "application-name", "dc.publisher", "publisher")


def _address(tree: Any) -> str:
    """The page's own address: canonical link, og:url, or what a browser wrote when saving it."""
    for element in tree.iter("link"):
        canonical = "canonical" in (element.get("rel") or "").lower().split()
        if canonical and domain(href := (element.get("href") or "").strip()):
            return tidy(href)
    address = _meta(tree, "og:url", "twitter:url")
    return address if domain(address) else ""
