"""Short names under which an article speaks of bodies that it has named in full."""

from __future__ import annotations

from collections.abc import Sequence

from stancedesk.nlp.actors.hits import Hit
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.standing import PRIVATE_KINDS
from stancedesk.nlp.actors.vocabulary import INSTITUTES, NOT_NAMES, TITLE_WORDS, word_set

# Words too common in names of bodies to stand for one.
_COMMON = word_set(
    """
    american national international royal global european asian african world new united washington
    york london news media group policy studies research security strategic peace affairs relations
    council fund university union company state states today daily
    """
)


def short_names(kb: KnowledgeBase, words: Sequence[Token], hits: Sequence[Hit]) -> dict[str, Hit]:
    """First and last words that may stand for think tanks, media, companies of several words.

    Words that are common in such names, titles, places and institutes stand for none; of two bodies
    with the same word the first counts.
    """
    found: dict[str, Hit] = {}
    for hit in hits:
        if hit.sense.kind not in PRIVATE_KINDS - {"party", "opposition", "rebels"}:
            continue
        if hit.last - hit.first < 2:
            continue
        for word in (words[hit.first], words[hit.last - 1]):
            common = word.key in _COMMON | INSTITUTES | TITLE_WORDS | NOT_NAMES
            if word.capital and len(word.key) > 3 and not common and not kb.knows(word.key):
                found.setdefault(word.key, hit)
    return found
