"""Makes statements of drafts: their sources, kind and edges, and which are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from stancedesk.core.model import Found, Kind, Span
from stancedesk.nlp.quotes.confidence import Calibration
from stancedesk.nlp.quotes.cues import cues
from stancedesk.nlp.quotes.drafts import Draft, joined
from stancedesk.nlp.quotes.extents import mended
from stancedesk.nlp.quotes.hollow import empty
from stancedesk.nlp.quotes.labels import labelled, signed
from stancedesk.nlp.quotes.marks import Quotation
from stancedesk.nlp.quotes.segments import Segment
from stancedesk.nlp.quotes.traits import traits
from stancedesk.nlp.quotes.unsaid import unsaid

SPEECH = 0.35
LEAST = 0.35
"""Least confidence: of what readers took for statements 1 in 100 lies below, of what they did not
25 in 100."""
UNSOURCED = 0.5
"""The same where no source is found: between the two, 1 of 8 was a statement."""
SHORT = 15
FEW = 4
_LOOSE = re.compile(
    r"(?:[\s,;]+(?:in|on|at|by|of|to|for|with|from|who|its|his|her|the|a|an|and|also|too|has|had))*"
    r"[\s,;]*$"
)
_CUE_END = re.compile(r"(?:\s+(?:(?:at|in|with)\s+)?(?:his|her|their|its|the|an?))*[\s,;]*$")
_END = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def statements(
    text: str,
    segments: Sequence[Segment],
    quotes: Sequence[Quotation],
    places: Sequence[Span],
    calibration: Calibration | None = None,
) -> list[Found]:
    """Statements of a text, in order. `places` are its paragraphs, `quotes` its quotations."""
    drafts = joined(text, segments, quotes)
    starts = [a for a, _ in places]
    for draft in drafts:
        _whole(text, draft)
        _label(text, draft, places, starts)
    _carry(drafts, quotes, places)
    edges = _edges(drafts, places)
    out = []
    for draft in drafts:
        found = _finished(text, draft, quotes, edges, calibration or Calibration.of({}))
        if found is not None:
            out.append(found)
    return sorted(out, key=lambda f: f.content)


def _label(text: str, draft: Draft, places: Sequence[Span], starts: list[int]) -> None:
    """A name before a colon or after a dash is the source of what it labels."""
    first, last = draft.segments[0].span, draft.segments[-1].span
    found = labelled(text, first[0], places[bisect_left(starts, first[0] + 1) - 1])
    found = found or signed(text, last[1], places[bisect_left(starts, last[0] + 1) - 1])
    if found is not None:
        draft.cue, draft.source = found
        draft.carried = True
        if first[0] < draft.cue[1] < first[1]:
            draft.segments[0].span = (draft.cue[1], first[1])


def _whole(text: str, draft: Draft) -> None:
    """Closes short gaps in the content that neither source nor cue nor a full stop explains."""
    kept: list[Segment] = []
    for segment in sorted(draft.segments, key=lambda s: s.span):
        last = kept[-1] if kept else None
        if last is not None and _leaky(text, (last.span[1], segment.span[0]), draft):
            last.span = (last.span[0], max(last.span[1], segment.span[1]))
        else:
            kept.append(segment)
    draft.segments = kept


def _leaky(text: str, gap: Span, draft: Draft) -> bool:
    if gap[1] - gap[0] > SHORT or _END.search(text, gap[0], gap[1]):
        return False
    return all(
        place is None or place[1] <= gap[0] or gap[1] <= place[0]
        for place in (draft.cue, draft.source)
    )


def _carry(drafts: list[Draft], quotes: Sequence[Quotation], places: Sequence[Span]) -> None:
    """A quoted paragraph without source or cue goes on with the speaker before it."""
    starts = [a for a, _ in places]
    opening = {q.start for q in quotes}
    for last, draft in pairwise(drafts):
        if draft.source is not None or draft.cue is not None or last.source is None:
            continue
        here = bisect_left(starts, draft.segments[0].span[0] + 1) - 1
        before = bisect_left(starts, last.segments[-1].span[0] + 1) - 1
        if 0 <= here - before <= 1 and places[here][0] in opening:
            draft.source, draft.carried = last.source, True


def _edges(drafts: Sequence[Draft], places: Sequence[Span]) -> list[int]:
    """Where paragraphs end and what else belongs to statements begins, sorted."""
    own = {s.span[0] for d in drafts for s in d.segments}
    own |= {p[0] for d in drafts for p in (d.cue, d.source) if p is not None}
    return sorted(own | {end for _, end in places})


def _finished(
    text: str,
    draft: Draft,
    quotes: Sequence[Quotation],
    edges: Sequence[int],
    calibration: Calibration,
) -> Found | None:
    content: list[Span] = []
    for segment in sorted(draft.segments, key=lambda s: s.span):
        span = snapped(text, segment.span, quotes)
        if span is None or (content and span[0] < content[-1][1]):
            continue
        content.append(span)
    if not content:
        return None
    at = bisect_left(edges, content[-1][1])
    limit = edges[at] if at < len(edges) else len(text)
    content = mended(text, content, draft.cue, limit, quotes)
    counts = [counted(text, span, quotes) for span in content]
    inside, words = sum(n for n, _ in counts), sum(n for _, n in counts)
    if not words:
        return None
    kind = Kind.INDIRECT if not inside else Kind.DIRECT if inside == words else Kind.MIXED
    if not spoken(text, draft, kind):
        return None
    if words < FEW and not _attached(text, draft, content[0]):
        return None
    cue, source = trimmed(text, draft.cue, _CUE_END), trimmed(text, draft.source, _LOOSE)
    if empty(text, content, kind, draft.cue) or unsaid(text, content, kind, cue, source):
        return None
    confidence = calibration.confidence(
        measured(draft, kind, words) + traits(text, content, kind, cue, source)
    )
    if confidence < (LEAST if source else UNSOURCED):
        return None
    return Found(tuple(content), kind, cue, source, confidence)


def _attached(text: str, draft: Draft, span: Span) -> bool:
    """Whether a cue or source stands in the paragraph of a few words: else they are a nickname."""
    for place in (draft.cue, draft.source):
        if place is not None:
            low, high = min(place[1], span[1]), max(place[0], span[0])
            if "\n" not in text[low:high]:
                return True
    return False


def spoken(text: str, draft: Draft, kind: Kind) -> bool:
    """Whether a draft is speech: quoted words are, a belief without quotation is not."""
    if kind is not Kind.INDIRECT:
        return True
    speech = sum(s.speech for s in draft.segments) / len(draft.segments)
    if draft.cue is not None:
        name = cues().class_of(text[draft.cue[0] : draft.cue[1]])
        if name in ("belief", "show"):
            return speech >= 0.8
        if name is not None:
            return speech >= 0.2
    return speech >= SPEECH


def trimmed(text: str, span: Span | None, ends: re.Pattern[str]) -> Span | None:
    """The span without blanks and commas before it and what `ends` finds after it."""
    if span is None:
        return None
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(" ,;\n\xa0"))
    loose = ends.search(words)
    end = span[0] + (loose.start() if loose and loose.start() else len(words))
    if start >= end or text[start:end].lower() in ("the", "a", "an", "of", "and"):
        return None
    return (start, end)


def measured(draft: Draft, kind: Kind, words: int) -> tuple[float, ...]:
    """What the tagger measured of a draft, in the order of `confidence.TAGGED`."""
    parts = draft.segments
    return (
        sum(s.inside for s in parts) / len(parts),
        min(s.inside for s in parts),
        max(s.reach for s in parts) if draft.source else 0.0,
        max(s.cue_reach for s in parts) if draft.cue else 0.0,
        sum(s.speech for s in parts) / len(parts),
        float(kind is Kind.DIRECT),
        float(kind is Kind.MIXED),
        float(draft.source is None),
        float(draft.cue is None),
        float(words < 4),
        float(min(len(parts) - 1, 3)),
        float(draft.carried),
    )


def snapped(text: str, span: Span, quotes: Sequence[Quotation]) -> Span | None:
    """The span with the marks of quotations at its edges, without blanks and loose ends."""
    start, end = span
    for quote in _near(span, quotes):
        inner = quote.inner
        if quote.start < start <= inner[0] + 1:
            start = quote.start
        if inner[1] - 1 <= end < quote.end and end > quote.start:
            end = quote.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:.–—-"):
        start += 1
    return (start, end) if start < end else None


def _near(span: Span, quotes: Sequence[Quotation]) -> list[Quotation]:
    at = bisect_left(quotes, span[0], key=lambda q: q.end)
    out = []
    while at < len(quotes) and quotes[at].start <= span[1]:
        out.append(quotes[at])
        at += 1
    return out


def counted(text: str, span: Span, quotes: Sequence[Quotation]) -> tuple[int, int]:
    """Words of the span inside quotation marks, and all of its words."""
    near = _near(span, quotes)
    inside = total = 0
    at = 0
    for match in _WORD.finditer(text, *span):
        total += 1
        while at < len(near) and near[at].end <= match.start():
            at += 1
        inside += at < len(near) and near[at].start <= match.start()
    return inside, total
