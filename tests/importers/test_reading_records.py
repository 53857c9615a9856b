"""JSON, JSON Lines and tables: many articles in a file, each bad record by itself."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.ports import Failure
from stancedesk.importers import read_any
from stancedesk.importers.columns import Head, guess_columns

GOOD = {
    "title": "Envoys meet",
    "text": "“We stay,” she said.",
    "date": "2031-11-03",
    "source": "Wire",
}


def read(path: Path) -> tuple[list[Article], list[Failure]]:
    found = list(read_any(path))
    return (
        [item for item in found if isinstance(item, Article)],
        [item for item in found if isinstance(item, Failure)],
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz"])
def test_lines_are_read_and_each_bad_one_is_named(tmp_path: Path, name: str) -> None:
    lines = [
        json.dumps(GOOD), "", "{broken", json.dumps({"title": "no text"}), "[1, 2]", "[" * 100_000,
        '{"text": 1' + "0" * 5_000 + "}", json.dumps({**GOOD, "date": None}),
        '{"text": "He said \\ud800."}',
    ]  # fmt: skip
    raw = ("\ufeff" + "\n".join(lines)).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    articles, failures = read(path)
    assert [article.path.rsplit(":", 1)[1] for article in articles] == ["1", "8", "9"]
    assert [failure.path.rsplit(":", 1)[1] for failure in failures] == ["3", "4", "5", "6", "7"]
    assert all(failure.path in str(failure.error) for failure in failures)
    assert articles[0].title == "Envoys meet"
    assert (articles[0].published, articles[0].date_basis) == ("2031-11-03", DateBasis.METADATA)
    assert articles[1].published is None
    articles[2].text.encode("utf-8")


@pytest.mark.parametrize(
    "value",
    [
        GOOD,
        [GOOD],
        {"status": "ok", "articles": [GOOD]},
        {"response": {"docs": [GOOD]}},
        {"articles": [{"headline": "Envoys meet", "content": GOOD["text"], "publishedAt":
                       "2031-11-03T10:00:00Z", "source": {"id": None, "name": "Wire"}}]},
    ],
)  # fmt: skip
def test_json_of_usual_shapes_is_read(tmp_path: Path, value: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    articles, failures = read(path)
    assert not failures
    assert [(a.title, a.source, a.published) for a in articles] == [
        ("Envoys meet", "Wire", "2031-11-03")
    ]


def test_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n", encoding="utf-8")
    assert len(read(path)[0]) == 2


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"nonsense", b"[]", b"3", b"\xff\xfe\x00", b"[" * 90_000]
)
def test_json_without_articles_is_refused_in_one_sentence(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    articles, failures = read(path)
    assert not articles
    assert len(failures) == 1
    assert "a.json" in failures[0].error.message


def test_damaged_gzip_gives_what_came_before(tmp_path: Path) -> None:
    import random

    noise = random.Random(1)
    lines = [json.dumps({**GOOD, "text": f"He said {noise.random()} words."}) for _ in range(3_000)]
    raw = gzip.compress("\n".join(lines).encode())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(raw[: len(raw) // 2])
    articles, failures = read(path)
    assert articles
    assert len(failures) == 1
    assert "damaged" in failures[0].error.message


def test_a_compressed_line_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stancedesk.importers.records.LINE_LIMIT", 100_000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(Random(1).randbytes(100_000).hex().encode()))
    articles, failures = read(path)
    assert not articles
    assert "longer than" in failures[0].error.message


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz"])
@pytest.mark.parametrize("line", ["{}\n", "a" * 100, '"a\n","b",\n'])
def test_a_compressed_file_grows_no_more_than_texts_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: str
) -> None:
    monkeypatch.setattr("stancedesk.importers.packed.SMALL", 10_000)
    first = "text\nShe said so.\n" if "csv" in name else json.dumps(GOOD) + "\n"
    (tmp_path / name).write_bytes(gzip.compress((first + line * 40_000).encode()))
    items = read_any(tmp_path / name)
    found = [str(item.error) for item in islice(items, 200_000) if isinstance(item, Failure)]
    assert "grows more than 200 times" in found[-1]
    assert not list(items)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_empty_lines_without_end_are_gone_through_no_further_than_a_sheet_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("stancedesk.importers.columns.BLANK", 1_000)
    record = json.dumps(GOOD) if "json" in name else f'"{GOOD["text"]}"'
    head = "" if "json" in name else "text\n"
    (tmp_path / name).write_text(f"{head}{record}\n" + "\n" * 900 + f"{record}\n" + "\n" * 1_100)
    articles, failures = read(tmp_path / name)
    assert len(articles) == 2
    assert "empty rows" in failures[0].error.message


def test_a_row_without_end_is_not_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stancedesk.importers.table.ROW_LIMIT", 10_000)
    for number, cells in enumerate(("word " * 3_000, '"a line\n",' * 3_000, '"' + "a\n" * 9_000)):
        path = tmp_path / f"{number}.csv"
        path.write_text(f"text,more\nShe said so.,x\n{cells}\nHe did not.,x\n")
        articles, failures = read(path)
        assert [article.text for article in articles] in (["She said so."], [])
        assert "has a row of more than" in failures[0].error.message


@pytest.mark.parametrize(
    ("name", "separator", "encoding"),
    [
        ("a.csv", ",", "utf-8-sig"),
        ("a.csv", ";", "cp1252"),
        ("a.tsv", "\t", "utf-8"),
        ("a.csv", ",", "utf-16"),
    ],
)
def test_tables_are_read_by_the_names_of_their_columns(
    tmp_path: Path, name: str, separator: str, encoding: str
) -> None:
    rows = [
        ["Publication Date", "Headline", "Full_Text", "Outlet"],
        ["2031-11-03", "Envoys meet", '"“We stay,” she said.\nIn Mérida."', "Wire"],
        ["2031-11-04", "Nothing in it", "", "Wire"],
    ]
    path = tmp_path / name
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    articles, failures = read(path)
    assert [(a.title, a.text, a.source, a.published) for a in articles] == [
        ("Envoys meet", "“We stay,” she said.\nIn Mérida.", "Wire", "2031-11-03")
    ]
    assert len(failures) == 1


def test_a_table_without_texts_says_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("code,name\nVAR,Varland\n", encoding="utf-8")
    (failure,) = read(path)[1]
    assert "column" in str(failure.error)


def test_a_cell_of_a_million_characters_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"text\n{'word ' * 200_000}\n", encoding="utf-8")
    assert len(read(path)[0][0].text) == 1_000_000


def test_of_two_columns_of_one_name_the_first_is_read_and_the_other_can_be_chosen(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text(
        f"date,date,text\n2031-11-03,2031-12-31,{GOOD['text'].replace(',', ';')}\n"
    )
    assert read(tmp_path / "a.csv")[0][0].published == "2031-11-03"

    def second(head: Head) -> dict[str, str]:
        assert head.names == ("date", "date (2)", "text")
        return {"text": "text", "date": "date (2)"}

    (other,) = read_any(tmp_path / "a.csv", second)
    assert isinstance(other, Article)
    assert other.published == "2031-12-31"


def test_columns_are_guessed_once_each() -> None:
    assert guess_columns(["Article Text", "pub_date", "media_name", "URL", "Title"]) == {
        "text": "Article Text", "date": "pub_date", "source": "media_name", "url": "URL",
        "title": "Title",
    }  # fmt: skip
    assert guess_columns(["code", "name"]) == {}
