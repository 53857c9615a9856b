"""What a site lets programs read: its robots.txt (RFC 9309), and how long to wait between pages.

Not by urllib.robotparser, which takes the first rule that fits where the standard wants the
longest, knows no * and $ in paths, and stumbles over some files; where it can read, both agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

LIMIT = 500_000
"""Bytes that are read of it (the standard wants half a megabyte at least)."""
LONGEST_PAUSE = 30.0
"""Seconds that a site can make us wait between two pages: more would be a refusal."""

_LINE = re.compile(r"\s*(user-agent|allow|disallow|crawl-delay)\s*:([^#\r\n]{0,2000})", re.I)
_SECONDS = re.compile(r"\s*\d{1,4}(?:\.\d{0,3})?\s*")


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of one site for one program: path patterns, and seconds between two pages."""

    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    pause: float = 0.0

    def allow(self, url: str) -> bool:
        """Whether an address may be read: by the longest rule that fits, allowed wins ties."""
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        return _longest(self.allowed, path) >= _longest(self.forbidden, path)


def rules(text: str, agent: str) -> Rules:
    """The rules of a robots.txt that hold for a program of this name.

    All groups that name the program count together; where none does, those for everyone.
    """
    groups: dict[str, _Group] = {}
    named: list[str] = []
    in_rules = False
    wanted = (agent.lower(), "*")
    for line in text.replace("\r", "\n").split("\n"):
        match = _LINE.match(line)
        if not match:
            continue
        kind, value = match[1].lower(), match[2].strip()
        if kind == "user-agent":
            name = value.partition("/")[0].strip().lower()
            named = [] if in_rules else named
            if name in wanted and name not in named:
                named.append(name)
            in_rules = False
            continue
        in_rules = True
        for name in named:
            groups.setdefault(name, _Group()).add(kind, value)
    group = groups.get(wanted[0]) or groups.get("*") or _Group()
    return Rules(tuple(group.allowed), tuple(group.forbidden), group.pause)


@dataclass(slots=True)
class _Group:
    allowed: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    pause: float = 0.0

    def add(self, name: str, value: str) -> None:
        if name == "crawl-delay":
            if _SECONDS.fullmatch(value):
                self.pause = min(float(value), LONGEST_PAUSE)
        elif value:  # an empty rule forbids nothing
            (self.allowed if name == "allow" else self.forbidden).append(unquote(value))


def _longest(patterns: Iterable[str], path: str) -> int:
    """Length of the longest pattern that fits; -1 where none does."""
    return max((len(each) for each in patterns if _fits(each, path)), default=-1)


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins with a pattern; * is anything, $ at its end is the end of the path.

    Parts are looked for from left to right, each as early as it can stand: time grows with the
    length of pattern times path, whatever the pattern.
    """
    to_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = rest.pop() if to_end and rest else None
    for part in rest:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not to_end:
        return True
    if last is None:
        return at == len(path)
    return path.endswith(last) and len(path) - len(last) >= at
