"""JSON Lines in, JSON Lines out, no project: the scripting side of analysis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from stancedesk.core.model import Analysed, Article, DateBasis
from stancedesk.core.ports import StanceItem
from stancedesk.importers.clean import masks
from stancedesk.services.analyse import load_analyser

Json = dict[str, Any]

BATCH = 16
_OPTIONAL = ("date", "title", "context", "speaker", "country", "cue")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?!\d)", re.ASCII)


def statement_json(item: Analysed) -> Json:
    """A statement as the stable contract has it; offsets are characters into the text."""
    found, judgement = item.found, item.judgement
    return {
        "content": [list(span) for span in found.content],
        "text": item.text,
        "kind": found.kind.value,
        "cue": list(found.cue) if found.cue else None,
        "speaker": list(found.speaker) if found.speaker else None,
        "speaker_text": judgement.speaker_text,
        "person": judgement.person,
        "role": judgement.role,
        "country": judgement.country,
        "countries": list(judgement.countries),
        "official": judgement.official,
        "targets": list(judgement.targets),
        "stance": round(judgement.stance, 4),
        "level": judgement.level,
        "act": judgement.act.value,
        "tone": round(judgement.tone, 4),
        "confidence": round(judgement.confidence, 4),
        "evidence": [
            {key: value for key, value in asdict(reason).items() if value is not None}
            for reason in judgement.evidence
        ],
    }


def analyze_rows(rows: Iterable[Json]) -> Iterator[Json]:
    """{"doc", "text", "date"?, "title"?} -> {"doc", "statements"}; "error" where a row is wrong."""

    def answer(batch: list[Json]) -> list[Json]:
        articles = [as_article(row) for row in batch]
        found = load_analyser().analyse_many(articles)
        return [
            {"doc": row["doc"], "statements": [statement_json(item) for item in items]}
            for row, items in zip(batch, found, strict=True)
        ]

    return _answered(rows, ("doc", "text"), answer)


def as_article(row: Json) -> Article:
    """A row of input as an article, its boilerplate masked as an importer would."""
    date = row.get("date") or None
    return Article(
        text=row["text"],
        title=row.get("title") or "",
        published=date,
        date_basis=DateBasis.GIVEN if date else DateBasis.UNKNOWN,
        masks=tuple(masks(row["text"])),
    )


def resolve_rows(rows: Iterable[Json]) -> Iterator[Json]:
    """{"id", "mention", "context"?, "date"?} -> {"id", "country", "person", "official", "rule"}.

    Groups and agencies get the code of the state or larger body they belong to (WHO: UN), as in
    event data; `analyze` keeps their own.
    """

    def answer(batch: list[Json]) -> list[Json]:
        resolver = load_analyser().rolling_up
        out = []
        for row in batch:
            found = resolver.resolve(row["mention"], row.get("context") or "", row.get("date"))
            out.append(
                {
                    "id": row["id"],
                    "country": found.country,
                    "person": found.person,
                    "official": found.official,
                    "rule": found.rule,
                }
            )
        return out

    return _answered(rows, ("id", "mention"), answer)


def score_rows(rows: Iterable[Json]) -> Iterator[Json]:
    """{"id", "text", "context"?, "speaker"?, "country"?} -> {"id", "stance", "level", ...}."""

    def answer(batch: list[Json]) -> list[Json]:
        items = [
            StanceItem(
                text=row["text"],
                context=row.get("context") or "",
                speaker=row.get("speaker") or "",
                country=row.get("country"),
                cue=row.get("cue") or "",
            )
            for row in batch
        ]
        return [
            {
                "id": row["id"],
                "stance": round(score.stance, 4),
                "level": score.level,
                "class": score.act.value,
                "confidence": round(score.confidence, 4),
                "evidence": [
                    {key: value for key, value in asdict(reason).items() if value is not None}
                    for reason in score.evidence
                ],
            }
            for row, score in zip(batch, load_analyser().scorer.score(items), strict=True)
        ]

    return _answered(rows, ("id", "text"), answer)


def _wrong(row: Json) -> str:
    """What is wrong with the fields that need not be there; "" where nothing is."""
    for name in _OPTIONAL:
        if not isinstance(row.get(name) or "", str):
            return f"“{name}” is no text"
    # Offices are looked up by day: any other word would choose a wrong one in silence.
    if (date := row.get("date")) and not _DAY.match(date):
        return f"“{date[:40]}” is no day such as 2022-02-15"
    return ""


def _answered(
    rows: Iterable[Json], needed: tuple[str, str], answer: Callable[[list[Json]], list[Json]]
) -> Iterator[Json]:
    """Answer rows in batches; a row without what is needed gets an "error" in its place."""
    key, words = needed
    batch: list[Json] = []
    for row in rows:
        if key not in row or not isinstance(row.get(words), str):
            yield {key: row.get(key), "error": f"needs “{key}” and “{words}” (text)"}
            continue
        if problem := _wrong(row):
            yield {key: row[key], "error": problem}
            continue
        batch.append(row)
        if len(batch) >= BATCH:
            yield from answer(batch)
            batch = []
    if batch:
        yield from answer(batch)
