"""The people of an article: who is named where, with which title, and what short forms mean.

Capital letters, titles, given names and appositions tell a person, so that no tagger of named
entities is needed, and a list of known names may add to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from stancedesk.core.model import Span
from stancedesk.nlp.speakers.lexicon import (
    ADJECTIVES,
    MONTHS,
    NOT_NAMES,
    PARTICLES,
    STARTERS,
    given_names,
    roles,
)
from stancedesk.nlp.speakers.words import INITIAL, tokens

NameTest = Callable[[str], bool]
OfficesOf = Callable[[str], frozenset[str]]
"""Words for the offices that the bearer of a name holds, and the land behind @, or none."""

_APPOSITION = re.compile(
    r",\s+((?:the|a|an|one|[\w’'.-]+)\s(?:[^,.;:!?\n]|\.(?=\S)|(?<=\b[A-Z])\.){2,100})"
)
_CLAUSE = re.compile(r"\b(?:who|said|says|told|has|was|is|were|had|and)\b")
_WHO = re.compile(r",?\s+who\b")
_PAUSE = re.compile(r"[,.;:!?\n“”\"]")
_LEFT = 12
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named: the bare name, and the phrase with title or apposition."""

    name: str
    span: Span
    phrase: Span
    titled: bool
    possessive: bool
    gender: str
    roles: frozenset[str]


@dataclass(slots=True)
class Person:
    """One person of the article with the mentions, and the places of the full name, in order.

    `gender` is "m" or "f", or "-" where the article does not tell. `settle` finds it and the
    fullest mention once for all, so that a name that comes ten thousand times costs no more.
    """

    name: str
    mentions: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    gender: str = "-"
    _fullest: Mention | None = None

    def settle(self) -> None:
        """Sort the mentions, all of them known now, and draw on them."""
        self.mentions.sort(key=lambda m: m.span)
        self.gender = next((m.gender for m in self.mentions if m.gender != "-"), "-")
        self._fullest = max(
            self.mentions,
            key=lambda m: (bool(m.roles), " " in m.name, -m.span[0]),
        )

    def fullest(self) -> Mention:
        """The first mention with title and full name, else the first with more than a name."""
        return self._fullest or self.mentions[0]


class People:
    """Everybody named in a text.

    Args:
        text: The article.
        is_person_name: Says whether a full name is known to be a person's.
        is_place: Says whether a phrase is a place, state or organisation.
        sources: Spans of the source phrases.
        offices: Tells a leader by the family name alone, and what he or she is called.
    """

    def __init__(
        self,
        text: str,
        is_person_name: NameTest | None = None,
        is_place: NameTest | None = None,
        sources: tuple[Span, ...] = (),
        offices: OfficesOf | None = None,
    ) -> None:
        self.text = text
        self.offices = offices or (lambda _: frozenset())
        self._known = is_person_name or (lambda _: False)
        self._place = is_place or (lambda _: False)
        self._sources = sorted(sources)
        self.words = tokens(text)
        self.mentions: list[Mention] = []
        self.persons: list[Person] = []
        self._of: dict[int, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._gather()

    def of(self, mention: Mention) -> Person:
        """The person of a mention."""
        return self._of[mention.span[0]]

    def within(self, span: Span) -> list[Mention]:
        """Mentions that lie inside the span."""
        at = bisect_left(self.mentions, span[0], key=lambda m: m.span[0])
        out = []
        while at < len(self.mentions) and self.mentions[at].span[0] < span[1]:
            if self.mentions[at].span[1] <= span[1] + 2:
                out.append(self.mentions[at])
            at += 1
        return out

    def before(self, offset: int, most: int = 40) -> list[Mention]:
        """The last mentions before a place, nearest first."""
        at = bisect_left(self.mentions, offset, key=lambda m: m.span[0])
        return self.mentions[max(0, at - most) : at][::-1]

    def after(self, offset: int, most: int = 40) -> list[Mention]:
        """The next mentions after a place, nearest first."""
        at = bisect_left(self.mentions, offset, key=lambda m: m.span[0])
        return self.mentions[at : at + most]

    def called(self, word: str, near: int) -> Person | None:
        """The person whom a single name means at a place: named before and nearest, else later."""
        people = self._by_word.get(_key(word), [])
        best, best_score = None, -1e9
        leader = bool(people) and bool(self.offices(word))
        for person in people[:20]:
            starts = person.places
            at = bisect_left(starts, near)
            family = _key(person.name.split()[-1]) == _key(word)
            score = (2.0 if family else 0.0) + (1.0 if at else 0.0)
            score -= 4.0 if leader and not self.offices(person.name) else 0.0
            distance = near - starts[at - 1] if at else starts[0] - near
            score -= min(distance, 20_000) / 20_000
            if score > best_score:
                best, best_score = person, score
        return best

    def _gather(self) -> None:
        singles: list[Mention] = []
        at = 0
        while at < len(self.words):
            end = self._sequence(at)
            if end > at:
                for mention in self._named(at, end):
                    (self.mentions if len(mention.name.split()) > 1 else singles).append(mention)
                at = end
            else:
                at += 1
        full: dict[str, Person] = {}
        for mention in self.mentions:
            person = full.get(_key(mention.name))
            if person is None:
                person = Person(mention.name)
                full[_key(mention.name)] = person
                self.persons.append(person)
                words = mention.name.split()
                for word in {_key(words[0]), _key(words[-1])}:
                    self._by_word.setdefault(word, []).append(person)
            person.mentions.append(mention)
            person.places.append(mention.span[0])
            self._of[mention.span[0]] = person
        for mention in singles:
            person = self.called(mention.name, mention.span[0])
            if person is not None and self._namesake(mention, person):
                person = None
            if person is None:
                if not mention.titled and not self.offices(mention.name):
                    continue
                person = Person(mention.name)
                self.persons.append(person)
                person.places.append(mention.span[0])
                self._by_word.setdefault(_key(mention.name), []).append(person)
            person.mentions.append(mention)
            self._of[mention.span[0]] = person
            self.mentions.append(mention)
        self.mentions.sort(key=lambda m: m.span)
        for person in self.persons:
            person.settle()

    def _namesake(self, mention: Mention, person: Person) -> bool:
        """Whether a leader's family name stands beside a relative's: "President Roe", Ann Roe."""
        if " " not in person.name or self.offices(person.name):
            return False
        office = any(roles().kind.get(word) == "office" for word in mention.roles)
        theirs = any(m.roles for m in person.mentions)
        return bool(self.offices(mention.name)) and (office or not theirs)

    def _gap(self, at: int) -> str:
        return self.text[self.words[at].end : self.words[at + 1].start]

    def _sequence(self, at: int) -> int:
        """End of the capitalised words that start at `at`; particles may stand between."""
        if not self.words[at].capital:
            return at
        end = at + 1
        while end < len(self.words) and end - at < 14 and not self.words[end - 1].possessive:
            gap = self._gap(end - 1)
            if gap not in (" ", "\xa0", "-", " -", "] "):
                break
            if self.words[end].capital:
                end += 1
            elif (
                self.words[end].text in PARTICLES
                and end + 1 < len(self.words)
                and self._gap(end) in (" ", "-")
                and self.words[end + 1].capital
            ):
                end += 2
            else:
                break
        return end

    def _named(self, start: int, end: int) -> list[Mention]:
        """The person in a capitalised sequence: what follows its last title or common word."""
        first = start
        for n in range(start, end):
            word = self.words[n].bare
            lower = word.lower().rstrip(".")
            if (
                (self._is_role(n, start, end) or ("-" in word and _titles(word)))
                or (lower in NOT_NAMES and not (n > start and self._month(n)))
                or (lower in STARTERS and n == first)
                or (end - n > 2 and self._place(f"{word} {self.words[n + 1].bare}"))
                or (end - n > 2 and self._place(word) and lower not in given_names())
                or (word.isupper() and 1 < len(word) <= 5 and "." not in word)
                or (INITIAL.match(word) and n == first and len(word) > 2 and end - n > 3)
                or word in ("US", "U.S.", "U.K.", "UK", "U.N.", "UN", "EU")
            ):
                first = n + 1
                if end - n > 2 and self._place(f"{word} {self.words[n + 1].bare}"):
                    first = n + 2
        while first < end and self.words[first].text in PARTICLES:
            first += 1
        last = self.words[end - 1]
        if first >= end or end - first > _LONGEST:
            return []
        name = " ".join([w.text for w in self.words[first : end - 1]] + [last.bare])
        span = (self.words[first].start, self.words[first].start + len(name))
        span = (span[0], last.end - (len(last.text) - len(last.bare)))
        words = self.text[span[0] : span[1]].replace("]", "").split()
        name = re.sub(r"\s*-\s*", "-", " ".join(words))
        if len(name) < 2 or INITIAL.fullmatch(name):
            return []
        left = self._left(first)
        before = {w.bare.lower().rstrip(".") for w in self.words[left:first]}
        titled = first > 0 and first > left and _title_before(self.words[first - 1].bare)
        role_words = frozenset(
            p for w in before for p in w.split("-") if roles().kind.get(p) == "office"
        )
        right, more = self._right(span[1], last.possessive)
        evident = (
            titled
            or bool(role_words)
            or self.words[first].bare.lower() in given_names()
            or bool(more)
            or self._told(span)
        )
        single = " " not in name
        if self._place(name) and not titled:
            return []
        if single:
            titled = titled or bool(role_words)
        elif not (evident or self._known(name) or self._middle(first, end) or self._source(span)):
            return []
        phrase = (self.words[left].start, max(right, span[1]))
        gender = self._gender(first, before | more)
        return [Mention(name, span, phrase, titled, last.possessive, gender, role_words | more)]

    def _is_role(self, n: int, start: int, end: int) -> bool:
        """Whether a word of a name is an office: "King" in "Peter King" is none."""
        if roles().of(self.words[n].bare) is None:
            return False
        last = n == end - 1 and n > start
        return not (last and self.words[n - 1].bare.lower() in given_names())

    def _month(self, n: int) -> bool:
        """Whether a month is a family name here: "Mrs May", "Theresa May"."""
        before = self.words[n - 1].bare
        return self.words[n].bare in MONTHS and (_titles(before) or before.lower() in given_names())

    def _middle(self, first: int, end: int) -> bool:
        return any(INITIAL.fullmatch(w.text) for w in self.words[first + 1 : end - 1])

    def _told(self, span: Span) -> bool:
        """Whether the words around tell a person: ", who ..." after, "the envoy, ..." before."""
        if _WHO.match(self.text, span[1], span[1] + 8):
            return True
        before = self.text[max(0, span[0] - 80) : span[0]]
        if not before.endswith(", "):
            return False
        clause = _PAUSE.split(before[:-2])[-1]
        return any(_titles(w.bare) for w in tokens(clause))

    def _source(self, span: Span) -> bool:
        """Whether the name is just what a statement's source phrase says."""
        at = bisect_left(self._sources, (span[0], 0))
        return at < len(self._sources) and self._sources[at] == span

    def _gender(self, first: int, words: set[str] | frozenset[str]) -> str:
        for word in words:
            if word in roles().gender:
                return roles().gender[word]
        return given_names().get(self.words[first].bare.lower(), "-")

    def _left(self, first: int) -> int:
        """First word of the title before a name: capitalised words, role nouns, what joins them."""
        at = first
        best = first
        while at > 0 and first - at < _LEFT:
            gap = self._gap(at - 1)
            if gap.strip(" \xa0") not in ("", "-", "’", "'") or "\n" in gap:
                break
            if "-" in gap and gap != "-":
                break  # a dash, no hyphen
            word = self.words[at - 1].bare
            lower = word.lower().rstrip(".")
            if (
                roles().of(word) is not None
                or lower in ADJECTIVES
                or (self.words[at - 1].capital and lower not in STARTERS)
                or (lower == "new" and self._place(f"{word} {self.words[at].bare}"))
                or lower == "the"
            ):
                at -= 1
                best = at
            elif lower in ("of", "for", "to", "at", "on") and self._bears(at, first):
                at -= 1
            else:
                break
        while best < first and self.words[best].bare.lower() in ("of", "for", "and", "to", "at"):
            best += 1
        if not any(_titles(w.bare) for w in self.words[best:first]):
            return first
        return best

    def _bears(self, start: int, first: int) -> bool:
        """Whether what follows a preposition completes a title: "of State", not "of President"."""
        between = [w.bare for w in self.words[start:first] if w.bare.lower() != "the"]
        return bool(between) and not all(_titles(w) for w in between)

    def _right(self, end: int, possessive: bool) -> tuple[int, frozenset[str]]:
        """End of an apposition after a name that says the role, and its role nouns."""
        if possessive:
            return end, frozenset()
        match = _APPOSITION.match(self.text, end, end + 120)
        if match is None:
            return end, frozenset()
        part = _CLAUSE.split(match.group(1))[0]
        start = part.split()[:1]
        if not start or not (
            start[0] in ("the", "a", "an", "one")
            or start[0][0].isupper()
            or _titles(start[0])
            or start[0] in ADJECTIVES
        ):
            return end, frozenset()
        found = frozenset(w.bare.lower() for w in tokens(part) if roles().of(w.bare) == "office")
        if not found:
            return end, frozenset()
        return match.start(1) + len(part.rstrip()), found


def _titles(word: str) -> bool:
    if word == "major":
        return False
    return any(roles().of(part) in ("office", "courtesy") for part in word.split("-") if part)


def _title_before(word: str) -> bool:
    """Whether a word before a name is its title: "Minister", not "told reporters"."""
    plural = word.islower() and word.endswith("s") and word not in roles().kind
    return _titles(word) and not plural


def _key(name: str) -> str:
    return name.lower().replace("’", "'").replace(".", "")
