"""Between rows of the database and the values of the core."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import wraps
from typing import TypeVar

from stancedesk.core.model import (
    Act,
    Article,
    Coding,
    DateBasis,
    Evidence,
    Judgement,
    Kind,
    Row,
    Run,
    Span,
    Versions,
)
from stancedesk.errors import UserError

JUDGEMENT_COLUMNS = (
    "valid, speaker_text, person, role, country, countries, official, targets, stance, level, "
    "act, tone, confidence, note, evidence"
)

_Value = TypeVar("_Value")

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def from_sound_row(
    read: Callable[[sqlite3.Row], _Value],
) -> Callable[[sqlite3.Row], _Value]:
    """Let a reader of rows tell the user where a damaged file holds what no version ever wrote."""

    @wraps(read)
    def reading(row: sqlite3.Row) -> _Value:
        try:
            return read(row)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UserError(
                "The project file is damaged: one of its rows cannot be read.",
                "Go back to a backup copy of it.",
            ) from error

    return reading


def storable(text: str) -> str:
    """The text with what SQLite cannot hold (NUL, lone surrogates) replaced one for one.

    The length stays, so offsets into the text stay true.
    """
    return _UNSTORABLE.sub("\ufffd", text)


def name(text: str) -> str:
    """A name as it is stored: on one line, with single spaces."""
    return " ".join(storable(text).split())


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_day(text: str) -> str:
    """Check that a text is an ISO day ("2022-02-15") and return it.

    Raises:
        UserError: It is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UserError(
            f"“{text}” is not a date.", "Write it as year-month-day, for example 2022-02-15."
        ) from error


def spans_json(spans: Iterable[Span]) -> str:
    """Spans as JSON, `[[start, end], ...]`."""
    return json.dumps([list(span) for span in spans], separators=(",", ":"))


def span_json(span: Span | None) -> str | None:
    """One span as JSON, or None."""
    return None if span is None else json.dumps(list(span), separators=(",", ":"))


def spans_of(text: str) -> tuple[Span, ...]:
    """Spans from their JSON."""
    return tuple((start, end) for start, end in json.loads(text))


def span_of(text: str | None) -> Span | None:
    """One span from its JSON, or None."""
    if text is None:
        return None
    start, end = json.loads(text)
    return (start, end)


def evidence_json(evidence: Iterable[Evidence]) -> str:
    """Evidence as a JSON list of objects; what is empty is left out."""
    return json.dumps(
        [
            {
                name: value
                for name, value in (
                    ("field", item.field),
                    ("rule", item.rule),
                    ("span", item.span),
                    ("text", item.text or None),
                    ("weight", item.weight),
                )
                if value is not None
            }
            for item in evidence
        ],
        separators=(",", ":"),
    )


def evidence_of(text: str) -> tuple[Evidence, ...]:
    """Evidence from its JSON."""
    return tuple(
        Evidence(
            field=item["field"],
            rule=item["rule"],
            span=(item["span"][0], item["span"][1]) if "span" in item else None,
            text=item.get("text", ""),
            weight=item.get("weight"),
        )
        for item in json.loads(text)
    )


def judgement_values(judgement: Judgement) -> tuple[object, ...]:
    """Values of a judgement in the order of `JUDGEMENT_COLUMNS`."""

    def words(text: str | None) -> str | None:
        return (name(text) or None) if text else None

    return (
        int(judgement.valid),
        storable(judgement.speaker_text),
        words(judgement.person),
        words(judgement.role),
        words(judgement.country),
        json.dumps(list(judgement.countries)),
        int(judgement.official),
        json.dumps(list(judgement.targets)),
        float(judgement.stance),
        int(judgement.level),
        Act(judgement.act).value,
        float(judgement.tone),
        float(judgement.confidence),
        storable(judgement.note),
        evidence_json(judgement.evidence),
    )


@from_sound_row
def judgement_of(row: sqlite3.Row) -> Judgement:
    """A judgement from a row that holds `JUDGEMENT_COLUMNS`."""
    return Judgement(
        speaker_text=row["speaker_text"],
        person=row["person"],
        role=row["role"],
        country=row["country"],
        countries=tuple(json.loads(row["countries"])),
        official=bool(row["official"]),
        targets=tuple(json.loads(row["targets"])),
        stance=row["stance"],
        level=row["level"],
        act=Act(row["act"]),
        tone=row["tone"],
        confidence=row["confidence"],
        evidence=evidence_of(row["evidence"]),
        valid=bool(row["valid"]),
        note=row["note"],
    )


@from_sound_row
def article_of(row: sqlite3.Row) -> Article:
    """An article from a whole row of `article`."""
    return Article(
        text=row["text"],
        title=row["title"],
        source=row["source"],
        url=row["url"],
        published=row["published"],
        date_basis=DateBasis(row["date_basis"]),
        masks=spans_of(row["masks"]),
        importer=row["importer"],
        path=row["path"],
        id=row["id"],
        language=row["language"],
        duplicate_of=row["duplicate_of"],
    )


@from_sound_row
def run_of(row: sqlite3.Row) -> Run:
    """A run from a whole row of `run`."""
    return Run(
        id=row["id"],
        versions=Versions(
            row["app"], row["model"], row["knowledge_base"], row["codebook"], row["settings"]
        ),
        started=row["started"],
        finished=row["finished"],
        articles=row["articles"],
        statements=row["statements"],
    )


@from_sound_row
def coding_of(row: sqlite3.Row) -> Coding:
    """A coding from a row of `coding` joined with its coder."""
    return Coding(
        id=row["id"],
        statement_id=row["statement_id"],
        coder=row["coder"],
        human=bool(row["human"]),
        run_id=row["run_id"],
        created=row["created"],
        retracted=row["retracted_at"],
        judgement=judgement_of(row),
    )


@from_sound_row
def row_of(row: sqlite3.Row) -> Row:
    """A statement with its article and winning coding, as `queries.ROW` selects it."""
    return Row(
        id=row["id"],
        article_id=row["article_id"],
        content=spans_of(row["content"]),
        text=row["text"],
        kind=Kind(row["kind"]),
        cue=span_of(row["cue"]),
        speaker=span_of(row["speaker"]),
        judgement=judgement_of(row),
        published=row["published"],
        source=row["source"],
        title=row["title"],
        coder=row["coder"],
        reviewed=bool(row["reviewed"]),
    )
