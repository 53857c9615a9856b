"""Which coding of a statement counts, written down beside everything that filters ask for.

A human coding beats the machine's, the newest of equals wins, a retracted one never does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from stancedesk.store import columns, kept

COLUMNS = (
    "statement_id, coding_id, article_id, valid, reviewed, official, day, stance, level, kind,"
    " act, country, person, role, source, tone, confidence, reprint"
)

WINNERS = """
WITH ranked AS (
    SELECT coding.*, coder.human, row_number() OVER (
        PARTITION BY coding.statement_id ORDER BY coder.human DESC, coding.id DESC
    ) AS place
    FROM coding JOIN coder ON coder.id = coding.coder_id
    WHERE coding.retracted_at IS NULL {only}
)
SELECT statement.id AS statement_id, ranked.id AS coding_id, statement.article_id, ranked.valid,
    ranked.human AS reviewed, ranked.official,
    CAST(julianday(article.published) - 2440587.5 AS INTEGER) AS day, ranked.stance, ranked.level,
    statement.kind, ranked.act, ifnull(ranked.country, '') AS country,
    coalesce(alias.person, ranked.person, '') AS person, ifnull(ranked.role, '') AS role,
    article.source, ranked.tone, ranked.confidence,
    article.duplicate_of IS NOT NULL AS reprint
FROM ranked
JOIN statement ON statement.id = ranked.statement_id
JOIN article ON article.id = statement.article_id
LEFT JOIN alias ON alias.alias = ranked.person
WHERE ranked.place = 1
"""

COUNTRIES = """
INSERT OR IGNORE INTO winner_country (country, statement_id)
SELECT further.value, winner.statement_id
FROM winner JOIN coding ON coding.id = winner.coding_id, json_each(coding.countries) AS further
WHERE further.value <> winner.country {only}
"""

TARGETS = """
INSERT OR IGNORE INTO winner_target (target, statement_id)
SELECT target.value, winner.statement_id
FROM winner JOIN coding ON coding.id = winner.coding_id, json_each(coding.targets) AS target
WHERE 1 {only}
"""

_CHOSEN = "IN (SELECT value FROM json_each(?))"

_INSERT = (
    f"INSERT INTO winner ({COLUMNS}, stamp)"
    f" SELECT {COLUMNS}, (SELECT stamp FROM clock) FROM ({{winners}})"
)
_GONE = """
INSERT INTO winner_gone (statement_id, stamp)
SELECT value, (SELECT stamp FROM clock) FROM json_each(?) AS chosen
WHERE NOT EXISTS (SELECT 1 FROM winner WHERE statement_id = chosen.value)
"""


def refresh(connection: sqlite3.Connection, statement_ids: Iterable[int]) -> None:
    """Find the winners of some statements anew; call it in the transaction that changed them."""
    ids = sorted(statement_ids)
    if not ids:
        return
    chosen = (json.dumps(ids),)
    connection.execute("UPDATE clock SET stamp = stamp + 1")
    connection.execute(f"DELETE FROM winner WHERE statement_id {_CHOSEN}", chosen)
    winners = WINNERS.format(only=f"AND coding.statement_id {_CHOSEN}")
    connection.execute(_INSERT.format(winners=winners), chosen)
    only = f"AND winner.statement_id {_CHOSEN}"
    connection.execute(COUNTRIES.format(only=only), chosen)
    connection.execute(TARGETS.format(only=only), chosen)
    connection.execute(f"DELETE FROM winner_gone WHERE statement_id {_CHOSEN}", chosen)
    connection.execute(_GONE, chosen)
    columns.keep(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Find all winners anew from the codings."""
    connection.execute("UPDATE clock SET stamp = stamp + 1")
    connection.execute(
        "INSERT OR REPLACE INTO winner_gone SELECT statement_id, (SELECT stamp FROM clock)"
        " FROM winner"
    )
    connection.execute("DELETE FROM winner")
    connection.execute(_INSERT.format(winners=WINNERS.format(only="")))
    connection.execute(COUNTRIES.format(only=""))
    connection.execute(TARGETS.format(only=""))
    connection.execute(
        "DELETE FROM winner_gone WHERE statement_id IN (SELECT statement_id FROM winner)"
    )
    kept.forget(connection)
    columns.keep(connection)


def stale(connection: sqlite3.Connection) -> int:
    """How many rows of `winner` differ from what the codings say; 0 in a sound project."""
    computed = WINNERS.format(only="")
    row = connection.execute(
        f"""
        WITH computed AS ({computed}), kept AS (SELECT {COLUMNS} FROM winner)
        SELECT (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM computed))
            + (SELECT count(*) FROM (SELECT * FROM computed EXCEPT SELECT * FROM kept))
        """
    ).fetchone()
    return int(row[0])
