"""RSS and Atom: what a feed says of its articles. Read by feedparser from XML made safe before."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stancedesk.core.model import content_hash
from stancedesk.core.sources import FeedEntry
from stancedesk.errors import UserError
from stancedesk.importers.dates import parse_date
from stancedesk.importers.decode import decode, tidy
from stancedesk.importers.web_address import address, addresses_in

MOST_ENTRIES = 1_000
"""Entries of one feed that are taken: the first ones, which are the newest."""
LONGEST_TEXT = 200_000
"""Characters of one entry's own text."""

_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_ROOT_TAG = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_REMARK = re.compile(r"\s*(<!--|<\?)")
_ENDS = {"<!--": "-->", "<?": "?>"}
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,1000}(?:\[[^\]]{0,10000}\]\s*)?>", re.IGNORECASE)
_NAMED = re.compile(r"&(\w{2,31});")
_LONE = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|\w{2,31};)")
_FLOODED_TAG = re.compile(r"<([\w:]{1,40})\s[^<>]{20000,}>")
_UTF8 = ("utf-8", "utf8", "UTF-8", "UTF8")
_EMPTY = re.compile(r"<(br|hr|img|wbr|input)\b([^<>]{0,2000})(?<!/)>", re.IGNORECASE)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed as it was answered: its title and its entries, the newest first as a rule."""

    title: str
    entries: tuple[FeedEntry, ...]


def is_feed(body: bytes) -> bool:
    """Whether an answer looks like a feed, whatever its server calls it."""
    head = body[:4_000].replace(b"\x00", b"")
    return bool(_ROOT.search(head)) and b"<html" not in head[:1_000].lower()


def read_feed(body: bytes, url: str, charset: str = "") -> FeedRead:
    """Title and entries of a feed.

    Args:
        body: What the server answered.
        url: The feed's address; links may be relative to it.
        charset: Encoding that the server claims.

    Raises:
        UserError: It is no feed, or one made to do harm.
    """
    if not is_feed(body):
        raise UserError(
            f"{url} is no feed.",
            "Look for “RSS” on the site, or give the address of the site itself.",
        )
    declared = _DECLARED.search(body[:400])
    claimed = charset or (declared[1].decode("ascii", "replace") if declared else "")
    try:
        # UTF-8 is tried before all others anyway; where it is claimed and wrong, guess.
        text = decode(body, Path("feed"), "" if claimed in _UTF8 else claimed)
    except UserError as error:
        raise UserError(f"{url} is not text.", "It is no feed, or is damaged.") from error
    import feedparser  # imported late: a third of a second that only feeds need

    tree = _safe(text, url)
    try:
        found = feedparser.parse(
            tree,
            response_headers={
                "content-type": "application/xml; charset=utf-8",
                "content-location": url,
            },
            sanitize_html=False,  # no markup of it is shown: its text is taken, or its page is read
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        # Its handler of events takes more for granted than XML does, as that no name has a blank.
        raise UserError(
            f"{url} cannot be read as a feed.", "It is damaged; try again later."
        ) from error
    entries: dict[str, FeedEntry] = {}
    for each in found.entries[:MOST_ENTRIES]:
        if entry := _entry(each, url):
            entries.setdefault(entry.key, entry)
    return FeedRead(_line(found.feed.get("title", "")), tuple(entries.values()))


def _safe(text: str, url: str) -> bytes:
    """Well-formed XML of bounded depth without entities, as bytes of UTF-8.

    What is well-formed stays as it is; what is not (a lone &, a tag left open, entities of HTML)
    is mended as browsers would.
    """
    from lxml import etree  # type: ignore[import-untyped]

    text = text[_after_remarks(text) :]
    root = _ROOT_TAG.search(text)
    if _ENTITY.search(text[: root.start() if root else 100_000]):
        raise UserError(
            f"{url} declares entities, as no feed needs and an attack does.", "It was not read."
        )
    text = _FLOODED_TAG.sub(r"<\1>", _DOCTYPE.sub("", text, count=1))
    strict = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(text.encode("utf-8"), strict)
    except etree.XMLSyntaxError:
        mended = _LONE.sub("&amp;", _NAMED.sub(_character, _EMPTY.sub(r"<\1\2/>", text)))
        lenient = etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            tree = etree.fromstring(mended.encode("utf-8"), lenient)
        except etree.XMLSyntaxError:
            tree = None
    if tree is None:
        raise UserError(f"{url} cannot be read as a feed.", "It is damaged; try again later.")
    _shorten(tree)
    return bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True))


def _after_remarks(text: str) -> int:
    """Where the XML declaration, instructions and comments before the document end."""
    at = 0
    while match := _REMARK.match(text, at):
        end = text.find(_ENDS[match[1]], match.end())
        if end < 0:
            break
        at = end + len(_ENDS[match[1]])
    return at


def _character(match: re.Match[str]) -> str:
    """The character that HTML means; what XML itself knows stays."""
    return match[0] if match[1] in _OF_XML else html.unescape(match[0])


def _shorten(tree: Any) -> None:
    """Take away what is past the limits before a slower parser sees it."""
    from lxml import etree

    for element in list(tree.iter("{*}item", "{*}entry"))[MOST_ENTRIES:]:
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    for element in tree.iter(etree.Element):
        # Escaped markup goes through the parser a few characters at a time, a CDATA section whole.
        if element.text and ("<" in element.text or "&" in element.text):
            element.text = etree.CDATA(element.text[:LONGEST_TEXT].replace("]]>", "]] >"))


def _entry(each: Any, url: str) -> FeedEntry | None:
    """One entry, or None for what names no page and holds no text."""
    try:
        link = address(str(each.get("link") or ""), base=url) if each.get("link") else ""
    except UserError:
        link = ""
    texts = [str(part.get("value") or "") for part in each.get("content") or ()]
    text = max([*texts, str(each.get("summary") or "")], key=len)[:LONGEST_TEXT]
    if not (link or text):
        return None
    title = _line(each.get("title") or "")
    key = _line(each.get("id") or "")[:500] or link or content_hash(f"{title} {text}")
    return FeedEntry(key, link, title, _day(each), tidy(text))


def _day(each: Any) -> str | None:
    """The day that the entry says, as it is printed, whatever the time zone."""
    for name in ("published", "updated"):
        if not dict.__contains__(each, name):  # feedparser would give the other, and warn
            continue
        if day := parse_date(each.get(name)):
            return day
        parsed = each.get(f"{name}_parsed")
        if parsed and (day := parse_date(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}")):
            return day
    return None


def _line(words: object) -> str:
    """A title on one line, without the markup that some feeds put there."""
    plain = re.sub(r"<[^<>]{1,200}>", "", html.unescape(str(words)[:2_000]))
    return tidy(" ".join(plain.split()))[:500]


def feeds_of_page(page: str, url: str) -> list[str]:
    """Addresses of the feeds that a page names for programs, the first being its main one.

    Args:
        page: Source of the page.
        url: Its address.
    """
    found: dict[str, None] = {}
    for tag in re.findall(r"<link\s[^<>]{1,2000}>", page[:500_000], re.IGNORECASE):
        kind = re.search(r"application/(?:rss|atom)\+xml", tag, re.IGNORECASE)
        rel = re.search(r"rel\s*=\s*[\"']?[^\"'>]*\balternate\b", tag, re.IGNORECASE)
        link = re.search(r"href\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s>]+))", tag, re.IGNORECASE)
        if kind and rel and link:
            try:
                found.setdefault(
                    address(html.unescape(next(filter(None, link.groups()))), base=url)
                )
            except UserError:
                continue
    return list(found)


def feeds_in(text: str) -> tuple[list[str], list[str]]:
    """Addresses of feeds in a pasted text, a list, or an OPML file; and lines that hold none."""
    if "<opml" not in text[:4_000].lower():
        return addresses_in(text)
    named = re.findall(r"\bxmlUrl\s*=\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')", text)
    return addresses_in("\n".join(html.unescape(one or other) for one, other in named))
