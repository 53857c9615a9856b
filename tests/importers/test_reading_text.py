"""Plain texts: encodings, headlines, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError
from stancedesk.importers import read_any, with_overrides
from stancedesk.importers.decode import decode

TEXT = "“We stay in the strait – at any cost,” the minister said in Mérida.\nNobody answered her."


def article(path: Path) -> Article:
    (found,) = read_any(path)
    assert isinstance(found, Article), found
    return found


def failure(path: Path) -> str:
    (found,) = read_any(path)
    assert isinstance(found, Failure), found
    assert str(path.name) in found.error.message
    assert "\n" not in str(found.error)
    return str(found.error)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_common_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT * 3).encode(encoding))
    assert article(path).text == TEXT * 3


def test_an_alphabet_of_its_own_is_guessed(tmp_path: Path) -> None:
    russian = "Министр заявил, что переговоры продолжатся в столице на следующей неделе. " * 8
    path = tmp_path / "a.txt"
    path.write_bytes(russian.encode("cp1251"))
    assert article(path).text == russian


@pytest.mark.parametrize(
    "declared", ["hex", "zip", "rot13", "idna", "punycode", "undefined", "unicode_escape", "\x00"]
)
def test_a_declared_encoding_that_is_none_of_texts_is_passed_over(declared: str) -> None:
    raw = b"The minister said d\xe9j\xe0 \xe9t\xe9 and \\x1b[31m to all of them."
    text = decode(raw, Path("a.html"), declared)
    assert text.startswith("The minister said")
    assert text.endswith("and \\x1b[31m to all of them.")


def test_utf8_cut_in_a_character_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode()[:-25] + "—".encode()[:2])
    assert article(path).text.startswith("“We stay in the strait – at")


def test_line_ends_and_strays_are_tidied(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"One line\r\nand two\rand\x00three, the minister said at length to all of them\n"
    )
    assert (
        article(path).text
        == "One line\nand two\nand three, the minister said at length to all of them\n"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Haran warns after second ship is stopped", "Haran warns after second ship is stopped"),
        ("# Haran warns after second ship is stopped", "Haran warns after second ship is stopped"),
        (
            "[ad_1]\nUpdated May 3rd, 2031 at 08:50 IST\n\nEnvoys meet at dawn",
            "Envoys meet at dawn",
        ),
        ("World\nBy Ana Lind\nEnvoys meet at dawn", "Envoys meet at dawn"),
        (
            "Strait crisis: Haran says Varland awaits reply",
            "Strait crisis: Haran says Varland awaits reply",
        ),
        ("Title: Envoys meet at dawn\nSource: Kessel Tribune", "Envoys meet at dawn"),
        ("The minister said on Monday that the strait would stay open.", ""),
        ("“We stay,” the minister said. “All of us.”", ""),
        ("Two ships turned back on Monday. The ministry was silent", ""),
    ],
)
def test_a_headline_is_found_and_a_first_sentence_is_none(
    tmp_path: Path, head: str, title: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"{head}\n\nThe envoy said that the harbour would stay open.\n", encoding="utf-8"
    )
    assert article(path).title == title


def test_a_text_of_one_line_has_no_headline(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Haran warns after second ship is stopped", encoding="utf-8")
    assert article(path).title == ""


def test_source_and_date_are_read_from_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Source: www.harbourpost.example Date: 2031-11-03\n\n{TEXT}", encoding="utf-8")
    found = article(path)
    assert (found.source, found.published, found.date_basis) == (
        "harbourpost.example", "2031-11-03", DateBasis.TEXT,
    )  # fmt: skip
    assert found.text[slice(*found.masks[0])] == "Source: www.harbourpost.example Date: 2031-11-03"


def test_an_article_without_a_date_stays_undated(tmp_path: Path) -> None:
    path = tmp_path / "2031-11-03.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert (article(path).published, article(path).date_basis) == (None, DateBasis.UNKNOWN)


def test_a_given_date_and_source_override(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Source: Tribune Date: 2031-11-03\n\n{TEXT}", encoding="utf-8")
    given = with_overrides(article(path), date="5 January 2032", source="Wire")
    assert (given.published, given.date_basis, given.source) == (
        "2032-01-05",
        DateBasis.GIVEN,
        "Wire",
    )
    assert with_overrides(article(path)) == article(path)
    for wrong in ("soon", "2032-02-30", "01/02/2032"):
        with pytest.raises(UserError, match="no date"):
            with_overrides(article(path), date=wrong)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (bytes(range(256)) * 40, "not text"),
        (b"%PDF-1.7 some more", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"SQLite format 3\x00rest", "SQLite"),
        (b"1234567890 " * 20, "not text"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, raw: bytes, word: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    assert word in failure(path)


def test_a_text_longer_than_any_article_is_refused_and_its_neighbours_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("She said that it was so. " * 100_000)
    assert "2,500,000 characters" in failure(tmp_path / "a.txt")
    monkeypatch.setattr("stancedesk.importers.article.LONGEST", 200)
    path = tmp_path / "b.csv"
    path.write_text(f"text\nHe said so.\n{'She said so. ' * 20}\nThey said so.\n")
    kinds = [type(item) for item in read_any(path)]
    assert kinds == [Article, Failure, Article]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    message = failure(path)
    assert "200 MB" in message
    assert "50 MB" in message
    assert "Split" in message


def test_missing_folders_and_pipes_are_refused_without_waiting(tmp_path: Path) -> None:
    import os

    assert "does not exist" in failure(tmp_path / "none.txt")
    (tmp_path / "d.txt").mkdir()
    assert "folder" in failure(tmp_path / "d.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "regular" in failure(tmp_path / "pipe.txt")


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert "may not be read" in failure(path)
    else:
        pytest.skip("this user may read everything")


def test_an_unknown_kind_names_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"PK\x03\x04")
    assert ".txt" in failure(path)


def test_lone_surrogates_never_reach_the_text() -> None:
    text = decode("He said \ud800 so.".encode("utf-8", "surrogatepass"), Path("a.txt"))
    assert text.encode("utf-8").decode() == text
