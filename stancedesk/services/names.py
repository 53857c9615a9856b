"""Names of countries and organisations by their codes, and back, for people to read and type."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from stancedesk import paths

TABLES = ("states.tsv", "organisations.tsv")
OWN_KINDS = ("state", "organisation", "igo")


@cache
def names(language: str = "en") -> Mapping[str, str]:
    """Name by code ("RUS" -> "Russia"): states, organisations, then the user's own.

    Args:
        language: ISO 639-1; names that it has no words for are the English ones.
    """
    found: dict[str, str] = {}
    for table in TABLES:
        for row in _rows(paths.resources() / "actors" / table):
            found.setdefault(row["code"], row["name"])
    for own in (paths.user_data() / "actors.tsv", paths.resources() / "sample" / "actors.tsv"):
        for row in _rows(own):
            if row.get("kind") in OWN_KINDS:
                found.setdefault(row["code"], row["phrase"])
    for row in _rows(paths.resources() / "translations" / f"actors_{language}.tsv"):
        found[row["code"]] = row["name"]
    return found


def name_of(code: str, language: str = "en") -> str:
    """The name of a code; the code itself where none is known, "" for none."""
    return names(language).get(code, code)


def code_of(words: str, language: str = "en") -> str | None:
    """The code that a person means by a code or a name in any case; None where nobody knows."""
    typed = " ".join(words.split())
    if typed.upper() in names():
        return typed.upper()
    wanted = typed.casefold()
    return _codes(language).get(wanted) or _codes("en").get(wanted)


@cache
def _codes(language: str) -> Mapping[str, str]:
    return {name.casefold(): code for code, name in names(language).items()}


def _rows(table: Path) -> Iterator[dict[str, str]]:
    if not table.is_file():
        return
    with table.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
