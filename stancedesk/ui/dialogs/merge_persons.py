"""Merging two persons: under which name one is to be counted, the most likely names first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.services.likeness import Likeness, Person
from stancedesk.ui.look import current_look, label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, country, quoted

BELOW = Qt.ItemDataRole.UserRole + 1
NUMBER = Qt.ItemDataRole.UserRole + 2
SHOWN = 300


class PersonDelegate(QStyledItemDelegate):
    """Name and number of statements, and below them what speaks for the two being one."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, 40)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        look, box = current_look(), QRectF(option.rect).adjusted(10, 3, -10, -3)
        upper, lower = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.save()
        painter.setFont(option.font)
        painter.setPen(look.ink)
        painter.drawText(box, upper | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setPen(look.second)
        painter.drawText(box, upper | Qt.AlignmentFlag.AlignRight, str(index.data(NUMBER)))
        painter.setFont(small_font())
        painter.drawText(box, lower | Qt.AlignmentFlag.AlignLeft, str(index.data(BELOW)))
        painter.restore()


class MergePersonsDialog(QDialog):
    """Asks under which name a person is to be counted; any other name can be entered, too.

    Args:
        person: Who is to be counted under another name.
        others: The other persons, the most likely first.
    """

    def __init__(
        self, person: Person, others: Sequence[Likeness], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge persons"))
        self._others = others
        head = tr("Count {name} as").format(name=quoted(person.name))
        number = tr("{n} statement(s)", "", person.n)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find or enter a name"))
        self.field.setAccessibleName(tr("Find or enter a name"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Persons, the most likely first"))
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outcome = label(look="second", font=small_font())
        self.outcome.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = self.buttons.addButton(
            tr("Merge", "button"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.merge.setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._narrow)
        self.list.itemSelectionChanged.connect(self._say)
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(head, font=strong_font(15)))
        column.addWidget(label(number, "second"))
        for widget in (self.field, self.list, self.outcome, self.buttons):
            column.addWidget(widget)
        self.resize(460, 520)
        self._person = person
        self._narrow("")
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The name under which the person is to be counted; "" for none yet."""
        chosen = self.list.currentItem()
        return str(chosen.text()) if chosen else self.field.text().strip()

    def choose(self, name: str) -> None:
        """Find or enter a name."""
        self.field.setText(name)
        found = self.list.findItems(name, Qt.MatchFlag.MatchExactly)
        if found:
            self.list.setCurrentItem(found[0])

    def _narrow(self, words: str) -> None:
        self.list.clear()
        needle = words.casefold().strip()
        for each in [e for e in self._others if needle in e.person.name.casefold()][:SHOWN]:
            item = QListWidgetItem(each.person.name)
            below = reasons(each)
            item.setData(BELOW, below)
            item.setData(NUMBER, count(each.person.n))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, below)
            self.list.addItem(item)
        # With nothing entered the first is proposed only where its whole name speaks for it:
        # two of one family are mostly two.
        first = self._others[0] if self._others else None
        likely = first is not None and (first.part or first.spelling)
        if self.list.count() and (needle or likely):
            self.list.setCurrentRow(0)
        self._say()

    def _say(self) -> None:
        name = self.name
        self.merge.setEnabled(bool(name) and name != self._person.name)
        words = tr("All statements of {one} count as {other}, those to come, too. Can be undone.")
        self.outcome.setText(
            words.format(one=quoted(self._person.name), other=quoted(name)) if name else ""
        )


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
