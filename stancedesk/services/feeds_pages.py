"""Reading pages of the web into a project: those that a user lists, those that feeds name."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure, Progress, Silent
from stancedesk.core.sources import FeedEntry
from stancedesk.errors import UserError, phrase
from stancedesk.importers.web_address import host_of, place_of
from stancedesk.importers.web_fetch import FetchError, Guest, Manners
from stancedesk.importers.web_page import article_of_entry, articles_of, with_entry
from stancedesk.importers.web_wire import OUT
from stancedesk.services.analyse import Analyser
from stancedesk.services.ingest import IngestOptions, ingest_articles
from stancedesk.services.ingest_report import IngestReport
from stancedesk.store import Project
from stancedesk.store.feeds import MOST_TRIES


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to be read.

    `named` is the host and port that the user named (`web_address.place_of`). `entry` is what a
    feed says of it, `feed` the feed's address; `marks` are the entries that wait for it, each by
    the id of its feed and its key.
    """

    url: str
    named: str = ""
    entry: FeedEntry | None = None
    feed: str = ""
    marks: tuple[tuple[int, str], ...] = ()


def fetch(
    project: Project,
    urls: Sequence[str],
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
    manners: Manners | None = None,
) -> IngestReport:
    """Read pages that the user named, and import them as files would be.

    An address from which an article of the project came is not asked again.

    Args:
        project: The open project; this call is its only writer.
        urls: Addresses in the form of `web_address.address`.
        analyser: What reads the texts; the shipped one where none is given.
        progress: Hears of each page and may cancel.
        options: Date and source for articles that bring none.
        manners: Pauses and limits.
    """
    known = {url: project.article_at(url) is not None for url in urls}
    there = [url for url, is_known in known.items() if is_known]
    wanted = [Wanted(url, place_of(url)) for url, is_known in known.items() if not is_known]
    report = read_pages(project, wanted, analyser, progress, options, manners)
    report.read += len(there)
    for url in there:
        report.add("duplicates", url)
    return report


def read_pages(
    project: Project,
    wanted: Sequence[Wanted],
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
    manners: Manners | None = None,
    guest: Guest | None = None,
) -> IngestReport:
    """Read pages, those of different hosts in turn, and import their articles."""
    work = _Reading(project, progress or Silent(), len(wanted))
    work.guest = guest or Guest(manners=manners)
    work.guest.tick = work.tick
    return ingest_articles(
        project, work.outcomes(in_turn(wanted)), len(wanted), work.kept, analyser, progress, options
    )


def in_turn(wanted: Iterable[Wanted]) -> list[Wanted]:
    """One page of each host, then the next of each: while one host rests, others are asked."""
    hosts: dict[str, deque[Wanted]] = {}
    for each in wanted:
        hosts.setdefault(host_of(each.url), deque()).append(each)
    queues = deque(hosts.values())
    ordered = []
    while queues:
        queue = queues.popleft()
        ordered.append(queue.popleft())
        if queue:
            queues.append(queue)
    return ordered


@dataclass(slots=True)
class _Reading:
    """Pages under way: what is asked, which hosts are left alone, which entries it is for."""

    project: Project
    progress: Progress
    total: int
    guest: Guest = field(default_factory=Guest)
    done: int = 0
    marks: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    strikes: dict[str, int] = field(default_factory=dict)
    left_alone: dict[str, int] = field(default_factory=dict)

    def tick(self, host: str) -> None:
        """Say what is waited for; the user may stop here."""
        self.progress.step(self.done, self.total, host)

    def outcomes(self, wanted: Sequence[Wanted]) -> Iterator[Article | Failure]:
        """Articles and failures of all pages, in order."""
        for each in wanted:
            yield from self._one(each)
            self.done += 1
        for host, count in self.left_alone.items():
            pages = phrase("1 page was") if count == 1 else phrase(f"{count} pages were")
            yield Failure(
                host, UserError(f"{pages} of {host} not asked, since it did not answer.",
                                "Try again later."),
            )  # fmt: skip

    def _one(self, wanted: Wanted) -> Iterator[Article | Failure]:
        host = host_of(wanted.url)
        if self.strikes.get(host, 0) >= OUT:
            self.left_alone[host] = self.left_alone.get(host, 0) + 1
            return
        try:
            found = self._read(wanted)
        except UserError as error:
            self._count(host, error)
            yield from self._instead(wanted, error)
            return
        self.strikes.pop(host, None)
        for outcome in found:
            if isinstance(outcome, Article):
                self._expect(outcome, wanted)
                yield outcome if wanted.entry is None else with_entry(outcome, wanted.entry)
            else:
                self._mark_failed(wanted, outcome.error)
                yield outcome

    def _read(self, wanted: Wanted) -> list[Article | Failure]:
        if not wanted.url:
            raise UserError(f"An entry of {wanted.feed} names no page.")
        page = self.guest.page(wanted.url, wanted.named)
        return list(articles_of(page))

    def _count(self, host: str, error: UserError) -> None:
        """A host that does not answer is asked no more after some strikes in a row."""
        strikes = error.strikes if isinstance(error, FetchError) else 0
        self.strikes[host] = self.strikes.get(host, 0) + strikes if strikes else 0

    def _instead(self, wanted: Wanted, error: UserError) -> Iterator[Article | Failure]:
        """What the feed itself holds of an article, where its page cannot be had for good."""
        again = isinstance(error, FetchError) and error.again
        entry = wanted.entry
        for_good = entry is not None and (not again or entry.tries + 1 >= MOST_TRIES)
        article = article_of_entry(entry, wanted.feed) if entry and for_good else None
        if article is not None:
            self._expect(article, wanted)
            yield article
            return
        self._mark_failed(wanted, error)
        yield Failure(wanted.url or wanted.feed, error)

    def _expect(self, article: Article, wanted: Wanted) -> None:
        """Two addresses may lead to one page: the entries of both wait for its article."""
        self.marks[article.path] = (*self.marks.get(article.path, ()), *wanted.marks)

    def _mark_failed(self, wanted: Wanted, error: UserError) -> None:
        again = isinstance(error, FetchError) and error.again
        for feed, key in wanted.marks:
            self.project.entry_failed(feed, key, str(error), again)

    def kept(self, article: Article, id_: int) -> None:
        """An article is in the project: its entries wait no more."""
        for feed, key in self.marks.get(article.path, ()):
            self.project.entry_done(feed, key, id_)
