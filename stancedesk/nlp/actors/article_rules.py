"""Rules that need the article: joint speakers, short names of bodies, what was said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.case import Case, role_in, unofficial
from stancedesk.nlp.actors.mention import Part, read
from stancedesk.nlp.actors.titles import GENERIC_NULL
from stancedesk.nlp.actors.vocabulary import HEADS, SAME_HEAD

_AND = re.compile(r",? (?:and|y|&) (?=[A-Z])")
Rules = tuple[Callable[[Case], Resolution | None], ...]
_OF_MANY = frozenset(
    ("western", "arab", "european", "gulf", "regional", "foreign", "international", "allied")
)
_TURNS = frozenset(
    ("one", "other", "another", "first", "second", "third", "former", "latter", "both")
)


def joint_people(case: Case, rules: Rules) -> Resolution | None:
    """Two people named side by side: "Mr Novak and Polish President Zielinska" speak for both."""
    phrase = case.phrase
    parts = _AND.split(phrase.text) if phrase.name else []
    if len(parts) != 2 or "," in parts[0]:
        return None
    found: list[Resolution] = []
    for part in parts:
        one = read(case.kb, part, case.date, case.context)
        named = one.name or (found and any(h.part is Part.SENDER for h in one.hits))
        if not named or one.leader[0] >= 0:
            return None
        side = replace(case, phrase=one)
        answer = next((r for rule in rules if (r := rule(side))), None)
        if answer is None or answer.country is None:
            return None
        found.append(answer)
    first, second = found
    codes = tuple(dict.fromkeys((*first.countries, *second.countries)))
    return replace(
        first,
        countries=codes,
        official=first.official and second.official,
        rule="joint" if len(codes) > 1 else first.rule,
        span=None,
        role=role_in(phrase),
    )


def short_body(case: Case) -> Resolution | None:
    """A body by one word of a name that the article gives in full: "Ms. Lund of Heritage"."""
    phrase = case.phrase
    if case.memory is None or any(h.part is Part.SENDER for h in phrase.hits):
        return None
    for i, word in enumerate(phrase.words):
        alone = [w.key for w in phrase.words[:i]] in ([], ["the"]) and (
            i + 1 == len(phrase.words) or word.possessive
        )
        behind = i > 0 and phrase.words[i - 1].key in ("of", "at", "from", "with", "for")
        if not word.capital or not (alone or behind):
            continue
        hit = case.memory.short_body(word)
        if hit is None:
            continue
        return Resolution(
            hit.sense.code,
            (hit.sense.code,),
            None if alone else phrase.name or None,
            role_in(phrase),
            False,
            "short name",
            None,
            hit.sense.phrase,
            0.8,
        )
    return None


def turns(case: Case) -> Resolution | None:
    """What "one" or "the other" stands for: the last of the plural kind spoken of."""
    words = [w.key for w in case.phrase.words if w.key not in ("the", "a", "an")]
    if case.memory is None or case.position is None or len(words) != 1 or words[0] not in _TURNS:
        return None
    for word in reversed(case.memory.words_before(case.position, 60)):
        head = SAME_HEAD.get(word.key)
        if head in HEADS and word.key.endswith("s"):
            known = case.memory.last_head([head], case.position, reach=2000)
            if known is None:
                return None
            return Resolution(
                known.code,
                (known.code,),
                None,
                None,
                known.official,
                "said before",
                known.span,
                known.text,
                0.5,
            )
    return None


def before(case: Case) -> Resolution | None:
    """The last one of the kind that the article named: "the ministry", "the president"."""
    phrase = case.phrase
    if (
        case.memory is None
        or GENERIC_NULL.search(phrase.text)
        or phrase.words[0].key in _OF_MANY
        or any(h.part is Part.PLACE for h in phrase.hits)
    ):
        return None
    known = case.memory.of_head(
        phrase, case.position if case.position is not None else case.memory.find(phrase.text)
    )
    if known is None:
        return None
    official = known.official and not unofficial(phrase)
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
