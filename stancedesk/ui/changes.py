"""The names of changes, which the store keeps in English, in the user's language."""

from __future__ import annotations

import re
from functools import cache

from stancedesk.core.model import Act, Change, Kind
from stancedesk.services.language import counted, marked
from stancedesk.ui.session import REDONE, UNDONE
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, country, day, minus

NAMES = (
    counted("Set stance to {value} on {n} statement(s)", "", 1),
    counted("Set level to {value} on {n} statement(s)", "", 1),
    counted("Set country to {country} on {n} statement(s)", "", 1),
    counted("Set person to {value} on {n} statement(s)", "", 1),
    counted("Set targets to {countries} on {n} statement(s)", "", 1),
    counted("Set act to {word} on {n} statement(s)", "", 1),
    counted("Set kind to {word} on {n} statement(s)", "", 1),
    counted("Set official to {yes} on {n} statement(s)", "", 1),
    counted("Set note to {value} on {n} statement(s)", "", 1),
    counted("Clear country on {n} statement(s)", "", 1),
    counted("Clear person on {n} statement(s)", "", 1),
    counted("Clear targets on {n} statement(s)", "", 1),
    counted("Clear note on {n} statement(s)", "", 1),
    counted("Accept {n} statement(s)", "", 1),
    counted("Change {n} statement(s)", "", 1),
    counted("Reject {n} statement(s)", "", 1),
    counted("Restore {n} statement(s)", "", 1),
    counted("Revert {n} statement(s) to the machine's coding", "", 1),
    counted("Import {n} coding(s)", "", 1),
    marked("Add a statement"),
    marked("Add event “{value}”"),
    marked("Remove event “{value}”"),
    counted("Date {n} article(s) {day}", "", 1),
    marked("Date {value} {day}"),
    counted("Merge {n} person(s) into {other}", "", 1),
    marked("Merge {value} into {other}"),
)
"""The names that the store gives to changes, with the parts that differ in braces."""


def named(label: str) -> str:
    """The name of a change as the user reads it; one that is not known stays as it is."""
    for text, pattern in _patterns():
        if found := pattern.fullmatch(label):
            return minus(_said(text, found.groupdict()))
    return minus(label)


def said_of(change: Change) -> str:
    """What the status bar says of a change that was made, undone or done again."""
    what, _, label = change.label.partition(": ")
    if what == UNDONE:
        return tr("Undone: {change}").format(change=named(label))
    if what == REDONE:
        return tr("Done again: {change}").format(change=named(label))
    return named(change.label)


def _said(text: str, parts: dict[str, str]) -> str:
    number = parts.pop("n", None)
    words = tr(text, "", int(number)) if number else tr(text)
    if number:
        words = words.replace("{n}", count(int(number)))
    for name, value in parts.items():
        words = words.replace("{" + name + "}", _part(name, value))
    return words


def _part(name: str, value: str) -> str:
    if name == "country":
        return country(value)
    if name == "countries":
        return ", ".join(country(code) for code in value.split(", "))
    if name == "yes":
        return tr("yes") if value == "True" else tr("no")
    if name == "day":
        return day(value)
    return tr(value) if name == "word" and value in {*Act, *Kind} else value


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for text in NAMES:
        pattern = re.escape(text).replace(r"\(s\)", "s?").replace(r"\{n\}", r"(?P<n>\d+)")
        pattern = pattern.replace(r"\{day\}", r"(?P<day>\d{4}-\d\d-\d\d)")
        pattern = pattern.replace(r"\{country\}", r"(?P<country>[A-Z0-9]+)")
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", pattern)
        found.append((text, re.compile(pattern, re.DOTALL)))
    return found
