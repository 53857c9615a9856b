"""Mail messages and pages saved with their pictures."""

from __future__ import annotations

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from stancedesk.core.model import DateBasis
from tests.importers.made import STORY, page, read, refusal


def message(text: str = "\n\n".join(STORY), html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "The Fjord Courier <news@mail.fjord-courier.example>"
    made["Subject"] = "Envoys meet: „Hering“ on the table"
    made["Date"] = "Tue, 04 Mar 2031 23:30:00 -0500"
    if text:
        made.set_content(text)
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html")
    return made


def test_a_message_gives_its_text_subject_sender_and_the_day_it_prints(tmp_path: Path) -> None:
    made = message(html=page("Another", "x"))
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    (article,), failures = read(tmp_path / "a.eml")
    assert not failures
    assert article.text.strip() == "\n\n".join(STORY)
    assert article.title == "Envoys meet: „Hering“ on the table"
    assert article.source == "mail.fjord-courier.example"
    assert (article.published, article.date_basis) == ("2031-03-04", DateBasis.METADATA)


def test_a_message_that_is_a_page_gives_the_article_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message("", page(*STORY)).as_bytes())
    (article,), _ = read(tmp_path / "a.eml")
    assert article.title == STORY[0]
    assert STORY[1] in article.text
    assert "<p>" not in article.text


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.fjord-courier.example/2031/03/04/herring
Subject: =?utf-8?Q?Envoys=20meet?=
Date: Wed, 5 Jun 2041 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.fjord-courier.example/2031/03/04/herring

{page}
----b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----b--
"""


@pytest.mark.parametrize("suffix", [".mhtml", ".mht"])
def test_a_saved_page_is_read_with_its_address_and_not_the_day_of_saving(
    tmp_path: Path, suffix: str
) -> None:
    import quopri

    source = quopri.encodestring(page(*STORY).encode()).decode()
    path = tmp_path / f"a{suffix}"
    path.write_text(MHTML.replace("{page}", source), encoding="utf-8")
    (article,), failures = read(path)
    assert not failures
    assert article.title == STORY[0]
    assert STORY[2] in article.text
    assert article.url.endswith("/2031/03/04/herring")
    assert article.source == "fjord-courier.example"
    assert article.published is None


@pytest.mark.parametrize("suffix", [".eml", ".mhtml"])
@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\x01\x02\x03",
        b"%PDF-1.4 and more",
        b"Just some words without any header.",
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
        b"Subject: x\nContent-Type: text/plain; charset=x\nContent-Transfer-Encoding: base64\n\n!",
        b"Subject: x\nContent-Type: " + b"a" * 100_000 + b"\n\n",
        b"Subject: =?x?q?" + b"=?" * 20_000 + b"\nMIME-Version: 1.0\n\n\n",
    ],
)
def test_broken_messages_are_refused_in_a_sentence(tmp_path: Path, suffix: str, raw: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(raw)
    refusal(path)


def test_parts_nested_without_end_are_given_up(tmp_path: Path) -> None:
    raw = "Subject: x\nMIME-Version: 1.0\n"
    for n in range(300):
        raw += f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"
    (tmp_path / "a.eml").write_text(raw + "Content-Type: text/plain\n\nHe said so.\n")
    refusal(tmp_path / "a.eml")


LONG_HEADERS = {
    "names": b"From: " + b"<" * 100_000 + b"\n",
    "people": b"From: " + b'"a" <b@c>, ' * 20_000 + b"\n",
    "words": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n",
    "fields": b"Subject: a;b=c;\nContent-Type: text/plain" + b"; x*1=a" * 30_000,
    "boundary": b'Subject: a\nContent-Type: multipart/mixed; boundary="' + b"a" * 100_000 + b'"\n',
}


@pytest.mark.parametrize("kind", LONG_HEADERS)
def test_headers_without_end_cost_no_time(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.eml").write_bytes(LONG_HEADERS[kind] + b"\n\nShe said that it was so.\n")
    started = time.process_time()
    articles, failures = read(tmp_path / "a.eml")
    assert time.process_time() - started < 2
    assert len(articles) + len(failures) == 1


def test_messages_in_messages_and_parts_without_end_are_refused(tmp_path: Path) -> None:
    deep = b"Content-Type: message/rfc822\n\n" * 1_000 + b"Subject: a\n\nShe said so.\n"
    (tmp_path / "deep.eml").write_bytes(b"From: a@b.example\n" + deep)
    assert "cannot be read" in refusal(tmp_path / "deep.eml")
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    (tmp_path / "many.mhtml").write_bytes(head + b"--b\n\n\n" * 30_000)
    assert "parts" in refusal(tmp_path / "many.mhtml")


def test_a_page_behind_five_thousand_pictures_is_read(tmp_path: Path) -> None:
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    pictures = "--b\nContent-Type: image/png\n\nx\n" * 5_000
    last = f"--b\nContent-Type: text/html; charset=utf-8\n\n{page(*STORY)}\n--b--\n"
    (tmp_path / "a.mhtml").write_text(head + pictures + last, encoding="utf-8")
    (article,), _ = read(tmp_path / "a.mhtml")
    assert article.title == STORY[0]
