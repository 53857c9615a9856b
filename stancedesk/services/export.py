"""Statements out of a project as CSV or JSON Lines, and a project described in words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from stancedesk.core.model import Query, Row
from stancedesk.store import Project, Reader

COLUMNS = (
    "id", "date", "source", "title", "country", "countries", "person", "speaker_text", "role",
    "official", "targets", "kind", "act", "stance", "level", "tone", "confidence", "coder",
    "reviewed", "note", "text",
)  # fmt: skip

# A cell that starts so is a formula to a spreadsheet (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row_values(row: Row) -> dict[str, Any]:
    """A statement as flat columns; lists joined by a space."""
    judgement = row.judgement
    return {
        "id": row.id,
        "date": row.published or "",
        "source": row.source,
        "title": row.title,
        "country": judgement.country or "",
        "countries": " ".join(judgement.countries),
        "person": judgement.person or "",
        "speaker_text": judgement.speaker_text,
        "role": judgement.role or "",
        "official": int(judgement.official),
        "targets": " ".join(judgement.targets),
        "kind": row.kind.value,
        "act": judgement.act.value,
        "stance": round(judgement.stance, 4),
        "level": judgement.level,
        "tone": round(judgement.tone, 4),
        "confidence": round(judgement.confidence, 4),
        "coder": row.coder,
        "reviewed": int(row.reviewed),
        "note": judgement.note,
        "text": row.text,
    }


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet would run gets an apostrophe in front; figures stay figures."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write_statements(project: Reader, query: Query, stream: TextIO, form: str = "csv") -> int:
    """Write the selected statements, oldest first, undated last.

    Args:
        project: An open project or a reader of one.
        query: The selection.
        stream: Text to write to (newline="" for a CSV file).
        form: "csv" (UTF-8, a header, formulas escaped) or "jsonl".

    Returns:
        How many were written.
    """
    count = 0
    if form == "csv":
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for values in _values(project, query):
            writer.writerow({key: safe_cell(value) for key, value in values.items()})
            count += 1
    else:
        for values in _values(project, query):
            stream.write(json.dumps(values, ensure_ascii=False) + "\n")
            count += 1
    return count


def _values(project: Reader, query: Query) -> Iterator[dict[str, Any]]:
    return (row_values(row) for row in project.export_rows(query))


def describe(project: Project) -> tuple[list[str], bool]:
    """A project in lines: counts, versions of its runs, what is wrong with the file.

    Returns:
        The lines, and whether the file is sound.
    """
    lines = [f"{name.replace('_', ' ')}: {number}" for name, number in project.counts().items()]
    if (dates := project.date_range()) is not None:
        lines.append(f"dates: {dates[0]} to {dates[1]}")
    for run in project.runs():
        versions = run.versions
        lines.append(
            f"run {run.id}: {run.started}{'' if run.finished else ' (not finished)'}, "
            f"{run.articles} articles, {run.statements} statements; app {versions.app}, "
            f"model {versions.model}, knowledge base {versions.knowledge_base}, "
            f"codebook {versions.codebook}"
        )
    problems = project.integrity()
    lines += problems or ["integrity: ok"]
    return lines, not problems
