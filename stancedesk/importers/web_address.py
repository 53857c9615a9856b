"""Addresses of the web: from what people paste to what may be asked for."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from stancedesk.errors import UserError

LONGEST = 2_000
"""Characters of an address; the store and most servers take no more."""

_SCHEMES = ("http", "https")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_IN_TEXT = re.compile(r"(?:https?|feed)://[^\s<>\"'`|]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d+)?(?:/\S*)?", re.I)
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f:.]+(?:%\w+)?")
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id", re.IGNORECASE)
_LOCAL_ENDS = (".localhost", ".local", ".lan", ".internal", ".home.arpa", ".intranet")
_SAFE = "/%:@!$&'()*+,;=~-._"


def address(text: str, base: str = "") -> str:
    """An address in the one form by which it is known: no fragment, no marks of campaigns.

    Args:
        text: What a person wrote or a page links to; "https://" may be missing.
        base: The page that links to it.

    Raises:
        UserError: It is none, or is not of http or https.
    """
    said = text.strip()[: LONGEST + 1]
    if said.lower().startswith("feed:"):
        said = said[5:] if "://" in said[5:] else "https:" + said[5:]
    try:
        if base:
            said = urljoin(base, said)
        elif "://" not in said and _BARE.fullmatch(said):
            said = f"https://{said}"
        parts = urlsplit(said)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except ValueError as error:  # also what idna raises
        raise UserError(f"“{_shown(text)}” is no address of the web.", "Check it.") from error
    if parts.scheme.lower() not in _SCHEMES:
        raise UserError(
            f"“{_shown(text)}” is no address of the web.",
            "Addresses begin with https:// or http://.",
        )
    if not _HOST.fullmatch(host) or len(said) > LONGEST or _UNWRITABLE.search(said):
        raise UserError(f"“{_shown(text)}” is no address of the web.", "Check it.")
    if parts.username is not None:
        raise UserError(
            f"The address of {host} holds a name or a password.",
            "StanceDesk logs in nowhere. Save the page from your browser and import the file.",
        )
    scheme = parts.scheme.lower()
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        place = f"{place}:{port}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((scheme, place, path, _query(parts.query), ""))


def _query(query: str) -> str:
    """The query without what only tells a site through which mail or post someone came."""
    if _TRACKING.search(query):
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=500)
        query = urlencode([pair for pair in pairs if not _TRACKING.fullmatch(pair[0])])
    return quote(query, safe=_SAFE + "?")


def addresses_in(text: str) -> tuple[list[str], list[str]]:
    """Addresses in a pasted text or list, each once in order, and the lines that hold none.

    Blank lines and lines that begin with # are passed over. A line may say more than its address.
    """
    found: dict[str, None] = {}
    bad: list[str] = []
    for line in text.splitlines():
        said = line.strip()
        if not said or (said.startswith("#") and not _IN_TEXT.search(said)):
            continue
        written = [_without_end(match) for match in _IN_TEXT.findall(said)] or [said]
        for each in written:
            try:
                found.setdefault(address(each))
            except UserError:
                bad.append(said)
    return list(found), bad


def _without_end(written: str) -> str:
    """The address without the punctuation of the sentence around it."""
    while written and (
        written[-1] in ".,;:!?*”’»"
        or (written[-1] == ")" and written.count(")") > written.count("("))
        or (written[-1] == "]" and written.count("]") > written.count("["))
    ):
        written = written[:-1]
    return written


def place_of(url: str) -> str:
    """Host and port of an address, as it stands there."""
    return urlsplit(url).netloc


def host_of(url: str) -> str:
    """Host of an address without its port."""
    return urlsplit(url).hostname or ""


def is_public(numeric: str) -> bool:
    """Whether an IP address lies in the open internet, and not on this machine or its network."""
    ip = ipaddress.ip_address(numeric.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        # IPv4 in the dress of IPv6: mapped, 6to4, Teredo, NAT64.
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def says_local(host: str) -> bool:
    """Whether a host's name can only mean this machine or its own network."""
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost" or "." not in host or host.endswith(_LOCAL_ENDS)


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:117] + "..."
