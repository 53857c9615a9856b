"""Plain text and Markdown: one article a file, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.importers.decode import decode, read_bytes, shown
from stancedesk.importers.exports import articles_in


class TextImporter:
    """Reads .txt and .md files in any common encoding."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".md", ".markdown")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The one article in the file, or the articles of an export.

        Raises:
            UserError: The file is missing, unreadable, empty, too large, or not text.
        """
        text = decode(read_bytes(path), path)
        yield from articles_in(text, shown(path), self.name)
