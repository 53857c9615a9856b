"""People and bodies as an article describes them, and what their descriptions say."""

from __future__ import annotations

from dataclasses import dataclass

from stancedesk.core.model import Span
from stancedesk.nlp.actors.mention import Hit, Phrase
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.standing import PRIVATE_KINDS
from stancedesk.nlp.actors.vocabulary import HEADS, SAME_HEAD, UNOFFICIAL_WORDS


@dataclass(frozen=True, slots=True)
class Described:
    """A person or body with the words that say for whom it speaks. Offsets are into the article."""

    name: str
    code: str
    official: bool
    role: str | None
    span: Span
    text: str
    head: str = ""
    private: bool = False


def merely_there(phrase: Phrase, hit: Hit) -> bool:
    """Whether a body behind a name and "at" or "with" is only where he spoke: "Abe at NATO"."""
    if hit.first < phrase.name_last or hit.sense.kind in PRIVATE_KINDS:
        return False
    following = phrase.words[phrase.name_last]
    return following.key in ("at", "with") and "," not in following.gap


def is_private(phrase: Phrase) -> bool:
    """Whether a word beside the name says that he or she holds no office."""
    named = range(phrase.name_first, phrase.name_last)
    return any(w.key in UNOFFICIAL_WORDS for i, w in enumerate(phrase.words) if i not in named)


def core_of(words: list[Token]) -> list[Token]:
    """The words up to the first preposition: "a senior official", "in the premier's office"."""
    ends = (n for n, w in enumerate(words) if n and w.key in ("in", "of", "at", "for", "from"))
    return words[: next(ends, len(words))]


def heads_of(words: list[Token]) -> list[str]:
    """The bodies and offices among words, one word for those that mean the same."""
    return [h for w in words if (h := SAME_HEAD.get(w.key, w.key)) in HEADS]


def head_of(words: list[Token]) -> str:
    """The last body or office among words, or nothing."""
    heads = heads_of(words)
    return heads[-1] if heads else ""


def role_words(phrase: Phrase) -> str | None:
    """What a phrase says besides the name."""
    start, end = phrase.span(phrase.name_first, phrase.name_last)
    rest = " ".join((phrase.text[:start] + " " + phrase.text[end:]).split()).strip(" ,(")
    return rest[:80] or None


def of_the_state(phrase: Phrase) -> bool:
    """Whether a medium of the state is meant: "state media", "the state-run news agency"."""
    keys = [w.key for w in phrase.words]
    return "state" in keys[:3] and keys[-1] in ("media", "television", "tv", "radio", "agency")
