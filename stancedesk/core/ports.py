"""The four extension points, and what a piece of background work hears and tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from stancedesk.core.model import Act, Article, Evidence, Found, Span
from stancedesk.errors import Cancelled, UserError


@dataclass(frozen=True, slots=True)
class Failure:
    """One file, or one record of a file, that could not be read; everything else goes on.

    `path` names the file, with ":LINE" after it where one record of many is meant.
    """

    path: str
    error: UserError


@runtime_checkable
class Importer(Protocol):
    """Reads one kind of file. Entry point group: `stancedesk.importers`.

    A suffix starts with its dot and may have two parts (".jsonl.gz").
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles in the file; a Failure for each record that could not be read.

        Raises:
            UserError: The file cannot be read as what it claims to be.
        """
        ...


@runtime_checkable
class StatementExtractor(Protocol):
    """Finds statements in text. Entry point group: `stancedesk.extractors`."""

    name: str
    version: str

    def find(self, text: str, masks: Sequence[Span] = ()) -> list[Found]:
        """Statements in order of their first character; spans lie inside the text."""
        ...


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention is, and for whom it speaks, with the rule that decided.

    `country` None is an answer: nobody could know. `confidence` is in [0, 1]. `span` is where in
    `context` the deciding words stand, or None.
    """

    country: str | None = None
    countries: tuple[str, ...] = ()
    person: str | None = None
    role: str | None = None
    official: bool = False
    rule: str = "none"
    span: Span | None = None
    text: str = ""
    confidence: float = 0.0


@runtime_checkable
class ActorResolver(Protocol):
    """Says for whom a mention speaks. Entry point group: `stancedesk.resolvers`."""

    name: str
    version: str

    def resolve(self, mention: str, context: str = "", date: str | None = None) -> Resolution:
        """Resolve a source phrase, read in `context` (its sentence or paragraph) on `date`."""
        ...


@dataclass(frozen=True, slots=True)
class StanceScore:
    """A scorer's answer. `stance` in [-1, 1], `level` in -2..2; spans of evidence index `text`."""

    stance: float
    level: int
    act: Act = Act.OTHER
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceItem:
    """One statement to score: its words, its paragraph, the phrase and code of its speaker."""

    text: str
    context: str = ""
    speaker: str = ""
    country: str | None = None
    cue: str = ""


@runtime_checkable
class StanceScorer(Protocol):
    """Scores statements against the codebook. Entry point group: `stancedesk.scorers`."""

    name: str
    version: str

    def score(self, items: Sequence[StanceItem]) -> list[StanceScore]:
        """One score for each item, in order; the same items always give the same scores."""
        ...


class Progress(Protocol):
    """Hears how a job goes on and tells whether it must stop."""

    def step(self, done: int, total: int, message: str = "") -> None:
        """Report progress; `total` 0 means unknown.

        Raises:
            Cancelled: The user wants the job to stop. Work committed before stays.
        """
        ...


class Silent:
    """Progress that nobody watches and nobody cancels."""

    def step(self, done: int, total: int, message: str = "") -> None:
        """Do nothing."""


__all__ = [
    "ActorResolver",
    "Cancelled",
    "Failure",
    "Importer",
    "Progress",
    "Resolution",
    "Silent",
    "StanceItem",
    "StanceScore",
    "StanceScorer",
    "StatementExtractor",
]
