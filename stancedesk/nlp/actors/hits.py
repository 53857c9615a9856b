"""Phrases of the knowledge base in a text, and the part that each plays in a source phrase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stancedesk.nlp.actors.knowledge import KnowledgeBase, Sense, Surroundings
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.vocabulary import (
    AMERICAN_NEIGHBOURS,
    GIVEN_OR_STATE,
    NOT_NAMES,
    TITLE_WORDS,
)


class Part(StrEnum):
    """The part a named state or body plays in a phrase."""

    SENDER = "sender"  # whom the phrase's head belongs to
    HOST = "host"  # where an envoy is sent, or what a talk is about
    PLACE = "place"  # where something happens
    BASED = "based"  # "London-based"
    SPONSOR = "sponsor"  # "US-backed", "anti-Russian", "Ukrainian-born"


@dataclass(slots=True)
class Hit:
    """A phrase of the knowledge base in a text: tokens [first, last), its sense and its part."""

    first: int
    last: int
    sense: Sense
    part: Part = Part.SENDER


def find_hits(
    kb: KnowledgeBase, words: list[Token], date: str | None, context: str | Surroundings
) -> list[Hit]:
    """Longest phrases of the knowledge base, left to right, names of people apart."""
    hits: list[Hit] = []
    around = Surroundings(context) if isinstance(context, str) else context
    i = 0
    while i < len(words):
        hit = _longest(kb, words, i, date, around)
        if hit is None or _is_person(kb, words, hit) or _in_longer_name(kb, words, hit):
            i += 1
            continue
        _settle_georgia(words, hit, around)
        hits.append(hit)
        i = hit.last
    return hits


def _longest(
    kb: KnowledgeBase, words: list[Token], i: int, date: str | None, context: Surroundings
) -> Hit | None:
    length = min(kb.longest.get(words[i].key, 0), len(words) - i)
    while length:
        chunk = words[i : i + length]
        if length == 1 or all("," not in w.gap or w.gap.strip() == "," for w in chunk[1:]):
            for sense in kb.senses(" ".join(w.key for w in chunk)):
                if any("." in w.gap and len(w.gap.strip()) for w in chunk[1:]):
                    continue
                if any(w.possessive for w in chunk[:-1]) and "'" not in sense.phrase:
                    continue  # "the North's Korean Central News Agency"
                if length == 2 and chunk[0].key == "the" and _goes_on(words, i + length):
                    continue  # "the North American bureau" is not of "the North"
                if sense.fits(chunk, date, context):
                    return Hit(i, i + length, sense)
        length -= 1
    return None


def _goes_on(words: list[Token], at: int) -> bool:
    """Whether a name goes on with the word at a place."""
    return at < len(words) and words[at].capital and close(words[at]) and not words[at].hyphen


def _in_longer_name(kb: KnowledgeBase, words: list[Token], hit: Hit) -> bool:
    """Whether a name only ends another: "the Arab Democratic Party", "North America"."""
    if not hit.first:
        return False
    before = words[hit.first - 1]
    if words[hit.first].key == "america":
        return before.key in ("north", "south", "latin", "central") and before.capital
    if hit.sense.kind != "party" or words[hit.last - 1].key != "party":
        return False
    return (
        before.capital
        and close(words[hit.first])
        and not before.possessive
        and before.key not in TITLE_WORDS
        and (before.key == "arab" or before.key not in NOT_NAMES)
        and not kb.knows(before.key)
    )


def _is_person(kb: KnowledgeBase, words: list[Token], hit: Hit) -> bool:
    """Whether a one-word place is somebody's name: "Jim Jordan", "Chad Wolf", "Paris Hilton"."""
    if hit.last - hit.first != 1:
        return False
    word = words[hit.first]
    if word.hyphen and hit.first and words[hit.first - 1].key in ("al", "el"):
        return hit.sense.kind != "group"
    if word.key not in GIVEN_OR_STATE or not word.capital:
        return False
    before = words[hit.first - 1] if hit.first else None
    after = words[hit.last] if hit.last < len(words) else None
    if before and before.capital and close(word) and not before.possessive:
        if before.key in (
            "mr",
            "mrs",
            "ms",
            "rep",
            "sen",
            "justice",
            "dr",
            "congressman",
            "senator",
            "secretary",
            "general",
        ):
            return hit.sense.kind in ("state", "capital", "region", "city") and not (
                after and after.key in TITLE_WORDS
            )
        if (
            before.key in kb.given_names
            and before.key not in TITLE_WORDS
            and not kb.knows(before.key)
        ):
            return True
    if (
        after
        and after.capital
        and close(after)
        and not word.possessive
        and hit.sense.kind not in ("adjective",)
    ):
        if (
            after.key in TITLE_WORDS
            or kb.knows(after.key)
            or (after.text.isupper() and len(after.text) > 1)
        ):
            return False
        follow = words[hit.last + 1] if hit.last + 1 < len(words) else None
        return not (follow and follow.capital and close(follow) and follow.key in TITLE_WORDS)
    return False


def close(word: Token) -> bool:
    """Whether nothing but a blank parts a word from the one before."""
    return word.gap.strip(" \u00a0") == ""


def _settle_georgia(words: list[Token], hit: Hit, context: Surroundings) -> None:
    """Georgia is the American state beside American offices and place names."""
    if hit.sense.code != "GEO" or hit.sense.kind != "state" or hit.last - hit.first != 1:
        return
    near = {w.key for w in words[max(0, hit.first - 4) : hit.last + 5]}
    state = "secretary" in near and "state" in near
    american = (
        state
        or near & AMERICAN_NEIGHBOURS
        or any(context.has(word) for word in ("atlanta", " sen. ", "r-ga"))
    )
    if american and not context.has("tbilisi") and not context.has("georgian"):
        hit.sense = Sense("USA", "region", "Georgia")
