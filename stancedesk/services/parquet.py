"""Statements out of a project as a Parquet table, with the optional library pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from stancedesk.core.model import Query, Row
from stancedesk.errors import UserError
from stancedesk.services.export import COLUMNS
from stancedesk.store import Reader

GROUP = 20_000
"""Rows of a row group: what is held in memory at a time."""

_TYPES = {
    "id": "int64", "date": "date32", "official": "bool_", "stance": "float64", "level": "int8",
    "tone": "float64", "confidence": "float64", "reviewed": "bool_",
}  # fmt: skip
_LISTS = ("countries", "targets")
_FEW = ("source", "country", "person", "role", "kind", "act", "coder")
"""Columns in which the same names come again and again."""


def write_parquet(project: Reader, query: Query, stream: BinaryIO) -> int:
    """Write the selected statements, oldest first, undated last, in the columns of the CSV.

    Here they have types: dates, truth values, lists of codes; what is not known is null.

    Returns:
        How many were written.

    Raises:
        UserError: pyarrow is missing.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise UserError(
            "Writing Parquet needs the library pyarrow, which is not installed.",
            'Install it with: pip install "stancedesk[parquet]", or choose csv or jsonl.',
        ) from error
    schema = pyarrow.schema([(name, _type(pyarrow, name)) for name in COLUMNS])
    rows = map(typed_values, project.export_rows(query))
    count = 0
    with ParquetWriter(_Counted(stream), schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pyarrow.Table.from_pylist(group, schema), row_group_size=GROUP)
            count += len(group)
    return count


def typed_values(row: Row) -> dict[str, Any]:
    """A statement as flat columns of their types."""
    judgement = row.judgement
    return {
        "id": row.id,
        "date": date.fromisoformat(row.published) if row.published else None,
        "source": row.source,
        "title": row.title,
        "country": judgement.country,
        "countries": list(judgement.countries),
        "person": judgement.person,
        "speaker_text": judgement.speaker_text,
        "role": judgement.role,
        "official": judgement.official,
        "targets": list(judgement.targets),
        "kind": row.kind.value,
        "act": judgement.act.value,
        "stance": judgement.stance,
        "level": judgement.level,
        "tone": judgement.tone,
        "confidence": judgement.confidence,
        "coder": row.coder,
        "reviewed": row.reviewed,
        "note": judgement.note,
        "text": row.text,
    }


def _type(pyarrow: Any, name: str) -> Any:
    if name in _LISTS:
        return pyarrow.list_(pyarrow.string())
    if name in _FEW:
        return pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    return getattr(pyarrow, _TYPES.get(name, "string"))()


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, GROUP)):
        yield group


class _Counted:
    """A stream that knows how far it is, as a pipe does not and Parquet needs."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def write(self, data: Any) -> int:
        """Pass the bytes on."""
        self._stream.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        """Bytes written."""
        return self._at

    def flush(self) -> None:
        """Pass everything on."""
        self._stream.flush()

    def close(self) -> None:
        """Nothing: who opened the stream closes it."""

    def readable(self) -> bool:
        """No."""
        return False

    def writable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """No."""
        return False
