"""The suite runs with the network refused; here is the proof that this refusal works."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from tests.hardening.network import NetworkUsedError, attempts, own_server


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


def test_only_the_port_of_a_tests_own_server_is_let_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mine, own_server(mine.getsockname()[1]):
        socket.create_connection(mine.getsockname(), 1).close()
        assert not attempts
        with pytest.raises(NetworkUsedError):
            socket.create_connection(("127.0.0.1", 9), 1)
        with pytest.raises(NetworkUsedError):
            socket.create_connection(("127.0.0.2", mine.getsockname()[1]), 1)
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("127.0.0.1", 9), 1)
    assert len(attempts) == 3
    attempts.clear()
