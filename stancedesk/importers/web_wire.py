"""One question to one server, in a thread of its own, so that nobody has to wait for its answer.

A server may be slow in any of a dozen ways. Whoever asks looks at a clock and at the user's wish
to stop, and cuts the line; the thread, which holds nothing else, ends by that.
"""

from __future__ import annotations

import contextlib
import functools
import http.client
import socket
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from stancedesk.errors import UserError, phrase
from stancedesk.importers.decode import MEGABYTE
from stancedesk.importers.web_address import is_public, place_of, says_local

LOOK = 0.1
"""Seconds between two looks at the clock and at the user's wish."""
SILENCE = 20.0
"""Seconds that a server may keep silent in the middle of its answer."""
OUT = 3
"""Strikes after which a server is left alone for this time."""
_CHUNK = 1 << 16


class FetchError(UserError):
    """An address could not be read.

    Args:
        again: Whether it is worth asking another day.
        strikes: How much it says against asking the same server again now: 0 nothing, `OUT` all.
        absent: Whether there is no server at all, as far as can be told.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        again: bool = False,
        strikes: int = 0,
        absent: bool = False,
    ) -> None:
        super().__init__(message, hint)
        self.again = again
        self.strikes = strikes
        self.absent = absent


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; `body` is unpacked, and whole unless `cut`."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool = False

    @property
    def kind(self) -> str:
        """Media type in lower case, "" where the server says none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """Encoding that the server claims, or ""."""
        said = self.headers.get("content-type", "").lower().partition("charset=")[2]
        return said.partition(";")[0].strip("\"' ")


def ask(
    url: str,
    headers: Mapping[str, str],
    *,
    limit: int,
    seconds: float,
    named: str = "",
    cut: bool = False,
    tick: Callable[[], None],
) -> Answer:
    """Ask a server once; redirects are answers.

    Args:
        url: A checked address.
        headers: Of the question.
        limit: Bytes of the answer, unpacked.
        seconds: For all of it, from the name server to the last byte.
        named: Host and port that the user named, which may lie in the user's own network.
        cut: Take the first `limit` bytes of a longer answer instead of refusing it.
        tick: Called ten times a second; what it raises ends the question.

    Raises:
        FetchError: There is no answer, or none that can be taken.
    """
    line = _Line(url, headers, limit, named, cut)
    thread = threading.Thread(target=line.run, name="stancedesk-web", daemon=True)
    thread.start()
    until = time.monotonic() + seconds
    try:
        while not line.ended.wait(LOOK):
            tick()
            if time.monotonic() >= until:
                raise FetchError(
                    f"{url} did not answer in full within {seconds:.0f} seconds.",
                    "Try again later.", again=True, strikes=1,
                )  # fmt: skip
    finally:
        line.hang_up()
    if line.error is not None:
        raise line.error
    assert line.answer is not None
    return line.answer


class _Line:
    """The line to a server: asks in one thread, can be cut from another."""

    def __init__(
        self, url: str, headers: Mapping[str, str], limit: int, named: str, cut: bool
    ) -> None:
        self.url, self.headers, self.limit, self.named, self.cut = url, headers, limit, named, cut
        self.answer: Answer | None = None
        self.error: BaseException | None = None
        self.ended = threading.Event()
        self._lock = threading.Lock()
        self._ends: list[socket.socket] = []
        self._hung_up = False

    def run(self) -> None:
        """Ask, and keep the answer or what went wrong."""
        try:
            self.answer = self._ask()
        except UserError as error:
            self.error = error
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            self.error = _told(self.url, error)
        except BaseException as error:  # noqa: BLE001 (raised again in the thread that waits)
            self.error = error
        finally:
            self.ended.set()

    def hang_up(self) -> None:
        """Cut the line; whoever waits at it stops waiting."""
        with self._lock:
            self._hung_up = True
            ends, self._ends = self._ends, []
        for end in ends:
            with contextlib.suppress(OSError):  # the other side was faster
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _ask(self) -> Answer:
        request = urllib.request.Request(self.url, headers=dict(self.headers))
        with _opener(self).open(request, timeout=SILENCE) as response:
            said = {name.lower(): value for name, value in response.headers.items()}
            body, cut = b"", False
            if response.status == 200:
                body, cut = self._body(response, said)
            return Answer(self.url, response.status, said, body, cut)

    def _body(
        self, response: http.client.HTTPResponse, said: Mapping[str, str]
    ) -> tuple[bytes, bool]:
        """The body unpacked, and whether there is more of it than was wanted."""
        length = _number(said.get("content-length", ""))
        if length > self.limit and not self.cut:
            raise self._too_large()
        unpacker = _unpacker(self.url, said.get("content-encoding", ""))
        parts: list[bytes] = []
        got, left = 0, self.limit + 1
        while left > 0 and (chunk := response.read(_CHUNK)):
            got += len(chunk)
            part = chunk[:left] if unpacker is None else unpacker.decompress(chunk, left)
            parts.append(part)
            left -= len(part)
        if left <= 0:
            if not self.cut:
                raise self._too_large()
            return b"".join(parts)[: self.limit], True
        if got < length or (unpacker is not None and got and not unpacker.eof):
            raise http.client.IncompleteRead(b"")
        return b"".join(parts), False

    def _too_large(self) -> FetchError:
        return FetchError(
            f"{self.url} answers with more than {self.limit / MEGABYTE:g} MB, too much to read.",
            "Save it yourself and import the file.",
        )

    def connect(
        self, where: tuple[str, int], timeout: float | None = None, _source: object = None
    ) -> socket.socket:
        """Open a socket to a server once its numeric address is seen to be a public one.

        The address that was looked at is the one that is called: a name cannot mean another
        machine a moment later.
        """
        host, port = where
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if host == urlsplit(self.url).hostname or host not in _proxies():
            check_public(self.url, [str(each[4][0]) for each in found], self.named)
        last: OSError | None = None
        for family, kind, protocol, _, numeric in found:
            end = socket.socket(family, kind, protocol)
            try:
                end.settimeout(timeout)
                self._hold(end)
                end.connect(numeric)
            except OSError as error:
                end.close()
                last = error
                continue
            return end
        raise last or OSError("no address")

    def _hold(self, end: socket.socket) -> None:
        with self._lock:
            if self._hung_up:
                raise OSError("hung up")
            self._ends.append(end.dup())


def check_public(url: str, numeric: list[str], named: str) -> None:
    """Refuse an address in the user's own network, unless it is one that the user named.

    Raises:
        FetchError: It is.
    """
    if all(is_public(each) for each in numeric):
        return
    host = urlsplit(url).hostname or ""
    if place_of(url) == named and says_local(host):
        return
    if place_of(url) == named:
        raise FetchError(
            f"{url} leads into this machine or its own network, though its name does not say so.",
            "If you mean a server there, give its numeric address or its short name.",
        )
    raise FetchError(
        f"{url} lies on this machine or in its own network, and only a page on the web names it.",
        "It was not asked. Give the address yourself if you want it.",
    )


def _proxies() -> set[str]:
    """Hosts of the proxies of the environment, which the user set and which may be near."""
    said = urllib.request.getproxies().values()
    return {urlsplit(each if "//" in each else f"//{each}").hostname or "" for each in said}


def _opener(line: _Line) -> urllib.request.OpenerDirector:
    """Asks by http and https, through the proxy of the environment if there is one; no more."""
    opener = urllib.request.OpenerDirector()
    for part in (urllib.request.ProxyHandler(), _Plain(line), _Secure(line)):
        opener.add_handler(part)
    return opener


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._made = functools.partial(_connection, http.client.HTTPConnection, line)

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._made = functools.partial(_connection, http.client.HTTPSConnection, line)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)


def _connection(
    kind: type[http.client.HTTPConnection], line: _Line, host: str, **options: Any
) -> http.client.HTTPConnection:
    made = kind(host, **options)
    made._create_connection = line.connect  # type: ignore[attr-defined]
    return made


def _unpacker(url: str, coding: str) -> Any:
    """What unpacks a body and never gives more bytes than are asked for; None for a plain one."""
    named = coding.strip().lower()
    if named in ("", "identity"):
        return None
    if named not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"{url} answers in the packing “{named[:40]}”, which was not asked for.",
            "Save the page from your browser and import the file.",
        )
    # 32 takes gzip and zlib by their first bytes.
    return zlib.decompressobj(32 + zlib.MAX_WBITS)


def _number(written: str) -> int:
    return int(written[:18]) if written.isascii() and written.isdigit() else 0


def _told(url: str, error: Exception) -> FetchError:
    """The sentence for what the network did."""
    reason: object = getattr(error, "reason", error)  # urllib wraps what happened
    later = "Check the address and the connection, or try again later."
    if isinstance(reason, TimeoutError):
        return FetchError(f"{url} keeps silent.", "Try again later.", again=True, strikes=1)
    if isinstance(reason, socket.gaierror):
        return FetchError(
            f"There is no server {urlsplit(url).hostname}, or no connection to the internet.",
            later, again=True, strikes=OUT, absent=True,
        )  # fmt: skip
    if type(reason).__name__ == "SSLCertVerificationError":
        return FetchError(
            f"{url} cannot prove that it is the server it claims to be"
            f" ({getattr(reason, 'verify_message', '') or phrase('bad certificate')}).",
            "Nothing was read from it. Check the clock of this machine and the address.",
            strikes=OUT, absent=True,
        )  # fmt: skip
    if isinstance(reason, zlib.error | http.client.IncompleteRead):
        return FetchError(f"The answer of {url} is damaged or cut off.", later, again=True)
    if isinstance(reason, OSError):
        words = reason.strerror or str(reason)
        return FetchError(
            f"{url} cannot be reached: {words}.", later, again=True, strikes=OUT, absent=True
        )
    return FetchError(
        f"{url} answers what no web server should ({type(reason).__name__}).", later, again=True
    )
