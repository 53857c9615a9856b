"""Completes sources that the tagger leaves short: joint ones, and those of chained verbs.

"The U.S. and others say": both are the source. "Moscow rejected the charge, voiced concern and said
the plan was dead": the last verb has the subject of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stancedesk.core.model import Found, Span

_FIRST_PARTY = re.compile(
    r"(?:\b[Tt]he\s+)?\b[A-Z][\w.’'-]*(?:[ ,]+(?:[A-Z][\w.’'-]*|of|the)){0,4},?\s+and\s+$"
)
_LINK = re.compile(
    r"[\s,;”\"’]*(?:and|but|while|or)?\s*(?:also|then|later|further|even|has|have|had)?\s*$"
)


def complete(text: str, found: Sequence[Found]) -> list[Found]:
    """Statements with their sources whole, in the same order."""
    out: list[Found] = []
    for statement in found:
        if statement.speaker is not None:
            out.append(replace(statement, speaker=_joint(text, statement.speaker)))
        elif out and (speaker := _chained(text, out[-1], statement)) is not None:
            out.append(replace(statement, speaker=speaker))
        else:
            out.append(statement)
    return out


def _joint(text: str, speaker: Span) -> Span:
    """A source that begins with "other(s)", with the party named before it."""
    start, end = speaker
    if not text[start:end].lower().startswith("other"):
        return speaker
    before = _FIRST_PARTY.search(text, max(0, start - 60), start)
    return (before.start(), end) if before else speaker


def _chained(text: str, before: Found, statement: Found) -> Span | None:
    """The source of the statement before, if the cue hangs on the same subject."""
    if statement.cue is None or before.speaker is None or before.cue is None:
        return None
    last = max(before.content[-1][1], before.cue[1])
    between = text[last : statement.cue[0]]
    if statement.cue[0] < last or "\n" in between or not _LINK.match(between):
        return None
    return before.speaker if before.speaker[1] <= before.cue[0] else None
