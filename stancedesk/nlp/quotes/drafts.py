"""Joins segments of content that are one act of speaking, over the words of saying between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stancedesk.core.model import Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.marks import Quotation
from stancedesk.nlp.quotes.segments import Segment

JOIN = 0.5
_WIDEST = 200
_LOWER = re.compile(r"[“”\"„«»'‘`]+\s?[a-z]")
_ASIDE = re.compile(r"refer|gestur|point|laugh|smil")
_BACK = 700
_SENTENCE = re.compile(r"[.!?…][”\"’')]*\s+|\n")
_WHERE = re.compile(
    r"(?:In|At|On|During|Speaking|Asked|Last|Later|Earlier|Then|Meanwhile|After|Before|Writing)\b"
)


@dataclass(slots=True)
class Draft:
    """A statement in the making; `carried`: its source stands apart, in a label or a paragraph."""

    segments: list[Segment] = field(default_factory=list)
    cue: Span | None = None
    source: Span | None = None
    leader: Draft | None = None
    carried: bool = False


def joined(text: str, segments: Sequence[Segment], quotes: Sequence[Quotation]) -> list[Draft]:
    """Segments with the same cue are one statement, and those that point back to one."""
    drafts = _pointed(segments)
    _resume(text, drafts, quotes)
    _lead(text, drafts, quotes)
    for draft in drafts:
        best = max(draft.segments, key=lambda s: s.reach if s.source else 0.0)
        draft.source = draft.leader.source if draft.leader else best.source
    return drafts


def _pointed(segments: Sequence[Segment]) -> list[Draft]:
    drafts: list[Draft] = []
    by_cue: dict[Span, Draft] = {}
    for segment in segments:
        draft = by_cue.get(segment.cue) if segment.cue else None
        leader = None
        if draft is not None and draft.segments[-1].paragraph != segment.paragraph:
            leader, draft = draft, None
        elif draft is None and segment.join >= JOIN and segment.joins is not None:
            draft = next(
                (
                    d
                    for d in reversed(drafts[-4:])
                    if any(s.span[0] <= segment.joins[0] < s.span[1] for s in d.segments)
                    and (segment.cue is None or d.cue is None or segment.cue_reach < 0.5)
                ),
                None,
            )
        if draft is None:
            draft = Draft(leader=leader)
            drafts.append(draft)
        draft.segments.append(segment)
        if segment.cue and draft.cue is None:
            draft.cue = segment.cue
            by_cue[segment.cue] = draft
    return drafts


def _resume(text: str, drafts: list[Draft], quotes: Sequence[Quotation]) -> None:
    """A quotation broken by "he said" goes on behind it: with a small letter, or without a cue."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is not None and _goes_on(text, last, draft, quotes):
            last.segments += draft.segments
        else:
            kept.append(draft)
    drafts[:] = kept


def _goes_on(text: str, last: Draft, draft: Draft, quotes: Sequence[Quotation]) -> bool:
    low, high = last.segments[-1].span[1], draft.segments[0].span[0]
    if last.cue is None or not low <= last.cue[0] <= last.cue[1] <= high <= low + _WIDEST:
        return False
    if draft.leader or not (_marked(low, quotes, -1) and _marked(high, quotes, 0)):
        return False
    if "\n" in text[low:high]:
        return False
    own = draft.cue
    if own is not None and not low <= own[0] <= own[1] <= high:
        return False
    if own is not None and own != last.cue:
        words = text[own[0] : own[1]].lower()
        if cues().class_of(words) not in (None, *NOT_SPEECH) and not _ASIDE.search(words):
            return False
    broken = text[low - 2 : low].strip(" ”\"'’")[-1:] == ","
    return (broken and bool(_LOWER.match(text, high))) or own is not None


def _marked(at: int, quotes: Sequence[Quotation], edge: int) -> bool:
    """Whether a quotation ends (edge -1) or begins (edge 0) within two characters of a place."""
    first = bisect_left(quotes, at - 2, key=lambda q: q.end if edge else q.start)
    if first >= len(quotes):
        return False
    place = quotes[first].end if edge else quotes[first].start
    return abs(place - at) <= 2


def _lead(text: str, drafts: list[Draft], quotes: Sequence[Quotation]) -> None:
    """What stands before "he said, " belongs to a quotation that begins with a small letter."""
    end = 0
    for draft in drafts:
        first = draft.segments[0]
        if draft.cue is not None and first.source is not None and _marked(first.span[0], quotes, 0):
            lead = _clause_before(text, draft.cue, first.source, first.span[0], end)
            if lead is not None:
                draft.segments.insert(0, replace(first, span=lead))
        end = draft.segments[-1].span[1]


def _clause_before(text: str, cue: Span, source: Span, start: int, low: int) -> Span | None:
    """The clause before an inserted "he said," that its quotation at `start` goes on with."""
    begin, behind = min(cue[0], source[0]), max(cue[1], source[1])
    if not (behind <= start <= behind + 3 and text[behind:start].strip() in (",", "")):
        return None
    if "," not in text[behind - 1 : start] or not _LOWER.match(text, start):
        return None
    if text[begin - 2 : begin] != ", " or (
        abs(cue[0] - source[1]) > 2 and abs(source[0] - cue[1]) > 2
    ):
        return None
    at = max(low, begin - _BACK)
    for match in _SENTENCE.finditer(text, at, begin - 2):
        at = match.end()
    while at < begin and text[at] in " ,;.":
        at += 1
    clause = text[at : begin - 2]
    if len(clause.split()) < 3 or not clause[0].isupper() or _WHERE.match(clause):
        return None
    return (at, begin - 2) if not re.search(r"[“”\"]", clause) else None
