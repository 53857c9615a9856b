"""Articles of a project: adding, dating, listing, and which of them still wait for analysis."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stancedesk.core.model import Article, Change, DateBasis, Versions
from stancedesk.errors import UserError
from stancedesk.store.changes import Changes, DateStep
from stancedesk.store.connection import Connection
from stancedesk.store.records import article_of, iso_day, name, now, spans_json, storable
from stancedesk.store.search import match_expression

_PAGE = 200

_ENGLISH = "article.language IN ('', 'en')"

_SHARING = """
SELECT article_id FROM article_key WHERE key IN (SELECT value FROM json_each(?))
GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT ?
"""

_HEADINGS = """
SELECT id, title, source, url, published, date_basis, path,
    (SELECT count(*) FROM winner WHERE winner.article_id = article.id AND valid = 1) AS statements,
    run_id IS NOT NULL AS analysed
FROM article
WHERE {where}
ORDER BY published IS NULL, published, id
LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Heading:
    """An article as a list shows it, without its text."""

    id: int
    title: str
    source: str
    url: str
    published: str | None
    date_basis: DateBasis
    path: str
    statements: int
    analysed: bool


class ArticleReader(Connection):
    """What can be asked about articles."""

    def article(self, article_id: int) -> Article:
        """One article with its text.

        Raises:
            UserError: There is no such article.
        """
        row = self._one("SELECT * FROM article WHERE id = ?", (article_id,))
        if row is None:
            raise UserError(f"There is no article {article_id} in this project.")
        return article_of(row)

    def articles(self, text: str = "") -> Iterator[Article]:
        """All articles with their text, or those that a full-text search finds, in order of id.

        They are fetched in pages, so that millions fit in memory and writing may go on between.
        """
        only, values = _matching(text)
        last = 0
        while True:
            rows = self._all(
                f"SELECT * FROM article WHERE id > ? AND {only} ORDER BY id LIMIT {_PAGE}",
                (last, *values),
            )
            yield from map(article_of, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1]["id"]

    def headings(self, text: str = "", limit: int = -1) -> list[Heading]:
        """Articles without their text, by date, the undated last; `text` searches in them."""
        only, values = _matching(text)
        return self._headings(only, (*values, limit))

    def undated(self) -> list[Heading]:
        """Articles of which nobody knows the date: kept, listed, never plotted."""
        return self._headings("published IS NULL", (-1,))

    def article_count(self) -> int:
        """Number of articles."""
        return self._value("SELECT count(*) FROM article")

    def article_with_hash(self, sha256: str) -> int | None:
        """Id of the article whose content hash this is, or None."""
        row = self._one("SELECT id FROM article WHERE sha256 = ?", (sha256,))
        return None if row is None else int(row["id"])

    def articles_with_keys(self, keys: Sequence[int], limit: int) -> list[int]:
        """Ids of the articles that have any of these keys, those with most of them first."""
        return [int(row[0]) for row in self._all(_SHARING, (json.dumps(list(keys)), limit))]

    def first_of(self, article_id: int) -> int:
        """The id of the article of which this one is a reprint, else its own."""
        sql = "SELECT ifnull(duplicate_of, id) FROM article WHERE id = ?"
        return self._value(sql, (article_id,))

    def reprints(self, article_id: int) -> list[int]:
        """Ids of the articles that are reprints of this one."""
        rows = self._all("SELECT id FROM article WHERE duplicate_of = ? ORDER BY id", (article_id,))
        return [int(row[0]) for row in rows]

    def unanalysed(self) -> list[int]:
        """Ids of the articles that no analysis has read: what an interrupted import left.

        What is not English waits for none.
        """
        return [
            int(row[0])
            for row in self._all(
                f"SELECT id FROM article WHERE run_id IS NULL AND {_ENGLISH} ORDER BY id"
            )
        ]

    def pending(self, versions: Versions) -> list[int]:
        """Ids of the articles that were not yet analysed with exactly these versions.

        After an interrupted import or a new model, these are what is left to do.
        """
        rows = self._all(
            f"""
            SELECT article.id FROM article LEFT JOIN run ON run.id = article.run_id
            WHERE (run.id IS NULL OR (run.app, run.model, run.knowledge_base, run.codebook,
                run.settings) IS NOT (?, ?, ?, ?, ?)) AND {_ENGLISH}
            ORDER BY article.id
            """,
            (
                versions.app,
                versions.model,
                versions.knowledge_base,
                versions.codebook,
                versions.settings,
            ),
        )
        return [int(row[0]) for row in rows]

    def _headings(self, where: str, values: tuple[object, ...]) -> list[Heading]:
        return [
            Heading(
                id=row["id"],
                title=row["title"],
                source=row["source"],
                url=row["url"],
                published=row["published"],
                date_basis=DateBasis(row["date_basis"]),
                path=row["path"],
                statements=row["statements"],
                analysed=bool(row["analysed"]),
            )
            for row in self._all(_HEADINGS.format(where=where), values)
        ]


def _matching(text: str) -> tuple[str, tuple[str, ...]]:
    words = match_expression(text)
    if not words:
        return "1", ()
    return "id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", (words,)


class ArticleWriter(ArticleReader, Changes):
    """What can be done to articles."""

    def add_article(self, article: Article, keys: Sequence[int] = ()) -> tuple[int, bool]:
        """Add an article unless its text is there already.

        Args:
            article: What to add, with its language and what it is a reprint of.
            keys: By what its own reprints will be found.

        Returns:
            Its id, and whether it is new. Of an article that is there already nothing changes.

        Raises:
            UserError: Its date is none.
        """
        published = None if article.published is None else iso_day(article.published)
        basis = article.date_basis
        if (published is None) is not (basis is DateBasis.UNKNOWN):
            raise ValueError("an article has a date exactly when the basis of its date is known")
        with self.transaction() as connection:
            there = self.article_with_hash(article.sha256)
            if there is not None:
                return there, False
            cursor = connection.execute(
                """
                INSERT INTO article (sha256, title, source, url, published, date_basis, importer,
                    path, imported, masks, text, language, duplicate_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (
                    article.sha256,
                    storable(article.title),
                    name(article.source),
                    storable(article.url),
                    published,
                    basis.value,
                    article.importer,
                    storable(article.path),
                    now(),
                    spans_json(article.masks),
                    storable(article.text),
                    article.language,
                    article.duplicate_of,
                ),
            )
            id_ = int(cursor.lastrowid or 0)
            connection.executemany(
                "INSERT OR IGNORE INTO article_key (key, article_id) VALUES (?, ?)",
                ((key, id_) for key in keys),
            )
            return id_, True

    def set_date(self, article_id: int, date: str) -> Change:
        """Date an article by hand; its statements move with it.

        Raises:
            UserError: The date is none, or there is no such article.
        """
        return self.set_dates([article_id], date)

    def set_dates(self, article_ids: Sequence[int], date: str) -> Change:
        """Give several articles the same date by hand, in one change.

        Raises:
            UserError: The date is none, or an article is not there.
        """
        published = iso_day(date)
        found = [self.article(each) for each in article_ids]
        steps = [
            DateStep(
                article=each,
                before=(before.published, before.date_basis.value),
                after=(published, DateBasis.HAND.value),
            )
            for each, before in zip(article_ids, found, strict=True)
        ]
        title = f"“{found[0].title or f'article {article_ids[0]}'}”" if len(found) == 1 else (
            f"{len(found)} articles"
        )  # fmt: skip
        return self.perform(f"Date {title} {published}", steps)
