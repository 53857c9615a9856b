"""Texts that hold many articles: exports of press databases, told by their layout."""

from __future__ import annotations

from collections.abc import Iterator

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import factiva, nexis
from stancedesk.importers.article import build
from stancedesk.importers.clipping import Clipping


def articles_in(
    text: str, path: str, importer: str, title: str = ""
) -> Iterator[Article | Failure]:
    """The articles of an export, each numbered, or the one article that the text is.

    Args:
        text: What `decode.tidy` gives.
        path: The file, for messages.
        importer: Name of the importer.
        title: Headline from the properties of a document that is one article.
    """
    clippings = factiva.clippings(text) or nexis.clippings(text)
    if clippings is None:
        yield build(text, importer=importer, path=path, title=title, plain=True)
        return
    for number, clipping in enumerate(clippings, start=1):
        yield _article(clipping, f"{path}:{number}", importer)


def _article(clipping: Clipping, place: str, importer: str) -> Article | Failure:
    if not any(character.isalpha() for character in clipping.text):
        return Failure(place, UserError(f"{place} has no text.", f"Its title: {clipping.title}."))
    try:
        return build(
            clipping.text,
            importer=importer,
            path=place,
            title=clipping.title,
            source=clipping.source,
            published=clipping.published,
        )
    except UserError as error:
        return Failure(place, error)
