"""Sentences by their punctuation, enough to say how far a mention is and to show its context."""

from __future__ import annotations

import re
from bisect import bisect_right

from stancedesk.core.model import Span

_BREAK = re.compile(
    r"\n+\s*|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bSen)(?<!\bRep)"
    r"(?<!\bGov)(?<!\bU\.S)(?<!\b[A-Z])[.!?…][”\"’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)
_LONGEST = 600


class Sentences:
    """Starts of the sentences of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in _BREAK.finditer(text))]

    def number(self, offset: int) -> int:
        """Number of the sentence that holds the character."""
        return bisect_right(self.starts, offset) - 1

    def start(self, offset: int) -> int:
        """Where that sentence starts."""
        return self.starts[self.number(offset)]

    def around(self, span: Span) -> str:
        """The sentences that hold the span, at most some hundred characters beyond it."""
        low = max(self.start(span[0]), span[0] - _LONGEST)
        after = self.number(max(span[1] - 1, span[0])) + 1
        end = self.starts[after] if after < len(self.starts) else len(self.text)
        return self.text[low : min(end, span[1] + _LONGEST)].strip()
