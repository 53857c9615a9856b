"""Help: commands, codebook, shortcuts, about, preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout

from stancedesk.errors import UserError
from stancedesk.services.language import marked
from stancedesk.ui import codebook_page
from stancedesk.ui.dialogs.about import AboutDialog
from stancedesk.ui.dialogs.commands import CommandPalette
from stancedesk.ui.dialogs.preferences import PreferencesDialog
from stancedesk.ui.dialogs.shortcuts import ShortcutsDialog
from stancedesk.ui.look import fit
from stancedesk.ui.tour import Stop, Tour
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow

KEYS = (
    (marked("J, K"), marked("next and previous statement in table and article")),
    (marked("Enter"), marked("in the table: confirm and go on")),
    (marked("1 to 5"), marked("stance from −2 to +2")),
    (marked("Space"), marked("tick a value of a filter; Alt+click ticks it alone")),
    (marked("Tab, Shift+Tab"), marked("from control to control; F6 from part to part")),
)
ANYWHERE = marked("Window")
STOPS = (
    (marked("Choose who, when and how"),
     marked("Tick countries and persons, drag over the bars to choose a period. The figures say "
            "what each choice would leave, the small bars the mean stance. Alt+click ticks one "
            "alone.")),
    (marked("Every dot is a statement"),
     marked("Point at a dot to read it, click to open it. Lines are means, the shading says how "
            "sure they are, a hollow marker stands on fewer than five. Drag in the counts below to "
            "choose a period; the tabs show the same selection in other ways.")),
    (marked("The statements behind the chart"),
     marked("Click a heading to sort, right-click it to choose columns. J and K go up and down, "
            "Enter confirms and goes on. F5 puts the least certain first.")),
    (marked("Read it where it was said"),
     marked("Statements are washed in the colour of their stance; underlined are the words that "
            "decided it. Select words that were missed and press Alt+N to add them.")),
    (marked("Overrule the machine"),
     marked("Keys 1 to 5 set the stance, a click on any value corrects it; several statements at "
            "once, too. Your word counts from then on, with your name and the day. Ctrl+Z takes "
            "anything back, Ctrl+K finds every command.")),
)  # fmt: skip
"""The steps of the tour: heading and words for filters, charts, table, reader and coding."""


class Help(QObject):
    """What the Help menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> None:
        """Open the command palette."""
        self._open(CommandPalette(self._window.menus.listed, self._window))

    def preferences(self) -> None:
        """Open the preferences."""
        dialog = PreferencesDialog(self._window.settings, self._window)
        dialog.accepted.connect(self._window.preferences_changed)
        self._open(dialog)

    def about(self) -> None:
        """Open the about box."""
        project = self._window.session.project
        runs = project.runs() if project is not None else []
        lines = []
        if runs:
            used = runs[-1].versions
            lines = [
                tr("codebook {version}").format(version=used.codebook),
                tr("model {version}").format(version=used.model),
                tr("knowledge base {version}").format(version=used.knowledge_base),
            ]
        self._open(AboutDialog(lines, self._window))

    def codebook(self) -> None:
        """Show what the levels mean."""
        try:
            book = codebook_page.codebook()
        except UserError as error:
            self._window.say_error(error)
            return
        # Beside the window, not before it: it is read while coding.
        title = tr("Codebook {version}").format(version=book.version)
        self._page(title, codebook_page.page(book), aside=True)

    def keys(self) -> None:
        """List all shortcuts, with a field to find them."""
        rows = [(tr(keys), tr(ANYWHERE), tr(words)) for keys, words in KEYS]
        rows += [
            (
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                menu,
                action.text().replace("&", "").rstrip("… "),
            )
            for menu, action in self._window.menus.listed
            if not action.shortcut().isEmpty()
        ]
        self._open(ShortcutsDialog(rows, self._window))

    def tour(self) -> None:
        """Show what the parts of the window are for; needs an open project."""
        window = self._window
        bench = window.bench
        window.settings.toured = True
        parts = (bench.filters, bench.charts, bench.table, bench.reader, bench.coding)
        stops = [
            Stop(lambda part=part: part, tr(title), tr(words))  # type: ignore[misc]
            for part, (title, words) in zip(parts, STOPS, strict=True)
        ]
        Tour(stops, window)

    def offer_tour(self) -> None:
        """Start the tour once, for who opens the sample for the first time."""
        if not self._window.settings.toured:
            self.tour()

    def _page(self, title: str, html: str, aside: bool = False) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        page = QTextBrowser()
        page.setOpenLinks(False)
        page.setHtml(html)
        page.document().setDocumentMargin(20)
        page.setAccessibleName(title)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        fit(dialog, 620, 640)
        if aside:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()
        else:
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
