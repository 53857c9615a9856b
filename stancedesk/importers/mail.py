"""Mail messages and web archives of one page: the parts of a MIME message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import cast

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers.article import build
from stancedesk.importers.dates import parse_date
from stancedesk.importers.decode import (
    ARTICLE_LIMIT,
    decode,
    kind_of,
    read_bytes,
    shown,
    tidy,
    wrong_kind,
)
from stancedesk.importers.headline import domain
from stancedesk.importers.html import PAGE_LIMIT, article_of_page

_DEPTH = 40
HEADER_LIMIT = 2_000
"""Characters of a header that are looked at: the time to understand one grows with their square."""
PARTS = 20_000
"""Lines that may divide a message into parts: each costs a tenth of a millisecond."""
# The email package raises these on headers and parts made to break it (and on broken ones).
_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError,
    OverflowError,
)  # fmt: skip


class _Short(policy.EmailPolicy):
    """The usual rules, with long headers cut before they are looked at."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:HEADER_LIMIT]


_POLICY = cast("policy.Policy[EmailMessage]", _Short())


class MailImporter:
    """Reads .eml files: the message itself, not what is attached to it."""

    name = "mail"
    suffixes: tuple[str, ...] = (".eml",)

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the message: its plain text, else its page.

        Its subject is the title, the day on which it was sent the date, the sender's site the
        source, unless the page in it says better.

        Raises:
            UserError: It is no message, or has no words.
        """
        message = _message(path, ("from", "date", "subject"))
        subject = _header(message, "subject")
        sender = domain(parseaddr(_header(message, "from"))[1].rpartition("@")[2])
        sent = parse_date(_header(message, "date"))
        part = _first(message, "text/plain") or _first(message, "text/html")
        if part is None:
            raise UserError(f"{shown(path)} is a message without text.", "Save its attachments.")
        text = _words(part, path)
        if part.get_content_type() == "text/html":
            article = article_of_page(text, shown(path), self.name)
            text = article.text
            subject, sender = article.title or subject, article.source or sender
            sent = article.published or sent
        yield build(
            text,
            importer=self.name,
            path=shown(path),
            title=subject,
            source=sender,
            published=sent,
        )


class PageArchiveImporter:
    """Reads .mhtml and .mht files, pages as browsers save them with their pictures."""

    name = "mhtml"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the page. The date of such a file is the day it was saved: not used.

        Raises:
            UserError: It is no such archive, or its page has no article.
        """
        message = _message(path, ("mime-version", "content-type"))
        part = _first(message, "text/html") or _first(message, "application/xhtml+xml")
        if part is None:
            raise UserError(f"{shown(path)} holds no page.", "Save the page again as HTML.")
        article = article_of_page(_words(part, path), shown(path), self.name)
        saved = _header(message, "snapshot-content-location") or _header(part, "content-location")
        url = article.url or (saved if saved.startswith(("http://", "https://")) else "")
        yield replace(article, url=url[:2_000], source=article.source or domain(url))


def _message(path: Path, headers: tuple[str, ...]) -> EmailMessage:
    raw = read_bytes(path, 2 * ARTICLE_LIMIT)
    kind = kind_of(raw)
    if raw.count(b"\n--") > PARTS:
        raise UserError(f"{shown(path)} has more than {PARTS:,} parts.", "Save its text as .txt.")
    try:
        message: EmailMessage = message_from_bytes(raw, policy=_POLICY)
        known = not kind and any(message.get(name) is not None for name in headers)
    except _BROKEN as error:
        raise UserError(f"{shown(path)} cannot be read as a message.", "Save it again.") from error
    if not known:
        raise wrong_kind(path, kind, phrase("a message"))
    return message


def _first(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind that is not attached."""
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    try:
        while waiting:
            part, depth = waiting.pop(0)
            if part.is_multipart() and part.get_content_type() != "message/rfc822":
                if depth < _DEPTH:
                    parts = cast(list[EmailMessage], part.get_payload())
                    waiting[:0] = [(each, depth + 1) for each in parts]
            elif part.get_content_type() == kind and not part.is_attachment():
                return part
    except _BROKEN:
        return None
    return None


def _words(part: EmailMessage, path: Path) -> str:
    try:
        raw = part.get_payload(decode=True)
        declared = part.get_content_charset() or ""
    except _BROKEN as error:
        raise UserError(f"{shown(path)} is damaged.", "Save it again.") from error
    if not isinstance(raw, bytes) or not raw.strip():
        raise UserError(f"{shown(path)} holds no text.", "Save it again.")
    if len(raw) > PAGE_LIMIT:
        raise UserError(f"{shown(path)} is too large for one message.")
    return decode(raw, path, declared)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return tidy(" ".join(str(message.get(name, "")).split()))
    except _BROKEN:
        return ""
