"""Writing out what is shown: the chart as a picture, the statements as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from stancedesk.core.ports import Progress
from stancedesk.errors import UserError
from stancedesk.services.language import marked
from stancedesk.ui.sentences import reason
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

CODINGS = marked("Codings (*.csv)")
TABLES = marked("Table for spreadsheets (*.csv);;JSON Lines (*.jsonl)")


class Exports(QObject):
    """What the export actions do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def chart(self) -> None:
        """Open the export dialog for the chart that is shown."""
        from stancedesk.ui.dialogs.export_chart import ExportChartDialog

        window = self._window
        drawing = window.charts.drawing()
        if drawing is None:
            window.say_warning(tr("There is no chart to export: no dated statement is selected."))
            return
        start = Path(window.settings.last_folder) / (
            f"{window.session.path.stem if window.session.path else 'chart'}.png"
        )
        dialog = ExportChartDialog(drawing, start, window.charts.table(), window)
        dialog.saved.connect(self._saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_table(self) -> None:
        """Show the figures of the chart as a table."""
        from stancedesk.ui.dialogs.chart_table import ChartTableDialog

        charts = self._window.charts
        dialog = ChartTableDialog(charts.title, charts.table(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_chart(self) -> None:
        """Put the chart on the clipboard as a picture."""
        from stancedesk.ui.charts import export

        window = self._window
        drawing = window.charts.drawing()
        if drawing is None:
            window.say_warning(tr("There is no chart to copy."))
            return
        sheet = export.Sheet(look="dark" if window.theme.dark else "light")
        figure, caption = drawing(sheet.theme())
        QGuiApplication.clipboard().setImage(export.image(figure, caption, sheet))
        window.banner.show_message(tr("The chart is on the clipboard."), "good")

    def statements(self) -> None:
        """Ask for a file and write the selected statements to it."""
        window = self._window
        stem = window.session.path.stem if window.session.path else "statements"
        start = str(Path(window.settings.last_folder) / f"{stem} statements.csv")
        name, kind = QFileDialog.getSaveFileName(window, tr("Export statements"), start, tr(TABLES))
        if name:
            self.write_statements(Path(name), "jsonl" if "jsonl" in kind else "")

    def write_statements(self, path: Path, form: str = "") -> None:
        """Write the selected statements in the background."""
        window = self._window
        source, query = window.session.path, window.session.query
        if source is None:
            return
        if window.jobs.busy:
            window.say_warning(tr("Another job still runs. Wait for it or cancel it first."))
            return
        form = form or ("jsonl" if path.suffix == ".jsonl" else "csv")
        encoding = "utf-8-sig" if form == "csv" else "utf-8"

        def work(progress: Progress) -> int:
            from stancedesk.services.export import write_statements
            from stancedesk.services.files import whole
            from stancedesk.store import Project

            progress.step(0, 0, tr("Writing {file}").format(file=path.name))
            try:
                with Project.open(source) as project, whole(path, encoding) as stream:
                    return write_statements(project, query, stream, form)
            except OSError as error:
                raise UserError(
                    tr("{file} could not be written: {reason}.").format(
                        file=path.name, reason=reason(error)
                    ),
                    tr("Choose another folder."),
                ) from error

        window.jobs.start(
            tr("Writing {file}").format(file=path.name),
            work,
            lambda n: self._written(path, n),
            window.say_error,
        )

    def codings(self) -> None:
        """Ask for a file and write what people have coded to it."""
        window = self._window
        stem = window.session.path.stem if window.session.path else "project"
        start = str(Path(window.settings.last_folder) / f"{stem} codings.csv")
        name, _ = QFileDialog.getSaveFileName(window, tr("Export codings"), start, tr(CODINGS))
        if name:
            self.write_codings(Path(name))

    def write_codings(self, path: Path) -> None:
        """Write what people have coded."""
        from stancedesk.services.files import whole
        from stancedesk.services.review import write_codings

        window, project = self._window, self._window.session.project
        if project is None:
            return
        try:
            with whole(path, "utf-8-sig") as stream:
                number = write_codings(project, stream)
        except OSError as error:
            words = tr("{file} could not be written: {reason}.")
            window.say_warning(words.format(file=path.name, reason=reason(error)))
            return
        window.settings.last_folder = str(path.parent)
        window.banner.show_message(
            tr("{n} coding(s) written to {file}.", "", number).replace("{file}", str(path)), "good"
        )

    def take_codings(self) -> None:
        """Ask for a table of codings, from another copy of this project, and take them over."""
        window = self._window
        name, _ = QFileDialog.getOpenFileName(
            window, tr("Import codings"), window.settings.last_folder, tr(CODINGS)
        )
        if name:
            self.read_codings(Path(name))

    def read_codings(self, path: Path) -> None:
        """Take codings over from a table; they are one change that can be undone."""
        from stancedesk.services.review import read_codings

        window, project = self._window, self._window.session.project
        if project is None:
            return
        try:
            with path.open(encoding="utf-8-sig", newline="") as stream:
                taken = read_codings(project, stream)
        except UserError as error:
            window.say_error(error)
            return
        except (OSError, UnicodeDecodeError) as error:
            words = tr("{file} could not be read: {reason}.")
            window.say_warning(words.format(file=path.name, reason=error))
            return
        if taken.change is not None:
            window.session.apply(taken.change)
        parts = [tr("{n} coding(s) imported", "", taken.taken)]
        if taken.known:
            parts.append(tr("{n} already there").format(n=count(taken.known)))
        if taken.elsewhere:
            parts.append(
                tr("{n} of statements that are not in this project").format(
                    n=count(taken.elsewhere)
                )
            )
        if taken.bad:
            parts.append(tr("{n} line(s) not understood", "", len(taken.bad)))
        tone = "warning" if taken.bad or taken.elsewhere else "good"
        window.banner.show_message(", ".join(parts) + ".", tone, "\n".join(taken.bad))

    def _written(self, path: Path, number: int) -> None:
        self._window.settings.last_folder = str(path.parent)
        self._window.banner.show_message(
            tr("{n} statement(s) written to {file}.", "", number).replace("{file}", str(path)),
            "good",
        )

    def _saved(self, path: Path) -> None:
        self._window.settings.last_folder = str(path.parent)
        self._window.banner.show_message(tr("The chart is in {file}.").format(file=path), "good")
