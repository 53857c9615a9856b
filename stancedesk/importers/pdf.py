"""PDF documents: the text layer as paragraphs, page furniture left out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers.decode import (
    ARTICLE_LIMIT,
    MEGABYTE,
    check_kind,
    read_bytes,
    shown,
    tidy,
)
from stancedesk.importers.exports import articles_in
from stancedesk.importers.reflow import paragraphs, without_furniture

PAGES = 2_000
DRAWN, RATIO = 4 * MEGABYTE, 10
"""Bytes of drawing that any document may have, and how many more for each byte of its size."""


class PdfImporter:
    """Reads .pdf files that carry their text; a scan without text is named as such."""

    name = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the document, or the articles of an export.

        The dates in a PDF's properties say when the file was made, not when the article was
        published: they are not used.

        Raises:
            UserError: It is no PDF, protected, damaged, too long, or without a text layer.
        """
        raw = read_bytes(path, 2 * ARTICLE_LIMIT)
        # Readers look for the mark in the first kilobyte: some servers put a line before it.
        start = max(0, raw[:1_024].find(b"%PDF-"))
        check_kind(raw[start : start + 16], path, b"%PDF-", phrase("a PDF document"))
        title, pages = _pages(path)
        text = tidy(paragraphs(without_furniture(pages)))
        if sum(character.isalpha() for character in text) < 20:
            raise UserError(
                f"{shown(path)} has no text layer: its pages are pictures.",
                "Run a text recognition (OCR) over it first.",
            )
        # A title that the text does not print is most often a file's name.
        known = " ".join(title.split()).lower()
        printed = bool(known) and known in " ".join(text[:3_000].split()).lower()
        yield from articles_in(text, shown(path), self.name, title if printed else "")


def _pages(path: Path) -> tuple[str, list[str]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # What it says of each oddity of a document is no concern of the user.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError(f"{shown(path)} is protected by a password.", "Save it without one.")
        if len(reader.pages) > PAGES:
            raise UserError(f"{shown(path)} has more than {PAGES:,} pages.", "Split it.")
        pages: list[str] = []
        drawn, most = 0, DRAWN + RATIO * path.stat().st_size
        for page in reader.pages:
            contents = page.get_contents()
            drawn += len(contents.get_data()) if contents is not None else 0
            if drawn > most:
                raise UserError(
                    f"{shown(path)} grows too large when unpacked.", "Save its text as .txt."
                )
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > ARTICLE_LIMIT:
                raise UserError(f"{shown(path)} holds too much text.", "Split it.")
        return str((reader.metadata and reader.metadata.title) or ""), pages
    except DependencyError as error:
        raise UserError(f"{shown(path)} is encrypted.", "Print it into a new PDF.") from error
    # What the library raises on broken documents: the file is at fault, the next has its turn.
    except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, OverflowError,
            AssertionError, RecursionError, NotImplementedError, EOFError) as error:  # fmt: skip
        raise UserError(f"{shown(path)} is damaged.", "Save it again, or as text.") from error
