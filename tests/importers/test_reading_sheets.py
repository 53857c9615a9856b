"""Workbooks and Parquet tables; lists of titles are no articles."""

from __future__ import annotations

import contextlib
import json
import sys
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from tests.importers.made import STORY, docx, read, refusal

ROWS = (
    ("Headline", "Full text", "Publish date", "Outlet", "Link"),
    (STORY[0], STORY[1], datetime(2031, 3, 4, 9, 30), "Fjord Courier", "https://fjord.example/1"),
    ("No text here", None, None, None, None),
    (None, None, None, None, None),
    (STORY[0], STORY[2], "5 March 2031", None, "https://www.fjord.example/2"),
)


def book(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def test_a_workbook_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    articles, failures = read(book(tmp_path / "a.xlsx", [("Notes",), ("none",)], ROWS))
    assert [(a.title, a.text, a.published, a.source) for a in articles] == [
        (STORY[0], STORY[1], "2031-03-04", "Fjord Courier"),
        (STORY[0], STORY[2], "2031-03-05", "fjord.example"),
    ]
    assert [failure.path.rsplit(":", 1)[1] for failure in failures] == ["3"]


def test_the_header_may_stand_below_a_title(tmp_path: Path) -> None:
    articles, _ = read(book(tmp_path / "a.xlsx", [("My export",), (), *ROWS]))
    assert len(articles) == 2


def test_a_cell_far_out_costs_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    far = '<row r="900000"><c r="XFD900000" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", far).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    articles, _ = read(path)
    assert len(articles) == 2


def test_a_row_numbered_beyond_any_sheet_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stancedesk.importers.columns.BLANK", 10_000)
    path = book(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    far = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    articles, failures = read(path)
    assert len(articles) == 2
    assert "empty rows" in str(failures[-1].error)


def test_one_text_that_a_small_table_says_many_times_is_not_read_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stancedesk.importers.packed.SMALL", 100_000)
    words = "She said so. " * 1_500
    tables = [tmp_path / "a.xlsx"]
    path = book(tables[0], [("text",), *[("X",)] * 2_000])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    once = f"<si><t>text</t></si><si><t>{words}</t></si>"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{once}</sst>'.encode()
    cells = "".join(f'<row r="{n}"><c t="s"><v>{int(n > 1)}</v></c></row>' for n in range(1, 2_000))
    parts[sheet] = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"</Types>", override.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, raw in parts.items():
            archive.writestr(part, raw)
    with contextlib.suppress(ImportError):
        import pyarrow
        from pyarrow import parquet

        tables.append(tmp_path / "a.parquet")
        parquet.write_table(pyarrow.table({"text": [words] * 2_000}), tables[1])
    for table in tables:
        articles, failures = read(table)
        assert 1 <= len(articles) < 1_000
        assert "reading stopped there" in str(failures[-1].error)


def test_external_entities_of_office_documents_read_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    head = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    made = (
        (docx(tmp_path / "a.docx"), "word/document.xml", b"</w:t>"),
        (book(tmp_path / "a.xlsx", ROWS), "xl/worksheets/sheet1.xml", b"</t>"),
    )
    for path, part, end in made:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        body = parts[part].partition(b"?>")[2] if parts[part].startswith(b"<?xml") else parts[part]
        assert end in body
        parts[part] = head + body.replace(end, b"&e;" + end)
        with zipfile.ZipFile(path, "w") as archive:
            for name, raw in parts.items():
                archive.writestr(name, raw)
        articles, failures = read(path)
        assert articles or failures
        assert not [item for item in articles if "secret words" in item.text + item.title]


def test_entities_of_a_workbook_are_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace(STORY[2], "&l11;")
    assert "&l11;" in sheet
    parts["xl/worksheets/sheet1.xml"] = f'<!DOCTYPE s [<!ENTITY l0 "ha">{laughs}]>{sheet}'.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    refusal(path)


def test_a_workbook_that_is_truncated_or_a_bomb_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[:-60])
    assert "damaged" in refusal(path)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", " " * 40_000_000)
    assert "unpacked" in refusal(tmp_path / "b.xlsx")


def test_a_workbook_without_texts_says_so(tmp_path: Path) -> None:
    assert "no column of texts" in refusal(book(tmp_path / "a.xlsx", [("a", "b"), (1, 2)]))


def test_a_parquet_table_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table(
        {
            "id": [1, 2, 3],
            "title": ["First", "Second", None],
            "text": [STORY[1], None, STORY[2]],
            "date": [datetime(2031, 3, 4), None, datetime(2031, 3, 6)],
        }
    )
    parquet.write_table(table, tmp_path / "a.parquet")
    articles, failures = read(tmp_path / "a.parquet")
    assert [(a.title, a.text, a.published) for a in articles] == [
        ("First", STORY[1], "2031-03-04"),
        ("", STORY[2], "2031-03-06"),
    ]
    assert [failure.path.rsplit(":", 1)[1] for failure in failures] == ["2"]
    raw = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "b.parquet").write_bytes(raw[: len(raw) // 2])
    assert "damaged" in refusal(tmp_path / "b.parquet")


def test_without_pyarrow_a_parquet_table_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and more")
    assert 'pip install "stancedesk[parquet]"' in refusal(tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"no table")
    assert "not a Parquet table" in refusal(tmp_path / "b.parquet")


MEDIA_CLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    "1,2031-03-05,en,fjord.example,fjord.example,2031-03-04,Envoys meet,https://fjord.example/1\n"
)
GDELT = "URL,MobileURL,Date,Title\nhttps://fjord.example/1,,2031-03-04 09:30:00,Envoys meet\n"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (MEDIA_CLOUD, "Media Cloud"),
        (GDELT, "GDELT"),
        ("title,date,link\nA,2031-03-04,x\n", "a list"),
    ],
)
def test_a_table_of_titles_is_named_as_what_it_is(tmp_path: Path, text: str, whose: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    told = refusal(tmp_path / "a.csv")
    assert whose in told
    assert "titles are no articles" in told


def test_an_article_list_in_json_is_named_once(tmp_path: Path) -> None:
    row = {
        "url": "https://fjord.example/1", "url_mobile": "", "title": "Envoys meet",
        "seendate": "20310304T093000Z", "domain": "fjord.example", "language": "English",
        "sourcecountry": "Norway",
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps({"articles": [row] * 5}), encoding="utf-8")
    assert "GDELT" in refusal(tmp_path / "a.json")


def test_media_cloud_with_texts_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "stories_id,publish_date,title,url,media_name,text\n"
        f'1,2031-03-04 10:00:00,Envoys meet,https://fjord.example/1,Fjord,"{STORY[1]}"\n',
        encoding="utf-8",
    )
    (article,), _ = read(tmp_path / "a.csv")
    assert (article.published, article.source, article.text) == ("2031-03-04", "Fjord", STORY[1])


def test_a_text_that_the_service_cut_is_no_article(tmp_path: Path) -> None:
    cut = {
        "title": "A",
        "url": "https://fjord.example/1",
        "content": f"{STORY[1]} And… [+2406 chars]",
    }
    whole = {"title": "B", "content": STORY[2], "publishedAt": "2031-03-04T10:00:00Z"}
    (tmp_path / "a.json").write_text(json.dumps({"articles": [cut, whole]}), encoding="utf-8")
    articles, failures = read(tmp_path / "a.json")
    assert [article.title for article in articles] == ["B"]
    assert "only the beginning" in str(failures[0].error)
