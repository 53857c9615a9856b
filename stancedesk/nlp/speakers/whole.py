"""A source phrase with what belongs to it on its left."""

from __future__ import annotations

import re

from stancedesk.core.model import Span

_REACH = 60
_TIED = re.compile(r"(?:(?:[A-Z][\w’'.]*[’']s|[A-Z]\w+n)\s)?\w+-$")
_STATE = re.compile(r"(?:[A-Z][\w’'.]*[’']s\s|[A-Z]\w+n\s)?[Ss]tate\s$")
_THE = re.compile(r"[Tt]he\s$")
_TELLING = re.compile(r"(?:an?|the)\s.*\s(?:that|which|who)$")
_TOLD_OF = re.compile(r"(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'.-]*,\s$")


def whole(text: str, span: Span) -> Span:
    """The span from where its phrase begins.

    What a hyphen ties to it ("Turkey's state-run news agency"), the "state" of "state media", the
    "the" of "the North", and the name that it only tells of ("China, a key ally that").
    """
    low = max(0, span[0] - _REACH)
    phrase = text[span[0] : span[1]]
    match = _TIED.search(text, low, span[0])
    if match is None and phrase == "media":
        match = _STATE.search(text, low, span[0])
    if match is None and phrase in ("North", "South"):
        match = _THE.search(text, low, span[0])
    if match is None and _TELLING.match(phrase):
        match = _TOLD_OF.search(text, low, span[0])
    return (match.start(), span[1]) if match else span
