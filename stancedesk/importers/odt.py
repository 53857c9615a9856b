"""OpenDocument texts: one article a file, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers import container
from stancedesk.importers.decode import ARTICLE_LIMIT, shown, tidy
from stancedesk.importers.exports import articles_in

DOCUMENT_LIMIT = 4 * ARTICLE_LIMIT
"""Bytes of a document unpacked, pictures included."""

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ASIDE = {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"}
_MOST_SPACES = 100


class OdtImporter:
    """Reads .odt files: headings and paragraphs, without notes, comments and deleted text."""

    name = "odt"
    suffixes: tuple[str, ...] = (".odt", ".ott")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the document, or the articles of an export.

        Raises:
            UserError: It is no such document, protected, damaged, too large or without text.
        """
        with container.opened(path, phrase("an OpenDocument text"), DOCUMENT_LIMIT) as archive:
            names = set(archive.namelist())
            manifest = "META-INF/manifest.xml"
            if manifest in names and b"encryption-data" in container.member(
                archive, manifest, path, ARTICLE_LIMIT
            ):
                raise UserError(
                    f"{shown(path)} is protected by a password.", "Save it without one."
                )
            body = _tree(container.member(archive, "content.xml", path, ARTICLE_LIMIT), path)
            title = ""
            if "meta.xml" in names:
                meta = _tree(container.member(archive, "meta.xml", path, ARTICLE_LIMIT), path)
                title = next((each.text or "" for each in meta.iter(_TITLE)), "")
        text = tidy("\n".join(_lines(body)))
        if not any(character.isalpha() for character in text):
            raise UserError(f"{shown(path)} holds no text.", "Save the article again.")
        yield from articles_in(text, shown(path), self.name, tidy(title))


def _tree(raw: bytes, path: Path) -> Any:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UserError(f"{shown(path)} is damaged: {error}.", "Save it again.") from error


def _lines(tree: Any) -> Iterator[str]:
    """Text of each heading and paragraph; the parser allows 256 levels, so recursion is safe."""
    for element in tree.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if not any(above.tag in _ASIDE for above in element.iterancestors()):
            yield "".join(_words(element))


def _words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count[:4]) if count.isdecimal() else 1, _MOST_SPACES)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        # A paragraph inside (a text box) has its own line; entities and comments have no name.
        elif isinstance(child.tag, str) and child.tag not in _ASIDE | {f"{_TEXT}p", f"{_TEXT}h"}:
            yield from _words(child)
        yield child.tail or ""
