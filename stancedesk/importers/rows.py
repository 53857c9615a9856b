"""Rows under a header, whatever they were stored in, as articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers.records import article_of


def articles(
    names: Sequence[str], rows: Iterable[tuple[int, Sequence[object]]], path: str, importer: str
) -> Iterator[Article | Failure]:
    """An article or a Failure for each numbered row; rows without anything are passed over."""
    for number, row in rows:
        if not any(cell is not None and str(cell).strip() for cell in row):
            continue
        place = f"{path}:{number}"
        try:
            yield article_of(dict(zip(names, row, strict=False)), place, importer)
        except UserError as error:
            yield Failure(place, error)
