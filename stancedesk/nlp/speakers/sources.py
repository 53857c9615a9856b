"""Completes sources that the tagger leaves short or takes from too far off.

"The U.S. and others say": both are the source. "Moscow rejected the charge, voiced concern and said
the plan was dead": the last verb has the subject of the first. "The agency doubted Falk's claim
that ...": the claim is Falk's. "The film shows Falk saying ...": Falk says it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stancedesk.core.model import Found, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.speakers.lexicon import STARTERS

_FIRST_PARTY = re.compile(
    r"(?:\b[Tt]he\s+)?\b[A-Z][\w.’'-]*(?:[ ,]+(?:[A-Z][\w.’'-]*|of|the)){0,4},?\s+and\s+$"
)
_LINK = re.compile(
    r"[\s,;”\"’]*(?:and|but|while|or)?\s*(?:also|then|later|further|even|has|have|had)?\s*$"
)
_NAME = r"(?:[A-Z][\w.’'-]*|al-[A-Z][\w-]*)"
_OWNER = re.compile(
    rf"(?P<owner>(?:[Tt]he\s+)?{_NAME}(?:\s(?:of\s(?:the\s)?)?{_NAME}){{0,4}}(?:[’']s|(?<=s)[’'])"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir))\s+(?:[a-z-]+\s)?$"
)
_SPEAKING = re.compile(rf"(?<![,.;:“”\"])\s(?P<name>{_NAME}(?: {_NAME}){{0,4}})(?<!\.) $")
_NOT_OWN = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|year|week|month", re.I)
_ACCORDING = re.compile(r"\s+(?P<name>[^,.;:“”\"(\n]{2,80}(?:(?<=\b[A-Z])\.[^,.;:“”\"(\n]{1,40})*)")
_EDGES = " ,;:)]}•*|–—-\t\n\xa0"
_TAIL = re.compile(r",?\s+(?:who|which)(?:\s\w+)?$|,\s+quoted$")
_POSSESSIVE = re.compile(r"[\w.-]+$")


def complete(text: str, found: Sequence[Found]) -> list[Found]:
    """Statements with their sources whole, in the same order."""
    out: list[Found] = []
    for statement in found:
        if statement.speaker is not None:
            source = _nearest(text, statement) or statement.speaker
            out.append(replace(statement, speaker=_clean(text, _joint(text, source))))
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


def _nearest(text: str, statement: Found) -> Span | None:
    """The owner of a noun of saying, or the name right before "saying", instead of one far off."""
    cue, speaker = statement.cue, statement.speaker
    if cue is None or speaker is None or -2 <= cue[0] - speaker[1] <= 2:
        return None
    if 0 <= speaker[0] - cue[1] <= 2:
        return None
    words = text[cue[0] : cue[1]].split()
    if not words or cue[0] <= speaker[0] < cue[1]:
        return None
    if words[-1].lower() == "to" and words[-2:-1] in (["according"], ["According"]):
        named = _ACCORDING.match(text, cue[1], cue[1] + 120)
        return named.span("name") if named else None
    low = max(0, cue[0] - 90)
    before = text[low : cue[0]]
    if cues().nouns.get(words[0].lower()):
        match = _OWNER.search(before)
        if match and not _NOT_OWN.search(match["owner"]):
            return (low + match.start("owner"), low + match.end("owner"))
    known = cues().verbs.get(words[0])
    if words[0].endswith("ing") and known is not None and known not in NOT_SPEECH:
        match = _SPEAKING.search(before)
        first = match["name"].split()[0] if match else ""
        if match and first.lower() not in STARTERS and not _NOT_OWN.search(match["name"]):
            return (low + match.start("name"), low + match.end("name"))
    return None


def _clean(text: str, speaker: Span) -> Span:
    """A source without stray marks at its edges, and not without the word before its "'s"."""
    start, end = speaker
    while start < end and text[start] in _EDGES:
        start += 1
    tail = _TAIL.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    if text[start : start + 2] in ("'s", "’s"):
        word = _POSSESSIVE.search(text, max(0, start - 40), start)
        start = word.start() if word else start
    return (start, end) if start < end else speaker
