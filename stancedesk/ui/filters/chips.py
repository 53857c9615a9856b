"""A filter of a few words that can be ticked: speech act, kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stancedesk.ui.controls.buttons import Chip
from stancedesk.ui.controls.flow import FlowLayout
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.translation import tr
from stancedesk.ui.words import part_of


class ChipFilter(QWidget):
    """Heading and chips; chips that would select nothing are hidden unless ticked."""

    changed = Signal(tuple)

    def __init__(self, title: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(title, tr("Reset the filter: {name}").format(name=title))
        self.heading.clicked.connect(lambda: self.changed.emit(()))
        flow = FlowLayout(gap=6)
        self.chips = {value: Chip(tr(value)) for value in values}
        for chip in self.chips.values():
            chip.clicked.connect(self._clicked)
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(flow)

    def set_values(self, counts: dict[str, int], chosen: tuple[str, ...]) -> None:
        """Show live counts by value and which values are chosen."""
        for value, chip in self.chips.items():
            number = counts.get(value, 0)
            chip.setChecked(value in chosen)
            chip.setVisible(number > 0 or value in chosen)
            said = tr("{n} statement(s)", "", number)
            words = f"{tr(value)}: {said}"
            chip.setToolTip(words)
            chip.setAccessibleDescription(words)
        self.setVisible(any(not chip.isHidden() for chip in self.chips.values()))
        self.heading.set_link(part_of(len(chosen), len(self.chips)) if chosen else tr("any"))
        self.heading.link.setEnabled(bool(chosen))

    def _clicked(self) -> None:
        self.changed.emit(tuple(value for value, chip in self.chips.items() if chip.isChecked()))
