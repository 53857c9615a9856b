"""Names of countries and organisations by their codes, and back, for people to read and type."""

from __future__ import annotations

import csv
from functools import cache

from stancedesk import paths

TABLES = ("states.tsv", "organisations.tsv")


@cache
def names() -> dict[str, str]:
    """English name by code ("RUS" -> "Russia"), states before organisations."""
    found: dict[str, str] = {}
    for table in TABLES:
        path = paths.resources() / "actors" / table
        if not path.is_file():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found.setdefault(row["code"], row["name"])
    return found


def name_of(code: str) -> str:
    """The name of a code; the code itself where none is known, "unknown" for none."""
    return names().get(code, code) or "unknown"


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in names().items()}


def code_of(words: str) -> str | None:
    """The code that a person means by a code or a name in any case; None where nobody knows."""
    typed = " ".join(words.split())
    if typed.upper() in names():
        return typed.upper()
    return _codes().get(typed.casefold())
