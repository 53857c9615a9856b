"""In which language a text is: English or not, cheaply, and which one where it is not."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SAMPLE = 3_000
"""Characters that are looked at."""
LEAST_WORDS = 20
"""Words below which a text is too short to tell: names alone look like any language."""
ENGLISH = 0.14
"""Share of the words below from which a text is English. English news has 0.25 to 0.4, other
languages in Latin script less than 0.05."""

_FUNCTION_WORDS = frozenset({
    "the", "of", "and", "to", "that", "for", "with", "has", "have", "had", "said", "by", "on",
    "from", "which", "this", "are", "were", "his", "her", "their", "they", "will", "not", "be",
    "been", "it", "as", "at", "who", "would", "could", "about", "after", "more", "than", "but",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# Scripts without blanks between words.
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def language(text: str) -> str:
    """ISO 639-1 code of the language, "" where the text is too short to tell."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    wide = len(_WIDE.findall(sample))
    if len(words) < LEAST_WORDS and wide < LEAST_WORDS:
        return ""
    if sum(word in _FUNCTION_WORDS for word in words) >= ENGLISH * len(words):
        return "en"
    # langid.py (Lui and Baldwin 2012) in a current form; asked only where English is in doubt.
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    import py3langid  # imported late: two seconds that few imports need

    return py3langid
