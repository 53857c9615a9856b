"""Word, OpenDocument and rich text documents: what is read, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.importers.made import ODF, STORY, docx, odt, read, refusal


def paragraphs(*lines: str) -> str:
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def test_a_word_document_gives_its_paragraphs_and_headline(tmp_path: Path) -> None:
    (article,), failures = read(
        docx(tmp_path / "a.docx", (STORY[0], "Published 4 March 2031", *STORY[1:]))
    )
    assert not failures
    assert article.title == STORY[0]
    assert article.published == "2031-03-04"
    assert article.text.split("\n")[2:] == list(STORY[1:])


def test_the_title_in_the_properties_of_a_document_is_kept(tmp_path: Path) -> None:
    (article,), _ = read(docx(tmp_path / "a.docx", STORY[1:], "Talks in Oslo"))
    assert article.title == "Talks in Oslo"


def test_tables_of_a_word_document_come_in_their_place(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Before the table.")
    document.add_table(1, 2).cell(0, 1).text = "Inside the table."
    document.add_paragraph("After\tthe table.")
    document.save(str(tmp_path / "a.docx"))
    (article,), _ = read(tmp_path / "a.docx")
    assert [line for line in article.text.split("\n") if line] == [
        "Before the table.", "Inside the table.", "After\tthe table.",
    ]  # fmt: skip


def test_an_opendocument_text_gives_headings_spaces_and_breaks(tmp_path: Path) -> None:
    body = (
        f"<text:h>{STORY[0]}</text:h>"
        '<text:p>“We<text:s text:c="2"/>will <text:span>not</text:span><text:line-break/>close it,”'
        "<text:note><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note>"
        " she said.</text:p>"
    )
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks &amp; tea</dc:title></m>'
    (article,), _ = read(odt(tmp_path / "a.odt", body, {"meta.xml": meta}))
    assert article.title == "Talks & tea"
    assert article.text == f"{STORY[0]}\n“We  will not\nclose it,” she said."


def test_deleted_text_of_an_opendocument_text_is_left_out(tmp_path: Path) -> None:
    body = "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>" + paragraphs(
        "Stays."
    )
    (article,), _ = read(odt(tmp_path / "a.odt", body))
    assert article.text == "Stays."


def test_rich_text_gives_its_words_with_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}"
        rb"\b Envoys meet in Oslo again\b0\par \'93We will not close the strait,\'94 said"
        rb" Kj\'e6r and \u321?ukasz.\par{\pict\pngblip 89504e470d0a}}"
    )
    (article,), _ = read(path)
    assert article.title == "Envoys meet in Oslo again"
    assert "“We will not close the strait,” said Kjær and Łukasz." in article.text
    assert "89504e" not in article.text


def test_entities_of_an_opendocument_text_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("THE SECRET", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "content.xml",
            f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
            f"<d {ODF}><text:p>Said &l11; so &x; there.</text:p></d>",
        )
    articles, failures = read(path)
    assert all(len(a.text) < 1_000 and "SECRET" not in a.text for a in articles)
    assert len(articles) + len(failures) == 1


def test_a_huge_count_of_spaces_is_cut(tmp_path: Path) -> None:
    body = '<text:p>He said<text:s text:c="999999999"/>so.</text:p>'
    (article,), _ = read(odt(tmp_path / "a.odt", body))
    assert len(article.text) < 200


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_a_document_that_grows_beyond_measure_is_not_opened(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bomb{suffix}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("content.xml", "word/document.xml"):
            archive.writestr(name, b"<d>" + b" " * 30_000_000 + b"</d>")
    assert "unpacked" in refusal(path)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_a_truncated_document_is_damaged(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".docx":
        docx(path)
    else:
        odt(path, paragraphs(*STORY))
    path.write_bytes(path.read_bytes()[:-100])
    assert "damaged" in refusal(path)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".xlsx", ".zip", ".pdf"])
@pytest.mark.parametrize(
    "raw", [b"Only words, she said.", b"\x00\x01\x02", b"%PDF-1.4 no", b"PK\x03\x04"]
)
def test_a_wrong_suffix_is_told_in_a_sentence(tmp_path: Path, suffix: str, raw: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(raw)
    refusal(path)


def test_paragraphs_in_paragraphs_that_repeat_themselves_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stancedesk.importers.docx.ARTICLE_LIMIT", 1_500_000)
    path = docx(tmp_path / "a.docx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name, words = "word/document.xml", "<w:r><w:t>He said so.</w:t></w:r>"
    head, _, rest = parts[name].decode().partition("<w:p>")
    deep = "<w:p>" * 100 + words * 2_000 + "</w:p>" * 100
    parts[name] = f"{head}{deep}<w:p>{rest}".encode()
    assert len(parts[name]) < 100_000
    with zipfile.ZipFile(path, "w") as archive:
        for part, raw in parts.items():
            archive.writestr(part, raw)
    assert "too much text" in refusal(path)


def test_a_number_of_spaces_without_end_is_no_more_than_a_few(tmp_path: Path) -> None:
    body = paragraphs(STORY[1] + f'<text:s text:c="{"9" * 5_000}"/>so')
    (article,), _ = read(odt(tmp_path / "a.odt", body))
    assert len(article.text) < len(STORY[1]) + 200


def test_a_document_protected_by_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "password" in refusal(path)
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    body = paragraphs(*STORY)
    assert "password" in refusal(odt(tmp_path / "b.odt", body, {"META-INF/manifest.xml": manifest}))


def test_documents_without_their_parts_are_refused(tmp_path: Path) -> None:
    for name in ("a.docx", "b.odt"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("other.xml", "<x/>")
        refusal(tmp_path / name)
    docx(tmp_path / "c.docx")
    (tmp_path / "c.docx").rename(tmp_path / "c.odt")
    refusal(tmp_path / "c.odt")
    assert "no text" in refusal(docx(tmp_path / "d.docx", ()))


@pytest.mark.parametrize(
    "raw",
    [
        b"{\\rtf1" + b"{" * 100_000,
        b"{\\rtf1 " + b"\\u99999999999?" * 50,
        b"{\\rtf1\\ansicpg99999 \\'zz\\'",
        b"{\\rtf1\\bin999999999 x",
        b"{\\rtf1 }",
    ],
)
def test_broken_rich_text_is_read_or_refused_without_a_crash(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(raw)
    articles, failures = read(path)
    assert len(articles) + len(failures) == 1
