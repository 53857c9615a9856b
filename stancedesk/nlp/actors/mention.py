"""Reading a source phrase: which states and bodies it names, in which part, and who bears it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from stancedesk.nlp.actors.knowledge import KnowledgeBase, Sense, Surroundings
from stancedesk.nlp.actors.spelling import Token, tokens
from stancedesk.nlp.actors.vocabulary import (
    AMERICAN_NEIGHBOURS,
    DISTANCE,
    GIVEN_OR_STATE,
    HOST_HEADS,
    MONTHS,
    NOT_NAMES,
    OFFICIAL_WORDS,
    OTHERS,
    OWNED,
    PARTICLES,
    PLACE_WORDS,
    RELATIVE_VERBS,
    SPONSOR_AFTER,
    TITLE_WORDS,
    TOPIC_WORDS,
    TRADES,
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


@dataclass(slots=True)
class Phrase:
    """A source phrase taken apart. `name` is the bearer's name as written, or empty."""

    text: str
    words: list[Token]
    hits: list[Hit] = field(default_factory=list)
    name: str = ""
    name_first: int = -1
    name_last: int = -1
    leader: tuple[int, int] = (-1, -1)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens [first, last) in the phrase."""
        return self.words[first].start, self.words[last - 1].end


SPONSOR_BEFORE = frozenset(["anti", "pro", "non", "counter", "ex", "post", "pre"])


def find_hits(kb: KnowledgeBase, words: list[Token], date: str | None, context: str) -> list[Hit]:
    """Longest phrases of the knowledge base, left to right, names of people apart."""
    hits: list[Hit] = []
    around = Surroundings(context)
    i = 0
    while i < len(words):
        hit = _longest(kb, words, i, date, around)
        if hit is None or _is_person(kb, words, hit):
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
                if sense.fits(chunk, date, context):
                    return Hit(i, i + length, sense)
        length -= 1
    return None


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
    if before and before.capital and _close(word) and not before.possessive:
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
        and _close(after)
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
        return not (follow and follow.capital and _close(follow) and follow.key in TITLE_WORDS)
    return False


def _close(word: Token) -> bool:
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


def assign_parts(words: list[Token], hits: list[Hit]) -> None:
    """Decide for each hit whether the phrase speaks for it, goes to it, or merely is there."""
    for n, hit in enumerate(hits):
        after = words[hit.last] if hit.last < len(words) else None
        first = words[hit.first]
        if after and after.hyphen and after.key in SPONSOR_AFTER:
            hit.part = Part.SPONSOR
        elif (after and after.hyphen and after.key == "based") or (
            after and after.key == "based" and _close(after)
        ):
            hit.part = Part.BASED
        elif (after and _is_topic(words, hit) and _close(after)) or (
            hit.sense.code in ("UN", "NATO")
            and after
            and after.key in ("ambassador", "envoy")
            and _close(after)
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
        _close(w) and w.key not in ("and", "or", "its", "the") for w in after[: end + 1]
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


def _is_topic(words: list[Token], hit: Hit) -> bool:
    """Whether a country's bare name tells a trade: "an Iran hawk", "a China expert"."""
    if hit.sense.kind not in ("state", "capital", "region") or words[hit.last - 1].possessive:
        return False
    return any(w.key in TRADES for w in words[hit.last : hit.last + 2])


def _part_by_preposition(words: list[Token], hits: list[Hit], n: int) -> Part:
    hit = hits[n]
    earlier = {h.first + k for h in hits[:n] for k in range(h.last - h.first)}
    i = hit.first - 1
    steps = 0
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
    if preposition == "for":
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


def find_name(words: list[Token], hits: list[Hit]) -> tuple[int, int]:
    """Tokens [first, last) of the person's name in a phrase, or (-1, -1).

    The first run of capitalised words that are neither titles nor phrases of the knowledge base; a
    run of one word only where no longer one is found.
    """
    taken = {k for h in hits for k in range(h.first, h.last)}
    single = (-1, -1)
    i = 0
    while i < len(words):
        if not _nameable(words, i, taken) or (words[i].key in PARTICLES and not words[i].capital):
            i += 1
            continue
        j = i + 1
        while j < len(words) and _joined(words, j, taken):
            j += 1
        while j > i + 1 and not words[j - 1].capital and not words[j - 1].hyphen:
            j -= 1
        if j - i >= 2 and not words[j - 2].possessive:
            return i, j
        # "the Sun said": a paper, not a Mr. Sun.
        placed = i > 0 and words[i - 1].key in ("of", "in", "at", "from", "near", "the")
        if single[0] < 0 and j - i == 1 and not placed:
            single = (i, j)
        i = j
    return single


def _nameable(words: list[Token], i: int, taken: set[int]) -> bool:
    word = words[i]
    if i in taken or not (word.capital or word.key in PARTICLES):
        return False
    if word.key in TITLE_WORDS and len(word.key) > 1:
        return False
    if word.text in ("A", "I"):
        return _initial(words, i)
    if word.key in NOT_NAMES and not (word.key in MONTHS and _named_month(words, i)):
        return False
    return not (word.text.isupper() and len(word.text) > 3)


def _named_month(words: list[Token], i: int) -> bool:
    """Whether a month stands behind a title or a given name: "Mrs May", "Theresa May"."""
    if i == 0 or not _close(words[i]) or words[i].hyphen:
        return False
    before = words[i - 1]
    dated = i + 1 < len(words) and words[i + 1].text.isdigit()
    return before.capital and before.key not in NOT_NAMES and not dated


def _initial(words: list[Token], i: int) -> bool:
    following = words[i + 1] if i + 1 < len(words) else None
    return (following is not None and (following.gap.startswith(".") or following.hyphen)) or words[
        i
    ].hyphen


def find_leader(words: list[Token], hits: list[Hit]) -> tuple[int, int]:
    """Tokens of a person's name that owns what follows: "Putin's spokesman", "a Trump adviser"."""
    taken = {k for h in hits for k in range(h.first, h.last)}
    i = 0
    while i < len(words):
        if not _nameable(words, i, taken) or not words[i].capital:
            i += 1
            continue
        j = i + 1
        while j < len(words) and _joined(words, j, taken):
            j += 1
        following = words[j] if j < len(words) else None
        owner = words[j - 1].possessive or (
            following is not None
            and _close(following)
            and not following.capital
            and following.key in OWNED
        )
        if following is not None and (
            owner or (following.key in OWNED and following.key != "president" and _close(following))
        ):
            return i, j
        i = j
    return -1, -1


def _joined(words: list[Token], j: int, taken: set[int]) -> bool:
    word = words[j]
    if words[j - 1].possessive:
        return False
    if word.hyphen:
        return j not in taken and word.key not in SPONSOR_AFTER and word.key != "based"
    gap = word.gap.strip(" \u00a0")
    if gap not in ("", ".") or (gap == "." and len(words[j - 1].text) > 2):
        return False
    return _nameable(words, j, taken)


def read(kb: KnowledgeBase, text: str, date: str | None, context: str = "") -> Phrase:
    """Take a source phrase apart."""
    words = tokens(text)
    hits = find_hits(kb, words, date, context or text)
    assign_parts(words, hits)
    phrase = Phrase(text, words, hits)
    phrase.leader = find_leader(words, hits)
    first, last = find_name(words, hits)
    if first >= 0:
        phrase.name_first, phrase.name_last = first, last
        start, end = phrase.span(first, last)
        phrase.name = text[start:end]
    return phrase
