"""Office-holders by name and date: who bore a name, and for whom they spoke on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stancedesk.nlp.actors.spelling import plain, skeleton
from stancedesk.nlp.actors.vocabulary import FAMILY_FIRST, GREAT, PARTICLES, word_set

_SINGLE = frozenset(("HOS", "HOG", "FM", "DEF", "VP"))
ROLE_WEIGHT = {
    "HOS": 10,
    "HOG": 10,
    "ORG": 8,
    "FM": 8,
    "DEF": 7,
    "SPOX": 6,
    "NSA": 6,
    "VP": 6,
    "FIN": 4,
    "MIL": 4,
    "AMB": 1,
    "UNAMB": 4,
    "OFF": 2,
    "LEG": 2,
    "OPP": 2.5,
    "EXP": 1,
    "GOV": 3,
    "CEO": 2,
}
UNOFFICIAL_ROLES = frozenset(("OPP", "EXP", "LEG", "CEO", "PRIV"))


@dataclass(frozen=True, slots=True)
class Term:
    """One dated office; no `end` means still held on `asof`. Dates are days, months or years."""

    name: str
    code: str
    role: str
    title: str
    start: str
    end: str
    asof: str
    source: str

    @property
    def official(self) -> bool:
        """Whether the office speaks for its state or organisation."""
        return self.role not in UNOFFICIAL_ROLES

    @property
    def by_hand(self) -> bool:
        """Whether the row was written by hand; what bears it out may follow in its source."""
        return self.source.startswith("curated")

    def holds(self, date: str) -> bool:
        """Whether the term runs on the day; an open one is taken to run on."""
        return self.start <= date and (not self.end or date[: len(self.end)] <= self.end)

    def told(self) -> str:
        """The term in words, as evidence."""
        until = self.end or f"(as of {self.asof or 'today'})"
        return f"{self.name}, {self.title or self.role}, {self.start} to {until}"

    def weight(self) -> float:
        """How likely the news means this one, in points."""
        return ROLE_WEIGHT.get(self.role, 1) * (2.0 if self.code in GREAT else 1.0)


@dataclass(frozen=True, slots=True)
class Holder:
    """The answer to a name: the term that counts on the date, and whether it was running then.

    `alone` False says that others of the name and country are as likely: no person is meant.
    """

    term: Term
    current: bool
    score: float
    alone: bool = True


@lru_cache(maxsize=32768)
def _words(name: str) -> tuple[str, ...]:
    words = plain(name).replace(".", " ").replace("'", "").replace("-", " ").split()
    return tuple([w for w in words if len(w) > 1] or words)


def initials(name: str) -> str:
    """Single letters of a name in order: "George H.W. Bush" -> "hw"."""
    return "".join(w for w in plain(name).replace(".", " ").split() if len(w) == 1)


def name_words(name: str) -> list[str]:
    """Folded words of a name without initials."""
    return list(_words(name))


class People:
    """Terms indexed by the sound of the names' words.

    Args:
        rows: For each name its terms as lines of a table, without the name; parsed when asked for.
        sounds: For each word's sound the names that have it.
        given: Given names that are one, by sound: {"myk": "mihail"}.
        given_names: Folded first words of names: words that stand before a family name.
        same: Names that are other spellings of a name.
    """

    def __init__(
        self,
        rows: dict[str, list[str]],
        sounds: dict[str, list[str]],
        given: dict[str, str],
        given_names: Iterable[str],
        same: dict[str, str] | None = None,
    ) -> None:
        self._rows = rows
        self._by_word = sounds
        self._given = given
        self.given_names = set(given_names)
        self._same = same or {}
        self._by_office: dict[tuple[str, str], set[str]] | None = None

    @classmethod
    def index(
        cls, terms: Iterable[Term]
    ) -> tuple[dict[str, list[str]], dict[str, list[str]], list[str]]:
        """The first two arguments and the last one for terms; earlier spellings come first."""
        rows: dict[str, list[str]] = {}
        sounds: dict[str, list[str]] = defaultdict(list)
        given: dict[str, None] = {}
        for term in terms:
            if term.name not in rows:
                rows[term.name] = []
                words = name_words(term.name)
                if len(words) > 1:
                    given[words[0]] = None
                for word in dict.fromkeys(skeleton(w) for w in words if w not in PARTICLES):
                    sounds[word].append(term.name)
            cells = (term.code, term.role, term.title, term.start, term.end, term.asof, term.source)
            rows[term.name].append("\t".join(cells))
        return rows, dict(sounds), list(given)

    @classmethod
    def same(cls, terms: Iterable[Term]) -> dict[str, str]:
        """Names that are other spellings of an earlier one: {"Sergei Lavrov": "Sergey Lavrov"}.

        One office begun in one month is one person's where the names share a word, or where rows
        written by hand give the same days.
        """
        terms = list(terms)
        by_hand_names = {t.name for t in terms if t.by_hand}
        first: dict[tuple[str, str, str], list[Term]] = {}
        same: dict[str, str] = {}
        for term in terms:
            if term.role not in _SINGLE or len(term.start) < 7:
                continue
            known = first.setdefault((term.code, term.role, term.start[:7]), [])
            sounds = {skeleton(w) for w in name_words(term.name) if w not in PARTICLES}
            for other in known:
                if (
                    other.name == term.name
                    or term.name in same
                    or same.get(other.name) == term.name
                ):
                    continue
                if term.name in by_hand_names and other.name not in by_hand_names:
                    continue
                shared = sounds & {
                    skeleton(w) for w in name_words(other.name) if w not in PARTICLES
                }
                by_hand = (
                    other.by_hand
                    and term.by_hand
                    and (other.start, other.end)
                    == (
                        term.start,
                        term.end,
                    )
                )
                if shared or (by_hand and len(term.start) == 10):
                    same[term.name] = same.get(other.name, other.name)
            known.append(term)
        return same

    def add_first(self, terms: Iterable[Term]) -> None:
        """Put the user's own terms first; a name of theirs replaces the shipped rows."""
        rows, sounds, given = self.index(terms)
        self._rows = {**self._rows, **rows}
        for word, names in sounds.items():
            self._by_word[word] = [
                *names,
                *(n for n in self._by_word.get(word, ()) if n not in names),
            ]
        self.given_names |= set(given)

    def __len__(self) -> int:
        return sum(len(terms) for terms in self._rows.values())

    def _one(self, word: str) -> str:
        sound = skeleton(word)
        return self._given.get(sound, sound)

    def names(self, name: str) -> list[str]:
        """Names on file that the given one may be a spelling or a shortening of."""
        words = [w for w in name_words(name) if w not in PARTICLES]
        loose = PARTICLES
        if len(words) < 2:
            words, loose = name_words(name), frozenset()  # "Ben Emmerson" is no Emmerson alone
        if not words:
            return []
        sounds = [skeleton(w) for w in words]
        candidates = None
        for sound in reversed(sounds):
            found = self._by_word.get(sound)
            if found and (candidates is None or len(found) < len(candidates)):
                candidates = found
        if not candidates:
            return []
        wanted = {self._one(w) for w in words}
        result = []
        for candidate in candidates:
            have = [w for w in name_words(candidate) if w not in loose]
            kept = {self._one(w) for w in have}
            if wanted <= kept or (len(have) > 1 and len(words) > len(have) > 1 and kept <= wanted):
                result.append(candidate)
        return list(dict.fromkeys(result))

    def family(self, name: str) -> set[str]:
        """Folded words of the name on file that may stand for it alone."""
        words = name_words(name)
        code = self._rows[name][0].partition("\t")[0]
        if len(words) == 1:
            return set(words)
        if code in FAMILY_FIRST and words[-1] not in ("carrie",):
            return {words[0]} if code != "MYS" and code != "SGP" else {words[0], words[-1]}
        return {w for w in words[1:] if w not in PARTICLES and w not in ("jr", "sr", "ii", "iii")}

    def canonical(self, name: str) -> str:
        """The spelling under which a name on file is shown."""
        return self._same.get(name, name)

    def terms(self, name: str) -> list[Term]:
        """Terms under exactly this name."""
        return [Term(name, *row.split("\t")) for row in self._rows.get(name, ())]

    def in_office(self, code: str, roles: frozenset[str], date: str | None) -> list[str]:
        """Names of those who hold an office of a state or organisation on a date."""
        if self._by_office is None:
            self._by_office = defaultdict(set)
            for name, lines in self._rows.items():
                for line in lines:
                    cells = line.split("\t", 2)
                    self._by_office[cells[0], cells[1]].add(name)
        names = {n for role in roles for n in self._by_office.get((code, role), ())}
        if date is None:
            return []
        return sorted(
            n
            for n in names
            if any(t.code == code and t.role in roles and t.holds(date) for t in self.terms(n))
        )

    def on(self, name: str, date: str | None, roles: frozenset[str] = frozenset()) -> Holder | None:
        """The term of a name that counts on a date: running, else the last, else the next."""
        terms = self.terms(name)
        if date is None:
            best = max(terms, key=lambda t: (t.role in roles, t.official, t.weight(), t.start))
            return Holder(best, True, best.weight())
        running = [t for t in terms if t.holds(date)]
        if running:
            best = max(running, key=lambda t: (t.role in roles, t.weight(), t.start))
            sure = 1.0 if best.end or date[:7] <= best.asof[:7] or not best.asof else 0.8
            return Holder(
                best, best.official, best.weight() * sure * (1.5 if best.role in roles else 1.0)
            )
        past = [t for t in terms if t.end and t.end < date]
        if past:
            best = max(past, key=lambda t: (t.end, t.weight()))
            years = int(date[:4]) - int(best.end[:4])
            strength = max(t.weight() for t in past)
            states = [t for t in terms if t.role not in ("ORG", "EXP")]
            if best.role == "ORG" and states:
                best = max(states, key=lambda t: (t.weight(), t.end))
            return Holder(
                best, False, strength * (0.5 if years <= 4 else 0.3 if years <= 15 else 0.1)
            )
        best = min(terms, key=lambda t: t.start)
        return Holder(best, False, best.weight() * 0.15)

    def full(
        self, name: str, date: str | None, roles: frozenset[str] = frozenset()
    ) -> Holder | None:
        """The holder of a name of two words or more."""
        names = self.names(name)
        if letters := initials(name):  # other initials are another's: father and son Bush
            names = [n for n in names if initials(n) in ("", letters)] or names
        found = [h for n in names if (h := self.on(n, date, roles))]
        own = {self._one(w) for w in name_words(name) if w not in PARTICLES}

        def rank(holder: Holder) -> tuple[bool, bool, bool, float]:
            words = {self._one(w) for w in name_words(holder.term.name) if w not in PARTICLES}
            titled = bool(roles) and holder.term.role in roles
            return holder.current, titled, date is None and words == own, holder.score

        return max(found, key=rank) if found else None

    def by_family(
        self,
        word: str,
        date: str | None,
        roles: frozenset[str] = frozenset(),
        codes: frozenset[str] = frozenset(),
    ) -> Holder | None:
        """The holder meant by a family name alone, where one stands out on that date.

        `roles` are those that the mention's title allows, `codes` what the sentence speaks of.
        None where nobody is known or two are as likely.
        """
        folded = plain(word).replace("'", "")
        sound = skeleton(folded)
        found: list[Holder] = []
        for name in self._by_word.get(sound, ()):
            if not any(skeleton(w) == sound for w in self.family(name)):
                continue
            holder = self.on(name, date, roles)
            if holder is None or (roles and holder.term.role not in roles):
                continue
            score = holder.score * (1.6 if holder.term.code in codes else 1.0)
            score *= 1.3 if folded in _words(name) else 1.0
            if not roles and holder.term.code not in codes and self._second(folded, holder.term):
                score *= 0.2
            found.append(Holder(holder.term, holder.current, score))
        if not found:
            return None
        found.sort(key=lambda h: -h.score * (2.5 if h.current else 1.0))
        best = found[0]
        others = [
            h for h in found[1:] if h.term.code == best.term.code and h.current == best.current
        ]
        close = [h for h in others if h.score * 1.6 > best.score]
        first = self.canonical(best.term.name)
        alone = all(self._alike(self.canonical(h.term.name), first) for h in close)
        rivals = [h for h in found[1:] if h.term.code != best.term.code]
        if rivals and rivals[0].score * 1.4 > best.score:
            return None
        least = 3.0 if date else 13.0
        if best.score < least and not roles and best.term.code not in codes:
            return None
        return Holder(best.term, best.current, best.score, alone)

    def _second(self, word: str, term: Term) -> bool:
        """Whether a word is not the name that someone goes by: Johnson of Johnson Sirleaf."""
        words = name_words(term.name)
        if len(words) == 3 and term.code in _TWO_FAMILIES and words[1] not in self.given_names:
            return word == words[2]  # the mother's
        return word in words[1:-1]

    def _alike(self, one: str, other: str) -> bool:
        """Whether two names on file are spellings of one, long or short."""
        a = {self._one(w) for w in name_words(one) if w not in PARTICLES}
        b = {self._one(w) for w in name_words(other) if w not in PARTICLES}
        return a <= b or b <= a


_TWO_FAMILIES = word_set("CUB VEN MEX ESP COL ARG CHL PER ECU BOL URY PRY NIC HND GTM SLV PAN")
