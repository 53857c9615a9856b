"""When two articles are one piece of writing: shingles of words, and how much they share.

A reprint repeats most of another article word for word: an agency's story under a new lead, a
cut or longer version, an update. Articles of one outlet that share only the background at their
ends, or words of a page around them, are no reprints.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

WORDS = 4
"""Words in a shingle."""
LEAST = 60
"""Different shingles below which a text is too short to be told from another."""
MOSTLY = 0.6
"""Share of the shorter text from which it is a reprint wherever the shared words stand."""
HALF = 0.45
FRONT = 0.4
"""Or this share of the whole and this share of its first half, which is where the news stands."""

_WORD = re.compile(r"\w+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed (the golden ratio)
_SHIFT = np.uint64(32)


def shingles(text: str) -> Hashes:
    """A 32-bit number for each run of four words, in order; none for fewer words.

    Case, punctuation, accents and the form of a character make no difference.
    """
    if not text.isascii():
        split = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in split if not unicodedata.combining(each))
    words = [zlib.crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.lower())]
    if len(words) < WORDS:
        return np.empty(0, dtype=np.uint64)
    numbers = np.array(words, dtype=np.uint64)
    runs = len(numbers) - WORDS + 1
    mixed = np.zeros(runs, dtype=np.uint64)
    for at in range(WORDS):
        mixed = (mixed ^ numbers[at : at + runs]) * _FACTOR  # wraps round, as meant
        mixed ^= mixed >> _SHIFT
    return mixed >> _SHIFT


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, in [0, 1].

    `jaccard` is of all shingles of both, `contained` of those of the shorter text, `front` of
    those in the first half of the shorter text.
    """

    jaccard: float
    contained: float
    front: float

    @property
    def reprint(self) -> bool:
        """Whether the shorter is a reprint of the longer, or the other way round."""
        return self.contained >= MOSTLY or (self.contained >= HALF and self.front >= FRONT)


NOTHING = Overlap(0.0, 0.0, 0.0)


def overlap(first: Hashes, second: Hashes) -> Overlap:
    """What two texts share; nothing where one is too short to tell."""
    one, two = np.unique(first), np.unique(second)
    if min(one.size, two.size) < LEAST:
        return NOTHING
    shared = np.intersect1d(one, two, assume_unique=True)
    shorter = first if one.size <= two.size else second
    half = shorter[: max(1, shorter.size // 2)]
    return Overlap(
        jaccard=shared.size / (one.size + two.size - shared.size),
        contained=shared.size / min(one.size, two.size),
        front=float(np.isin(half, shared).mean()),
    )
