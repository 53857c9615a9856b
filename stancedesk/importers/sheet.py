"""Excel workbooks: one article a row, columns recognised by their names."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import container, rows
from stancedesk.importers.columns import check_header, guess_columns
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
        with container.opened(path, "an Excel workbook", BOOK_LIMIT) as archive:
            if "[Content_Types].xml" not in archive.namelist():
                raise UserError(f"{shown(path)} is no Excel workbook.", "Check its suffix.")
        with path.open("rb") as file:  # the library leaves a file open that it cannot read
            try:
                book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            except errors as error:
                raise damaged from error
            titles: Sequence[str] = ()
            for sheet in book.worksheets:
                lines = guarded(partial(_lines, sheet, path), errors, damaged)
                names, found = _header(lines)
                if found:
                    yield from rows.articles(names, lines, shown(path), self.name)
                    return
                if len(guess_columns(names)) > len(guess_columns(titles)):
                    titles = names
            check_header(titles, shown(path))


def _header(lines: Iterator[tuple[int, Sequence[object]]]) -> tuple[list[str], bool]:
    """The names in the header of a sheet, or those that come nearest to one, and which it is."""
    nearest: list[str] = []
    for _, (_, line) in zip(range(_HEADER_WITHIN), lines, strict=False):
        names = [str(cell) if cell is not None else "" for cell in line]
        if "text" in guess_columns(names):
            return names, True
        if len(guess_columns(names)) > len(guess_columns(nearest)):
            nearest = names
    return nearest, False


def _lines(sheet: Any, path: Path) -> Iterator[tuple[int, Sequence[object]]]:
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
