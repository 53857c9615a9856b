"""The statement extractor: quotation marks, the trained tagger, and rules where it is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from stancedesk import paths
from stancedesk.core.model import Found, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.hollow import is_link
from stancedesk.nlp.quotes.marks import paragraphs, quotations
from stancedesk.nlp.quotes.quiet import loud
from stancedesk.nlp.quotes.rules import find_by_rule
from stancedesk.nlp.quotes.segments import Segment, segments
from stancedesk.nlp.quotes.statements import statements
from stancedesk.nlp.quotes.tagger import Tagger
from stancedesk.nlp.quotes.windows import read, windows

_MARK = re.compile(r"[\"“”„«»‘:—―]|''|``|(?<!\w)'")
_LETTERS = re.compile(r"[^\W\d_]+")

DECODING = 3
"""Raised whenever the same tagger would give other statements."""


class Extractor:
    """Finds statements; implements `core.ports.StatementExtractor`.

    Args:
        tagger: The trained tagger, or None to go by rules alone.
    """

    name = "statements"

    def __init__(self, tagger: Tagger | None = None) -> None:
        self._tagger = tagger
        trained = f"tagger-{tagger.settings['version']}.{DECODING}" if tagger else None
        self.version = trained or "rules-1"

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
        """Statements of each text; the same as `find` on each."""
        every = [*masks, *([()] * (len(texts) - len(masks)))]
        if self._tagger is None:
            found = [find_by_rule(text) for text in texts]
        else:
            tagger = self._tagger
            found = [_read(text, mask, tagger) for text, mask in zip(texts, every, strict=True)]
        return [
            [f for f in some if not _masked(f, mask)]
            for some, mask in zip(found, every, strict=True)
        ]


def _read(text: str, masks: Sequence[Span], tagger: Tagger) -> list[Found]:
    """Statements of one text by the tagger; a window's reading is dropped once it is understood."""
    places = list(paragraphs(text))
    quotes = quotations(text)
    shown = [p for p in places if not _within(p, masks) and not is_link(text[slice(*p)])]
    told = [span for _, span in loud(text, shown, quotes)]
    cut = windows(read(text, told, quotes, tagger.tokenizer), tagger.stops, tagger.colon)
    found: list[Segment] = []
    for window in cut:
        if may_tell(text[int(window.starts[0]) : int(window.ends[-1])]):
            found += segments(tagger.read(window), quotes)
    return statements(text, found, quotes, places, tagger.calibration)


@cache
def _telling() -> frozenset[str]:
    known = cues()
    verbs = {w for w, name in known.verbs.items() if name not in NOT_SPEECH}
    return frozenset(
        verbs | set(known.nouns) | {max(phrase.split(), key=len) for phrase in known.phrases}
    )


def may_tell(paragraph: str) -> bool:
    """Whether a paragraph can hold a statement: it has a mark, a colon or a reporting word.

    Of the quoted and reported statements of PolNeAR dev 1 in 1,000 stands in another paragraph.
    """
    if _MARK.search(paragraph):
        return True
    return not _telling().isdisjoint(_LETTERS.findall(paragraph.lower()))


def _within(place: Span, masks: Sequence[Span]) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in masks)


def _masked(found: Found, masks: Sequence[Span]) -> bool:
    start, end = found.content[0][0], found.content[-1][1]
    return any(a < end and start < b for a, b in masks)
