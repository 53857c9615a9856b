"""No test may use the network: the product never does without an action that says so.

Tests of that action have a server of their own on loopback; its one port is let through, and
nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")

attempts: list[str] = []
"""What tried to reach the network since a test began, though refused."""
_own: set[tuple[str, int]] = set()


class NetworkUsedError(RuntimeError):
    """Something tried to reach the network."""


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    asks = event.startswith("socket.get")
    address = arguments[0] if asks else arguments[1]
    if isinstance(address, str | bytes) and not asks:
        return  # a socket in the file system, between processes of this machine
    if (tuple(arguments[:2]) if asks else tuple(address[:2])) in _own:
        return
    attempts.append(f"{event} {address!r}")
    raise NetworkUsedError(attempts[-1])


def forbid() -> None:
    """Refuse every connection and every question to a name server from here on."""
    sys.addaudithook(_refuse)


@contextmanager
def own_server(port: int) -> Iterator[None]:
    """Let one port of 127.0.0.1 through, on which the test's own server listens."""
    _own.add(("127.0.0.1", port))
    try:
        yield
    finally:
        _own.discard(("127.0.0.1", port))
