"""Which column of a table, or field of a record, is what: guessed from its name, or chosen."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Protocol, runtime_checkable

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase

PREVIEW = 5
"""Rows that are shown of a table before it is read."""
BLANK = 2_000_000
"""Empty rows one after the other that are gone through: a spreadsheet has a million."""
_SHOWN = 300

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "fulltext", "articletext", "maintext", "bodytext", "body", "content",
        "articlebody", "article", "story", "storytext", "contenttext", "plaintext",
    ),
    "title": ("title", "headline", "heading", "articletitle", "storytitle"),
    "date": (
        "date", "published", "publishdate", "publishedat", "datepublished", "publicationdate",
        "pubdate", "publisheddate", "datetime", "timestamp", "seendate", "day", "pubtime",
    ),
    "source": (
        "source", "outlet", "publisher", "medianame", "sitename", "sourcename", "newspaper",
        "publication", "site", "domain", "mediaoutlet",
    ),
    "url": ("url", "link", "weburl", "articleurl", "storyurl", "uri", "permalink"),
}  # fmt: skip
"""Names by field, letters and digits only, the likeliest first."""


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """The name to read each field from, of "text", "title", "date", "source" and "url".

    Only names that were recognised; each name serves one field.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(re.sub(r"[\W_]+", "", str(name)).lower(), str(name))
    return {
        field: folded[match]
        for field, known in FIELDS.items()
        if (match := next((name for name in known if name in folded), None))
    }


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a table: its headings, and the first rows as people see them.

    `share` tells, while the table is read, how much of it has been: 0 to 1, 0 where unknown.
    """

    path: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    share: Callable[[], float] = field(default=lambda: 0.0, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        path: str,
        names: Sequence[str],
        rows: Iterable[Sequence[object]],
        file: IO[bytes] | None = None,
    ) -> Head:
        """The head of a table; only the first rows are drawn, and `file` is asked for its place."""
        shown = tuple(tuple(map(_shown, row)) for row in islice(rows, PREVIEW))
        place = partial(_share, file) if file is not None else (lambda: 0.0)
        return cls(path, tuple(map(str, names)), shown, place)

    @property
    def longest(self) -> str | None:
        """The column whose cells are longest, which most likely holds the texts."""
        lengths = [0] * len(self.names)
        for row in self.rows:
            for at, cell in enumerate(row[: len(lengths)]):
                lengths[at] += len(cell)
        best = max(range(len(lengths)), key=lengths.__getitem__, default=None)
        return None if best is None or not lengths[best] else self.names[best]


Columns = Mapping[str, str]
"""The heading of each field that is read, "text" and what else there is."""
Choose = Callable[[Head], Columns]
"""Says which columns of a table to read; may raise UserError to leave it out."""


@runtime_checkable
class ReadsColumns(Protocol):
    """An importer of tables, or of files that may hold some."""

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """As `Importer.read`, with the columns that are chosen."""
        ...


def guess(head: Head) -> Columns:
    """Columns by the names of the headings alone."""
    return guess_columns(head.names)


def check_columns(columns: Columns, head: Head) -> None:
    """Refuse a table without a column of texts; a list of titles is named as what it is.

    Raises:
        UserError: No column holds the texts.
    """
    if "text" in columns:
        return
    if "title" in columns and ("url" in columns or "date" in columns):
        raise UserError(
            f"{head.path} is {_origin(head.names)} without the texts: titles are no articles.",
            "Save the pages behind its addresses and import those, or export it with full text.",
        )
    example = head.longest or "COLUMN"
    raise UserError(
        f"{head.path} has no column of texts.",
        "Name one column “text” in the first line (and title, date, source, url), or say which"
        f" it is, as in --map text={example!r}.",
    )


def check_blank(number: int, place: str) -> None:
    """Refuse to go on through rows or lines with nothing in them.

    Args:
        number: How many there were one after the other.
        place: File and number of the last, for the message.

    Raises:
        UserError: More than any sheet has.
    """
    if number > BLANK:
        raise UserError(
            f"{place}: {BLANK:,} empty rows one after the other; reading stopped there.",
            "Delete the empty rows.",
        )


def _share(file: IO[bytes]) -> float:
    """How far a file has been read; of a compressed one, what was read of the compressed bytes."""
    inner = getattr(file, "fileobj", None) or file
    try:
        return float(inner.tell() / max(1, os.fstat(inner.fileno()).st_size))
    except (OSError, ValueError):  # closed, or no file of the disk
        return 0.0


def _shown(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell)[:_SHOWN].split())


def _origin(names: Sequence[str]) -> str:
    """Whose list it is, by columns that only they have."""
    folded = {"".join(filter(str.isalnum, str(name))).lower() for name in names}
    if folded >= {"url", "title"} and folded & {"mobileurl", "urlmobile", "sourcecountry"}:
        return phrase("an article list of GDELT")
    if folded & {"storiesid", "medianame", "mediaid", "indexeddate", "mediaurl"}:
        return phrase("a story list of Media Cloud")
    return phrase("a list of articles")
