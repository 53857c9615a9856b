"""CSV and TSV: one article a row, columns recognised by their names."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import rows
from stancedesk.importers.columns import Choose, guess
from stancedesk.importers.decode import ARTICLE_LIMIT, check_regular, decode, shown

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
            with _opened(path) as file:
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
        lines: Iterable[str],
        separator: str,
        path: Path,
        choose: Choose,
        file: IO[bytes],
    ) -> Iterator[Article | Failure]:
        # NULs end no row here: they are spaces, as everywhere.
        reader = csv.reader((line.replace("\x00", " ") for line in lines), delimiter=separator)
        names = next(reader, [])
        numbered = ((reader.line_num, row) for row in reader)
        yield from rows.articles(names, numbered, shown(path), self.name, choose, file)


def _opened(path: Path) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return path.open("rb")


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
