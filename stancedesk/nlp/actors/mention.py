"""Reading a source phrase: which states and bodies it names, in which part, and who bears it."""

from __future__ import annotations

from dataclasses import dataclass, field

from stancedesk.nlp.actors.hits import Hit, Part, close, find_hits
from stancedesk.nlp.actors.knowledge import KnowledgeBase, Surroundings
from stancedesk.nlp.actors.parts import assign_parts
from stancedesk.nlp.actors.spelling import Token, seen, tokens
from stancedesk.nlp.actors.vocabulary import (
    MONTHS,
    NOT_NAMES,
    OWNED,
    PARTICLES,
    SPONSOR_AFTER,
    TITLE_WORDS,
)


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
    return not (word.text.isupper() and len(word.text) > 3 and "." not in word.text)


def _named_month(words: list[Token], i: int) -> bool:
    """Whether a month stands behind a title or a given name: "Mrs May", "Theresa May"."""
    if i == 0 or not close(words[i]) or words[i].hyphen:
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
            and close(following)
            and not following.capital
            and following.key in OWNED
        )
        if following is not None and (
            owner or (following.key in OWNED and following.key != "president" and close(following))
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


def read(
    kb: KnowledgeBase, text: str, date: str | None, context: str | Surroundings = ""
) -> Phrase:
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
        phrase.name = seen(text[start:end])
    return phrase


__all__ = ["Hit", "Part", "Phrase", "assign_parts", "find_hits", "find_leader", "find_name", "read"]
