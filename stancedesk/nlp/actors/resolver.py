"""The resolver: ordered, named rules from a source phrase to whom it speaks for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.article import ArticleMemory, Described
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Hit, Part, Phrase, read
from stancedesk.nlp.actors.people import Holder
from stancedesk.nlp.actors.standing import official_of
from stancedesk.nlp.actors.titles import (
    GENERIC_NULL,
    roles_of,
    unique_title,
)
from stancedesk.nlp.actors.vocabulary import (
    AIDE_LEADS,
    GIVEN_OR_STATE,
    OFFICIAL_WORDS,
    OWNED,
    PRONOUNS,
    UNOFFICIAL_WORDS,
)

ANONYMOUS = re.compile(
    r"\b(people|persons?|sources?|officials?|diplomats?|analysts|experts|observers|critics|witnesses|residents|relatives|"
    r"workers|rebels|militants|protesters|soldiers|gunmen|man|woman|men|women)\b",
    re.I,
)
PLACE_SILENT = re.compile(
    r"\b(diplomats?|journalists?|correspondents?|reporters?|sources?|people|officials?|"
    r"envoys?|negotiators?|delegates?|talks|summit|conference|meeting|tourists?)\b",
    re.I,
)
PLACE_GROUP = frozenset(("Muslim", "Jewish", "Christian"))


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
        phrase = read(self.kb, mention, date, context)
        if memory is not None and phrase.hits and not phrase.name:
            phrase = self._namesake(phrase, memory)
        if person and not phrase.name:
            phrase = self._with_person(phrase, person, date, context)
        for found in self._rules(phrase, context, date, memory, position):
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
        if bare and word.key in GIVEN_OR_STATE and memory.full_name(word.text):
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

    def _rules(
        self,
        phrase: Phrase,
        context: str,
        date: str | None,
        memory: ArticleMemory | None,
        position: int | None,
    ) -> Iterator[Resolution]:
        """Answers of the rules that apply, in their order."""
        if not phrase.words:
            return
        if answer := self._named(phrase, date):
            yield answer
        if answer := self._inherits(phrase, context, date, memory):
            yield answer
        if answer := self._described(phrase, date, memory):
            yield answer
        if answer := self._holder(phrase, context, date, memory):
            yield answer
        if answer := self._title(phrase):
            yield answer
        if answer := self._before(phrase, memory, position):
            yield answer
        if answer := self._place(phrase):
            yield answer

    def _named(self, phrase: Phrase, date: str | None) -> Resolution | None:
        """A state or body that the phrase itself names as the sender."""
        senders = [h for h in phrase.hits if h.part is Part.SENDER]
        if not senders:
            return None
        hit = senders[0]
        if _leader_first(phrase, hit):
            return None
        codes = _joint(phrase, senders)
        rule = _RULES.get(hit.sense.kind, "institution")
        if len(codes) > 1:
            rule = "joint"
        elif any(h.part is Part.HOST for h in phrase.hits) and rule in (
            "state",
            "adjective",
            "organisation",
        ):
            rule = "sender"
        span = phrase.span(hit.first, hit.last)
        official = official_of(phrase, hit)
        if official and phrase.name and _BARE_LEADER.search(phrase.text):
            holder = (
                self.kb.people.full(phrase.name, date) if len(phrase.name.split()) > 1 else None
            )
            official = (
                holder is None
                or holder.term.code != hit.sense.code
                or (holder.term.official and holder.current)
            )
        confidence = {"region": 0.8, "media": 0.75}.get(hit.sense.kind, 0.95)
        return Resolution(
            hit.sense.code,
            codes,
            phrase.name or None,
            _role(phrase),
            official,
            rule,
            span,
            phrase.text[span[0] : span[1]],
            confidence,
        )

    def _inherits(
        self, phrase: Phrase, context: str, date: str | None, memory: ArticleMemory | None
    ) -> Resolution | None:
        """Aides and governments of a person: "Putin's spokesman", "the Trump administration"."""
        first, last = phrase.leader
        lead = phrase.words[: max(phrase.name_first, 0)]
        if first < 0:
            if (
                phrase.name_first < 0
                or not any(w.key in AIDE_LEADS for w in lead)
                or lead[-1].key in AIDE_LEADS
            ):
                return None
            if not any(w.key in ("of", "to", "for") for w in lead):
                return None
            first, last = phrase.name_first, phrase.name_last
        span = phrase.span(first, last)
        source = self._of_name(
            phrase.text[slice(*span)], context, date, memory, roles_of(phrase.text[: span[0]])
        )
        if source is None:
            return None
        rest = [w for i, w in enumerate(phrase.words) if not first <= i < last]
        if not any(
            w.key in OFFICIAL_WORDS or w.key in UNOFFICIAL_WORDS or w.key in OWNED for w in rest
        ):
            return None
        private = any(
            w.key in UNOFFICIAL_WORDS or w.key in ("campaign", "camp", "supporters", "loyalists")
            for w in rest
        )
        name = (
            phrase.name
            if (phrase.name_first, phrase.name_last) != (first, last)
            and len(phrase.name.split()) > 1
            else None
        )
        return Resolution(
            source[0],
            (source[0],),
            name,
            _role(phrase),
            source[1] and not private,
            "inherits",
            span,
            phrase.text[slice(*span)],
            0.9,
        )

    def _of_name(
        self,
        name: str,
        context: str,
        date: str | None,
        memory: ArticleMemory | None,
        roles: frozenset[str] = frozenset(),
    ) -> tuple[str, bool] | None:
        holder = self._look_up(name, context, date, roles)
        great = holder is not None and holder.current and holder.score >= 10.0
        if memory and not great and (known := memory.of(name)):
            return known.code, known.official
        return (holder.term.code, holder.current and holder.term.official) if holder else None

    def _look_up(
        self, name: str, context: str, date: str | None, roles: frozenset[str]
    ) -> Holder | None:
        people = self.kb.people
        if len(name.split()) > 1 and (holder := people.full(name, date, roles)):
            return holder
        word = name.split()[-1]
        if len(name.split()) == 1 or "." in name:
            codes = (
                frozenset(h.sense.code for h in read(self.kb, context, date).hits)
                if context
                else frozenset()
            )
            return people.by_family(word, date, roles, codes)
        return None

    def _described(
        self, phrase: Phrase, date: str | None, memory: ArticleMemory | None
    ) -> Resolution | None:
        """What the article says of the bearer of the same name."""
        if memory is None or not phrase.name:
            return None
        known = memory.of(phrase.name)
        if known is None:
            return None
        past = known.private and "former" in known.text.lower()
        if past or len(known.name.split()) == 1:
            holder = self._look_up(known.name, "", date, roles_of(phrase.text))
            if holder and not past and holder.score < 10.0:
                holder = None
            if (
                holder
                and holder.current
                and holder.term.official
                and holder.term.code != known.code
            ):
                return None
        official = known.official and not _unofficial(phrase)
        if not known.official and not known.private and not _unofficial(phrase):
            holder = self._look_up(known.name, "", date, frozenset())
            official = (
                holder is not None
                and holder.current
                and holder.term.official
                and holder.term.code == known.code
            )
        rule = "apposition" if known.name == phrase.name else "said before"
        return Resolution(
            known.code,
            (known.code,),
            known.name,
            known.role,
            official,
            rule,
            known.span,
            known.text,
            0.9,
        )

    def _holder(
        self, phrase: Phrase, context: str, date: str | None, memory: ArticleMemory | None
    ) -> Resolution | None:
        """A dated office-holder by full name, then by family name and title."""
        if not phrase.name:
            return None
        roles = roles_of(phrase.text)
        full = memory.full_name(phrase.name) if memory else None
        name = full or phrase.name
        holder = self._look_up(name, context, date, roles)
        if holder is None:
            return None
        several = len(name.split()) > 1
        official = holder.current and holder.term.official and not _unofficial(phrase)
        if holder.current and holder.term.role == "LEG":
            official = False
        rule = "office-holder" if several else "family name"
        text = holder.term.told()
        return Resolution(
            holder.term.code,
            (holder.term.code,),
            holder.term.name if holder.alone else phrase.name,
            holder.term.title or holder.term.role,
            official,
            rule,
            None,
            text,
            0.9 if several else 0.75,
        )

    def _title(self, phrase: Phrase) -> Resolution | None:
        """A title that only one state has."""
        found = unique_title(phrase.text)
        if not found:
            return None
        code, start, end = found
        return Resolution(
            code,
            (code,),
            phrase.name or None,
            _role(phrase),
            official_of(phrase, None),
            "title",
            (start, end),
            phrase.text[start:end],
            0.7,
        )

    def _before(
        self, phrase: Phrase, memory: ArticleMemory | None, position: int | None
    ) -> Resolution | None:
        """The last one of the kind that the article named: "the ministry", "the president"."""
        if (
            memory is None
            or GENERIC_NULL.search(phrase.text)
            or any(h.part is Part.PLACE for h in phrase.hits)
        ):
            return None
        known = memory.of_head(
            phrase, position if position is not None else memory.find(phrase.text)
        )
        if known is None:
            return None
        official = known.official and not _unofficial(phrase)
        return Resolution(
            known.code,
            (known.code,),
            phrase.name or known.name or None,
            known.role,
            official,
            "said before",
            known.span,
            known.text,
            0.6,
        )

    def _place(self, phrase: Phrase) -> Resolution | None:
        """Where the source is, for people and groups that belong there; "-based" comes last."""
        led = any(h.part is Part.SPONSOR for h in phrase.hits)
        if led and any(w.key in ("coalition", "alliance", "airstrikes") for w in phrase.words):
            return None
        for part in (Part.PLACE, Part.BASED):
            for hit in phrase.hits:
                if hit.part is not part or (
                    part is Part.PLACE and PLACE_SILENT.search(phrase.text)
                ):
                    continue
                span = phrase.span(hit.first, hit.last)
                official = part is Part.PLACE and official_of(phrase, hit) and not phrase.name
                return Resolution(
                    hit.sense.code,
                    (hit.sense.code,),
                    phrase.name or None,
                    _role(phrase),
                    official,
                    "place" if part is Part.PLACE else "based",
                    span,
                    phrase.text[span[0] : span[1]],
                    0.5,
                )
        return None

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
            return name
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


_BARE_LEADER = re.compile(
    r"^(?!.*(minister|president|spokes|secretary|general|king|chancellor)).*\bleader\b", re.I
)
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
_RULES = {
    "state": "state",
    "adjective": "adjective",
    "national": "national",
    "capital": "metonym",
    "seat": "metonym",
    "igo": "organisation",
    "group": "organisation",
    "ngo": "organisation",
    "university": "affiliation",
    "think tank": "affiliation",
    "company": "affiliation",
    "media": "affiliation",
    "party": "party",
    "region": "region",
    "city": "region",
    "opposition": "organisation",
}
_IN_PHRASE = frozenset(
    (*_RULES.values(), "institution", "joint", "sender", "inherits", "title", "place", "based")
)


def _role(phrase: Phrase) -> str | None:
    """The words of office in the phrase, as written."""
    rest = phrase.text
    if phrase.name_first >= 0:
        start, end = phrase.span(phrase.name_first, phrase.name_last)
        rest = (rest[:start] + " " + rest[end:]).strip(" ,")
    return " ".join(rest.split())[:80] or None


def _unofficial(phrase: Phrase) -> bool:
    named = range(phrase.name_first, phrase.name_last)
    return any(w.key in UNOFFICIAL_WORDS for i, w in enumerate(phrase.words) if i not in named)


def _leader_first(phrase: Phrase, hit: Hit) -> bool:
    """Whether a person that owns the rest stands before the hit: "Putin's Ukraine envoy"."""
    return 0 <= phrase.leader[0] < hit.first


def _joint(phrase: Phrase, senders: list[Hit]) -> tuple[str, ...]:
    """Codes of senders joined by commas and "and", the first of them first."""
    codes = [senders[0].sense.code]
    for before, hit in itertools.pairwise(senders):
        between = phrase.words[before.last : hit.first]
        glue = [w for w in between if w.key not in ("the", "a", "an", "well", "as")]
        joined = all(w.key in ("and", "or") for w in glue) and (
            bool(glue) or "," in phrase.words[hit.first].gap
        )
        if (
            not joined
            and glue
            and any(w.key == "and" for w in glue)
            and len(glue) <= 6
            and not any(w.key in ("of", "in", "to", "for", "president", "former") for w in glue)
            and not phrase.name
        ):
            joined = True
        if not joined or phrase.words[before.last - 1].possessive:
            break
        codes.append(hit.sense.code)
    return tuple(dict.fromkeys(codes))


__all__ = ["Described", "Resolver"]
