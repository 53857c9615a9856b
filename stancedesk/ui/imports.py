"""Importing articles in the background: from the menu, from a drop, with date and source."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QLineEdit

from stancedesk import paths
from stancedesk.core.model import content_hash
from stancedesk.core.ports import Progress
from stancedesk.ui.import_mapping import MappingQuestions
from stancedesk.ui.look import label, small_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import is_day

if TYPE_CHECKING:
    from stancedesk.services.analyse import Analyser
    from stancedesk.services.ingest import IngestOptions, IngestReport
    from stancedesk.ui.jobs import Job
    from stancedesk.ui.main_window import MainWindow

REFRESH = 2.0
"""Seconds between two looks at what an import has brought so far."""


class OptionsDialog(QDialog):
    """Date and outlet for articles that bring none."""

    def __init__(self, parent: MainWindow) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import with date or source"))
        self.date = QLineEdit()
        self.date.setPlaceholderText("2032-01-05")
        self.date.setAccessibleName(tr("Date for articles without one"))
        self.source = QLineEdit()
        self.source.setPlaceholderText("The Harbour Post")
        self.source.setAccessibleName(tr("Source for articles without one"))
        self.source.setMinimumWidth(240)
        hint = label(tr("Used only where an article does not say its own."), "second", small_font())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        choose = self.buttons.addButton(tr("Choose files…"), QDialogButtonBox.ButtonRole.AcceptRole)
        choose.setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.date.textChanged.connect(
            lambda words: choose.setEnabled(not words.strip() or is_day(words.strip()))
        )
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 16)
        form.setSpacing(12)
        form.addRow(tr("Date"), self.date)
        form.addRow(tr("Source"), self.source)
        form.addRow("", hint)
        form.addRow(self.buttons)

    def options(self) -> IngestOptions:
        """What was entered."""
        from stancedesk.services.ingest import IngestOptions

        return IngestOptions(
            date=self.date.text().strip() or None, source=self.source.text().strip() or None
        )


class Imports(QObject):
    """Starts imports and shows what came of them.

    Args:
        window: The main window.
        analyser: What reads the texts; the shipped one, loaded in the job, where None.
    """

    def __init__(self, window: MainWindow, analyser: Analyser | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._analyser = analyser
        self._again: Callable[[], None] = _nothing
        self._looked = 0.0
        self._show_report = True
        self.questions = MappingQuestions(window)

    @property
    def analyser(self) -> Analyser | None:
        """What reads the texts; None for the shipped one."""
        return self._analyser

    def choose_files(self, options: IngestOptions | None = None) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Import articles"), self._window.settings.last_folder,
            tr("Articles (*.txt *.text *.md *.html *.htm *.xhtml *.mhtml *.pdf *.csv *.tsv *.json "
            "*.jsonl *.xml *.rss *.docx *.eml *.zip *.gz);;All files (*)"),
        )  # fmt: skip
        if names:
            self._window.settings.last_folder = str(Path(names[0]).parent)
            self.take([Path(name) for name in names], options)

    def choose_folder(self) -> None:
        """Ask for a folder and import all in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Import a folder"), self._window.settings.last_folder
        )
        if name:
            self._window.settings.last_folder = name
            self.take([Path(name)])

    def choose_with_options(self) -> None:
        """Ask for date and source first."""
        dialog = OptionsDialog(self._window)
        dialog.accepted.connect(lambda: self.choose_files(dialog.options()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(
        self,
        files: Sequence[Path],
        options: IngestOptions | None = None,
        show_report: bool = True,
    ) -> None:
        """Import files and folders; what came of it is shown when the job ends."""
        window = self._window
        target = window.session.path
        if target is None or not files:
            return
        wanted, analyser = list(files), self._analyser

        def work(progress: Progress) -> IngestReport:
            # Importers and language are loaded here, where nobody waits for the window.
            from stancedesk.services.ingest import IngestOptions, ingest
            from stancedesk.store import Project

            asking = replace(options or IngestOptions(), ask=partial(self.questions.ask, progress))
            with Project.open(target) as project:
                return ingest(project, wanted, analyser, progress, asking)

        title = tr("Importing {n} file(s)", "", len(wanted))
        if len(wanted) == 1:
            title = tr("Importing {file}").format(file=wanted[0].name)
        again = partial(self.take, wanted, options)
        if (job := self.start(title, work, again, show_report)) is not None:
            job.finished.connect(self.questions.end)

    def analyse_again(self) -> None:
        """Analyse what other versions have read; what people coded stays."""
        target, analyser = self._window.session.path, self._analyser
        if target is None:
            return

        def work(progress: Progress) -> IngestReport:
            from stancedesk.services.ingest import analyse_again
            from stancedesk.store import Project

            with Project.open(target) as project:
                return analyse_again(project, analyser, progress)

        self.start(tr("Analysing again"), work, self.analyse_again)

    def start(
        self,
        title: str,
        work: Callable[[Progress], IngestReport],
        again: Callable[[], None],
        show_report: bool = True,
    ) -> Job | None:
        """Run an import in the background; what came of it is shown when it ends.

        Args:
            title: What goes on, in words.
            work: Imports, and returns the report.
            again: Goes on with it where the user had stopped it.
            show_report: Whether to show the report of an import in which nothing failed.

        Returns:
            The job; None, and a message, where another one runs.
        """
        window = self._window
        if window.jobs.busy:
            window.say_warning(tr("Another import still runs. Wait for it or cancel it first."))
            return None
        self._again, self._show_report = again, show_report
        job = window.jobs.start(title, work, self._done, window.say_error)
        job.progressed.connect(self._look)
        return job

    def keep_text(self, text: str) -> Path:
        """Keep text that was dropped in a file of its own, from which it is imported."""
        folder = paths.user_data() / "dropped"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{content_hash(text)[:12]}.txt"
        path.write_text(text, encoding="utf-8")
        return path

    def resume(self) -> None:
        """Go on with the import that was stopped."""
        self._again()

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked > REFRESH:
            self._looked = now
            self._window.session.refresh()

    def _done(self, report: IngestReport) -> None:
        window = self._window
        window.session.refresh()
        window.show_versions()
        if not report.failures and not report.cancelled:
            if not self._show_report:
                window.status.say(tr("{n} article(s) imported", "", report.imported))
                return
            if not report.read:
                again = tr("{n} article(s) analysed again", "", report.resumed) + "."
                window.banner.show_message(again if report.resumed else tr("Nothing new."), "good")
                return
        told = (report.failures, report.undated, report.duplicates, report.other_language)
        plain = report.imported and not any(told)
        if plain and not report.cancelled:
            window.banner.show_message(
                tr("{n} article(s) imported", "", report.imported) + ", "
                + tr("{n} statement(s) found", "", report.statements) + ".", "good",
            )  # fmt: skip
        else:
            window.show_report(report)


def _nothing() -> None:
    """No import was stopped yet."""
