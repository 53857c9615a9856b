"""Files with bytes changed, cut and doubled at random: articles or one sentence, never a crash."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from stancedesk.core.model import Article
from stancedesk.importers import read_any
from tests.importers.made import STORY, docx, odt, page, pdf
from tests.importers.test_reading_archives import web_archive, zipped
from tests.importers.test_reading_exports import FACTIVA, NEXIS, PLAIN_FACTIVA, UNI
from tests.importers.test_reading_mail import MHTML, message
from tests.importers.test_reading_sheets import ROWS, book

ROUNDS = 40
INSERTED = (b"0", b"99999999999", b"-1", b"\x00", b'"', b"<", b">>", b"/", b"\\u", b"{", b"&x;")


def sound(folder: Path, name: str) -> Path:
    """A file of the kind that its name says."""
    path = folder / name
    html = ("200 OK", "text/html", page(*STORY).encode())
    match path.suffix:
        case ".docx":
            return docx(path)
        case ".odt":
            return odt(path, "".join(f"<text:p>{line}</text:p>" for line in STORY))
        case ".pdf":
            return pdf(path, [STORY] * 2)
        case ".xlsx":
            return book(path, ROWS)
        case ".zip":
            return zipped(path, {"a.txt": "\n".join(STORY), "b.html": page(*STORY)})
        case ".warc" | ".gz":
            return web_archive(path, {"https://fjord.example/a": html}, name.endswith("gz"))
        case ".eml":
            path.write_bytes(message(html=page(*STORY)).as_bytes())
        case ".mhtml":
            path.write_text(MHTML.replace("{page}", page(*STORY)), encoding="utf-8")
        case ".rtf":
            words = UNI.encode("ascii", "replace").replace(b"\n", b"\\par\n")
            path.write_bytes(b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}} " + words + b"}")
        case _:
            exports = {"a": FACTIVA, "b": PLAIN_FACTIVA, "c": NEXIS}
            path.write_text(exports[path.stem], encoding="utf-8")
    return path


def changed(raw: bytes, draw: Random) -> bytes:
    out = bytearray(raw)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        at = draw.randrange(len(out) + 1)
        match draw.randrange(5):
            case 0:
                out[at : at + 1] = bytes([draw.randrange(256)])
            case 1:
                del out[at : at + draw.randrange(1, 40)]
            case 2:
                out[at:at] = out[draw.randrange(len(out) + 1) :][: draw.randrange(1, 60)]
            case 3:
                out[at:at] = draw.choice(INSERTED)
            case _ if draw.random() < 0.2:
                del out[at:]
    return bytes(out)


def changed_inside(raw: bytes, draw: Random) -> bytes:
    """A container that is sound, with one file in it changed or gone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        names = source.namelist()
        chosen = draw.choice(names)
        for name in names:
            content = source.read(name)
            if name != chosen:
                target.writestr(name, content)
            elif draw.random() < 0.9:
                target.writestr(name, changed(content, draw))
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "a.docx", "a.odt", "a.pdf", "a.xlsx", "a.zip", "a.warc", "a.warc.gz", "a.eml", "a.mhtml",
        "a.rtf", "a.txt", "b.txt", "c.txt",
    ],
)  # fmt: skip
def test_changed_bytes_give_articles_or_a_sentence(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    draw = Random(name)
    path = sound(tmp_path, name)
    raw = path.read_bytes()
    assert any(isinstance(item, Article) for item in read_any(path))
    holds_files = path.suffix in {".docx", ".odt", ".xlsx", ".zip"}
    for number in range(ROUNDS):
        inside = holds_files and number % 2
        path.write_bytes(changed_inside(raw, draw) if inside else changed(raw, draw))
        found = list(read_any(path))
        assert found
        for item in found:
            if isinstance(item, Article):
                item.text.encode("utf-8")
            else:
                assert name in item.error.message
    assert capfd.readouterr().out == ""
