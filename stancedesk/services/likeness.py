"""Which persons may be the same: those most alike in name, country and articles first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from stancedesk.core.model import Query
from stancedesk.store import Reader

LOOKED_AT = 40
"""So many persons, the most alike by name and country, are compared by articles, too."""

STATEMENTS = 400
"""So many statements of a person are looked at for articles."""

ALIKE = 0.84
"""From this ratio of matching letters on two names count as two spellings of one."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name with what is known of it: country, number of statements, ids of articles."""

    name: str
    country: str = ""
    n: int = 0
    articles: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two names being one person.

    `part` is true where all words of one name stand in the other ("Obama", "Barack Obama").
    """

    person: Person
    part: bool
    family: bool
    spelling: bool
    country: bool
    shared: int

    @property
    def score(self) -> float:
        """How much speaks for it; 0 for nothing."""
        names = 4 * self.part + 3 * self.family + 3 * self.spelling
        return names + self.country + min(2.0, self.shared / 2)


def likeness(one: Person, other: Person) -> Likeness:
    """What speaks for `other` being the same person as `one`."""
    mine, theirs = _words(one.name), _words(other.name)
    ratio = SequenceMatcher(None, " ".join(mine), " ".join(theirs)).ratio()
    return Likeness(
        person=other,
        part=bool(mine and theirs) and (set(mine) <= set(theirs) or set(theirs) <= set(mine)),
        family=bool(mine and theirs) and mine[-1] == theirs[-1],
        spelling=ratio >= ALIKE,
        country=bool(one.country) and one.country == other.country,
        shared=len(one.articles & other.articles),
    )


def ranked(ones: Sequence[Person], others: Iterable[Person]) -> list[Likeness]:
    """The others by what speaks for each being one of `ones`, the most alike first.

    Of the same likeness those with more statements come first.
    """
    names = {one.name for one in ones}
    found = [
        max((likeness(one, other) for one in ones), key=lambda each: each.score)
        for other in others
        if other.name not in names
    ]
    return sorted(found, key=lambda each: (-each.score, -each.person.n, each.person.name))


def candidates(project: Reader, names: Sequence[str]) -> tuple[list[Person], list[Likeness]]:
    """Persons of a project, and all others, the most likely to be one of them first."""
    known = {
        facet.value: Person(facet.value, facet.country, facet.n)
        for facet in project.facets(Query(reprints=True), "person")
        if facet.value
    }
    ones = [_with_articles(project, known.get(name, Person(name))) for name in names]
    first = [each.person for each in ranked(ones, known.values())]
    near = [_with_articles(project, each) for each in first[:LOOKED_AT]]
    return ones, ranked(ones, [*near, *first[LOOKED_AT:]])


def _with_articles(project: Reader, person: Person) -> Person:
    rows = project.rows(Query(persons=(person.name,), reprints=True), limit=STATEMENTS)
    articles = frozenset(row.article_id for row in rows)
    return Person(person.name, person.country, person.n, articles)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char if char.isalpha() or char == " " else " "
                      for char in plain if not unicodedata.combining(char))  # fmt: skip
    return letters.split()
