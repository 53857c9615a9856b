"""The knowledge base of actors: states, organisations, bodies, places and dated office-holders.

Read from the tab-separated tables in `resources/actors` and the user's own `actors.tsv`, whose
rows win over all others. The tables' README says what each column means.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stancedesk.errors import UserError
from stancedesk.nlp.actors import tables
from stancedesk.nlp.actors.compiled import compiled
from stancedesk.nlp.actors.people import Holder, People, Term
from stancedesk.nlp.actors.spelling import Token, key
from stancedesk.paths import resources, user_data

USER_COLUMNS = ("phrase", "code", "kind", "start", "end")
_MEDIUM_KIND = re.compile(
    r"^(?:(?:the|an?|russia's|china's|iran's|russian|chinese|iranian|turkish|state|official|local)\b\s*)+|"
    r"\b(?:news|wire|agency|newspaper|daily|television|tv|radio|broadcaster|reports?)\b"
)
OFFICIAL_KINDS = frozenset(
    (
        "state",
        "adjective",
        "national",
        "capital",
        "seat",
        "parliament",
        "ministry",
        "agency",
        "force",
        "state media",
        "igo",
        "group",
    )
)


_CALLED = {
    "HOS": frozenset(("president",)),
    "HOG": frozenset(("prime", "minister", "premier")),
    "FM": frozenset(("foreign", "minister", "secretary")),
    "DEF": frozenset(("defense", "defence", "minister", "secretary")),
}
_TITLES = frozenset(("president", "chancellor", "prime", "minister", "emir", "pope"))


class Surroundings:
    """The text around a phrase, of which each word is looked for only once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower: str | None = None
        self._found: dict[str, bool] = {}

    def has(self, words: str) -> bool:
        """Whether the text holds the words, whatever their case."""
        found = self._found.get(words)
        if found is None:
            if self._lower is None:
                self._lower = self._text.lower()
            found = self._found[words] = words in self._lower
        return found


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase means: a code and a kind of thing, within dates, under a rule of case."""

    code: str
    kind: str
    phrase: str
    start: str = ""
    end: str = ""
    rule: str = ""
    own: bool = False

    def fits(self, words: list[Token], date: str | None, context: Surroundings) -> bool:
        """Whether the words as written, the date and the context allow this sense."""
        if date and (date < self.start or (self.end and date[: len(self.end)] > self.end)):
            return False
        if self.rule == "case":
            written = " ".join(w.text.rstrip(".").replace(".", "") for w in words)
            return written == self.phrase.replace(".", "").replace("-", " ")
        if self.rule == "upper":
            return all(w.text.isupper() for w in words)
        if self.rule.startswith("with="):
            return context.has(self.rule[5:]) and words[-1].capital
        if self.phrase.endswith("'s") and not words[-1].possessive:
            return False
        if any(c.isupper() for c in self.phrase):
            short = len(words) == 1 and len(self.phrase.replace(".", "")) == 2
            return words[0].text.isupper() if short else any(w.capital for w in words)
        return True


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of a person on a date."""

    name: str
    code: str
    role: str
    title: str
    official: bool


class KnowledgeBase:
    """Phrases with their senses, people with their terms. Build it with `load`."""

    def __init__(
        self,
        senses: dict[str, list[str]],
        people: People,
        names: dict[str, str],
        parents: dict[str, str],
        homes: dict[str, str],
        kinds: dict[str, str],
        longest: dict[str, int],
        version: str,
        warnings: list[str],
    ) -> None:
        self._senses = senses
        self._made: dict[str, tuple[Sense, ...]] = {}
        self.people = people
        self.version = version
        self.warnings = warnings
        self._names = names
        self._parents = parents
        self._homes = homes
        self._kinds = kinds
        self.longest = longest

    @classmethod
    def load(
        cls,
        folder: Path | None = None,
        user_file: Path | None = None,
        cache: Path | None = None,
    ) -> KnowledgeBase:
        """Read the tables.

        Args:
            folder: Folder of the shipped tables; by default `resources/actors`.
            user_file: The user's own table; by default `actors.tsv` in the user's folder, if there.
            cache: Folder of the compiled tables; by default `cache` in the user's folder.

        Raises:
            UserError: A shipped table is missing or broken, or the user's file is no table. Rows of
                the user's file that make no sense are left out and told in `warnings`.
        """
        folder = folder or resources() / "actors"
        user_file = user_file or user_data() / "actors.tsv"
        index = compiled(folder, cache)
        people = People(
            index["people"], index["sounds"], index["given"], index["given_names"], index["same"]
        )
        kb = cls(
            index["senses"],
            people,
            index["names"],
            index["parents"],
            index["homes"],
            index["kinds"],
            index["longest"],
            index["digest"][:12],
            [],
        )
        if user_file.is_file():
            kb._take_own(user_file)
        return kb

    def _take_own(self, path: Path) -> None:
        own, terms = _read_own(path, self._names, self.warnings)
        for phrase, sense in own.items():
            self._made[phrase] = (sense,)
            first, _, rest = phrase.partition(" ")
            self.longest[first] = max(
                self.longest.get(first, 0), rest.count(" ") + 2 if rest else 1
            )
        self.people.add_first(terms)
        self.version += "+" + hashlib.sha256(path.read_bytes()).hexdigest()[:6]

    @property
    def given_names(self) -> set[str]:
        """Folded words that stand before a family name."""
        return self.people.given_names

    def senses(self, phrase: str) -> tuple[Sense, ...]:
        """Senses of a folded phrase, the user's own alone where there is one."""
        made = self._made.get(phrase)
        if made is None:
            cells = [row.split("\t") for row in self._senses.get(phrase, ())]
            made = tuple(Sense(c[0], c[1], c[2], c[3], c[4], c[5]) for c in cells)
            self._made[phrase] = made
        return made

    def phrases(self) -> list[str]:
        """All folded phrases that have a sense."""
        return list({**dict.fromkeys(self._senses), **dict.fromkeys(self._made)})

    def knows(self, phrase: str) -> bool:
        """Whether a folded phrase has a sense."""
        return phrase in self._senses or bool(self._made.get(phrase))

    def codes(self) -> list[str]:
        """All codes, those of states first."""
        return list(self._names)

    def is_state(self, code: str) -> bool:
        """Whether the code is a state's or territory's."""
        return self._kinds.get(code) == "state"

    def name_of(self, code: str) -> str:
        """Display name: "RUS" -> "Russia"; an unknown code is its own name."""
        return self._names.get(code, code)

    def home_of(self, code: str) -> str:
        """The state of a private organisation where it has one home, else the code itself."""
        return self._homes.get(code, code)

    def state_of(self, code: str) -> str:
        """The state or larger body that a group belongs to, itself where it stands alone."""
        return self._parents.get(code, code)

    def is_place(self, name: str) -> bool:
        """Whether the whole name is that of a state, capital, region or city."""
        kinds = ("state", "capital", "region", "city")
        return any(s.kind in kinds for s in self.senses(key(name)))

    def is_medium(self, phrase: str) -> bool:
        """Whether a phrase names a newspaper, broadcaster or agency, with or without its kind."""
        words = _MEDIUM_KIND.sub("", key(phrase)).strip()
        return any(s.kind in ("media", "state media") for s in self.senses(words))

    def is_person_name(self, name: str) -> bool:
        """Whether an office-holder bears the name, of two words or more."""
        return len(name.split()) > 1 and bool(self.people.names(name))

    def offices_on(self, date: str | None) -> Callable[[str], frozenset[str]]:
        """For a day, what the leader or minister of a full or family name is called.

        The answer gives {"president", "@France"} for "Macron", nothing for one who does not stand
        out.
        """

        @cache
        def offices(name: str) -> frozenset[str]:
            several = len(name.split()) > 1
            people = self.people
            holder = people.full(name, date) if several else people.by_family(name, date)
            if holder is None or not holder.current or not holder.alone:
                return frozenset()
            if not several and holder.score < 7.0:
                return frozenset()
            words = _CALLED.get(holder.term.role)
            title = holder.term.title.lower()
            if words is None or (holder.term.role in ("HOS", "HOG") and "king" in title):
                return frozenset()
            if holder.term.role == "HOS":
                words = frozenset(title.split()) & _TITLES
            return words | {f"@{self.name_of(holder.term.code)}"} if words else words

        return offices

    def person(self, name: str, date: str | None = None) -> Person | None:
        """What is known of the bearer of a full name, or of a family name that stands out."""
        holder: Holder | None
        if len(name.split()) > 1:
            holder = self.people.full(name, date)
        else:
            holder = self.people.by_family(name, date)
        if holder is None:
            return None
        t = holder.term
        return Person(self.people.canonical(t.name), t.code, t.role, t.title, holder.current)


def _read_own(
    path: Path, names: dict[str, str], warnings: list[str]
) -> tuple[dict[str, Sense], list[Term]]:
    own: dict[str, Sense] = {}
    terms: list[Term] = []
    for number, row in tables.rows(path):
        if not set(USER_COLUMNS[:2]) <= set(row):
            raise UserError(
                f"{path.name} has no columns phrase and code.", f"Head: {' '.join(USER_COLUMNS)}."
            )
        phrase, code = row["phrase"].strip(), row["code"].strip().upper()
        kind = row.get("kind", "").strip() or "state"
        dates = [row.get("start", "").strip(), row.get("end", "").strip()]
        if not key(phrase) or not tables.CODE.fullmatch(code):
            warnings.append(
                f"{path.name}, line {number}: left out, "
                f"{phrase!r} {code!r} is no phrase with a code."
            )
        elif any(d and not tables.DAY.fullmatch(d) for d in dates):
            warnings.append(f"{path.name}, line {number}: left out, a date is not like 2022-02-15.")
        elif kind.startswith("person"):
            role = kind.partition(" ")[2].upper() or "OFF"
            terms.append(Term(phrase, code, role, "", dates[0], dates[1], "", "own"))
            names.setdefault(code, code)
        else:
            own[key(phrase)] = Sense(code, kind, phrase, dates[0], dates[1], "", True)
            names.setdefault(code, code)
    return own, terms


__all__ = ["OFFICIAL_KINDS", "KnowledgeBase", "Person", "Sense", "Surroundings"]
