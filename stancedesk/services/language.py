"""How services say words, days and counts without Qt: in English, or as the desktop does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stancedesk.core.series import iso_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def marked(text: str) -> str:
    """The text itself; its name tells the collector of translations that a constant is shown."""
    return text


def counted(text: str, _comment: str, _n: int) -> str:
    """The text itself, as `marked`; the collector sees by the number that it counts."""
    return text


def english_day(day: int) -> str:
    """Days since 1970-01-01 as people write a date: "5 Jan 2032"."""
    when = date.fromisoformat(iso_of(day))
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def english_count(number: int) -> str:
    """A count with commas: "1,846"."""
    return f"{number:,}"


@dataclass(frozen=True, slots=True)
class Language:
    """Translates an English text, and says days (since 1970-01-01) and counts.

    Sources name their places in braces, "{n} of {all}", for `str.format`.
    """

    tr: Callable[[str], str] = marked
    day: Callable[[int], str] = english_day
    count: Callable[[int], str] = english_count

    def days(self, first: int, last: int) -> str:
        """A range of days, one day if both are the same."""
        if first == last:
            return self.day(first)
        return f"{self.day(first)} – {self.day(last)}"

    def listed(self, words: tuple[str, ...] | list[str], either: bool = False) -> str:
        """The words as a list in a sentence: "A, B and C", or "A, B or C"."""
        if len(words) < 2:
            return "".join(words)
        tr = self.tr
        joint = tr("{first} or {last}") if either else tr("{first} and {last}")
        return joint.format(first=", ".join(words[:-1]), last=words[-1])


ENGLISH = Language()
