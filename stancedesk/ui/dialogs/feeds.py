"""The feeds that a project follows: adding, removing, asking them what is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from stancedesk.core.sources import Feed
from stancedesk.importers.web_feed import feeds_in
from stancedesk.ui.dialogs.sources import Line, SourcesDialog, when
from stancedesk.ui.sentences import reason, sentence
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

LARGEST = 5_000_000


class FeedsDialog(SourcesDialog):
    """The list of feeds.

    Args:
        feeds: Gives the feeds as they are now.
        folder: Where lists are looked for.
    """

    add_wanted = Signal(list)
    refresh_wanted = Signal(list)

    def __init__(
        self,
        feeds: Callable[[], Sequence[Feed]],
        folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Feeds"),
            tr(
                "Feeds are asked only when you say so here. The pages that they name are read, one "
                "every two seconds from each site, as far as its robots.txt allows."
            ),
            [tr("Feed"), tr("Articles"), tr("Asked"), tr("State")],
            parent,
        )
        self._feeds, self._folder = feeds, folder
        self.nothing.setText(
            tr(
                "No feeds yet. Give the address of an RSS or Atom feed, or of a site: "
                "its feed is found."
            )
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://harbour.example/feed.xml")
        self.address.setAccessibleName(tr("Address of a feed or of a site"))
        self.address.textChanged.connect(lambda _: self.allow())
        self.address.returnPressed.connect(self._add)
        self.add = QPushButton(tr("Add"))
        self.add.clicked.connect(self._add)
        self.from_list = QPushButton(tr("From a list…"))
        self.from_list.setToolTip(tr("A text file with addresses, or an OPML file"))
        self.from_list.clicked.connect(self._choose_list)
        self.refresh = QPushButton(tr("Refresh"))
        self.refresh.setProperty("look", "primary")
        self.refresh.clicked.connect(lambda: self.refresh_wanted.emit(self.chosen()))
        for button in (self.add, self.from_list, self.refresh):
            button.setAutoDefault(False)
        for widget, stretch in ((self.address, 1), (self.add, 0), (self.from_list, 0)):
            self.head.addWidget(widget, stretch)
        self.foot.insertWidget(0, self.refresh)
        self.show_feeds()
        self.address.setFocus()

    def show_feeds(self) -> None:
        """Show the feeds as they are now."""
        self.fill(
            [
                Line(
                    feed.id,
                    [feed.title or feed.url, count(feed.articles), when(feed.asked), _state(feed)],
                    feed.url,
                    sentence(feed.problem),
                )
                for feed in self._feeds()
            ]
        )

    def allow(self) -> None:
        super().allow()
        rows, chosen = self.table.topLevelItemCount(), len(self.chosen())
        self.refresh.setText(tr("Refresh {n} feed(s)", "", chosen) if chosen else tr("Refresh all"))
        self.refresh.setEnabled(bool(rows) and not self.busy)
        self.add.setEnabled(bool(feeds_in(self.address.text())[0]) and not self.busy)
        self.from_list.setEnabled(not self.busy)

    def add_list(self, path: Path) -> None:
        """Follow the feeds that a file names."""
        try:
            with path.open(encoding="utf-8-sig", errors="replace") as file:
                urls, _ = feeds_in(file.read(LARGEST))
        except OSError as error:
            self.say(f"{path}: {reason(error)}")
            return
        if urls:
            self.add_wanted.emit(urls)
        else:
            self.say(tr("There is no address in {file}.").format(file=path.name))

    def say(self, words: str) -> None:
        """Say what went wrong, under the table."""
        self.problem.setText(words)
        self.problem.show()

    def _add(self) -> None:
        urls, _ = feeds_in(self.address.text())
        if urls and not self.busy:
            self.address.clear()
            self.add_wanted.emit(urls)

    def _choose_list(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a list of feeds"), self._folder,
            tr("Lists (*.opml *.xml *.txt);;All files (*)"),
        )  # fmt: skip
        if name:
            self.add_list(Path(name))


def _state(feed: Feed) -> str:
    if feed.problem:
        return "⚠ " + tr("failed")
    if feed.asked is None:
        return tr("new")
    if feed.waiting:
        return tr("{n} page(s) to read", "", feed.waiting)
    return tr("up to date")
