"""From files to analysed articles in a project: read, recognise duplicates, analyse, store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import InitVar, dataclass, field, replace
from pathlib import Path

from stancedesk.core.model import Article, Run
from stancedesk.core.ports import Failure, Progress, Silent
from stancedesk.errors import Cancelled
from stancedesk.importers import Columns, PassedOver, discover, read_any, with_overrides
from stancedesk.services.analyse import Analyser, Batch, Here, Result, Workers, load_analyser
from stancedesk.services.analyse_cluster import Cluster
from stancedesk.services.analyse_processes import Processes
from stancedesk.services.reprints import Reprints
from stancedesk.services.tables import Ask, TableRead, Tables
from stancedesk.store import Project

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


@dataclass(slots=True)
class IngestReport:
    """What came of an import, for the summary line and the report in the desktop.

    `duplicates` are names of articles whose text was there already; `undated` are
    (article id, name) of imported articles without a date, `other_language` of those that are
    kept and not analysed since they are not English, `reprints` of those that are reprints of
    articles in the project and count once. `tables` says which columns were read.
    """

    read: int = 0
    imported: int = 0
    statements: int = 0
    resumed: int = 0
    duplicates: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    undated: list[tuple[int, str]] = field(default_factory=list)
    other_language: list[tuple[int, str]] = field(default_factory=list)
    reprints: list[tuple[int, str]] = field(default_factory=list)
    tables: list[TableRead] = field(default_factory=list)
    cancelled: bool = False

    def summary(self) -> str:
        """One sentence with the counts that matter."""
        parts = [f"{self.imported} of {self.read} imported", f"{self.statements} statements"]
        for count, word in (
            (len(self.duplicates), "already there"),
            (len(self.reprints), "reprints"),
            (len(self.other_language), "not in English"),
            (len(self.undated), "undated"),
            (len(self.failures), "failed"),
            (self.resumed, "left from before analysed"),
        ):
            if count:
                parts.append(f"{count} {word}")
        return ", ".join(parts) + (" (stopped)" if self.cancelled else "") + "."


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
    return work.done(lambda: list(discover(paths)))


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
    return work.done(lambda: outcomes, total)


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
        left = self.project.unanalysed()
        batches = (
            [(id_, self.project.article(id_)) for id_ in left[start : start + BATCH]]
            for start in range(0, len(left), BATCH)
        )
        for result in self.workers.analysed(batches, self._tick):
            self._store(result)
            self.report.resumed += len(result)
            self.at = (self.report.resumed, len(left), "Finishing the last import")

    def done(self, given: Callable[[], Iterable[Item]], total: int | None = None) -> IngestReport:
        """Finish what was left, read all that is given; a wish to stop ends it."""
        try:
            self.finish_interrupted()
            items = given()
            known = len(items) if isinstance(items, list) else 0
            self.take(items, known if total is None else total)
        except Cancelled:
            self.report.cancelled = True
        finally:
            self.close()
        return self.report

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
        try:
            for number, item in enumerate(items):
                self.at = (number, total, _name(item))
                self._tick()
                for article in self._read(item):
                    batch.append(article)
                    if len(batch) >= BATCH:
                        yield self._add(batch)
                        batch = []
        except Cancelled:
            # What came over the network is not asked for twice.
            if self.kept is not None:
                self._add(batch)
            raise
        if batch:
            yield self._add(batch)
        self.at = (total, total, "")
        self._tick()

    def _read(self, item: Item) -> Iterator[Article]:
        if isinstance(item, Failure):
            self.report.read += 1
            self.report.failures.append(item)
            return
        if isinstance(item, PassedOver):
            kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in item.kinds)
            self.report.passed_over.append(f"{item.path}: passed over {item.count} ({kinds})")
            return
        for outcome in (item,) if isinstance(item, Article) else read_any(item, self.tables.choose):
            self.report.read += 1
            if isinstance(outcome, Failure):
                self.report.failures.append(outcome)
            else:
                yield with_overrides(
                    outcome,
                    self.options.date if outcome.published is None else None,
                    self.options.source if not outcome.source else None,
                )

    def _add(self, articles: list[Article]) -> Batch:
        """Store a batch; only what was not there goes on to be analysed."""
        new = []
        for article in articles:
            keys: tuple[int, ...] = ()
            if article.english and self.project.article_with_hash(article.sha256) is None:
                keys, first = self.compared().look(article)
                article = replace(article, duplicate_of=first)
            id_, created = self.project.add_article(article, keys)
            if self.kept is not None:
                self.kept(article, id_)
            if not created:
                self.report.duplicates.append(name_of(article))
                continue
            self.report.imported += 1
            if article.english:
                new.append((id_, article))
            else:
                self.report.other_language.append((id_, name_of(article)))
            if article.duplicate_of is not None:
                self.report.reprints.append((id_, name_of(article)))
            if article.published is None:
                self.report.undated.append((id_, name_of(article)))
        return new


def _name(item: Item) -> str:
    if isinstance(item, Article):
        return name_of(item)
    return item.name if isinstance(item, Path) else ""
