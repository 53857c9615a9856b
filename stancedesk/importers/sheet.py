"""Excel workbooks: one article a row, columns recognised by their names."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers import container, rows
from stancedesk.importers.columns import Choose, guess, guess_columns
from stancedesk.importers.decode import MEGABYTE, shown
from stancedesk.importers.guarded import guarded

BOOK_LIMIT = 500 * MEGABYTE
"""Bytes of a workbook unpacked: its shared strings are held in memory."""
COLUMNS = 500
_HEADER_WITHIN = 10
_STRAY = 1_000


class SheetImporter:
    """Reads .xlsx files: the first sheet that has a column of texts."""

    name = "sheet"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in the order of rows; a Failure names each row without text.

        The header may stand below some lines of title. Formulas give their last result.

        Raises:
            UserError: It is no workbook, protected, damaged, too large, or has no texts.
        """
        return self.read_columns(path, guess)

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """The same, with the chosen columns; where no sheet has a known one, of the likeliest."""
        # Imported late: a quarter of a second that only workbooks need.
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException

        damaged = UserError(f"{shown(path)} is damaged.", "Save it again, or as CSV.")
        # What the libraries raise on parts that are missing, broken or made to break them.
        errors = (
            InvalidFileException, BadZipFile, zlib.error, KeyError, ValueError, TypeError,
            AttributeError, IndexError, SyntaxError, EOFError, RecursionError, NotImplementedError,
            OverflowError, OSError,
        )  # fmt: skip
        with container.opened(path, phrase("an Excel workbook"), BOOK_LIMIT) as archive:
            if "[Content_Types].xml" not in archive.namelist():
                raise UserError(f"{shown(path)} is no Excel workbook.", "Check its suffix.")
        with path.open("rb") as file:  # the library leaves a file open that it cannot read
            try:
                book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            except errors as error:
                raise damaged from error
            likeliest = None
            for sheet in book.worksheets:
                lines = guarded(partial(_lines, sheet, path), errors, damaged)
                header = _header(lines)
                if likeliest is None or header.known > likeliest[0].known:
                    likeliest = header, lines
                if header.known[0]:
                    break
            if likeliest is None:
                raise damaged
            header, lines = likeliest
            numbered = chain(header.below, lines)
            yield from rows.articles(header.names, numbered, shown(path), self.name, choose)


@dataclass(frozen=True, slots=True)
class _Header:
    """A line of headings: whether it has one of texts and how many are known; what follows it."""

    names: list[str]
    known: tuple[bool, int]
    below: list[rows.Numbered]


def _header(lines: Iterator[rows.Numbered]) -> _Header:
    """The first line with a heading of texts, else the one that comes nearest to it."""
    first = list(islice(lines, _HEADER_WITHIN))
    best = _Header([], (False, -1), first)
    for at, (_, line) in enumerate(first):
        names = [str(cell) if cell is not None else "" for cell in line]
        columns = guess_columns(names)
        known = ("text" in columns, len(columns))
        if known > best.known and any(names):
            best = _Header(names, known, first[at + 1 :])
        if known[0]:
            break
    return best


def _lines(sheet: Any, path: Path) -> Iterator[rows.Numbered]:
    sheet.reset_dimensions()  # what a sheet claims of its size may be a lie
    return enumerate(_narrow(sheet.iter_rows(values_only=True), path), start=1)


def _narrow(lines: Iterable[Sequence[object]], path: Path) -> Iterator[Sequence[object]]:
    """The first columns of each row; a stray cell far out is forgiven, a thousand are not."""
    wide = 0
    for line in lines:
        if len(line) > COLUMNS:
            wide += 1
            if wide > _STRAY:
                raise UserError(f"{shown(path)} has too many columns.", "Save it as CSV.")
        yield line[:COLUMNS]
