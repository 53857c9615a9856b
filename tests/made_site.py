"""A web site on loopback for the tests of web sources: what it answers is up to each test."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.hardening import network

Write = Callable[[bytes], object]

PAGE = """<!doctype html><html><head><title>{title} | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2032-02-0{day}T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>{title}</h1>
<p>The council of the three ports met again on Monday after a month without a word from either side.</p>
<p>“We are ready to talk without conditions, number {number},” said Mira Solano, a spokeswoman.</p>
<p>Traders along the quay have waited since spring for a rule on who may unload first, she added.</p>
</article></body></html>"""  # noqa: E501


@dataclass
class Reply:
    """An answer: `body` may be a function that writes it bit by bit, as long as it likes."""

    body: bytes | str | Callable[[Write], object] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


def page(number: int, day: int = 3) -> Reply:
    """A page with an article that differs from others by its number."""
    words = PAGE.format(title=f"Envoys return to the table {number}", number=number, day=day)
    more = " ".join(
        f"Crane {number * 7 + each} waits for ship {each * number}." for each in range(40)
    )
    return Reply(words.replace("</article>", f"<p>{more}</p></article>"))


def redirect(where: str, status: int = 302) -> Reply:
    """An answer that leads elsewhere."""
    return Reply("", status, {"Location": where})


def feed(*entries: tuple[str, str], title: str = "Harbour Post", **headers: str) -> Reply:
    """An RSS feed with entries of title and link."""
    items = "".join(
        f"<item><title>{name}</title><link>{link}</link><guid>{link}</guid>"
        "<pubDate>Tue, 03 Feb 2032 23:30:00 -0500</pubDate>"
        f"<description>{name} in short.</description></item>"
        for name, link in entries
    )
    body = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}'
        "</channel></rss>"
    )
    kind = {"Content-Type": "application/rss+xml"}
    return Reply(
        body, 200, kind | {name.replace("_", "-"): value for name, value in headers.items()}
    )


class Site:
    """Answers by path; remembers what it was asked. Use it as a context."""

    def __init__(self, secure: ssl.SSLContext | None = None) -> None:
        self.replies: dict[str, Reply | Callable[[Message], Reply]] = {}
        self.asked: list[str] = []
        self.times: list[float] = []
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        if secure is not None:
            self._server.socket = secure.wrap_socket(self._server.socket, server_side=True)
        self.port = int(self._server.server_address[1])
        self._exit = ExitStack()

    def url(self, path: str) -> str:
        """The full address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def pages(self) -> list[str]:
        """Paths that were asked for, without robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def __setitem__(self, path: str, reply: Reply | Callable[[Message], Reply]) -> None:
        self.replies[path] = reply

    def __enter__(self) -> Self:
        self._exit.enter_context(network.own_server(self.port))
        thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        self._exit.callback(thread.join)
        self._exit.callback(self._server.server_close)
        self._exit.callback(self._server.shutdown)
        self._exit.callback(self.closing.set)
        return self

    def __exit__(self, *_: object) -> None:
        self._exit.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def server_bind(self) -> None:
        # Without the question for this machine's name that http.server asks.
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "site", self.server_address[1]

    def handle_error(self, *_: object) -> None:
        """Who asks may hang up."""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.times.append(time.monotonic())
            reply = site.replies.get(self.path, Reply("", 404))
            reply = reply(self.headers) if callable(reply) else reply
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if isinstance(body, bytes) and "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if isinstance(body, bytes):
                self.wfile.write(body)
            else:
                body(self.wfile.write)

        def log_message(self, *_: object) -> None:
            """Tests read `asked`."""

    return Handler
