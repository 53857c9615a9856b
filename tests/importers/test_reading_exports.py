"""Exports of press databases: many articles in one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.made import STORY, docx, read

FACTIVA = """HD          Envoys of two islands meet
            over herring
BY          By Ola Nordmann
WC          512 words
PD          4 March 2031
ET          09:30
SN          The Fjord Courier
SC          FJORDC
LA          English
CY          (c) 2031 The Fjord Courier. All Rights Reserved.

LP

OSLO - “We will not close the strait,” the foreign minister said.

TD

IN the evening her colleague warned that patience was
running out.

“Not now,” he said.

CO          herring : Herring Ltd
NS          gdip : International Relations
AN          Document FJORDC0020310304er3400001

HD          Second story of the day
WC          33 words
PD          5 March 2031
SN          Harbour Times
LP
She said that she would stay.
AN          Document HARBT00020310305er3500002
"""

PLAIN_FACTIVA = """Envoys of two islands meet over herring
By Ola Nordmann
512 words
4 March 2031
09:30
The Fjord Courier
FJORDC
4
English
(c) 2031 The Fjord Courier. All Rights Reserved.

OSLO - “We will not close the strait,” the foreign minister said.

“Not now,” he said.

Document FJORDC0020310304er3400001

Second story of the day
33 words
5 March 2031
Harbour Times
HARBT
English
Copyright 2031, Harbour Times

She said that she would stay.

Document HARBT00020310305er3500002

Search Summary
Text  herring
"""

NEXIS = """
                               1 of 2 DOCUMENTS

                              The Fjord Courier

                            March 4, 2031 Tuesday
                              Late Edition - Final

Envoys of two islands meet over herring

BYLINE: By OLA NORDMANN

SECTION: Section A; Column 0; Foreign Desk; Pg. 6

LENGTH: 512 words

DATELINE: OSLO

“We will not close the strait,” the foreign
minister said.

“Not now,” he said.

URL: http://www.fjord.example

LOAD-DATE: March 4, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2031 The Fjord Courier Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                Harbour Times

                                 5 March 2031

Second story of the day

LENGTH: 33 words

She said that she would stay.

LOAD-DATE: March 5, 2031
"""

UNI = """Envoys of two islands meet over herring
The Fjord Courier
March 4, 2031 Tuesday

Copyright 2031 The Fjord Courier Company All Rights Reserved
Section: Section A; Pg. 6
Length: 512 words
Byline: By Ola Nordmann
Dateline: OSLO

Body

“We will not close the strait,” the foreign minister said.

“Not now,” he said.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: March 4, 2031

End of Document

Second story of the day
Harbour Times
5 March 2031

Copyright 2031 Harbour Times
Length: 33 words

Body

She said that she would stay.

Load-Date: March 5, 2031

End of Document
"""


@pytest.mark.parametrize("text", [FACTIVA, PLAIN_FACTIVA, NEXIS, UNI])
def test_each_article_of_an_export_has_title_outlet_day_and_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    articles, failures = read(tmp_path / "a.txt")
    assert not failures
    assert [(a.title, a.source, a.published) for a in articles] == [
        ("Envoys of two islands meet over herring", "The Fjord Courier", "2031-03-04"),
        ("Second story of the day", "Harbour Times", "2031-03-05"),
    ]
    first, second = articles
    assert "We will not close the strait,” the foreign minister said." in first.text
    assert "“Not now,” he said." in first.text
    assert second.text == "She said that she would stay."
    assert not any(
        word in first.text for word in ("Copyright", "Rights", "LOAD", "ENGLISH", "gdip")
    )
    assert [a.path.rsplit(":", 1)[1] for a in articles] == ["1", "2"]


def test_prose_that_begins_with_a_tag_is_prose(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTIVA, encoding="utf-8")
    articles, _ = read(tmp_path / "a.txt")
    assert "IN the evening her colleague warned that patience was running out." in articles[0].text


def test_an_export_is_recognised_in_rich_text_and_in_word(tmp_path: Path) -> None:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    rtf = "{\\rtf1\\ansi " + escaped(UNI).replace("\n", "\\par\n") + "}"
    (tmp_path / "a.rtf").write_bytes(rtf.encode("ascii"))
    docx(tmp_path / "b.docx", UNI.split("\n"))
    for name in ("a.rtf", "b.docx"):
        articles, failures = read(tmp_path / name)
        assert not failures
        assert [a.published for a in articles] == ["2031-03-04", "2031-03-05"]


def test_fields_in_the_cells_of_a_table_are_fields(tmp_path: Path) -> None:
    rows = "".join(
        f"\\trowd\\cellx1000\\cellx9000 {tag}\\cell {value}\\cell\\row\n"
        for tag, value in (
            ("HD", STORY[0]), ("WC", "512 words"), ("PD", "4 March 2031"),
            ("SN", "The Fjord Courier"), ("LP", "She said that she would stay."),
        )
    )  # fmt: skip
    (tmp_path / "a.rtf").write_bytes(("{\\rtf1\\ansi " + rows + "}").encode("ascii"))
    (article,), _ = read(tmp_path / "a.rtf")
    assert (article.title, article.published) == (STORY[0], "2031-03-04")
    assert article.text == "She said that she would stay."


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(STORY),
        "The library holds 1 of 2 DOCUMENTS that she asked for.\n\nLENGTH: long, he said.",
        "End of Document\n\nThat was how the letter closed, the minister said.",
        "HD is short for high definition.\n\nPD  is not, she said.",
        "Document ABC00000020310304xx\n\nis the name of the file, he said.",
        "1 of 2\n\nThe first half of the story, she said.",
    ],
)
def test_an_article_that_looks_a_little_like_an_export_stays_whole(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,), _ = read(tmp_path / "a.txt")
    assert article.text == text


def test_an_article_of_an_export_without_text_is_a_failure_by_itself(tmp_path: Path) -> None:
    empty = NEXIS.replace("She said that she would stay.", "")
    (tmp_path / "a.txt").write_text(empty, encoding="utf-8")
    articles, failures = read(tmp_path / "a.txt")
    assert len(articles) == 1
    assert [failure.path.rsplit(":", 1)[1] for failure in failures] == ["2"]


def test_a_large_text_of_fields_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    import time

    (tmp_path / "a.txt").write_text(("HD  x\n" + "| \t" * 500 + "\n") * 500, encoding="utf-8")
    started = time.perf_counter()
    read(tmp_path / "a.txt")
    assert time.perf_counter() - started < 10
