"""Runs: what the machine found, with what versions, and how a new analysis replaces an old one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from stancedesk.core.model import Analysed, Change, Run, Versions
from stancedesk.store import columns, winners
from stancedesk.store.connection import Connection
from stancedesk.store.records import (
    JUDGEMENT_COLUMNS,
    judgement_values,
    now,
    run_of,
    span_json,
    spans_json,
    storable,
)

MACHINE = "machine"
_WORTH_KEEPING = 1_000
"""So many new statements at the end of an analysis are worth writing the columns anew."""

_MARKS = ", ".join("?" * len(JUDGEMENT_COLUMNS.split(",")))
INSERT_CODING = (
    f"INSERT INTO coding (statement_id, coder_id, created, {JUDGEMENT_COLUMNS})"
    f" VALUES (?, ?, ?, {_MARKS})"
)
INSERT_STATEMENT = """
INSERT INTO statement (id, article_id, start, kind, content, cue, speaker, confidence, text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class RunReader(Connection):
    """What can be asked about runs."""

    def runs(self) -> list[Run]:
        """All analyses, the oldest first."""
        return [run_of(row) for row in self._all("SELECT * FROM run ORDER BY id")]


class RunWriter(RunReader):
    """Keeps what an analysis finds."""

    def start_run(self, versions: Versions) -> Run:
        """Begin an analysis with these versions."""
        with self.transaction() as connection:
            row = connection.execute(
                """
                INSERT INTO run (app, model, knowledge_base, codebook, settings, started)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING *
                """,
                (
                    versions.app,
                    versions.model,
                    versions.knowledge_base,
                    versions.codebook,
                    versions.settings,
                    now(),
                ),
            ).fetchone()
            connection.execute(
                "INSERT INTO coder (name, human, run_id) VALUES (?, 0, ?)", (MACHINE, row["id"])
            )
            return run_of(row)

    def finish_run(self, run_id: int) -> Run:
        """End an analysis, and let SQLite learn the new shape of the tables."""
        with self.transaction() as connection:
            row = connection.execute(
                "UPDATE run SET finished = ? WHERE id = ? RETURNING *", (now(), run_id)
            ).fetchone()
            columns.keep(connection, _WORTH_KEEPING)
        self._all("PRAGMA analysis_limit = 1000")
        self._all("ANALYZE")
        return run_of(row)

    def add_analysed(self, article_id: int, run_id: int, analysed: Sequence[Analysed]) -> Change:
        """Keep what a run found in one article, in place of what an earlier run found."""
        return self.add_batch(run_id, [(article_id, analysed)])

    def add_batch(self, run_id: int, batch: Iterable[tuple[int, Sequence[Analysed]]]) -> Change:
        """Keep what a run found in some articles, all in one transaction.

        Statements of an earlier run are replaced; one found again at the same place keeps its id.
        Statements that carry codings of people stay as they are, and get the new judgement of the
        machine beneath them.
        """
        articles: list[int] = []
        changed: set[int] = set()
        with self.transaction() as connection:
            coder = connection.execute(
                "SELECT id FROM coder WHERE run_id = ?", (run_id,)
            ).fetchone()[0]
            for article_id, analysed in batch:
                changed |= _replace(connection, article_id, int(coder), analysed)
                connection.execute(
                    "UPDATE article SET run_id = ? WHERE id = ?", (run_id, article_id)
                )
                connection.execute(
                    "UPDATE run SET articles = articles + 1, statements = statements + ?"
                    " WHERE id = ?",
                    (len(analysed), run_id),
                )
                articles.append(article_id)
            winners.refresh(connection, changed)
        return Change(articles=tuple(articles), statements=tuple(sorted(changed)))


def _replace(
    connection: sqlite3.Connection, article_id: int, coder: int, analysed: Sequence[Analysed]
) -> set[int]:
    """Put new findings in the place of the old; return the statements that changed."""
    kept, free = _old_statements(connection, article_id)
    connection.executemany("DELETE FROM statement WHERE id = ?", [(at,) for at in free.values()])
    connection.executemany(
        """
        UPDATE coding SET retracted_at = ? WHERE statement_id = ? AND retracted_at IS NULL
            AND coder_id IN (SELECT id FROM coder WHERE human = 0)
        """,
        [(now(), at) for at in kept.values()],
    )
    changed = set(kept.values()) | set(free.values())
    seen: set[str] = set()
    for item in analysed:
        content = spans_json(item.found.content)
        if content in seen:
            continue
        seen.add(content)
        statement = kept.get(content)
        if statement is None:
            statement = insert_statement(connection, article_id, item, free.get(content))
        connection.execute(
            INSERT_CODING, (statement, coder, now(), *judgement_values(item.judgement))
        )
        changed.add(statement)
    return changed


def _old_statements(
    connection: sqlite3.Connection, article_id: int
) -> tuple[dict[str, int], dict[str, int]]:
    """Statements of an article by content spans: those that people coded, and the others.

    A retracted coding counts too, since its retraction can be undone.
    """
    kept: dict[str, int] = {}
    free: dict[str, int] = {}
    for row in connection.execute(
        """
        SELECT id, content, EXISTS (
            SELECT 1 FROM coding JOIN coder ON coder.id = coding.coder_id
            WHERE coding.statement_id = statement.id AND coder.human = 1
        ) AS coded
        FROM statement WHERE article_id = ?
        """,
        (article_id,),
    ):
        (kept if row["coded"] else free)[row["content"]] = int(row["id"])
    return kept, free


def insert_statement(
    connection: sqlite3.Connection, article_id: int, item: Analysed, number: int | None = None
) -> int:
    """Add a statement to an article, with the given id or the next one."""
    found = item.found
    if not found.content:
        raise ValueError("a statement needs at least one span of content")
    cursor = connection.execute(
        INSERT_STATEMENT,
        (
            number,
            article_id,
            found.content[0][0],
            found.kind.value,
            spans_json(found.content),
            span_json(found.cue),
            span_json(found.speaker),
            float(found.confidence),
            storable(item.text),
        ),
    )
    return int(cursor.lastrowid or 0)
