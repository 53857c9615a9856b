"""Word documents: one article a file, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers import container
from stancedesk.importers.decode import ARTICLE_LIMIT, shown, tidy
from stancedesk.importers.exports import articles_in

DOCUMENT_LIMIT = 4 * ARTICLE_LIMIT
"""Bytes of a document unpacked, pictures included."""


class DocxImporter:
    """Reads .docx files: paragraphs and table cells of the body in their order."""

    name = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """The article in the document, or the articles of an export.

        Raises:
            UserError: It is no Word document, protected, damaged, too large or without text.
        """
        title, text = _content(path)
        if not any(character.isalpha() for character in text):
            raise UserError(f"{shown(path)} holds no text.", "Save the article again.")
        yield from articles_in(text, shown(path), self.name, title)


def _content(path: Path) -> tuple[str, str]:
    # Imported late: a tenth of a second that only such documents need.
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml import etree  # type: ignore[import-untyped]

    with container.opened(path, phrase("a Word document"), DOCUMENT_LIMIT) as archive:
        for found in archive.infolist():
            container.check_open(found, path)
            if found.filename.endswith((".xml", ".rels")) and found.file_size > ARTICLE_LIMIT:
                raise UserError(f"{shown(path)} is too large for one document.", "Split it.")
        try:
            document = Document(str(path))
            title = tidy(document.core_properties.title or "")
            # By the tree, not by objects: ten times as fast, and tables come in their place.
            lines = _lines(document.element.body, path)
        # What the libraries raise on documents that lack a part or hold another.
        except (OpcError, KeyError, ValueError, TypeError, AttributeError, IndexError,
                RecursionError, etree.LxmlError) as error:  # fmt: skip
            raise UserError(
                f"{shown(path)} cannot be read as a Word document.", "Save it again as .docx."
            ) from error
    return title, tidy("\n".join(lines))


def _lines(body: object, path: Path) -> list[str]:
    from docx.oxml.ns import qn

    paragraph, words, tab, breaks = qn("w:p"), qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
    # Deleted text is w:delText, so w:t is what a reader sees; text boxes come twice, as a fallback.
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    lines: list[str] = []
    held = 0
    for element in body.iter(paragraph):  # type: ignore[attr-defined]
        if any(above.tag == fallback for above in element.iterancestors()):
            continue
        parts: list[str] = []
        for each in element.iter(words, tab, *breaks):
            if each.tag == words:
                parts.append(each.text or "")
            elif each.tag == tab:
                # A tab stop in the properties of a paragraph has the same name as a tab.
                parts.append("\t" if each.getparent().tag == qn("w:r") else "")
            else:
                parts.append("\n")
        lines.append("".join(parts))
        # Paragraphs in paragraphs repeat what is in them.
        held += len(lines[-1])
        if held > ARTICLE_LIMIT:
            raise UserError(f"{shown(path)} holds too much text.", "Split it.")
    return lines
