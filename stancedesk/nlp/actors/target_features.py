"""What speaks for and against a party being one that a statement is about: features by name.

A feature is true or not. Its name says what it looks at and never names a party, for which states
are spoken of must not decide. Most are kept apart by where the party is named: in the words of the
statement, around them (in their sentence or paragraph) or away from them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.target_aims import Aim, Places, Turns, candidates
from stancedesk.nlp.actors.target_mentions import Mention, Mentions
from stancedesk.nlp.actors.target_words import (
    ABROAD,
    ADDRESS,
    BOTH,
    DOMESTIC,
    FORCE,
    HE,
    POINTING,
    TALK,
    THEY,
    WE,
)
from stancedesk.nlp.actors.vocabulary import TITLE_WORDS

LEAD = 400
"""How many characters the beginning of an article has."""

# A party named away from the statement comes into question if it is among those named most or last.
_MOST, _LAST, _FAR = 4, 3, 99

# Features that count for more, or for less, together; each by how its name begins.
_TOGETHER = (
    ("share of article", "share of statements:"),
    ("in the lead", "share of statements:"),
    ("in the paragraph:", "share of article"),
    ("share of article", "speaker's party known"),
    ("sort", "parties in words"),
    ("named last:", "sort"),
    ("named last:", "named most:"),
    ("official", "sort"),
    ("domestic", "parties in words"),
    ("share of article", "spoke last"),
)
_HEADS = tuple(sorted({head for pair in _TOGETHER for head in pair}))


class Reading:
    """A statement with the parties in question, read once for all of them."""

    def __init__(self, aim: Aim, turns: Turns, mentions: Mentions) -> None:
        self.aim = aim
        self.turns = turns
        self.mentions = mentions
        self.tokens = mentions.memory.words
        self.found = candidates(aim, mentions)
        self.named = [m for first, last in aim.content for m in mentions.between(first, last)]
        text = mentions.memory.text
        self.content = " ".join(text[first:last] for first, last in aim.content)
        self.others = max(1, sum(n for code, n in mentions.counts.items() if code not in aim.own))
        self.own_named = any(mention.code in aim.own for mention in self.named)

    @cached_property
    def spoken(self) -> list[Token]:
        """The words of the statement without names."""
        taken = {at for m in self.named for at in range(m.first, m.last)}
        out = []
        for first, last in self.aim.content:
            at = bisect_left(self.tokens, first, key=_begin)
            while at < len(self.tokens) and self.tokens[at].start < last:
                word = self.tokens[at]
                if at not in taken and not (word.capital and word.start > first + 1):
                    out.append(word)
                at += 1
        return out

    @cached_property
    def keys(self) -> set[str]:
        """The same, folded."""
        return {word.key for word in self.spoken}

    @cached_property
    def thrust(self) -> str:
        """Whether the words speak of force, and whether of talks."""
        force, talk = FORCE.search(self.content), TALK.search(self.content)
        return f"force {bool(force)} talk {bool(talk)}"

    def features(self) -> dict[str, list[str]]:
        """The true features of each party in question."""
        if not self.found:
            return {}
        start, counts = self.aim.start, self.mentions.counts
        named = _ranks(self.found, lambda _, p: p.words[0].start if p.words else None)
        recent = _ranks(self.found, lambda _, p: _distance(p, start))
        frequent = _ranks(self.found, lambda code, _: -counts[code])
        near = self.mentions.nearness(start)
        top = max((near.get(code, 0.0) for code in self.found), default=0.0) or 1.0
        general = self._general()
        shared: dict[str, tuple[list[str], dict[str, str]]] = {}
        out = {}
        for code, places in self.found.items():
            where = places.where
            if where == "away" and frequent[code] > _MOST and recent.get(code, _FAR) > _LAST:
                continue
            if where not in shared:
                names = [f"{name}, {where}" for name in general]
                shared[where] = names, _heads(names)
            placed = [
                f"named last: {_rank(recent.get(code, 0))}",
                f"named most: {_rank(frequent[code])}",
                f"share of nearness: {_tenths(near.get(code, 0.0) / top)}",
                *self._standing(code, _rank(frequent[code])),
                *self._antecedent(places, recent.get(code, 0)),
                *dict.fromkeys(self._around(places)),
            ]
            placed = [f"{name}, {where}" for name in placed]
            names, heads = shared[where]
            out[code] = [
                *names,
                *placed,
                *dict.fromkeys(self._in_words(places, named.get(code, 0), len(named))),
                *_together(heads | _heads(placed)),
            ]
        return out

    def _general(self) -> list[str]:
        """What is the same for all parties."""
        inside = sum(1 for places in self.found.values() if places.words)
        around = sum(1 for p in self.found.values() if p.sentence or p.paragraph)
        domestic, abroad = DOMESTIC.search(self.content), ABROAD.search(self.content)
        return [
            "any",
            f"parties in words: {min(inside, 4)}",
            f"parties around: {'-' if inside else min(around, 3)}",
            f"domestic {bool(domestic)}, abroad {bool(abroad)}",
            f"speaker's party known: {bool(self.aim.own)}",
            f"official: {self.aim.official}",
            f"kind: {self.aim.kind}",
            f"own party in words: {self.own_named}",
            f"we: {bool(self.keys & WE)}",
            f"length: {min(len(self.spoken) // 6, 6)}",
        ]

    def _in_words(self, places: Places, rank: int, of: int) -> Iterator[str]:
        """How the words name a party, if they do."""
        if not places.words:
            return
        place, scene = f"{_rank(rank)} of {min(of, 4)}", all(m.scene for m in places.words)
        own = self.own_named if self.aim.own else "none"
        joined = self._joined(places)
        yield f"in words as {place}"
        yield f"times in words: {min(len(places.words), 3)}"
        yield f"own party in words, as {_rank(rank)}: {self.own_named}"
        yield f"scenes only: {scene}"
        yield f"adds words around: {bool(places.sentence or places.paragraph)}"
        yield f"{place}, {self.thrust}"
        yield f"{place}, both: {bool(BOTH.search(self.content))}"
        yield f"{place}, scene {scene}"
        yield f"{place}, own {own} {self.thrust}"
        yield f"{place}, official {self.aim.official} own {own}"
        yield f"scene {scene}, own {own} {self.thrust.partition(' talk')[0]}"
        yield f"joined {joined}, {self.thrust}"
        yield f"joined {joined}, {place}"
        for mention in places.words[:4]:
            yield from self._beside(mention)

    def _beside(self, mention: Mention) -> Iterator[str]:
        """What stands beside a mention in the words."""
        tokens, first, last = self.tokens, mention.first, mention.last
        start = next(a for a, b in self.aim.content if a <= mention.start < b)
        before = [
            self._key(at) for at in range(max(0, first - 24), first) if tokens[at].start >= start
        ]
        yield f"named as {mention.kind}"
        yield f"before it: {before[-1] if before else '^'}"
        if len(before) > 1:
            yield f"before it: {before[-2]} {before[-1]}"
            yield f"near before it: {before[-2]}"
        if len(before) > 2:
            yield f"near before it: {before[-3]}"
        if last < len(tokens):
            yield f"after it: {'stop' if tokens[last].gap.strip(' -') else self._key(last)}"
        if tokens[last - 1].possessive:
            yield "with 's"
        yield f"how far in words: {min(len(before) // 4, 5)}"

    def _key(self, at: int) -> str:
        """A word as features know it: parties and names are all alike."""
        word = self.tokens[at]
        if at in self.mentions.taken:
            return "PARTY"
        named = word.capital and word.key not in TITLE_WORDS and not word.gap.strip(" -,")
        return "NAME" if named and word.start != self.aim.start else word.key

    def _joined(self, places: Places) -> str:
        """How a party in the words stands to the one named next to it."""
        out = "no"
        for n, mention in enumerate(self.named):
            if mention.code != places.words[0].code:
                continue
            for other, side in ((n - 1, "behind"), (n + 1, "before")):
                if not 0 <= other < len(self.named) or self.named[other].code == mention.code:
                    continue
                link = self._link(self.named[min(n, other)], self.named[max(n, other)])
                if link == "and":
                    return "and own" if self.named[other].code in self.aim.own else "and"
                if link == "beside" or (link == "near" and out == "no"):
                    out = f"{link} {side}"
        return out

    def _link(self, left: Mention, right: Mention) -> str:
        between = self.tokens[left.last : right.first]
        keys = [word.key for word in between]
        comma = "," in self.tokens[left.last].gap if left.last < len(self.tokens) else False
        if len(keys) <= 2 and ("and" in keys or "or" in keys or (comma and not keys)):
            return "and"
        return "beside" if not keys else "near" if len(keys) <= 4 else ""

    def _around(self, places: Places) -> Iterator[str]:
        """How the sentence and the paragraph name a party outside the words."""
        start, speaker, cue = self.aim.start, self.aim.speaker, self.aim.cue
        for mention in places.sentence[:3]:
            yield f"in the sentence {_side(mention, start)} words"
            yield f"in the sentence as {mention.kind}"
            if speaker and speaker[0] <= mention.start < speaker[1]:
                yield "in the source phrase"
            if mention.first:
                yield f"in the sentence after {self._key(mention.first - 1)}"
            if mention.last < len(self.tokens):
                yield f"in the sentence before {self._key(mention.last)}"
            if cue and cue[1] <= mention.start < start:
                yield "between cue and words"
            text = self.mentions.memory.text
            if ADDRESS.search(text, max(0, mention.start - 60), mention.start):
                yield "addressed"
        for mention in places.paragraph[:6]:
            yield f"in the paragraph {_side(mention, start)} words"
        yield f"in the paragraph: {min(len(places.paragraph), 3)}"
        yield f"before: {min(len(places.before), 4)}"
        yield f"after: {min(len(places.after), 4)}"

    def _standing(self, code: str, frequent: str) -> Iterator[str]:
        """What a party is to the article, and to those who speak in it."""
        known, counts = bool(self.aim.own), self.mentions.counts
        yield f"share of article: {_tenths(counts[code] / self.others)}"
        yield f"in the lead: {self.mentions.first[code] < LEAD}"
        yield f"named most: {frequent}, own known: {known}"
        yield f"sort: {self.mentions.sort(code)}"
        before, after, shares = self.turns.before, self.turns.after, self.turns.shares
        lately = any(code in own for own in before)
        if before:
            yield f"spoke last: {code in before[-1]}"
            yield f"spoke before: {lately}"
        if after:
            yield f"speaks next: {code in after[0]}"
        share = f"share of statements: {min(int(shares.get(code, 0) * 6), 4)}"
        yield share
        if not known:
            most = max(shares.values(), default=0)
            yield f"own unknown, {share}"
            yield f"own unknown, speaks most: {bool(most) and shares.get(code, 0) == most}"
            yield f"own unknown, spoke before: {lately}"
            yield f"own unknown, official {self.aim.official}"

    def _antecedent(self, places: Places, rank: int) -> Iterator[str]:
        """Whether a pronoun in words that do not name a party may stand for it."""
        if places.words:
            return
        last = places.last_before(self.aim.start)
        if last is None:
            yield "not before"
            return
        person = last.kind in ("leader", "official", "person")
        yield f"distance: {min((self.aim.start - last.start) // 100, 8)}"
        yield f"last as {last.kind}"
        if rank == 1:
            he, they = bool(self.keys & HE), bool(self.keys & THEY)
            yield f"last: he {he} they {they} you {'you' in self.keys}, {person}"
        for key in POINTING:
            if key in self.keys:
                yield f"last named {_rank(rank)} and words have {key}"


def _heads(names: Sequence[str]) -> dict[str, str]:
    """Those of the names that count together with others, by how they begin."""
    return {
        head: name
        for name in names
        if name.startswith(_HEADS) and ", own known" not in name
        for head in _HEADS
        if name.startswith(head)
    }


def _together(heads: dict[str, str]) -> list[str]:
    """The pairs that count together."""
    return [f"{heads[a]} & {heads[b]}" for a, b in _TOGETHER if a in heads and b in heads]


def _ranks(found: dict[str, Places], value: Callable[[str, Places], int | None]) -> dict[str, int]:
    """The place of each party in the order of a value; those without one have none."""
    scored = [(v, code) for code, places in found.items() if (v := value(code, places)) is not None]
    return {code: n for n, (_, code) in enumerate(sorted(scored), 1)}


def _distance(places: Places, start: int) -> int | None:
    last = places.last_before(start)
    return None if last is None else start - last.start


def _side(mention: Mention, start: int) -> str:
    return "before" if mention.start < start else "after"


def _rank(rank: int) -> str:
    return str(rank) if 0 < rank < 4 else "-" if not rank else "later"


def _tenths(share: float) -> str:
    return f"{min(int(share * 10), 10)} tenths"


def _begin(word: Token) -> int:
    return word.start
