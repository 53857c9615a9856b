"""Whether a source speaks for its state or organisation, from the words of the phrase."""

from __future__ import annotations

from stancedesk.nlp.actors.mention import Hit, Part, Phrase
from stancedesk.nlp.actors.vocabulary import NEUTRAL, OFFICIAL_WORDS, STRONG_PAST, UNOFFICIAL_WORDS

PRIVATE_KINDS = frozenset(
    ("media", "party", "think tank", "university", "company", "ngo", "opposition", "rebels")
)
OFFICIAL_BODIES = frozenset(
    ("seat", "parliament", "ministry", "agency", "force", "state media", "igo", "group", "capital")
)


def official_of(phrase: Phrase, hit: Hit | None) -> bool:
    """Whether the phrase names someone who speaks for the state or body of `hit`.

    A word of no standing (former, opposition, analyst, senator, wife ...) decides, unless it comes
    after an office in a later part ("minister and former general").
    """
    covered = {k for h in phrase.hits for k in range(h.first, h.last)}
    named = set(range(phrase.name_first, phrase.name_last)) if phrase.name_first >= 0 else set()
    seen_office = False
    private = hit is not None and hit.sense.kind in PRIVATE_KINDS
    comma = False
    for i, word in enumerate(phrase.words):
        comma = comma or (seen_office and "," in word.gap)
        if i in named:
            continue
        if i in covered:
            owner = next(h for h in phrase.hits if h.first <= i < h.last)
            if (
                i == owner.first
                and owner is not hit
                and owner.part is Part.SENDER
                and owner.sense.kind in PRIVATE_KINDS
            ):
                if seen_office if not comma else owner.sense.kind == "party" and not seen_office:
                    private = True
            continue
        if word.key in UNOFFICIAL_WORDS and not (word.key == "people" and word.possessive):
            if word.key in ("men", "man") and not i:
                return False
            if not seen_office or (word.key in STRONG_PAST and not _later_part(phrase, i)):
                return False
        elif word.key in OFFICIAL_WORDS:
            seen_office = True
    if hit is None:
        return seen_office
    if private:
        return False
    if seen_office or hit.sense.kind in OFFICIAL_BODIES:
        return True
    rest = [
        w
        for i, w in enumerate(phrase.words)
        if i not in covered and i not in named and w.key not in NEUTRAL
    ]
    if hit.sense.kind == "national":
        return not rest and phrase.words[0].key == "the"
    if hit.sense.kind == "adjective":
        return not rest and not phrase.name
    return not rest and not phrase.name


def _later_part(phrase: Phrase, i: int) -> bool:
    """Whether word i stands behind a comma or "and" that parts it from an office before."""
    for j in range(i, 0, -1):
        if "," in phrase.words[j].gap or phrase.words[j].key == "and":
            return any(w.key in OFFICIAL_WORDS for w in phrase.words[:j])
    return False
