"""Whether a source speaks for its state or organisation, from the words of the phrase."""

from __future__ import annotations

import re

from stancedesk.nlp.actors.mention import Hit, Part, Phrase
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.vocabulary import (
    ANYBODYS,
    INSTITUTES,
    NEUTRAL,
    OFFICIAL_WORDS,
    STRONG_PAST,
    UNOFFICIAL_WORDS,
    word_set,
)

PRIVATE_KINDS = frozenset(
    ("media", "party", "think tank", "university", "company", "ngo", "opposition", "rebels")
)
OFFICIAL_BODIES = frozenset(
    ("seat", "parliament", "ministry", "agency", "force", "state media", "igo", "group", "capital")
)

_PAST_YEARS = re.compile(r"\bfrom (19|20)\d\d (to|until|till|through) (19|20)\d\d\b")

_WAS = re.compile(r"\bwho (?:was (?:the|a|an|[A-Z])|(?:had )?(?:served|worked)\b)")
_COMMITTEE = re.compile(r"\b(?:House|Senate)\b.*\bCommittee [Cc]hair(?:man|woman)?\b")
_SPEAKER = re.compile(r"\b(?:Republican|Democratic) (?:U\.?S\.? )?House [Ss]peaker\b")
_LOCAL_OFFICES = frozenset(("gov", "governor", "mayor", "sheriff", "police", "legislature"))
# What is said before a name for life and tells no present office.
_RANKS = word_set(
    """
    colonel col general gen admiral adm major maj captain capt lieutenant lt brigadier brig sgt
    ambassador governor gov
    """
)
_MEDIUM = word_set("newspaper tabloid paper daily media television agency commentary editorial")
_WRITERS = word_set("former reporter journalist correspondent columnist writer contributor host")
_HOUSES = word_set(
    """
    parliament congress senate house assembly legislature knesset bundestag duma commons lords
    delegation majlis diet party
    """
)
_SENT = frozenset(("special", "permanent", "high", "trade", "deputy", "senior", "chief"))


def official_of(phrase: Phrase, hit: Hit | None) -> bool:
    """Whether the phrase names someone who speaks for the state or body of `hit`.

    A word of no standing (former, opposition, analyst, senator, wife ...) decides, unless it comes
    after an office in a later part ("minister and former general"). An office of a party, company
    or university ("president of the Socialist Party") is none.
    """
    covered = {k: h for h in phrase.hits for k in range(h.first, h.last)}
    if _PAST_YEARS.search(phrase.text) or was_once(phrase.text):
        return False
    if _COMMITTEE.search(phrase.text) and phrase.name:
        return False  # a single member of parliament
    if _SPEAKER.search(phrase.text) and phrase.name:
        return True
    if not phrase.name and _is_state_media(phrase):
        return True
    named = range(phrase.name_first, phrase.name_last)
    office = party = private = comma = False
    for i, word in enumerate(phrase.words):
        comma = comma or (office and "," in word.gap)
        owner = covered.get(i)
        if i in named:
            continue
        if owner is not None:
            if owner is not hit and _is_private(owner):
                private = private or (office and not comma)
                party = True
        elif word.key in INSTITUTES and word.capital and office and not comma:
            private = True
        elif _has_no_standing(word) or _is_member(phrase, i):
            if not office or (word.key in STRONG_PAST and not _later_part(phrase, i)):
                return False
        elif word.key in OFFICIAL_WORDS and (hit is not None or word.key not in ANYBODYS):
            office = True
    if hit is None:
        return office
    if hit.sense.kind == "region" and hit.sense.code == "USA" and is_local(phrase):
        return False
    if private or hit.sense.kind in PRIVATE_KINDS or (party and not office):
        return False
    return office or hit.sense.kind in OFFICIAL_BODIES or _is_bare(phrase, hit)


def _is_private(hit: Hit) -> bool:
    return hit.part is Part.SENDER and hit.sense.kind in PRIVATE_KINDS


def was_once(text: str) -> bool:
    """Whether a clause tells a past office: ", who worked in the ministry"."""
    return _WAS.search(text) is not None


def _is_state_media(phrase: Phrase) -> bool:
    """Whether a paper or broadcaster of the state is meant itself, and nobody there."""
    words = {w.key for w in phrase.words}
    medium = any(h.sense.kind == "state media" and h.part is Part.SENDER for h in phrase.hits)
    return medium and bool(words & _MEDIUM) and not words & _WRITERS


def _has_no_standing(word: Token) -> bool:
    return word.key in UNOFFICIAL_WORDS and not (word.key == "people" and word.possessive)


def _is_member(phrase: Phrase, i: int) -> bool:
    """Whether word i tells a member of parliament: "Representative Jane Roe", "member of"."""
    word = phrase.words[i]
    if word.key in ("member", "members"):
        after = [w.key for w in phrase.words[i + 1 : i + 8]]
        return after[:1] == ["of"] and any(key in _HOUSES for key in after)
    return (
        word.key == "representative"
        and word.capital
        and i + 1 == phrase.name_first
        and (i == 0 or phrase.words[i - 1].key not in _SENT)
    )


def is_local(phrase: Phrase) -> bool:
    """Whether the office is of an American state or city: it does not speak for the country."""
    named = range(phrase.name_first, phrase.name_last)
    return any(w.key in _LOCAL_OFFICES for i, w in enumerate(phrase.words) if i not in named)


def _is_bare(phrase: Phrase, hit: Hit) -> bool:
    """Whether the phrase is the state's name and no more; nationals need "the"."""
    if phrase.name:
        return False
    covered = {k for h in phrase.hits for k in range(h.first, h.last)}
    ends = (i for i, w in enumerate(phrase.words) if i and w.key in ("which", "who", "in", "on"))
    head = phrase.words[: next(ends, None)]
    rest = [w for i, w in enumerate(head) if i not in covered and w.key not in NEUTRAL]
    return not rest and (hit.sense.kind != "national" or phrase.words[0].key == "the")


def _later_part(phrase: Phrase, i: int) -> bool:
    """Whether word i stands behind a comma or "and" that parts it from an office before."""
    for j in range(i, 0, -1):
        if "," in phrase.words[j].gap or phrase.words[j].key == "and":
            return any(
                w.key in OFFICIAL_WORDS and not (w.key in _RANKS and k < phrase.name_first)
                for k, w in enumerate(phrase.words[:j])
            )
    return False
