"""The one window: filters, views of one selection above its statements, reader and coding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from stancedesk.core.model import Change, Query, Row
from stancedesk.errors import UserError
from stancedesk.ui import menus
from stancedesk.ui import theme as themes
from stancedesk.ui.changes import said_of
from stancedesk.ui.controls.banner import Banner
from stancedesk.ui.exports import Exports
from stancedesk.ui.filters.panel import FacetCounts
from stancedesk.ui.help import Help
from stancedesk.ui.imports import Imports
from stancedesk.ui.inquiry import Listing, Question
from stancedesk.ui.jobs import Job, Jobs
from stancedesk.ui.look import extra_sheet
from stancedesk.ui.projects import SUFFIX, Projects
from stancedesk.ui.query_state import in_words
from stancedesk.ui.review import Review
from stancedesk.ui.saved_filters import SavedFilters
from stancedesk.ui.sentences import error_words
from stancedesk.ui.session import Session
from stancedesk.ui.settings import Settings
from stancedesk.ui.status_bar import StatusBar
from stancedesk.ui.top_bar import TopBar
from stancedesk.ui.translation import tr
from stancedesk.ui.web import Web
from stancedesk.ui.welcome import Welcome
from stancedesk.ui.workbench import LEAST, Workbench

if TYPE_CHECKING:
    from stancedesk.services.analyse import Analyser
    from stancedesk.services.ingest import IngestReport


class MainWindow(QMainWindow):
    """Puts the parts together and keeps them in step.

    Args:
        settings: The user's preferences.
        analyser: What reads imported texts; the shipped one, loaded when needed, where None.
    """

    def __init__(self, settings: Settings, analyser: Analyser | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.theme = themes.by_name(settings.theme)
        self.session = Session(self)
        self.session.coder = settings.coder
        self.jobs = Jobs(self)
        self.projects = Projects(self)
        self.imports = Imports(self, analyser)
        self.web = Web(self)
        self.exports = Exports(self)
        self.help = Help(self)
        self.saved_filters = SavedFilters(self)
        self.article_id: int | None = None
        self.article_rows: list[Row] = []
        self.persons: tuple[str, ...] = ()
        self._queue = False
        self._asked = Query()
        self.banner = Banner()
        self.top = TopBar()
        self.welcome = Welcome()
        self.bench = Workbench(self.session.rows)
        self.filters, self.charts, self.table = (
            self.bench.filters, self.bench.charts, self.bench.table,
        )  # fmt: skip
        self.reader, self.coding = self.bench.reader, self.bench.coding
        self.review = Review(self)
        self.status = StatusBar()
        self._build()
        self.menus = menus.build(self, self.menuBar())
        self._connect()
        self._restore()
        self._show_project()

    def _build(self) -> None:
        self.setWindowTitle("StanceDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.bench)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.banner):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session, bench = self.session, self.bench
        session.opened.connect(self._opened)
        session.closed.connect(self._show_project)
        session.query_changed.connect(self._query_changed)
        session.listed.connect(self._listed)
        session.charted.connect(self._charted)
        session.counted.connect(self._counted)
        session.selected.connect(self._selected)
        session.changed.connect(self._changed)
        session.failed.connect(self.say_error)
        self.filters.changed.connect(session.set_query)
        self.top.searched.connect(lambda words: session.narrow(text=words))
        self.top.import_wanted.connect(self.imports.choose_files)
        self.top.export_wanted.connect(self.exports.chart)
        self.top.undated_wanted.connect(self.review.show_undated)
        self.charts.builder_changed.connect(session.set_chart)
        self.charts.statement_clicked.connect(lambda statement: session.select([statement]))
        self.charts.range_brushed.connect(
            lambda low, high: session.narrow(date_from=low, date_to=high, undated=False)
        )
        self.charts.narrowed.connect(lambda filters: session.narrow(**filters))
        self.table.selected.connect(session.select)
        self.table.order_wanted.connect(session.set_order)
        self.table.accepted.connect(self.review.confirm)
        self.reader.statement_clicked.connect(lambda statement: session.select([statement]))
        self.reader.step.connect(self.review.step)
        self.reader.date_wanted.connect(self.review.date_article)
        self.coding.level_chosen.connect(self.review.set_level)
        self.coding.edited.connect(self.review.edited)
        self.coding.confirm_wanted.connect(self.review.confirm)
        self.coding.undo_wanted.connect(self.review.revert)
        self.charts.row_of = session.row
        self.charts.events = session.events
        self.charts.split_wanted.connect(self.review.ask_split)
        bench.nothing.reset_wanted.connect(self.reset_filters)
        bench.empty.files_wanted.connect(self.imports.choose_files)
        bench.empty.folder_wanted.connect(self.imports.choose_folder)
        bench.empty.web_wanted.connect(self.web.add_pages)
        bench.report.closed.connect(bench.hide_report)
        bench.report.date_wanted.connect(self.review.date_article)
        bench.report.date_all_wanted.connect(self.review.date_articles)
        bench.report.resume_wanted.connect(self.imports.resume)
        welcome, projects = self.welcome, self.projects
        welcome.sample_wanted.connect(projects.open_sample)
        welcome.new_wanted.connect(projects.choose_new)
        welcome.open_wanted.connect(projects.choose)
        welcome.recent_wanted.connect(projects.open)
        self.jobs.started.connect(self._job_started)
        self.jobs.ended.connect(self._job_ended)
        self.status.cancel_wanted.connect(self.jobs.cancel)
        recent = self.menus.recent
        recent.aboutToShow.connect(lambda: projects.fill_recent(recent))
        kept = self.menus.filters
        kept.aboutToShow.connect(lambda: self.saved_filters.fill(kept))

    # What is open

    def _opened(self) -> None:
        self.bench.hide_report()
        state = self.session.state
        self.table.restore_columns(state("columns"))
        self.charts.choose(str(state("chart") or ""))
        self._show_project()
        self.show_versions()
        self.table.setFocus()

    def _show_project(self) -> None:
        path = self.session.path
        is_open = path is not None
        self.pages.setCurrentWidget(self.bench if is_open else self.welcome)
        self.setWindowTitle(f"{path.name} – StanceDesk" if path else "StanceDesk")
        if not is_open:
            self.top.show_nothing()
            self.status.show_versions(tr("offline"))
            self.status.say(tr("Ready"))
            self.welcome.show_recent(self.settings.recent)
            self.show_chosen()
        self._allow()

    def show_versions(self) -> None:
        """Say in the status bar what the project was analysed with."""
        project = self.session.project
        runs = project.runs() if project is not None else []
        parts = [
            tr("codebook {version}").format(version=runs[-1].versions.codebook),
            tr("model {version}").format(version=runs[-1].versions.model),
        ] if runs else []  # fmt: skip
        self.status.show_versions(" · ".join([*parts, tr("offline")]))

    # Answers of the inquiry

    def _query_changed(self, query: Query) -> None:
        self.top.search.set_words(query.text)
        self.table.mark(query.text)
        self.bench.expect()

    def _listed(self, found: Listing) -> None:
        counts = found.counts
        path = self.session.path
        if path is None:
            return
        self.top.show_project(
            path.name, counts["articles"], counts["statements"], counts["undated"]
        )
        before = self.table.place_of_chosen(self.session.chosen)
        asked, self._asked = self._asked, found.question.query
        self.table.show_ids(found.ids, self.session.chosen)
        self.table.show_order(found.question.order, found.question.descending)
        self.bench.show_amount(
            len(found.ids), counts["statements"], counts["articles"], in_words(found.question.query)
        )
        if (self._queue or not self.session.chosen) and len(found.ids):
            self.session.select([int(found.ids[0])])
        elif before is not None and len(found.ids) and not self.table.chosen():
            # What is read must be in the list, or a key would code what nobody sees there. Where
            # a coding took it out, the one that took its place follows.
            place = min(before, len(found.ids) - 1) if asked == found.question.query else 0
            self.session.select([int(found.ids[place])])
        if self._queue:
            self._queue = False
            self.table.setFocus()

    def _charted(self, _question: Question, chart: object) -> None:
        self.charts.show_chart(chart, self.theme)
        self.charts.select(self.session.chosen)

    def _counted(self, question: Question, facets: FacetCounts) -> None:
        self.filters.show_query(question.query, facets, self.charts.colours(self.theme))
        self.persons = tuple(tick.key for tick in facets.persons)
        self.bench.offer(self.persons)

    # Selection and changes

    def _selected(self, chosen: Sequence[int]) -> None:
        if list(chosen) != self.table.chosen():
            self.table.choose(chosen)
        self.charts.select(chosen)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the chosen statement in reader and coding panel."""
        chosen = self.session.chosen
        rows = self.session.rows(chosen[:200])
        self.article_id = rows[0].article_id if rows else None
        article, self.article_rows = (
            self.session.article(rows[0].article_id) if rows else (None, [])
        )
        self.reader.show_article(article, self.article_rows, rows[0].id if rows else None)
        valid = [row.id for row in self.article_rows if row.judgement.valid]
        place = (valid.index(rows[0].id) + 1, len(valid)) if rows and rows[0].id in valid else None
        project = self.session.project
        codings = project.codings(rows[0].id) if project and len(rows) == 1 else []
        self.coding.show_rows(rows, place, codings)
        self._allow()

    def _changed(self, change: Change) -> None:
        self.table.table.forget()
        self.show_chosen()
        self.status.say(said_of(change))

    def begin_queue(self) -> None:
        """Choose the first statement as soon as the new order is there."""
        self._queue = True
        self.session.refresh()

    def reset_filters(self) -> None:
        """Select everything again."""
        self.session.set_query(Query())

    def focus_search(self) -> None:
        """Go to the search field."""
        self.top.search.setFocus()
        self.top.search.selectAll()

    # Messages

    def say_error(self, error: BaseException, details: str = "") -> None:
        """Show an error inline: a known one as it is, a bug with its traceback as details."""
        if isinstance(error, UserError):
            self.banner.show_message(error_words(error), "warning", details)
        else:
            words = tr("Something went wrong in StanceDesk: {error}.").format(
                error=error or type(error).__name__
            )
            self.banner.show_message(words, "error", details or repr(error))

    def say_warning(self, words: str) -> None:
        """Show a warning inline."""
        self.banner.show_message(words, "warning")

    def offer_crash_report(self, report: str) -> None:
        """Offer what the last run left behind when it ended badly."""
        words = tr("StanceDesk ended unexpectedly last time. Copy the report to send it to us.")
        self.banner.show_message(words, "warning", report)

    def show_report(self, report: IngestReport) -> None:
        """Show what came of an import."""
        self.bench.show_report(report)

    def report_dated(self, *articles: int) -> None:
        """Articles got their date: they are no longer on the list of the undated."""
        self.bench.report.mark_dated(*articles)

    def _job_started(self, job: Job) -> None:
        self.status.follow(job)
        self._show_busy()

    def _job_ended(self, _job: Job) -> None:
        self._show_busy()

    def _show_busy(self) -> None:
        self.bench.empty.show_busy(self.jobs.busy)
        self._allow()

    def _allow(self) -> None:
        """Switch actions on and off by what is open, chosen and running."""
        project = self.session.project
        self.menus.allow(project, bool(self.session.chosen), self.jobs.busy)
        self.menus.actions[f"theme_{self.settings.theme}"].setChecked(True)
        self.top.importing.setEnabled(not self.jobs.busy)

    # Theme, layout, closing

    def set_theme(self, name: str) -> None:
        """Change the theme and keep the choice."""
        self.settings.theme = name
        self.theme = themes.by_name(name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.theme)
        self.reader.text.restyle()
        self.session.refresh()

    def preferences_changed(self) -> None:
        """Take over what the preferences say."""
        self.session.coder = self.settings.coder
        self.set_theme(self.settings.theme)
        if not self.settings.sync():
            self.say_warning(tr("Your preferences could not be saved: the disk is full or shut."))

    def _restore(self) -> None:
        geometry = self.settings.layout("window")
        if geometry.isEmpty():
            room = self.screen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height()))
        else:
            self.restoreGeometry(geometry)
        self.bench.restore(self.settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.jobs.shut_down()
        self.session.save(columns=self.table.columns_state(), chart=self.charts.current)
        self.session.close()
        self.settings.save_layout("window", self.saveGeometry())
        self.bench.save(self.settings)
        self.settings.sync()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if any(url.isLocalFile() for url in mime.urls()) or mime.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if not files and event.mimeData().hasText():
            if self.web.offered(event.mimeData().text()):
                return
            files = [self.imports.keep_text(event.mimeData().text())]
        # Qt holds the drag until this returns; what follows may take longer.
        QTimer.singleShot(0, self, lambda: self.take_drop(files))

    def take_drop(self, files: Sequence[Path]) -> None:
        """Open a dropped project, or import dropped articles."""
        projects = [file for file in files if file.suffix == SUFFIX]
        if projects:
            self.projects.open(projects[0])
        elif files and self.session.project is None:
            self.say_warning(
                tr(
                    "Open or create a project first, then drop the {n} file(s) again.",
                    "",
                    len(files),
                )
            )
        else:
            self.imports.take(files)


def apply_theme(app: QApplication, theme: themes.Theme) -> None:
    """Give the application a theme, with the rules for the window's own controls."""
    themes.apply(app, theme)
    app.setStyleSheet(app.styleSheet() + extra_sheet(theme))
