"""Plain text and Markdown: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.importers.article import build
from stancedesk.importers.decode import decode, read_bytes, shown


class TextImporter:
    """Reads .txt and .md files in any common encoding."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".md", ".markdown")

    def read(self, path: Path) -> Iterator[Article]:
        """The one article in the file.

        Raises:
            UserError: The file is missing, unreadable, empty, too large, or not text.
        """
        text = decode(read_bytes(path), path)
        yield build(text, importer=self.name, path=shown(path), plain=True)
