"""The lower right: the coding of the chosen statement, or of several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.model import Act, Coding, Judgement, Kind, Row
from stancedesk.ui.coding.field import CodedField
from stancedesk.ui.coding.levels import LevelButtons
from stancedesk.ui.coding.why import Why
from stancedesk.ui.controls.buttons import Link, Switch
from stancedesk.ui.controls.flow import FlowLayout
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.look import label, small_font
from stancedesk.ui.rules import because
from stancedesk.ui.translation import tr
from stancedesk.ui.words import day, elided, signed


class CodingPanel(QFrame):
    """Says what the user wants changed; it changes nothing itself.

    Args:
        name: The name of a country or organisation by its code.
    """

    level_chosen = Signal(int)
    edited = Signal(str, object)
    confirm_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, name: Callable[[str], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: Sequence[Row] = ()
        self.setProperty("look", "panel")
        self.setAccessibleName(tr("Coding"))
        self.heading = Heading(tr("Coding"))
        self.place = label(look="second", font=small_font())
        self.heading.add(self.place)
        self.levels = LevelButtons()
        self.speaker = CodedField(tr("Speaker"))
        self.country = CodedField(tr("Country"))
        self.about = CodedField(tr("About"))
        self.act = CodedField(tr("Act"), [(tr(act.value), act.value) for act in Act])
        self.kind = CodedField(tr("Kind"), [(tr(kind.value), kind.value) for kind in Kind], room=32)
        self.official = Switch(tr("Speaks officially"))
        self.invalid = Switch(tr("Not a statement"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Note: why you judge so"))
        self.note.setAccessibleName(tr("Note"))
        self.why = Why()
        self.coder = label(look="second", font=small_font())
        self.coder.setWordWrap(True)
        self.confirm = QPushButton(tr("Confirm"))
        self.confirm.setToolTip(tr("Say that this coding is right (Enter in the table)"))
        self.undo = Link(tr("Undo"))
        self._build()
        self._connect()
        self.show_rows((), None)

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("sideInner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(22, 4, 20, 6)
        column.setSpacing(7)
        for field in (self.speaker, self.country, self.about):
            column.addWidget(field)
        how = QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(self.act, 3)
        how.addWidget(self.kind, 2)
        column.addLayout(how)
        switches = FlowLayout(gap=4)
        for switch in (self.official, self.invalid):
            switch.setMinimumWidth(150)  # one below the other where they do not stand in a line
            switches.addWidget(switch)
        column.addLayout(switches)
        column.addWidget(self.why)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("side")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        head = QVBoxLayout()
        head.setContentsMargins(22, 12, 20, 4)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.levels)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.coder, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.confirm)
        foot.setContentsMargins(22, 6, 20, 10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        note = QHBoxLayout()
        note.setContentsMargins(22, 4, 20, 0)
        note.addWidget(self.note)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        whole.addLayout(note)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.levels.chosen.connect(self.level_chosen)
        self.speaker.edited.connect(lambda words: self.edited.emit("person", words))
        self.country.edited.connect(lambda words: self.edited.emit("country", words))
        self.about.edited.connect(lambda words: self.edited.emit("targets", words))
        self.act.edited.connect(lambda words: self.edited.emit("act", words))
        self.kind.edited.connect(lambda words: self.edited.emit("kind", words))
        self.official.clicked.connect(lambda on: self.edited.emit("official", on))
        self.invalid.clicked.connect(lambda on: self.edited.emit("valid", not on))
        self.note.editingFinished.connect(self._note)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.undo.clicked.connect(self.undo_wanted)

    def set_choices(self, persons: Sequence[str], countries: Sequence[str]) -> None:
        """What the fields offer for completion: names."""
        self.speaker.set_choices(persons)
        self.country.set_choices(countries)
        self.about.set_choices(countries)

    def show_rows(
        self,
        rows: Sequence[Row],
        place: tuple[int, int] | None,
        codings: Sequence[Coding] = (),
    ) -> None:
        """Show the coding of one row, or what several have in common.

        Args:
            rows: The chosen statements.
            place: Number of the statement in its article and how many there are.
            codings: All codings of the one row, the oldest first.
        """
        self._rows = rows
        self.setEnabled(bool(rows))
        widgets = (self.speaker, self.country, self.about, self.act, self.kind, self.official,
                   self.invalid, self.note, self.coder, self.levels, self.confirm)  # fmt: skip
        for widget in widgets:
            widget.setVisible(bool(rows))
        self.why.setVisible(len(rows) == 1)
        self.undo.setVisible(bool(rows) and all(row.reviewed for row in rows))
        if not rows:
            self.place.setText(tr("nothing chosen"))
            return
        if len(rows) > 1:
            self.place.setText(tr("{n} statement(s) chosen: changes go to all", "", len(rows)))
        elif place is not None:
            words = tr("statement {n} of {all} in this article")
            self.place.setText(words.format(n=place[0], all=place[1]))
        first = rows[0].judgement
        judged = [row.judgement for row in rows]
        levels = {each.level for each in judged}
        self.levels.set_level(levels.pop() if len(levels) == 1 else None)
        self._show_fields(judged)
        kinds = {tr(row.kind.value) for row in rows}
        self.kind.set_value(kinds.pop() if len(kinds) == 1 else tr("various"), "")
        self.official.setChecked(all(each.official for each in judged))
        self.invalid.setChecked(not any(each.valid for each in judged))
        notes = {each.note for each in judged}
        self.note.setText(notes.pop() if len(notes) == 1 else "")
        self.why.show_judgement(first)
        self._show_coder(rows, codings)

    def _show_fields(self, judged: Sequence[Judgement]) -> None:
        one = judged[0] if len(judged) == 1 else None

        def common(of: Callable[[Judgement], str]) -> str:
            values = {of(each) for each in judged}
            return values.pop() if len(values) == 1 else tr("various")

        person = common(lambda each: each.person or each.speaker_text)
        self.speaker.set_value(person, _reason(one, "speaker", "person") if one else "")
        country = common(lambda each: self._name(each.country) if each.country else "")
        self.country.set_value(country, _reason(one, "country") if one else "")
        about = common(lambda each: ", ".join(self._name(code) for code in each.targets))
        self.about.set_value(about, _reason(one, "targets", "target") if one else "")
        act = common(lambda each: tr(each.act.value))
        self.act.set_value(act, _reason(one, "act") if one else "")

    def _show_coder(self, rows: Sequence[Row], codings: Sequence[Coding]) -> None:
        done = all(row.reviewed for row in rows)
        coders = ", ".join(sorted({row.coder for row in rows}))
        kept = [coding for coding in codings if coding.retracted is None]
        human = next((coding for coding in reversed(kept) if coding.human), None)
        machine = next((coding for coding in reversed(kept) if not coding.human), None)
        words = (
            tr("✓ judged by {coder}").format(coder=coders) if done else tr("judged by the machine")
        )
        if human is not None:
            words += f", {day(human.created)}"
            if machine is not None and machine.judgement.stance != human.judgement.stance:
                machines = signed(machine.judgement.stance)
                words += " · " + tr("machine: {stance}").format(stance=machines)
        elif machine is not None and machine.run_id is not None:
            words += ", " + tr("run {n}").format(n=machine.run_id)
        self.coder.setText(words)
        self.confirm.setVisible(not done)

    def _note(self) -> None:
        if self._rows and self.note.text() != self._rows[0].judgement.note:
            self.edited.emit("note", self.note.text())


def _reason(judgement: Judgement, *fields: str) -> str:
    """The first reason given for a field: rule and words."""
    for reason in judgement.evidence:
        if reason.field in fields:
            if reason.rule == "coder":
                return tr("set by {coder}").format(coder=reason.text)
            return because(reason.rule, elided(reason.text, 80))
    return ""
