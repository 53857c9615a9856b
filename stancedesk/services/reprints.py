"""Which article of a project another one reprints.

MinHash (Broder 1997, On the resemblance and containment of documents) with locality-sensitive
hashing: the keys of an article's bands are kept in the project, so that a later import is
compared with all that came before at the cost of a few look-ups. What shares a key is compared
word for word.
"""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from stancedesk.core import dedupe
from stancedesk.core.dedupe import Hashes
from stancedesk.core.model import Article
from stancedesk.importers.clean import unmasked
from stancedesk.store import Project

BANDS, ROWS = 64, 2
"""Two texts that share a fifth of their shingles have a key in common in 93 of 100 cases."""
COMPARED = 12
"""Articles compared word for word at most: those with most keys in common."""
_KEPT = 256

_SEED = 1993
_BITS = np.uint64(56)  # keys stay small numbers in the file


def unmasked_text(article: Article) -> str:
    """The article without boilerplate, which is the same on pages that have nothing in common."""
    parts = unmasked(article.masks, 0, len(article.text))
    return "\n".join(article.text[start:end] for start, end in parts)


def keys(shingles: Hashes) -> tuple[int, ...]:
    """One number for each band; none for a text too short to be told from another."""
    from datasketch import MinHash  # imported late: half a second that only imports need

    different = np.unique(shingles)
    if different.size < dedupe.LEAST:
        return ()
    sketch = MinHash(num_perm=BANDS * ROWS, seed=_SEED, hashfunc=int)
    sketch.update_batch(different.tolist())
    values = sketch.hashvalues.astype(np.uint64).reshape(BANDS, ROWS)
    mixed = np.arange(1, BANDS + 1, dtype=np.uint64)
    for at in range(ROWS):
        mixed = (mixed ^ values[:, at]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(32)
    return tuple((mixed >> (np.uint64(64) - _BITS)).tolist())


class Reprints:
    """Looks for the first article of which another is a reprint, in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: OrderedDict[int, Hashes] = OrderedDict()

    def look(self, article: Article) -> tuple[tuple[int, ...], int | None]:
        """The article's keys, to be stored with it, and the id of what it reprints, or None."""
        shingles = dedupe.shingles(unmasked_text(article))
        bands = keys(shingles)
        if not bands:
            return (), None
        for candidate in self._project.articles_with_keys(bands, COMPARED):
            if dedupe.overlap(shingles, self._shingles(candidate)).reprint:
                return bands, self._project.first_of(candidate)
        return bands, None

    def _shingles(self, article_id: int) -> Hashes:
        if article_id not in self._known:
            text = unmasked_text(self._project.article(article_id))
            self._known[article_id] = dedupe.shingles(text)
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return self._known[article_id]
