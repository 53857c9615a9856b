"""Traits that can be read off a statement's words, and tell speech from what only looks like it.

"will ask for more ships", "did not say which", "discussed the treaty": there is a source, a word of
saying and words behind it, and yet nobody is reported to have said anything. Few of these traits
decide alone, so each is a figure (mostly 0 or 1) that `confidence` weighs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from stancedesk.core.model import Kind, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.hollow import headline
from stancedesk.nlp.quotes.unsaid import NEGATED, WHETHER

NAMES = (
    "words", "negated", "modal", "supposed", "infinitive_cue", "gerund_cue", "present_cue",
    "noun_cue", "mark_cue", "according", "asked", "about", "topic", "act", "saying", "belief",
    "unknown_cue", "question", "infinitive", "gerund", "noun_phrase", "noun_phrase_said",
    "noun_phrase_topic", "behind", "gap", "sentence_between", "source_gap", "source_sentence",
    "pronoun", "first_person", "vague", "thing", "small_source", "definite", "capitals", "medium",
    "poll", "headline",
)  # fmt: skip
"""Names of the traits, in the order of `traits`."""

_MODAL = re.compile(
    r"\b(?:will|would|may|might|could|should|shall|can|must|won[’']t|wouldn[’']t|going to"
    r"|plan\w* to|expected to|likely to|scheduled to|set to|about to|want\w* to|need\w* to"
    r"|hop\w+ to)\b|[’'](?:ll|d)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|until|once|whenever|should|lest|would|could|might)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:about|regarding|concerning)\b", re.IGNORECASE)
_VAGUE = re.compile(r"(?:some|others?|many|most|those|few|several|critics|observers)\b", re.I)
_DEFINITE = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?:\s[a-z’'-]+)+$")
_ASKED = re.compile(r"\b(?:ask|question|wonder|inquir|enquir)\w*", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|should|shall|do|does"
    r"|did|cannot|\w+n[’']t|(?:he|she|it|they|we|i|you|there)\s+(?:\w+ly\s+)?[a-z]+)\b|\w[’'](?:re|ve|ll|m|d)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"[\s“”\"'‘’`«»(\[…]+")
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s|\n")
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_SELF = re.compile(r"(?:i|we|you|us|me|let[’']s|one|people|everyone|anyone|no one|nobody)\b", re.I)
_THING = re.compile(
    r"(?:it|that|this|which|these|those)$|\b(?:history|story"
    r"|highlights?|bill|law|video|photos?|image|graphic|map|facts?|book|film|movie|session|meeting"
    r"|talks|hearing|question|debate|attacks?|decision|move|visit|deal|agreement|treaty)\b",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"\b(?:(?:news|press) agency|news(?:paper)?s?|agency|media|reuters|interfax|tass|xinhua|kcna"
    r"|yonhap|associated press|ap|afp|cnn|bbc|times|post|journal|guardian|tv|television|radio"
    r"|daily)$",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"%|\b(?:polls?|survey\w*|respondents|percent|per cent|majority|americans|voters)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_BACK = 160


def traits(
    text: str, content: Sequence[Span], kind: Kind, cue: Span | None, source: Span | None
) -> tuple[float, ...]:
    """The traits of a statement, in the order of `NAMES`."""
    start, end = content[0][0], content[-1][1]
    said = text[cue[0] : cue[1]] if cue else ""
    words = sum(1 for a, b in content for _ in _WORD.finditer(text, a, b))
    return (
        math.log2(1.0 + min(words, 60)),
        *_of_cue(text, said, cue, source),
        *_of_content(text, content, kind, said),
        *_of_places(text, (start, end), cue, source),
        *_of_source(text, source),
        float(headline(text, start, end)),
    )


def _of_cue(text: str, said: str, cue: Span | None, source: Span | None) -> tuple[float, ...]:
    lower = said.lower()
    known = cues()
    name = known.class_of(said) if said else None
    found = _WORD.findall(lower)
    last = found[-1] if found else ""
    verbal = any(w in known.verbs for w in found)
    loose = known.looseness(said) if said else None
    return (
        float(NEGATED.search(said) is not None),
        float(_MODAL.search(said) is not None),
        float(cue is not None and _SUPPOSED.search(_lead(text, cue, source)) is not None),
        float(_infinitive(text, found, cue)),
        float(len(found) == 1 and last.endswith("ing")),
        float(last.endswith("s") and last in known.verbs),
        float(name is not None and not verbal and "according" not in lower),
        float(bool(said) and not found),
        float("according" in lower),
        float(_ASKED.search(said) is not None),
        float(_ABOUT.search(said) is not None),
        float(loose == "topic"),
        float(loose == "act"),
        float(name == "say"),
        float(name in NOT_SPEECH),
        float(bool(found) and name is None),
    )


def _infinitive(text: str, found: Sequence[str], cue: Span | None) -> bool:
    """Whether the word of saying is an infinitive: "went north to discuss", "wants to say"."""
    if cue is None:
        return False
    verbs = cues().verbs
    led = text[max(0, cue[0] - 3) : cue[0]] == "to "
    return led or any(a == "to" and b in verbs for a, b in pairwise(found))


def _lead(text: str, cue: Span, source: Span | None) -> str:
    """What stands in the sentence shortly before source and cue."""
    at = min(cue[0], source[0]) if source and abs(cue[0] - source[0]) < _BACK else cue[0]
    before = text[max(0, at - 24) : at]
    cut = max(before.rfind(c) for c in '.!?\n”"')
    return before[cut + 1 :]


def _of_content(text: str, content: Sequence[Span], kind: Kind, said: str) -> tuple[float, ...]:
    start, end = content[0][0], content[-1][1]
    blank = _LEADING.match(text, start, end)
    first = blank.end() if blank else start
    that = text[first : first + 5].lower() == "that "
    to = text[first : first + 3].lower() == "to "
    lead = _WORD.match(text, first, end)
    gerund = lead is not None and lead.group().endswith("ing")
    question = WHETHER.match(text, first, end) is not None
    clause = any(_FINITE.search(text, a, b) for a, b in content)
    reported = kind is Kind.INDIRECT
    noun = reported and not (that or to or gerund or question or clause)
    name = cues().class_of(said) if said else None
    return (
        float(question and reported),
        float(to and reported),
        float(gerund and reported),
        float(noun),
        float(noun and name in ("say", "announce", "claim", "ask", None)),
        float(noun and bool(said) and cues().looseness(said) is not None),
    )


def _of_places(text: str, span: Span, cue: Span | None, source: Span | None) -> tuple[float, ...]:
    behind = gap = between = away = crossing = 0.0
    if cue is not None:
        low, high = (cue[1], span[0]) if cue[0] < span[0] else (span[1], cue[0])
        behind = float(cue[0] >= span[1])
        gap = math.log2(1.0 + min(max(0, high - low), 400))
        between = float(low < high and _SENTENCE.search(text, max(low - 1, 0), high) is not None)
        if source is not None:
            low, high = (source[1], cue[0]) if source[0] < cue[0] else (cue[1], source[0])
            away = math.log2(1.0 + min(max(0, high - low), 400))
            crossing = float(_SENTENCE.search(text, low, min(high, low + 400)) is not None)
    return (behind, gap, between, away, crossing)


def _of_source(text: str, source: Span | None) -> tuple[float, ...]:
    name = text[source[0] : source[1]] if source else ""
    medium = _MEDIUM.search(name) is not None
    return (
        float(_PRONOUN.match(name) is not None),
        float(_SELF.match(name) is not None),
        float(_VAGUE.match(name) is not None),
        float(_THING.search(name) is not None),
        float(name[:1].islower() and _PRONOUN.match(name) is None),
        float(_DEFINITE.match(name) is not None),
        float(len(name) > 3 and name.isupper()),
        float(medium),
        float(_POLL.search(name) is not None),
    )
