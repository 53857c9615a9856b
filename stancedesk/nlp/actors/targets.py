"""The parties that a statement is about or addressed to, other than the speaker's own."""

from __future__ import annotations

import re
from collections import Counter

from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Hit, find_hits
from stancedesk.nlp.actors.people import PARTICLES
from stancedesk.nlp.actors.spelling import Token, tokens
from stancedesk.nlp.actors.titles import TITLE_WORDS

_BODIES = frozenset(("state", "adjective", "national", "capital", "seat", "igo", "group", "agency", "force", "region",
                     "parliament", "ministry", "state media"))  # fmt: skip
_WEIGHT = {"state": 1.0, "national": 1.0, "capital": 0.9, "seat": 1.0, "igo": 0.9, "group": 1.0, "adjective": 0.9,
           "region": 0.6, "agency": 0.8, "force": 0.8, "parliament": 0.7}  # fmt: skip
_PLACE = frozenset("in at near inside from outside across around".split())
_ADDRESS = re.compile(
    r"\b(told|urg\w+|warn\w*|accus\w+|condemn\w*|blam\w+|prais\w+|thank\w*|call(?:ed|s|ing)? (?:on|for)|ask\w*|"
    r"criti[cs]\w+|demand\w*|press\w*|threaten\w*|denounc\w+|slam\w*|against|toward|rebuk\w+|assur\w+|promis\w+)\b",
    re.I,
)
_BLOCS = frozenset(("EU", "UN", "NATO", "G7", "G20"))


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
            memory: What the article says; lets a statement that names nobody be read by its surroundings.
            position: Where the content begins in the article, or in the clause without a memory.
        """
        scores = self._scores(content, date, 1.0, content + " " + clause)
        outside = clause.replace(content, " ") if content in clause else clause
        around = self._around(outside, date, clause)
        self._drop_own(scores, own)
        self._drop_own(around, own)
        if not scores:
            scores = around
        elif own is not None:
            for code in list(around):
                if code in scores:
                    scores[code] += 0.3
        if not scores and memory is not None and position is not None:
            scores = self._rival(memory, position, own)
        return self._best(scores)

    def _best(self, scores: Counter[str]) -> tuple[str, ...]:
        if not scores:
            return ()
        ranked = scores.most_common()
        top = ranked[0][1]
        return tuple(code for code, score in ranked[: self._most] if score >= 0.5 * top and score > 0.3)

    def _drop_own(self, scores: Counter[str], own: str | None) -> None:
        if own is None:
            return
        for code in [own, self.kb.state_of(own)]:
            scores.pop(code, None)

    def _scores(self, text: str, date: str | None, scale: float, context: str) -> Counter[str]:
        words = tokens(text)
        hits = find_hits(self.kb, words, date, context)
        scores: Counter[str] = Counter()
        for n, hit in enumerate(hits):
            if hit.sense.kind not in _BODIES:
                continue
            weight = _WEIGHT.get(hit.sense.kind, 0.5) * scale
            weight *= 1.0 / (1.0 + 0.08 * n)
            if hit.first and words[hit.first - 1].key in _PLACE and hit.sense.kind in ("capital", "region", "state"):
                weight *= 0.7
            if hit.sense.kind == "capital" and hit.first and words[hit.first - 1].key in _PLACE:
                weight *= 0.3
            scores[hit.sense.code] += weight
        for code in self._people(words, hits, date):
            scores[code] += 0.9 * scale
        return scores

    def _people(self, words: list[Token], hits: list[Hit], date: str | None) -> list[str]:
        taken = {k for h in hits for k in range(h.first, h.last)}
        codes = []
        for i, word in enumerate(words):
            if i in taken or not word.capital or word.key in TITLE_WORDS or word.key in PARTICLES or len(word.key) < 4:
                continue
            if i and words[i - 1].capital and i - 1 not in taken and words[i - 1].key not in TITLE_WORDS:
                pass
            holder = self.kb.people.by_family(word.key, date)
            if holder and holder.current and holder.score >= 6.0 and holder.term.role in ("HOS", "HOG", "FM", "DEF", "ORG", "SPOX", "OPP", "NSA"):
                codes.append(holder.term.code)
        return codes

    def _around(self, text: str, date: str | None, context: str) -> Counter[str]:
        """Parties in the reporting clause, weighed up behind a word of address."""
        scores = self._scores(text, date, 0.6, context)
        for found in _ADDRESS.finditer(text):
            near = self._scores(text[found.end() : found.end() + 60], date, 1.0, context)
            for code, score in near.items():
                scores[code] += score
        return scores

    def _rival(self, memory: ArticleMemory, position: int, own: str | None) -> Counter[str]:
        """The party most spoken of before and around the statement, other than the speaker's own."""
        scores: Counter[str] = Counter()
        for hit in memory.hits:
            if hit.sense.kind not in _BODIES or hit.sense.kind == "region":
                continue
            distance = abs(memory.words[hit.first].start - position)
            if distance < 700:
                scores[hit.sense.code] += 0.5 * (1 - distance / 900)
        self._drop_own(scores, own)
        return Counter(dict(scores.most_common(1)))


def codes_of(kb: KnowledgeBase, text: str, date: str | None) -> list[str]:
    """Codes of the states and organisations that a text names, in order."""
    return list(dict.fromkeys(h.sense.code for h in find_hits(kb, tokens(text), date, text) if h.sense.kind in _BODIES))
