"""Which part a state or body plays in a source phrase: sender, host, place, sponsor."""

from __future__ import annotations

from stancedesk.nlp.actors.hits import Hit, Part, close
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.vocabulary import (
    DISTANCE,
    HOST_HEADS,
    INSTITUTES,
    OFFICIAL_WORDS,
    OTHERS,
    PLACE_WORDS,
    RELATIVE_VERBS,
    SPONSOR_AFTER,
    SUBJECT_ENDS,
    TOPIC_WORDS,
    TRADES,
)

SPONSOR_BEFORE = frozenset(["anti", "pro", "non", "counter", "ex", "post", "pre"])


def assign_parts(words: list[Token], hits: list[Hit]) -> None:
    """Decide for each hit whether the phrase speaks for it, goes to it, or merely is there."""
    for n, hit in enumerate(hits):
        after = words[hit.last] if hit.last < len(words) else None
        first = words[hit.first]
        if after and after.hyphen and after.key in SPONSOR_AFTER:
            hit.part = Part.SPONSOR
        elif (after and after.hyphen and after.key == "based") or (
            after and after.key == "based" and close(after)
        ):
            hit.part = Part.BASED
        elif (after and _is_topic(words, hit) and close(after)) or (
            hit.sense.code in ("UN", "NATO")
            and after
            and after.key in ("ambassador", "envoy")
            and close(after)
            and not (
                words[hit.last - 1].possessive or (len(hits) == 1 and hit.last + 1 >= len(words))
            )
        ):
            hit.part = Part.HOST
        elif first.hyphen and hit.first and words[hit.first - 1].key in SPONSOR_BEFORE:
            hit.part = Part.SPONSOR
        elif (
            _owns_other(words, hit)
            or _in_relative(words, hit)
            or _is_subject(words, hits, n)
            or _in_institute(words, hit)
            or _in_book(words, hit)
            or _owns_mission(words, hits, n)
        ):
            hit.part = Part.HOST
        elif after and after.key == "american" and after.hyphen:
            hit.part = Part.HOST  # "a Cuban-American senator"
        else:
            hit.part = _part_by_preposition(words, hits, n)


def _owns_other(words: list[Token], hit: Hit) -> bool:
    """Whether an ally or rival of the state is meant: "North Korea's main ally, China"."""
    after = words[hit.last : hit.last + 3]
    end = next((n for n, w in enumerate(after) if w.key in OTHERS), None)
    return end is not None and all(
        close(w) and w.key not in ("and", "or", "its", "the") for w in after[: end + 1]
    )


def _owns_mission(words: list[Token], hits: list[Hit], n: int) -> bool:
    """Whether a body of many states works in a region: "Gaza's UNRWA operations"."""
    hit, following = hits[n], hits[n + 1 : n + 2]
    return bool(
        following
        and hit.sense.kind in ("region", "city")
        and words[hit.last - 1].possessive
        and following[0].first == hit.last
        and following[0].sense.kind == "igo"
    )


def _in_relative(words: list[Token], hit: Hit) -> bool:
    """Whether a clause only tells what somebody did there: ", who had returned from Kabul"."""
    for i in range(hit.first - 1, max(0, hit.first - 12), -1):
        if words[i].key in ("who", "which", "whose") and "," in words[i].gap:
            return words[i + 1].key not in RELATIVE_VERBS
    return False


def _is_subject(words: list[Token], hits: list[Hit], n: int) -> bool:
    """Whether a scholar of the state sits elsewhere: "a scholar of Russian law at the ..."."""
    hit = hits[n]
    before = words[hit.first - 1].key if hit.first else ""
    if before == "the" and hit.first > 1:
        before = words[hit.first - 2].key
    return before in ("of", "on", "in") and any(
        h.sense.kind in ("university", "think tank") and words[h.first - 1].key in ("at", "the")
        for h in hits[n + 1 :]
    )


def _in_institute(words: list[Token], hit: Hit) -> bool:
    """Whether an institute has the land for its subject: "the Center for Iran and Gulf Studies"."""
    if hit.sense.kind not in ("state", "adjective", "region"):
        return False
    after = words[hit.last : hit.last + 5]
    end = next((n for n, w in enumerate(after) if w.capital and w.key in SUBJECT_ENDS), None)
    if end is None or any("," in w.gap for w in after[: end + 1]):
        return False
    before = words[max(0, hit.first - 4) : hit.first]
    return any(w.capital and w.key in INSTITUTES for w in before) and any(
        w.key in ("for", "of", "on") for w in before
    )


def _in_book(words: list[Token], hit: Hit) -> bool:
    """Whether the land stands in the title of a book: "author of Last Refuge: Yemen and ..."."""
    for i in range(hit.first - 1, max(0, hit.first - 15), -1):
        if words[i].key == "of" and words[i - 1].key in ("author", "authors", "coauthor"):
            return True
    return False


def _is_topic(words: list[Token], hit: Hit) -> bool:
    """Whether a country's bare name tells a trade: "an Iran hawk", "a China expert"."""
    if hit.sense.kind not in ("state", "capital", "region") or words[hit.last - 1].possessive:
        return False
    after = words[hit.last : hit.last + 2]
    war = bool(after) and after[0].key == "war" and after[0].capital  # "a Vietnam War veteran"
    return war or any(w.key in TRADES for w in after)


def _part_by_preposition(words: list[Token], hits: list[Hit], n: int) -> Part:
    hit = hits[n]
    earlier = {h.first + k for h in hits[:n] for k in range(h.last - h.first)}
    i = hit.first - 1
    steps = 0
    if _is_pair(words, hits, n):
        return hits[n - 1].part  # "an expert in U.S.-China relations"
    if _in_list(words, hits, n):
        return hits[n - 1].part
    while i >= 0 and steps < 5:
        word = words[i]
        if "," in words[i + 1].gap or ";" in words[i + 1].gap:
            return Part.SENDER
        if (
            word.key in ("of", "to", "for", "from", "with", "by")
            or word.key in PLACE_WORDS
            or word.key in TOPIC_WORDS
        ):
            return _by_word(words, hit, i)
        if i in earlier and not word.possessive and words[i + 1].key == "and":
            return hits[n - 1].part
        if word.possessive or (i in earlier and words[i].capital):
            return Part.SENDER
        i -= 1
        steps += 1
    return Part.SENDER


def _is_pair(words: list[Token], hits: list[Hit], n: int) -> bool:
    """Whether a hyphen ties two states: "U.S.-China", not "Chinese-American"."""
    if not n or hits[n - 1].last != hits[n].first or not words[hits[n].first].hyphen:
        return False
    return hits[n].sense.kind == "state" and hits[n - 1].sense.kind == "state"


def _in_list(words: list[Token], hits: list[Hit], n: int) -> bool:
    """Whether a land goes on a list of subjects: "for China, Hong Kong and Taiwan"."""
    if not n or hits[n - 1].part is not Part.HOST:
        return False
    between = words[hits[n - 1].last : hits[n].first]
    listed = "," in words[hits[n - 1].last].gap or bool(between)
    lands = all(h.sense.kind in ("state", "region", "capital") for h in hits[n - 1 : n + 1])
    goes_on = any(h.sense.kind in ("think tank", "university", "ngo") for h in hits[n + 1 :])
    return listed and lands and goes_on and all(w.key == "and" for w in between)


def _by_word(words: list[Token], hit: Hit, i: int) -> Part:
    preposition = words[i].key
    heads = {w.key for w in words[max(0, i - 6) : i]}
    place = hit.sense.kind in (
        "state",
        "capital",
        "region",
        "city",
        "national",
        "adjective",
        "seat",
    )
    if preposition == "to":
        return Part.HOST
    if preposition == "from" and i and words[i - 1].key in ("reporting", "writing", "speaking"):
        return Part.HOST
    if preposition == "for":
        if hit.sense.kind in ("think tank", "university", "company", "media", "ngo"):
            return Part.SENDER
        return (
            Part.HOST
            if heads & HOST_HEADS and not heads & {"spokesman", "spokeswoman", "spokesperson"}
            else Part.SENDER
        )
    if preposition in PLACE_WORDS:
        if preposition == "at" and not (place and hit.sense.kind in ("capital", "region", "city")):
            return Part.SENDER
        return Part.PLACE if place and not _owns_body(words, hit, i) else Part.SENDER
    if preposition in TOPIC_WORDS:
        return Part.HOST
    if preposition == "with" and hit.sense.kind in ("state", "adjective", "national", "capital"):
        return Part.HOST
    if preposition == "of" and heads & DISTANCE:
        return Part.HOST
    if preposition == "by":
        return Part.HOST if place else Part.SENDER
    return Part.SENDER


def _owns_body(words: list[Token], hit: Hit, i: int) -> bool:
    """Whether the official sits in a body of the state: "in the Belgian prosecutor's office"."""
    owned = hit.sense.kind == "adjective" or words[hit.last - 1].possessive
    return (
        owned
        and words[i].key in ("in", "at", "inside", "within")
        and any(w.key in _BODY for w in words[hit.last : hit.last + 4])
        and any(w.key in OFFICIAL_WORDS for w in words[:i])
    )


_BODY = frozenset(
    ("ministry", "office", "government", "army", "military", "navy", "embassy", "police", "cabinet")
)
