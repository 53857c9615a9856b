"""WARC files of web archives and crawlers: each page that was answered is an article."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers.decode import check_regular, decode, kind_of, shown
from stancedesk.importers.guarded import guarded
from stancedesk.importers.headline import domain
from stancedesk.importers.html import PAGE_LIMIT, article_of_page

_PAGES = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b"


class WebArchiveImporter:
    """Reads .warc and .warc.gz (also .arc): responses of status 200 that are pages."""

    name = "warc"
    suffixes: tuple[str, ...] = (".warc", ".warc.gz", ".arc", ".arc.gz")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in the order of records; a Failure names each page without an article.

        A record's date is the day of the crawl, not of publication: it is not used.

        Raises:
            UserError: It is no web archive, is damaged, or holds no page.
        """
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        check_regular(path)
        pages = 0
        with path.open("rb") as file:
            head = file.read(16)
            if (kind := kind_of(head)) and not head.startswith(_GZIP):
                raise UserError(f"{shown(path)} is {kind}, not a web archive.", "Check its suffix.")
            file.seek(0)
            # What the library raises on damage, its own and that of the parts it is made of.
            errors = (
                ArchiveLoadFailed, EOFError, ValueError, TypeError, AttributeError, LookupError,
                OverflowError, zlib.error,
            )  # fmt: skip
            damaged = UserError(
                f"{shown(path)} is damaged, or no web archive.",
                "What came before the damage was read.",
            )
            for record in guarded(lambda: _quiet(ArchiveIterator(file)), errors, damaged):
                if _is_page(record):
                    pages += 1
                    raw = b"".join(guarded(partial(_body, record), errors, damaged))
                    yield _page(record, raw, path)
        if not pages:
            raise UserError(f"{shown(path)} holds no page.", "Only answered pages are read.")


def _quiet(records: Iterator[Any]) -> Iterator[Any]:
    """The records without what the library writes to standard error about odd ones."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _body(record: Any) -> Iterator[bytes]:
    """A page unpacked, and no more of it than tells that it is too large."""
    stream = record.content_stream()
    left = PAGE_LIMIT + 1
    while left > 0 and (chunk := stream.read(min(left, 1 << 16))):
        left -= len(chunk)
        yield chunk


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    return record.http_headers.get_statuscode() == "200" and kind.startswith(_PAGES)


def _page(record: Any, raw: bytes, path: Path) -> Article | Failure:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = f"{shown(path)}:{url[:200]}"
    try:
        if len(raw) > PAGE_LIMIT:
            raise UserError(f"{place} is too large for one page.")
        kind = record.http_headers.get_header("Content-Type") or ""
        declared = kind.partition("charset=")[2].split(";")[0].strip("\"' ")
        article = article_of_page(decode(raw, Path(place), declared), place, "warc")
    except UserError as error:
        return Failure(place, error)
    return replace(article, url=article.url or url[:2_000], source=article.source or domain(url))
