"""Metadata for Datasette (https://datasette.io), which shows a project file as a web site.

`datasette PROJECT -m metadata.json` then has titles and explanations, facets, full-text search and
questions to start from; the tables behind the view `statements` are hidden, and can be switched on.
"""

from __future__ import annotations

from typing import Any

from stancedesk import __version__
from stancedesk.store import Reader

Json = dict[str, Any]

STATEMENTS: Json = {
    "title": "Statements",
    "description": "Who said what, and how far it escalates: each statement with the coding that"
    " counts. A person's coding beats the machine's; what a person rejected is left out.",
    "facets": ["country", "act", "level", "kind"],
    "fts_table": "statement_fts",
    "fts_pk": "id",
    "size": 50,
    "columns": {
        "id": "Number of the statement; never given twice.",
        "published": "Day on which the article came out; empty where nobody knows it.",
        "country": "State or organisation that is spoken for: ISO 3166 alpha-3 or an own code.",
        "person": "Who speaks, by the name they are known by.",
        "role": "Office or role in which they speak.",
        "stance": "From −1 (escalates) to 1 (de-escalates).",
        "level": "Stance in five levels, −2 to 2; the codebook says what they mean.",
        "act": "Speech act.",
        "kind": "Direct, mixed or indirect speech.",
        "text": "The words.",
        "speaker": "The source as the article names it.",
        "official": "1 where they speak for a state or organisation.",
        "targets": "Other parties that it is about, a JSON list of codes.",
        "tone": "VADER's compound figure, −1 to 1: tone, not stance.",
        "confidence": "How sure the coder is, 0 to 1.",
        "reviewed": "1 where a person has coded it.",
        "coder": "Who coded it: a person, or the machine.",
        "note": "Why, in a person's words.",
        "source": "Outlet.",
        "title": "Title of the article.",
        "url": "Address of the article.",
        "article_id": "Number of the article.",
    },
}

ARTICLE: Json = {
    "title": "Articles",
    "description": "The texts as they were imported; they never change.",
    "label_column": "title",
    "facets": ["source", "date_basis", "language"],
    "fts_table": "article_fts",
    "fts_pk": "id",
    "sort_desc": "published",
    "size": 20,
    "columns": {
        "published": "Day on which it came out; empty where nobody knows it.",
        "date_basis": "How the day is known.",
        "importer": "What read it.",
        "path": "File or address that it came from.",
        "masks": "Spans of boilerplate that were passed over: [[from, to], ...] in characters.",
        "language": "ISO 639-1; what is not English is kept and not analysed.",
        "duplicate_of": "The article of which it is a reprint; such statements count once.",
        "run_id": "The analysis that read it.",
    },
}

STATEMENT: Json = {
    "title": "Where statements stand",
    "description": "The place of each statement in its article, whoever judges it.",
    "hidden": True,
    "label_column": "text",
    "facets": ["kind"],
    "fts_table": "statement_fts",
    "fts_pk": "id",
    "units": {"start": "character"},
    "columns": {
        "start": "First character of its words in the article's text.",
        "content": "Spans of its words: [[from, to], ...] in characters of the text.",
        "cue": "Span of the word of saying.",
        "speaker": "Span of the source.",
        "confidence": "How sure the machine is that this is a statement, 0 to 1.",
    },
}

RUN: Json = {
    "title": "Analyses",
    "description": "What each analysis was made with: enough to make it again.",
    "label_column": "started",
    "sort_desc": "id",
}

EVENT: Json = {
    "title": "Events",
    "description": "Dated marks on the timeline.",
    "label_column": "label",
    "sort": "date",
}

CODING: Json = {
    "title": "Codings",
    "description": "Every judgement that was ever made, retracted ones too.",
    "hidden": True,
    "facets": ["coder_id", "level", "act"],
    "columns": {
        "statement_id": "The statement that is judged.",
        "coder_id": "Who judged.",
        "retracted_at": "When it was taken back; empty while it is in force.",
        "valid": "0 where the coder says that this is no statement.",
        "evidence": "Why: a JSON list of fields, rules, spans and weights.",
    },
}

CODER: Json = {"title": "Coders", "label_column": "name", "hidden": True}

TABLES: dict[str, Json] = {
    "statements": STATEMENTS,
    "article": ARTICLE,
    "run": RUN,
    "event": EVENT,
    "statement": STATEMENT,
    "coding": CODING,
    "coder": CODER,
}

QUERIES: dict[str, Json] = {
    "stance_by_month": {
        "title": "Mean stance of a country by month",
        "description": "Reprints of an article count once.",
        "sql": "SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month,\n"
        "  round(avg(stance), 3) AS mean, count(*) AS n\n"
        "FROM winner\n"
        "WHERE valid = 1 AND reprint = 0 AND day IS NOT NULL AND country = :country\n"
        "GROUP BY month ORDER BY month",
    },
    "about_whom": {
        "title": "How a country speaks about others",
        "description": "Reprints of an article count once.",
        "sql": "SELECT target AS about, round(avg(stance), 3) AS mean, count(*) AS n\n"
        "FROM winner JOIN winner_target USING (statement_id)\n"
        "WHERE valid = 1 AND reprint = 0 AND country = :country\n"
        "GROUP BY target ORDER BY n DESC",
    },
    "sharpest": {
        "title": "The sharpest statements that contain some words",
        "sql": "SELECT published, country, person, stance, statements.text, url\n"
        "FROM statement_fts JOIN statements ON statements.id = statement_fts.rowid\n"
        "WHERE statement_fts MATCH :words ORDER BY stance, published LIMIT 100",
    },
}


def metadata(project: Reader) -> Json:
    """What Datasette should know of a project, to be written as JSON.

    All tables are hidden that do not help to read: those that say how the project is kept, and
    the codings, of which the view `statements` shows those that count.
    """
    hidden = {name: {"hidden": True} for name in project.table_names() if name not in TABLES}
    return {
        "title": f"StanceDesk: {project.path.stem}",
        "description": "Who said what to whom, and how far it escalates.",
        "about": f"StanceDesk {__version__}",
        "custom_units": ["character = []"],
        "databases": {
            project.path.stem: {
                "title": project.path.stem,
                "description": _described(project),
                "tables": TABLES | hidden,
                "queries": QUERIES,
            }
        },
    }


def _described(project: Reader) -> str:
    counts, dates, runs = project.counts(), project.date_range(), project.runs()
    parts = [
        f"{counts['statements']:,} statements of {counts['countries']:,} countries and"
        f" organisations in {counts['articles']:,} articles"
    ]
    if dates:
        parts.append(f"{dates[0]} to {dates[1]}")
    if runs:
        versions = runs[-1].versions
        parts.append(
            f"model {versions.model}, knowledge base {versions.knowledge_base},"
            f" codebook {versions.codebook}"
        )
    return "; ".join(parts) + "."
