"""The suite runs with the network refused; here is the proof that this refusal works."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from tests.hardening.network import NetworkUsedError, attempts


def test_a_connection_is_refused_and_remembered() -> None:
    with socket.socket() as plain, pytest.raises(NetworkUsedError):
        plain.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkUsedError):
        urllib.request.urlopen("https://example.org/")
    assert len(attempts) == 2
    attempts.clear()


def test_processes_of_this_machine_may_talk_to_each_other() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"x")
        assert other.recv(1) == b"x"
    assert not attempts
