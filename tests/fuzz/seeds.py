"""What fuzzing starts from: one small sound input of each kind, and words worth trying."""

from __future__ import annotations

import gzip
import json
import tomllib
import zipfile
from pathlib import Path
from random import Random

from tests.importers.made import STORY, docx, odt, page, pdf
from tests.importers.test_reading_archives import web_archive, zipped
from tests.importers.test_reading_exports import FACTIVA, NEXIS, PLAIN_FACTIVA, UNI
from tests.importers.test_reading_mail import MHTML, message
from tests.importers.test_reading_sheets import ROWS, book
from tests.importers.test_web_feed import ATOM, RSS
from tests.store.examples import fill

SHORT = "\n\n".join(
    (
        STORY[0],
        "By Ola Nordmann | Published 4 March 2031",
        *STORY[1:],
        "“We are ready,” said Mira Solano, a spokeswoman for the Russian foreign ministry.",
        "She told Interfax that Germany had broken the truce, citing the Kremlin.",
        "(Reporting by Ola Nordmann; Editing by Kari Berg)",
        "Share this Facebook Twitter",
    )
)
LINES = '{"doc": 1, "id": 1, "text": "“Yes,” the French president said.", "mention": "Kremlin"}\n'
CONTAINERS = ("a.docx", "a.odt", "a.xlsx", "a.zip")

WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


def made(folder: Path, name: str) -> list[bytes]:
    """Sound inputs of one target."""
    match name:
        case "text":
            return [b"\0" + t.encode() for t in (SHORT, FACTIVA, PLAIN_FACTIVA, NEXIS)]
        case "pages":
            return [b"\0" + page(*STORY, head="<base href=x>").encode(), b"\1" + _dated().encode()]
        case "mail":
            mhtml = MHTML.replace("{page}", page(*STORY)).encode()
            return [b"\0" + message(html=page(*STORY)).as_bytes(), b"\1" + mhtml]
        case "records":
            return _records()
        case "office":
            found = []
            for number, each in enumerate(CONTAINERS):
                parts = container(folder, each)[1]
                found += [
                    bytes([number, at]) + parts[part] for at, part in enumerate(sorted(parts))
                ]
            return found
        case "packed":
            return _packed(folder)
        case "pdf":
            return [b"\0" + pdf(folder / "a.pdf", [STORY] * 2).read_bytes()]
        case "rtf":
            words = UNI.encode("ascii", "replace").replace(b"\n", b"\\par\n")
            return [b"\0{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}} " + words + b"}"]
        case "masks" | "speakers":
            return [
                start + text.encode()
                for start in (b"\0", b"\3")
                for text in (SHORT, "“No,” he said.")
            ]
        case "analysis":
            return [SHORT.encode(), "“No,” said the German chancellor.".encode()]
        case "actors":
            head = b"phrase\tcode\tkind\tstart\tend\n"
            return [head + b"the Mill\tRUS\tseat\t\t\nA B\tDEU\tperson FM\t2014\t\n"]
        case "project":
            return [b"\0\0\0\x64\x04abcd", b"\0\x01\0\0\x08\0\0\0\0\0\0\0\0", b"\xff\xff\xff\xff\0"]
        case "web":
            pages = (RSS, ATOM, _dated(), "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\n")
            return [
                *(bytes([kind]) + text.encode() for kind, text in enumerate(pages)),
                b"\4\0see https://harbour.example/a(b)?utm_source=x&c=d#e and feed:a.example",
            ]
        case "search":
            return [b'"keep the" OR bor*', "border talks Élan".encode()]
        case "arguments":
            return [line.replace(" ", "\n").encode() for line in COMMANDS]
        case _:
            return [bytes([first]) + LINES.encode() for first in range(4)]


COMMANDS = (
    "statements a.stance --country AAA --from 2022-01-01 --format jsonl",
    "statements a.stance --text border --officials --kind direct --act threaten --reprints",
    "chart a.stance --out x.svg --bin week --size 300x200 --theme dark",
    "info a.stance",
    "import b.stance a.txt --date 2022-02-15 --source Post",
    "resolve -",
    "score -",
    "--version",
)


def container(folder: Path, name: str) -> tuple[Path, dict[str, bytes]]:
    """A sound office document or archive, and the files in it."""
    path = folder / name
    match path.suffix:
        case ".docx":
            docx(path)
        case ".odt":
            odt(path, "".join(f"<text:p>{line}</text:p>" for line in STORY))
        case ".xlsx":
            book(path, ROWS)
        case _:
            zipped(path, {"a.txt": SHORT, "b.html": page(*STORY), "c.csv": "title,text\na,b\n"})
    with zipfile.ZipFile(path) as archive:
        return path, {part: archive.read(part) for part in archive.namelist()}


def project(folder: Path) -> Path:
    """A small sound project, always the same."""
    from stancedesk.store import Project

    path = folder / "sound.stance"
    if not path.exists():
        with Project.create(path) as made_project:
            fill(made_project, Random(3), articles=6, each=2)
    return path


def overwritten(whole: bytes, raw: bytes) -> bytes:
    """The file with pieces (4 bytes of place, 1 of length, the bytes) put over it."""
    out, at = bytearray(whole), 0
    while at + 5 <= len(raw):
        place, length = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4]
        piece = raw[at + 5 : at + 5 + length]
        if place >= len(out):
            del out[place % (len(whole) + 1) :]
        out[place : place + len(piece)] = piece
        at += 5 + length
    return bytes(out)


def _dated() -> str:
    found = json.dumps(
        {"@type": "NewsArticle", "datePublished": "2031-03-04", "headline": STORY[0]}
    )
    return page(*STORY, head=f'<script type="application/ld+json">{found}</script>')


def _records() -> list[bytes]:
    row = {"title": STORY[0], "text": STORY[1], "date": "2031-03-04", "url": "https://f.example/a"}
    line = json.dumps(row)
    table = f'title,text,date\n"{STORY[0]}","{STORY[1]}",2031-03-04\n'
    return [
        b"\0" + f"{line}\n{line}\n".encode(),
        b"\1" + json.dumps({"articles": [row]}).encode(),
        b"\2" + table.encode(),
        b"\3" + table.replace(",", "\t").encode(),
    ]


def _packed(folder: Path) -> list[bytes]:
    answer = ("200 OK", "text/html", page(*STORY).encode())
    plain = web_archive(folder / "a.warc", {"https://fjord.example/a": answer}, False)
    return [
        b"\0" + container(folder, "a.zip")[0].read_bytes(),
        b"\1" + container(folder, "a.docx")[0].read_bytes(),
        b"\2" + container(folder, "a.xlsx")[0].read_bytes(),
        b"\3" + gzip.compress(b'{"text": "Words that she said."}\n'),
        b"\4" + plain.read_bytes(),
        b"\5" + gzip.compress(plain.read_bytes()),
    ]
