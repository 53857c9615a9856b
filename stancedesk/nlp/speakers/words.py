"""The words of a text as speakers are told by: with offsets, possessives and capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stancedesk.nlp.speakers.lexicon import roles

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_])|(?<![^\W\d_]{2})\.(?=[^\W\d_]))*\.?")
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLE = re.compile(r"(?:al|el|an|ad|ar|as|ash|at|az|ul|bin)-[A-Z]")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+$")
"""An initial, or several: "J.", "J.R."."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its offsets; `bare` lacks the possessive ending."""

    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The word without possessive ending."""
        return _POSSESSIVE.sub("", self.text)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return _POSSESSIVE.search(self.text) is not None

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital, perhaps after an Arabic article ("al-Ahmadi")."""
        return self.text[0].isupper() or _ARTICLE.match(self.text) is not None


def tokens(text: str) -> list[Token]:
    """Words of the text; a full stop belongs to initials and short titles only."""
    out = []
    for match in _TOKEN.finditer(text):
        word, end = match.group(), match.end()
        if word.endswith(".") and not (
            INITIAL.match(word)
            or (roles().of(word) is not None and len(word) <= 6 and word[0].isupper())
        ):
            word, end = word[:-1], end - 1
        out.append(Token(word, match.start(), end))
    return out
