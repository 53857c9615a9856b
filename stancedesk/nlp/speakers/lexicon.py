"""Role nouns and given names, read from `resources/lexicon`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stancedesk import paths


def word_set(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


PARTICLES = word_set(
    """
    de del della der den di da dos du la le el al bin bint ibn ben abu van von ter ten zu
    """
)
STARTERS = word_set(
    """
    the a an and but or so yet as at by for from in into of on to with when while where why
    how who what which that this these those there here he she it they we you i his her its
    their our my your if not no after before since during under over about among amid also
    even still now then once both all some many most several another each every one two
    three four five last next meanwhile however instead earlier later although though
    because despite like unlike asked speaking yes former ex acting deputy vice senior new
    interim outgoing incoming veteran mr mrs ms said says told calling
    """
)
ADJECTIVES = word_set(
    """
    foreign prime defence defense interior finance deputy vice former top chief senior
    acting trade energy economy justice home press national security presidential
    parliamentary military political special permanent first second outgoing incoming
    then-president president-elect executive managing general state federal regional local
    veteran long-time longtime ex late democratic republican conservative opposition
    socialist liberal government party human rights intelligence naval air force nuclear
    climate health affairs policy law constitutional far-right left-wing right-wing
    independent co-founder founding assistant associate under
    """
)
MONTHS = word_set("April May June August")
"""Months that people are called by, too."""

NOT_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december north south east west northern
    southern eastern western new united states america american european union nations world
    news times post street journal tv radio twitter facebook telegram youtube fox cnn bbc
    nbc abc cbs msnbc reuters afp ap tass christmas easter internet covid god congress
    islamic islam christian muslim jewish republican democrat democratic democrats
    republicans conservative labour liberal communist prime foreign defence defense interior
    finance national security international supreme federal central general white black red
    sea ocean gulf river mount lake city county river valley island islands bay management
    holdings industries systems motors airlines shipping oil gas services partners capital
    media research policy project initiative forum affairs commerce treasury agriculture
    transportation homeland veterans budget development
    cooperation communications staff joint chiefs counsel relations hospital school college
    church airport act center centre monitor image images rights panel board inspection
    committee commission court tribunal summit conference institute foundation
    limited ltd inc corp plc
    """
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Nouns that stand for a speaker, by class, with gender where they tell it."""

    kind: dict[str, str]
    gender: dict[str, str]

    def of(self, word: str) -> str | None:
        """Class of a word ("office", "courtesy", "body"), also of a plural or with a full stop."""
        lower = word.lower().rstrip(".")
        found = self.kind.get(lower)
        if found is None and lower.endswith("s") and len(lower) > 3:
            found = self.kind.get(lower[:-1])
        return found


def _rows(name: str) -> list[list[str]]:
    path: Path = paths.resources() / "lexicon" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@cache
def roles() -> Roles:
    """The shipped role nouns."""
    rows = _rows("roles.tsv")
    return Roles({r[0]: r[1] for r in rows}, {r[0]: r[2] for r in rows if r[2] != "-"})


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case with gender "m", "f" or "-"."""
    return {r[0].lower(): r[1] for r in _rows("given_names.tsv")}
