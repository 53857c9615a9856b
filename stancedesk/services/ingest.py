"""From files to analysed articles in a project: read, recognise duplicates, analyse, store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import InitVar, dataclass, field, replace
from pathlib import Path

from stancedesk.core.model import Article, Run
from stancedesk.core.ports import Failure, Progress, Silent
from stancedesk.errors import Cancelled
from stancedesk.importers import Columns, PassedOver, discover, read_any, with_overrides
from stancedesk.services.analyse import (
    Analyser,
    Batch,
    Here,
    Result,
    Workers,
    load_analyser,
    own_left_out,
)
from stancedesk.services.analyse_cluster import Cluster
from stancedesk.services.analyse_processes import Processes
from stancedesk.services.ingest_report import IngestReport
from stancedesk.services.reprints import Reprints
from stancedesk.services.tables import Ask, Tables
from stancedesk.store import Project

__all__ = [
    "BATCH",
    "IngestOptions",
    "IngestReport",
    "analyse_again",
    "ingest",
    "ingest_articles",
    "name_of",
]

BATCH = 16  # articles stored before they are analysed: what an interruption leaves to do

Item = Path | Article | Failure | PassedOver
Kept = Callable[[Article, int], None]


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What the user said about the files.

    `date` (ISO) and `source` hold for articles that bring none; `workers` is the number of
    processes that analyse, `cluster` the address of a Dask scheduler whose workers do it instead.
    `columns` are headings of tables by field ("title", "text", "date", "source", "url"); `ask` is
    asked about tables that are not known yet.
    """

    date: str | None = None
    source: str | None = None
    workers: int = 1
    cluster: str | None = None
    columns: Columns = field(default_factory=dict)
    ask: Ask | None = None


def name_of(article: Article) -> str:
    """What to call an article in a message: its file, otherwise its title."""
    if "://" in article.path:
        return article.title or article.path
    return Path(article.path).name if article.path else article.title or "an article"


def ingest(
    project: Project,
    paths: Sequence[Path],
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
    workers: Workers | None = None,
) -> IngestReport:
    """Import files and folders into a project and analyse what is new.

    Articles are stored in batches and analysed a few at a time, each step committed whole: a
    cancelled or killed import keeps what it did, and the next one first reads what was stored
    and not analysed.

    Args:
        project: The open project; this call is its only writer.
        paths: Files and folders, walked in sorted order.
        analyser: What reads the texts; the shipped one where none is given, loaded only when
            there is something to read.
        progress: Hears of each file and may cancel.
        options: Date and source for articles that bring none; number of processes, cluster.
        workers: Those who analyse, in place of what the options say; sent home at the end.

    Returns:
        The report. Failures of single files are in it and never raised.
    """
    work = _Ingest(
        project, analyser, progress or Silent(), options or IngestOptions(), given=workers
    )
    return work.done(lambda: discover(paths), lambda: work.number_of(paths))


def ingest_articles(
    project: Project,
    outcomes: Iterable[Article | Failure],
    total: int,
    kept: Kept,
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
) -> IngestReport:
    """Import articles that come from elsewhere than files, otherwise as `ingest` does.

    Args:
        project: As for `ingest`.
        outcomes: Articles, and what could not be read; drawn one by one, and they may cancel.
        total: How many are expected.
        kept: Called for each article once it is stored, or was there already, with its id.
        analyser: As for `ingest`.
        progress: As for `ingest`.
        options: As for `ingest`.
    """
    work = _Ingest(project, analyser, progress or Silent(), options or IngestOptions(), kept)
    return work.done(lambda: outcomes, lambda: total)


def analyse_again(
    project: Project,
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
) -> IngestReport:
    """Analyse anew every article that other versions of model, data or codebook have read.

    What people coded or added stays and wins as before; a statement that nobody coded gives way to
    what is found now. Stopped at any time, the next call goes on where this one ended.

    Args:
        project: As for `ingest`.
        analyser: As for `ingest`.
        progress: As for `ingest`.
        options: The number of processes, or the cluster; the rest does not matter.

    Returns:
        A report whose `resumed` is the number of articles analysed again.
    """
    work = _Ingest(project, analyser, progress or Silent(), options or IngestOptions())
    return work.again()


@dataclass(slots=True)
class _Ingest:
    """One import under way: its run is opened by the first batch that has something to store."""

    project: Project
    analyser: Analyser | None
    progress: Progress
    options: IngestOptions
    kept: Kept | None = None
    given: InitVar[Workers | None] = None
    report: IngestReport = field(default_factory=IngestReport)
    workers: Workers = field(init=False)
    tables: Tables = field(init=False)
    run: Run | None = None
    at: tuple[int, int, str] = (0, 0, "")
    looked: Reprints | None = None

    def __post_init__(self, given: Workers | None) -> None:
        if given is not None:
            self.workers = given
        elif self.options.cluster:
            self.workers = Cluster(self.options.cluster)
        elif self.options.workers > 1:
            self.workers = Processes(self.options.workers)
        else:
            self.workers = Here(self.loaded)
        self.tables = Tables(
            self.project, self.options.columns, self.options.ask, self.report.tables
        )

    def loaded(self) -> Analyser:
        if self.analyser is None:
            self.progress.step(0, 0, "Loading the language model")
            self.analyser = load_analyser()
            for sentence in own_left_out():
                self.report.add("passed_over", sentence)
        return self.analyser

    def compared(self) -> Reprints:
        if self.looked is None:
            self.looked = Reprints(self.project)
        return self.looked

    def started(self) -> Run:
        if self.run is None:
            self.run = self.project.start_run(self.workers.versions)
        return self.run

    def close(self) -> None:
        self.workers.close()
        if self.run is not None:
            self.project.finish_run(self.run.id)

    def finish_interrupted(self) -> None:
        """Analyse what an earlier import stored and could not read before it was stopped."""
        self._read_stored(self.project.unanalysed(), "Finishing the last import")

    def again(self) -> IngestReport:
        """Analyse what other versions have read; a wish to stop ends it."""
        try:
            self._read_stored(self.project.pending(self.workers.versions), "Analysing again")
        except Cancelled:
            self.report.cancelled = True
        finally:
            self.close()
        return self.report

    def _read_stored(self, left: Sequence[int], doing: str) -> None:
        batches = (
            [(id_, self.project.article(id_)) for id_ in left[start : start + BATCH]]
            for start in range(0, len(left), BATCH)
        )
        for result in self.workers.analysed(batches, self._tick):
            self._store(result)
            self.report.resumed += len(result)
            self.at = (self.report.resumed, len(left), doing)

    def done(self, given: Callable[[], Iterable[Item]], total: Callable[[], int]) -> IngestReport:
        """Finish what was left, read all that is given; a wish to stop ends it."""
        try:
            self.finish_interrupted()
            self.take(given(), total())
        except Cancelled:
            self.report.cancelled = True
        finally:
            self.close()
        return self.report

    def number_of(self, paths: Sequence[Path]) -> int:
        """How many files there are to read: counted first, so that no list of them is kept."""
        number = 0
        for _ in discover(paths):
            if number % 256 == 0:
                self.progress.step(0, 0, "Looking for files")
            number += 1
        return number

    def take(self, items: Iterable[Item], total: int) -> None:
        """Read all, store articles and statements."""
        for result in self.workers.analysed(self._batches(items, total), self._tick):
            self._store(result)

    def _tick(self) -> None:
        self.progress.step(*self.at)

    def _store(self, result: Result) -> None:
        if result:
            self.project.add_batch(self.started().id, result)
            self.report.statements += sum(len(found) for _, found in result)

    def _batches(self, items: Iterable[Item], total: int) -> Iterator[Batch]:
        batch: list[Article] = []
        read = 0
        try:
            for number, item in enumerate(items):
                self.at = (number, total, _name(item))
                self._tick()
                for article in self._read(item):
                    read += 1
                    batch.append(article)
                    self.at = self._where(number, total, read, _name(item))
                    if len(batch) >= BATCH:
                        yield self._add(batch)
                        batch = []
                        self._tick()  # also where all was there already and nothing is analysed
        except Cancelled:
            # What came over the network is not asked for twice.
            if self.kept is not None:
                self._add(batch)
            raise
        if batch:
            yield self._add(batch)
        self.at = (total, total, "")
        self._tick()

    def _where(self, number: int, total: int, read: int, name: str) -> tuple[int, int, str]:
        """Files read so far; of a single file, its articles and how many there may be."""
        share = self.tables.share() if total == 1 else 0.0
        if not share:
            return number, total, name
        return read, max(read + 1, round(read / share)), name

    def _read(self, item: Item) -> Iterator[Article]:
        if isinstance(item, Failure):
            self.report.read += 1
            self.report.add("failures", item)
            return
        if isinstance(item, PassedOver):
            kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in item.kinds)
            self.report.add("passed_over", f"{item.path}: passed over {item.count} ({kinds})")
            return
        for outcome in (item,) if isinstance(item, Article) else read_any(item, self.tables.choose):
            self.report.read += 1
            if isinstance(outcome, Failure):
                self.report.add("failures", outcome)
            else:
                yield with_overrides(
                    outcome,
                    self.options.date if outcome.published is None else None,
                    self.options.source if not outcome.source else None,
                )

    def _add(self, articles: list[Article]) -> Batch:
        """Store a batch; only what was not there goes on to be analysed."""
        with self.project.transaction():
            return [(id_, article) for article in articles if (id_ := self._add_one(article))]

    def _add_one(self, article: Article) -> int | None:
        """Store an article; return its id if it is to be analysed."""
        keys: tuple[int, ...] = ()
        if article.english and self.project.article_with_hash(article.sha256) is None:
            keys, first = self.compared().look(article)
            article = replace(article, duplicate_of=first)
        id_, created = self.project.add_article(article, keys)
        if self.kept is not None:
            self.kept(article, id_)
        if not created:
            self.report.add("duplicates", name_of(article))
            return None
        self.report.imported += 1
        if article.duplicate_of is not None:
            self.report.add("reprints", (id_, name_of(article)))
        if article.published is None:
            self.report.add("undated", (id_, name_of(article)))
        if not article.english:
            self.report.add("other_language", (id_, name_of(article)))
            return None
        return id_


def _name(item: Item) -> str:
    if isinstance(item, Article):
        return name_of(item)
    return item.name if isinstance(item, Path) else ""
