"""Sentences that hold no statement, by a cheap test, so that the tagger need not read them.

A sentence is quiet when it has no quotation mark, lies in no quotation and has no word of saying;
only quiet sentences between quiet ones are left out, for their neighbours may name the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from stancedesk.core.model import Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.marks import Quotation

_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_MARK = re.compile(r"[\"“”„«»‘]|''|``|(?<!\w)'|:\s*$")
_LABEL = re.compile(r"[^.!?\n]{1,60}:")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNED = re.compile(r"\s[―—–-]{1,2}\s?[^.\n]{1,60}$")

_LONGEST = 1_000
"""Characters of a paragraph that a name before or after it can govern as a whole."""


@cache
def _telling() -> frozenset[str]:
    known = cues()
    verbs = {w for w, name in known.verbs.items() if name not in NOT_SPEECH}
    phrases = {max(phrase.split(), key=len) for phrase in known.phrases}
    return frozenset((verbs | set(known.nouns) | phrases) - known.weak)


def loud(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Quotation]
) -> Iterator[tuple[int, Span]]:
    """Stretches that the tagger should read: the number of their paragraph, and their span."""
    starts = [q.start for q in quotes]
    parts: list[tuple[int, Span, bool]] = []
    colon = False
    for number, place in enumerate(paragraphs):
        whole = place[1] - place[0] < _LONGEST and (
            colon or _LABEL.match(text, *place) or _SIGNED.search(text, *place)
        )
        for span in _sentences(text, place):
            quiet = not whole and _quiet(text, span, quotes, starts)
            parts.append((number, span, quiet))
        colon = text[place[1] - 1] == ":"
    held: tuple[int, Span] | None = None
    for at, (number, span, quiet) in enumerate(parts):
        before = at == 0 or parts[at - 1][2]
        after = at + 1 == len(parts) or parts[at + 1][2]
        if quiet and before and after:
            continue
        if held is not None and held[0] == number and held[1][1] == span[0]:
            held = (number, (held[1][0], span[1]))
            continue
        if held is not None:
            yield held
        held = (number, span)
    if held is not None:
        yield held


def _sentences(text: str, place: Span) -> Iterator[Span]:
    start = place[0]
    for match in _SENTENCE.finditer(text, *place):
        yield (start, match.end())
        start = match.end()
    yield (start, place[1])


def _quiet(text: str, span: Span, quotes: Sequence[Quotation], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span[1]) - 1
    if (at >= 0 and quotes[at].end > span[0]) or _MARK.search(text, *span):
        return False
    return _telling().isdisjoint(_LETTERS.findall(text[span[0] : span[1]].lower()))
