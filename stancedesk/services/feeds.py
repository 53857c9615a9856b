"""Following feeds: adding them, and reading what is new in them when the user says so.

What a feed names waits in the project until its page was read, so that a refresh that is stopped
or killed goes on where it was, and no page is asked for twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from stancedesk.core.ports import Failure, Progress, Silent
from stancedesk.core.sources import Feed
from stancedesk.errors import Cancelled, UserError
from stancedesk.importers.web_address import place_of
from stancedesk.importers.web_feed import feeds_of_page, is_feed, read_feed
from stancedesk.importers.web_fetch import Guest, Manners, Page
from stancedesk.services.analyse import Analyser
from stancedesk.services.feeds_pages import Wanted, read_pages
from stancedesk.services.ingest import IngestOptions
from stancedesk.services.ingest_report import IngestReport
from stancedesk.store import Project


@dataclass(slots=True)
class RefreshReport:
    """What came of a refresh: of each feed how many entries are new, and of their pages."""

    asked: int = 0
    unchanged: int = 0
    new: int = 0
    failed: list[Failure] = field(default_factory=list)
    pages: IngestReport = field(default_factory=IngestReport)

    def summary(self) -> str:
        """One sentence with the counts that matter."""
        feeds = "1 feed" if self.asked == 1 else f"{self.asked} feeds"
        entries = "1 new entry" if self.new == 1 else f"{self.new} new entries"
        parts = [f"{feeds} asked", entries]
        if self.unchanged:
            parts.append(f"{self.unchanged} unchanged")
        if self.failed:
            parts.append(f"{len(self.failed)} failed")
        return f"{', '.join(parts)}; {self.pages.summary()}"


def follow(project: Project, urls: Sequence[str]) -> tuple[list[str], list[str]]:
    """Follow feeds from now on; nothing is asked before a refresh.

    Args:
        project: The open project.
        urls: Addresses in the form of `web_address.address`, of feeds or of their sites.

    Returns:
        Those that are new, and those that were followed already.
    """
    new: list[str] = []
    there: list[str] = []
    for url in urls:
        (new if project.add_feed(url)[1] else there).append(url)
    return new, there


def refresh(
    project: Project,
    feeds: Sequence[int] | None = None,
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
    manners: Manners | None = None,
) -> RefreshReport:
    """Ask feeds what is new, read the pages that they name, and import their articles.

    Args:
        project: The open project; this call is its only writer.
        feeds: Ids of the feeds; all where None.
        analyser: What reads the texts; the shipped one where none is given.
        progress: Hears of each feed and page and may cancel.
        options: Date and source for articles that bring none.
        manners: Pauses and limits.

    Returns:
        The report. What a single feed or page did wrong is in it and never raised.
    """
    chosen = [feed for feed in project.feeds() if feeds is None or feed.id in feeds]
    work = _Refresh(project, progress or Silent(), len(chosen))
    guest = Guest(work.tick, manners)
    try:
        for feed in chosen:
            work.ask(feed, guest)
    except Cancelled:
        work.report.pages.cancelled = True
        return work.report
    work.report.pages = read_pages(
        project, work.wanted(chosen), analyser, progress, options, guest=guest
    )
    return work.report


@dataclass(slots=True)
class _Refresh:
    project: Project
    progress: Progress
    total: int
    report: RefreshReport = field(default_factory=RefreshReport)

    def tick(self, host: str) -> None:
        self.progress.step(self.report.asked, self.total, host)

    def ask(self, feed: Feed, guest: Guest) -> None:
        """Ask one feed; what it did wrong is kept with it."""
        self.tick(feed.title or feed.url)
        try:
            self._take(feed, guest)
        except UserError as error:
            self.project.feed_failed(feed.id, str(error))
            self.report.failed.append(Failure(feed.url, error))
        self.report.asked += 1

    def _take(self, feed: Feed, guest: Guest) -> None:
        page = guest.feed(feed.url, feed.etag, feed.modified)
        if page.unchanged:
            self.project.feed_unchanged(feed.id)
            self.report.unchanged += 1
            return
        if not is_feed(page.body):
            page = _named_by(page, guest, place_of(feed.url))
        read = read_feed(page.body, page.url, page.charset)
        # First the new address, so that the marks of the answer are those of its server.
        if page.moved != feed.url and not self.project.move_feed(feed.id, page.moved):
            raise UserError(
                f"{feed.url} is the feed {page.moved}, which is followed already.", "Remove one."
            )
        self.report.new += self.project.feed_answered(
            feed.id, read.title, page.etag, page.modified, read.entries
        )

    def wanted(self, feeds: Sequence[Feed]) -> list[Wanted]:
        """Pages that the entries of these feeds wait for, each once."""
        by_id = {feed.id: feed for feed in feeds}
        found: dict[str, Wanted] = {}
        for feed_id, entry in self.project.waiting(list(by_id)):
            there = self.project.article_at(entry.link)
            if there is not None:
                self.project.entry_done(feed_id, entry.key, there)
                continue
            mark = (feed_id, entry.key)
            key = entry.link or f"{feed_id} {entry.key}"
            before = found.get(key)
            marks = (*before.marks, mark) if before else (mark,)
            feed = by_id[feed_id]
            found[key] = Wanted(entry.link, place_of(feed.url), entry, feed.url, marks)
        return list(found.values())


def _named_by(page: Page, guest: Guest, named: str) -> Page:
    """The feed that a page names, for whoever gave the address of the site.

    Raises:
        UserError: It names none.
    """
    source = page.body.decode("utf-8", "replace")
    found = feeds_of_page(source, page.url)
    if not found:
        raise UserError(
            f"{page.url} is no feed and names none.",
            "Look for “RSS” on the site and give the address that it leads to.",
        )
    return guest.feed(found[0], named=named)
