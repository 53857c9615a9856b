"""Files of many kinds, made as small as they can be; and reading one."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.importers import read_any

STORY = (
    "Envoys of Norway and Iceland meet over herring",
    "OSLO - “We will not close it,” Foreign Minister Kari Berg said on Monday after them.",
    "Her colleague from Reykjavik warned that patience was running out and called for a new round.",
)

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def read(path: Path) -> tuple[list[Article], list[Failure]]:
    found = list(read_any(path))
    return (
        [item for item in found if isinstance(item, Article)],
        [item for item in found if isinstance(item, Failure)],
    )


def refusal(path: Path) -> str:
    """The one sentence with which a file is refused; it names the file and gives no article."""
    articles, failures = read(path)
    assert not articles
    assert len(failures) == 1
    assert path.name in failures[0].error.message
    return str(failures[0].error)


def docx(path: Path, lines: Sequence[str] = STORY, title: str = "") -> Path:
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.core_properties.title = title
    document.save(str(path))
    return path


def odt(path: Path, body: str, extra: Mapping[str, str] | None = None) -> Path:
    content = (
        f"<office:document-content {ODF}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, text in (extra or {}).items():
            archive.writestr(name, text)
    return path


def pdf(path: Path, pages: Sequence[Sequence[str]]) -> Path:
    """A PDF whose pages hold lines of text, one below the other."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = 3
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        words = [b"BT /F1 10 Tf 14 TL 50 780 Td"]
        for line in lines:
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            words.append(b"(" + safe.encode("cp1252", "replace") + b") Tj T*")
        stream = b"\n".join([*words, b"ET"])
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (len(objects), font)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    raw = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    raw += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    raw += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        raw.rindex(b"xref\n0"),
    )
    path.write_bytes(raw)
    return path


def page(title: str, *paragraphs: str, head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}"
        "</article></body></html>"
    )
