"""From the tagger's probabilities to segments of content with their source and cue.

Quotation marks are hard evidence: a quotation is content as a whole or not at all, and a segment
that touches its inside is snapped to the marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Span
from stancedesk.nlp.quotes.marks import Quotation
from stancedesk.nlp.quotes.tagger import Floats, Reading, pointed

INSIDE = 0.5
QUOTED = 0.4
EDGE = 0.3
ADJACENT = 0.5
WEAK, FAINT, SURE, GAP = 0.4, 0.1, 0.7, 3
_RUN = 0.35


@dataclass(slots=True)
class Segment:
    """A contiguous piece of content; spans are characters of the text.

    `inside` is the mean probability of being content, `speech` of being speech rather than a
    belief, `reach` that of the source, `join` that of belonging to the segment before.
    """

    span: Span
    paragraph: int
    cue: Span | None
    source: Span | None
    inside: float
    speech: float
    reach: float
    cue_reach: float
    joins: Span | None
    join: float


@dataclass(frozen=True, slots=True)
class _Track:
    """Chance of each piece to be tagged with one label, and where a run of it begins anew."""

    tagged: Floats
    begins: NDArray[np.bool_]


def segments(reading: Reading, quotes: Sequence[Quotation]) -> list[Segment]:
    """Segments of one window, in order; `quotes` are those of the whole text, sorted."""
    pieces = reading.pieces
    here = _quotes_here(reading, quotes)
    chances = 1.0 - reading.content[:, 0]
    # Words that are rather a source or a cue divide the content of two statements.
    rival = np.maximum(1.0 - reading.source[:, 0], 1.0 - reading.cue[:, 0])
    chances[rival > chances] = 0.0
    for _, start, end in here:
        if chances[start:end].mean() >= QUOTED:
            chances[start:end] = np.maximum(chances[start:end], 0.75)
    breaks = pieces.types >= 6
    number = np.cumsum(breaks)
    starts = reading.content[:, 1] + reading.content[:, 3]
    follows = reading.content[:, 2] + reading.content[:, 4]
    begins = (starts > follows) & (starts > 0.4)
    for _, start, end in here:
        begins[start + 1 : end] = False
    tracks = _tracks(reading)
    return [
        _segment(reading, tracks, chances, start, end, int(number[start]))
        for start, end in _runs(_smooth(chances), breaks | begins)
    ]


def _smooth(chances: Floats) -> NDArray[np.bool_]:
    """Pieces of content: runs around sure pieces, over short doubtful gaps, without specks."""
    never = np.zeros(len(chances), dtype=np.bool_)
    on = np.zeros(len(chances), dtype=np.bool_)
    for start, end in _runs(chances >= WEAK, never):
        if chances[start:end].max() >= INSIDE:
            on[start:end] = True
    runs = _runs(on, never)
    for (_, end), (start, _) in pairwise(runs):
        if start - end <= GAP and chances[end:start].min() >= FAINT:
            on[end:start] = True
    for start, end in _runs(on, never):
        if end - start <= 2 and chances[start:end].max() < SURE:
            on[start:end] = False
    return on


def _quotes_here(reading: Reading, quotes: Sequence[Quotation]) -> list[tuple[Quotation, int, int]]:
    """Quotations of the window with their range of pieces."""
    low, high = int(reading.pieces.starts[0]), int(reading.pieces.ends[-1])
    out = []
    for number in range(bisect_right(quotes, low, key=lambda q: q.end), len(quotes)):
        quote = quotes[number]
        if quote.start >= high:
            break
        start, end = reading.pieces.covering((quote.start, quote.end))
        if start < end:
            out.append((quote, start, end))
    return out


def _runs(on: NDArray[np.bool_], breaks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Ranges where `on` holds, cut before each break."""
    framed = np.zeros(len(on) + 2, dtype=np.bool_)
    framed[1:-1] = on
    edges = np.flatnonzero(framed[1:] != framed[:-1])
    cuts = np.flatnonzero(breaks & framed[:-2] & on)  # not where a run starts anyway
    if len(cuts):
        edges = np.sort(np.concatenate([edges, cuts, cuts]))
    return [(a, b) for a, b in edges.reshape(-1, 2).tolist()]


def _tracks(reading: Reading) -> tuple[_Track, _Track]:
    """How far each piece is tagged as source and as cue."""
    breaks = reading.pieces.types >= 6
    return _track(reading.source, breaks), _track(reading.cue, breaks)


def _track(labels: Floats, breaks: NDArray[np.bool_]) -> _Track:
    tagged = labels[:, 1] + labels[:, 2]
    return _Track(tagged, breaks | ((labels[:, 1] > labels[:, 2]) & (labels[:, 1] > 0.4)))


def _segment(
    reading: Reading,
    tracks: tuple[_Track, _Track],
    chances: Floats,
    start: int,
    end: int,
    paragraph: int,
) -> Segment:
    pieces = reading.pieces
    points = pointed(reading, start, end)
    spoken = reading.content[start:end, 1:3].sum() / max(
        float(reading.content[start:end, 1:].sum()), 1e-6
    )
    cue, cue_reach = _place(points[1], tracks[1], (start, end), start)
    near = cue[0] if cue else None
    source, reach = _place(points[0], tracks[0], (start, end), near)
    at, join = 0, 0.0
    if start:
        first = points[2, 1 : start + 1]
        at = int(first.argmax())
        join = float(first[max(0, at - 2) : at + 3].sum())
    return Segment(
        (int(pieces.starts[start]), int(pieces.ends[end - 1])),
        paragraph,
        _span(reading, cue),
        _span(reading, source),
        float(chances[start:end].mean()),
        float(spoken),
        reach,
        cue_reach,
        (int(pieces.starts[at]), int(pieces.ends[at])) if start else None,
        join,
    )


def _span(reading: Reading, place: tuple[int, int] | None) -> Span | None:
    if place is None:
        return None
    return int(reading.pieces.starts[place[0]]), int(reading.pieces.ends[place[1] - 1])


def _place(
    points: Floats, track: _Track, own: tuple[int, int], before: int | None
) -> tuple[tuple[int, int] | None, float]:
    """The tagged run that a segment points to most, with the chance, or None for "nowhere".

    Labels and pointers agree on a run: pieces count as tagged at a low chance where the pointer
    is strong. A run that ends where `before` starts is favoured; the segment's `own` pieces are
    out of the question.
    """
    tagged, begins = track.tagged, track.begins
    chosen = points[1:].copy()
    chosen[own[0] : own[1]] = 0.0
    on = (tagged >= _RUN) | (tagged + np.minimum(1.0, chosen * 4) >= 0.9)
    sums = [0.0, *np.cumsum(chosen, dtype=np.float64).tolist()]
    best: tuple[int, int] | None = None
    mass = 0.0
    for a, b in _runs(on, begins):
        here = sums[b] - sums[a]
        if before is not None and 0 <= before - b <= 1:
            here += ADJACENT
        if here > mass:
            best, mass = (a, b), here
    if best is None or mass < points[0]:
        return None, float(points[0])
    first, last = best
    while first > 0 and tagged[first - 1] >= EDGE and not begins[first]:
        first -= 1
    while last < len(tagged) and tagged[last] >= EDGE and not begins[last]:
        last += 1
    return (first, last), min(mass, 1.0)
