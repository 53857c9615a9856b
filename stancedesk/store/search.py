"""Turns what a user types into a search box into a query that FTS5 always understands.

Understood are words (all must occur), "a phrase in quotes", OR between two of them, and a star
after the beginning of a word. Everything else is words.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r'"(?P<phrase>[^"]*)"?(?P<pstar>\*)?|(?P<word>[^\s"]+)')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def match_expression(text: str) -> str:
    """FTS5 expression for a user's search, or "" where it holds no word to look for."""
    groups: list[list[str]] = [[]]
    either = False
    for piece in _PIECE.finditer(_UNSTORABLE.sub(" ", text).translate(_QUOTES)):
        word = piece["word"]
        if word == "OR":
            either = bool(groups[-1])
            continue
        term = _term(piece["phrase"] if word is None else word, bool(piece["pstar"]))
        if not term:
            continue
        if not either and groups[-1]:
            groups.append([])
        groups[-1].append(term)
        either = False
    return " AND ".join(
        group[0] if len(group) == 1 else "(" + " OR ".join(group) + ")" for group in groups if group
    )


def _term(text: str, star: bool) -> str:
    star = star or text.endswith("*")
    if not any(letter.isalnum() for letter in text):
        return ""
    return '"' + text.rstrip("*") + '"' + ("*" if star else "")
