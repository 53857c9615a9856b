"""Attributions that stand apart from any sentence: a name before a colon, or after a dash.

"Ruritania: no plan to close the bridge"    "We stay." — Ada Moor
"""

from __future__ import annotations

import re

from stancedesk.core.model import Span

_NAME = r"[A-Z@][\w.’'@()-]*(?:\s(?:[A-Z@(][\w.’'@(),/-]*|of|the|for|and|de|bin|\d{1,4},?)){0,9}"
_SIGNED = re.compile(rf"[\"”’'“\s.]*\s*(?P<cue>[―—–]|--?)\s*(?P<source>{_NAME})\s*[.]?\s*$")
_LABEL = re.compile(r"[\"“]?(?P<source>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,6})\s?(?P<cue>:)\s*[\"“‘']?")
_REACH = 120


def signed(text: str, end: int, paragraph: Span) -> tuple[Span, Span] | None:
    """Cue and source of content that ends at `end`, if a dash and a name close the paragraph."""
    if paragraph[1] - end > _REACH:
        return None
    match = _SIGNED.match(text, end, paragraph[1])
    if match is None:
        return None
    return match.span("cue"), match.span("source")


def labelled(text: str, start: int, paragraph: Span) -> tuple[Span, Span] | None:
    """Cue and source of content that starts at `start`, if a name and colon open the paragraph."""
    if start - paragraph[0] > _REACH:
        return None
    match = _LABEL.match(text, paragraph[0], paragraph[1])
    if match is None or start > match.end():
        return None
    if start < match.end("cue") and not match["source"].isupper():
        return None  # only a transcript's SPEAKER is no part of the words
    return match.span("cue"), match.span("source")
