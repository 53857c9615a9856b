"""Folding of names and words, so that spellings and transliterations of one thing agree."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
    }
)

_TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:['’ʼ‘](?![sS]\b)[^\W\d_]+)*|\d+", re.UNICODE
)

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

_ENDINGS = (
    ("yi", "y"),
    ("iy", "y"),
    ("ii", "y"),
    ("yy", "y"),
    ("ij", "y"),
    ("ey", "y"),
    ("ei", "y"),
    ("ai", "ay"),
    ("i", "y"),
    ("oy", "oi"),
    ("ie", "y"),
)

_SOUNDS = (
    ("dzh", "j"),
    ("shch", "sh"),
    ("tch", "ch"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "e"),
    ("ye", "e"),
    ("yo", "o"),
    ("ya", "ia"),
    ("iu", "u"),
    ("yu", "u"),
    ("ei", "e"),
    ("q", "k"),
    ("w", "v"),
    ("j", "y"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("ah", "a"),
)


def plain(text: str) -> str:
    """The text in lower-case ASCII letters, accents and typographic quotes gone."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.lower()


def key(text: str) -> str:
    """The form under which a phrase is indexed: plain words joined by single spaces.

    Hyphens part words, apostrophes and full stops vanish: "Côte d'Ivoire" -> "cote divoire",
    "U.S." -> "us".
    """
    return " ".join(t.key for t in tokens(text))


@dataclass(slots=True)
class Token:
    """A word of a text with its offsets in characters, half open.

    `hyphen` says that a hyphen ties it to the word before; `possessive` that 's follows.
    """

    text: str
    key: str
    start: int
    end: int
    hyphen: bool
    possessive: bool
    gap: str = ""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def seen(text: str) -> str:
    """The text without characters that nobody sees: soft hyphens, turns of direction, no width."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def tokens(text: str) -> list[Token]:
    """Words of a text in order. `gap` is what stands between a word and the one before.

    Characters that nobody sees part no words: a page may hide a name from us with them.
    """
    if text.isascii() or _UNSEEN.search(text) is None:
        return _tokens(text)
    places = [place for place, char in enumerate(text) if not _UNSEEN.match(char)]
    found = _tokens("".join(text[place] for place in places))
    for token in found:
        token.start, token.end = places[token.start], places[token.end - 1] + 1
    return found


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    last = 0
    for m in _TOKEN.finditer(text):
        word, end = m.group(), m.end()
        if word in ("s", "S") and found and text[last : m.start()] in ("'", "’", "ʼ", "‘"):
            found[-1].possessive = True
            last = end
            continue
        gap = text[last : m.start()]
        hyphen = gap in ("-", "‑", "‐", "–", " -", "- ")
        folded = plain(word).replace(".", "").replace("'", "")
        found.append(Token(word, folded, m.start(), end, hyphen and bool(found), False, gap))
        last = end
    for i, token in enumerate(found):
        after = text[token.end : token.end + 2]
        follows = found[i + 1].start if i + 1 < len(found) else len(text) + 9
        if after[:1] in ("'", "’") and token.key.endswith("s") and follows > token.end + 1:
            token.possessive = True
    return found


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A coarse sound of one folded word, in which usual transliterations agree.

    "zelenskyy", "zelensky" and "zelenskiy" all become one word, as do "sergei" and "sergey".
    """
    for old, new in _ENDINGS:
        if len(word) > 3 and word.endswith(old):
            word = word[: -len(old)] + new
            break
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)
