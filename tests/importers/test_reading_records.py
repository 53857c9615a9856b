"""JSON, JSON Lines and tables: many articles in a file, each bad record by itself."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.ports import Failure
from stancedesk.importers import read_any
from stancedesk.importers.columns import guess_columns

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


def test_a_compressed_line_without_end_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(60):
            file.write(b"a" * 1_000_000)
    articles, failures = read(path)
    assert not articles
    assert "longer than" in failures[0].error.message


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


def test_columns_are_guessed_once_each() -> None:
    assert guess_columns(["Article Text", "pub_date", "media_name", "URL", "Title"]) == {
        "text": "Article Text", "date": "pub_date", "source": "media_name", "url": "URL",
        "title": "Title",
    }  # fmt: skip
    assert guess_columns(["code", "name"]) == {}
