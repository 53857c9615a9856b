"""Reads addresses of the web as a polite guest: robots.txt, pauses, limits, no surprises.

Nothing here runs unless a person asked for an address or for the refresh of a feed.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from stancedesk import __version__
from stancedesk.errors import UserError, phrase
from stancedesk.importers import web_robots
from stancedesk.importers.decode import MEGABYTE
from stancedesk.importers.web_address import address, host_of, place_of, says_local
from stancedesk.importers.web_robots import Rules
from stancedesk.importers.web_wire import LOOK, OUT, Answer, FetchError, ask, check_public

NAME = "StanceDesk"
AGENT = f"{NAME}/{__version__} (reads news for one person)"
PAGE_LIMIT = 20 * MEGABYTE
"""Bytes of one page or document, unpacked."""
FEED_LIMIT = 10 * MEGABYTE
"""Bytes of one feed, unpacked."""
PAUSE = 2.0
"""Seconds between two questions to one host."""
HOPS = 5
"""Redirects that are followed."""

_MOVED_FOR_GOOD = (301, 308)
_MOVED = (301, 302, 303, 307, 308)
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_ACCEPT_FEED = "application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Manners:
    """How a guest behaves, in seconds.

    `pause` lies between two questions to one host; an answer may take `seconds` in full, a
    robots.txt `robots_seconds`.
    """

    pause: float = field(default_factory=lambda: PAUSE)
    seconds: float = 60.0
    robots_seconds: float = 15.0


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave in the end.

    `url` is where the answer came from, `moved` the address that is to be asked in future (where
    the server said that it moved for good). `unchanged` says that nothing is new; then there is
    no body. `etag` and `modified` are to be given back at the next question.
    """

    url: str
    moved: str
    body: bytes = b""
    kind: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


class Guest:
    """Asks for addresses, one after the other; for one refresh or one list, then thrown away.

    Args:
        tick: Called several times a second while it waits, with what it waits for; what it
            raises ends the waiting.
        manners: Pauses and limits.
    """

    def __init__(
        self, tick: Callable[[str], None] = lambda _: None, manners: Manners | None = None
    ) -> None:
        self.tick = tick
        self._manners = manners or Manners()
        self._rules: dict[str, Rules | FetchError] = {}
        self._last: dict[str, float] = {}

    def page(self, url: str, named: str = "") -> Page:
        """A page or document.

        Args:
            url: Its address, in the form of `web_address.address`.
            named: Host and port that the user named, which may lie in the user's own network.

        Raises:
            FetchError: It cannot be read; the sentence names the address and says what to do.
        """
        return self._get(url, {"Accept": _ACCEPT}, PAGE_LIMIT, named)

    def feed(self, url: str, etag: str = "", modified: str = "", named: str = "") -> Page:
        """A feed, if it has changed since its `etag` and `modified`.

        Args:
            url: Its address, in the form of `web_address.address`.
            etag: What its server said last, or "".
            modified: What its server said last, or "".
            named: As for `page`; by default its own, since the user named it.

        Raises:
            FetchError: It cannot be read; the sentence names the address and says what to do.
        """
        headers = {"Accept": _ACCEPT_FEED}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        return self._get(url, headers, FEED_LIMIT, named or place_of(url))

    def ready_in(self, url: str) -> float:
        """Seconds until the host of an address may be asked again."""
        host = host_of(url)
        rules = self._rules.get(_origin(url))
        pause = max(self._manners.pause, rules.pause if isinstance(rules, Rules) else 0.0)
        return max(0.0, self._last.get(host, -pause) + pause - time.monotonic())

    def _get(self, url: str, headers: dict[str, str], limit: int, named: str) -> Page:
        moved, seen = url, {url}
        for_good = True
        here = url
        for _ in range(HOPS + 1):
            try:
                answer = self._polite(here, headers, limit, named)
            except FetchError as error:
                raise _on_the_way(url, here, error) from error
            if answer.status not in _MOVED:
                return _page(answer, moved)
            here = _next(answer, url)
            for_good = for_good and answer.status in _MOVED_FOR_GOOD
            moved = here if for_good else moved
            if here in seen:
                break
            seen.add(here)
        raise FetchError(
            f"{url} sends its readers in a circle.",
            "Open it in a browser and give the address there.",
        )

    def _polite(self, url: str, headers: dict[str, str], limit: int, named: str) -> Answer:
        """Ask once, if the site lets us, and not too soon after the last time."""
        self._check(url, named)
        self._wait(url)
        try:
            return self._ask(url, headers, limit, self._manners.seconds, named)
        finally:
            self._last[host_of(url)] = time.monotonic()

    def _ask(
        self, url: str, headers: dict[str, str], limit: int, seconds: float, named: str,
        cut: bool = False,
    ) -> Answer:  # fmt: skip
        said = {"User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        return ask(
            url, said, limit=limit, seconds=seconds, named=named, cut=cut,
            tick=lambda: self.tick(host_of(url)),
        )  # fmt: skip

    def _wait(self, url: str) -> None:
        while (left := self.ready_in(url)) > 0:
            self.tick(host_of(url))
            time.sleep(min(left, LOOK))

    def _check(self, url: str, named: str) -> None:
        """Refuse what the site does not let programs read."""
        if says_local(host_of(url)):
            # A name server need not be asked, and robots.txt must not be either.
            check_public(url, ["127.0.0.1"], named)
        rules = self._rules_of(url, named)
        if not rules.allow(url):
            raise FetchError(
                f"{host_of(url)} does not let programs read {url} (robots.txt).",
                "Open it in a browser, save the page and import the file.",
            )

    def _rules_of(self, url: str, named: str) -> Rules:
        origin = _origin(url)
        if origin not in self._rules:
            try:
                self._rules[origin] = self._read_robots(f"{origin}/robots.txt", named)
            except FetchError as error:
                self._rules[origin] = error
        known = self._rules[origin]
        if isinstance(known, Rules):
            return known
        robots = f"{origin}/robots.txt"
        if known.absent or not known.again:
            message = known.message.replace(robots, url)
            raise FetchError(message, known.hint, again=known.again, strikes=OUT, absent=True)
        raise FetchError(
            f"{url} was not asked, since the site's rules for programs cannot be read:"
            f" {known.message}",
            "Try again later.",
            again=True,
            strikes=OUT,
        )

    def _read_robots(self, url: str, named: str) -> Rules:
        """The rules of a site: all is allowed where it has none, nothing where it cannot say."""
        here = url
        for _ in range(HOPS + 1):
            answer = self._ask(
                here, {"Accept": "text/plain,*/*;q=0.5"}, web_robots.LIMIT,
                self._manners.robots_seconds, named, cut=True,
            )  # fmt: skip
            if answer.status in _MOVED:
                try:
                    here = _next(answer, url)
                except FetchError:
                    return Rules()
                continue
            if answer.status == 429 or answer.status >= 500:
                raise FetchError(f"{url} answers {answer.status}.", again=True)
            if answer.status != 200:
                return Rules()
            return web_robots.rules(answer.body.decode("utf-8", "replace").lstrip("\ufeff"), NAME)
        return Rules()


def _origin(url: str) -> str:
    return url[: url.index("/", url.index("://") + 3)]


def _next(answer: Answer, url: str) -> str:
    """Where a redirect leads: to http or https, or nowhere."""
    where = answer.headers.get("location", "")
    with contextlib.suppress(UnicodeError):  # bytes of UTF-8 come as Latin-1
        where = where.encode("latin-1").decode("utf-8")
    try:
        return address(where, base=answer.url)
    except UserError as error:
        raise FetchError(
            f"{url} leads on to “{where[:120]}”, which is not asked.",
            "Open it in a browser and give the address of the page itself.",
        ) from error


def _on_the_way(url: str, here: str, error: FetchError) -> FetchError:
    """An error behind a redirect, told with the address that the user knows."""
    if here == url:
        return error
    return FetchError(
        f"{url} leads on, and {error.message}",
        error.hint,
        again=error.again,
        strikes=error.strikes,
        absent=error.absent,
    )


def _page(answer: Answer, moved: str) -> Page:
    if answer.status == 304:
        return Page(answer.url, moved, unchanged=True)
    if answer.status != 200:
        raise _refused(answer)
    return Page(
        answer.url, moved, answer.body, answer.kind, answer.charset,
        answer.headers.get("etag", "")[:500], answer.headers.get("last-modified", "")[:100],
    )  # fmt: skip


def _refused(answer: Answer) -> FetchError:
    """The sentence for an answer that is no page."""
    status, url = answer.status, answer.url
    by_hand = "Open it in a browser, save the page and import the file."
    if status in (404, 410):
        return FetchError(f"{url} is not there (the server says {status}).", "Check the address.")
    if status in (401, 402, 403, 407, 451):
        return FetchError(f"{url} is not given to programs (the server says {status}).", by_hand)
    if status in (429, 503):
        wait = answer.headers.get("retry-after", "")
        when = phrase("later")
        if wait.isascii() and wait.isdigit():
            when = phrase(f"in {wait[:9]} seconds")
        return FetchError(
            f"{host_of(url)} asks to be left alone for now (the server says {status}).",
            f"Try again {when}.", again=True, strikes=OUT,
        )  # fmt: skip
    if status >= 500:
        return FetchError(f"{url} is out of order (the server says {status}).",
                          "Try again later.", again=True)  # fmt: skip
    return FetchError(f"{url} gives no page (the server says {status}).", by_hand)


__all__ = ["FEED_LIMIT", "PAGE_LIMIT", "FetchError", "Guest", "Manners", "Page"]
