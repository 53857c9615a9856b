"""Reading the tab-separated tables of the knowledge base, the shipped ones and the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from stancedesk.errors import UserError

CODE = re.compile(r"[A-Z][A-Z0-9]{1,15}")
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table with their line numbers; lines that begin with # are comments.

    Raises:
        UserError: The file cannot be read or a row has more cells than the head has columns.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{path.name} cannot be read: {error}.", "Save it as UTF-8 text."
        ) from error
    head: list[str] | None = None
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if head is None:
            head = [cell.strip() for cell in cells]
            continue
        if len(cells) > len(head):
            raise UserError(
                f"{path.name}, line {number}: {len(cells)} cells where the head has {len(head)}.",
                "Cells are parted by tabs; write lists inside a cell with ; between.",
            )
        yield number, dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=True))


def parts(cell: str) -> list[str]:
    """The entries of a cell that holds a list, parted by semicolons."""
    return [part for part in (p.strip() for p in cell.split(";")) if part]


def first_day(text: str) -> str:
    """A date given as year, month or day as its first day: "2014" -> "2014-01-01"."""
    return (
        (text + "-01-01")[:10]
        if len(text) == 4
        else (text + "-01")[:10]
        if len(text) == 7
        else text
    )


def last_day(text: str) -> str:
    """A date given as year, month or day as its last day: "2014" -> "2014-12-31"."""
    return text + "-12-31" if len(text) == 4 else text + "-31" if len(text) == 7 else text
