"""The columns of the table of statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stancedesk.core.model import Row
from stancedesk.services.language import marked
from stancedesk.ui.roles import role
from stancedesk.ui.translation import tr
from stancedesk.ui.words import country, day, decimal, elided, level, signed


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: Name by which SQL sorts; "" where it cannot be sorted.
        title: Heading, in English.
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
    return row.judgement.person or row.judgement.speaker_text or tr("unknown")


def _country(row: Row) -> str:
    return row.judgement.country or "–"


def _office(row: Row) -> str:
    judged = row.judgement
    office = role(judged.role or "", judged.person or "")
    return ", ".join(filter(None, (_speaker(row), office)))


def _judged(row: Row) -> str:
    if not row.reviewed:
        return tr("judged by the machine")
    return tr("✓ judged by {coder}").format(coder=row.coder)


COLUMNS = (
    Column("published", marked("Date"), lambda row: day(row.published), 100),
    Column("person", marked("Speaker"), _speaker, 124, strong=True,
           tip=_office),
    Column("country", marked("Country"), _country, 64,
           tip=lambda row: country(row.judgement.country)),
    Column("stance", marked("Stance"), lambda row: signed(row.judgement.stance), 98, bar=True),
    Column("", marked("Statement"), lambda row: elided(row.text, 300), 0, searched=True,
           tip=lambda row: elided(row.text, 600)),
    Column("", marked("Reviewed"), lambda row: "✓" if row.reviewed else "", 40, tick=True,
           short="✓",
           tip=_judged),
    Column("level", marked("Level"), lambda row: level(row.judgement.level), 56,
           shown=False, figure=True),
    Column("act", marked("Act"), lambda row: tr(row.judgement.act.value), 80, shown=False),
    Column("kind", marked("Kind"), lambda row: tr(row.kind.value), 76, shown=False),
    Column("", marked("About"), lambda row: ", ".join(row.judgement.targets), 80, shown=False),
    Column("source", marked("Source"), lambda row: row.source, 120, shown=False, faint=True),
    Column("", marked("Article"), lambda row: row.title, 180, shown=False, faint=True),
    Column("confidence", marked("Confidence"), lambda row: decimal(row.judgement.confidence), 86,
           shown=False, figure=True),
    Column("", marked("Tone"), lambda row: signed(row.judgement.tone), 60, shown=False,
           figure=True),
)  # fmt: skip
