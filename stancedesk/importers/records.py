"""JSON and JSON Lines, plain or gzipped: one article a record, read line by line."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import packed
from stancedesk.importers.article import build
from stancedesk.importers.columns import (
    PREVIEW,
    Choose,
    Columns,
    Head,
    check_blank,
    check_columns,
    guess,
    guess_columns,
)
from stancedesk.importers.dates import parse_date
from stancedesk.importers.decode import ARTICLE_LIMIT, MEGABYTE, check_regular, shown, tidy

LINE_LIMIT = ARTICLE_LIMIT
"""Bytes above which a line cannot be one article's record."""
WHOLE_LIMIT = 200 * MEGABYTE
"""Bytes above which one JSON value is refused: it would have to be held in memory whole."""
_CUT = re.compile(r"(?:…|\.\.\.)\s*\[\+\d+ chars\]\s*$")
"""How NewsAPI ends the 200 characters that it gives of a text."""
_MARK = b"\xef\xbb\xbf"
_LISTS = ("articles", "docs", "results", "items", "documents", "stories", "data", "response")


class RecordsImporter:
    """Reads .jsonl (or .ndjson) and .json, also with .gz, with fields named as in `columns`."""

    name = "json"
    suffixes: tuple[str, ...] = (
        ".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz",
    )  # fmt: skip

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in order; a Failure names each line or record that is none.

        Raises:
            UserError: The file cannot be opened, is damaged, or holds no article.
        """
        return self.read_columns(path, guess)

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """The same, with the chosen fields; a record that lacks its text is guessed anew."""
        check_regular(path)
        whole = path.name.lower().removesuffix(".gz").endswith(".json")
        try:
            with packed.opened(path) as file:
                yield from _whole(file, path, choose) if whole else _lines(file, path, choose)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UserError(
                f"{shown(path)} is damaged: {error}.", "What came before the damage was read."
            ) from error


def article_of(record: Mapping[str, Any], columns: Columns, path: str, importer: str) -> Article:
    """The article in one record.

    Args:
        record: Values by the names of their fields.
        columns: Which field is what; guessed where the record has no such text.
        path: File and number, for messages.
        importer: Name of the importer.

    Raises:
        UserError: The record has no text.
    """
    names = columns if columns.get("text") in record else guess_columns(record)
    text = tidy(_written(record.get(names.get("text", ""))))
    if not any(character.isalpha() for character in text):
        known = ", ".join(str(name) for name in list(record)[:8]) or "none"
        raise UserError(f"{path} has no text.", f"Its fields: {known}.")
    if _CUT.search(text[-40:]):
        raise UserError(
            f"{path} has only the beginning of its text: the service that it came from cut it.",
            "Save the page behind its address, or get the full text.",
        )
    return build(
        text,
        importer=importer,
        path=path,
        title=tidy(_written(record.get(names.get("title", "")))),
        source=tidy(_written(record.get(names.get("source", "")))),
        url=tidy(_written(record.get(names.get("url", "")))),
        published=parse_date(record.get(names.get("date", ""))),
    )


def _written(value: object) -> str:
    """A field as text; NewsAPI's source is {"id", "name"}, some texts are lists of paragraphs."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _written(value.get("name") or value.get("title") or value.get("rendered"))
    if isinstance(value, list):
        return "\n".join(part for part in value if isinstance(part, str))
    return ""


def _head(file: IO[bytes], path: Path) -> Head:
    """The fields of the first records; the file is then at its beginning again."""
    records = []
    # What is wrong with a line is said when it is read.
    with contextlib.suppress(EOFError, zlib.error, gzip.BadGzipFile):
        for _ in range(PREVIEW):
            raw = file.readline(LINE_LIMIT + 1)
            if len(raw) > LINE_LIMIT:
                break
            with contextlib.suppress(UserError):
                if isinstance(record := _parsed(raw.removeprefix(_MARK), ""), Mapping):
                    records.append(record)
    file.seek(0)
    return _head_of(records, path, file)


def _head_of(
    records: Sequence[Mapping[str, Any]], path: Path, file: IO[bytes] | None = None
) -> Head:
    names = list(dict.fromkeys(str(name) for record in records for name in record))
    rows = ([_written(record.get(name)) for name in names] for record in records)
    return Head.of(shown(path), names, rows, file)


def _lines(file: IO[bytes], path: Path, choose: Choose) -> Iterator[Article | Failure]:
    columns = choose(_head(file, path))
    number, blank, any_record = 0, 0, False
    while raw := file.readline(LINE_LIMIT + 1):
        number += 1
        place = f"{shown(path)}:{number}"
        if len(raw) > LINE_LIMIT:
            # Not skipped: a compressed line may go on for ever.
            raise UserError(
                f"{place} is longer than {LINE_LIMIT // MEGABYTE} MB; reading stopped there.",
                "Put one article on each line.",
            )
        if number == 1:
            raw = raw.removeprefix(_MARK)
        if not raw.strip():
            blank += 1
            check_blank(blank, place)
            continue
        blank, any_record = 0, True
        try:
            yield _record(_parsed(raw, place), columns, place)
        except UserError as error:
            yield Failure(place, error)
    if not any_record:
        raise UserError(f"{shown(path)} is empty.")


def _whole(file: IO[bytes], path: Path, choose: Choose) -> Iterator[Article | Failure]:
    raw = file.read(WHOLE_LIMIT + 1)
    if len(raw) > WHOLE_LIMIT:
        raise UserError(
            f"{shown(path)} is larger than {WHOLE_LIMIT // MEGABYTE} MB as one JSON value.",
            "Make it JSON Lines with one article a line.",
        )
    if not raw.strip():
        raise UserError(f"{shown(path)} is empty.")
    try:
        value = _parsed(raw.removeprefix(_MARK), shown(path))
    except UserError:
        if b"\n" not in raw.strip():
            raise
        # Often JSON Lines under the wrong name.
        yield from _lines(io.BytesIO(raw), path, choose)
        return
    records = _listed(value)
    if not records:
        raise UserError(f"{shown(path)} holds no list of articles.")
    found = [record for record in records if isinstance(record, Mapping)]
    head = _head_of(found[:PREVIEW], path)
    columns = choose(head)
    if len(records) > 1 and found and not _any_text(found, columns):
        check_columns({**columns, **guess(head)}, head)  # a list of titles: at once, not each
    for number, record in enumerate(records, start=1):
        place = f"{shown(path)}:{number}" if len(records) > 1 else shown(path)
        try:
            yield _record(record, columns, place)
        except UserError as error:
            yield Failure(place, error)


def _any_text(records: Sequence[Mapping[str, Any]], columns: Columns) -> bool:
    chosen = columns.get("text")
    return any(chosen in record or "text" in guess_columns(record) for record in records)


def _listed(value: object) -> list[Any]:
    """The records in a value: a list, a list under a usual name, or one record by itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        for name in _LISTS:
            if isinstance(value.get(name), list | dict) and "text" not in guess_columns(value):
                return _listed(value[name])
        return [value]
    return []


def _parsed(raw: bytes, place: str) -> object:
    try:
        return json.loads(raw.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        raise UserError(f"{place} is not UTF-8.", "Save it as UTF-8.") from error
    except RecursionError as error:
        raise UserError(f"{place} is nested too deeply.") from error
    except ValueError as error:
        reason = getattr(error, "msg", None) or "a number is too long"
        raise UserError(f"{place} is not JSON: {reason}.") from error


def _record(value: object, columns: Columns, place: str) -> Article:
    if not isinstance(value, Mapping):
        raise UserError(f"{place} is no record with fields.")
    return article_of(value, columns, place, RecordsImporter.name)
