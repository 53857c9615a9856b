"""The columns of the table of statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stancedesk.core.model import Row
from stancedesk.services.names import name_of
from stancedesk.ui.words import day, elided, level, role, signed


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: Name by which SQL sorts; "" where it cannot be sorted.
        title: Heading.
        value: The words of a cell.
        width: First width in pixels; 0 takes what is left.
        shown: Whether it is shown before the user chooses.
        short: Heading where the title would take too much room.
    """

    key: str
    title: str
    value: Callable[[Row], str]
    width: int
    shown: bool = True
    bar: bool = False
    strong: bool = False
    faint: bool = False
    figure: bool = False
    tick: bool = False
    searched: bool = False
    short: str = ""
    tip: Callable[[Row], str] | None = None


def _speaker(row: Row) -> str:
    return row.judgement.person or row.judgement.speaker_text or "unknown"


def _country(row: Row) -> str:
    return row.judgement.country or "–"


COLUMNS = (
    Column("published", "Date", lambda row: day(row.published), 100),
    Column("person", "Speaker", _speaker, 124, strong=True,
           tip=lambda row: role(row.judgement.role or "") or _speaker(row)),
    Column("country", "Country", _country, 64,
           tip=lambda row: name_of(row.judgement.country or "")),
    Column("stance", "Stance", lambda row: signed(row.judgement.stance), 98, bar=True),
    Column("", "Statement", lambda row: elided(row.text, 300), 0, searched=True,
           tip=lambda row: elided(row.text, 600)),
    Column("", "Reviewed", lambda row: "✓" if row.reviewed else "", 40, tick=True,
           short="✓",
           tip=lambda row: f"judged by {row.coder}"),
    Column("level", "Level", lambda row: level(row.judgement.level), 56, shown=False, figure=True),
    Column("act", "Act", lambda row: row.judgement.act.value, 80, shown=False),
    Column("kind", "Kind", lambda row: row.kind.value, 76, shown=False),
    Column("", "About", lambda row: ", ".join(row.judgement.targets), 80, shown=False),
    Column("source", "Source", lambda row: row.source, 120, shown=False, faint=True),
    Column("", "Article", lambda row: row.title, 180, shown=False, faint=True),
    Column("confidence", "Confidence", lambda row: f"{row.judgement.confidence:.2f}", 86,
           shown=False, figure=True),
    Column("", "Tone", lambda row: signed(row.judgement.tone), 60, shown=False, figure=True),
)  # fmt: skip
