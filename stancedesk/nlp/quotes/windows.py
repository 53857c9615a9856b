"""Cuts a text into windows of word pieces for the tagger, with features of case and quotation.

The encoder is uncased and never sees a line break, so each piece carries a type (its token type
id): inside quotation marks or not, lower, Capitalised or UPPER, first of its paragraph or not.
All quotation marks are shown to it as the straight double one, so style makes no difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Span
from stancedesk.nlp.quotes.marks import Quotation

BUDGET = 216
"""Most word pieces in a window (without the two marks around it)."""

TYPES = 12
_CHUNK = 20_000
_LONE = re.compile("[\ud800-\udfff]")
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»＂″", '"') | dict.fromkeys("‘’‚‛", "'") | {"\xa0": " "})


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a paragraph or window: vocabulary ids, types, and characters of the text.

    `inner` says which pieces go on with the word before.
    """

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    inner: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> Pieces:
        """Pieces `start` to `end`."""
        return Pieces(
            self.ids[start:end],
            self.types[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.inner[start:end],
        )

    def covering(self, span: Span) -> tuple[int, int]:
        """Range of the pieces that share a character with `span`."""
        first = bisect_right(self.ends, span[0])
        return first, max(first, bisect_left(self.starts, span[1]))


def joined(parts: Sequence[Pieces]) -> Pieces:
    """Consecutive pieces as one."""
    if len(parts) == 1:
        return parts[0]
    return Pieces(
        np.concatenate([p.ids for p in parts]),
        np.concatenate([p.types for p in parts]),
        np.concatenate([p.starts for p in parts]),
        np.concatenate([p.ends for p in parts]),
        np.concatenate([p.inner for p in parts]),
    )


def plain(text: str, quotes: Sequence[Quotation]) -> str:
    """The text as the tagger reads it, character for character as long as the original."""
    out = text.translate(_PLAIN).replace("''", '" ').replace("``", '" ')
    if not out.isascii():
        out = _LONE.sub("\ufffd", out)
    singles = [q for q in quotes if q.single]
    if not singles:
        return out
    letters = list(out)
    for quote in singles:
        letters[quote.start] = letters[quote.end - 1] = '"'
    return "".join(letters)


def read(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Quotation], tokenizer: Any
) -> list[Pieces]:
    """Pieces of each paragraph, by a `tokenizers.Tokenizer` without special tokens."""
    if not paragraphs:
        return []
    smooth = plain(text, quotes)
    chunks: list[tuple[int, int, int]] = []
    for number, (start, end) in enumerate(paragraphs):
        chunks += [(number, at, min(at + _CHUNK, end)) for at in range(start, end, _CHUNK)]
    encoded = tokenizer.encode_batch([smooth[a:b] for _, a, b in chunks], add_special_tokens=False)
    parts: list[list[Pieces]] = [[] for _ in paragraphs]
    edges = np.array([x for q in quotes for x in (q.start, q.end)], dtype=np.int64)
    for (number, at, _), piece in zip(chunks, encoded, strict=True):
        ids = np.array(piece.ids, dtype=np.int64)
        offsets = np.array(piece.offsets, dtype=np.int64).reshape(-1, 2) + at
        types = _types(text, offsets, piece.word_ids, edges)
        if len(types) and not parts[number]:
            types[0] += 6
        words = np.array([-1 if w is None else w for w in piece.word_ids], dtype=np.int64)
        inner = np.diff(words, prepend=-2) == 0
        parts[number].append(Pieces(ids, types, offsets[:, 0], offsets[:, 1], inner))
    return [joined(p) for p in parts]


def _types(
    text: str, offsets: NDArray[np.int64], words: Sequence[int | None], edges: NDArray[np.int64]
) -> NDArray[np.int64]:
    """0/1 for inside quotation, plus 2 for a capital, plus 4 for capitals only."""
    inside = np.searchsorted(edges, offsets[:, 0], side="right") % 2
    case = np.zeros(len(offsets), dtype=np.int64)
    last: int | None = -1
    value = 0
    for n, word in enumerate(words):
        if word != last:
            start, end = int(offsets[n, 0]), int(offsets[n, 1])
            value = 0
            if text[start].isupper():
                value = 4 if end - start > 1 and text[start:end].isupper() else 2
            last = word
        case[n] = value
    return inside + case


def windows(
    paragraphs: Sequence[Pieces],
    stops: frozenset[int] = frozenset(),
    colon: int = -1,
    budget: int = BUDGET,
) -> list[Pieces]:
    """Packs consecutive paragraphs into windows of at most `budget` pieces.

    A longer paragraph is cut after a sentence, or anywhere if it has none. `stops` are the
    vocabulary ids of the marks that end sentences, `colon` that of the colon.
    """
    out: list[Pieces] = []
    held: list[Pieces] = []
    size = 0
    for paragraph in paragraphs:
        for part in _cut(paragraph, stops, budget):
            if held and size + len(part) > budget:
                # A paragraph that ends in a colon stays with the one that it opens.
                last = held[-1]
                leads = int(last.ids[-1]) == colon and len(last) + len(part) <= budget
                kept = [held.pop()] if leads and len(held) > 1 else []
                out.append(joined(held))
                held, size = kept, sum(map(len, kept))
            if len(part):
                held.append(part)
                size += len(part)
    if held:
        out.append(joined(held))
    return out


def _cut(paragraph: Pieces, stops: frozenset[int], budget: int) -> list[Pieces]:
    if len(paragraph) <= budget:
        return [paragraph]
    parts = []
    start = 0
    while len(paragraph) - start > budget:
        full = start + budget
        end = full
        for n in range(full, start + budget // 3, -1):
            last = {int(paragraph.ids[n - 1]), int(paragraph.ids[n - 2])}
            if paragraph.types[n] % 6 >= 2 and last & stops:
                end = n
                break
        parts.append(paragraph.part(start, end))
        start = end
    parts.append(paragraph.part(start, len(paragraph)))
    return parts
