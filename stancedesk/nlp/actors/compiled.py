"""The tables of the knowledge base compiled for use, and kept in the user's cache.

Compiling takes half a second, reading what was compiled a tenth of it. The cache is named by a hash
of the tables: tables that changed are compiled anew, and a folder that cannot be written costs time
only.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any

from stancedesk.errors import UserError
from stancedesk.nlp.actors import tables
from stancedesk.nlp.actors.people import People, Term
from stancedesk.nlp.actors.spelling import key, plain, skeleton
from stancedesk.paths import user_data

TABLES = (
    "states.tsv",
    "organisations.tsv",
    "bodies.tsv",
    "places.tsv",
    "terms.tsv",
    "officeholders.tsv",
    "spellings.tsv",
)
FORM = "1"
"""Number of the form of the compiled tables: raise it when `compile_tables` gives another."""

_NAME = "actors-{}.json"


def compiled(folder: Path, cache: Path | None = None) -> dict[str, Any]:
    """The tables in `folder`, compiled now or before.

    Args:
        folder: The shipped tables.
        cache: Where to keep what is compiled; by default `cache` in the user's folder.

    Raises:
        UserError: A table is missing or broken.
    """
    digest = digest_of(folder)
    cache = cache or user_data() / "cache"
    path = cache / _NAME.format(digest[:16])
    index = _read(path, digest)
    if index is None:
        index = compile_tables(folder)
        _keep(path, index)
    return index


def _read(path: Path, digest: str) -> dict[str, Any] | None:
    try:
        index = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return index if isinstance(index, dict) and index.get("digest") == digest else None


def _keep(path: Path, index: dict[str, Any]) -> None:
    """Write the cache whole or not at all, in place of those of other tables."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(number, "w", encoding="utf-8") as stream:
            json.dump(index, stream, ensure_ascii=False, separators=(",", ":"))
        Path(name).replace(path)
        for old in path.parent.glob(_NAME.format("*")):
            if old != path:
                old.unlink()


def digest_of(folder: Path) -> str:
    """SHA-256 of the shipped tables and of the form that they are compiled to.

    Raises:
        UserError: A table is missing.
    """
    digest = hashlib.sha256(FORM.encode())
    for name in TABLES:
        path = folder / name
        if not path.is_file():
            raise UserError(f"The knowledge base lacks {name}.", "Reinstall StanceDesk.")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def compile_tables(folder: Path) -> dict[str, Any]:
    """The tables as plain lists and dictionaries, ready to use."""
    senses: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    homes: dict[str, str] = {}
    kinds: dict[str, str] = {}
    _read_states(folder / "states.tsv", senses, names, kinds)
    _read_organisations(folder / "organisations.tsv", senses, names, parents, homes, kinds)
    _read_phrases(folder / "bodies.tsv", senses)
    _read_phrases(folder / "places.tsv", senses)
    longest: dict[str, int] = {}
    for phrase in senses:
        first, _, rest = phrase.partition(" ")
        longest[first] = max(longest.get(first, 0), rest.count(" ") + 2 if rest else 1)
    terms = [*_read_terms(folder / "terms.tsv"), *_read_terms(folder / "officeholders.tsv")]
    people, sounds, given_names = People.index(terms)
    given = {
        skeleton(plain(variant)): skeleton(plain(row["name"]))
        for _, row in tables.rows(folder / "spellings.tsv")
        for variant in tables.parts(row["variants"])
    }
    return {
        "digest": digest_of(folder),
        "senses": senses,
        "names": names,
        "parents": parents,
        "homes": homes,
        "kinds": kinds,
        "longest": longest,
        "people": people,
        "sounds": sounds,
        "given": given,
        "given_names": given_names,
        "same": People.same(terms),
    }


def _add(
    senses: dict[str, list[str]],
    phrase: str,
    code: str,
    kind: str,
    start: str = "",
    end: str = "",
    rule: str = "",
) -> None:
    phrase, _, flag = phrase.partition("@")
    rule = rule or flag
    if rule == "never":
        return
    folded = key(phrase)
    if folded.startswith("the ") and not rule:
        folded = folded[4:]
    if folded:
        senses[folded].append(
            "\t".join((code, kind, phrase, start, end, "" if rule in ("cap", "the") else rule))
        )


def _read_states(
    path: Path, senses: dict[str, list[str]], names: dict[str, str], kinds: dict[str, str]
) -> None:
    for _, row in tables.rows(path):
        code = row["code"]
        names[code], kinds[code] = row["name"], "state"
        for phrase in [row["name"], *tables.parts(row["aliases"])]:
            _add(senses, phrase, code, "state")
        adjectives = tables.parts(row["adjectives"])
        for phrase in adjectives:
            _add(senses, phrase, code, "adjective")
        nationals = tables.parts(row["nationals"])
        plural = [
            a + "s" for a in adjectives if a.endswith(("an", "i", "ean")) or a in ("Ivorian",)
        ]
        for phrase in dict.fromkeys(nationals + plural):
            _add(senses, phrase, code, "national")
        for phrase in tables.parts(row["capitals"]):
            _add(senses, phrase, code, "capital")


def _read_organisations(
    path: Path,
    senses: dict[str, list[str]],
    names: dict[str, str],
    parents: dict[str, str],
    homes: dict[str, str],
    kinds: dict[str, str],
) -> None:
    for _, row in tables.rows(path):
        code = row["code"]
        names[code], kinds[code] = row["name"], row["kind"]
        if row["belongs"]:
            parents[code] = row["belongs"]
        if row["home"]:
            homes[code] = row["home"]
        for phrase in [row["name"], *tables.parts(row["aliases"])]:
            _add(senses, phrase, code, row["kind"])


def _read_phrases(path: Path, senses: dict[str, list[str]]) -> None:
    for _, row in tables.rows(path):
        _add(
            senses,
            row["phrase"],
            row["code"],
            row["kind"],
            row.get("start", ""),
            row.get("end", ""),
            row["rule"],
        )


def _read_terms(path: Path) -> list[Term]:
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    return [Term(*line.split("\t")) for line in lines if line and line[0] != "#"]
