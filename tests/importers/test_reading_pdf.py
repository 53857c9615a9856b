"""PDF documents: their text layer as paragraphs, or why there is none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from stancedesk.core.model import DateBasis
from stancedesk.importers.reflow import paragraphs
from tests.importers.made import pdf, read, refusal

LEFT = (
    "Envoys of two islands meet over herring",
    "",
    "OSLO - The foreign minister of Norway said on Monday that her govern-",
    "ment would not close the strait, whatever the others did in the com-",
    "ing weeks, and that she had told them so.",
    "A colleague warned that patience was running out, and that a cease-",
    "fire would need more than words before the summer came to its end.",
)


def test_lines_become_paragraphs_and_divided_words_are_joined(tmp_path: Path) -> None:
    (article,), failures = read(pdf(tmp_path / "a.pdf", [LEFT]))
    assert not failures
    parts = [part for part in article.text.split("\n") if part]
    assert parts[0] == "Envoys of two islands meet over herring"
    assert parts[1].endswith("in the coming weeks, and that she had told them so.")
    assert "government" in parts[1]
    assert parts[2].startswith("A colleague warned")
    assert "cease-fire" in parts[2]


def test_running_heads_and_page_numbers_do_not_part_sentences(tmp_path: Path) -> None:
    pages = [
        (
            "The Fjord Courier",
            f"The minister of {what} said on the day after that the talks would go on",
            f"and on until the {what} was over and nobody disagreed with her many plans",
            f"Page {n} of 4",
        )
        for n, what in enumerate(("fish", "salt", "ice", "wool"), start=1)
    ]
    (article,), _ = read(pdf(tmp_path / "a.pdf", pages))
    assert "Courier" not in article.text
    assert "Page" not in article.text
    assert "with her many plans The minister of salt said" in article.text


def test_the_day_on_which_a_pdf_was_made_is_not_the_date_of_the_article(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "a.pdf", [LEFT])))
    writer.add_metadata({"/CreationDate": "D:20310304120000Z", "/Title": "scan-0001.doc"})
    writer.write(tmp_path / "b.pdf")
    (article,), _ = read(tmp_path / "b.pdf")
    assert (article.published, article.date_basis) == (None, DateBasis.UNKNOWN)
    assert article.title == LEFT[0]


def test_a_scan_without_text_is_named_as_such(tmp_path: Path) -> None:
    assert "no text layer" in refusal(pdf(tmp_path / "scan.pdf", [(), ()]))


def test_a_protected_document_says_so(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "a.pdf", [LEFT])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    assert "password" in refusal(tmp_path / "b.pdf")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_document_never_crashes(tmp_path: Path, share: float) -> None:
    path = pdf(tmp_path / "a.pdf", [LEFT] * 3)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])
    articles, failures = read(path)
    assert len(articles) + len(failures) == 1


def test_a_tree_of_pages_that_bites_its_tail_ends(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [LEFT])
    path.write_bytes(path.read_bytes().replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"))
    articles, failures = read(path)
    assert not articles
    assert len(failures) == 1


def test_drawing_without_end_in_a_small_document_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "a.pdf", [LEFT])))
    words = StreamObject()
    words.set_data(b"BT /F1 12 Tf " + b"(a)Tj " * 800_000 + b"ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(words.flate_encode())
    writer.write(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").stat().st_size < 40_000
    started = time.process_time()
    assert "too large when unpacked" in refusal(tmp_path / "b.pdf")
    assert time.process_time() - started < 5


def test_more_pages_than_a_book_has_are_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [LEFT])
    raw = path.read_bytes()
    assert b"/Kids [5 0 R]" in raw
    path.write_bytes(raw.replace(b"/Kids [5 0 R]", b"/Kids [" + b"5 0 R " * 3_000 + b"]"))
    assert "pages" in refusal(path)


def test_short_lines_of_a_list_stay_apart() -> None:
    long = "And this line, which is as long as the lines of this text are,"
    sheet = ["Present were", "Norway", "Iceland", long, "went on to its end.", long]
    assert paragraphs([sheet]).split("\n\n")[:3] == ["Present were", "Norway", "Iceland"]
