"""The domain's values: Article, Statement, Coding, Run, Query and what surrounds them.

Offsets are characters into `Article.text`, half open. Stance is a float in [-1, 1], negative
escalates. Dates are ISO 8601 days ("2022-02-15"), times ISO 8601 in UTC.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]

LEVELS = (-2, -1, 0, 1, 2)


class Kind(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class DateBasis(StrEnum):
    """How the date of an article is known."""

    METADATA = "metadata"
    TEXT = "text"
    GIVEN = "given"
    HAND = "hand"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """The speech act, after the verbal classes of PLOVER and CAMEO."""

    THREATEN = "threaten"
    MOBILISE = "mobilise"
    SANCTION = "sanction"
    DEMAND = "demand"
    ACCUSE = "accuse"
    REJECT = "reject"
    WARN = "warn"
    DENY = "deny"
    DOUBT = "doubt"
    INFORM = "inform"
    OTHER = "other"
    APPEAL = "appeal"
    PRAISE = "praise"
    OFFER = "offer"
    PROMISE = "promise"
    AGREE = "agree"
    CONCEDE = "concede"


def content_hash(text: str) -> str:
    """SHA-256 of the text with runs of white space folded: the same page saved twice agrees."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as imported; its text never changes afterwards.

    `published` is None exactly when `date_basis` is UNKNOWN. `masks` are spans of boilerplate,
    sorted and disjoint: they stay in the text, and analysis passes over them. `path` is the file
    or address it came from, `importer` the name of the importer that read it. `language` is an
    ISO 639-1 code, "" where it is not known. `duplicate_of` is the id of the first article of
    which this one is a reprint.
    """

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: str | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    masks: tuple[Span, ...] = ()
    importer: str = ""
    path: str = ""
    id: int | None = None
    language: str = ""
    duplicate_of: int | None = None

    @property
    def english(self) -> bool:
        """Whether it can be analysed: English, or too short to tell."""
        return self.language in ("", "en")

    @property
    def sha256(self) -> str:
        """Hash by which the same article is recognised."""
        return content_hash(self.text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for one part of a judgement.

    Args:
        field: The part it speaks for: "speaker", "country", "stance", "tone" ...
        rule: Name of the rule, cue class or model that decided.
        span: Where in the article it stands, or None (knowledge base, model).
        text: The words of the span, or what the knowledge base says.
        weight: Its contribution to the figure, in units of the figure; None where there is none.
    """

    field: str
    rule: str
    span: Span | None = None
    text: str = ""
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A statement found in a text, before anyone judged it: where it stands, nothing more.

    `content` is one or more sorted, disjoint spans. `speaker` is the source phrase as it stands
    nearest the statement (it may be a pronoun).
    """

    content: tuple[Span, ...]
    kind: Kind
    cue: Span | None = None
    speaker: Span | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a coder thinks of one statement; the content of a Coding.

    `country` is an ISO 3166 alpha-3 or organisation code or None; `countries` all of a joint
    source, the first being `country`. `targets` are the other parties it is about. `tone` is
    VADER's compound figure, kept apart from stance. `valid` False says "this is no statement".
    """

    speaker_text: str = ""
    person: str | None = None
    role: str | None = None
    country: str | None = None
    countries: tuple[str, ...] = ()
    official: bool = False
    targets: tuple[str, ...] = ()
    stance: float = 0.0
    level: int = 0
    act: Act = Act.OTHER
    tone: float = 0.0
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    valid: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A found statement with the machine's judgement of it."""

    found: Found
    text: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's judgement of one statement: never edited, only retracted.

    `coder` is a person's name, or "machine" with the `run_id` it came from. Times are ISO 8601 UTC.
    """

    id: int
    statement_id: int
    coder: str
    human: bool
    run_id: int | None
    created: str
    retracted: str | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Versions:
    """What an analysis was made with: enough to make it again."""

    app: str
    model: str
    knowledge_base: str
    codebook: str
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One analysis by the machine. Times are ISO 8601 UTC; `finished` None while it goes on."""

    id: int
    versions: Versions
    started: str
    finished: str | None = None
    articles: int = 0
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """A dated mark that the user puts on the timeline."""

    date: str
    label: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A selection of statements: what the filters say. Empty tuples and None mean "any".

    `date_from` and `date_to` are inclusive. `undated` selects only statements without a date.
    `text` is a full-text search in the statement's words. `levels` are stance levels. "" among
    `countries` or `persons` stands for "unknown". `undated` puts the dates out of force. `rejected`
    selects what a person marked as no statement, which is hidden otherwise. `reprints` also takes
    statements of articles that are reprints of others, which count once otherwise; with `article`
    they are always taken.
    """

    countries: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    levels: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    officials_only: bool = False
    reviewed_only: bool = False
    undated: bool = False
    rejected: bool = False
    article: int | None = None
    reprints: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as tables, charts and exports show it: words, article and winning coding."""

    id: int
    article_id: int
    content: tuple[Span, ...]
    text: str
    kind: Kind
    cue: Span | None
    speaker: Span | None
    judgement: Judgement
    published: str | None
    source: str
    title: str
    coder: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation changed, so that views refresh what they show and no more.

    `label` names the operation for the undo menu ("Set country to RUS on 12 statements").
    """

    label: str = ""
    articles: tuple[int, ...] = ()
    statements: tuple[int, ...] = ()
    events: bool = False
    everything: bool = False
