"""Rules that the source phrase decides by itself: what it names, its title, its place."""

from __future__ import annotations

import itertools
import re

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.case import Case, role_in, served_before, unofficial
from stancedesk.nlp.actors.mention import Hit, Part, Phrase
from stancedesk.nlp.actors.standing import official_of
from stancedesk.nlp.actors.titles import american_title, unique_title
from stancedesk.nlp.actors.vocabulary import word_set

PLACE_SILENT = re.compile(
    r"\b(diplomats?|journalists?|correspondents?|reporters?|sources?|people|officials?|"
    r"envoys?|negotiators?|delegates?|talks|summit|conference|meeting|tourists?|"
    r"aid workers?|missionary|missionaries|embassy|embassies|consulates?)\b",
    re.I,
)
_SENATES = word_set("PHL AUS CAN FRA ITA ESP MEX COL BRA CHL ARG PAK NGA POL CZE ROU IRL KEN ZWE")
"""Other lands with senators."""
_BARE_LEADER = re.compile(
    r"^(?!.*(minister|president|spokes|secretary|general|king|chancellor)).*\bleader\b", re.I
)
RULES = {
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
"""Name of the rule by the kind of what the phrase names."""


def named(case: Case) -> Resolution | None:
    """A state or body that the phrase itself names as the sender."""
    phrase = case.phrase
    senders = [h for h in phrase.hits if h.part is Part.SENDER]
    if not senders:
        return None
    hit = senders[0]
    if _leader_first(phrase, hit):
        return None
    if _was(phrase, hit):
        serving = case.kb.people.full(phrase.name, case.date) if " " in phrase.name else None
        holds = serving is not None and serving.current and serving.term.official
        if serving and holds and serving.term.code != hit.sense.code:
            return None  # "the former Latvian premier" who heads the Union's commission now
        if serving and hit.sense.kind == "igo" and case.kb.is_state(serving.term.code):
            return None  # "the former head of the agency", a politician at home since
        senders = [h for h in senders if _now(phrase, h)] or senders
        hit = senders[0]
    if _only_native(case, hit):
        return None
    codes = _joint(phrase, senders)
    rule = RULES.get(hit.sense.kind, "institution")
    if len(codes) > 1:
        rule = "joint"
    elif any(h.part is Part.HOST for h in phrase.hits) and rule in (
        "state",
        "adjective",
        "organisation",
    ):
        rule = "sender"
    span = phrase.span(hit.first, hit.last)
    official = official_of(phrase, hit) and not served_before(case, phrase.text)
    official = official or _in_office(case, hit)
    if official and phrase.name and _BARE_LEADER.search(phrase.text):
        holder = (
            case.kb.people.full(phrase.name, case.date) if len(phrase.name.split()) > 1 else None
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
        role_in(phrase),
        official,
        rule,
        span,
        phrase.text[span[0] : span[1]],
        confidence,
    )


def title(case: Case) -> Resolution | None:
    """A title that only one state has."""
    phrase = case.phrase
    found = unique_title(phrase.text)
    if not found and case.memory is not None and _american(case.memory):
        found = american_title(phrase.text)
    if not found:
        return None
    code, start, end = found
    return Resolution(
        code,
        (code,),
        phrase.name or None,
        role_in(phrase),
        official_of(phrase, None),
        "title",
        (start, end),
        phrase.text[start:end],
        0.7,
    )


def _american(memory: ArticleMemory) -> bool:
    """Whether an article is on the United States, and not more on another land with a senate."""
    ranked = memory.counts.most_common(4)
    first = memory.most_named()
    american = memory.count("USA") >= 0.25 * sum(count for _, count in ranked)
    return first == "USA" or (bool(ranked) and american and first not in _SENATES)


def place(case: Case) -> Resolution | None:
    """Where the source is, for people and groups that belong there; "-based" comes last."""
    phrase = case.phrase
    led = any(h.part is Part.SPONSOR for h in phrase.hits)
    if led and any(w.key in ("coalition", "alliance", "airstrikes") for w in phrase.words):
        return None
    theirs = phrase.words[0].key in ("officials", "authorities")  # "officials in Egypt"
    silent = not theirs and PLACE_SILENT.search(phrase.text) is not None
    for part in (Part.PLACE, Part.BASED):
        for hit in phrase.hits:
            if hit.part is not part or (part is Part.PLACE and silent):
                continue
            codes = tuple(dict.fromkeys(h.sense.code for h in phrase.hits if h.part is part))
            span = phrase.span(hit.first, hit.last)
            official = part is Part.PLACE and official_of(phrase, None) and not phrase.name
            return Resolution(
                hit.sense.code,
                codes if theirs else (hit.sense.code,),
                phrase.name or None,
                role_in(phrase),
                official,
                "place" if part is Part.PLACE else "based",
                span,
                phrase.text[span[0] : span[1]],
                0.5,
            )
    return None


def _only_native(case: Case, hit: Hit) -> bool:
    """Whether an adjective tells the origin of an organisation's head: "a Latvian lawyer"."""
    phrase = case.phrase
    article = phrase.words[hit.first - 1].key if hit.first else ""
    if hit.sense.kind != "adjective" or article not in ("a", "an") or " " not in phrase.name:
        return False
    serving = case.kb.people.full(phrase.name, case.date)
    return serving is not None and serving.current and serving.term.role == "ORG"


def _in_office(case: Case, hit: Hit) -> bool:
    """Whether one named with the country alone holds an office there: "Narendra Modi of India"."""
    phrase = case.phrase
    if " " not in phrase.name or unofficial(phrase):
        return False
    holder = case.kb.people.full(phrase.name, case.date)
    return (
        holder is not None
        and holder.current
        and holder.term.role in ("HOS", "HOG", "FM", "DEF", "ORG")
        and holder.term.code == hit.sense.code
    )


def _was(phrase: Phrase, hit: Hit) -> bool:
    """Whether the office at a hit is past: "a former Latvian minister"."""
    return any(
        w.key in ("former", "formerly", "ex", "once", "ousted")
        for w in phrase.words[max(0, hit.first - 5) : hit.first]
    )


def _now(phrase: Phrase, hit: Hit) -> bool:
    """Whether a hit names the present office: "who is now at the European Commission"."""
    return any(
        w.key in ("now", "currently", "current")
        for w in phrase.words[max(0, hit.first - 7) : hit.first]
    )


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
