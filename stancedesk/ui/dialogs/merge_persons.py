"""Merging persons: which of them are one, the most likely first, and under which name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.services.likeness import Likeness, Person
from stancedesk.ui.controls.tick_box import SIDE, paint_tick_box
from stancedesk.ui.look import current_look, fit, label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, country, elided, quoted

BELOW = Qt.ItemDataRole.UserRole + 1
NUMBER = Qt.ItemDataRole.UserRole + 2
SHOWN = 300
NAMED = 3
"""So many names the sentence below the list says; more are counted."""

Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """A box, name and number of statements, and below them what speaks for their being one."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() * 2 + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        plain.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        look, row = current_look(), QRectF(option.rect)
        box = row.adjusted(18 + SIDE, 3, -10, -3)
        upper, lower = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        number = str(index.data(NUMBER))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = _is_ticked(index)
        middle = row.top() + 3 + option.fontMetrics.height() / 2
        paint_tick_box(painter, QRectF(row.left() + 10, middle - SIDE / 2, SIDE, SIDE), on)
        painter.setFont(option.font)
        painter.setPen(look.second)
        painter.drawText(box, upper | Qt.AlignmentFlag.AlignRight, number)
        painter.setPen(look.ink)
        room = box.width() - option.fontMetrics.horizontalAdvance(number) - 12
        name = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(box, upper | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(small_font())
        painter.setPen(look.second)
        painter.drawText(box, lower | Qt.AlignmentFlag.AlignLeft, str(index.data(BELOW)))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick by a click anywhere on the row, or by Space."""
        by_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not by_key and event.type() != QEvent.Type.MouseButtonRelease:
            return False
        on = _is_ticked(index)
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))


class MergePersonsDialog(QDialog):
    """Asks which persons are one, and under which name they are counted.

    Args:
        persons: Who is to be merged, ticked at first.
        others: The other persons, the most likely first.
    """

    def __init__(
        self,
        persons: Sequence[Person],
        others: Sequence[Likeness],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge persons"))
        self._persons = {each.name: each for each in persons}
        self._others = list(others)
        self._known = {**self._persons, **{each.person.name: each.person for each in others}}
        self._ticked = list(self._persons)
        self._by_hand = False
        # One alone is proposed only where a whole name speaks for it: two of one family are
        # mostly two.
        first = self._others[0] if len(self._ticked) == 1 and self._others else None
        if first is not None and (first.part or first.spelling):
            self._ticked.append(first.person.name)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a person"))
        self.field.setAccessibleName(tr("Find a person"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Persons, the most likely first"))
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.named = QComboBox()
        self.named.setEditable(True)
        self.named.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # A long name must not widen the dialog.
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.named.setSizeAdjustPolicy(short)
        self.named.setMinimumContentsLength(20)
        self.named.setAccessibleName(tr("Counted as"))
        self.outcome = label(look="second", font=small_font())
        self.outcome.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = self.buttons.addButton(
            tr("Merge", "button"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.merge.setProperty("look", "primary")
        self.merge.setDefault(True)
        self._build()
        self._connect()
        self._list("")
        self._say()
        self.field.setFocus()

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Counted as"), self.named)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(tr("Tick the names that are one person"), font=strong_font(15)))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(self.outcome)
        column.addWidget(self.buttons)
        # Two lines always, so that nothing moves when names are ticked.
        self.outcome.setMinimumHeight(2 * self.outcome.fontMetrics().lineSpacing())
        fit(self, 480, 560)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._list)
        self.list.itemChanged.connect(self._tick)
        line = self.named.lineEdit()
        assert line is not None  # it is editable
        line.textEdited.connect(self._name_by_hand)
        self.named.activated.connect(self._name_by_hand)
        self.named.currentTextChanged.connect(lambda _: self._tell())

    @property
    def names(self) -> list[str]:
        """The names that are ticked, in the order in which they were."""
        return list(self._ticked)

    @property
    def name(self) -> str:
        """The name under which they are to be counted."""
        return self.named.currentText().strip()

    def choose(self, name: str) -> None:
        """Tick a person, or enter a new name for those that are ticked."""
        if name in self._known:
            if name not in self._ticked:
                self._ticked.append(name)
            self._list(self.field.text())
            self._say()
        self._by_hand = True
        self.named.setEditText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in the find field ticks the first that is found, and is ready for the next."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() is self.field and self.field.text().strip():
            if (item := self.list.item(0)) is not None:
                item.setCheckState(Qt.CheckState.Checked)
                self.field.clear()
            return
        super().keyPressEvent(event)

    def _list(self, words: str) -> None:
        needle = words.casefold().strip()
        below = {each.person.name: reasons(each) for each in self._others}
        # What is ticked stays in sight; those that are to be merged from the start come first.
        first = [self._known[name] for name in self._ticked]
        rest = [e.person for e in self._others if e.person.name not in self._ticked]
        rest += [each for name, each in self._persons.items() if name not in self._ticked]
        found = [each for each in [*first, *rest] if needle in each.name.casefold()]
        self.list.blockSignals(True)
        self.list.clear()
        for each in found[:SHOWN]:
            item = QListWidgetItem(each.name)
            why = below.get(each.name) or (country(each.country) if each.country else "")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = each.name in self._ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(BELOW, why)
            item.setData(NUMBER, count(each.n))
            said = tr("{n} statement(s)", "", each.n)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, f"{said}. {why}")
            item.setToolTip(each.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _tick(self, item: QListWidgetItem) -> None:
        name, on = item.text(), item.checkState() == Qt.CheckState.Checked
        self._ticked = [each for each in self._ticked if each != name] + [name] * on
        self._say()

    def _say(self) -> None:
        """Offer the ticked names; the fullest is proposed until another is chosen by hand."""
        said = self.name
        self.named.blockSignals(True)
        self.named.clear()
        self.named.addItems(self._ticked)
        if not self._by_hand:
            said = max(
                self._ticked,
                key=lambda name: (len(name.split()), self._known[name].n),
                default="",
            )
        self.named.setEditText(said)
        if (line := self.named.lineEdit()) is not None and not line.hasFocus():
            line.setCursorPosition(0)  # a long name is read from its beginning
        self.named.blockSignals(False)
        self._tell()

    def _name_by_hand(self, _chosen: object = None) -> None:
        self._by_hand = True
        self._tell()

    def _tell(self) -> None:
        name = self.name
        merged = [each for each in self._ticked if each != name]
        self.merge.setEnabled(bool(name and merged))
        if not name or not merged:
            self.outcome.setText(tr("Tick two names or more, or enter another name."))
            return
        number = sum(self._known[each].n for each in {*self._ticked, name} & set(self._known))
        few = [quoted(elided(each, 40)) for each in merged[:NAMED]]
        if len(merged) > NAMED:
            few = [*few[: NAMED - 1], tr("{n} more").format(n=count(len(merged) - NAMED + 1))]
        words = tr(
            "{one} will count as {other}: {n} statement(s), those to come, too. Can be undone.",
            "",
            number,
        )
        self.outcome.setText(
            words.replace("{one}", ", ".join(few)).replace("{other}", quoted(elided(name, 60)))
        )


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def reasons(each: Likeness) -> str:
    """What speaks for two names being one person, in words."""
    place = country(each.person.country) if each.person.country else ""
    parts = [
        tr("part of the name") if each.part else tr("same family name") if each.family else "",
        tr("similar spelling") if each.spelling and not each.part else "",
        tr("also {country}").format(country=place) if each.country else place,
        tr("{n} shared article(s)", "", each.shared) if each.shared else "",
    ]
    return " · ".join(filter(None, parts))
