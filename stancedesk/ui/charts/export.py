"""Charts as PNG, SVG and PDF, ready to print: the sheet around a drawing, at any size.

One drawing serves all three. It is laid out in design pixels on a page about 960 wide and scaled
as a whole, so that text, lines and markers keep their proportions. Text in SVG and PDF is drawn as
shapes: no font is needed to show it as it was.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from stancedesk import __version__
from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.errors import UserError
from stancedesk.services.chart import TimelineData, timeline
from stancedesk.services.files import whole_bytes
from stancedesk.store import Reader
from stancedesk.store.aggregates import Actor
from stancedesk.ui import fonts
from stancedesk.ui import theme as themes
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.base import Canvas, Legend, elided, wrapped
from stancedesk.ui.charts.header import rows_of
from stancedesk.ui.sentences import reason
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

Format = Literal["png", "svg", "pdf"]
Look = Literal["light", "dark", "transparent"]

FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
PAGE = (960.0, 540.0)
EDGE = 28.0
LEGEND = 0.25
"""Share of a page that its legend takes at most."""
LARGEST = 20_000
"""Pixels on one side of a picture; Qt's own limit is 32,767."""

QUERY_KEY = "Query"


class Figure(Protocol):
    """A drawing that can be put on a sheet."""

    def paint(self, canvas: Canvas, rect: QRectF) -> object:
        """Draw into `rect`."""
        ...

    def legend_for(self, width: float) -> tuple[Legend, ...]:
        """Entries above a drawing of a width; may be none."""
        ...


class Captioned(Protocol):
    """Data of a chart that says in words what it is."""

    @property
    def title(self) -> str:
        """Heading."""
        ...

    @property
    def subtitle(self) -> str:
        """What is drawn and how it was filtered."""
        ...

    @property
    def source(self) -> str:
        """Versions, range, n."""
        ...

    @property
    def key(self) -> str:
        """How to read the marks."""
        ...

    @property
    def asked(self) -> str:
        """The query as JSON."""
        ...


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a drawing, and the query it came from as JSON.

    `key` says in a few words how to read the marks.
    """

    title: str
    subtitle: str = ""
    source: str = ""
    query: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size and look of an export.

    `width` and `height` are in pixels and `scale` multiplies both; in SVG and PDF a pixel is 1/96
    inch.
    """

    width: int = 1600
    height: int = 900
    scale: float = 1.0
    look: Look = "light"

    def pixels(self) -> QSize:
        """Size of the picture.

        Raises:
            UserError: It is too small to read or too large to hold.
        """
        size = QSize(round(self.width * self.scale), round(self.height * self.scale))
        if not (200 <= size.width() <= LARGEST and 150 <= size.height() <= LARGEST):
            raise UserError(
                tr("A chart of {width} × {height} pixels cannot be drawn.").format(
                    width=size.width(), height=size.height()
                ),
                tr("Choose from 200 × 150 to {most} × {most}.").format(most=count(LARGEST)),
            )
        return size

    def theme(self) -> Theme:
        """Colours of the look; "transparent" has the light ones and no ground."""
        return themes.DARK if self.look == "dark" else themes.LIGHT


def format_of(path: Path) -> Format:
    """Format by the file's suffix.

    Raises:
        UserError: It is none of png, svg and pdf.
    """
    suffix = path.suffix.lower().lstrip(".")
    for each in FORMATS:
        if suffix == each:
            return each
    raise UserError(
        tr("{file} says no format that charts are written in.").format(file=path.name),
        tr("Let the file's name end in .png, .svg or .pdf."),
    )


def render(figure: Figure, caption: Caption, sheet: Sheet, form: Format = "png") -> bytes:
    """The figure on a sheet, as the bytes of a file.

    Args:
        figure: The drawing, made with `sheet.theme()`.
        caption: Words around it.
        sheet: Size and look.
        form: "png", "svg" or "pdf".

    Raises:
        UserError: The size is out of range.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if form == "png":
        picture = image(figure, caption, sheet)
        if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]
            raise UserError(tr("The picture could not be written."), tr("Choose a smaller size."))
    elif form == "svg":
        _svg(buffer, figure, caption, sheet)
        return _in_pixels(bytes(buffer.data().data()), sheet.pixels())
    else:
        _pdf(buffer, figure, caption, sheet)
    return bytes(buffer.data().data())


def image(figure: Figure, caption: Caption, sheet: Sheet) -> QImage:
    """The figure on a sheet as an image, for the clipboard and a preview; texts as in the PNG."""
    size = sheet.pixels()
    clear = sheet.look == "transparent"
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    result = QImage(size, form)
    result.fill(Qt.GlobalColor.transparent if clear else QColor(sheet.theme().panel))
    dots = round(96 * sheet.scale / 0.0254)
    result.setDotsPerMeterX(dots)
    result.setDotsPerMeterY(dots)
    for key, text in (
        ("Title", caption.title),
        ("Description", caption.subtitle),
        ("Source", caption.source),
        ("Software", f"StanceDesk {__version__}"),
        (QUERY_KEY, caption.query),
    ):
        if text:
            result.setText(key, text)
    painter = QPainter(result)
    _draw(painter, figure, caption, sheet, QSizeF(size), outlines=False)
    painter.end()
    return result


def save(path: Path, figure: Figure, caption: Caption, sheet: Sheet) -> None:
    """Write the figure to a file, whole or not at all; the suffix chooses the format.

    Raises:
        UserError: The suffix or the size is none, or the file cannot be written.
    """
    write(path, render(figure, caption, sheet, format_of(path)))


def write(path: Path, content: bytes) -> None:
    """Put the bytes in the file's place at once, so that no half-written file is left.

    Raises:
        UserError: The file cannot be written.
    """
    try:
        with whole_bytes(path) as stream:
            stream.write(content)
    except OSError as error:
        raise UserError(
            tr("{file} could not be written: {reason}.").format(
                file=path.name, reason=reason(error)
            ),
            tr("Choose another folder."),
        ) from error


def _svg(buffer: QBuffer, figure: Figure, caption: Caption, sheet: Sheet) -> None:
    size = sheet.pixels()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(caption.title)
    generator.setDescription(f"{caption.subtitle} {caption.source} {caption.query}".strip())
    painter = QPainter(generator)
    _ground(painter, sheet, QSizeF(size))
    _draw(painter, figure, caption, sheet, QSizeF(size), outlines=True)
    painter.end()


def _in_pixels(svg: bytes, size: QSize) -> bytes:
    """The size in pixels, which QSvgGenerator gives in millimetres that programs read unlike."""
    wanted = f'width="{size.width()}" height="{size.height()}"'.encode()
    return re.sub(rb'width="[\d.]+mm" height="[\d.]+mm"', wanted, svg, count=1)


def _pdf(buffer: QBuffer, figure: Figure, caption: Caption, sheet: Sheet) -> None:
    size = QSizeF(sheet.pixels())
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    points = QSizeF(size.width() * 0.75, size.height() * 0.75)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(points, QPageSize.Unit.Point, "chart", exact)
    writer.setPageSize(page)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(caption.title)
    writer.setCreator(f"StanceDesk {__version__}")
    painter = QPainter(writer)
    _ground(painter, sheet, size)
    _draw(painter, figure, caption, sheet, size, outlines=True)
    painter.end()


def _ground(painter: QPainter, sheet: Sheet, size: QSizeF) -> None:
    if sheet.look != "transparent":
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(sheet.theme().panel))


def _draw(
    painter: QPainter, figure: Figure, caption: Caption, sheet: Sheet, size: QSizeF, outlines: bool
) -> None:
    factor = max(0.75 * sheet.scale, min(size.width() / PAGE[0], size.height() / PAGE[1]))
    painter.scale(factor, factor)
    page = QRectF(0, 0, size.width() / factor, size.height() / factor)
    canvas = Canvas(painter, sheet.theme(), resolution=factor, outlines=outlines)
    top = _heading(canvas, caption, page)
    top = _legend(canvas, figure.legend_for(page.width() - 2 * EDGE + 16), page, top)
    bottom = page.bottom() - 18
    canvas.text(EDGE, bottom, caption.source, canvas.theme.second, 10)
    room = page.width() - 2 * EDGE - canvas.width(caption.source, 10) - 20
    if canvas.width(caption.key, 10) <= room:
        right = page.right() - EDGE
        canvas.text(right, bottom, caption.key, canvas.theme.second, 10, align="right")
    body = QRectF(EDGE - 8, top + 8, page.width() - 2 * EDGE + 16, bottom - 24 - top)
    figure.paint(canvas, body)


def _heading(canvas: Canvas, caption: Caption, page: QRectF) -> float:
    room = page.width() - 2 * EDGE
    y = EDGE + 14
    for line in wrapped(caption.title, room, 20, 2, fonts.SEMIBOLD):
        canvas.text(EDGE, y, line, canvas.theme.ink, 20, fonts.SEMIBOLD)
        y += 25
    y -= 4
    for line in wrapped(caption.subtitle, room, 12, 2):
        canvas.text(EDGE, y, line, canvas.theme.second, 12)
        y += 17
    return y - 4


def _legend(canvas: Canvas, entries: tuple[Legend, ...], page: QRectF, top: float) -> float:
    if not entries:
        return top
    named = [(elided(e.label, 300, 12, fonts.MEDIUM), f"n = {count(e.n)}") for e in entries]
    ends = [52 + canvas.width(label, 12, fonts.MEDIUM) for label, _ in named]
    sizes = [end + 8 + canvas.width(n, 11) + 26 for end, (_, n) in zip(ends, named, strict=True)]
    rows = max(1, int((page.height() - top) * LEGEND / 20))
    places, hidden = rows_of(sizes, page.width() - 2 * EDGE + 26, rows)
    y = top
    for entry, (label, n), end, (left, row) in zip(entries, named, ends, places, strict=False):
        x, y = EDGE + left, top + 18 + row * 20
        marks.sample(canvas, x, y - 4, entry.style)
        canvas.text(x + 52, y, label, canvas.theme.ink, 12, fonts.MEDIUM)
        canvas.text(x + end + 8, y, n, canvas.theme.second, 11)
    if hidden:
        x = EDGE + places[-1][0] + sizes[len(places) - 1]
        canvas.text(x, y, tr("and {n} more").format(n=count(hidden)), canvas.theme.second, 12)
    return y + 4


def export_timeline(
    project: Reader,
    query: Query,
    out: Path,
    bin: Bin | str | None = None,  # noqa: A002 (the command line's own word)
    size: tuple[int, int] = (1600, 900),
    scale: float = 1.0,
    theme: Look = "light",
    by: Actor = "country",
    names: Mapping[str, str] | None = None,
    smoothed: bool = False,
) -> TimelineData:
    """Write the timeline of a selection to a file; needs no display and no running application.

    Args:
        project: An open project or a reader of one.
        query: The selection.
        out: File to write; its suffix (.png, .svg, .pdf) chooses the format.
        bin: Width of the bins, a Bin or its name; None chooses it by the range.
        size: Width and height in pixels.
        scale: Multiplies both, with all that is drawn.
        theme: "light", "dark" or "transparent".
        by: "country" or "person".
        names: Names of countries by code.
        smoothed: Draw smooth curves in place of lines from mean to mean.

    Returns:
        What was drawn; `n` is 0 where the selection holds no dated statement.

    Raises:
        UserError: The suffix or size is none, or the file cannot be written.
    """
    from stancedesk.ui.charts.timeline_figure import TimelineFigure

    format_of(out)
    ensure_application()
    data = timeline(project, query, by, Bin(bin) if bin else None, smoothed, names)
    sheet = Sheet(*size, scale=scale, look=theme)
    save(out, TimelineFigure(data, sheet.theme()), caption_of(data), sheet)
    return data


def caption_of(data: Captioned) -> Caption:
    """The words around a chart, from its data."""
    return Caption(data.title, data.subtitle, data.source, data.asked, data.key)


def ensure_application() -> None:
    """Make a Qt application where none runs yet, without a display if there is none."""
    if QGuiApplication.instance() is None:
        headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        if sys.platform == "linux" and headless:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application.append(QApplication(["stancedesk"]))
        QLocale.setDefault(ENGLISH)
    fonts.load()


ENGLISH = QLocale("en_GB")
"""The command line speaks English; the desktop has chosen its language before it comes here."""

_application: list[QApplication] = []
"""Keeps the application that was made here alive."""
