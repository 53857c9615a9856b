"""The publication date of a web page from what the page declares, never from a guess.

htmldate's wider search also reads copyright lines, picture names and any date in the text; for a
chart over time a wrong day is worse than none. So only these count, in this order: the element
"published" and its many spellings, JSON-LD of an article, `<time>` of the article, the page's
address, and last the modification date. Days are those printed, whatever the time zone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from stancedesk.importers.dates import parse_date

_PUBLISHED = {
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "pubdate",
    "published_time", "publication_date", "article.published", "article_date_original",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "parsely-pub-date", "sailthru.date",
    "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created",
    "dcterms.issued", "datecreated", "date", "originalpublicationdate", "citation_date",
    "citation_publication_date", "article.created", "displaydate", "release_date", "ptime",
}  # fmt: skip
_MODIFIED = {
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "article.updated", "utime",
}  # fmt: skip
_ARTICLE_TYPE = re.compile(r"article|posting|report", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    re.IGNORECASE,
)


def page_date(tree: Any, url: str = "") -> str | None:
    """ISO day of publication of an lxml HTML tree, or None where the page declares none.

    Args:
        tree: Root element.
        url: The page's own address, if known.
    """
    for candidate in (
        _meta(tree, _PUBLISHED),
        _linked(tree, "datePublished", "dateCreated"),
        _time_elements(tree),
        _address(url),
        _meta(tree, _MODIFIED),
        _linked(tree, "dateModified"),
    ):
        if candidate:
            return candidate
    return None


def _meta(tree: Any, names: set[str]) -> str | None:
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            named = (element.get(attribute) or "").strip().lower() in names
            if named and (day := parse_date(element.get("content"))):
                return day
    return None


def _linked(tree: Any, *keys: str) -> str | None:
    """From JSON-LD: of the first article in it, else of a page, never of a linked list."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _records(value):
            kind = record.get("@type")
            kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
            if _ARTICLE_TYPE.search(kinds) or "webpage" in kinds.lower():
                for key in keys:
                    if day := parse_date(record.get(key)):
                        return day
    return None


def _records(value: object) -> Iterator[dict[str, Any]]:
    """Top-level records and those of a "@graph"; lists of related articles lie deeper."""
    if isinstance(value, list):
        for item in value[:50]:
            if isinstance(item, dict):
                yield from _records(item)
    elif isinstance(value, dict):
        yield value
        graph = value.get("@graph")
        if isinstance(graph, list):
            yield from (item for item in graph[:50] if isinstance(item, dict))


def _time_elements(tree: Any) -> str | None:
    """From `<time>` or an element marked datePublished: the marked one, or where all agree."""
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        marked = (element.get("itemprop") or "").lower() == "datepublished"
        marked |= element.tag == "time" and element.get("pubdate") is not None
        if marked and (day := _of_element(element)):
            return day
    days: set[str] = set()
    for scope in tree.iter("article"):
        days |= {day for element in scope.iter("time") if (day := _of_element(element))}
        break
    if not days:
        days = {day for element in tree.iter("time") if (day := _of_element(element))}
    return days.pop() if len(days) == 1 else None


def _of_element(element: Any) -> str | None:
    for written in (element.get("datetime"), element.get("content"), element.get("title")):
        if written and (day := parse_date(written)):
            return day
    return parse_date("".join(element.itertext())[:80])


def _address(url: str) -> str | None:
    match = _IN_ADDRESS.search(url)
    if not match:
        return None
    year, month, day = match.groups()
    return parse_date(
        f"{day} {month} {year}" if month.isalpha() else f"{year}-{int(month):02d}-{int(day):02d}"
    )
