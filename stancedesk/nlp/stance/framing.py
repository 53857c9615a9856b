"""Lays a statement out for the encoder: what stands before, the statement, what stands after.

The words of the reporting clause and the paragraph are read with the statement, because a
fragment alone ("the decision") says nothing. Names of states are hidden throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance.names import Names, Roles
from stancedesk.nlp.stance.reporting import place

BEFORE, HEAD, TAIL, AFTER = 30, 64, 36, 12  # tokens kept of each part
NEAR = 400  # characters of context looked at on either side
MARK = "\u00ab", "\u00bb"
Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Frame:
    """An item's three parts with names hidden."""

    before: str
    statement: str
    after: str


def frame(item: StanceItem, names: Names) -> Frame:
    """The parts of an item; without a context a plain reporting clause stands before."""
    roles = Roles(item.country or names.code_of(item.speaker))
    spans = place(item) if item.context else ()
    if spans:
        start, end = spans[0][0], spans[-1][1]
        inside = sum(b - a for a, b in spans)
        if end - start <= 2 * inside + 120:
            before, statement, after = (
                item.context[max(0, start - NEAR) : start],
                item.context[start:end],
                item.context[end : end + NEAR],
            )
            if item.speaker and item.speaker not in item.context:
                before = f"{item.speaker}: {before}"
            return Frame(*(names.hide(part, roles) for part in (before, statement, after)))
    before = " ".join(part for part in (item.speaker, item.cue or "said") if part) + ":"
    return Frame(names.hide(before, roles), names.hide(item.text, roles), "")


@dataclass(frozen=True, slots=True)
class Layout:
    """Token ids of one framed item; `kinds` is 1 on the statement's own tokens."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


class Framer:
    """Turns items into the encoder's input."""

    def __init__(self, tokenizer: Tokenizer, names: Names) -> None:
        self._tokenizer, self._names = tokenizer, names
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._cls, self._sep, self._pad, self._open, self._close = (
            tokenizer.token_to_id(token) or 0 for token in ("[CLS]", "[SEP]", "[PAD]", *MARK)
        )

    def layout(self, item: StanceItem) -> Layout:
        """Token ids of an item, long parts shortened where they matter least."""
        return self.arrange(self.frame(item))

    def frame(self, item: StanceItem) -> Frame:
        """The three parts of an item with names hidden."""
        return frame(item, self._names)

    def arrange(self, parts: Frame) -> Layout:
        """Token ids of framed parts."""
        before = self._ids(parts.before)[-BEFORE:]
        said = self._ids(parts.statement)
        if len(said) > HEAD + TAIL:
            said = said[:HEAD] + said[-TAIL:]
        after = self._ids(parts.after)[:AFTER]
        left = [self._cls, *before, self._open]
        right = [self._close, *after, self._sep]
        kinds = [0] * len(left) + [1] * len(said) + [0] * len(right)
        return Layout((*left, *said, *right), tuple(kinds))

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def batch(self, layouts: Sequence[Layout]) -> tuple[Ids, Ids, Ids]:
        """Padded ids, attention and kinds, each (items, tokens)."""
        width = max(len(layout.ids) for layout in layouts)
        ids = np.full((len(layouts), width), self._pad, dtype=np.int64)
        attention = np.zeros_like(ids)
        kinds = np.zeros_like(ids)
        for row, layout in enumerate(layouts):
            n = len(layout.ids)
            ids[row, :n], attention[row, :n], kinds[row, :n] = layout.ids, 1, layout.kinds
        return ids, attention, kinds
