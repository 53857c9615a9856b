"""Rows under a header, whatever they were stored in, as articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers.columns import (
    PREVIEW,
    Choose,
    Columns,
    Head,
    check_blank,
    check_columns,
)
from stancedesk.importers.records import article_of

Numbered = tuple[int, Sequence[object]]


def articles(
    names: Sequence[str],
    rows: Iterable[Numbered],
    path: str,
    importer: str,
    choose: Choose,
    file: IO[bytes] | None = None,
) -> Iterator[Article | Failure]:
    """An article or a Failure for each numbered row; rows without anything are passed over.

    Raises:
        UserError: No column of texts was chosen.
    """
    names = distinct(names)
    rows = iter(rows)
    first = list(islice(rows, PREVIEW))
    head = Head.of(path, names, (row for _, row in first), file)
    columns = choose(head)
    check_columns(columns, head)
    yield from chosen(names, columns, chain(first, rows), path, importer)


def distinct(names: Sequence[str]) -> list[str]:
    """Headings of which none stands twice: a second "date" is "date (2)"."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return found


def chosen(
    names: Sequence[str], columns: Columns, rows: Iterable[Numbered], path: str, importer: str
) -> Iterator[Article | Failure]:
    """The same, where the columns have been chosen already."""
    blank = 0
    for number, row in rows:
        place = f"{path}:{number}"
        if not any(cell is not None and str(cell).strip() for cell in row):
            blank += 1
            check_blank(blank, place)
            continue
        blank = 0
        try:
            yield article_of(dict(zip(names, row, strict=False)), columns, place, importer)
        except UserError as error:
            yield Failure(place, error)
