"""Which words the encoder heeded: each piece of a statement is left out in turn.

A piece's contribution is what the figure loses without it (occlusion; Zeiler and Fergus, 2014).
What the pieces do together, and what the words around the statement say, stays as a remainder
without a span, so that all contributions add up to the score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stancedesk.core.model import Evidence, Span
from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance.encoder import Encoder
from stancedesk.nlp.stance.reporting import pieces_of, place

_WORD = re.compile(r"[^\W_][\w'\u2019.-]*|[^\w\s]")
_LINKS = frozenset(
    # Words that lead to the next one and say little when left out alone.
    ["a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "but"]
)
_MOST = 24  # pieces that a long statement is cut into at most


def pieces(text: str) -> list[Span]:
    """Short runs of words, a link word staying with the word that it leads to."""
    words = [m.span() for m in _WORD.finditer(text)]
    per = max(1, -(-len(words) // (3 * _MOST)))
    spans: list[Span] = []
    start: int | None = None
    held = 0
    for a, b in words:
        start = a if start is None else start
        held += 1
        if text[a:b].lower() in _LINKS and held < 4 * per:
            continue
        if held >= per:
            spans.append((start, b))
            start, held = None, 0
    if start is not None:
        spans.append((start, words[-1][1]))
    return spans


def occlude(encoder: Encoder, item: StanceItem, weight: float) -> list[Evidence]:
    """Contributions of the statement's pieces, in units of the stance float.

    `weight` is the encoder's share in the score. The remainder comes last, without a span.
    """
    spans = pieces(item.text)
    whole, *without = encoder.read([item, *_variants(item, spans)])
    evidence = []
    left = whole.stance * weight
    for span, opinion in zip(spans, without, strict=True):
        share = (whole.stance - opinion.stance) * weight
        left -= share
        text = item.text[span[0] : span[1]]
        evidence.append(Evidence("stance", "encoder, left out", span, text, share))
    evidence.append(Evidence("stance", "encoder, whole and surroundings", None, "", left))
    return evidence


def _variants(item: StanceItem, spans: Sequence[Span]) -> Iterator[StanceItem]:
    """The item without each of the spans of its text, and without the same words in its context."""
    placed = place(item) if item.context else ()
    starts = [low for low, _ in pieces_of(item.text)] if len(placed) > 1 else [_lead(item.text)]
    for a, b in spans:
        text, context = f"{item.text[:a]}{item.text[b:]}", ""
        for start, (low, high) in zip(starts, placed, strict=False):
            if start <= a < start + high - low:
                cut_a, cut_b = low + a - start, min(high, low + b - start)
                context = f"{item.context[:cut_a]}{item.context[cut_b:]}"
        yield replace(item, text=text, context=context)


def _lead(text: str) -> int:
    """Where the first word starts."""
    return len(text) - len(text.lstrip())
