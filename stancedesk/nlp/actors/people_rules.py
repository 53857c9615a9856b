"""Rules that need the people known: office-holders, their aides, what the article says of them."""

from __future__ import annotations

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.case import Case, look_up, role_in, served_before, unofficial
from stancedesk.nlp.actors.described import Described
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Part
from stancedesk.nlp.actors.people import Holder
from stancedesk.nlp.actors.standing import official_of, was_once
from stancedesk.nlp.actors.titles import roles_of
from stancedesk.nlp.actors.vocabulary import (
    AIDE_LEADS,
    CHOSEN,
    OFFICIAL_WORDS,
    OWNED,
    UNOFFICIAL_WORDS,
)


def inherits(case: Case) -> Resolution | None:
    """Aides and governments of a person: "Putin's spokesman", "the Trump administration"."""
    phrase = case.phrase
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
    source = _of_name(case, phrase.text[slice(*span)], roles_of(phrase.text[: span[0]]))
    if source is None:
        return None
    rest = [w for i, w in enumerate(phrase.words) if not first <= i < last]
    if not any(w.key in OFFICIAL_WORDS | UNOFFICIAL_WORDS | OWNED | CHOSEN for w in rest):
        return None
    keys = {w.key for w in rest}
    friends = bool(keys & {"ally", "allies"}) and not keys & {"administration", "government"}
    private = friends or was_once(phrase.text) or bool(keys & (UNOFFICIAL_WORDS | CHOSEN))
    name = (
        phrase.name
        if (phrase.name_first, phrase.name_last) != (first, last) and len(phrase.name.split()) > 1
        else None
    )
    served = case.kb.people.full(name, case.date) if name else None
    gone = served is not None and served.term.code == source[0] and not served.current
    return Resolution(
        source[0],
        (source[0],),
        name,
        role_in(phrase),
        source[1] and not private and not gone,
        "inherits",
        span,
        phrase.text[slice(*span)],
        0.9,
    )


def _of_name(case: Case, name: str, roles: frozenset[str]) -> tuple[str, bool] | None:
    holder = look_up(case.kb, name, case.context, case.date, roles)
    great = holder is not None and holder.current and holder.score >= 10.0
    if case.memory and not great and (known := case.memory.of(name)):
        return known.code, known.official
    return (holder.term.code, holder.current and holder.term.official) if holder else None


def has_gone(case: Case, known: Described) -> bool:
    """Whether one whom the article calls president or premier has left that office by its day."""
    if case.date is None or " " not in known.name:
        return False
    roles = roles_of(known.text) & {"HOS", "HOG"}
    people, day = case.kb.people, case.date
    holder = people.full(known.name, day, roles) if roles else None
    if holder is None or holder.current:
        return False
    return any(
        t.role in roles and t.code == known.code and t.end and t.end < day
        for t in people.terms(holder.term.name)
    )


def described(case: Case) -> Resolution | None:
    """What the article says of the bearer of the same name."""
    phrase = case.phrase
    if case.memory is None or not phrase.name:
        return None
    known = case.memory.of(phrase.name)
    if known is None:
        return None
    past = known.private and "former" in known.text.lower()
    serving = look_up(case.kb, known.name, "", case.date, roles_of(phrase.text))
    home = serving is not None and case.kb.is_state(serving.term.code)
    if past and home and not case.kb.is_state(known.code):
        return None  # "the former head of the agency", a politician at home since
    if (
        serving
        and serving.term.code != known.code
        and (past or serving.score >= 10.0)
        and serving.current
        and serving.term.official
    ):
        return None
    official = known.official and not unofficial(phrase)
    official = official and not served_before(case, known.text) and not has_gone(case, known)
    if not known.official and not known.private and not unofficial(phrase):
        holder = look_up(case.kb, known.name, "", case.date, frozenset())
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


def _by_article(kb: KnowledgeBase, memory: ArticleMemory, found: Holder) -> Holder:
    """Without a date, of one who served several the term for whom the article speaks of most."""
    terms = kb.people.terms(found.term.name)
    codes = {t.code for t in terms if t.official}
    if len(codes) < 2:
        return found
    code = max(sorted(codes), key=memory.count)
    if code == found.term.code or not memory.count(code):
        return found
    best = max((t for t in terms if t.code == code and t.official), key=lambda t: t.weight())
    return Holder(best, True, best.weight(), found.alone)


def holder(case: Case) -> Resolution | None:
    """A dated office-holder by full name, then by family name and title."""
    phrase = case.phrase
    if not phrase.name:
        return None
    roles = roles_of(phrase.text)
    full = case.memory.full_name(phrase.name) if case.memory else None
    name = full or phrase.name
    holder = look_up(case.kb, name, case.context, case.date, roles)
    if holder is None:
        return None
    if case.date is None and case.memory is not None:
        holder = _by_article(case.kb, case.memory, holder)
    elsewhere = any(h.part is Part.SENDER and h.sense.code != holder.term.code for h in phrase.hits)
    denied = unofficial(phrase) and not elsewhere  # "a former minister of Latvia", now the Union's
    official = holder.current and holder.term.official and not denied
    several = len(name.split()) > 1
    if several and case.date and case.date < holder.term.start and not denied:
        official = official_of(phrase, None)  # what he or she was before the office on file
    if holder.term.role == "LEG" or (holder.term.role == "GOV" and holder.term.code == "USA"):
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
