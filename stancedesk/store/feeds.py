"""Feeds that a project follows, and their entries: a queue that outlives the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from stancedesk.core.sources import Feed, FeedEntry
from stancedesk.errors import UserError
from stancedesk.store.connection import Connection
from stancedesk.store.records import iso_day, name, now, storable

MOST_TRIES = 3
"""So often is the page of an entry asked for, at as many refreshes, before it is given up."""

_FEEDS = """
SELECT id, url, title, etag, modified, asked, problem,
    (SELECT count(article_id) FROM feed_entry WHERE feed_id = feed.id) AS articles,
    (SELECT count(*) FROM feed_entry WHERE feed_id = feed.id AND waiting = 1) AS waiting
FROM feed ORDER BY id
"""

_WAITING = """
SELECT feed_id, key, link, title, published, text, tries FROM feed_entry
WHERE waiting = 1 AND feed_id IN (SELECT value FROM json_each(?)) ORDER BY feed_id, key
"""


class FeedReader(Connection):
    """What can be asked about feeds."""

    def feeds(self) -> list[Feed]:
        """All feeds in the order in which they were added."""
        return [Feed(**dict(row)) for row in self._all(_FEEDS)]

    def waiting(self, feeds: Sequence[int]) -> list[tuple[int, FeedEntry]]:
        """Entries of these feeds whose pages are still to be read, with the id of their feed."""
        rows = self._all(_WAITING, (json.dumps(list(feeds)),))
        return [
            (
                int(row["feed_id"]),
                FeedEntry(
                    row["key"], row["link"], row["title"], row["published"], row["text"],
                    row["tries"],
                ),
            )
            for row in rows
        ]  # fmt: skip

    def article_at(self, address: str) -> int | None:
        """The id of an article that came from this address, of a feed or of itself, or None."""
        row = self._one(
            """
            SELECT id FROM article WHERE url = ?1 AND url <> ''
            UNION ALL
            SELECT article_id FROM feed_entry WHERE link = ?1 AND article_id IS NOT NULL LIMIT 1
            """,
            (address,),
        )
        return None if row is None else int(row[0])


class FeedWriter(FeedReader):
    """What can be done to feeds."""

    def add_feed(self, url: str, title: str = "") -> tuple[int, bool]:
        """Follow a feed; return its id and whether it is new to the project."""
        address = storable(url)
        with self.transaction() as connection:
            row = self._one("SELECT id FROM feed WHERE url = ?", (address,))
            if row is not None:
                return int(row["id"]), False
            cursor = connection.execute(
                "INSERT INTO feed (url, title) VALUES (?, ?)", (address, name(title))
            )
            return int(cursor.lastrowid or 0), True

    def remove_feed(self, feed: int) -> None:
        """Follow a feed no longer; its articles stay.

        Raises:
            UserError: There is no such feed.
        """
        with self.transaction() as connection:
            if not connection.execute("DELETE FROM feed WHERE id = ?", (feed,)).rowcount:
                raise UserError("This feed is no longer in the project.")

    def move_feed(self, feed: int, url: str) -> bool:
        """Give a feed another address; False where that one is followed already."""
        with self.transaction() as connection:
            done = connection.execute(
                "UPDATE OR IGNORE feed SET url = ? WHERE id = ?", (storable(url), feed)
            )
            return bool(done.rowcount)

    def feed_answered(
        self, feed: int, title: str, etag: str, modified: str, entries: Iterable[FeedEntry]
    ) -> int:
        """Keep what a feed answered, all at once; return how many of its entries are new."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE feed SET title = CASE ?1 WHEN '' THEN title ELSE ?1 END, etag = ?2,"
                " modified = ?3, asked = ?4, problem = '' WHERE id = ?5",
                (name(title), storable(etag), storable(modified), now(), feed),
            )
            return sum(
                connection.execute(
                    "INSERT OR IGNORE INTO feed_entry (feed_id, key, link, title, published, text)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        feed, storable(entry.key), storable(entry.link), name(entry.title),
                        None if entry.published is None else iso_day(entry.published),
                        storable(entry.text),
                    ),
                ).rowcount
                for entry in entries
            )  # fmt: skip

    def feed_unchanged(self, feed: int) -> None:
        """A feed said that nothing is new."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE feed SET asked = ?, problem = '' WHERE id = ?", (now(), feed)
            )

    def feed_failed(self, feed: int, problem: str) -> None:
        """A feed could not be read; what is known of it stays."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE feed SET asked = ?, problem = ? WHERE id = ?", (now(), problem, feed)
            )

    def entry_done(self, feed: int, key: str, article: int | None) -> None:
        """The article of an entry is in the project, or needs not be; its own text goes."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE feed_entry SET waiting = 0, text = '', problem = '', article_id = ?"
                " WHERE feed_id = ? AND key = ?",
                (article, feed, key),
            )

    def entry_failed(self, feed: int, key: str, problem: str, again: bool) -> None:
        """The page of an entry could not be read; `again` lets it wait for the next refresh."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE feed_entry SET tries = tries + 1, problem = ?,"
                " waiting = (? AND tries + 1 < ?) WHERE feed_id = ? AND key = ?",
                (problem, again, MOST_TRIES, feed, key),
            )
