"""Makes the application's icons for packages from the drawing: PNG, ICO (Windows), ICNS (macOS).

`icons.py FOLDER` writes stancedesk-SIZE.png, stancedesk.ico and stancedesk.icns there.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from stancedesk import paths

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO = (16, 24, 32, 48, 64, 128, 256)
# Type of each picture in an Apple icon file, by its edge in pixels.
ICNS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(drawing: Path, size: int) -> bytes:
    """The drawing as a square PNG of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon that holds PNGs (Vista and newer)."""
    place = 6 + 16 * len(ICO)
    entries, bodies = b"", b""
    for size in ICO:
        body = pictures[size]
        edge = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(body), place)
        bodies += body
        place += len(body)
    return struct.pack("<HHH", 0, 1, len(ICO)) + entries + bodies


def icns(pictures: dict[int, bytes]) -> bytes:
    """An Apple icon that holds PNGs."""
    parts = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for kind, size in ICNS.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    drawing = paths.resources() / "icons" / "stancedesk.svg"
    pictures = {size: png(drawing, size) for size in SIZES}
    for size, body in pictures.items():
        (target / f"stancedesk-{size}.png").write_bytes(body)
    (target / "stancedesk.ico").write_bytes(ico(pictures))
    (target / "stancedesk.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
