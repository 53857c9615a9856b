"""The menus: every action by name, with its shortcut; the command palette lists the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from stancedesk.core.model import LEVELS
from stancedesk.ui.changes import named
from stancedesk.ui.dialogs.preferences import THEMES
from stancedesk.ui.translation import tr
from stancedesk.ui.words import level, level_words

if TYPE_CHECKING:
    from stancedesk.store import Project

Do = Callable[[], object]


@dataclass
class Menus:
    """All actions by key, and the menus they stand in.

    `needs_project` are switched off while no project is open, `needs_choice` while no statement
    is chosen, `needs_quiet` while a job runs.
    """

    recent: QMenu
    filters: QMenu
    actions: dict[str, QAction] = field(default_factory=dict)
    listed: list[tuple[str, QAction]] = field(default_factory=list)
    needs_project: list[QAction] = field(default_factory=list)
    needs_choice: list[QAction] = field(default_factory=list)
    needs_quiet: list[QAction] = field(default_factory=list)

    def allow(self, project: Project | None, chosen: bool, busy: bool) -> None:
        """Switch actions on and off, and name what can be undone.

        Args:
            project: The open project.
            chosen: Whether a statement is chosen.
            busy: Whether a job runs.
        """
        for action in self.actions.values():
            action.setEnabled(True)
        for action in self.needs_project:
            action.setEnabled(project is not None)
        for action in self.needs_choice:
            action.setEnabled(project is not None and chosen)
        for action in self.needs_quiet:
            action.setEnabled(action.isEnabled() and not busy)
        undo, redo = (project.undo_label(), project.redo_label()) if project else (None, None)
        self._name("undo", undo, tr("&Undo"), tr("&Undo {change}"))
        self._name("redo", redo, tr("&Redo"), tr("&Redo {change}"))

    def _name(self, key: str, label: str | None, plain: str, full: str) -> None:
        action = self.actions[key]
        # Qt takes a single & in a name for the mark of a key.
        said = named(label).replace("&", "&&") if label else ""
        action.setText(full.format(change=said) if label else plain)
        action.setEnabled(label is not None)


class MenuBuilder:
    """Fills a menu bar from the window's methods.

    Args:
        owner: The window; its methods are what the actions do.
        bar: The menu bar to fill.
    """

    def __init__(self, owner: QWidget, bar: QMenuBar) -> None:
        self._owner = owner
        self._bar = bar
        self._menu: QMenu | None = None
        self.menus = Menus(QMenu(tr("Open &recent"), owner), QMenu(tr("Sa&ved filters"), owner))

    def menu(self, title: str) -> QMenu:
        """Begin a menu."""
        self._menu = self._bar.addMenu(title)
        return self._menu

    def separate(self) -> None:
        """A line between groups."""
        assert self._menu is not None
        self._menu.addSeparator()

    def add(self, key: str, text: str, do: Do, keys: str | QKeySequence.StandardKey | None = None,
            needs: str = "") -> QAction:  # fmt: skip
        """Add an action.

        Args:
            key: Name by which the window finds it.
            text: Its words, with & before the mnemonic.
            do: What it does.
            keys: Its shortcut.
            needs: Letters for what it needs: p a project, c a chosen statement, q no running job.
        """
        assert self._menu is not None
        action = QAction(text, self._owner)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_: do())
        self._menu.addAction(action)
        menus = self.menus
        menus.actions[key] = action
        menus.listed.append((self._menu.title().replace("&", ""), action))
        for letter, group in (
            ("p", menus.needs_project), ("c", menus.needs_choice), ("q", menus.needs_quiet),
        ):  # fmt: skip
            if letter in needs:
                group.append(action)
        return action


def build(window: QObject, bar: QMenuBar) -> Menus:
    """Fill the menu bar of a main window."""
    w = window
    make = MenuBuilder(w, bar)  # type: ignore[arg-type]
    _file(make, w)
    _edit(make, w)
    _view(make, w)
    _coding(make, w)
    _help(make, w)
    return make.menus


def _file(make: MenuBuilder, w) -> None:  # type: ignore[no-untyped-def]
    std = QKeySequence.StandardKey
    menu = make.menu(tr("&File"))
    make.add("new", tr("&New project…"), w.projects.choose_new, std.New, "q")
    make.add("open", tr("&Open project…"), w.projects.choose, std.Open, "q")
    menu.addMenu(make.menus.recent)
    make.add("sample", tr("Open the &sample project"), w.projects.open_sample, None, "q")
    make.separate()
    make.add("import_files", tr("&Import files…"), w.imports.choose_files, "Ctrl+I", "pq")
    make.add(
        "import_folder", tr("Import a &folder…"), w.imports.choose_folder, "Ctrl+Shift+I", "pq"
    )
    make.add(
        "import_options",
        tr("Import with date or source…"),
        w.imports.choose_with_options,
        None,
        "pq",
    )
    make.add("add_pages", tr("Add from the &web…"), w.web.add_pages, "Ctrl+Shift+U", "pq")
    make.add("feeds", tr("Fee&ds…"), w.web.show_feeds, "Ctrl+Shift+D", "p")
    make.add("refresh_feeds", tr("Refres&h all feeds"), w.web.refresh, None, "pq")
    make.add("folders", tr("Watched fo&lders…"), w.web.watching.show, None, "p")
    make.add("analyse_again", tr("Analyse a&gain"), w.imports.analyse_again, None, "pq")
    make.separate()
    make.add("export_chart", tr("&Export chart…"), w.exports.chart, "Ctrl+E", "p")
    make.add(
        "export_statements", tr("Export s&tatements…"), w.exports.statements, "Ctrl+Shift+E", "p"
    )
    make.add("copy_chart", tr("Copy chart as picture"), w.exports.copy_chart, "Ctrl+Alt+C", "p")
    make.separate()
    make.add("close", tr("&Close project"), w.projects.close, "Ctrl+W", "pq")
    make.add("quit", tr("&Quit"), w.close, "Ctrl+Q")


def _edit(make: MenuBuilder, w) -> None:  # type: ignore[no-untyped-def]
    std = QKeySequence.StandardKey
    make.menu(tr("&Edit"))
    make.add("undo", tr("&Undo"), w.session.undo, std.Undo, "p")
    make.add("redo", tr("&Redo"), w.session.redo, "Ctrl+Shift+Z", "p")
    make.separate()
    make.add("copy", tr("&Copy statements"), w.table.copy, "Ctrl+Shift+C", "pc")
    make.add("search", tr("&Search statements"), w.focus_search, std.Find, "p")
    make.add("find", tr("&Find in article"), w.reader.start_find, "Ctrl+Shift+F", "pc")
    make.separate()
    make.add("preferences", tr("&Preferences…"), w.help.preferences, "Ctrl+,")


def _view(make: MenuBuilder, w) -> None:  # type: ignore[no-untyped-def]
    menu = make.menu(tr("&View"))
    for place, (name, title) in enumerate(w.charts.titles):
        make.add(f"chart_{name}", title, partial(w.charts.choose, name),
                 f"Ctrl+{place + 1}", "p")  # fmt: skip
    make.separate()
    make.add("chart_table", tr("Chart as &table"), w.exports.show_table, "Ctrl+T", "p")
    make.separate()
    make.add("reset", tr("&Reset all filters"), w.reset_filters, "Ctrl+R", "p")
    make.add("undated", tr("Show &undated statements"), w.review.show_undated, None, "p")
    make.add("save_filters", tr("&Save these filters…"), w.saved_filters.ask, "Ctrl+S", "p")
    menu.addMenu(make.menus.filters)
    make.add("add_event", tr("Add an &event to the timeline…"), w.review.add_event, "Ctrl+M", "p")
    make.add("split", tr("&Changes since a day…"), w.review.ask_split, None, "p")
    make.add("events", tr("E&vents…"), w.review.show_events, None, "p")
    make.separate()
    group = QActionGroup(menu)
    for name, words in THEMES:
        action = make.add(f"theme_{name}", tr("Theme: {name}").format(name=tr(words)),
                          partial(w.set_theme, name))  # fmt: skip
        action.setCheckable(True)
        group.addAction(action)
    make.separate()
    sides = (
        make.add("side_filters", tr("&Filters"), partial(w.bench.toggle, w.filters), "F9"),
        make.add("side_right", tr("&Article and coding"), partial(w.bench.toggle, w.bench.right),
                 "Shift+F9"),
    )  # fmt: skip
    make.add("part_next", tr("&Next part"), partial(w.bench.go, 1), "F6", "p")
    make.add("part_previous", tr("&Previous part"), partial(w.bench.go, -1), "Shift+F6", "p")
    for side in sides:
        side.setCheckable(True)
        side.setChecked(True)

    def show(filters: bool, right: bool) -> None:
        for side, on in zip(sides, (filters, right), strict=True):
            side.setChecked(on)

    w.bench.sides_changed.connect(show)


def _coding(make: MenuBuilder, w) -> None:  # type: ignore[no-untyped-def]
    make.menu(tr("Codin&g"))
    for value in LEVELS:
        words = tr("Stance {level}: {words}").format(level=level(value), words=level_words(value))
        do = partial(w.review.set_level, value)
        make.add(f"level_{value}", words, do, str(value + 3), "pc")
    make.separate()
    make.add("confirm", tr("&Confirm"), w.review.confirm, "Ctrl+Return", "pc")
    make.add("reject", tr("&Not a statement"), w.review.reject, "Ctrl+Backspace", "pc")
    make.add("revert", tr("Back to the &machine's coding"), w.review.revert, None, "pc")
    make.separate()
    for key, name, letter in (
        ("speaker", tr("Correct &speaker…"), "S"), ("country", tr("Correct &country…"), "C"),
        ("about", tr("Correct &about…"), "A"), ("act", tr("Correct speech act…"), "T"),
        ("kind", tr("Correct &kind…"), "K"),
    ):  # fmt: skip
        make.add(
            f"edit_{key}",
            name,
            partial(w.review.edit_field, key),
            f"Alt+{letter}",
            "pc",
        )
    make.add("note", tr("Write a note"), w.review.edit_note, "Alt+O", "pc")
    make.add(
        "add_statement",
        tr("Add the selected text as a statement"),
        w.review.add_statement,
        "Alt+N",
        "pc",
    )
    make.add("merge", tr("&Merge persons…"), w.review.merging.ask_chosen, None, "pc")
    make.add("date", tr("Set the &date of the article…"), w.review.date_article, "Alt+D", "pc")
    make.separate()
    make.add("next", tr("Ne&xt statement"), partial(w.review.step, 1), "Alt+Down", "pc")
    make.add("previous", tr("&Previous statement"), partial(w.review.step, -1), "Alt+Up", "pc")
    make.add("review", tr("&Review queue: least certain first"), w.review.start_queue, "F5", "p")
    make.separate()
    make.add("agreement", tr("A&greement of two coders…"), w.review.show_agreement, None, "p")
    make.add("export_codings", tr("E&xport codings…"), w.exports.codings, None, "p")
    make.add("import_codings", tr("&Import codings…"), w.exports.take_codings, None, "pq")


def _help(make: MenuBuilder, w) -> None:  # type: ignore[no-untyped-def]
    make.menu(tr("&Help"))
    make.add("commands", tr("Find a &command or shortcut…"), w.help.commands, "Ctrl+K")
    make.add("tour", tr("&Tour in five steps"), w.help.tour, None, "p")
    make.add("codebook", tr("Code&book"), w.help.codebook, "F1")
    make.add("keys", tr("&Keyboard shortcuts…"), w.help.keys, "Ctrl+?")
    make.add("about", tr("&About StanceDesk"), w.help.about)
