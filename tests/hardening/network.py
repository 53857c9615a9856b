"""No test may use the network: the product never does without an action that says so."""

from __future__ import annotations

import sys
from typing import Any

EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")

attempts: list[str] = []
"""What tried to reach the network since a test began, though refused."""


class NetworkUsedError(RuntimeError):
    """Something tried to reach the network."""


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    address = arguments[0] if event.startswith("socket.get") else arguments[1]
    if isinstance(address, str | bytes) and not event.startswith("socket.get"):
        return  # a socket in the file system, between processes of this machine
    attempts.append(f"{event} {address!r}")
    raise NetworkUsedError(attempts[-1])


def forbid() -> None:
    """Refuse every connection and every question to a name server from here on."""
    sys.addaudithook(_refuse)
