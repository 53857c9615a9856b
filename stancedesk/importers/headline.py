"""What the first lines of a plain text say about it: headline, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from stancedesk.core.model import Span

_FIELD = re.compile(
    r"\s*(?P<name>title|headline|source|outlet|publisher|publication|url|link)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELD_LINES = 12
_LABEL = re.compile(
    r"(?i:relevant for|topics?|tags?|categor(?:y|ies)|section|source|author|reported by|edited by"
    r"|written by|date|url|byline|location)\s*:|[Bb][Yy]\s+[A-Z]"
    r"|[A-Z][A-Z .,’'-]{3,40}(?:\([^)]*\))?\s*[—–-]\s"
)
_SPEECH_END = ('"', "”", "’’", "''")


def domain(address: str) -> str:
    """The site of an address without "www.", lower case; empty where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.").strip(".")
    return host if "." in host else ""


def fields(text: str) -> dict[str, str]:
    """Labelled fields in the first lines: any of "title", "source" and "url"."""
    found: dict[str, str] = {}
    lines = (line for line in text[:4_000].split("\n") if line.strip())
    for _, line in zip(range(_FIELD_LINES), lines, strict=False):
        match = _FIELD.fullmatch(line)
        if not match or len(line) > 300:
            continue
        name, value = match["name"].lower(), match["value"].strip()
        if name in {"title", "headline"}:
            found.setdefault("title", value)
        elif name in {"url", "link"}:
            found.setdefault("url", value.split()[0])
        else:
            value = re.split(r"\s+date\s*:|\s*[|•]\s*", value, flags=re.IGNORECASE)[0].strip()
            if len(value) <= 60 and not value.endswith((".", "!", "?")):
                found.setdefault("source", domain(value) or value)
    return found


def headline(text: str, masks: Sequence[Span] = ()) -> str:
    """The first line after the boilerplate if it can be a headline, else nothing.

    A headline is a short line of three words or more without a full stop, with more text after
    it. Bylines, labels and words of one or two are passed over; the first sentence of an article
    is no headline.
    """
    passed = 0
    offset = 0
    for line in text[:6_000].split("\n"):
        start, offset = offset, offset + len(line) + 1
        stripped = line.strip().lstrip("#").strip()
        if not stripped or _masked(masks, start, start + len(line)):
            continue
        if _can_be_headline(stripped):
            return stripped if text[offset:].strip() else ""
        short = len(stripped.split()) < 3 and len(stripped) < 40
        if passed >= 3 or not (short or _LABEL.match(stripped)) or len(stripped) > 120:
            return ""
        passed += 1
    return ""


def _can_be_headline(line: str) -> bool:
    words = line.split()
    if not 3 <= len(words) <= 28 or not 12 <= len(line) <= 180 or _LABEL.match(line):
        return False
    if line.endswith((".", ":", ";", ",", *_SPEECH_END)) and not _closes_title(line):
        return False
    # Two sentences in one line are a standfirst or the article itself.
    return not re.search(r"[a-z]{3,}[.!?]\s+[A-Z“\"]", line)


def _closes_title(line: str) -> bool:
    """A closing mark whose partner is no sentence of speech: Minister calls deadline "theatre"."""
    return line.endswith(_SPEECH_END) and not re.search(r"[,.!?][\"”]$", line)


def _masked(masks: Sequence[Span], start: int, end: int) -> bool:
    """Whether boilerplate covers at least half of the line."""
    covered = sum(max(0, min(end, right) - max(start, left)) for left, right in masks)
    return 2 * covered >= max(1, end - start)
