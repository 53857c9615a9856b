"""Judging: what keys, buttons and menus do to the chosen statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stancedesk.core.model import Found, Judgement, Kind, Query
from stancedesk.errors import UserError
from stancedesk.services.names import code_of
from stancedesk.ui.dialogs.agreement import AgreementDialog
from stancedesk.ui.dialogs.article_date import ArticleDateDialog
from stancedesk.ui.dialogs.event import EventDialog, EventsDialog
from stancedesk.ui.merging import Merging
from stancedesk.ui.translation import language, tr
from stancedesk.ui.words import elided

if TYPE_CHECKING:
    from stancedesk.ui.main_window import MainWindow


class Review(QObject):
    """The coding commands of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.merging = Merging(window)

    def set_level(self, level: int) -> None:
        """Set the stance level of the chosen statements."""
        number = len(self._session.chosen)
        statements = "1 statement" if number == 1 else f"{number} statements"
        # Kept in English in the project; `changes.named` says it in the user's language.
        self._session.code({"level": level}, label=f"Set stance to {level:+d} on {statements}")

    def confirm(self) -> None:
        """Say that the coding is right, and go to the next statement."""
        if self._session.code({}) and len(self._session.chosen) == 1:
            self._window.table.step(1)

    def reject(self) -> None:
        """Say that these are no statements."""
        self.set_valid(False)

    def set_valid(self, valid: bool) -> None:
        """Say whether the chosen ones are statements."""
        session, project = self._session, self._session.project
        if project is not None and session.chosen:
            session.perform(lambda: project.set_valid(session.chosen, session.coder, valid))

    def revert(self) -> None:
        """Retract what people said of the chosen statements."""
        session, project = self._session, self._session.project
        if project is not None and session.chosen:
            session.perform(lambda: project.revert(session.chosen))

    def edited(self, field: str, value: object) -> None:
        """A field of the coding panel was corrected."""
        if field == "valid":
            self.set_valid(bool(value))
        elif field == "note":
            self._session.code({"note": value})
        elif field in ("country", "targets"):
            self._set_codes(field, str(value))
        elif field == "person":
            self._session.code({"person": str(value) or None})
        elif field == "kind":
            self._set_kind(Kind(str(value)))
        else:
            self._session.code({field: value})

    def _set_kind(self, kind: Kind) -> None:
        session, project = self._session, self._session.project
        if project is not None and session.chosen:
            session.perform(lambda: project.set_kind(session.chosen, session.coder, kind))

    def _set_codes(self, field: str, typed: str) -> None:
        codes = []
        for part in filter(None, (part.strip() for part in typed.split(","))):
            code = code_of(part, language())
            if code is None:
                self._session.failed.emit(
                    UserError(
                        tr("“{words}” is no country or organisation that StanceDesk knows.").format(
                            words=part
                        ),
                        tr("Choose one of the list, or enter its three-letter code."),
                    )
                )
                self._window.show_chosen()
                return
            codes.append(code)
        if field == "targets":
            self._session.code({"targets": tuple(codes)})
        else:
            self._session.code({"country": codes[0] if codes else None})

    def edit_field(self, name: str) -> None:
        """Open a field of the coding panel."""
        getattr(self._window.coding, name).start()

    def edit_note(self) -> None:
        """Go to the note."""
        self._window.coding.note.setFocus()

    def step(self, by: int) -> None:
        """Choose the next or previous statement of the article, then of the table."""
        window = self._window
        rows = [row for row in window.article_rows if row.judgement.valid]
        ids = [row.id for row in rows]
        current = self._session.chosen[0] if self._session.chosen else None
        if current in ids and 0 <= ids.index(current) + by < len(ids):
            window.session.select([ids[ids.index(current) + by]])
        else:
            window.table.step(by)

    def show_undated(self) -> None:
        """Show only statements of articles without a date."""
        self._session.set_query(Query(undated=True))

    def start_queue(self) -> None:
        """Put the least certain statements first and begin with the first."""
        self._session.set_order("confidence", False)
        self._window.begin_queue()

    def date_article(self, article: int | None = None) -> None:
        """Ask for the date of an article, by default of the one that is read."""
        session, window = self._session, self._window
        project = session.project
        article = article if article is not None else window.article_id
        if project is None or article is None:
            return
        found = project.article(article)
        dialog = ArticleDateDialog(
            found.title or found.path, elided(found.text, 260), found.published, window
        )

        def save() -> None:
            day = dialog.chosen
            if session.perform(lambda: project.set_date(article, day)):
                window.report_dated(article)

        dialog.accepted.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def date_articles(self, articles: list[int]) -> None:
        """Ask for one date for several articles."""
        session, window = self._session, self._window
        project = session.project
        if project is None:
            return
        words = tr("For a batch of one day only: each article's own date is better.")
        dialog = ArticleDateDialog(tr("{n} article(s)", "", len(articles)), words, None, window)

        def save() -> None:
            day = dialog.chosen
            if session.perform(lambda: project.set_dates(articles, day)):
                window.report_dated(*articles)

        dialog.accepted.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_statement(self) -> None:
        """Make a statement of the text that is selected in the reader."""
        session, window = self._session, self._window
        project, span = session.project, window.reader.text.selected_span()
        article = window.article_id
        if project is None or article is None or span is None:
            window.say_warning(tr("Select the words of the statement in the article first."))
            return
        row = next((row for row in window.article_rows if row.id in session.chosen), None)
        judgement = Judgement(
            speaker_text=row.judgement.speaker_text if row else "",
            person=row.judgement.person if row else None,
            country=row.judgement.country if row else None,
            countries=row.judgement.countries if row else (),
        )
        quoted = project.article(article).text[span[0] : span[1]].strip()[:1] in "“\"‘'«"
        kind = Kind.DIRECT if quoted else Kind.INDIRECT
        found = Found((span,), kind)
        if session.perform(lambda: project.add_statement(article, found, judgement, session.coder)):
            added = max((row.id for row in window.article_rows), default=None)
            if added is not None:
                session.select([added])

    def add_event(self) -> None:
        """Ask for a day and a name and mark it on the timeline."""
        session, window = self._session, self._window
        project = session.project
        if project is None:
            return
        rows = session.rows(session.chosen[:1])
        dialog = EventDialog(rows[0].published or "" if rows else "", window)

        def add() -> None:
            day, name = dialog.event_day, dialog.name.text().strip()
            session.perform(lambda: project.add_event(day, name))

        dialog.accepted.connect(add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_split(self) -> None:
        """Ask for the day since which changes are shown; the article's day is proposed."""
        session, charts = self._session, self._window.charts
        rows = session.rows(session.chosen[:1])
        day = charts.options.split or (rows[0].published if rows else None)
        words = tr("The stance before this day is compared with the stance from it on.")
        dialog = ArticleDateDialog(tr("Changes since"), words, day, self._window)
        dialog.setWindowTitle(tr("Changes since"))
        dialog.accepted.connect(lambda: charts.split(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_events(self) -> None:
        """List the events; they can be removed there."""
        session, window = self._session, self._window
        project = session.project
        if project is None:
            return
        dialog = EventsDialog(project.events, window)

        def remove(ids: list[int]) -> None:
            for each in ids:
                session.perform(partial(project.remove_event, each))

        dialog.remove_wanted.connect(remove)
        dialog.add_wanted.connect(self.add_event)
        changed = session.changed.connect(lambda _: dialog.refresh())
        dialog.finished.connect(lambda _: session.changed.disconnect(changed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_agreement(self) -> None:
        """Compare two coders and list where they differ."""
        from stancedesk.services.review import compare

        session, window = self._session, self._window
        project = session.project
        if project is None:
            return
        people = project.coders()
        if not people:
            window.say_warning(
                tr("Nobody has coded in this project yet. Code some statements first.")
            )
            return
        dialog = AgreementDialog(
            [*people, "machine"], lambda one, two: compare(project, one, two), window
        )
        dialog.statement_chosen.connect(lambda statement: session.select([statement]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
