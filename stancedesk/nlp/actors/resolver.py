"""The resolver: ordered, named rules from a source phrase to whom it speaks for."""

from __future__ import annotations

import re

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.article import INDEFINITE, ArticleMemory
from stancedesk.nlp.actors.article_rules import before, joint_people, short_body, turns
from stancedesk.nlp.actors.case import Case
from stancedesk.nlp.actors.described import Described
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Part, Phrase, read
from stancedesk.nlp.actors.people import name_words
from stancedesk.nlp.actors.people_rules import described, holder, inherits
from stancedesk.nlp.actors.phrase_rules import RULES, named, place, title
from stancedesk.nlp.actors.standing import official_of
from stancedesk.nlp.actors.surroundings import at_home, both, officials
from stancedesk.nlp.actors.vocabulary import AIDE_LEADS, GIVEN_OR_STATE, PRONOUNS


class Resolver:
    """Resolves source phrases with a knowledge base; implements `ports.ActorResolver`.

    Args:
        kb: The knowledge base.
        roll_up: Give the state or larger body that a group or agency belongs to (Hamas -> PSE,
            WHO -> UN) in place of its own code, as CAMEO does. The codebook wants False.
    """

    name = "rules"

    def __init__(self, kb: KnowledgeBase, roll_up: bool = False) -> None:
        self.kb = kb
        self.version = f"1-{kb.version}"
        self._roll_up = roll_up

    def resolve(self, mention: str, context: str = "", date: str | None = None) -> Resolution:
        """Resolve a source phrase, read in `context` (its sentence or paragraph) on `date`."""
        memory = ArticleMemory(self.kb, context, date) if context and context != mention else None
        return self.resolve_in_article(mention, None, context, date, memory)

    def resolve_in_article(
        self,
        mention: str,
        person: str | None,
        context: str,
        date: str | None,
        memory: ArticleMemory | None = None,
        position: int | None = None,
    ) -> Resolution:
        """Resolve a source phrase with what the article said of the same person elsewhere.

        Args:
            mention: The source phrase; for a pronoun give `person`, or the phrase it stands for.
            person: The full name, if the article lets a reader know it.
            context: Its sentence or paragraph.
            date: Day of the article, ISO.
            memory: What the article says of people; build one for each article.
            position: Where the mention begins in the article, for "the ministry" and its like.
        """
        phrase = read(self.kb, mention, date, memory.around if memory else context)
        if memory is not None and phrase.hits and not phrase.name:
            phrase = self._namesake(phrase, memory)
        if person and phrase.name:
            _give_name(phrase, person)
        elif person:
            phrase = self._with_person(phrase, person, date, context)
        case = Case(self.kb, phrase, context, date, memory, position)
        if phrase.name and (found := joint_people(case, _RULES)):
            return self._finish(found, phrase, context, date, memory)
        for rule in _RULES if phrase.words else ():
            if found := rule(case):
                guessed = found.rule == "surroundings"
                if memory is not None and position is not None and not guessed:
                    if _introduces(phrase):
                        memory.remember(phrase, position, found.countries[0], found.official)
                    memory.note_source(mention, position, found.countries[0], found.official)
                    if phrase.name and found.rule in _IN_PHRASE:
                        span = (position, position + len(mention))
                        memory.note_person(
                            phrase.name,
                            Described(
                                phrase.name,
                                found.countries[0],
                                found.official,
                                found.role,
                                span,
                                mention,
                            ),
                        )
                return self._finish(found, phrase, context, date, memory)
        return Resolution(
            person=self._canonical(phrase.name, None, date)
            if len(phrase.name.split()) > 1
            else None,
            official=bool(phrase.words) and official_of(phrase, None),
        )

    def _namesake(self, phrase: Phrase, memory: ArticleMemory) -> Phrase:
        """A bare "Holland" is the man where the article has one of the name."""
        last = len(phrase.words) - 1
        bare = all(w.key in ("mr", "mrs", "ms", "dr") for w in phrase.words[:last])
        word = phrase.words[last]
        full = memory.full_name(word.text) if bare and word.key in GIVEN_OR_STATE else None
        if full and name_words(full)[0] in self.kb.given_names:
            phrase.hits = []
            phrase.name, phrase.name_first, phrase.name_last = word.text, last, last + 1
        return phrase

    def _with_person(self, phrase: Phrase, person: str, date: str | None, context: str) -> Phrase:
        if phrase.hits and any(h.part is Part.SENDER for h in phrase.hits):
            phrase.name = person
            return phrase
        if not phrase.words or phrase.words[0].key in PRONOUNS:
            return read(self.kb, person, date, context)
        joined = read(self.kb, f"{phrase.text} {person}", date, context)
        return joined if joined.name else read(self.kb, person, date, context)

    def _canonical(self, name: str, code: str | None, date: str | None) -> str | None:
        """The name as shown across a project; None for a family name that nobody stands for."""
        if not name or name.lower() in PRONOUNS:
            return None
        people = self.kb.people
        if len(name.split()) > 1:
            holder = people.full(name, date)
            if holder and (
                code is None or any(t.code == code for t in people.terms(holder.term.name))
            ):
                return people.canonical(holder.term.name)
            return _MIDDLE.sub(" ", name)
        holder = people.by_family(
            name, date, frozenset(), frozenset((code,)) if code else frozenset()
        )
        if holder and holder.alone and code in (None, holder.term.code):
            return people.canonical(holder.term.name)
        return None

    def _bearer(
        self, code: str, phrase: Phrase, date: str | None, memory: ArticleMemory
    ) -> str | None:
        """Who "the Turkish president" or "NATO's chief" is, where the article names him or her."""
        if any(
            w.key in AIDE_LEADS or w.key in ("deputy", "vice", "a", "an", "former")
            for w in phrase.words
        ):
            return None
        for pattern, roles in _BEARERS:
            if pattern.search(phrase.text):
                return memory.names_anyone(self.kb.people.in_office(code, roles, date))
        return None

    def _shown(self, person: str, found: Resolution, date: str | None) -> str | None:
        """The canonical name; a family name alone stands for nobody of another standing."""
        if len(person.split()) > 1:
            return self._canonical(person, found.country, date) or person
        holder = self.kb.people.by_family(person, date)
        if holder and holder.current and holder.term.official and not found.official:
            return None
        return self._canonical(person, found.country, date)

    def _finish(
        self,
        found: Resolution,
        phrase: Phrase,
        context: str,
        date: str | None,
        memory: ArticleMemory | None,
    ) -> Resolution:
        """Canonical person, rolled-up codes, and the span moved into the context."""
        codes = tuple(
            dict.fromkeys(
                self.kb.state_of(c) if self._roll_up else self.kb.home_of(c)
                for c in found.countries
            )
        )
        person = found.person
        if person:
            if memory is not None:
                person = memory.full_name(person) or person
            person = self._shown(person, found, date)
        elif not phrase.name and found.country and found.official and memory is not None:
            person = self._bearer(found.country, phrase, date, memory)
        span = found.span
        if found.rule in _IN_PHRASE and span is not None:
            at = context.find(phrase.text)
            span = (span[0] + at, span[1] + at) if at >= 0 else None
        return Resolution(
            codes[0] if codes else None,
            codes,
            person,
            found.role,
            found.official,
            found.rule,
            span,
            found.text,
            found.confidence,
        )


def _give_name(phrase: Phrase, person: str) -> None:
    """The name that the article's reading found, where the phrase has it or a part of it."""
    full, own = name_words(person), name_words(phrase.name)
    if set(own) < set(full):
        phrase.name = person
        return
    keys = [w.key for w in phrase.words]
    for first in range(len(keys) - len(full) + 1) if full else ():
        if keys[first : first + len(full)] == full and first != phrase.name_first:
            phrase.name, phrase.name_first, phrase.name_last = person, first, first + len(full)
            return


def _introduces(phrase: Phrase) -> bool:
    """Whether a phrase brings in an unnamed source: "a senior official in the premier's office"."""
    lead = phrase.words[0].key
    owned = (phrase.name_first, phrase.name_last) == phrase.leader
    return (not phrase.name or owned) and (
        lead in INDEFINITE or lead in ("another", "one", "senior")
    )


_MIDDLE = re.compile(r"(?<=[^\W\d_])\s(?:[A-Z]\.\s?)+(?=[A-Z][a-z])")
"""Middle initials: "Paul D. Eaton" and "Paul Eaton" are one."""

_RULES = (
    named,
    inherits,
    described,
    holder,
    short_body,
    title,
    both,
    turns,
    before,
    place,
    officials,
    at_home,
)
"""In their order: the first that answers decides."""

_BEARERS = (
    (
        re.compile(
            r"foreign (minister|secretary)|secretary of state|top diplomat|foreign policy chief",
            re.I,
        ),
        frozenset(("FM", "ORG")),
    ),
    (re.compile(r"defen[cs]e (minister|secretary|chief)", re.I), frozenset(("DEF",))),
    (
        re.compile(r"prime minister|premier|chancellor|head of the \w+ government", re.I),
        frozenset(("HOG",)),
    ),
    (
        re.compile(r"president|supreme leader|\bleader\b|\bking\b|\bpope\b|crown prince", re.I),
        frozenset(("HOS", "HOG")),
    ),
    (
        re.compile(r"secretary.general|top official|\bchief\b|director.general", re.I),
        frozenset(("ORG",)),
    ),
    (
        re.compile(r"top \w+ (general|military officer)|joint chiefs chairman", re.I),
        frozenset(("MIL",)),
    ),
)
_IN_PHRASE = frozenset(
    (*RULES.values(), "institution", "joint", "sender", "inherits", "title", "place", "based")
)
