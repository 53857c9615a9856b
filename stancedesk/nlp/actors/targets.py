"""The parties that a statement is about or addressed to, other than the speaker's own."""

from __future__ import annotations

import re
from collections import defaultdict

from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Hit, find_hits
from stancedesk.nlp.actors.spelling import Token, tokens
from stancedesk.nlp.actors.vocabulary import PARTICLES, SCENE, TITLE_WORDS, TO_SCENE

_BODIES = frozenset(
    (
        "state",
        "adjective",
        "national",
        "capital",
        "seat",
        "igo",
        "group",
        "agency",
        "force",
        "region",
        "parliament",
        "ministry",
        "state media",
    )
)
_WEIGHT = {
    "state": 1.0,
    "national": 1.0,
    "capital": 0.9,
    "seat": 1.0,
    "igo": 0.9,
    "group": 1.0,
    "adjective": 0.9,
    "region": 0.6,
    "agency": 0.8,
    "force": 0.8,
    "parliament": 0.7,
}
_PLACE = frozenset(["in", "at", "near", "inside", "from", "outside", "across", "around"])
_ADDRESS = re.compile(
    r"\b(told|urg\w+|warn\w*|accus\w+|condemn\w*|blam\w+|prais\w+|thank\w*|"
    r"call(?:ed|s|ing)? (?:on|for)|ask\w*|"
    r"criti[cs]\w+|demand\w*|press\w*|threaten\w*|denounc\w+|slam\w*|against|toward|rebuk\w+|assur\w+|promis\w+)\b",
    re.I,
)
# A statement that names nobody and speaks of these alone is about nobody abroad.
_DOMESTIC = re.compile(
    r"\b(elections?|electoral|campaigns?|candidates?|voters?|votes?|polls?|primary|primaries|"
    r"republicans?|democrats?|gop|senators?|senate|lawmakers?|bipartisan|impeach\w*|parliament|"
    r"tax(es)?|budgets?|jobs|wages|health ?care|insurance|abortion|marriage|guns?|police|crimes?|"
    r"courts?|judges?|lawsuits?|investigations?|emails?|schools?|students?|covid|virus|pandemic|"
    r"vaccines?|hospitals?|patients?|nominees?|nomination|tories|labour|referendum|coalition)\b",
    re.I,
)
_ABROAD = re.compile(
    r"\b(they|them|their|deals?|agreements?|treaty|talks?|negotiat\w+|diploma\w+|summit|war|peace|"
    r"sanctions?|tariffs?|cease-?fires?|attack\w*|strikes?|missiles?|nuclear|weapons?|troops|"
    r"military|invasion|regimes?|enem(y|ies)|adversar\w+|threat\w*|retaliat\w*|border|tensions?|"
    r"foreign|international|aggressi\w+|terror\w*|embass\w+|hostages?)\b",
    re.I,
)
# Fitted on the development articles: a second party needs this share of the first one's weight,
# what the surroundings speak of most adds this much, and a statement that names nobody is about a
# party that they name about so often, or nearly alone.
_SHARE = 0.65
_RIVAL = 1.5
_PRIOR = 0.5


class Targets:
    """Finds targets with a knowledge base.

    Args:
        kb: The knowledge base.
        most: How many parties one statement may have at most.
    """

    def __init__(self, kb: KnowledgeBase, most: int = 2) -> None:
        self.kb = kb
        self._most = most

    def find(
        self,
        content: str,
        clause: str,
        own: str | None,
        date: str | None = None,
        memory: ArticleMemory | None = None,
        position: int | None = None,
    ) -> tuple[str, ...]:
        """Codes in order of weight.

        Args:
            content: The words of the statement.
            clause: The sentence or paragraph it stands in, with the reporting clause.
            own: The code the speaker speaks for.
            date: Day of the article, ISO.
            memory: What the article says, by which a statement that names nobody is read.
            position: Where the content begins in the article, or in the clause without a memory.
        """
        scores = self._scores(content, date, 1.0, content + " " + clause)
        outside = _sentence(clause, content)
        around = self._around(outside, date, clause)
        self._drop_own(scores, own)
        self._drop_own(around, own)
        if memory is not None and position is not None and (scores or around):
            far = self._near(memory, position, own)
            for code in [*scores]:
                scores[code] += _PRIOR * far.get(code, 0.0)
            for code in [*around]:
                around[code] += _PRIOR * far.get(code, 0.0)
        if not scores:
            scores = around
        elif own is not None:
            for code in list(around):
                if code in scores:
                    scores[code] += 0.3
        domestic = _DOMESTIC.search(content) and not _ABROAD.search(content)
        if not scores and not domestic and memory is not None and position is not None:
            scores = self._rival(memory, position, own)
        return self._best(scores)

    def _best(self, scores: dict[str, float]) -> tuple[str, ...]:
        if not scores:
            return ()
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        top = ranked[0][1]
        return tuple(
            code for code, score in ranked[: self._most] if score >= _SHARE * top and score > 0.3
        )

    def _drop_own(self, scores: dict[str, float], own: str | None) -> None:
        if own is None:
            return
        for code in [own, self.kb.state_of(own)]:
            scores.pop(code, None)

    def _scores(self, text: str, date: str | None, scale: float, context: str) -> dict[str, float]:
        words = tokens(text)
        hits = find_hits(self.kb, words, date, context)
        scores: dict[str, float] = defaultdict(float)
        for n, hit in enumerate(hits):
            if hit.sense.kind not in _BODIES:
                continue
            weight = _WEIGHT.get(hit.sense.kind, 0.5) * scale
            weight *= 1.0 / (1.0 + 0.08 * n)
            if _is_scene(words, hit):
                weight *= 0.35
            if (
                hit.sense.kind in ("capital", "region")
                and hit.first
                and words[hit.first - 1].key in _PLACE
            ):
                weight *= 0.3
            scores[hit.sense.code] += weight
        for code in self._people(words, hits, date):
            scores[code] += 0.9 * scale
        return scores

    def _people(self, words: list[Token], hits: list[Hit], date: str | None) -> list[str]:
        taken = {k for h in hits for k in range(h.first, h.last)}
        codes = []
        for i, word in enumerate(words):
            if (
                i in taken
                or not word.capital
                or word.key in TITLE_WORDS
                or word.key in PARTICLES
                or len(word.key) < 4
            ):
                continue
            holder = self.kb.people.by_family(word.key, date)
            if (
                holder
                and holder.current
                and holder.score >= 6.0
                and holder.term.role in ("HOS", "HOG", "FM", "DEF", "ORG", "SPOX", "OPP", "NSA")
            ):
                codes.append(holder.term.code)
        return codes

    def _around(self, text: str, date: str | None, context: str) -> dict[str, float]:
        """Parties in the reporting clause, weighed up behind a word of address."""
        scores = self._scores(text, date, 0.6, context)
        for found in _ADDRESS.finditer(text):
            near = self._scores(text[found.end() : found.end() + 60], date, 1.0, context)
            for code, score in near.items():
                scores[code] += score
        return scores

    def _rival(self, memory: ArticleMemory, position: int, own: str | None) -> dict[str, float]:
        """The party most spoken of around the statement, other than the speaker's own."""
        scores = self._spoken_of(memory, position, own)
        top = max(scores, key=lambda code: scores[code], default=None)
        if top is None:
            return {}
        clear = scores[top] >= _RIVAL or scores[top] >= 0.8 * sum(scores.values())
        return {top: 1.0} if clear else {}

    def _near(self, memory: ArticleMemory, position: int, own: str | None) -> dict[str, float]:
        """How much the text around speaks of each party, 1 for the one most spoken of."""
        scores = self._spoken_of(memory, position, own)
        total = max(scores.values(), default=1.0)
        return {code: score / total for code, score in scores.items()}

    def _spoken_of(self, memory: ArticleMemory, position: int, own: str | None) -> dict[str, float]:
        """How often the text around names each party, the near weighed up."""
        scores: dict[str, float] = defaultdict(float)
        for hit in memory.hits_around(position, 1200):
            if hit.sense.kind not in _BODIES or hit.sense.kind == "region":
                continue
            distance = abs(memory.words[hit.first].start - position)
            scores[hit.sense.code] += (0.4 if _is_scene(memory.words, hit) else 1.0) / (
                1 + distance / 400
            )
        self._drop_own(scores, own)
        return scores


def _is_scene(words: list[Token], hit: Hit) -> bool:
    """Whether the hit is where something happens or who suffers it: "the invasion of Ukraine"."""
    i = hit.first - 1
    if i >= 0 and words[i].key in ("the", "eastern", "western", "southern", "northern"):
        i -= 1
    if i < 0:
        return False
    if words[i].key in SCENE:
        return True
    return words[i].key in TO_SCENE and (
        words[i].key in _PLACE or any(w.key in SCENE for w in words[max(0, i - 3) : i])
    )


def _sentence(clause: str, content: str) -> str:
    """What the sentence of the content has besides it; no more of the paragraph."""
    at = clause.find(content)
    if at < 0:
        at = clause.find(content[:40])
    if at < 0:
        return clause[:300]
    ends = [m.end() for m in _END.finditer(clause, 0, at)]
    after = _END.search(clause, min(len(clause), at + len(content)))
    left = clause[ends[-1] if ends else 0 : at]
    right = clause[at + len(content) : after.start() if after else len(clause)]
    return f"{left} {right}"


_END = re.compile(r"(?<=[a-z0-9)”\"’])[.?!][”\"’]?\s+(?=[A-Z“\"])|\n")


def codes_of(kb: KnowledgeBase, text: str, date: str | None) -> list[str]:
    """Codes of the states and organisations that a text names, in order."""
    return list(
        dict.fromkeys(
            h.sense.code for h in find_hits(kb, tokens(text), date, text) if h.sense.kind in _BODIES
        )
    )
