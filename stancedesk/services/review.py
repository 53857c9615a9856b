"""Two coders side by side, and codings as a table that travels between copies of a project."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TextIO

from stancedesk.core.agreement import cohen_kappa, krippendorff_alpha
from stancedesk.core.model import LEVELS, Act, Change, Judgement, Row, Span
from stancedesk.errors import UserError
from stancedesk.services.export import safe_cell
from stancedesk.store import Project, Reader
from stancedesk.store.exchange import Place, Placed

COLUMNS = (
    "article", "content", "coder", "created", "valid", "country", "countries", "person", "role",
    "speaker_text", "official", "targets", "act", "stance", "level", "tone", "note", "text",
)  # fmt: skip
NEEDED = ("article", "content", "coder")


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement that two coders judge differently: the fields, and what each said."""

    row: Row
    fields: tuple[str, ...]
    first: Judgement
    second: Judgement


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on the statements that both have coded.

    `alpha` is Krippendorff's ordinal alpha of the stance levels, `kappa` Cohen's kappa of the
    countries; None where they are undefined. `differences` come with the largest gap in stance
    first.
    """

    first: str
    second: str
    n: int
    alpha: float | None
    kappa: float | None
    differences: tuple[Difference, ...]


def compare(project: Reader, first: str, second: str) -> Agreement:
    """Compare two coders; the machine's name is "machine"."""
    paired = project.paired(first, second)
    valid = [(one, two) for _, one, two in paired if one.valid and two.valid]
    rows = {row.id: row for row in project.rows_of([at for at, _, _ in paired])}
    found = [
        Difference(rows[at], fields, one, two)
        for at, one, two in paired
        if at in rows and (fields := _differing(one, two))
    ]
    found.sort(key=lambda each: (-_gap(each), each.row.id))
    return Agreement(
        first,
        second,
        len(paired),
        krippendorff_alpha([(one.level, two.level) for one, two in valid]),
        cohen_kappa([one.country for one, _ in valid], [two.country for _, two in valid]),
        tuple(found),
    )


def _differing(one: Judgement, two: Judgement) -> tuple[str, ...]:
    if one.valid != two.valid:
        return ("valid",)
    names = ("level", "country", "person", "act", "official", "targets")
    return tuple(name for name in names if getattr(one, name) != getattr(two, name))


def _gap(each: Difference) -> float:
    if "valid" in each.fields:
        return 5.0
    return abs(each.first.level - each.second.level) + 0.1 * len(each.fields)


def write_codings(project: Reader, stream: TextIO) -> int:
    """Write the codings of people, the newest of each for each statement, as CSV.

    Returns:
        How many were written.
    """
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    placed = project.human_codings()
    for each in placed:
        values = _values(each)
        writer.writerow({key: safe_cell(value) for key, value in values.items()})
    return len(placed)


def _values(each: Placed) -> dict[str, Any]:
    judged = each.coding.judgement
    return {
        "article": each.place[0],
        "content": json.dumps([list(span) for span in each.place[1]]),
        "coder": each.coding.coder,
        "created": each.coding.created,
        "valid": int(judged.valid),
        "country": judged.country or "",
        "countries": " ".join(judged.countries),
        "person": judged.person or "",
        "role": judged.role or "",
        "speaker_text": judged.speaker_text,
        "official": int(judged.official),
        "targets": " ".join(judged.targets),
        "act": judged.act.value,
        "stance": judged.stance,
        "level": judged.level,
        "tone": judged.tone,
        "note": judged.note,
        "text": each.text,
    }


@dataclass(slots=True)
class Taken:
    """What came of a table of codings: the change, and the rows that could not be used."""

    change: Change | None = None
    taken: int = 0
    known: int = 0
    elsewhere: int = 0
    bad: list[str] = field(default_factory=list)


def read_codings(project: Project, stream: TextIO) -> Taken:
    """Take codings from a table that `write_codings` wrote, in one change that can be undone.

    Codings of statements that this project does not have are counted as `elsewhere`, those that
    are there already as `known`; a row that makes no sense is named in `bad`.

    Raises:
        UserError: It is no table of codings.
    """
    reader = csv.DictReader(stream)
    if not set(NEEDED) <= set(reader.fieldnames or ()):
        raise UserError(
            "This is no table of codings.",
            f"Its first line must name the columns {', '.join(NEEDED)}; export codings to see one.",
        )
    places, out = project.places(), Taken()
    there = {
        (placed.coding.statement_id, placed.coding.coder): _said(placed.coding.judgement)
        for placed in project.human_codings()
    }
    new: list[tuple[int, str, Judgement]] = []
    for line, row in _rows(reader, out):
        place, coder, judgement = row
        statement = places.get(place)
        if statement is None:
            out.elsewhere += 1
        elif not coder:
            out.bad.append(f"line {line}: no coder")
        elif there.get((statement, coder)) == _said(judgement):
            out.known += 1
        else:
            new.append((statement, coder, judgement))
    if new:
        out.taken = len(new)
        number = "1 coding" if len(new) == 1 else f"{len(new)} codings"
        out.change = project.take_codings(new, f"Import {number}")
    return out


def _rows(
    reader: csv.DictReader[str], out: Taken
) -> Iterator[tuple[int, tuple[Place, str, Judgement]]]:
    for row in reader:
        try:
            yield reader.line_num, _parsed({key: _plain(row.get(key)) for key in COLUMNS})
        except (ValueError, TypeError, KeyError) as error:
            out.bad.append(f"line {reader.line_num}: {error}")


def _plain(value: str | None) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    words = value or ""
    return words[1:] if words.startswith("'") and safe_cell(words[1:]) == words else words


def _parsed(row: dict[str, str]) -> tuple[Place, str, Judgement]:
    content: tuple[Span, ...] = tuple((int(s), int(e)) for s, e in json.loads(row["content"]))
    level = int(row["level"] or 0)
    stance = float(row["stance"] or level / 2)
    if level not in LEVELS or not -1 <= stance <= 1:
        raise ValueError("a stance lies between -1 and 1, its level between -2 and 2")
    country = row["country"] or None
    countries = tuple(row["countries"].split())
    judgement = Judgement(
        speaker_text=row["speaker_text"],
        person=row["person"] or None,
        role=row["role"] or None,
        country=country,
        countries=countries or ((country,) if country else ()),
        official=row["official"] == "1",
        targets=tuple(row["targets"].split()),
        stance=stance,
        level=level,
        act=Act(row["act"] or "other"),
        tone=float(row["tone"] or 0),
        confidence=1.0,
        valid=row["valid"] != "0",
        note=row["note"],
    )
    return (row["article"], content), row["coder"].strip(), judgement


def _said(judgement: Judgement) -> Judgement:
    """What the coder said, without reasons and figures that a table does not carry."""
    return replace(judgement, evidence=(), confidence=1.0)
