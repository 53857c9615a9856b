"""One source phrase in its article, and what several rules ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Phrase, read
from stancedesk.nlp.actors.people import Holder
from stancedesk.nlp.actors.vocabulary import UNOFFICIAL_WORDS


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be resolved, and all that is at hand for it.

    Args:
        kb: The knowledge base.
        phrase: The source phrase, taken apart.
        context: Its sentence or paragraph.
        date: Day of the article, ISO.
        memory: What the article says of people and bodies.
        position: Where the phrase begins in the article.
    """

    kb: KnowledgeBase
    phrase: Phrase
    context: str
    date: str | None
    memory: ArticleMemory | None
    position: int | None


def look_up(
    kb: KnowledgeBase, name: str, context: str, date: str | None, roles: frozenset[str]
) -> Holder | None:
    """The holder of an office by full name, or by a family name that stands out."""
    people = kb.people
    if len(name.split()) > 1 and (holder := people.full(name, date, roles)):
        return holder
    word = name.split()[-1]
    if len(name.split()) == 1 or all(len(w.strip(".")) == 1 for w in name.split()[:-1]):
        codes = (
            frozenset(h.sense.code for h in read(kb, context, date).hits)
            if context
            else frozenset()
        )
        return people.by_family(word, date, roles, codes)
    return None


def role_in(phrase: Phrase) -> str | None:
    """The words of office in the phrase, as written."""
    rest = phrase.text
    if phrase.name_first >= 0:
        start, end = phrase.span(phrase.name_first, phrase.name_last)
        rest = (rest[:start] + " " + rest[end:]).strip(" ,")
    return " ".join(rest.split())[:80] or None


def unofficial(phrase: Phrase) -> bool:
    """Whether a word beside the name denies an office: former, opposition, analyst."""
    named = range(phrase.name_first, phrase.name_last)
    return any(w.key in UNOFFICIAL_WORDS for i, w in enumerate(phrase.words) if i not in named)


_UNDER = re.compile(
    r"\b(?:under|during|in)\s+(?:the\s+)?(?:first\s+)?(?:[Ff]ormer\s+)?"
    r"(?:(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor)s?\s+)?"
    r"([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})"
)


def served_before(case: Case, text: str) -> bool:
    """Whether words tell of service under a leader who has gone: "who advised under Ms Roe"."""
    for found in _UNDER.finditer(text):
        words = re.sub(r"['’]s$", "", found.group(1)).split()
        if len(words) == 1 and case.kb.knows(words[0].lower()):
            continue
        leader = look_up(case.kb, " ".join(words), "", case.date, _LEADERS)
        if leader and leader.term.role in _LEADERS and not leader.current:
            return True
    return False


_LEADERS = frozenset(("HOS", "HOG"))
