"""Rich text: one article a file, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers.decode import MEGABYTE, check_kind, read_bytes, shown, tidy
from stancedesk.importers.exports import articles_in

RTF_LIMIT = 100 * MEGABYTE
"""Bytes of one file: exports of some hundred articles with pictures are large."""


class RtfImporter:
    """Reads .rtf files; pictures, styles and links are left out."""

    name = "rtf"
    suffixes: tuple[str, ...] = (".rtf",)

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the document, or the articles of an export.

        Raises:
            UserError: It is missing, unreadable, too large, no rich text, or without words.
        """
        raw = read_bytes(path, RTF_LIMIT)
        check_kind(raw.lstrip()[:16], path, b"{\\rtf", phrase("an RTF document"))
        text = tidy(_text(raw, path))
        if not any(character.isalpha() for character in text):
            raise UserError(f"{shown(path)} holds no text.", "Save the article again.")
        yield from articles_in(text, shown(path), self.name)


def _text(raw: bytes, path: Path) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        # Bytes above ASCII stand for themselves here; the document names its code page inside.
        words = raw.decode("cp1252", "replace")
        return str(rtf_to_text(words, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError, TypeError, AttributeError) as error:
        raise UserError(
            f"{shown(path)} cannot be read as rich text.", "Save it as .txt."
        ) from error
