"""Articles from the web: pages that the user lists, and feeds, each only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stancedesk.core.ports import Progress
from stancedesk.ui.translation import tr
from stancedesk.ui.watching import Watching

if TYPE_CHECKING:
    from stancedesk.services.feeds import RefreshReport
    from stancedesk.services.ingest import IngestReport
    from stancedesk.ui.dialogs.feeds import FeedsDialog
    from stancedesk.ui.main_window import MainWindow


class Web(QObject):
    """What the File menu does with the web, and with watched folders beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.feeds: FeedsDialog | None = None
        self.watching = Watching(window)
        window.session.closed.connect(self._close)
        window.jobs.started.connect(lambda _: self._show_busy(True))
        window.jobs.ended.connect(lambda _: self._show_busy(False))

    # Pages

    def add_pages(self, text: str = "") -> None:
        """Ask for addresses, then read their pages."""
        # Importers load at first use: a window that opens need not wait for them.
        from stancedesk.ui.dialogs.web_pages import PagesDialog

        dialog = PagesDialog(text, self._window.settings.last_folder, self._window)
        dialog.accepted.connect(lambda: self.read(dialog.addresses()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offered(self, text: str) -> bool:
        """Offer to read what was dropped, if it is nothing but addresses; False otherwise."""
        from stancedesk.importers.web_address import addresses_in

        urls, bad = addresses_in(text)
        if bad or not urls or len(urls) != len(text.split()) or self._window.session.path is None:
            return False
        self.add_pages("\n".join(urls))
        return True

    def read(self, urls: Sequence[str]) -> None:
        """Read pages of the web in the background, and import them."""
        window = self._window
        target, analyser = window.session.path, window.imports.analyser
        if target is None or not urls:
            return

        def work(progress: Progress) -> IngestReport:
            from stancedesk.services.feeds_pages import fetch
            from stancedesk.store import Project

            with Project.open(target) as project:
                return fetch(project, urls, analyser, progress)

        title = tr("Reading {n} page(s) of the web", "", len(urls))
        if window.imports.start(title, work, lambda: self.read(urls)) is not None:
            window.status.show_versions(tr("online"))

    # Feeds

    def show_feeds(self) -> None:
        """Show the feeds; the list stays open while one works on."""
        from stancedesk.ui.dialogs.feeds import FeedsDialog

        window = self._window
        if self.feeds is None:
            self.feeds = FeedsDialog(
                lambda: window.session.project.feeds() if window.session.project else [],
                window.settings.last_folder,
                window,
            )
            self.feeds.add_wanted.connect(self._add)
            self.feeds.remove_wanted.connect(self._remove)
            self.feeds.refresh_wanted.connect(self.refresh)
        self.feeds.show_feeds()
        self.feeds.show_busy(window.jobs.busy)
        self.feeds.show()
        self.feeds.raise_()
        self.feeds.activateWindow()

    def refresh(self, chosen: Sequence[int] = ()) -> None:
        """Ask feeds what is new and read it, in the background; all where none is chosen."""
        window = self._window
        project, target = window.session.project, window.session.path
        if project is None or target is None:
            return
        known = [feed.id for feed in project.feeds()]
        if not known:
            self.show_feeds()
            return
        wanted, analyser = list(chosen) or known, window.imports.analyser

        def work(progress: Progress) -> IngestReport:
            from stancedesk.services.feeds import refresh
            from stancedesk.store import Project

            with Project.open(target) as writer:
                report = refresh(writer, wanted, analyser, progress)
            return _whole(report)

        title = tr("Asking {n} feed(s)", "", len(wanted))
        if window.imports.start(title, work, lambda: self.refresh(wanted)) is not None:
            window.status.show_versions(tr("online"))

    def _add(self, urls: Sequence[str]) -> None:
        from stancedesk.services.feeds import follow

        project = self._window.session.project
        if project is None or self.feeds is None:
            return
        _, there = follow(project, list(urls))
        self.feeds.show_feeds()
        if there:
            self.feeds.say(tr("{n} feed(s) followed already.", "", len(there)))

    def _remove(self, feeds: Sequence[int]) -> None:
        project = self._window.session.project
        if project is None or self.feeds is None:
            return
        for feed in feeds:
            project.remove_feed(feed)
        self.feeds.show_feeds()

    def _show_busy(self, busy: bool) -> None:
        if not busy:
            self._window.show_versions()
        if self.feeds is not None:
            self.feeds.show_feeds()
            self.feeds.show_busy(busy)

    def _close(self) -> None:
        if self.feeds is not None:
            self.feeds.close()
            self.feeds.deleteLater()
            self.feeds = None


def _whole(report: RefreshReport) -> IngestReport:
    """What came of the pages, with the feeds that failed first."""
    report.pages.failures[:0] = report.failed
    return report.pages
