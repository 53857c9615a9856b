"""Saved web pages, well made and hostile."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.core.ports import Failure
from stancedesk.importers import read_any

TITLE = "Haran warns after second ship is stopped"
BODY = """<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Haran warns after second ship is stopped</h1>
<p>President Ilse Haran returned to the capital on Monday to a crowd that had waited since dawn.</p>
<blockquote><p>“Not one more ship,” she said from the steps. “Not one.”</p></blockquote>
<p>The ministry of the Ostrava Union said that it had not been told of any ship at all.</p>
<p>Its minister added that “there is still a table, and there are still chairs”.</p></article>
<aside><h3>Most read</h3><a href="/x">Ten harbours to see this summer</a></aside>
<footer>© 2019 The Harbour Post. Privacy policy. Contact us.</footer>"""
META = '<meta property="article:published_time" content="2032-01-05T23:30:00-05:00">'


def write(
    tmp_path: Path, head: str = "", body: str = BODY, title: str = f"{TITLE} | The Harbour Post"
) -> Path:
    path = tmp_path / "page.html"
    page = (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )
    path.write_bytes(page.encode("utf-8", "surrogatepass"))
    return path


def article(path: Path) -> Article:
    (found,) = read_any(path)
    assert isinstance(found, Article), found
    return found


def test_main_text_keeps_paragraphs_and_quotations_and_leaves_the_rest(tmp_path: Path) -> None:
    text = article(write(tmp_path)).text
    assert "“Not one more ship,” she said from the steps. “Not one.”" in text.split("\n")
    assert "chairs”." in text
    assert "Home" not in text
    assert "Ten harbours" not in text
    assert "Privacy" not in text


def test_title_outlet_address_and_date_come_from_the_page(tmp_path: Path) -> None:
    head = META + (
        '<meta property="og:site_name" content="The Harbour Post">'
        '<link rel="canonical" href="https://www.harbourpost.example/world/ship-stopped">'
    )
    found = article(write(tmp_path, head))
    assert found.title == TITLE
    assert found.source == "The Harbour Post"
    assert found.url == "https://www.harbourpost.example/world/ship-stopped"
    assert (found.published, found.date_basis) == ("2032-01-05", DateBasis.METADATA)


def test_without_a_site_name_the_domain_is_the_outlet(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://www.harbourpost.example/world/ship">'
    assert article(write(tmp_path, head)).source == "harbourpost.example"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2022-02-15">', "2022-02-15"),
        ('<meta name="parsely-pub-date" content="2022-02-15T08:00:00Z">', "2022-02-15"),
        ('<meta itemprop="datePublished" content="15 February 2022">', "2022-02-15"),
        ('<meta property="article:modified_time" content="2022-02-16">', "2022-02-16"),
        (
            '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":'
            '"NewsArticle","dateModified":"2022-02-17","datePublished":"2022-02-15T01:00:00Z"}]}</script>',
            "2022-02-15",
        ),
        (
            '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":'
            '"NewsArticle","datePublished":"2021-01-01"}]}</script>',
            None,
        ),
        ('<link rel="canonical" href="https://a.example/2022/02/15/ship">', "2022-02-15"),
        ('<link rel="canonical" href="https://a.example/2022/feb/15/ship">', "2022-02-15"),
        ('<link rel="canonical" href="https://a.example/2022/02/ship">', None),
        ('<meta property="article:published_time" content="2022-02">', None),
        ('<meta property="og:image" content="https://a.example/2021/03/04/ship.jpg">', None),
        ('<meta name="date" content="9999-12-31">', None),
        ("", None),
    ],
)
def test_a_date_is_declared_by_the_page_or_unknown(
    tmp_path: Path, head: str, day: str | None
) -> None:
    assert article(write(tmp_path, head)).published == day


def test_published_beats_modified(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2032-01-09">' + META
    assert article(write(tmp_path, head)).published == "2032-01-05"


def test_time_elements_count_where_they_agree(tmp_path: Path) -> None:
    one = BODY.replace(
        "<p>President", '<time datetime="2022-02-15T08:00">15 Feb</time><p>President'
    )
    assert article(write(tmp_path, body=one)).published == "2022-02-15"
    two = one.replace("<p>Its", '<time datetime="2019-01-01">then</time><p>Its')
    assert article(write(tmp_path, body=two)).published is None


def test_a_labelled_date_in_the_text_is_the_last_resort(tmp_path: Path) -> None:
    body = BODY.replace(
        "<p>President", "<p>Published 15 February 2022 at 08:15 IST</p><p>President"
    )
    found = article(write(tmp_path, body=body))
    assert (found.published, found.date_basis) == ("2022-02-15", DateBasis.TEXT)


def test_a_declared_encoding_is_believed_where_utf8_fails(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    page = f"<html><head><meta charset=iso-8859-2><title>x</title></head><body>{BODY}</body></html>"
    page = page.replace("“", '"').replace("”", '"').replace("©", "").replace("Monday", "Pondělí")
    path.write_bytes((page + "ěščřž" * 9).encode("iso-8859-2"))
    assert "Pondělí" in article(path).text


def test_xhtml_with_a_declaration_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.xhtml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC'
        ' "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{BODY}</body></html>",
        encoding="utf-8",
    )
    assert "still chairs" in article(path).text


HOSTILE = {
    "nested": "<div>" * 10_000 + "<p>He said this.</p>" + "</div>" * 10_000,
    "quotes": "<b><i><blockquote>" * 20_000 + "words",
    "tables": "<table><tr><td>" * 2_000 + "he said it",
    "attributes": "<p " + " ".join(f'a{i}="{i}"' for i in range(50_000)) + f">x</p>{BODY}",
    "brackets in attributes": "<p " + " ".join(f"a{i}='<x'" for i in range(50_000)) + f">{BODY}",
    "attributes in a row": "<my-p " + "".join(f"a{i}='>'" for i in range(50_000)) + f">{BODY}",
    "paragraphs": "<p>He said so.</p>" * 70_000,
    "entities": "&lt;" * 100_000,
    "brackets": "<" * 100_000,
    "comment": "<!-- " * 20_000,
    "cdata": "<![CDATA[" * 20_000,
    "nul": BODY.replace("ship", "sh\x00ip"),
    "surrogate": BODY.replace("ship", "sh\udfffip"),
    "json": '<script type="application/ld+json">' + "[" * 100_000 + f"</script>{BODY}",
    "word": f"<p>{'a' * 500_000}</p>",
    "frames": '<frameset><frame src="x"></frameset>',
    "script": "<script>" + "a=1;" * 50_000,
    "svg": f"<svg onload=alert(1)><foreignObject>{BODY}</foreignObject></svg>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_read_or_refused_and_never_hangs(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path, body=HOSTILE[kind])
    started = time.process_time()
    (found,) = read_any(path)
    assert time.process_time() - started < 10
    if isinstance(found, Article):
        found.text.encode("utf-8")
        assert "\x00" not in found.text
        assert "<script" not in found.text
    else:
        assert "page.html" in found.error.message


def test_a_page_over_its_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (found,) = read_any(path)
    assert isinstance(found, Failure)
    assert "200 MB" in found.error.message
