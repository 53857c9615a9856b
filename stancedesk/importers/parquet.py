"""Parquet tables, with the optional library pyarrow: one article a row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers import rows
from stancedesk.importers.columns import PREVIEW, Choose, Head, check_columns, guess
from stancedesk.importers.decode import MEGABYTE, check_kind, check_regular, shown
from stancedesk.importers.guarded import guarded

BATCH = 64
WIDEST = 40
"""Columns of which the first rows are shown."""
GROUP_LIMIT = 2_000 * MEGABYTE
"""Bytes of one row group unpacked: it is held in memory."""


class ParquetImporter:
    """Reads .parquet files, columns named as in `columns`; needs the extra `[parquet]`."""

    name = "parquet"
    suffixes: tuple[str, ...] = (".parquet", ".pq")

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in the order of rows; a Failure names each row without text.

        Raises:
            UserError: pyarrow is missing, or it is no such table, damaged, or has no texts.
        """
        return self.read_columns(path, guess)

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """The same, with the chosen columns."""
        check_regular(path)
        with path.open("rb") as file:
            check_kind(file.read(16), path, b"PAR1", phrase("a Parquet table"))
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError as error:
            raise UserError(
                f"{shown(path)} needs the library pyarrow, which is not installed.",
                'Install it with: pip install "stancedesk[parquet]", or save the table as CSV.',
            ) from error
        errors = (ArrowException, OSError, ValueError, KeyError, OverflowError)
        damaged = UserError(f"{shown(path)} is damaged.", "What came before the damage was read.")
        try:
            table = ParquetFile(path)
        except errors as error:
            raise damaged from error
        with table:
            names = list(table.schema_arrow.names)
            _check_groups(table, path)
            first = guarded(lambda: _lines(table, names[:WIDEST], PREVIEW), errors, damaged)
            head = Head.of(shown(path), names, (row for _, row in first))
            columns = choose(head)
            check_columns(columns, head)
            wanted = list(dict.fromkeys(columns.values()))
            lines = guarded(lambda: _lines(table, wanted), errors, damaged)
            yield from rows.chosen(wanted, columns, lines, shown(path), self.name)


def _check_groups(table: Any, path: Path) -> None:
    groups = (table.metadata.row_group(at) for at in range(table.num_row_groups))
    if max((group.total_byte_size for group in groups), default=0) > GROUP_LIMIT:
        raise UserError(
            f"{shown(path)} has a group of rows too large for the memory.",
            "Write it again with smaller row groups.",
        )


def _lines(
    table: Any, wanted: list[str], batch_size: int = BATCH
) -> Iterator[tuple[int, list[object]]]:
    number = 0
    for batch in table.iter_batches(batch_size, columns=wanted):
        for record in batch.to_pylist():
            number += 1
            yield number, [record.get(name) for name in wanted]
