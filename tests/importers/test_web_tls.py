"""Secure pages: a server must prove who it is."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.importers.web_fetch import FetchError, Guest, Manners
from tests.made_site import Site, page

PAIR = Path(__file__).resolve().parents[1] / "loopback.pem"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PAIR)
    with Site(context) as site:
        site["/1"] = page(1)
        yield site


def read(site: Site) -> bytes:
    place = f"127.0.0.1:{site.port}"
    return Guest(manners=Manners(pause=0)).page(f"https://{place}/1", place).body


def test_a_server_that_cannot_prove_itself_is_not_read(site: Site) -> None:
    with pytest.raises(FetchError, match="cannot prove that it is the server") as told:
        read(site)
    assert not told.value.again
    assert site.asked == []


def test_a_server_with_a_certificate_that_this_machine_trusts_is_read(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PAIR))
    assert b"ready to talk" in read(site)
