"""Exporting the chart: format, size, scale, look, with a preview of exactly what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from stancedesk.errors import UserError
from stancedesk.services.chart import to_csv
from stancedesk.services.language import marked
from stancedesk.ui.charts import export
from stancedesk.ui.look import label, small_font
from stancedesk.ui.sentences import error_words
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

Drawing = Callable[[Theme], tuple[Any, Any]]

SIZES = ((marked("Slide, 16 : 9"), 1600, 900), (marked("Report, full width"), 1400, 800),
         (marked("Square"), 1200, 1200), (marked("Column"), 900, 700))  # fmt: skip
LOOKS = ((marked("Light"), "light"), (marked("Dark"), "dark"),
         (marked("Transparent"), "transparent"))  # fmt: skip
PREVIEW = QSize(620, 400)
BESIDE, BELOW = 410, 150
"""Pixels that the rest of the dialog takes from the screen beside and below the preview."""


class ExportChartDialog(QDialog):
    """Writes the chart to a file.

    Args:
        drawing: Gives figure and caption in a theme.
        start: The file that is proposed.
        table: The figures of the chart, header and rows.
    """

    saved = Signal(object)

    def __init__(
        self, drawing: Drawing, start: Path, table: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export chart"))
        self._drawing = drawing
        self._start = start
        self._table = table
        self.figures = QCheckBox(tr("Write the figures beside it (CSV)"))
        self.form = _combo(tr("Format"), [(name.upper(), name) for name in export.FORMATS])
        sizes = [(tr(title), (wide, high)) for title, wide, high in SIZES]
        self.size_preset = _combo(tr("Size"), [*sizes, (tr("Own size"), None)])
        self.width_box = _spin(tr("Width in pixels"), 200, export.LARGEST, 1600)
        self.height_box = _spin(tr("Height in pixels"), 150, export.LARGEST, 900)
        self.scale = QDoubleSpinBox()
        self.scale.setRange(0.5, 6)
        self.scale.setSingleStep(0.5)
        self.scale.setValue(1)
        self.scale.setAccessibleName(tr("Scale"))
        self.look = _combo(tr("Background"), [(tr(words), name) for words, name in LOOKS])
        self.preview = QLabel()
        room = self.screen().availableSize()
        if parent is not None:
            room = room.expandedTo(parent.window().size())  # it may lie on several screens
        self._size = PREVIEW.boundedTo(QSize(room.width() - BESIDE, room.height() - BELOW))
        self.preview.setFixedSize(self._size)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName(tr("Preview"))
        self.words = label(look="second", font=small_font())
        self.problem = label(look="warning")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("look", "primary")
        self.buttons.accepted.connect(self._choose_file)
        self.buttons.rejected.connect(self.reject)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self.draw)
        self._build()

    def _build(self) -> None:
        size = QHBoxLayout()
        size.addWidget(self.width_box)
        size.addWidget(QLabel("×"))
        size.addWidget(self.height_box)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("Format"), self.form)
        form.addRow(tr("Size"), self.size_preset)
        form.addRow(tr("Pixels"), size)
        form.addRow(tr("Scale"), self.scale)
        form.addRow(tr("Background"), self.look)
        form.addRow("", self.words)
        form.addRow("", self.figures)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        left.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.size_preset.currentIndexChanged.connect(self._preset)
        for box in (self.width_box, self.height_box):
            box.valueChanged.connect(self._own_size)
        for signal in (self.scale.valueChanged, self.look.currentIndexChanged,
                       self.form.currentIndexChanged):  # fmt: skip
            signal.connect(self._changed)
        self.draw()

    def sheet(self) -> export.Sheet:
        """Size and look as chosen."""
        return export.Sheet(
            self.width_box.value(), self.height_box.value(), self.scale.value(),
            self.look.currentData(),
        )  # fmt: skip

    def draw(self) -> None:
        """Draw the preview, small but laid out as the file will be."""
        sheet = self.sheet()
        try:
            pixels = sheet.pixels()
            figure, caption = self._drawing(sheet.theme())
            shown = min(self._size.width() / sheet.width, self._size.height() / sheet.height)
            shown *= self.devicePixelRatioF()
            small = export.Sheet(sheet.width, sheet.height, max(shown, 0.3), sheet.look)
            image = export.image(figure, caption, small)
        except UserError as error:
            self._problem(error_words(error))
            return
        self._problem("")
        picture = QPixmap.fromImage(image).scaled(
            self._size * self.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(picture)
        dots = round(96 * sheet.scale)
        unit = tr("{width} × {height} pixels, {dots} dots per inch").format(
            width=pixels.width(), height=pixels.height(), dots=dots
        )
        self.words.setText(unit if self.form.currentData() == "png" else tr("scales without loss"))

    def write(self, path: Path) -> bool:
        """Write the file; False, and a message in the dialog, when that fails."""
        self._later.stop()  # what is being written needs no preview any more
        sheet = self.sheet()
        try:
            figure, caption = self._drawing(sheet.theme())
            export.save(path, figure, caption, sheet)
            if self.figures.isChecked():
                export.write(path.with_suffix(".csv"), to_csv(self._table).encode("utf-8-sig"))
        except UserError as error:
            self._problem(error_words(error))
            return False
        self.saved.emit(path)
        self.accept()
        return True

    def _choose_file(self) -> None:
        suffix = str(self.form.currentData())
        start = self._start.with_suffix(f".{suffix}")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export chart"), str(start), f"{suffix.upper()} (*.{suffix})"
        )
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(f".{suffix}"))

    def _preset(self) -> None:
        chosen = self.size_preset.currentData()
        if chosen:
            for box, value in zip((self.width_box, self.height_box), chosen, strict=True):
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)
            self._changed()

    def _own_size(self) -> None:
        self.size_preset.blockSignals(True)
        self.size_preset.setCurrentIndex(self.size_preset.count() - 1)
        self.size_preset.blockSignals(False)
        self._changed()

    def done(self, result: int) -> None:
        self._later.stop()
        super().done(result)

    def _changed(self) -> None:
        self._later.start()

    def _problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not words)


def _combo(name: str, entries: list[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in entries:
        box.addItem(words, value)
    return box


def _spin(name: str, low: int, high: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    return box
