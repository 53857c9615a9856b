"""Finds the words around a statement that report it, where the caller does not give the cue."""

from __future__ import annotations

import re
from itertools import pairwise

from stancedesk.core.model import Span
from stancedesk.core.ports import StanceItem

_STOP = re.compile(r"(?<=[.!?])[\"'\u201d\u2019]?\s+(?=[\"'\u201c\u2018A-Z])|\n")
_GAP = re.compile(r"\s(?:\.\.\.|\u2026)\s")  # between the pieces of one statement
_REACH = 90  # characters beside the statement in which its reporting verb stands


def pieces_of(text: str) -> list[Span]:
    """Spans of the pieces of a statement's words, which an ellipsis between spaces joins."""
    bounds = [0, *(at for gap in _GAP.finditer(text) for at in gap.span()), len(text)]
    spans = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        piece = text[start:end]
        if piece.strip():
            low = start + len(piece) - len(piece.lstrip())
            spans.append((low, low + len(piece.strip())))
    return spans


def place(item: StanceItem) -> tuple[Span, ...]:
    """Spans of the statement's pieces in its context, in order; empty if they are not there."""
    whole = item.text.strip()
    if whole and (start := item.context.find(whole)) >= 0:
        return ((start, start + len(whole)),)
    spans: list[Span] = []
    at = 0
    for low, high in pieces_of(item.text):
        piece = item.text[low:high]
        start = item.context.find(piece, at)
        if start < 0:
            start = item.context.find(piece)
        if start < 0:
            return ()
        at = start + len(piece)
        spans.append((start, at))
    return tuple(sorted(spans))


def reporting_words(item: StanceItem) -> str:
    """The cue given, or the words of the same sentence beside the statement."""
    if item.cue or not item.context:
        return item.cue
    spans = place(item)
    if not spans:
        return ""
    parts = [_before(item.context[: spans[0][0]])]
    for (_, end), (start, _) in pairwise(spans):
        parts.append(_after(item.context[end:start]))
    parts.append(_after(item.context[spans[-1][1] :]))
    return " \u2026 ".join(part for part in parts if part)


def _before(text: str) -> str:
    return _STOP.split(text)[-1][-_REACH:].strip()


def _after(text: str) -> str:
    return _STOP.split(text, maxsplit=1)[0][:_REACH].strip()
