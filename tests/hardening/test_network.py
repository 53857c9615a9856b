"""The suite runs with the network refused; here is the proof that this refusal works."""

from __future__ import annotations

import ast
import socket
import urllib.request
from pathlib import Path

import pytest

import stancedesk
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


CONNECTING = {"socket", "http", "urllib.request", "requests", "urllib3", "ftplib", "smtplib",
              "xmlrpc", "PySide6.QtNetwork"}  # fmt: skip


def test_one_module_alone_can_open_a_connection_to_the_web() -> None:
    package = Path(stancedesk.__file__).parent
    found = set()
    for file in package.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
            if any(name in CONNECTING or name.partition(".")[0] in CONNECTING for name in names):
                found.add(str(file.relative_to(package)))
    assert found == {str(Path("importers", "web_wire.py"))}
