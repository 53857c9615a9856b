"""Zip archives and web archives."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.importers.made import STORY, docx, page, read, refusal


def zipped(path: Path, files: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_each_file_of_an_archive_is_read_by_its_own_importer(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": f"She said {n}."}) for n in range(2))
    path = zipped(
        tmp_path / "a.zip",
        {
            "b/story.txt": "\n\n".join(STORY),
            "a/page.html": page(*STORY),
            "c.jsonl.gz": gzip.compress(f"{lines}\nbroken\n".encode()),
            "d.docx": docx(tmp_path / "d.docx").read_bytes(),
            "logo.png": b"\x89PNG",
            "__MACOSX/._story.txt": b"\x00\x05",
            ".hidden.txt": "Hidden words.",
        },
    )
    articles, failures = read(path)
    assert [article.path.removeprefix(str(tmp_path)) for article in articles] == [
        "/a.zip/page.html", "/a.zip/story.txt", "/a.zip/c.jsonl.gz:1", "/a.zip/c.jsonl.gz:2",
        "/a.zip/d.docx",
    ]  # fmt: skip
    assert [failure.path.removeprefix(str(tmp_path)) for failure in failures] == [
        "/a.zip/c.jsonl.gz:3"
    ]
    assert str(failures[0].error).startswith(f"{tmp_path}/a.zip/c.jsonl.gz:3")


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "a/\x00b.txt"]
)
def test_names_that_lead_elsewhere_write_nothing(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in" / "side"
    folder.mkdir(parents=True)
    path = zipped(folder / "a.zip", {name: "Words that somebody said."})
    articles, failures = read(path)
    assert len(articles) + len(failures) == 1
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", {f"{n}.txt": b"a" * 10_000_000 for n in range(3)})
    assert "unpacked" in refusal(path)


def test_a_directory_that_lies_about_sizes_gives_no_more_than_it_claims(tmp_path: Path) -> None:
    path = zipped(tmp_path / "lie.zip", {"a.txt": b"She said so. " * 100_000})
    raw = path.read_bytes()
    size = (1_300_000).to_bytes(4, "little")
    assert raw.count(size) == 2
    path.write_bytes(raw.replace(size, (13).to_bytes(4, "little")))
    articles, failures = read(path)
    assert all(len(article.text) <= 13 for article in articles)
    assert len(articles) + len(failures) == 1


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    assert "20,001 files" in refusal(
        zipped(tmp_path / "a.zip", {f"{n}.txt": b"" for n in range(20_001)})
    )


def test_an_archive_in_an_archive_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", "Deep words.")
    path = zipped(tmp_path / "a.zip", {"in.zip": inner.getvalue(), "a.txt": "He said so."})
    articles, failures = read(path)
    assert [article.text for article in articles] == ["He said so."]
    assert [failure.path.rsplit("/", 1)[1] for failure in failures] == ["in.zip"]


def test_an_encrypted_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "He said so.", "b.txt": "She did."})
    raw = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    path.write_bytes(raw)
    articles, failures = read(path)
    assert [article.text for article in articles] == ["She did."]
    assert "password" in str(failures[0].error)


def test_a_truncated_or_useless_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "He said so."})
    path.write_bytes(path.read_bytes()[:-30])
    assert "damaged" in refusal(path)
    assert "no file of a kind" in refusal(zipped(tmp_path / "b.zip", {"a.png": b"x"}))


def web_archive(path: Path, pages: Mapping[str, tuple[str, str, bytes]], packed: bool) -> Path:
    """A WARC of address -> (status, type, body); packed as usual, each record by itself."""
    raw = b""
    for number, (url, (status, kind, body)) in enumerate(pages.items()):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
            f"WARC-Date: 2041-01-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        raw += gzip.compress(record) if packed else record
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_web_archive_are_articles(tmp_path: Path, name: str) -> None:
    latin = "text/html; charset=latin-1"
    html = page(*STORY).replace("OSLO -", "ÅLESUND -").replace("“", "'").replace("”", "'")
    path = web_archive(
        tmp_path / name,
        {
            "https://fjord.example/2031/03/04/a": ("200 OK", latin, html.encode("latin-1")),
            "https://www.fjord.example/gone": ("404 Not Found", "text/html", b"<p>Not here</p>"),
            "https://www.fjord.example/a.png": ("200 OK", "image/png", b"\x89PNG"),
            "https://www.fjord.example/empty": ("200 OK", "text/html", b"<html></html>"),
        },
        name.endswith("gz"),
    )  # fmt: skip
    (article,), failures = read(path)
    assert article.title == STORY[0]
    assert "ÅLESUND" in article.text
    assert article.url == "https://fjord.example/2031/03/04/a"
    assert article.source == "fjord.example"
    assert [failure.path.rsplit("/", 1)[1] for failure in failures] == ["empty"]


def test_a_truncated_web_archive_gives_what_came_before(tmp_path: Path) -> None:
    story = ("200 OK", "text/html", page(*STORY).encode())
    path = web_archive(
        tmp_path / "a.warc.gz", {f"https://fjord.example/{n}": story for n in range(3)}, True
    )
    path.write_bytes(path.read_bytes()[:-200])
    articles, failures = read(path)
    assert len(articles) >= 2
    assert len(failures) <= 1


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "raw", [b"", b"Some words.", b"\x1f\x8b\x08junk", b"PK\x03\x04", b"WARC/1.0\r\n"]
)
def test_what_is_no_web_archive_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    refusal(path)
