"""Where articles come from again and again: feeds of the web and folders that are watched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """An RSS or Atom feed that a project follows; it is asked only when the user says so.

    `etag` and `modified` are what its server said of the last answer, given back to it so that an
    unchanged feed is not sent again. Times are ISO 8601 UTC, None for never. `problem` says why it
    could not be read last time, "" where it could. `articles` counts what came of it, `waiting`
    its entries whose pages are still to be read.
    """

    id: int
    url: str
    title: str = ""
    etag: str = ""
    modified: str = ""
    asked: str | None = None
    problem: str = ""
    articles: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed: what it says of an article, whose page is read from `link`.

    `key` is the entry's own id, else its link; it is unique within the feed. `published` is an ISO
    day or None. `text` is what the feed itself holds of the article: all, a teaser or nothing.
    `tries` counts how often its page could not be read.
    """

    key: str
    link: str
    title: str = ""
    published: str | None = None
    text: str = ""
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose new and changed files are imported; `looked` is when it was looked at last."""

    id: int
    path: str
    looked: str | None = None
    problem: str = ""
    files: int = 0


@dataclass(frozen=True, slots=True)
class FileMark:
    """By what a changed file is told: its size in bytes and when it was written, nanoseconds."""

    path: str
    size: int
    modified: int
