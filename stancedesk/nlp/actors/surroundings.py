"""Rules of last resort: a source without a land belongs where its article is at home.

They answer with little confidence and only where the article leaves little doubt. Readers do the
same with "the federal court" or "Jane Roe, a nurse" in a report on one country.
"""

from __future__ import annotations

import re
from collections import Counter

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors.case import Case, role_in
from stancedesk.nlp.actors.standing import is_local, official_of
from stancedesk.nlp.actors.titles import GENERIC_NULL

_ALONE = 0.7
"""Share of the most named state among the four most named from which it decides alone."""
_AGREED = 0.6
"""The same where the last source spoke for it, too."""
_OF_PERSON = 0.5
"""The same for a person whom the article names."""
_HOME = "USA"
"""Where most of the press measured is at home. Abroad it meets many who are guests there, too."""
_ABROAD = 0.8
_NEVER = 1.1
_ANYBODY = re.compile(
    r"\b(some|others?|many|several|most|few|every|another|critics?|observers?|detainees|countries|"
    r"reports?|sources|western|west|allies|international|foreign|diplomats|news|media|analysts|"
    r"experts|economists|videos|people|nations|world|both|either|each|sides|two|three)\b",
    re.IGNORECASE,
)
_LOCAL_MEDIA = re.compile(
    r"(?:the )?local (?:media|press|newspapers?|radio|reports)$", re.IGNORECASE
)
_OFFICIALS = re.compile(r"(?:the |senior |some )?officials?\b(?: in recent)?$", re.IGNORECASE)
_NEAR = 2500
_BOTH = re.compile(
    r"(?:the )?(?:both|two) (?:sides|countries|nations|governments|states|neighbou?rs|parties)$|"
    r"each side$|either side$",
    re.IGNORECASE,
)
_LANDS = ("state", "capital", "adjective", "seat")


def at_home(case: Case) -> Resolution | None:
    """The state that the article is about, for a source that nothing else tells of."""
    phrase, memory = case.phrase, case.memory
    if memory is None or case.position is None or GENERIC_NULL.search(phrase.text):
        return None
    if phrase.words[0].key in ("they", "it", "who", "which", "that"):
        return None
    ranked = memory.counts.most_common(4)
    code, count = ranked[0] if ranked else ("", 0)
    if not code or not case.kb.is_state(code):
        return None
    share = count / sum(n for _, n in ranked)
    if _LOCAL_MEDIA.match(phrase.text):
        least = _OF_PERSON
    elif phrase.hits or _ANYBODY.search(phrase.text):
        return None
    else:
        agreed = [d.code for d in memory.sources_before(case.position, 1)] == [code]
        named = len(phrase.name.split()) > 1
        least = (_OF_PERSON if named else _AGREED) if agreed else _NEVER if named else _ALONE
        if code != _HOME:
            least = _NEVER if named else _ABROAD
    if share < least:
        return None
    official = not _LOCAL_MEDIA.match(phrase.text) and official_of(phrase, None)
    return Resolution(
        code,
        (code,),
        phrase.name if len(phrase.name.split()) > 1 else None,
        role_in(phrase),
        official and not (code == "USA" and is_local(phrase)),
        "surroundings",
        None,
        case.kb.name_of(code),
        0.4,
    )


def officials(case: Case) -> Resolution | None:
    """Bare "officials": those of the state for which the last two sources spoke."""
    memory = case.memory
    if memory is None or case.position is None or not _OFFICIALS.match(case.phrase.text):
        return None
    last = memory.sources_before(case.position, 2)
    if not last or len({d.code for d in last}) > 1 or not case.kb.is_state(last[0].code):
        return None
    known = last[-1]
    if case.position - known.span[1] > _NEAR:
        return None
    return Resolution(
        known.code, (known.code,), None, None, True, "said before", known.span, known.text, 0.5
    )


def both(case: Case) -> Resolution | None:
    """The two states most named right before, for "both sides"."""
    memory = case.memory
    if memory is None or case.position is None or not _BOTH.match(case.phrase.text):
        return None
    hits = [
        hit
        for hit in memory.hits_around(case.position, 700)
        if memory.words[hit.last - 1].end <= case.position and hit.sense.kind in _LANDS
    ]
    pair = [code for code, _ in Counter(hit.sense.code for hit in hits).most_common(2)]
    if len(pair) < 2:
        return None
    codes = tuple(dict.fromkeys(hit.sense.code for hit in hits if hit.sense.code in pair))
    last = [hit for hit in hits if hit.sense.code in pair][-1]
    span = (memory.words[last.first].start, memory.words[last.last - 1].end)
    text = memory.text[span[0] : span[1]]
    return Resolution(codes[0], codes, None, None, True, "said before", span, text, 0.5)
