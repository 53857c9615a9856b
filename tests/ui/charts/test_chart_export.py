"""Exported charts have the size asked for, show every actor, and say where they come from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from made_up_charts import timeline
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from stancedesk.errors import UserError
from stancedesk.services.chart import TimelineData
from stancedesk.ui.charts.export import (
    QUERY_KEY,
    Format,
    Sheet,
    caption_of,
    format_of,
    image,
    render,
    save,
)
from stancedesk.ui.charts.timeline_figure import TimelineFigure
from stancedesk.ui.theme import LIGHT


def rendered(sheet: Sheet, form: Format = "png", data: TimelineData | None = None) -> bytes:
    shown = data or timeline()
    return render(TimelineFigure(shown, sheet.theme()), caption_of(shown), sheet, form)


def count(picture: QImage, colour: str) -> int:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint32)
    return int((pixels == QColor(colour).rgb()).sum())


def test_a_png_has_exactly_the_size_asked_for(qapp: QApplication) -> None:
    for sheet, size in (
        (Sheet(1600, 900), (1600, 900)),
        (Sheet(801, 457), (801, 457)),
        (Sheet(400, 300, scale=2.5), (1000, 750)),
    ):
        picture = QImage.fromData(rendered(sheet))
        assert (picture.width(), picture.height()) == size


def test_a_png_shows_the_colour_of_every_actor(qapp: QApplication) -> None:
    picture = QImage.fromData(rendered(Sheet(900, 500), data=timeline(3)))
    for index in range(3):
        assert count(picture, LIGHT.actor(index).colour) > 100, index


def test_a_png_keeps_query_and_source_in_its_metadata(qapp: QApplication) -> None:
    data = timeline()
    picture = QImage.fromData(rendered(Sheet(), data=data))
    assert json.loads(picture.text(QUERY_KEY)) == {"countries": ["MER", "OST"]}
    assert picture.text("Title") == data.title
    assert picture.text("Source") == data.source
    assert picture.dotsPerMeterX() == round(96 / 0.0254)


def test_the_same_chart_gives_the_same_bytes(qapp: QApplication) -> None:
    assert rendered(Sheet()) == rendered(Sheet())
    assert rendered(Sheet(), "svg") == rendered(Sheet(), "svg")


def test_pdfs_of_the_same_chart_differ_in_metadata_alone(qapp: QApplication) -> None:
    def drawing(content: bytes) -> bytes:
        return re.sub(
            rb"uuid:[0-9a-f-]+|/ID \[.*?\]|D:\d+[^)]*|\d{4}-\d\d-\d\dT[^<]*", b"", content
        )

    first, second = rendered(Sheet(), "pdf"), rendered(Sheet(), "pdf")
    assert first.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 1200" in first
    assert drawing(first) == drawing(second)


def test_an_svg_shows_what_the_png_shows_without_needing_a_font(qapp: QApplication) -> None:
    content = rendered(Sheet(900, 500), "svg")
    assert b"<text" not in content
    renderer = QSvgRenderer(QByteArray(content))
    assert (renderer.defaultSize().width(), renderer.defaultSize().height()) == (900, 500)
    drawn = QImage(900, 500, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    picture = QImage.fromData(rendered(Sheet(900, 500)))
    for index in range(2):
        colour = LIGHT.actor(index).colour
        assert count(drawn, colour) == pytest.approx(count(picture, colour), rel=0.15)


def test_text_and_lines_grow_with_the_picture(qapp: QApplication) -> None:
    small = QImage.fromData(rendered(Sheet(960, 540)))
    large = QImage.fromData(rendered(Sheet(960, 540, scale=2)))
    for colour in (LIGHT.ink, LIGHT.actor(0).colour):
        assert count(large, colour) > 3 * count(small, colour)


def test_a_transparent_picture_has_no_ground_and_a_dark_one_a_dark_one(qapp: QApplication) -> None:
    clear = QImage.fromData(rendered(Sheet(look="transparent")))
    assert clear.pixelColor(2, 2).alpha() == 0
    dark = QImage.fromData(rendered(Sheet(look="dark")))
    assert dark.pixelColor(2, 2).lightness() < 60


def test_a_hundred_thousand_statements_can_be_exported(qapp: QApplication) -> None:
    picture = QImage.fromData(rendered(Sheet(900, 500), data=timeline(2, 100_000, 600)))
    assert count(picture, LIGHT.actor(0).colour) > 100


def test_an_empty_chart_is_still_a_picture(qapp: QApplication) -> None:
    assert not image(
        TimelineFigure(timeline(0, 0), LIGHT), caption_of(timeline(0, 0)), Sheet()
    ).isNull()


@pytest.mark.parametrize("name", ["chart.png", "chart.SVG", "chart.pdf"])
def test_the_suffix_chooses_the_format(qapp: QApplication, tmp_path: Path, name: str) -> None:
    data = timeline()
    save(tmp_path / name, TimelineFigure(data, LIGHT), caption_of(data), Sheet(400, 300))
    start = (tmp_path / name).read_bytes()[:5]
    assert start in (b"\x89PNG\r", b"<?xml", b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_unknown_formats_sizes_and_places_are_refused_in_words(
    qapp: QApplication, tmp_path: Path
) -> None:
    data = timeline()
    figure, caption = TimelineFigure(data, LIGHT), caption_of(data)
    with pytest.raises(UserError, match="no format"):
        format_of(Path("chart.bmp"))
    with pytest.raises(UserError, match="10 × 10"):
        save(tmp_path / "a.png", figure, caption, Sheet(10, 10))
    with pytest.raises(UserError, match="could not be written"):
        save(tmp_path / "nowhere" / "a.png", figure, caption, Sheet())
