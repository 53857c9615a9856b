"""The statement extractor: quotation marks, the trained tagger, and rules where it is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from stancedesk import paths
from stancedesk.core.model import Found, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.marks import Quotation, paragraphs, quotations
from stancedesk.nlp.quotes.rules import find_by_rule
from stancedesk.nlp.quotes.segments import Segment, segments
from stancedesk.nlp.quotes.statements import statements
from stancedesk.nlp.quotes.tagger import Tagger
from stancedesk.nlp.quotes.windows import Pieces, read, windows

_ROUND = 400_000
"""Characters that are read at a time, so that memory stays flat."""


_MARK = re.compile(r"[\"“”„«»‘:—―]|''|``|(?<!\w)'")
_LETTERS = re.compile(r"[^\W\d_]+")


class Extractor:
    """Finds statements; implements `core.ports.StatementExtractor`.

    Args:
        tagger: The trained tagger, or None to go by rules alone.
    """

    name = "statements"

    def __init__(self, tagger: Tagger | None = None) -> None:
        self._tagger = tagger
        self.version = f"tagger-{tagger.settings['version']}" if tagger else "rules-1"

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1) -> Extractor:
        """An extractor with the model in `folder`, or the shipped one, or rules without either.

        Raises:
            UserError: The model is there and cannot be read.
        """
        folder = folder or paths.resources() / "models" / "statements"
        return cls(Tagger(folder, threads) if (folder / "tagger.onnx").exists() else None)

    def find(self, text: str, masks: Sequence[Span] = ()) -> list[Found]:
        """Statements in order of their first character; spans lie inside the text."""
        return self.find_many([text], [masks])[0]

    def find_many(
        self, texts: Sequence[str], masks: Sequence[Sequence[Span]] = ()
    ) -> list[list[Found]]:
        """Statements of each text; the same as `find` on each, but quicker."""
        every = [*masks, *([()] * (len(texts) - len(masks)))]
        if self._tagger is None:
            found = [find_by_rule(text) for text in texts]
        else:
            found = self._read(self._tagger, texts, every)
        return [
            [f for f in some if not _masked(f, mask)]
            for some, mask in zip(found, every, strict=True)
        ]

    def _read(
        self, tagger: Tagger, texts: Sequence[str], masks: Sequence[Sequence[Span]]
    ) -> list[list[Found]]:
        out: list[list[Found]] = []
        held: list[_Draft] = []
        size = 0
        for text, mask in zip(texts, masks, strict=True):
            held.append(_Draft(text, mask, tagger))
            size += len(text)
            if size >= _ROUND:
                out += _finish(held, tagger)
                held, size = [], 0
        return out + _finish(held, tagger)


class _Draft:
    """A text with its paragraphs, quotations and windows."""

    def __init__(self, text: str, masks: Sequence[Span], tagger: Tagger) -> None:
        self.text = text
        self.places = list(paragraphs(text))
        self.quotes: list[Quotation] = quotations(text)
        telling = [p for p in self.places if not _within(p, masks) and may_tell(text[p[0] : p[1]])]
        self.windows: list[Pieces] = windows(
            read(text, telling, self.quotes, tagger.tokenizer), tagger.stops, tagger.colon
        )


def _finish(drafts: Sequence[_Draft], tagger: Tagger) -> list[list[Found]]:
    readings = iter(tagger.read([w for d in drafts for w in d.windows]))
    out = []
    for draft in drafts:
        found: list[Segment] = []
        for _ in draft.windows:
            found += segments(next(readings), draft.quotes)
        out.append(statements(draft.text, found, draft.quotes, draft.places, tagger.calibration))
    return out


@cache
def _telling() -> frozenset[str]:
    known = cues()
    verbs = {w for w, name in known.verbs.items() if name not in NOT_SPEECH}
    return frozenset(
        verbs | set(known.nouns) | {max(phrase.split(), key=len) for phrase in known.phrases}
    )


def may_tell(paragraph: str) -> bool:
    """Whether a paragraph can hold a statement: it has a mark, a colon or a reporting word.

    Of the quoted and reported statements of PolNeAR dev 2 in 1,000 stand in other paragraphs.
    """
    if _MARK.search(paragraph):
        return True
    return not _telling().isdisjoint(_LETTERS.findall(paragraph.lower()))


def _within(place: Span, masks: Sequence[Span]) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in masks)


def _masked(found: Found, masks: Sequence[Span]) -> bool:
    start, end = found.content[0][0], found.content[-1][1]
    return any(a < end and start < b for a, b in masks)
