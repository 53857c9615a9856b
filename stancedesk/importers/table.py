"""CSV and TSV: one article a row, columns recognised by their names."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import packed, rows
from stancedesk.importers.columns import Choose, guess
from stancedesk.importers.decode import ARTICLE_LIMIT, MEGABYTE, check_regular, decode, shown

ROW_LIMIT = 2 * ARTICLE_LIMIT
"""Characters above which a row cannot be one article's."""
_SAMPLE = 65_536


class TableImporter:
    """Reads .csv and .tsv, also with .gz, in any common encoding and with any usual separator."""

    name = "table"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".csv.gz", ".tsv.gz")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in the order of rows; a Failure names each row without text.

        Raises:
            UserError: The file cannot be opened, is damaged, or has no column of texts.
        """
        return self.read_columns(path, guess)

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """The same, with the chosen columns."""
        check_regular(path)
        csv.field_size_limit(ARTICLE_LIMIT)
        try:
            with packed.opened(path) as file:
                yield from self._rows(file, path, choose)
        except (EOFError, zlib.error, gzip.BadGzipFile, csv.Error) as error:
            raise UserError(
                f"{shown(path)} is damaged: {error}.", "What came before the damage was read."
            ) from error

    def _rows(self, file: IO[bytes], path: Path, choose: Choose) -> Iterator[Article | Failure]:
        sample = file.read(_SAMPLE)
        if not sample.strip():
            raise UserError(f"{shown(path)} is empty.")
        head = decode(sample, path)
        file.seek(0)
        with io.TextIOWrapper(
            file, encoding=_encoding(sample), errors="replace", newline=""
        ) as lines:
            yield from self._articles(lines, _separator(head, path), path, choose, file)

    def _articles(
        self,
        stream: IO[str],
        separator: str,
        path: Path,
        choose: Choose,
        file: IO[bytes],
    ) -> Iterator[Article | Failure]:
        lines = _Lines(stream, path)
        reader = csv.reader(lines, delimiter=separator)

        def numbered() -> Iterator[rows.Numbered]:
            for row in reader:
                lines.in_row = 0
                yield reader.line_num, row

        names = next(reader, [])
        lines.in_row = 0
        yield from rows.articles(names, numbered(), shown(path), self.name, choose, file)


class _Lines:
    """Lines for the reader of rows, as many as one row may take.

    The reader of the standard library holds a row to no size, and a line only once it has it whole.
    """

    def __init__(self, stream: IO[str], path: Path) -> None:
        self._stream, self._path = stream, path
        self.in_row = 0
        """Characters since the last row ended."""

    def __iter__(self) -> Iterator[str]:
        while line := self._stream.readline(ROW_LIMIT - self.in_row + 1):
            self.in_row += len(line)
            if self.in_row > ROW_LIMIT:
                raise UserError(
                    f"{shown(self._path)} has a row of more than {ROW_LIMIT // MEGABYTE} MB;"
                    " reading stopped there.",
                    "Look for a quotation mark that is not closed.",
                )
            # NULs end no row here: they are spaces, as everywhere.
            yield line.replace("\x00", " ")


def _encoding(sample: bytes) -> str:
    """UTF-8 (a cut character at the sample's end apart), UTF-16 by its mark, else cp1252."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 8:
            return "cp1252"
    return "utf-8-sig"


def _separator(head: str, path: Path) -> str:
    if ".tsv" in path.name.lower():
        return "\t"
    first = head.split("\n", 1)[0]
    return max(",;\t|", key=first.count)
